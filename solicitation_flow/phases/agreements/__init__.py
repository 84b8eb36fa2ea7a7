"""Agreements: drafted by an award, signed, published, changed, renewed, ended in good order."""

from solicitation_flow.rulebook import enter_modules

enter_modules(__name__, __path__)
