"""Agreements: drafted by the award, executed by both sides, published once the packet is whole."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated

from solicitation_flow import workdays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Fill, Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.records.agreements import (
    EXECUTED,
    Agreement,
    PacketLine,
    Renewals,
    packet_lines,
)
from solicitation_flow.records.award import Award
from solicitation_flow.records.papers import Paper
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard

JOIN = (
    "Any public body whose own law allows it may join: sign the participating addendum, send it to "
    "the lead agency, and cite the agreement's number on each order."
)


class OpenAgreement(Form):
    """Opens the file of a master agreement that an award has made possible."""

    title: Line = ask("what the agreement covers", "Classroom furniture and related services")
    contractor: Line = ask("the supplier who holds it", "acme")
    solicitation: Line = ask("the solicitation it comes from", "RFP-2026-001")


class Execute(Form):
    """Records that both sides have signed, and for how long."""

    signed_by_agency: Line = ask("who signed for the lead agency", "Ann Walker, Director")
    signed_by_contractor: Line = ask("who signed for the contractor", "Joe Acme, President")
    effective_on: date = ask("the first day of the term", "2027-01-01")
    expires_on: date = ask("the last day of the term", "2029-12-31")
    renewals: Renewals = ask("how many times it may be renewed", 2, default=0)
    paper: Attachment | None = ask("the signed agreement, if at hand", default=None)


class Publish(Form):
    """Publishes the agreement to members, with how to join and where its packet is."""

    how_to_join: Text = ask("what a member does to use it", JOIN)
    packet_at: Line | None = ask(
        "where members find the packet, if not on request from the lead agency",
        "https://agency.example/agreements/furniture",
        default=None,
    )
    members: Annotated[tuple[str, ...], Fill("members")] = ask("filled", default=())


@action
def open_agreement(case: CaseFile, form: OpenAgreement, now: datetime, actor: Actor) -> CaseFile:
    drafted = Agreement(
        title=form.title,
        contractor=form.contractor,
        solicitation=form.solicitation,
        drafted_at=now,
    )
    owner = case.parent.owner if case.parent else actor.name
    return case.file(drafted).called(title=form.title, owner=owner)


@action
def execute(case: CaseFile, form: Execute, now: datetime, actor: Actor) -> CaseFile:
    signed = {
        "signed_by_agency": form.signed_by_agency,
        "signed_by_contractor": form.signed_by_contractor,
        "effective_on": form.effective_on,
        "expires_on": form.expires_on,
        "renewals": form.renewals,
        "executed_at": now,
    }
    case = case.file(case.one(Agreement).model_copy(update=signed))
    if form.paper is None:
        return case
    old = case.get(Paper, EXECUTED)
    paper = Paper(
        paper=EXECUTED,
        title="The signed agreement",
        name=form.paper.name,
        bytes=form.paper.bytes,
        digest=form.paper.digest,
        version=old.version + 1 if old else 1,
        filed_by=actor.name,
        filed_at=now,
    )
    return case.file(paper)


@action
def publish(case: CaseFile, form: Publish, now: datetime) -> CaseFile:
    agreement = case.one(Agreement)
    published = agreement.model_copy(
        update={
            "how_to_join": form.how_to_join,
            "packet_at": form.packet_at or "on request from the lead agency",
            "published_at": now,
            "members_told": form.members,
        }
    )
    return case.file(published).tell(
        agreement.solicitation, "record_publication", agreement=case.number
    )


def packet(case: CaseFile, law: Law) -> list[PacketLine]:
    """Answers every paper members expect of an agreement, and whether it is there."""
    lines: list[PacketLine] = []
    for item in law.program.packet:
        home = case.parent if item.source == "solicitation" else case
        assert home is not None, f"{case.number} has no solicitation beside it"
        lines += packet_lines(item.paper, item.title, item.source, home.number, home.records)
    return lines


@guard(rule="term_is_sound", id="G95")
def term_is_sound(case: CaseFile, form: Execute, now: datetime, law: Law) -> Objection | None:
    """An agreement begins no earlier than its award, ends after it begins, and is not over yet."""
    today = workdays.local(now, law.zone).date()
    awarded = case.parent.get(Award) if case.parent else None
    since = workdays.local(awarded.awarded_at, law.zone).date() if awarded else None
    wrong = []
    if form.expires_on <= form.effective_on:
        wrong.append(f"it would end on {form.expires_on}, not after {form.effective_on}")
    elif form.expires_on <= today:
        wrong.append(f"it would be over on {form.expires_on}, and today is {today}")
    if since and form.effective_on < since:
        wrong.append(f"it would begin on {form.effective_on}, before the award of {since}")
    if not wrong:
        return None
    start = max(form.effective_on, since or form.effective_on)
    end = form.expires_on if form.expires_on > max(start, today) else _years_on(max(start, today))
    return Objection(
        says="; ".join(wrong),
        facts={
            "effective_on": form.effective_on,
            "expires_on": form.expires_on,
            "awarded_on": since,
        },
        clears=(Clears("execute", fields={"effective_on": str(start), "expires_on": str(end)}),),
    )


def _years_on(start: date) -> date:
    """Answers the last day of three years: the shortest term these agreements usually have."""
    return date(start.year + 3, start.month, min(start.day, 28))


@guard(rule="packet_complete", id="G94")
def packet_complete(case: CaseFile, law: Law) -> Objection | None:
    """An agreement is published only when every paper members will look for is in its packet."""
    missing = [line for line in packet(case, law) if not line.present]
    if not missing:
        return None
    listed = "; ".join(f"{line.paper} ({line.title})" for line in missing)
    return Objection(
        says=f"{len(missing)} papers are missing from the packet: {listed}"
        if len(missing) > 1
        else f"one paper is missing from the packet: {listed}",
        facts={"missing": [line.paper for line in missing]},
        clears=tuple(
            Clears("file_paper", fields={"paper": line.paper}, case=line.case) for line in missing
        ),
    )


@audience
def members(form: Publish) -> Iterable[str]:
    return (f"member:{each}" for each in form.members)


@duty("execute")
def owes_execution(case: CaseFile) -> Iterable[Owed]:
    yield Owed("role:officer", f"have both sides sign {case.number}")


@duty("file_paper")
def owes_papers(case: CaseFile, law: Law) -> Iterable[Owed]:
    for line in packet(case, law):
        if not line.present and line.source == "agreement":
            yield Owed("role:officer", f"file {line.paper}: {line.title}")


@duty("publish")
def owes_publication(case: CaseFile, law: Law) -> Iterable[Owed]:
    if all(line.present for line in packet(case, law)):
        yield Owed("role:officer", "publish the agreement to members")
