"""How offers were judged: findings, cures, sheets, consensus, prices, and the ranking."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from solicitation_flow.forms import Attachment
from solicitation_flow.records import Exact, Instant, Record, added
from solicitation_flow.records.evaluation.typed_fields import (
    MATTERS,
    Affects,
    Amount,
    Asks,
    Change,
    Changes,
    Checked,
    Discussed,
    Minimums,
    MistakeKind,
    Reasons,
    Score,
    Scores,
    stated_price,
)
from solicitation_flow.records.offers import NO_LOT, Lot, LotRecord

__all__ = [
    "MATTERS",
    "Affects",
    "Amount",
    "Answered",
    "Asks",
    "Change",
    "Changes",
    "Checked",
    "Clarification",
    "Consensus",
    "CureRequest",
    "CureStatus",
    "Decision",
    "Discussed",
    "Minimums",
    "MistakeKind",
    "PriceConfirmation",
    "PriceOffer",
    "PriceOpening",
    "Ranking",
    "Reasons",
    "Responsiveness",
    "Score",
    "ScoreChange",
    "ScoreSheet",
    "Scores",
    "Screening",
    "Tabulation",
    "stated_price",
]

CureStatus = Literal["open", "cured", "expired", "replaced"]
Decision = Literal["corrected", "stands", "withdrawn"]
Answered = Literal["confirmed", "mistaken"]


class Responsiveness(LotRecord, Record):
    """Whether an offer conforms to what was asked; where it does not, to what, how, by what rule.

    `minimums` are the mandatory ones with pass or fail; `version` counts findings on the offer.
    """

    keyed_by: ClassVar = ("offeror",)
    offeror: str
    responsive: bool
    minimums: dict[str, Checked] = Field(default_factory=dict)
    helped_draft: bool = False
    note: str = ""
    requirement: str = ""
    defect: str = ""
    rule: str = ""
    version: int
    found_by: str
    found_at: Instant


class Clarification(Record):
    """A question about what an offer means and, once there is one, the offeror's answer."""

    keyed_by: ClassVar = ("number",)
    number: int
    lot: Lot = NO_LOT
    offeror: str
    asks: Asks
    section: str
    question: str
    due: Instant | None
    asked_by: str
    asked_at: Instant
    answer: str = ""
    answered_by: str = ""
    answered_at: Instant | None = None


class CureRequest(Record):
    """A minor defect an offeror may put right until `due`, and what it sent."""

    keyed_by: ClassVar = ("number",)
    arrows: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "open": ("cured", "expired", "replaced"),
        "cured": (),
        "expired": (),
        "replaced": (),
    }
    number: int
    lot: Lot = NO_LOT
    offeror: str
    defect: str
    affects: tuple[str, ...]
    asks: str
    due: Instant
    requested_by: str
    requested_at: Instant
    status: CureStatus = "open"
    answer: str = ""
    document: Attachment | None = None
    answered_by: str = ""
    ended_at: Instant | None = None


class Screening(LotRecord, Record):
    """The end of the screening: whose offers are judged further, and whose are not."""

    responsive: tuple[str, ...]
    nonresponsive: tuple[str, ...]
    finished_by: str
    finished_at: Instant


class ScoreSheet(LotRecord, Record):
    """One evaluator's scores for one offer, each with its reason; `version` counts revisions."""

    keyed_by: ClassVar = ("evaluator", "offeror")
    evaluator: str
    offeror: str
    scores: dict[str, Exact]
    reasons: dict[str, str]
    version: int
    scored_at: Instant


class ScoreChange(LotRecord, Record):
    """One score changed at the consensus meeting, from what to what, and why."""

    keyed_by: ClassVar = ("evaluator", "offeror", "criterion", "version")
    evaluator: str
    offeror: str
    criterion: str
    version: int
    before: Exact
    after: Exact
    reason: str
    consensus: int
    reopening: int = added(0)


ReopeningCause = Literal["best_and_final_offer", "demonstration", "interview", "miscopied"]


class Reopening(LotRecord, Record):
    """Criteria of some offers that are scored again, and why; each voter's change is filed."""

    keyed_by: ClassVar = ("number",)
    number: int
    offerors: tuple[str, ...]
    criteria: tuple[str, ...]
    cause: ReopeningCause
    reason: str
    reopened_by: str
    reopened_at: Instant


class Consensus(LotRecord, Record):
    """A meeting of the committee on its sheets: minutes, wide spreads, what was said of each.

    `basis` is the digest of the sheets as the meeting left them; the newest meeting counts.
    """

    number: int
    present: tuple[str, ...]
    minutes: str
    flagged: tuple[str, ...]
    discussed: dict[str, str]
    basis: str
    held_by: str
    held_at: Instant


class PriceOpening(Record):
    """When the price envelopes were opened, and by whom."""

    opened_at: Instant
    opened_by: str


class PriceOffer(LotRecord, Record):
    """What an offeror asks; `amount` is None where nothing could read it, until it is entered."""

    keyed_by: ClassVar = ("offeror",)
    offeror: str
    amount: Exact | None
    readable: bool
    name: str
    sha256: str
    entered_by: str = ""
    reason: str = ""


class PriceConfirmation(Record):
    """A price that may be a mistake: what was asked, what was answered, what was decided."""

    keyed_by: ClassVar = ("number",)
    number: int
    lot: Lot = NO_LOT
    offeror: str
    item: str
    why: str
    amount: Exact | None
    due: Instant | None
    asked_by: str
    asked_at: Instant
    answer: Answered | None = None
    reason: str = ""
    intended: Exact | None = None
    answered_by: str = ""
    answered_at: Instant | None = None
    outcome: Decision | None = None
    mistake: MistakeKind | None = None
    corrected: Exact | None = None
    decided_because: str = ""
    decided_by: str = ""
    decided_at: Instant | None = None

    @property
    def settled(self) -> bool:
        """Whether the offeror stands by the price, or it was decided what it is."""
        return self.answer == "confirmed" or self.outcome is not None


class Tabulation(LotRecord, Record):
    """When offers were ranked, and the digest of every sheet and price that was counted."""

    ranked_at: Instant
    ranked_by: str
    lowest: Exact
    decimals: int
    basis: str


class Ranking(LotRecord, Record):
    """Where an offer stands: points rounded once for print, the exact total as a fraction."""

    keyed_by: ClassVar = ("offeror",)
    offeror: str
    rank: int
    tied: bool
    technical: Exact
    price_points: Exact
    total: Exact
    exact: str
