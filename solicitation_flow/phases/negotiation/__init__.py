"""Negotiation: the competitive range, talks with all in it, rounds of best and final offers."""

from solicitation_flow.rulebook import enter_modules

enter_modules(__name__, __path__)
