"""Cases to write letters about, with the least they can hold and with the most.

`tests/letterbook` makes of them an occasion for every notice there is.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from email import message_from_string
from email.message import EmailMessage
from email.policy import default
from functools import cache
from pathlib import Path
from typing import Any

from solicitation_flow import notices
from solicitation_flow.casefile import CLOCK, Actor, CaseFile
from solicitation_flow.forms import Envelope, Form, Nothing
from solicitation_flow.jurisdiction import Law, merge, read_program
from solicitation_flow.notices import LetterSettings, Recipient, Sender, write
from solicitation_flow.paper import Templates
from solicitation_flow.records import Record
from solicitation_flow.records.amendments import Acknowledgment, Amendment
from solicitation_flow.records.issuance import Listed, Publication, Question
from solicitation_flow.records.ledger import Boundary, Deadline, Letter
from solicitation_flow.records.preparation import (
    Committee,
    Criterion,
    EvaluationPlan,
    Solicitation,
    Terms,
)
from solicitation_flow.records.responses import Opening, Proposal, Status
from solicitation_flow.workspace import FileDefinitions

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "templates"
GOLDEN = ROOT / "tests" / "golden"
WORKFLOWS = ROOT / "workflows"
NUMBER = "RFP-2017-001"
TITLE = "Education, classroom, miscellaneous support furniture and related products and services"
AGENCY = "Prince William County Public Schools"
OFFICER = Actor("maria", frozenset({"officer"}))
ACME = Recipient("supplier:acme", "Acme School Furniture, Inc.", "bids@acme.example")
BIRCHWAY = Recipient("supplier:birchway", "Birchway Learning Spaces", "")
GAZETTE = Recipient("person:gazette", "The County Gazette", "ads@gazette.example")
FAIRVIEW = Recipient("member:fairview", "Fairview City Schools", "buying@fairview.example")
BEN = Recipient("person:ben", "Ben Okafor", "ben@lead.example")
NAMES = {
    "acme": ACME.name,
    "birchway": BIRCHWAY.name,
    "ben": BEN.name,
    "emil": "Emil Sand",
    "theo": "Theo Lind",
}
SENDER = Sender("Purchasing Office", "purchasing@lead.example")
UNSET = Sender("Purchasing Office", "")


def utc(text: str) -> datetime:
    """Return an instant from `2017-07-18 13:00`."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


PUBLISHED, DUE, ASKED_BY = utc("2017-07-18 13:00"), utc("2017-08-18 18:00"), utc("2017-08-02 20:00")
AMENDED, ARRIVED = utc("2017-07-28 15:30"), utc("2017-08-16 20:40")
MEETING = utc("2017-07-25 14:00")
POSTED, ENDED = utc("2017-08-29 13:00"), utc("2017-08-21 14:00")


@cache
def law(name: str = "va-local") -> Law:
    """Return a shipped jurisdiction with the neutral program."""
    program = WORKFLOWS / "programs" / "neutral.yaml"
    return merge(
        FileDefinitions((WORKFLOWS,), name, "neutral", "").jurisdiction_file(),
        read_program(program.read_text(encoding="utf-8"), program.name),
        first_year=2017,
        last_year=2020,
        zone="America/New_York",
    ).law_for("rfp")


@dataclass(frozen=True)
class Occasion:
    """Everything a letter is written from."""

    case: CaseFile
    recipient: Recipient
    law: Law
    now: datetime
    cause: str = "move:7"
    actor: Actor = OFFICER
    form: Form | None = field(default_factory=Nothing)
    sender: Sender = SENDER
    training: bool = False
    deadline: Deadline | None = None
    offset: str | None = None
    names: dict[str, str] = field(default_factory=dict)

    def letter(self, notice: str, templates: Templates | None = None, **other: Any) -> Letter:
        """Return the letter, with whatever else than stated here."""
        stated = {name: getattr(self, name) for name in self.__dataclass_fields__} | other
        of_all = {name: stated.pop(name) for name in ("sender", "training", "names")}
        settings = LetterSettings(templates or Templates([SHIPPED]), **of_all)
        if settings.training and stated["recipient"].register != "person":
            # as the engine says of every party that is not of the agency's own people
            stated["recipient"] = replace(stated["recipient"], simulated=True)
        return write(settings, notice, notices.Occasion(**stated))


def deadline(name: str, due_at: datetime, boundary: Boundary, printed: str = "") -> Deadline:
    """Return a row as `decide` completes it."""
    return Deadline(
        NUMBER, name, "", due_at, boundary, due_at, "", f"close_{name}", 1, "unmet", printed
    )


def least() -> CaseFile:
    """Return a published solicitation with no word more than it must have."""
    return _published(
        Solicitation(title="Desks", agency="Lead", method="competitive sealed proposals"),
        Publication(
            published_at=PUBLISHED,
            published_by="maria",
            proposals_due=DUE,
            questions_due=None,
            boundary="at",
            zone="America/New_York",
            printed=law().spoken(DUE),
            suppliers=(),
            newspapers=(),
        ),
        deadline("proposals_due", DUE, "at"),
    )


