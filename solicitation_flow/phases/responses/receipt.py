"""Proposals received, replaced and withdrawn: in time to the microsecond, or kept unopened."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Envelope, Fill, Local, Past, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import listed, suppliers
from solicitation_flow.records.amendments import Amendment
from solicitation_flow.records.issuance import Listed
from solicitation_flow.records.offers import LotForm, OfferKey, about, lot_key
from solicitation_flow.records.registers import Line, Slug
from solicitation_flow.records.responses import TIMELY, Opening, Proposal, Status
from solicitation_flow.rulebook import Clears, Objection, action, audience, guard

SUPPLIER, CUSTODIAN = "supplier", "custodian"


class Receive(LotForm):
    """Receives a sealed proposal; a newer one, on time, replaces the sender's earlier one."""

    envelope: Envelope = ask("the sealed technical proposal")
    price: Envelope | None = ask("the sealed price, in an envelope of its own", default=None)
    offeror: Slug | None = ask(
        "the offeror, where the custodian enters it; a supplier sends its own",
        "acme",
        default=None,
    )
    received_at: Annotated[Local | None, Past()] = ask(
        "when it was stamped as received, in local time, if earlier than now",
        "2026-11-18 13:58",
        default=None,
    )
    evidence: Line | None = ask(
        "the evidence of that time", "Time stamp of clock 2, sheet 14", default=None
    )
    suppliers: Annotated[tuple[str, ...], Fill("suppliers")] = ask("filled", default=())


def _sender(form: Receive, actor: Actor) -> str:
    if SUPPLIER in actor.roles:
        return actor.party
    return form.offeror or ""


def _arrived(form: Receive, now: datetime, law: Law) -> datetime:
    """Return when it arrived: as stamped, or now. `stamp_not_ahead` minds impossible stamps."""
    if form.received_at:
        return law.instant(form.received_at)
    return now


def _in_time(case: CaseFile, arrived: datetime) -> bool:
    """Return whether it arrived before the due instant, and before anything was opened."""
    due = case.deadline("proposals_due")
    return bool(due and arrived < due.fires_at) and not case.get(Opening)


def standing(case: CaseFile) -> list[Proposal]:
    """Return the proposals in time, in the order they arrived."""
    in_time = [proposal for proposal in case.all(Proposal) if proposal.stands]
    return sorted(in_time, key=lambda proposal: (proposal.received_at, proposal.offeror))


def filed(case: CaseFile, offer: OfferKey) -> list[Proposal]:
    """Return every proposal filed of an offer: in time, replaced, withdrawn or late."""
    return about(offer, case.all(Proposal))


def _timely_of(case: CaseFile, offeror: str) -> list[Proposal]:
    """Return what an offeror sent in time, one proposal for each lot."""
    timely = []
    for proposal in case.all(Proposal):
        own = proposal.offeror == offeror
        if own and proposal.filing == TIMELY:
            timely.append(proposal)
    return timely


@action
def receive(case: CaseFile, form: Receive, now: datetime, law: Law, actor: Actor) -> CaseFile:
    offeror, arrived = _sender(form, actor), _arrived(form, now, law)
    stands = case.get(Proposal, lot_key(form.lot, offeror, TIMELY))
    sent = filed(case, OfferKey.of(form.lot, offeror))
    filing: str = TIMELY
    status: Status = "received"
    if not _in_time(case, arrived):
        filing, status = _beside(sent, "late"), "late"
    elif stands and stands.received_at > arrived:
        filing, status = _beside(sent, "superseded"), "superseded"
    proposal = Proposal(
        lot=form.lot,
        offeror=offeror,
        filing=filing,
        version=max([proposal.version for proposal in sent], default=0) + 1,
        technical=form.envelope,
        price=form.price,
        received_at=arrived,
        filed_at=now,
        filed_by=actor.name,
        how="portal" if SUPPLIER in actor.roles else "paper",
        evidence=form.evidence or "",
        status=status,
    )
    if case.get(Listed, f"suppliers/{offeror}"):
        return case.file(proposal)
    sender = Listed(channel="suppliers", who=offeror, why="offered", since=now)
    return case.file(proposal, sender)


def _beside(sent: Iterable[Proposal], what: str) -> str:
    """Return a name of its own for a proposal that may not take the standing one's place."""
    return f"{what}-{1 + sum(proposal.filing.startswith(what) for proposal in sent)}"


@action
def withdraw(case: CaseFile, actor: Actor) -> CaseFile:
    for proposal in _timely_of(case, actor.party):
        if proposal.status == "received":
            case = case.file(proposal.moved("withdrawn"))
    return case


