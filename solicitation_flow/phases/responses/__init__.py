"""Responses: proposals received, withdrawn or late, a closing held, the opening with a witness."""

from solicitation_flow.rulebook import enter_modules

enter_modules(__name__, __path__)
