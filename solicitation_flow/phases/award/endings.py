"""Cancelling a solicitation or rejecting all offers, and closing its file."""

from datetime import datetime
from typing import Literal, Protocol

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.phases.award.reopening import tell_predecessor
from solicitation_flow.phrases import says_something
from solicitation_flow.records.award import Ending, FileClosed, OffersReleased
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.records.responses import OpenedProposal
from solicitation_flow.rulebook import Clears, Objection, action, guard


class Cancel(Form):
    """Cancels the solicitation."""

    reason: Text = ask(
        "the reason, as the file and the letters will state it",
        "The need has changed: the schools are to be rebuilt first.",
    )
    resolicit: bool = ask("whether the same need will be solicited again", "no", default=False)


class RejectAll(Form):
    """Rejects all offers, so that no award is made."""

    reason: Text = ask(
        "the reason, as the file and the letters will state it",
        "Every price is above the funds available for this purchase.",
    )
    resolicit: bool = ask("whether the same need will be solicited again", "no", default=False)


class ReleaseOffers(Form):
    """Opens the offers of an ended solicitation to public inspection."""

    where: Line = ask("where they can be read", "https://agency.example/files/furniture")


class Reasoned(Protocol):
    """Any form that gives a reason."""

    @property
    def reason(self) -> str:
        """The reason, as typed."""


class Ends(Reasoned, Protocol):
    """Any form that ends a solicitation."""

    @property
    def resolicit(self) -> bool:
        """Whether another is planned."""


@action
def reject_all(case: CaseFile, form: RejectAll, now: datetime, actor: Actor) -> CaseFile:
    return _ended(case, "all rejected", form, now, actor)


@action
def cancel(case: CaseFile, form: Cancel, now: datetime, actor: Actor) -> CaseFile:
    return _ended(case, "cancelled", form, now, actor)


def _ended(
    case: CaseFile,
    how: Literal["cancelled", "all rejected"],
    form: Ends,
    now: datetime,
    actor: Actor,
) -> CaseFile:
    ended = Ending(
        how=how, reason=form.reason, ended_by=actor.name, ended_at=now, resolicit=form.resolicit
    )
    return tell_predecessor(case.file(ended), "ended")


@action
def release_offers(case: CaseFile, form: ReleaseOffers, now: datetime, actor: Actor) -> CaseFile:
    opened = tuple(sorted({proposal.offeror for proposal in case.all(OpenedProposal)}))
    released = OffersReleased(
        where=form.where, offerors=opened, released_by=actor.name, released_at=now
    )
    return case.file(released)


@action
def close_file(case: CaseFile, now: datetime, actor: Actor) -> CaseFile:
    return case.file(FileClosed(closed_by=actor.name, closed_at=now))


@guard(rule="reason_on_file", id="G92")
def reason_on_file(form: Reasoned) -> Objection | None:
    """A solicitation is cancelled, or all proposals rejected, only for a written reason on file."""
    if says_something(form.reason):
        return None
    fields = {"reason": "(what has happened, and why it ends with that)"}
    return Objection(
        says=f"{form.reason!r} does not state a reason: say what has happened",
        facts={"reason": form.reason},
        clears=(Clears(fields=fields),),
    )
