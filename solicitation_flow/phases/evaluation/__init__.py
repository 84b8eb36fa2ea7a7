"""Evaluation: offers screened, scored one by one, discussed, priced after it, ranked exactly."""

from solicitation_flow.rulebook import enter_modules

enter_modules(__name__, __path__)
