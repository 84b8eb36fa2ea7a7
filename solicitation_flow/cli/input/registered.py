"""Warns of a party that seems to be entered in its register already."""

from collections.abc import Collection

from solicitation_flow.cli.session import Session


def warn_of_doubles(session: Session, workflow: str, numbers: Collection[str]) -> None:
    """Print a warning for each of these new entries that looks like another one."""
    from solicitation_flow.views import registers

    if workflow not in session.engine.read.registers.of_parties():
        return
    keys = [number.partition("-")[2] for number in numbers]
    for warning in registers.doubled(session.anybody, keys):
        session.note(f"warning: {warning}")
