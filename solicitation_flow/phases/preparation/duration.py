"""How long the agreement lasts, as the solicitation states it: the term and its renewals."""

from datetime import datetime, timedelta

from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import latest_by_law, local_date, months_later
from solicitation_flow.records.preparation import Terms
from solicitation_flow.rulebook import Clears, Objection, guard

DAY = timedelta(days=1)


@guard(rule="term_stated", id="G13")
def term_is_stated(case: CaseFile) -> Objection | None:
    """The solicitation states how long the agreement lasts, as part of what is competed."""
    terms = case.get(Terms)
    if terms and terms.term_months:
        return None
    fields = {"term_months": "...", "renewals": "...", "renewal_months": "..."}
    return Objection(
        says="the solicitation does not say how long the agreement lasts",
        facts={"term_months": None},
        clears=(Clears("set_terms", fields=fields),),
    )


@guard(rule="options_agree", id="G13")
def options_agree(case: CaseFile) -> Objection | None:
    """The number of renewals agrees with their lengths, and there is a term that they prolong."""
    terms = case.get(Terms)
    if terms is None:
        return None
    lengths = len(terms.renewal_months)
    facts = {"renewals": terms.renewals, "renewal_months": list(terms.renewal_months)}
    if terms.renewals and not terms.term_months:
        says = f"it may be renewed {terms.renewals} times, and how long it lasts is not stated"
        return Objection(says, facts, (Clears("set_terms", fields={"term_months": "..."}),))
    if terms.renewals and not lengths:
        says = f"it may be renewed {terms.renewals} times, and for how long is not stated"
        return Objection(says, facts, (Clears("set_terms", fields={"renewal_months": "..."}),))
    if lengths > 1 and lengths != terms.renewals:
        says = f"{lengths} lengths are given, for {terms.renewals} renewals"
    elif lengths and not terms.renewals:
        says = "the length of a renewal is given, and no renewal is provided for"
    else:
        return None
    fields = {"renewals": "...", "renewal_months": "..."}
    return Objection(says, facts, (Clears("set_terms", fields=fields),))


@guard(rule="term_ceiling", id="G95")
def stated_term_within_ceiling(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """A term longer than the rules allow is approved before proposals are due, or not offered."""
    terms = case.get(Terms)
    if terms is None or not terms.term_months:
        return None  # `term_is_stated` objects then
    begun = local_date(now, law)
    latest, months = latest_by_law(begun, law), terms.longest_months
    if latest is None or months is None:
        return None  # no ceiling is known: the solicitation's own end is what binds
    if months_later(begun, months) - DAY <= latest:
        return None
    allowed = law.rule("term_ceiling").in_words
    return Objection(
        says=f"with all renewals the agreement would last {months} months, and {allowed} are "
        "allowed",
        facts={"longest_months": months, "allowed": allowed},
        clears=(Clears("set_terms", fields={"term_months": "...", "renewals": "..."}),),
    )
