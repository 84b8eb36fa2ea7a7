"""The time an amendment must leave until proposals are due."""

from datetime import datetime

from solicitation_flow import workdays
from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law, Rule
from solicitation_flow.phases.amendments.amending import Amend
from solicitation_flow.phases.amendments.remedies import remedy
from solicitation_flow.phases.amendments.stated import both
from solicitation_flow.phrases import local_date
from solicitation_flow.records.amendments import Amendment
from solicitation_flow.rulebook import Objection, guard


@guard(rule="amendment_floor", id="G36")
def leaves_time_to_respond(
    case: CaseFile, form: Amend, now: datetime, law: Law
) -> Objection | None:
    """A material amendment leaves the required time before proposals are due."""
    due = both(case, form, law)[1]
    if not form.material or due is None:
        return None
    rule = law.rule("amendment_floor")
    number = len(case.all(Amendment)) + 1
    facts = {"amendment": number, "due": due, "required": rule.in_words}
    if rule.days is None and rule.hours is None:
        says = (
            f"how much time a change must leave is not known here ({law.title}); this one leaves "
            f"until {law.spoken(due)}"
        )
        left = (local_date(due, law) - local_date(now, law)).days
        return Objection(says, facts, unknown=True, extent={"days": max(left, 0)})
    given = _too_little(rule, now, due, law)
    if given is None:
        return None
    return Objection(
        says=f"the amendment would leave {given} until proposals are due, and {rule.in_words} are "
        "asked for after a change that matters",
        facts={**facts, "given": given},
        clears=remedy(case, form, now, law),
    )


def _too_little(rule: Rule, now: datetime, due: datetime, law: Law) -> str | None:
    """Return the time left in words, or None where it is enough."""
    if rule.hours is not None:
        enough = workdays.hours_end(now, rule.hours, rule.count, law.calendar) <= due
        if enough:
            return None
        return "less"
    first, last = local_date(now, law), local_date(due, law)
    given = workdays.notice_days(first, last, rule.count, law.calendar)
    if given >= (rule.days or 0):
        return None
    return f"{max(given, 0)} {rule.count} days"
