"""Short beginnings of stories the law tests share, so that each test shows only its point."""

from datetime import datetime

from solicitation_flow.casefile import Actor
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Done, Engine, Wish
from solicitation_flow.simulation.telling import Teller
from solicitation_flow.workdays import instant
from tests.enginehouse import told

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


def told_to(text: str) -> Teller:
    """Tells a beginning and insists that it went as written."""
    teller, happened = told(text)
    diverging = [each.diverges for each in happened if each.diverges]
    assert not diverging, diverging
    return teller


def wall(text: str) -> datetime:
    """Answers the instant at which the agency's clock shows a time."""
    return instant(datetime.fromisoformat(text), ZONE)


def at(teller: Teller, shown: str) -> None:
    """Sets the clock without letting anybody ring: the scheduler is off."""
    teller.clock.set(wall(shown))


def done(engine: Engine, actor: Actor, command: str, case: str = RFP, **words: object) -> Done:
    """Performs a command that must succeed."""
    answer = engine.perform(Wish(command, words, case=case), actor)
    assert isinstance(answer, Done), answer
    return answer


def refused(
    engine: Engine, actor: Actor, command: str, case: str = RFP, **words: object
) -> Refusal:
    """Performs a command that must be refused."""
    answer = engine.perform(Wish(command, words, case=case), actor)
    assert isinstance(answer, Refusal), answer
    return answer


def enclosed(engine: Engine, text: str = "a proposal", part: str = "envelope") -> dict[str, object]:
    """Answers a sealed envelope with some text inside."""
    return engine.enclose("proposal.txt", text.encode(), case=RFP, part=part)
