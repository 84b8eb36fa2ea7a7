"""Real time: ring, settle what is due, send the post; `tick` does one round of it."""

from solicitation_flow.daemon.rounds import Round, settle_once

__all__ = ["Round", "settle_once"]
