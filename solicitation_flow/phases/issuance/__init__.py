"""Issuance: publication, advertisements, questions and answers, and the conference."""

from solicitation_flow.rulebook import enter_modules

enter_modules(__name__, __path__)
