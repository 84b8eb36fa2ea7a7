"""An agreement as a member's buyer asks about it: who, until when, how to join, which file."""

from dataclasses import dataclass
from datetime import date, datetime

from solicitation_flow.engine import Engine, View
from solicitation_flow.engine.recipients import recipients
from solicitation_flow.errors import NotFound, Suggestion
from solicitation_flow.phases.agreements import publishing
from solicitation_flow.records.agreements import Agreement, PacketLine
from solicitation_flow.workdays import local
from solicitation_flow.yamlfile import did_you_mean

PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Listing:
    """One agreement as a member reads it; what is not settled yet is empty or None."""

    number: str
    title: str
    contractor: str
    contractor_name: str
    solicitation: str
    state: str
    effective_on: date | None
    expires_on: date | None
    renewals: int
    renewals_left: int
    how_to_join: str
    packet_at: str
    published_at: datetime | None
    today: date

    @property
    def usable(self) -> bool:
        """Whether a member can place an order under it today."""
        return self.state == PUBLISHED and (
            self.effective_on is None or self.effective_on <= self.today
        )

    @property
    def status(self) -> str:
        """In a few words whether it can be used, and if not, why."""
        if self.usable or self.state != PUBLISHED:
            if self.usable:
                return "usable"
            return self.state
        return f"usable from {self.effective_on}"

    @property
    def term(self) -> str:
        """From when to when it runs, and how many renewals are left."""
        if self.effective_on is None or self.expires_on is None:
            return "not signed yet"
        span = f"{self.effective_on} to {self.expires_on}"
        if not self.renewals:
            return span
        if not self.renewals_left:
            return f"{span}, no renewal is left"
        if self.renewals_left < self.renewals:
            return f"{span}, {self.renewals_left} of {self.renewals} renewals left"
        if self.renewals == 1:
            return f"{span}, may be renewed once"
        return f"{span}, may be renewed {self.renewals} times"


def agreements(engine: Engine, *, everything: bool = False) -> list[Listing]:
    """Return the agreements members may use; with `everything` all others too."""
    listings: list[Listing] = []
    for number in _numbers(engine):
        listing = _listing(engine, engine.view(number))
        if everything or listing.state == PUBLISHED:
            listings.append(listing)
    return listings


def agreement(engine: Engine, number: str) -> Listing:
    """Return one agreement, or raise NotFound."""
    return _listing(engine, _view(engine, number))


def packet(engine: Engine, number: str) -> list[PacketLine]:
    """Return the due-diligence file: every paper members expect, and whether it is there."""
    loaded = _view(engine, number).loaded
    return publishing.packet(loaded.case, loaded.law)


def _numbers(engine: Engine) -> list[str]:
    """Return the numbers of all agreements: the cases of workflows that are published."""
    numbers: list[str] = []
    for workflow in engine.read.workflows("published"):
        for header in engine.environment.store.find(workflow=workflow):
            numbers.append(header.number)
    return sorted(numbers)


def _view(engine: Engine, number: str) -> View:
    known = _numbers(engine)
    if number not in known:
        raise NotFound(
            f"there is no agreement {number!r}",
            hint=did_you_mean(number, known),
            next=Suggestion("agreements list"),
        )
    return engine.view(number)


def _listing(engine: Engine, view: View) -> Listing:
    case = view.loaded.case
    held = case.one(Agreement)
    [contractor] = recipients(engine.read.registers, [f"supplier:{held.contractor}"])
    return Listing(
        number=case.number,
        title=held.title,
        contractor=held.contractor,
        contractor_name=contractor.name,
        solicitation=held.solicitation,
        state=case.state,
        effective_on=held.effective_on,
        expires_on=held.expires_on,
        renewals=held.renewals,
        renewals_left=held.renewals_left,
        how_to_join=held.how_to_join,
        packet_at=held.packet_at,
        published_at=held.published_at,
        today=local(view.at, view.loaded.law.zone).date(),
    )
