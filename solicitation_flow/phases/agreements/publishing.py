"""Publication of an agreement with its packet, and the members that join and leave."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import Fill, Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.agreements.firms import Assign
from solicitation_flow.records.agreements import (
    Agreement,
    Assignment,
    Joined,
    PacketLine,
    packet_lines,
)
from solicitation_flow.records.registers import Line, Slug, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard

JOIN = (
    "Any public body whose own law allows it may join: sign the participating addendum, send it to "
    "the lead agency, and cite the agreement's number on each order."
)


class Publish(Form):
    """Publishes the agreement to members, with how to join it and where to find its packet."""

    how_to_join: Text = ask("how a member joins", JOIN)
    packet_at: Line | None = ask(
        "where members find the packet, if not from the lead agency on request",
        "https://agency.example/agreements/furniture",
        default=None,
    )
    members: Annotated[tuple[str, ...], Fill("members")] = ask("filled", default=())


class RecordJoining(Form):
    """Records that a member has joined the agreement."""

    member: Slug = ask("register key of the member", "fairfax")
    participation: Line = ask("number of its participation", "RFP-2026-001-A1-M001")


class RecordLeaving(Form):
    """Records that a member has left the agreement."""

    member: Slug = ask("register key of the member", "fairfax")
    participation: Line = ask("number of its participation", "RFP-2026-001-A1-M001")


@action
def publish(case: CaseFile, form: Publish, now: datetime) -> CaseFile:
    agreement = case.one(Agreement)
    published = agreement.evolve(
        how_to_join=form.how_to_join,
        packet_at=form.packet_at or "on request from the lead agency",
        published_at=now,
        members_told=form.members,
    )
    return case.file(published).tell(
        agreement.solicitation, "record_publication", agreement=case.number
    )


@action
def record_joining(case: CaseFile, form: RecordJoining, now: datetime) -> CaseFile:
    return case.file(Joined(member=form.member, participation=form.participation, joined_at=now))


@action
def record_leaving(case: CaseFile, form: RecordLeaving, now: datetime) -> CaseFile:
    joined = case.get(Joined, form.member)
    if joined is None:  # it joined before this agreement recorded its members
        joined = Joined(member=form.member, participation=form.participation, joined_at=now)
    return case.file(joined.evolve(left_at=now))


def packet(case: CaseFile, law: Law) -> list[PacketLine]:
    """Return the papers of the due-diligence packet, each with whether it is on file."""
    lines: list[PacketLine] = []
    for item in law.program.packet:
        if item.source == "solicitation":
            home = case.parent
        else:
            home = case
        assert home is not None, f"{case.number} has no solicitation beside it"
        lines += packet_lines(item.paper, item.title, item.source, home.number, home)
    return lines


@guard(rule="packet_complete", id="G94")
def packet_complete(case: CaseFile, law: Law) -> Objection | None:
    """An agreement is published only when every required document is on file."""
    missing = [line for line in packet(case, law) if not line.present]
    if not missing:
        return None
    papers, titles, clears = [], [], []
    for line in missing:
        papers.append(line.paper)
        titles.append(f"{line.paper} ({line.title})")
        clears.append(Clears("file_paper", fields={"paper": line.paper}, case=line.case))
    says = "one paper is missing from the packet"
    if len(missing) > 1:
        says = f"{len(missing)} papers are missing from the packet"
    return Objection(f"{says}: {'; '.join(titles)}", {"missing": papers}, tuple(clears))


@audience
def members(form: Publish) -> Iterable[str]:
    """Every member in the register."""
    for member in form.members:
        yield f"member:{member}"


@audience
def all_members(form: Publish) -> Iterable[str]:
    """Every member in the register."""
    return members(form)


@audience
def joined_members(case: CaseFile) -> Iterable[str]:
    """Every member that has joined and not left."""
    for joined in case.all(Joined):
        if joined.left_at is None:
            yield f"member:{joined.member}"


@audience
def contractor(case: CaseFile) -> Iterable[str]:
    """The contractor."""
    return (f"supplier:{case.one(Agreement).contractor}",)


@audience
def contractor_and_members(case: CaseFile, form: Form) -> Iterable[str]:
    """The contractor, also the former one after an assignment, and the members that joined."""
    yield from contractor(case)
    if isinstance(form, Assign):
        yield f"supplier:{case.all(Assignment)[-1].assignor}"
    yield from joined_members(case)


@audience
def officers() -> Iterable[str]:
    """Every officer."""
    return ("role:officer",)


@duty("file_paper")
def owes_papers(case: CaseFile, law: Law) -> Iterable[Owed]:
    """The officer files the papers of the packet that the agreement itself must hold."""
    for line in packet(case, law):
        if not line.present and line.source == "agreement":
            yield Owed("role:officer", f"file {line.paper}: {line.title}")


@duty("publish")
def owes_publication(case: CaseFile, law: Law) -> Iterable[Owed]:
    """The officer publishes the agreement once its packet is complete."""
    if all(line.present for line in packet(case, law)):
        yield Owed("role:officer", "publish the agreement to members")