def most() -> CaseFile:
    """Return a solicitation with everything a letter can name."""
    return _published(
        Solicitation(
            title=TITLE,
            agency=AGENCY,
            method="competitive sealed proposals",
            scope="Furniture for classrooms.\nDelivery and installation.\n\nNo building.",
            cooperative_wording="Issued for other public bodies too, which may buy from it.",
            contact="Maria Alvarez, purchasing office, room 12",
        ),
        Publication(
            published_at=PUBLISHED,
            published_by="maria",
            proposals_due=DUE,
            questions_due=ASKED_BY,
            boundary="before",
            zone="America/New_York",
            printed="prior to 2:00 PM, August 18, 2017",
            suppliers=("acme", "birchway"),
            newspapers=("gazette",),
            conference_at=MEETING,
            conference_place="Board room, or by video on request",
            conference_mandatory=True,
        ),
        deadline("proposals_due", DUE, "before", "prior to 2:00 PM, August 18, 2017"),
        deadline("questions_due", ASKED_BY, "before"),
    ).file(
        EvaluationPlan(
            criteria=(
                Criterion(key="quality", points=Decimal(40), title="Quality and design"),
                Criterion(key="experience", points=Decimal("29.5")),
                Criterion(key="price", points=Decimal("30.5"), title="Price", price=True),
            ),
            total=100,
            price_formula="ratio",
            tie_rule="The lower price.",
            multi_award=True,
            decimals=2,
            importance="Quality counts most.\nPrice and experience count about the same.",
        ),
        TERMS,
        Committee(voters=("ben", "chen", "dora"), chair="ben", advisors=("emil",)),
        Listed(channel="suppliers", who="acme", why="published", since=PUBLISHED),
    )


TERMS = Terms(
    contract_type="fixed_price",
    validity_days=120,
    receipt_place="Purchasing office, room 12, and the portal",
    opening_place="Purchasing office, room 14",
    deciding_clock="the portal's own, shown on its front page",
    means="electronic_or_paper",
    acknowledgment="on the portal, or on the line of the cover sheet",
    set_by="maria",
    set_at=PUBLISHED,
    term_months=36,
    renewals=2,
    renewal_months=(12, 24),
    insurance="General liability of one million dollars for each occurrence",
    bonds="No bond is asked for",
    national_exhibits="Exhibit A, response for a national cooperative contract",
    funding_source="General funds, and federal Title I grants",
    federal_clauses=("termination", "debarment"),
)


def _published(solicitation: Solicitation, publication: Publication, *rows: Deadline) -> CaseFile:
    return CaseFile(
        number=NUMBER,
        workflow="rfp",
        state="open",
        title=solicitation.title,
        owner="maria",
        count=6,
        deadlines={(row.name, row.subject): row for row in rows},
    ).file(solicitation, publication)


def amended(number: int, **moved: Any) -> Amendment:
    """Return an amendment that moves what is given."""
    dates = {"proposals_due": None, "questions_due": None, "boundary": None} | moved
    summary = "Partial proposals are welcome.\nSection 3.2 is replaced: see the new page 14."
    return Amendment(number=number, summary=summary, issued_by="maria", issued_at=AMENDED, **dates)


def answered() -> tuple[Question, ...]:
    """Return one question with its answer, and one that waits."""
    asked: dict[str, Any] = {"asked_by": "birchway", "asked_at": AMENDED}
    answer_fields: dict[str, Any] = {"answered_by": "maria", "answered_at": AMENDED}
    return (
        Question(
            number=1,
            text="May one proposal cover seating only?",
            answer="Yes.",
            **asked,
            **answer_fields,
        ),
        Question(number=2, text="Is there a site visit?", **asked),
    )


def proposal(status: Status, at: datetime, offeror: str = "acme", **other: Any) -> Proposal:
    """Return a proposal; on paper, with a price and evidence, if `other` says so."""
    held = {"price": None, "how": "portal", "evidence": "", "version": 1} | other
    return Proposal(
        offeror=offeror,
        filing="timely" if status == "received" else f"{status}-1",
        technical=Envelope(name="technical.pdf", bytes=48_213, digest="ab" * 32),
        received_at=at,
        filed_at=at,
        filed_by=offeror,
        status=status,
        **held,
    )


PRICED: dict[str, Any] = {"price": Envelope(name="price.txt", bytes=19, digest="cd" * 32)}
ON_PAPER: dict[str, Any] = {"how": "paper", "evidence": "Time stamp of clock 2, sheet 14"}


def bare(
    case: CaseFile, recipient: Recipient, now: datetime, *records: Record, **other: Any
) -> Occasion:
    """Return an occasion: numbers of law not known, no address of either side."""
    return Occasion(case.file(*records), recipient, law("neutral"), now, sender=UNSET, **other)


def full(
    case: CaseFile, recipient: Recipient, now: datetime, *records: Record, **other: Any
) -> Occasion:
    """Return an occasion in training, with names and numbers."""
    return Occasion(case.file(*records), recipient, law(), now, names=NAMES, training=True, **other)


def reminding(
    case: CaseFile, name: str = "proposals_due", to: str = "followers", offset: str = "P2D"
) -> dict[str, Any]:
    """Return what makes a letter a reminder of a deadline of the case."""
    row = next(
        deadline_row for deadline_row in case.deadlines.values() if deadline_row.name == name
    )
    about = f"{name}/{row.subject}" if row.subject else name
    cause = f"reminder:{about}:{row.revision}:{to}:{offset}"
    return {"deadline": row, "offset": offset, "cause": cause, "actor": CLOCK}


def acknowledged() -> Acknowledgment:
    """Return that acme has the first amendment."""
    return Acknowledgment(amendment=1, supplier="acme", acknowledged_at=AMENDED)


BOTH = (amended(1), amended(2, proposals_due=DUE, questions_due=ASKED_BY, boundary="before"))
OPENED = Opening(opened_at=ENDED, opened_by="theo", witness="maria", seals="whole", names=("acme",))


def opened(written: Letter) -> EmailMessage:
    """Return the mail as its recipient's program reads it."""
    mail = message_from_string(written.message, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def page(written: Letter) -> str:
    """Return the mail as its recipient sees it, headers first."""
    mail = opened(written)
    shown = ("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Solflow-Case")
    return "\n".join(f"{name}: {mail[name]}" for name in shown) + f"\n\n{mail.get_content()}"
