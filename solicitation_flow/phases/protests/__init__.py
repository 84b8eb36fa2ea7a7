"""Protests: filed in time and whole, decided with reasons, the award waiting where it must."""

from solicitation_flow.rulebook import enter_modules

enter_modules(__name__, __path__)
