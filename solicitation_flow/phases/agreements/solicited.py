"""What the solicitation stated of the term, compared with what is signed."""

from datetime import date, timedelta
from typing import NamedTuple

from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.agreements.changing import AmendAgreement
from solicitation_flow.phases.agreements.dates import stated_end
from solicitation_flow.phases.agreements.renewing import Renew
from solicitation_flow.phases.agreements.signing import Execute
from solicitation_flow.phrases import latest_by_law, months_later
from solicitation_flow.records.agreements import Agreement
from solicitation_flow.records.papers import Determination
from solicitation_flow.records.preparation import Terms
from solicitation_flow.rulebook import Clears, Objection, guard

DAY = timedelta(days=1)
CEILING = "term_ceiling"


class Differs(NamedTuple):
    """One value that is signed, and what the solicitation stated instead."""

    field: str
    what: str
    signed: date | int
    stated: date | int

    @property
    def says(self) -> str:
        """The difference in words."""
        return f"{self.what} is {self.signed}, and the solicitation stated {self.stated}"


def _stated(case: CaseFile) -> Terms | None:
    """Return the terms of the solicitation, where they state how long the agreement lasts."""
    terms = case.parent.get(Terms) if case.parent else None
    if terms and terms.term_months:
        return terms
    return None


def _differences(
    case: CaseFile, form: Execute | Renew | AmendAgreement, terms: Terms
) -> list[Differs]:
    """Return each value of the term that is other than the solicitation stated."""
    agreement = case.one(Agreement)
    pairs: list[Differs] = []
    if isinstance(form, Renew):
        months = terms.months_of_renewal(agreement.renewed + 1)
        if months and agreement.expires_on:
            end = months_later(agreement.expires_on + DAY, months) - DAY
            pairs.append(Differs("expires_on", "the renewed last day", form.expires_on, end))
    elif isinstance(form, Execute):
        end = months_later(form.effective_on, terms.term_months) - DAY
        pairs.append(Differs("expires_on", "the last day", form.expires_on, end))
        pairs.append(Differs("renewals", "the number of renewals", form.renewals, terms.renewals))
        longest = stated_end(case, form.effective_on)
        if form.latest_end and longest:
            what = "the last day of the longest term"
            pairs.append(Differs("latest_end", what, form.latest_end, longest))
    elif agreement.effective_on:
        longest = stated_end(case, agreement.effective_on)
        for field in ("expires_on", "latest_end"):
            value = getattr(form, field)
            if value and longest:
                pairs.append(Differs(field, "the last day of all", value, longest))
        if form.renewals is not None:
            what = "the number of renewals"
            pairs.append(Differs("renewals", what, form.renewals, terms.renewals))
    return [pair for pair in pairs if pair.signed != pair.stated]


def _objection(differences: list[Differs]) -> Objection | None:
    if not differences:
        return None
    fields: dict[str, object] = {}
    facts: dict[str, object] = {}
    for difference in differences:
        stated = difference.stated
        fields[difference.field] = stated if isinstance(stated, int) else str(stated)
        facts[difference.field] = difference.signed
        facts[f"stated_{difference.field}"] = stated
    says = "; ".join(difference.says for difference in differences)
    return Objection(says, facts, (Clears(fields=fields),))


def _above(difference: Differs) -> bool:
    signed, stated = difference.signed, difference.stated
    if isinstance(signed, int) or isinstance(stated, int):
        return int(str(signed)) > int(str(stated))
    return signed > stated


@guard(rule="term_as_solicited", id="G95")
def term_not_beyond_solicited(
    case: CaseFile, form: Execute | Renew | AmendAgreement
) -> Objection | None:
    """No term, renewal or end goes beyond what the solicitation stated, for that was competed."""
    terms = _stated(case)
    if terms is None:
        return None  # what was never stated cannot be compared
    differences = _differences(case, form, terms)
    return _objection([difference for difference in differences if _above(difference)])


@guard(rule="term_shorter", id="G95")
def term_not_short_of_solicited(case: CaseFile, form: Execute) -> Objection | None:
    """A term shorter than the solicitation stated, or with fewer renewals, is explained."""
    terms = _stated(case)
    if terms is None:
        return None
    differences = _differences(case, form, terms)
    return _objection([difference for difference in differences if not _above(difference)])


@guard(rule="term_approval", id="G95")
def long_term_was_approved(case: CaseFile, form: Execute, law: Law) -> Objection | None:
    """A term longer than the rules allow was approved before proposals were due."""
    latest = latest_by_law(form.effective_on, law)
    longest = form.latest_end or form.expires_on
    if latest is None or longest <= latest or _approved_in_time(case):
        return None
    fields = {}
    for field in ("expires_on", "latest_end"):
        value = getattr(form, field)
        if value and value > latest:
            fields[field] = str(latest)
    return Objection(
        says=f"it could last until {longest}, the rules allow {law.rule(CEILING).in_words}, until "
        f"{latest}, and no longer term was approved before proposals were due",
        facts={"longest": longest, "allowed": latest},
        clears=(Clears("execute", fields=fields),),
    )


def _approved_in_time(case: CaseFile) -> bool:
    """Return whether a longer term was determined in the solicitation before its due instant."""
    if case.parent is None:
        return False
    due = case.parent.due("proposals_due")
    for determination in case.parent.all(Determination):
        if determination.rule == CEILING and (due is None or determination.signed_at < due):
            return True
    return False
