"""Short beginnings of stories the law tests share, so that each test shows only its point."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from solicitation_flow.casefile import Actor
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Accepted, Definitions, Engine, Request
from solicitation_flow.records import digest
from solicitation_flow.records.ledger import Pin
from solicitation_flow.simulation.story import parse
from solicitation_flow.simulation.story_runner import StoryRunner
from solicitation_flow.store import Store
from solicitation_flow.workdays import instant
from solicitation_flow.workflow import Workflow
from solicitation_flow.workflow.headings import Heading
from tests.engine_fixtures import teller as tells
from tests.engine_fixtures import told

ZONE = "America/New_York"

CAST = """
zone: America/New_York
jurisdiction: va-local
start: 2026-01-05 09:00
file: acme-price.txt "total: 1000.00"
file: zenith-price.txt "total: 1200.00"
person: maria "Maria Alvarez" officer
person: grace "Grace Okafor" approver
person: theo "Theo Lind" custodian
person: eve "Eve Marsh" evaluator
person: ben "Ben Castle" evaluator
person: chen "Chen Wei" evaluator
person: gazette "County Gazette" newspaper
supplier: acme "Acme Furniture"
supplier: zenith "Zenith Seating"
member: fairview "Fairview Schools" "kind=school division" state=VA
"""

DRAFTED = (
    CAST
    + """
2026-01-05 09:00  maria  new rfp title="School furniture" agency="Test County"  -> drafting
2026-01-05 09:10  maria  authorize reference="Resolution 1" dated=2026-01-02  -> drafting
2026-01-05 09:20  maria  describe cooperative_wording="Other public bodies may buy too"  -> drafting
2026-01-05 09:30  maria  plan_evaluation criteria="quality:60,price:40" total=100  -> drafting
2026-01-05 09:40  maria  name_committee voters=eve,ben,chen  -> drafting
"""
)

PUBLISHED = (
    DRAFTED
    + """
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" \
 questions_due="2026-01-20 16:00"  -> open
"""
)

RECEIVED = (
    PUBLISHED
    + """
2026-01-20 16:00  clock  close_questions  -> open
2026-01-27 10:00  acme    receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-01-28 10:00  zenith  receive envelope=@zenith.txt price=@zenith-price.txt  -> open
"""
)

OPENED = (
    RECEIVED
    + """
2026-02-03 14:00  clock  close_receipt  -> opening
2026-02-03 15:00  theo  open_proposals witness=maria  -> evaluation
"""
)

SCORES = "".join(
    f'2026-02-04 1{hour}:{minute:02}  {who}  score offeror={offeror} scores="quality:{points}"'
    f' reasons="quality:as the samples show"  -> evaluation\n'
    for hour, (who, high, low) in enumerate([("eve", 50, 40), ("ben", 51, 42), ("chen", 49, 41)])
    for minute, (offeror, points) in enumerate([("acme", high), ("zenith", low)])
)

RANKED = (
    OPENED
    + SCORES
    + """
2026-02-05 09:00  maria  open_prices  -> evaluation
2026-02-05 09:30  maria  rank_offers  -> evaluation
"""
)

INTENDED = (
    RANKED
    + """
2026-02-06 09:00  maria  post_intent winners=acme basis="Best total and quality"  -> intent_to_award
"""
)

MARIA = Actor("maria", frozenset({"officer"}))
GRACE = Actor("grace", frozenset({"approver"}))
THEO = Actor("theo", frozenset({"custodian"}))
ACME = Actor("acme", frozenset({"supplier"}), acts_for="acme")
ZENITH = Actor("zenith", frozenset({"supplier"}), acts_for="zenith")
RFP = "RFP-2026-001"


def told_to(text: str, store: Store | None = None) -> StoryRunner:
    """Tell a beginning and insists that it went as written."""
    teller, happened = told(text, store, thin=True)
    diverging = [step.diverges for step in happened if step.diverges]
    assert not diverging, diverging
    return teller


Bend = Callable[[Workflow], Workflow]


class Bent:
    """A definitions with some workflows bent a little, to try what no shipped workflow does."""

    def __init__(self, real: Definitions, bends: dict[str, Bend]) -> None:
        self.real = real
        self.bends = bends

    def workflow(self, name: str) -> Pin:
        pin = self.real.workflow(name)
        if name not in self.bends:
            return pin
        body = self.bends[name](Workflow.from_body(pin.body)).body()
        assert body != pin.body, f"{name} was not bent"
        return replace(pin, body=body, sha256=digest(body))

    def headings(self) -> Mapping[str, Heading]:
        return self.real.headings()

    def profile(self, now: datetime) -> Pin:
        return self.real.profile(now)

    def program(self) -> Pin:
        return self.real.program()


def bent_to(text: str, **bends: Bend) -> StoryRunner:
    """Tell a beginning under bent workflows and insists that it went as written."""
    teller = tells(parse(text, "test"), thin=True)
    environment = teller.engine.environment
    teller.engine = Engine(replace(environment, definitions=Bent(environment.definitions, bends)))
    diverging = [happened.diverges for happened in teller.tell() if happened.diverges]
    assert not diverging, diverging
    return teller


def with_moves(command: str, **news: Any) -> Bend:
    """Return the bend that changes every move of a command."""

    def bend(workflow: Workflow) -> Workflow:
        moves = tuple(
            move.evolve(**news) if move.command == command else move for move in workflow.moves
        )
        return workflow.evolve(moves=moves)

    return bend


def wall(text: str) -> datetime:
    """Return the instant at which the agency's clock shows a time."""
    return instant(datetime.fromisoformat(text), ZONE)


def at(teller: StoryRunner, shown: str) -> None:
    """Set the clock without letting anybody ring: the scheduler is off."""
    teller.clock.set(wall(shown))


def done(engine: Engine, actor: Actor, command: str, case: str = RFP, **words: object) -> Accepted:
    """Perform a command that must succeed."""
    answer = engine.perform(Request(command, words, case=case), actor)
    assert isinstance(answer, Accepted), answer
    return answer


def refused(
    engine: Engine, actor: Actor, command: str, case: str = RFP, **words: object
) -> Refusal:
    """Perform a command that must be refused."""
    answer = engine.perform(Request(command, words, case=case), actor)
    assert isinstance(answer, Refusal), answer
    return answer


def enclosed(engine: Engine, text: str = "a proposal", part: str = "envelope") -> dict[str, object]:
    """Return a sealed envelope with some text inside."""
    return engine.enclose("proposal.txt", text.encode(), case=RFP, part=part)
