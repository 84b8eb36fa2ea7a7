"""The due date of proposals: the same in the form, the papers and the zone in force that day."""

from datetime import datetime, time, timedelta
from typing import Any, Literal, Protocol

from solicitation_flow import workdays
from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.issuance import labels
from solicitation_flow.phrases import listed, typed
from solicitation_flow.records.issuance import Publication
from solicitation_flow.rulebook import Clears, Objection, guard

COMPARED = {"advertised_due": "the advertisement", "cover_due": "the cover"}
"""The fields for other places where the due date is printed, as a sentence names them."""


class Stated(Protocol):
    """Any form that may state a due date, its boundary, and how both are printed."""

    @property
    def proposals_due(self) -> datetime | None:
        """The local time at which proposals are due, or None to leave it."""

    @property
    def boundary(self) -> Literal["before", "at"] | None:
        """Whether a proposal at the due instant itself is in time, or None to leave it."""

    @property
    def printed(self) -> str | None:
        """The due date as printed, or None to print the usual words."""

    @property
    def printed_compared(self) -> bool:
        """Whether the officer compared printed words that no program can read."""


def _due(case: CaseFile, form: Stated, law: Law) -> datetime:
    """Return the local due date: the one in the form, or the present one."""
    if form.proposals_due:
        return form.proposals_due
    standing = case.deadlines["proposals_due", ""].due_at
    return workdays.local(standing, law.zone).replace(tzinfo=None)


def _correct(case: CaseFile, **fields: str | None) -> tuple[Clears, ...]:
    """Return the command that states these fields anew."""
    return (Clears("amend" if case.get(Publication) else "publish", fields=fields),)


@guard(rule="dates_agree", id="G26")
def dates_agree(case: CaseFile, form: Stated, law: Law) -> Objection | None:
    """The advertisement, the cover and the printed words all state the same due date."""
    due, label = _due(case, form, law), form.printed or ""
    says: list[str] = []
    facts: dict[str, Any] = {"proposals_due": due}
    fields: dict[str, str | None] = {}
    for name, where in COMPARED.items():
        other = getattr(form, name, None)
        if other is None or other in {due, due.date()}:
            continue
        if isinstance(other, datetime):
            says.append(f"{where} says {typed(other)}")
        else:
            says.append(f"{where} says {other}")
        facts[name], fields[name] = other, typed(due)
    if not _label_fits(label, due, law):
        says.append(f"the printed words are {label!r}")
        facts["printed"], fields["printed"] = label, None
    if not says:
        return None
    return Objection(
        says=f"proposals are due {typed(due)}, but {', and '.join(says)}",
        facts=facts,
        clears=_correct(case, **fields),
    )


def _label_fits(label: str, due: datetime, law: Law) -> bool:
    """Return whether a label agrees with the due date, by the agency's clocks or by its own zone.

    The same instant has another hour in another zone: "7 PM EDT" is 4 p.m. in California.
    """
    if labels.fits(label, due):
        return True
    try:
        moment = law.instant(due)
    except ValueError:
        return False
    return any(labels.fits(label, wall) for wall in labels.walls(label, moment))


@guard(rule="printed_words", id="G26")
def printed_words_read(case: CaseFile, form: Stated) -> Objection | None:
    """Printed words that do not state the due date are compared with it by the officer."""
    label = form.printed
    if not label or form.printed_compared:
        return None
    unread: list[str] = []
    if not (labels.days(label) or labels.days_without_year(label)):
        unread.append("no day that could be read")
    if labels.vague(label):
        unread.append(f"{labels.vague(label)!r}, which is nobody's hour")
    elif not (labels.hours(label) or labels.hours_of_either_half(label)):
        unread.append("no hour that could be read")
    if not unread:
        return None
    return Objection(
        says=f"the printed words {label!r} have {' and '.join(unread)}: compare them with the due "
        "date, and say so",
        facts={"printed": label, "unread": unread},
        clears=_correct(case, printed=None),
    )


@guard(rule="midnight", id="G28")
def midnight_is_said(case: CaseFile, form: Stated, law: Law) -> Objection | None:
    """A due date at midnight is stated as a minute that belongs to one day only."""
    label = form.printed or ""
    if form.proposals_due is None and not label:
        return None
    due = _due(case, form, law)
    if due.time() != time(0) and not labels.says_midnight(label):
        return None
    evening = due
    if due.time() == time(0):
        evening = due - timedelta(minutes=1)
    return Objection(
        says=f"midnight may be the start or the end of {due.date()}: state 11:59 p.m. for the end "
        f"of a day ({typed(evening)}), or 12:01 a.m. for its start",
        facts={"due": due, "printed": label},
        clears=_correct(case, proposals_due=typed(evening), printed=None),
    )


@guard(rule="zone_label_valid", id="G27")
def zone_label_valid(case: CaseFile, form: Stated, law: Law) -> Objection | None:
    """The time zone printed with the due date is the one in force there on that day."""
    due, label = _due(case, form, law), form.printed or ""
    try:
        name = workdays.local(law.instant(due), law.zone).tzname() or ""
    except ValueError:
        return None  # `dates_in_order` refuses a time that does not exist
    wrong = [zone for zone in labels.zones(label) if not zone.fits(name)]
    if not wrong or not name.isalpha():
        return None
    if not labels.fits(label, due) and _label_fits(label, due, law):
        return None  # the hour is that of the zone printed, which is another place's
    corrected = label
    for zone in wrong:
        corrected = corrected.replace(zone.words, zone.corrected(name))
    words = listed(zone.words for zone in wrong)
    return Objection(
        says=f"the label says {words}, and on {due.date()} {name} is in force in {law.zone}",
        facts={"printed": label, "in_force": name},
        clears=_correct(case, printed=corrected),
    )


@guard(rule="boundary_fits_label", id="G46")
def boundary_fits_label(case: CaseFile, form: Stated) -> Objection | None:
    """Printed words such as "prior to" or "by" agree with the boundary that is applied."""
    deadline = case.deadline("proposals_due")
    boundary: str = form.boundary or "before"
    if deadline and not form.boundary:
        boundary = deadline.boundary
    printed = labels.boundaries(form.printed or "")
    if printed <= {boundary}:
        return None
    facts = {"printed": form.printed, "boundary": boundary}
    if len(printed) > 1:
        says = f"{form.printed!r} says both that the due instant is late and that it is in time"
        return Objection(says, facts, _correct(case, printed=None))
    (meant,) = printed
    reading = {"at": "is still in time", "before": "is already late"}[meant]
    return Objection(
        says=f"{form.printed!r} says that the due instant {reading}, and the boundary stated is "
        f"{boundary!r}",
        facts=facts,
        clears=_correct(case, boundary=meant),
    )
