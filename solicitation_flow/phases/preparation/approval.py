"""Approval to publish a solicitation: of its present content, and void once that changes."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Annotated

from solicitation_flow.casefile import Actor, CaseFile, remembered
from solicitation_flow.forms import Fill, Form, ask
from solicitation_flow.records import canonical, digest
from solicitation_flow.records.preparation import (
    Approval,
    Edition,
    EvaluationPlan,
    Terms,
    content,
)
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

APPROVER = "approver"
SHORT = 12  # characters of a digest, enough to tell two contents apart


class AdoptEdition(Form):
    """Moves an unpublished solicitation to the newest edition of its jurisdiction's rules."""

    newest: Annotated[dict[str, str], Fill("newest_profile")] = ask(
        "filled by the engine", default_factory=dict
    )


class ApproveToSolicit(Form):
    """Approves the solicitation, its terms and its evaluation plan for publication."""

    note: Text | None = ask("note for the file", "Reviewed by counsel.", default=None)


@action
def adopt_edition(case: CaseFile, form: AdoptEdition, now: datetime) -> CaseFile:
    return case.file(Edition(**form.newest, adopted_at=now))


@action
def approve_to_solicit(
    case: CaseFile, form: ApproveToSolicit, now: datetime, actor: Actor
) -> CaseFile:
    approved = Approval(
        approved_by=actor.name,
        approved_at=now,
        note=form.note or "",
        parts=dict(_content(case)),
    )
    return case.file(approved)


@remembered
def _content(case: CaseFile) -> Mapping[str, str]:
    return MappingProxyType(content(case))


def _changed(case: CaseFile) -> list[str] | None:
    """Return the parts that changed since their approval, or None where nothing is approved."""
    approved = case.get(Approval)
    if approved is None:
        return None
    now = _content(case)
    return [part.replace("_", " ") for part in now if now[part] != approved.parts.get(part)]


@guard(rule="approved_to_solicit", id="S1.4")
def approved_to_solicit(case: CaseFile) -> Objection | None:
    """A solicitation is published only as approved; a changed part is approved again."""
    changed = _changed(case)
    if changed == []:
        return None
    approved = case.get(Approval)
    says = "the solicitation has not been approved for publication"
    if approved:
        says = f"changed since {approved.approved_by} approved it: {', '.join(changed or ())}"
    return Objection(
        says=says,
        facts={"changed": changed, "content": digest(canonical(dict(_content(case))))[:SHORT]},
        clears=(Clears("approve_to_solicit"),),
    )


@guard(rule="two_pairs_of_eyes", id="G100")
def approver_is_not_owner(case: CaseFile, actor: Actor) -> Objection | None:
    """A solicitation is approved by somebody other than the officer in charge of it."""
    if actor.name != case.owner:
        return None
    return Objection(
        says=f"{actor.name} runs this solicitation, so somebody else must approve it",
        facts={"owner": case.owner, "approver": actor.name},
        clears=(Clears("approve_to_solicit"),),
    )


@duty("approve_to_solicit")
def owes_approval(case: CaseFile) -> Iterable[Owed]:
    """The approver approves the solicitation, and again whatever has changed since."""
    changed = _changed(case)
    if changed:
        yield Owed(f"role:{APPROVER}", f"approve again what has changed: {', '.join(changed)}")
    elif changed is None and case.get(Terms) and case.get(EvaluationPlan):
        yield Owed(f"role:{APPROVER}", "read the solicitation, and approve its publication")
