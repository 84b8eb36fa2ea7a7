"""Protests: who objects to what, whether the award waits, and what was decided."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Final, Literal

from pydantic import AfterValidator, Field

from solicitation_flow.forms import Attachment, Words
from solicitation_flow.records import Exact, Instant, Record, added
from solicitation_flow.records.offers import NO_LOT, Lot, LotRecord

Against = Literal["solicitation", "award", "finding"]
Finding = Literal["late", "nonresponsive", "out_of_range", "nonresponsible", "rejected"]
"""What may be decided about one firm's own proposal before any award is announced."""

FOUND: Final[Mapping[Finding, str]] = {
    "late": "that its proposal came too late",
    "nonresponsive": "that its proposal is nonresponsive",
    "out_of_range": "that its proposal is not kept for discussions",
    "nonresponsible": "that the firm is not responsible",
    "rejected": "that its proposal was rejected with all the others",
}
RULES_OF_FINDINGS: Final[Mapping[Finding, tuple[str, ...]]] = {
    "late": ("protest_finding", "protest_window"),
    "nonresponsive": ("protest_finding", "protest_window"),
    "out_of_range": ("protest_finding", "protest_window"),
    "nonresponsible": ("protest_nonresponsibility", "protest_finding", "protest_window"),
    "rejected": ("protest_cancellation",),
}
"""The rules of a protest of each finding: the first that the jurisdiction states is the one."""

Days = Annotated[int, Field(ge=1, le=365)]
"""By how many days a time is lengthened."""

Outcome = Literal["denied", "sustained", "withdrawn", "dismissed"]
Status = Literal["pending", "denied", "sustained", "withdrawn", "deemed_denied", "dismissed"]
Ground = Literal["evaluation", "price", "procedure", "responsiveness", "responsibility", "other"]
"""What a protest is about, in one word: some laws hear no protest on some of these grounds."""
Defect = Literal["late", "incomplete", "standing", "barred_ground", "late_petition"]

Step = Literal["opening", "range", "intent", "award", "execute"]
"""A step of a procurement that a stay may stop."""
STEPS: Final[Mapping[Step, str]] = {
    "opening": "the opening of proposals",
    "range": "the choice of those to discuss with",
    "intent": "the notice of intent",
    "award": "the award",
    "execute": "the signing",
}


def _steps(value: tuple[str, ...]) -> tuple[str, ...]:
    for step in value:
        if step not in STEPS:
            raise ValueError(f"{step!r} is not one of {', '.join(STEPS)}")
    return tuple(dict.fromkeys(value))


Steps = Annotated[Words, AfterValidator(_steps)]
"""Steps of a procurement, typed with commas between."""
PHASES: Final = ("issuance", "responses", "evaluation", "negotiation", "award")
"""How far a procurement may have come when a protest is filed."""
Recourse = Literal["appeal", "suit"]
AppealOutcome = Literal["affirmed", "reversed", "withdrawn", "settled", "dismissed"]
OverrideGround = Literal["interests", "emergency", "offer_would_expire"]

DEFECTS: Final[Mapping[Defect, str]] = {
    "late": "it was filed after the time to protest was over",
    "incomplete": "it does not say everything that a protest must say",
    "standing": "the law gives this firm no protest of this kind",
    "barred_ground": "the law hears no protest on this ground",
    "late_petition": "its petition was filed after the time for it was over",
}
"""What may be wrong with a protest as it was filed, in words."""

MENDABLE: Final = frozenset({"late", "incomplete", "late_petition"})
"""What a protest may be heard in spite of, where there is cause."""
Remedy = Literal["ratified", "terminated", "voided"]
"""What becomes of an award that a protest was sustained against after it had been made."""


