"""Envelopes are opened before a witness, once they may be; unmarked ones only to be identified."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Fill, Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.responses.receipt import standing
from solicitation_flow.phrases import not_known, says_something
from solicitation_flow.records.evaluation import PriceOpening
from solicitation_flow.records.offers import offer_of
from solicitation_flow.records.preparation import Committee
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.records.responses import (
    Content,
    IdentityOpening,
    OpenedProposal,
    Opening,
    Proposal,
)
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard

REASON = "Nothing on the outside says whose it is or what it answers."


class OpenProposals(Form):
    """Opens every timely proposal before a witness, and reads out the names."""

    witness: Line = ask("the witness: neither the person who opens nor an evaluator", "walter")
    seals: Line | None = ask(
        "the condition of the seals", "Every envelope was sealed until opened.", default=None
    )
    technical: Annotated[dict[str, Content], Fill("technical")] = ask(
        "filled", default_factory=dict
    )


class OpenToIdentify(Form):
    """Opens an unmarked envelope only to identify it, and reseals it."""

    witness: Line = ask("the witness: neither the person who opens nor an evaluator", "walter")
    marks: Line = ask("the marks on the outside", "No sender; postmark Richmond, 10 June")
    reason: Text = ask("why it had to be opened", REASON)
    found: Line = ask("what the envelope contained", "A proposal of Acme Furniture, for this RFP")
    resealed: bool = ask("whether it was sealed again at once", "yes")


Witnessed = OpenProposals | OpenToIdentify


@action
def open_proposals(case: CaseFile, form: OpenProposals, now: datetime, actor: Actor) -> CaseFile:
    in_time = standing(case)
    opened = Opening(
        opened_at=now,
        opened_by=actor.name,
        witness=form.witness,
        seals=form.seals or "",
        names=tuple(dict.fromkeys(proposal.offeror for proposal in in_time)),
    )
    opened_proposals = []
    for proposal in in_time:
        opened_proposals.append(_opened(proposal, form.technical[offer_of(proposal)]))
    return case.file(opened, *[sent.moved("opened") for sent in in_time], *opened_proposals)


def _opened(proposal: Proposal, content: Content) -> OpenedProposal:
    return OpenedProposal(
        lot=proposal.lot,
        offeror=proposal.offeror,
        name=content.name,
        bytes=content.bytes,
        sha256=content.sha256,
        text=content.text,
    )


@action
def open_to_identify(case: CaseFile, form: OpenToIdentify, now: datetime, actor: Actor) -> CaseFile:
    opened = IdentityOpening(
        number=len(case.all(IdentityOpening)) + 1,
        marks=form.marks,
        reason=form.reason,
        found=form.found,
        witness=form.witness,
        resealed=form.resealed,
        opened_by=actor.name,
        opened_at=now,
    )
    return case.file(opened)


@guard(rule="committee_size", id="G18")
def committee_size(case: CaseFile, law: Law) -> Objection | None:
    """The committee has at least as many voters as the rules ask for."""
    voters = scoring.voters(case)
    wanted = law.rule("committee_size").number
    clears: tuple[Clears, ...] = ()
    if case.get(PriceOpening) is None:  # afterwards nobody joins who could know a price
        clears = (Clears("name_committee"),)
    if wanted is None and voters:
        extent = {"voters": len(voters)}
        what = "how many voters a committee needs"
        return not_known(what, law, {"voters": voters}, clears, extent)
    if len(voters) >= (wanted or 1):
        return None
    return Objection(
        says=f"the committee has {len(voters)} voters, and {wanted or 1} are asked for",
        facts={"voters": voters, "required": wanted},
        clears=clears,
    )


@guard(rule="witness_at_opening", id="G48")
def witness_at_opening(case: CaseFile, form: Witnessed, actor: Actor) -> Objection | None:
    """Proposals are opened before a witness who neither opens nor scores them."""
    committee = case.get(Committee)
    if committee:
        voters = committee.voters
    else:
        voters = ()
    if form.witness != actor.name and form.witness not in voters:
        return None
    says = "scores the proposals"
    if form.witness == actor.name:
        says = "opens the proposals"
    return Objection(
        says=f"{form.witness} {says}, so somebody else must witness the opening",
        facts={"witness": form.witness, "opened_by": actor.name, "voters": voters},
        clears=(Clears(fields={"witness": "(who neither opens nor scores)"}),),
    )


@guard(rule="identity_opening", id="G42")
def identity_needed(form: OpenToIdentify) -> Objection | None:
    """Before the due time an envelope is opened only to identify it, and is sealed again."""
    wrong, fields = [], {}
    if not says_something(form.reason):
        wrong.append(f"{form.reason!r} does not say why it could not stay closed")
        fields["reason"] = REASON
    if not form.resealed:
        wrong.append("it is still open: seal it again, and say so")
    if not wrong:
        return None
    return Objection(
        says="; ".join(wrong),
        facts={"marks": form.marks, "reason": form.reason, "resealed": form.resealed},
        clears=(Clears("open_to_identify", fields={**fields, "resealed": True}),),
    )


@audience
def offerors(case: CaseFile) -> Iterable[str]:
    return (f"supplier:{proposal.offeror}" for proposal in standing(case))


@duty("open_proposals")
def owes_opening(case: CaseFile) -> Iterable[Owed]:
    yield Owed("role:custodian", f"open {len(standing(case))} proposals before a witness")
