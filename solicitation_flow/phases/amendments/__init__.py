"""Amendments to a published solicitation, their dates, and their acknowledgment."""

from solicitation_flow.rulebook import enter_modules

enter_modules(__name__, __path__)