class Protest(Record):
    """One protest as filed, and what became of it.

    `stays` says that the law itself stops the award for it; `intent` numbers the announced intent
    it is against; `overdue` says that the time to decide has passed without a decision. `defects`
    are what is wrong with it as filed, and `in_question` what the rules do not say about it;
    `received_at` is when the protester had the decision in hand.
    """

    keyed_by: ClassVar = ("number",)
    arrows: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "pending": ("denied", "sustained", "withdrawn", "deemed_denied", "dismissed"),
        "denied": (),
        "sustained": (),
        "withdrawn": (),
        "deemed_denied": (),
        "dismissed": (),
    }
    number: int
    lot: Lot = NO_LOT
    against: Against
    intent: int | None
    protester: str
    name: str
    address: str
    signature: str
    grounds: str
    relief: str
    documents: Attachment | None
    documents_note: str
    filed_by: str
    filed_at: Instant
    stays: bool
    decision_due: Instant | None
    status: Status = "pending"
    overdue: bool = False
    decided_by: str = ""
    decided_at: Instant | None = None
    facts: str = ""
    reasons: str = ""
    remedy: str = ""
    overridden_by: str = ""
    overridden_at: Instant | None = None
    interests: str = ""
    override_reasons: str = ""
    finding: Finding | None = None
    ground: Ground | None = added(None)
    phase: str = added("")
    defects: tuple[Defect, ...] = added(())
    lacks: tuple[str, ...] = added(())
    in_question: str = added("")
    window_over: Instant | None = added(None)
    petition_due: Instant | None = added(None)
    petitioned_at: Instant | None = added(None)
    bond: str = added("")
    bond_amount: Exact | None = added(None)
    accepted_by: str = added("")
    accepted_at: Instant | None = added(None)
    accepted_because: str = added("")
    extended_by: str = added("")
    extended_because: str = added("")
    overridden_for: str = added("")
    received_at: Instant | None = added(None)

    @property
    def pending(self) -> bool:
        """Whether it still awaits its decision."""
        return self.status == "pending"

    @property
    def holds(self) -> bool:
        """Whether it is pending and whole, and nobody found in writing that the award goes on.

        A notice of protest alone holds nothing: its petition does.
        """
        return self.pending and self.overridden_at is None and self.heard and not self.noticed_only

    @property
    def heard(self) -> bool:
        """Whether it was filed as the law asks, or accepted in spite of what is wrong with it."""
        return not self.defects or self.accepted_at is not None

    @property
    def last_filed_at(self) -> Instant:
        """When something was last filed in it: the petition, or the protest itself."""
        return self.petitioned_at or self.filed_at

    @property
    def noticed_only(self) -> bool:
        """Whether it is a notice of protest whose petition is still to come."""
        return self.pending and self.petition_due is not None and self.petitioned_at is None

    @property
    def wrong(self) -> tuple[str, ...]:
        """In words what is wrong with it as it was filed."""
        return tuple([DEFECTS[defect] for defect in self.defects])

    @property
    def target(self) -> str:
        """In words what is protested."""
        if self.finding:
            return f"the finding {FOUND[self.finding]}"
        if self.against == "award":
            return "the award as announced"
        return "the terms of the solicitation"

    def moved(self, status: Status) -> "Protest":
        """Return the protest in another status its arrows lead to."""
        assert status in self.arrows[self.status], f"no arrow from {self.status} to {status}"
        return self.evolve(status=status)


class AwardRemedy(Record):
    """What was done about an award that a protest was sustained against, once it was made.

    Where the contract is ratified it goes on; where it is terminated or void, it does not.
    """

    keyed_by: ClassVar = ("protest",)
    protest: int
    remedy: Remedy
    done: str
    recorded_by: str
    recorded_at: Instant

    @property
    def goes_on(self) -> bool:
        """Whether the award stands after all."""
        return self.remedy == "ratified"


class PublicFile(Record):
    """When the procurement file was opened to the public, and where it can be read."""

    where: str
    opened_by: str
    opened_at: Instant


class RecordsAccess(Record):
    """When an offeror could first read the records of the procurement, and which they were."""

    keyed_by: ClassVar = ("offeror",)
    offeror: str
    what: str
    given_at: Instant
    recorded_by: str
    recorded_at: Instant


class Rebuttal(LotRecord, Record):
    """What a firm answers to a finding about it, where the law gives a time for that."""

    keyed_by: ClassVar = ("number",)
    number: int
    offeror: str
    finding: Finding
    found_at: Instant
    text: str
    documents: Attachment | None
    received_at: Instant
    late: bool


class StayDecision(Record):
    """Whether a procurement waits for a protest, found in writing: which steps of it, and why."""

    keyed_by: ClassVar = ("protest",)
    protest: int
    stays: bool
    covers: tuple[str, ...]
    reasons: str
    decided_by: str
    decided_at: Instant


class Appeal(Record):
    """What was brought against the decision of a protest, before whom, and how it ended.

    `stays` says whether the law stops the procurement for it; None where the law is not known.
    """

    keyed_by: ClassVar = ("number",)
    number: int
    protest: int
    what: Recourse
    forum: str
    filed_at: Instant
    in_time: bool | None
    stays: bool | None
    recorded_by: str
    recorded_at: Instant
    outcome: AppealOutcome | None = None
    reference: str = ""
    ended_at: Instant | None = None
    overridden_at: Instant | None = None

    @property
    def open(self) -> bool:
        """Whether it is not ended."""
        return self.outcome is None

    @property
    def holds(self) -> bool:
        """Whether the procurement waits for it, or may have to."""
        if not self.open or self.overridden_at is not None:
            return False
        return self.in_time is not False and self.stays is not False
