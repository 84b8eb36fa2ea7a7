"""Deterministic fault runs in memory, with the laws as invariants after every step."""
