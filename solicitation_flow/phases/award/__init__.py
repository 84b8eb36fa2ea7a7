"""Award: firms found able, prices fair, intent, standstill, award, or an end with its reason."""

from solicitation_flow.rulebook import enter_modules

enter_modules(__name__, __path__)
