"""Amendments: numbered changes, the dates they may move, and who must acknowledge them."""

from solicitation_flow.rulebook import enter_modules

enter_modules(__name__, __path__)
