"""Bugs planted on purpose: torture that does not find these would not find others."""
