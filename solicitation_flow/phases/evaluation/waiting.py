"""Whether anything waits: a step that answers has sense only once somebody has asked."""

from collections.abc import Iterable

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.phases.evaluation.clarifications import unanswered
from solicitation_flow.phases.evaluation.mistakes import in_doubt, unconfirmed
from solicitation_flow.phases.evaluation.offers import SUPPLIER
from solicitation_flow.rulebook import Clears, Objection, guard


def _waits(offerors: Iterable[str], actor: Actor) -> bool:
    """Return whether something waits for an offeror; for whoever is none, whether for anybody."""
    if SUPPLIER in actor.roles:
        return actor.party in set(offerors)
    return any(offerors)


def _nothing(what: str, command: str, actor: Actor) -> Objection:
    if SUPPLIER not in actor.roles:
        says = f"no question about {what} waits"
        return Objection(says, {}, (Clears(command),))
    # a supplier reads of its own offer
    says = f"no question about the {what.rsplit(maxsplit=1)[-1]} of {actor.party} waits"
    return Objection(says, {}, (Clears(command, fields={"offeror": actor.party}),))


@guard(rule="clarification_asked", id="G66")
def some_clarification_waits(case: CaseFile, actor: Actor) -> Objection | None:
    """An answer is taken only after the offeror was asked for a clarification."""
    if _waits([clarification.offeror for clarification in unanswered(case)], actor):
        return None
    return _nothing("an offer", "request_clarification", actor)


@guard(rule="confirmation_asked", id="G56")
def some_confirmation_waits(case: CaseFile, actor: Actor) -> Objection | None:
    """A price is confirmed only after the offeror was asked about it."""
    if _waits([confirmation.offeror for confirmation in unconfirmed(case)], actor):
        return None
    return _nothing("a price", "ask_to_confirm", actor)


@guard(rule="mistake_open", id="G57")
def some_price_is_in_doubt(case: CaseFile) -> Objection | None:
    """A price mistake is decided only after the offeror was asked about the price."""
    if in_doubt(case):
        return None
    return Objection("no price is in doubt", {}, (Clears("ask_to_confirm"),))
