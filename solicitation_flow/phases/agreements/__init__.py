"""Agreements: drafted, signed, published, amended, renewed, suspended and ended."""

from solicitation_flow.rulebook import enter_modules

enter_modules(__name__, __path__)
