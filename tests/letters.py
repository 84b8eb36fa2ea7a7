"""Cases to write letters about: every notice with the least a case can hold, and with the most.

`python -m tests.letters` writes the approved pages in `tests/golden` anew: read what changed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from email import message_from_string
from email.message import EmailMessage
from email.policy import default
from functools import cache
from pathlib import Path
from typing import Any

from solicitation_flow.casefile import CLOCK, Actor, CaseFile
from solicitation_flow.forms import Envelope, Form, Nothing
from solicitation_flow.jurisdiction import Law, merge, read_profile, read_program
from solicitation_flow.notices import Recipient, Sender, write
from solicitation_flow.paper import Templates
from solicitation_flow.records import Record
from solicitation_flow.records.agreements import Agreement
from solicitation_flow.records.amendments import Acknowledgment, Amendment
from solicitation_flow.records.award import Award, Ending, Intent
from solicitation_flow.records.evaluation import Ranking
from solicitation_flow.records.issuance import Listed, Publication, Question
from solicitation_flow.records.ledger import Boundary, Deadline, Letter
from solicitation_flow.records.preparation import Criterion, EvaluationPlan, Solicitation
from solicitation_flow.records.responses import Opening, Proposal, Status

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
NAMES = {"acme": ACME.name, "birchway": BIRCHWAY.name}
SENDER = Sender("Purchasing Office", "purchasing@lead.example")
UNSET = Sender("Purchasing Office", "")


def utc(text: str) -> datetime:
    """Answers an instant from `2017-07-18 13:00`."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


PUBLISHED, DUE, ASKED_BY = utc("2017-07-18 13:00"), utc("2017-08-18 18:00"), utc("2017-08-02 20:00")
AMENDED, ARRIVED = utc("2017-07-28 15:30"), utc("2017-08-16 20:40")
POSTED, ENDED = utc("2017-08-29 13:00"), utc("2017-08-21 14:00")


@cache
def law(name: str = "va-local") -> Law:
    """Answers a shipped jurisdiction with the neutral program."""
    where = WORKFLOWS / "jurisdictions" / f"{name}.yaml"
    program = WORKFLOWS / "programs" / "neutral.yaml"
    return merge(
        read_profile(where.read_text(encoding="utf-8"), where.name),
        read_program(program.read_text(encoding="utf-8"), program.name),
        first_year=2017,
        last_year=2020,
        zone="America/New_York",
    )


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
        """Answers the letter, with whatever else than stated here."""
        told = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return write(templates or Templates([SHIPPED]), notice, **(told | other))


def deadline(name: str, due_at: datetime, boundary: Boundary, printed: str = "") -> Deadline:
    """Answers a row as `decide` completes it."""
    return Deadline(
        NUMBER, name, "", due_at, boundary, due_at, "", f"close_{name}", 1, "unmet", printed
    )


def least() -> CaseFile:
    """Answers a published solicitation with no word more than it must have."""
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
    """Answers a solicitation with everything a letter can name."""
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
        ),
        Listed(channel="suppliers", who="acme", why="published", since=PUBLISHED),
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
    """Answers an amendment that moves what is given."""
    dates = {"proposals_due": None, "questions_due": None, "boundary": None} | moved
    said = "Partial proposals are welcome.\nSection 3.2 is replaced: see the new page 14."
    return Amendment(number=number, summary=said, issued_by="maria", issued_at=AMENDED, **dates)


def answered() -> tuple[Question, ...]:
    """Answers one question with its answer, and one that waits."""
    asked: dict[str, Any] = {"asked_by": "birchway", "asked_at": AMENDED}
    told: dict[str, Any] = {"answered_by": "maria", "answered_at": AMENDED}
    return (
        Question(
            number=1, text="May one proposal cover seating only?", answer="Yes.", **asked, **told
        ),
        Question(number=2, text="Is there a site visit?", **asked),
    )


def proposal(status: Status, at: datetime, offeror: str = "acme", **other: Any) -> Proposal:
    """Answers a proposal; on paper, with a price and evidence, if `other` says so."""
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


def _ending(how: Any) -> Ending:
    reason = "The need has changed.\nThe schools are to be rebuilt first."
    return Ending(how=how, reason=reason, ended_by="maria", ended_at=ENDED)


def _intent(until: datetime | None) -> Intent:
    return Intent(
        number=1,
        winners=("acme", "birchway") if until else ("acme",),
        basis="Highest total: quality outweighs the difference in price.",
        posted_by="maria",
        posted_at=POSTED,
        standstill_until=until,
    )


def _ranked(offeror: str, rank: int) -> Ranking:
    points = {"technical": Decimal("58.25"), "price_points": Decimal("28.10")}
    total = Decimal("86.35")
    return Ranking(offeror=offeror, rank=rank, tied=False, total=total, exact="1727/20", **points)


def _agreement(**other: Any) -> CaseFile:
    held = Agreement(
        title=TITLE, contractor="acme", solicitation=NUMBER, drafted_at=POSTED, **other
    )
    parent = most().file(Award(winners=("acme",), basis="x", awarded_by="grace", awarded_at=POSTED))
    return CaseFile(
        number=f"{NUMBER}-A1",
        workflow="agreement",
        state="published",
        title=TITLE,
        owner="maria",
        count=3,
        parent=parent if other else None,
    ).file(held)


