"""What is a material change: it follows from what changes, and "no" has to be found in writing."""

from datetime import datetime

from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.amendments.amending import Amend
from solicitation_flow.phases.amendments.stated import usable
from solicitation_flow.phrases import typed
from solicitation_flow.records.issuance import Publication
from solicitation_flow.rulebook import Clears, Objection, guard


def moved_earlier(case: CaseFile, form: Amend, law: Law) -> bool:
    """Return whether an amendment leaves offerors less time than they were told."""
    due, standing = usable(form.proposals_due, law), case.due("proposals_due")
    return due is not None and standing is not None and due < standing


@guard(rule="material_change", id="G35")
def earlier_is_material(case: CaseFile, form: Amend, law: Law) -> Objection | None:
    """An amendment that makes the due date earlier is always material."""
    if form.material or not moved_earlier(case, form, law):
        return None
    return Objection(
        says="proposals would be due earlier than announced, which is always a material change",
        facts={"proposals_due": form.proposals_due, "standing": case.due("proposals_due")},
        clears=(Clears(fields={"material": True}),),
    )


@guard(rule="immaterial_change", id="G35")
def immaterial_is_found(case: CaseFile, form: Amend, law: Law) -> Objection | None:
    """A change in what offerors must do, or by when, is immaterial only by a written finding."""
    if form.material:
        return None
    changed: list[str] = []
    deadline = case.deadline("proposals_due")
    if deadline and form.boundary and form.boundary != deadline.boundary:
        changed.append("whether the due time itself is in time")
    published = case.get(Publication)
    was_mandatory = published is not None and published.conference_mandatory
    if form.conference_mandatory and not was_mandatory:
        changed.append("attendance at the conference, which becomes mandatory")
    questions, standing = usable(form.questions_due, law), case.due("questions_due")
    if questions is not None and standing is not None and questions < standing:
        changed.append(f"the end of questions, earlier now ({_spoken(form.questions_due)})")
    if not changed:
        return None
    return Objection(
        says=f"the amendment changes {', and '.join(changed)}: that this is not material must be "
        "found in writing",
        facts={"changed": changed},
        clears=(Clears(fields={"material": True}),),
    )


def _spoken(wall: datetime | None) -> str:
    return typed(wall) if wall else ""
