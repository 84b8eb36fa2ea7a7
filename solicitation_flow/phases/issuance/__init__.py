"""Issuance: advertised, published, questions taken, a conference held, every answer told to all."""

from solicitation_flow.rulebook import enter_modules

enter_modules(__name__, __path__)