TERM = {
    "signed_by_agency": "Ann Walker, Director",
    "signed_by_contractor": "Joe Acme, President",
    "effective_on": date(2018, 1, 1),
    "expires_on": date(2022, 12, 31),
    "renewals": 3,
    "executed_at": POSTED,
    "how_to_join": "Sign the addendum.\nSend it to the lead agency.",
    "packet_at": "https://lead.example/agreements/furniture",
    "published_at": POSTED,
    "members_told": ("fairview",),
}


def _least(
    case: CaseFile, recipient: Recipient, now: datetime, *records: Record, **other: Any
) -> Occasion:
    return Occasion(case.file(*records), recipient, law("neutral"), now, sender=UNSET, **other)


def _most(
    case: CaseFile, recipient: Recipient, now: datetime, *records: Record, **other: Any
) -> Occasion:
    return Occasion(case.file(*records), recipient, law(), now, names=NAMES, training=True, **other)


def _reminding(case: CaseFile) -> dict[str, Any]:
    cause = "reminder:proposals_due:1:followers:P2D"
    row = case.deadlines["proposals_due", ""]
    return {"deadline": row, "offset": "P2D", "cause": cause, "actor": CLOCK}


def _acknowledged() -> Acknowledgment:
    return Acknowledgment(amendment=1, supplier="acme", acknowledged_at=AMENDED)


BOTH = (amended(1), amended(2, proposals_due=DUE, questions_due=ASKED_BY, boundary="before"))
OPENED = Opening(opened_at=ENDED, opened_by="theo", witness="maria", seals="whole", names=("acme",))

LEAST: dict[str, Callable[[], Occasion]] = {
    "responses/reminder": lambda: _least(least(), BIRCHWAY, AMENDED, **_reminding(least())),
    "award/no_award": lambda: _least(least(), BIRCHWAY, ENDED, _ending("no response")),
    "award/cancelled": lambda: _least(least(), BIRCHWAY, ENDED, _ending("cancelled")),
    "issuance/advertisement": lambda: _least(least(), GAZETTE, PUBLISHED),
    "issuance/posting": lambda: _least(least(), BIRCHWAY, PUBLISHED),
    "amendments/amendment": lambda: _least(least(), BIRCHWAY, AMENDED, amended(1)),
    "responses/receipt": lambda: _least(least(), ACME, ARRIVED, proposal("received", ARRIVED)),
    "responses/late": lambda: _least(least(), ACME, ENDED, proposal("late", ENDED)),
    "award/intent": lambda: _least(least(), ACME, POSTED, _intent(None)),
    "award/regret": lambda: _least(least(), BIRCHWAY, POSTED, _intent(None)),
    "agreements/publication": lambda: _least(_agreement(), FAIRVIEW, POSTED),
}
"""Optional words missing, numbers of law not known, no address of either side."""

MOST: dict[str, Callable[[], Occasion]] = {
    "responses/reminder": lambda: _most(
        most(), ACME, utc("2017-08-16 18:00"), *BOTH, _acknowledged(), **_reminding(most())
    ),
    "award/no_award": lambda: _most(most(), ACME, ENDED, OPENED, _ending("all rejected")),
    "award/cancelled": lambda: _most(
        most(), ACME, ENDED, proposal("received", ARRIVED), _ending("cancelled")
    ),
    "issuance/advertisement": lambda: _most(most(), GAZETTE, PUBLISHED),
    "issuance/posting": lambda: _most(most(), ACME, PUBLISHED),
    "amendments/amendment": lambda: _most(most(), ACME, AMENDED, *BOTH, *answered()),
    "responses/receipt": lambda: _most(
        most(),
        ACME,
        ARRIVED,
        *BOTH,
        _acknowledged(),
        proposal("superseded", AMENDED),
        proposal("received", ARRIVED, version=2, **PRICED, **ON_PAPER),
    ),
    "responses/late": lambda: _most(
        most(),
        ACME,
        ENDED,
        proposal("received", ARRIVED),
        proposal("late", DUE, version=2, **PRICED, **ON_PAPER),
    ),
    "award/intent": lambda: _most(most(), ACME, POSTED, _intent(utc("2017-09-09 04:00"))),
    "award/regret": lambda: _most(
        most(), BIRCHWAY, POSTED, _ranked("acme", 1), _ranked("birchway", 2), _intent(ENDED)
    ),
    "agreements/publication": lambda: _most(_agreement(**TERM), FAIRVIEW, POSTED),
}
"""Everything said that can be said, in training."""

SIZES = {"min": LEAST, "max": MOST}


def opened(written: Letter) -> EmailMessage:
    """Answers the mail as its recipient's program reads it."""
    mail = message_from_string(written.message, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def page(written: Letter) -> str:
    """Answers the mail as its recipient sees it, headers first."""
    mail = opened(written)
    shown = ("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Solflow-Case")
    return "\n".join(f"{name}: {mail[name]}" for name in shown) + f"\n\n{mail.get_content()}"


def write_pages() -> None:
    """Writes every approved page anew, and removes those of letters that are gone."""
    for old in GOLDEN.rglob("*.txt"):
        old.unlink()
    for size, notices in SIZES.items():
        for notice, occasion in notices.items():
            path = GOLDEN / f"{notice}.{size}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page(occasion().letter(notice)), encoding="utf-8")


if __name__ == "__main__":
    write_pages()
