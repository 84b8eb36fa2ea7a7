"""Before anything is published: need, authority to lead, terms, plan, committee, approval."""

from solicitation_flow.rulebook import enter_modules

enter_modules(__name__, __path__)
