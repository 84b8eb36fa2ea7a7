"""An agreement as a member's buyer asks about it: who, until when, how to join, which file."""

from dataclasses import dataclass
from datetime import date

from solicitation_flow.engine import Engine, Loaded
from solicitation_flow.phases.agreements import packet as packet_of
from solicitation_flow.records.agreements import Agreement, PacketLine


@dataclass(frozen=True, slots=True)
class Listing:
    """One agreement; `contractor` is the supplier's key, `packet_at` is empty until published."""

    number: str
    state: str
    title: str
    contractor: str
    solicitation: str
    effective_on: date | None
    expires_on: date | None
    renewals: int
    how_to_join: str
    packet_at: str

    @property
    def term(self) -> str:
        """Answers the term in words, or that there is none yet."""
        if self.effective_on is None or self.expires_on is None:
            return "not executed yet"
        more = f", {self.renewals} renewal(s) possible" if self.renewals else ""
        return f"{self.effective_on} to {self.expires_on}{more}"


def listings(engine: Engine, state: str | None = None) -> list[Listing]:
    """Answers all agreements, or those in one state, by number."""
    found = engine.rooms.store.find(workflow="agreement", state=state)
    return [listing(engine, header.number) for header in found]


def listing(engine: Engine, number: str) -> Listing:
    """Answers one agreement as it stands now."""
    loaded = engine.view(number).loaded
    agreement = loaded.case.one(Agreement)
    return Listing(
        number=number,
        state=loaded.case.state,
        title=agreement.title,
        contractor=agreement.contractor,
        solicitation=agreement.solicitation,
        effective_on=agreement.effective_on,
        expires_on=agreement.expires_on,
        renewals=agreement.renewals,
        how_to_join=agreement.how_to_join,
        packet_at=agreement.packet_at,
    )


def packet(loaded: Loaded) -> list[PacketLine]:
    """Answers every paper members expect of an agreement, present or missing, by name."""
    return packet_of(loaded.case, loaded.law)