@guard(rule="sender_is_known", id="N18")
def sender_is_known(form: Receive, actor: Actor) -> Objection | None:
    """A proposal has one sender, a registered supplier, who can be sent its receipt."""
    known = sorted(form.suppliers)
    if known:
        example = {"offeror": known[0]}
    else:
        example = {}
    if SUPPLIER in actor.roles and form.offeror not in {None, actor.party}:
        return Objection(
            says=f"{actor.party} cannot send a proposal for {form.offeror}: each supplier sends "
            "its own, and the custodian enters what comes on paper",
            facts={"offeror": form.offeror, "sender": actor.party},
            clears=(Clears("receive", fields={"offeror": None}, who=actor.party, role=SUPPLIER),),
        )
    offeror = _sender(form, actor)
    if offeror in known:
        return None
    says = "say whose proposal it is"
    if offeror:
        says = f"no active supplier is called {offeror!r}: correct the name, or register the sender"
    register = None
    if offeror:
        register = Clears("open_supplier", fields={"key": offeror})
    again = Clears("receive", fields=example, role=CUSTODIAN)
    return Objection(
        says=f"{says}; registered are {listed(known)}",
        facts={"offeror": offeror, "registered": known},
        clears=(again, register) if register else (again,),
    )


@guard(rule="stamp_not_ahead", id="G45")
def stamp_not_ahead(form: Receive, now: datetime, law: Law, actor: Actor) -> Objection | None:
    """Only the custodian states a time of receipt; it is past and has evidence."""
    if form.received_at is None:
        return None
    stamp = form.received_at
    facts = {"received_at": stamp, "now": now, "evidence": form.evidence}
    example = {"received_at": f"{stamp:%Y-%m-%d %H:%M}", "evidence": "time stamp of the office"}
    if CUSTODIAN not in actor.roles:
        says = "the agency's clock says when a proposal arrived; only the custodian may correct it"
        return Objection(says, facts, (Clears("receive", fields=example, role=CUSTODIAN),))
    try:
        ahead = law.instant(stamp) > now
    except ValueError as error:
        now_instead = (Clears("receive", fields={"received_at": None}, role=CUSTODIAN),)
        return Objection(f"received_at: {error}", facts, now_instead)
    if ahead:
        says = f"the stamp says {stamp:%Y-%m-%d %H:%M}, and it is only {law.spoken(now)}"
        return Objection(
            says, facts, (Clears("receive", fields={"received_at": None}, role=CUSTODIAN),)
        )
    if form.evidence is None:
        says = "a stamped time needs its evidence: the stamp, the log, the receipt that shows it"
        return Objection(says, facts, (Clears("receive", fields=example, role=CUSTODIAN),))
    return None


@guard(rule="late_proposal", id="G43")
def stamped_in_time(case: CaseFile, form: Receive, now: datetime, law: Law) -> Objection | None:
    """After the due time, a proposal counts only if evidence shows it was received before it."""
    due = case.deadlines["proposals_due", ""]
    try:
        arrived = _arrived(form, now, law)
    except ValueError:
        return None  # `stamp_not_ahead` says that no clock ever showed such a time
    if _in_time(case, arrived):
        return None
    word = "at or before"
    if due.boundary == "before":
        word = "before"
    return Objection(
        says=f"proposals were due {word} {law.spoken(due.due_at)}, and this one arrived "
        f"{law.spoken(arrived)}: it is held unopened",
        facts={"due": due.due_at, "boundary": due.boundary, "received_at": arrived},
    )


@guard(rule="late_proposal", id="G43")
def stamped_in_time_or_open(
    case: CaseFile, form: Receive, now: datetime, law: Law
) -> Objection | None:
    """While a failure suspends the closing, proposals are received until the stated due time."""
    return stamped_in_time(case, form, now, law)


@guard(rule="has_a_proposal", id="G47")
def has_a_proposal(case: CaseFile, actor: Actor) -> Objection | None:
    """Only a proposal that was received and not withdrawn can be withdrawn."""
    sent = _timely_of(case, actor.party)
    if any(proposal.status == "received" for proposal in sent):
        return None
    return Objection(
        says=f"no proposal from {actor.party} is on file that could be withdrawn",
        facts={"offeror": actor.party, "status": sent[0].status if sent else None},
        clears=(Clears("receive", who=actor.party, role=SUPPLIER),),
    )


@guard(rule="before_due", id="G47")
def before_due(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """A proposal is withdrawn or changed only before proposals are due."""
    due = case.deadline("proposals_due")
    if due is None or now < due.fires_at:
        return None
    return Objection(
        says=f"proposals were due {law.spoken(due.due_at)}, and can no longer be "
        "withdrawn or changed",
        facts={"due": due.due_at, "boundary": due.boundary},
    )


@audience
def offeror(form: Receive, actor: Actor) -> Iterable[str]:
    """The sender of the proposal just received."""
    return (f"supplier:{_sender(form, actor)}",)


@audience
def withdrawer(actor: Actor) -> Iterable[str]:
    return (f"supplier:{actor.party}",)


@audience
def senders_before_amendment(case: CaseFile) -> Iterable[str]:
    """Whose proposal came before the newest amendment, and so may answer an older request."""
    newest = max(case.all(Amendment), key=lambda amendment: amendment.number)
    stale = []
    for proposal in standing(case):
        if proposal.received_at <= newest.issued_at:
            stale.append(proposal.offeror)
    return suppliers(stale)
