"""Preparation of a solicitation: need, authority, terms, plan, committee, and approval."""

from solicitation_flow.rulebook import enter_modules

enter_modules(__name__, __path__)
