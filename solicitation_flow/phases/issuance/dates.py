"""One due date: as the form states it, as the papers print it, in the zone that is in force."""

from datetime import datetime
from typing import Literal, Protocol

from solicitation_flow import workdays
from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.issuance import labels
from solicitation_flow.phrases import typed
from solicitation_flow.records.issuance import Publication
from solicitation_flow.rulebook import Clears, Objection, guard

COMPARED = {"advertised_due": "the advertisement", "cover_due": "the cover"}
"""Where else a due date is printed, as a sentence calls it."""


class Stated(Protocol):
    """Any form that may state a due date, its boundary, and how both are printed."""

    @property
    def proposals_due(self) -> datetime | None:
        """When proposals are due, as clocks show it, or None to leave it."""

    @property
    def boundary(self) -> Literal["before", "at"] | None:
        """Whether the due instant is in time, or None to leave it."""

    @property
    def printed(self) -> str | None:
        """The due date as printed, or None to have it written out."""


def _due(case: CaseFile, form: Stated, law: Law) -> datetime:
    """Return the due date as clocks show it: as the form says, or as it stands."""
    if form.proposals_due:
        return form.proposals_due
    standing = case.deadlines["proposals_due", ""].due_at
    return workdays.local(standing, law.zone).replace(tzinfo=None)


def _again(case: CaseFile, **fields: str | None) -> tuple[Clears, ...]:
    return (Clears("amend" if case.get(Publication) else "publish", fields=fields),)


@guard(rule="dates_agree", id="G26")
def dates_agree(case: CaseFile, form: Stated, law: Law) -> Objection | None:
    """The advertisement, the cover and the printed words name the one date that counts."""
    due = _due(case, form, law)
    other = {name: getattr(form, name, None) for name in COMPARED}
    wrong = {name: said for name, said in other.items() if said not in {None, due}}
    clears: dict[str, str | None] = dict.fromkeys(wrong, typed(due))
    says = [f"{COMPARED[name]} says {typed(said)}" for name, said in wrong.items()]
    label = form.printed or ""
    days, hours = labels.days(label), labels.hours(label)
    if (days and due.date() not in days) or (
        hours and due.time().replace(second=0, microsecond=0) not in hours
    ):
        says.append(f"the printed words are {label!r}")
        clears["printed"] = None
    if not says:
        return None
    return Objection(
        says=f"proposals are due {typed(due)}, but {', and '.join(says)}",
        facts={
            "proposals_due": due,
            **wrong,
            **({"printed": label} if "printed" in clears else {}),
        },
        clears=_again(case, **clears),
    )


@guard(rule="zone_label_valid", id="G27")
def zone_label_valid(case: CaseFile, form: Stated, law: Law) -> Objection | None:
    """The zone a due date is printed with is the one in force there on that day."""
    due, label = _due(case, form, law), form.printed or ""
    try:
        name = workdays.local(law.instant(due), law.zone).tzname() or ""
    except ValueError:
        return None  # that no clock shows it is for `dates_in_order` to say
    wrong = [zone for zone in labels.zones(label) if not zone.fits(name)]
    if not wrong or not name.isalpha():
        return None
    mended = label
    for each in wrong:
        mended = mended.replace(each.words, each.mended(name))
    said = ", ".join(each.words for each in wrong)
    return Objection(
        says=f"the label says {said}, and on {due.date()} {name} is in force in {law.zone}",
        facts={"printed": label, "in_force": name},
        clears=_again(case, printed=mended),
    )


@guard(rule="boundary_fits_label", id="G46")
def boundary_fits_label(case: CaseFile, form: Stated) -> Objection | None:
    """Words such as "prior to" or "by" say the same of the due instant as the rule applied."""
    stands = case.deadline("proposals_due")
    boundary = form.boundary or (stands.boundary if stands else "before")
    said = labels.boundaries(form.printed or "")
    if said <= {boundary}:
        return None
    facts = {"printed": form.printed, "boundary": boundary}
    if len(said) > 1:
        says = f"{form.printed!r} says both that the due instant is late and that it is in time"
        return Objection(says, facts, _again(case, printed=None))
    (meant,) = said
    inside = "is still in time" if meant == "at" else "is already late"
    return Objection(
        says=f"{form.printed!r} says that the due instant {inside}, and the boundary stated is "
        f"{boundary!r}",
        facts=facts,
        clears=_again(case, boundary=meant),
    )
