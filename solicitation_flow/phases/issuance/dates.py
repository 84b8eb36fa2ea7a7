"""The due date of proposals: the same in the form, the papers and the zone in force that day."""

from datetime import datetime
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
        if other not in {None, due}:
            says.append(f"{where} says {typed(other)}")
            facts[name], fields[name] = other, typed(due)
    if not _label_fits(label, due):
        says.append(f"the printed words are {label!r}")
        facts["printed"], fields["printed"] = label, None
    if not says:
        return None
    return Objection(
        says=f"proposals are due {typed(due)}, but {', and '.join(says)}",
        facts=facts,
        clears=_correct(case, **fields),
    )


def _label_fits(label: str, due: datetime) -> bool:
    """Return whether the date and the time in a label, where it has them, are the due date's."""
    days, hours = labels.days(label), labels.hours(label)
    if days and due.date() not in days:
        return False
    return not hours or due.time().replace(second=0, microsecond=0) in hours


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
