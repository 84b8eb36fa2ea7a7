"""Renewal of an agreement: within its options and longest term, in time, at fair prices."""

from collections.abc import Iterable
from datetime import date, datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.agreements.changing import AmendAgreement
from solicitation_flow.phases.agreements.dates import ALERT, renewable, start_expiry
from solicitation_flow.phrases import ends, latest_by_law, not_known, says_something
from solicitation_flow.records.agreements import Agreement, Renewal
from solicitation_flow.records.award import Day
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

BEFORE_EXPIRY = "before_expiry"
"""The mode of a rule that requires only that a renewal is signed before the term ends."""


class Renew(Form):
    """Renews the agreement, using one of the renewals it provides for."""

    expires_on: Day = ask("new last day of the term", "2030-12-31")
    price_reasons: Text | None = ask(
        "why the prices are still fair",
        "Within two per cent of three like agreements looked at in June.",
        default=None,
    )
    performance: Text | None = ask(
        "how the contractor has performed, according to its users",
        "Fourteen of sixteen members would use it again.",
        default=None,
    )
    renew_by: Day | None = ask(
        "last day to sign the next renewal, if one is named", "2030-10-01", default=None
    )
    letter: Attachment | None = ask("signed renewal letter, if available", default=None)


@action
def renew(case: CaseFile, form: Renew, now: datetime, law: Law, actor: Actor) -> CaseFile:
    agreement = case.one(Agreement)
    assert agreement.expires_on, f"{case.number} is renewed without a last day"
    number = agreement.renewed + 1
    renewal = Renewal(
        number=number,
        was=agreement.expires_on,
        expires_on=form.expires_on,
        price_reasons=form.price_reasons or "",
        performance=form.performance or "",
        renewed_by=actor.name,
        renewed_at=now,
    )
    renewed = agreement.evolve(expires_on=form.expires_on, renewed=number)
    case = case.file(renewal, renewable(renewed, form.renew_by, law))
    name, title = f"renewal_letter_{number}", f"Renewal {number}, until {form.expires_on}"
    return start_expiry(case.with_paper(name, title, form.letter, now, actor), law)


@action
def alert_renewal(case: CaseFile) -> CaseFile:
    return case  # the move sends a letter; the status of the deadline says that it was sent


@guard(rule="renewal_options", id="G95")
def options_left(case: CaseFile) -> Objection | None:
    """An agreement is renewed no more often than it provides for."""
    agreement = case.one(Agreement)
    if agreement.renewals_left:
        return None
    says = "none is left"
    if agreement.renewed < agreement.renewals:
        says = f"the longest term printed is reached with {agreement.latest_end}"
    elif agreement.renewals:
        says = f"all {agreement.renewals} renewals are used"
    return Objection(
        says=f"{says}: the agreement provides for no further renewal, and nothing adds one: "
        "solicit again",
        facts={
            "renewals": agreement.renewals,
            "renewed": agreement.renewed,
            "latest_end": agreement.latest_end,
        },
    )


@guard(rule="term_ceiling", id="G95")
def term_ceiling(case: CaseFile, form: Renew | AmendAgreement, law: Law) -> Objection | None:
    """The term with all renewals stays within the longest term printed and the rules allow."""
    if form.expires_on is None:
        return None  # an amendment of something else
    agreement = case.one(Agreement)
    printed, begun = agreement.latest_end, agreement.effective_on
    if isinstance(form, AmendAgreement):
        printed = form.latest_end or printed
    allowed = None
    if begun:
        allowed = latest_by_law(begun, law)
    known = [day for day in (printed, allowed) if day]
    facts = {"expires_on": form.expires_on, "printed": printed, "allowed": allowed}
    if not known:
        says = "no longest term is printed in the agreement, and none is known here"
        return Objection(f"{says} ({law.title})", facts, unknown=True)
    latest = min(known)
    if form.expires_on <= latest:
        return None
    clears: tuple[Clears, ...] = ()
    if agreement.expires_on and latest > agreement.expires_on:
        clears = (Clears(fields={"expires_on": str(latest)}),)
    says = f"the term could last until {latest} at most, not until {form.expires_on}"
    return Objection(says, facts, clears)


@guard(rule="renewal_notice", id="G96")
def renewal_in_time(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """A renewal is signed before the term ends, by the required number of days."""
    agreement, rule = case.one(Agreement), law.rule("renewal_notice")
    renew_by = agreement.renew_by
    facts = {"renew_by": renew_by, "expires_on": agreement.expires_on, "required": rule.in_words}
    if renew_by is None:
        if rule.mode == BEFORE_EXPIRY or not agreement.renewals_left:
            return None  # the term ends by itself; `options_left` says whether a renewal is left
        return not_known("how long before the end a renewal must be signed", law, facts)
    if now < ends(renew_by, law):
        return None
    return Objection(f"a renewal was to be signed by {renew_by}, which nothing brings back", facts)


@guard(rule="renewal_price", id="G96")
def price_justified(form: Renew) -> Objection | None:
    """A renewal is signed only with reasons on file why its prices are still fair."""
    if says_something(form.price_reasons or ""):
        return None
    fields = {"price_reasons": "(what the prices were compared with, and what was found)"}
    return Objection(
        says="it is not on file why the prices are still fair",
        facts={"price_reasons": form.price_reasons},
        clears=(Clears("renew", fields=fields),),
    )


def successor_needed(case: CaseFile) -> date | None:
    """Return the last day of the term, if the last day to renew it has passed."""
    alert = case.deadline(ALERT)
    if alert and alert.status == "met":
        return case.one(Agreement).expires_on
    return None


@duty("renew")
def owes_renewal(case: CaseFile, law: Law) -> Iterable[Owed]:
    """The officer renews late or solicits again, once the last day to renew has passed."""
    over, left = successor_needed(case), options_left(case) is None
    if over and left:
        says = f"renew it late, or solicit again: the agreement is over on {over}"
        yield Owed("role:officer", says, ends(over, law))
