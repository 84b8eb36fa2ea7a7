"""The engine over several cases at once: members below agreements, parents and their dates."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.clock import VirtualClock
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.errors import (
    BadFields,
    ClockWentBack,
    Conflict,
    InvalidFile,
    NotFound,
    Trouble,
    Usage,
)
from solicitation_flow.records import digest
from solicitation_flow.records.agreements import Joined
from solicitation_flow.records.evaluation import PriceOffer, Responsiveness
from solicitation_flow.records.ledger import Pin, Plan
from solicitation_flow.records.participation import Participation
from solicitation_flow.records.responses import OpenedProposal
from solicitation_flow.simulation.story_runner import StoryRunner
from solicitation_flow.store.memory import MemoryStore
from solicitation_flow.verify import verify
from solicitation_flow.workspace import FileDefinitions
from tests.engine_fixtures import ROOT
from tests.laws.prepared import (
    ACME,
    GRACE,
    INTENDED,
    MARIA,
    OPENED,
    PUBLISHED,
    RECEIVED,
    RFP,
    SCORES,
    Bent,
    at,
    bent_to,
    done,
    told_to,
    wall,
    with_moves,
)
from tests.laws.test_l01_the_clock_first import with_a_child_while_the_parents_date_stands

AGREEMENT = f"{RFP}-A1"
FIRST, SECOND = f"{AGREEMENT}-M001", f"{AGREEMENT}-M002"
PAT = Actor("pat", frozenset({"member"}), acts_for="fairview")
WORDS = {"member": "fairview", "contact": "Pat Lee", "scope": "Chairs for two new schools"}
TERM = {
    "signed_by_agency": "Ann Walker",
    "signed_by_contractor": "Joe Acme",
    "effective_on": "2026-03-05",
    "expires_on": "2028-03-05",
}


def _executed() -> StoryRunner:
    teller = bent_to(INTENDED, agreement=with_moves("publish", guards=()))
    at(teller, "2026-03-02 09:00")
    done(teller.engine, GRACE, "award")
    done(teller.engine, MARIA, "execute", case=AGREEMENT, **TERM)
    return teller


def _published() -> StoryRunner:
    teller = _executed()
    at(teller, "2026-03-05 09:00")
    done(teller.engine, MARIA, "publish", case=AGREEMENT, how_to_join="Sign the addendum")
    return teller


def _asks(parent: str = AGREEMENT, workflow: str = "participation", **words: str) -> Request:
    return Request("", {**WORDS, **words}, workflow=workflow, parent=parent)


def _asked(teller: StoryRunner, actor: Actor = PAT) -> Accepted:
    answer = teller.engine.perform(_asks(), actor)
    assert isinstance(answer, Accepted), answer
    return answer


def _joined(teller: StoryRunner) -> Accepted:
    _asked(teller)
    eligibility = {"finding": "eligible", "entity": "school", "entity_allowed": "yes"}
    law = {"authority": "Va. Code 2.2-4304"}
    done(teller.engine, MARIA, "check_eligibility", case=FIRST, **eligibility, **law)
    return done(teller.engine, MARIA, "join", case=FIRST, signed_by="Pat Lee, Purchasing")


# --- a case opened below another ----------------------------------------------------------------


def test_a_member_asks_to_join_an_agreement_and_gets_a_number_below_it() -> None:
    teller = _published()
    assert [_asked(teller).number, _asked(teller, MARIA).number] == [FIRST, SECOND]
    loaded = teller.engine.view(FIRST).loaded
    assert (loaded.case.state, loaded.header.parent) == ("asked", AGREEMENT)
    assert loaded.case.one(Participation).contractor == "acme"


def test_a_case_below_another_is_held_to_the_rules_of_that_one() -> None:
    teller = _published()
    _asked(teller)
    own, above = (teller.engine.view(number).loaded.header for number in (FIRST, AGREEMENT))
    assert {k: v for k, v in own.pins.items() if k != "workflow"} == {
        k: v for k, v in above.pins.items() if k != "workflow"
    }


def test_its_first_entry_says_which_move_of_the_parent_it_saw() -> None:
    teller = _published()
    above = teller.engine.view(AGREEMENT).loaded.header.count
    _asked(teller)
    first = json.loads(teller.engine.environment.store.journal(FIRST)[0].text)
    assert (first["number"], first["command"], first["parent_move"]) == (1, "ask_to_join", above)


def test_a_parent_that_moved_meanwhile_stops_the_opening() -> None:
    teller = _published()
    planned = teller.engine.plan(_asks(), PAT)
    assert isinstance(planned, Accepted)
    _paper_filed(teller)
    with pytest.raises(Conflict):
        teller.engine.environment.store.commit(planned.plan)


def _paper_filed(teller: StoryRunner) -> None:
    paper = teller.engine.attach("prices.pdf", b"prices")
    done(teller.engine, MARIA, "file_paper", case=AGREEMENT, paper="price_list", file=paper)


def test_a_dry_run_of_an_opening_shows_what_would_be_stored_and_stores_nothing() -> None:
    teller = _published()
    planned = teller.engine.plan(_asks(), PAT)
    assert isinstance(planned, Accepted)
    assert teller.engine.environment.store.load(FIRST) is None
    assert _asked(teller).plan == planned.plan


def test_the_parent_settles_before_a_case_is_opened_below_it() -> None:
    teller = _executed()
    done(teller.engine, MARIA, "publish", case=AGREEMENT, how_to_join="Sign the addendum")
    at(teller, "2026-03-06 09:00")
    _asked(teller)
    last = teller.engine.environment.store.journal(AGREEMENT)[-1]
    first = json.loads(teller.engine.environment.store.journal(FIRST)[0].text)
    assert (last.command, first["parent_move"]) == ("take_effect", last.number)


def test_joining_and_leaving_are_told_to_the_agreement_in_the_same_transaction() -> None:
    teller = _published()
    joined = _joined(teller)
    assert [part.header.number for part in joined.plan.parts] == [FIRST, AGREEMENT]
    used = teller.engine.view(AGREEMENT).loaded.case.one(Joined, "fairview")
    assert (used.participation, used.left_at) == (FIRST, None)
    reason = "We have awarded a contract of our own"
    left = done(teller.engine, PAT, "leave", case=FIRST, reason=reason)
    assert [part.entry.command for part in left.plan.parts] == ["leave", "record_leaving"]
    assert teller.engine.view(AGREEMENT).loaded.case.one(Joined, "fairview").left_at
    assert verify(teller.engine.environment.store, teller.engine.environment.library) == []


def test_what_an_engine_keeps_in_mind_of_three_cases_is_what_the_store_holds() -> None:
    teller = _published()
    _joined(teller)
    for number in (RFP, AGREEMENT, FIRST):
        assert teller.engine.loader.load(number) == Engine(teller.engine.environment).loader.load(
            number
        )


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (_asks(parent=""), "a participation belongs to a case of agreement$"),
        (_asks(parent=RFP), f"a participation belongs to a case of agreement, and {RFP} is of rfp"),
        (_asks(workflow="rfp"), "a rfp belongs to no other case"),
    ],
)
@pytest.mark.parametrize("act", [Engine.perform, Engine.plan])
def test_a_case_hangs_where_its_workflow_says(
    act: Callable[..., object], wanted: Request, says: str
) -> None:
    with pytest.raises(Usage, match=says):
        act(_published().engine, wanted, MARIA)


def test_a_parent_that_is_not_there_is_named() -> None:
    with pytest.raises(NotFound, match="there is no case RFP-2026-009-A1"):
        told_to(RECEIVED).engine.perform(_asks(parent="RFP-2026-009-A1"), PAT)


def test_only_an_award_opens_an_agreement() -> None:
    request = Request("open_agreement", {}, workflow="agreement", parent=RFP)
    answer = told_to(INTENDED).engine.perform(request, MARIA)
    assert isinstance(answer, Refusal)
    assert (answer.reason, answer.allowed) == ("not_allowed", ("case",))


# --- one instant for a command and what goes before it -------------------------------------------


class Ticking:
    """A clock that goes on a little whenever it is looked at."""

    def __init__(self, start: datetime) -> None:
        self.at = start

    def now(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at


@pytest.mark.parametrize("early", range(500, 6_000, 500))
def test_a_command_in_the_moment_of_the_closing_is_no_clock_that_went_back(early: int) -> None:
    teller = told_to(RECEIVED)
    clock = Ticking(wall("2026-02-03 14:00") - timedelta(microseconds=early))
    engine = Engine(replace(teller.engine.environment, clock=clock))
    answer = engine.perform(Request("amend", {"summary": "Lots are allowed too"}, case=RFP), MARIA)
    last = engine.environment.store.journal(RFP)[-1]
    assert last.command == ("amend" if isinstance(answer, Accepted) else "close_receipt")
    assert last.recorded_at <= clock.at


def test_a_clock_that_went_back_is_refused_for_every_case_a_command_reaches() -> None:
    teller = _executed()
    at(teller, "2026-03-04 12:00")
    paper = teller.engine.attach("a.pdf", b"a")
    done(teller.engine, MARIA, "file_paper", paper="evaluation_summary", file=paper)
    back = VirtualClock(wall("2026-03-04 11:00"))
    engine = Engine(replace(teller.engine.environment, clock=back))
    request = Request("publish", {"how_to_join": "Sign the addendum"}, case=AGREEMENT)
    for act in (engine.perform, engine.plan):
        with pytest.raises(ClockWentBack, match=rf"but {RFP} already holds"):
            act(request, MARIA)
    assert verify(engine.environment.store, engine.environment.library) == []


def test_no_case_is_opened_below_one_the_clock_went_behind() -> None:
    teller = _published()
    back = VirtualClock(teller.clock.now() - timedelta(hours=1))
    with pytest.raises(ClockWentBack, match=rf"but {AGREEMENT} already holds"):
        Engine(replace(teller.engine.environment, clock=back)).perform(_asks(), PAT)


# --- definitions changed under a version in use --------------------------------------------------


def test_a_changed_file_is_refused_for_the_cases_a_case_opens_too() -> None:
    store = MemoryStore()
    teller = told_to(INTENDED, store)
    environment = teller.engine.environment
    used = Bent(environment.definitions, {"agreement": with_moves("publish", guards=())}).workflow(
        "agreement"
    )
    store._pins[used.sha256] = used
    at(teller, "2026-03-02 09:00")
    with pytest.raises(InvalidFile, match="version 1 is in use with other content"):
        teller.engine.perform(Request("award", case=RFP), GRACE)


def test_a_changed_edition_is_refused_for_a_case_that_would_adopt_it() -> None:
    teller = told_to(INTENDED.partition("2026-01-06")[0])
    environment = teller.engine.environment

    class Edited(Bent):
        def profile(self, now: datetime) -> Pin:
            pin = self.real.profile(now)
            return replace(pin, body=f"{pin.body} ", sha256=digest(f"{pin.body} "))

    engine = Engine(replace(environment, definitions=Edited(environment.definitions, {})))
    with pytest.raises(InvalidFile, match=r"/jurisdictions/.* is in use with other content"):
        engine.perform(Request("adopt_edition", case=RFP), MARIA)


# --- reading a case and those above it -----------------------------------------------------------


def test_reading_a_child_settles_its_parent_in_memory_too() -> None:
    teller = with_a_child_while_the_parents_date_stands()
    above = teller.engine.view(AGREEMENT).loaded.case.parent
    assert above is not None
    row = above.deadline("standstill")
    assert row is not None
    assert row.status == "met"
    assert teller.engine.environment.store.journal(RFP)[-1].command == "award"


@pytest.mark.parametrize("asked", ["as_of", "known_at"])
def test_a_child_as_it_was_stands_beside_its_parent_as_that_was(asked: str) -> None:
    teller = _published()
    then: dict[str, Any] = {asked: wall("2026-03-03 09:00")}
    above = teller.engine.view(AGREEMENT, **then).loaded.case.parent
    now = teller.engine.view(AGREEMENT).loaded.case.parent
    assert above is not None
    assert now is not None
    assert above.count == now.count - 1
    assert teller.engine.view(RFP, **then).loaded.case == above


def _publication_told(case: CaseFile, *_: object) -> CaseFile:
    assert case.parent is not None
    return case.tell(case.parent.number, "record_publication", agreement=case.number)


def _told_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> StoryRunner:
    """Return a child whose date informs its parent, while an earlier date of that one stands."""
    teller = with_a_child_while_the_parents_date_stands()
    workflow = teller.engine.loader.load(AGREEMENT).lifecycle.workflow
    monkeypatch.setattr(workflow.book.actions["take_effect"], "call", _publication_told)
    at(teller, "2026-03-06 09:00")
    return teller


def test_a_date_that_tells_another_case_waits_for_the_earlier_date_of_that_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    teller = _told_by_the_clock(monkeypatch)
    sweep = teller.engine.settle(cases=[AGREEMENT])
    assert sweep.troubles == []
    assert [settled.deadline.command for settled in sweep.settled] == [
        "end_standstill",
        "take_effect",
    ]
    heard = [entry.command for entry in teller.engine.environment.store.journal(RFP)]
    assert heard[-2:] == ["end_standstill", "record_publication"]
    assert verify(teller.engine.environment.store, teller.engine.environment.library) == []


def test_a_date_that_tells_another_case_is_read_as_it_would_be_settled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    teller = _told_by_the_clock(monkeypatch)
    seen = teller.engine.view(AGREEMENT)
    assert [entry.command for entry in seen.unrecorded] == ["take_effect"]
    teller.engine.settle()
    kept = teller.engine.view(AGREEMENT).loaded
    assert seen.loaded.case.parent == kept.case.parent
    assert seen.loaded.case == kept.case


def test_a_case_that_cannot_be_settled_stops_the_one_that_tells_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    teller = _told_by_the_clock(monkeypatch)
    workflow = teller.engine.loader.load(RFP).lifecycle.workflow

    def trouble(*_: object) -> CaseFile:
        raise NotFound("a page is missing")

    monkeypatch.setattr(workflow.book.actions["end_standstill"], "call", trouble)
    sweep = teller.engine.settle()
    assert (sweep.settled, sweep.troubles) == (
        [],
        [
            f"{RFP}: a page is missing",
            f"{AGREEMENT}: {RFP} has to be settled first, and cannot be",
        ],
    )


# --- what stays shut -----------------------------------------------------------------------------


def test_the_price_of_an_offer_set_aside_is_not_opened() -> None:
    teller = told_to(OPENED + SCORES)
    engine = teller.engine
    loaded = engine.loader.load(RFP)
    aside = Responsiveness(
        offeror="zenith",
        responsive=False,
        version=1,
        found_by="maria",
        found_at=teller.clock.now(),
    )
    engine.loader._keep(loaded._replace(case=loaded.case.file(aside)))
    at(teller, "2026-02-05 09:00")
    after = done(engine, MARIA, "open_prices").decided.case
    assert [price_offer.offeror for price_offer in after.all(PriceOffer)] == ["acme"]
    did = [json.loads(access.text) for access in engine.environment.store.accesses()]
    assert [attempt["what"] for attempt in did if attempt["what"].endswith("/price")] == [
        "acme/price"
    ]


# --- a case file -------------------------------------------------------------------------------


def test_what_a_case_lists_follows_its_records_however_it_was_copied() -> None:
    case = told_to(OPENED).engine.view(RFP).loaded.case
    opened = case.all(OpenedProposal)
    assert [opened_proposal.offeror for opened_proposal in opened] == ["acme", "zenith"]
    assert case.having(state="awarded").all(OpenedProposal) == opened
    for emptied in (case.having(records={}), replace(case, records={})):
        assert emptied.all(OpenedProposal) == []
    opened.clear()
    assert len(case.all(OpenedProposal)) == 2
    with pytest.raises(AssertionError, match="no such field"):
        case.having(stat="awarded")


# --- a case kept in mind that somebody else has moved --------------------------------------------


def _two_offices(text: str) -> tuple[Engine, Engine]:
    """Two engines over one store; the first remembers the case as it stood before the second."""
    first = told_to(text).engine
    first.loader.load(RFP)
    return first, Engine(first.environment)


def test_a_move_on_a_case_somebody_else_has_moved_is_decided_on_how_it_stands_now() -> None:
    first, second = _two_offices(PUBLISHED)
    done(second, MARIA, "amend", summary="Lots are allowed")
    answer = done(first, MARIA, "amend", summary="Partial offers are allowed")
    assert answer.plan.parts[0].expects == first.environment.store.journal(RFP)[-2].number
    assert {key for kind, key in first.view(RFP).loaded.case.records if kind == "amendment"} == {
        "1",
        "2",
    }
    assert verify(first.environment.store, first.environment.library) == []


def test_a_refusal_is_told_of_how_the_case_stands_now() -> None:
    first, second = _two_offices(PUBLISHED)
    done(second, MARIA, "cancel", reason="The need is gone; the board decided so on 3 January.")
    answer = first.perform(Request("amend", {"summary": "Lots"}, case=RFP), MARIA)
    assert isinstance(answer, Refusal)
    assert "while RFP-2026-001 is cancelled" in answer.says


def test_what_was_not_offered_before_somebody_else_moved_is_offered_now() -> None:
    first, second = _two_offices(PUBLISHED)
    asked = Request("answer", {"question": "1", "text": "Yes, by lot."}, case=RFP)
    assert isinstance(first.perform(asked, MARIA), Refusal)
    done(second, ACME, "ask", text="May we bid by lot?")
    assert isinstance(first.perform(asked, MARIA), Accepted)


def test_words_that_are_wrong_stay_wrong_whoever_moved_the_case() -> None:
    first, second = _two_offices(PUBLISHED)
    done(second, ACME, "ask", text="May we bid by lot?")
    for _ in range(2):
        with pytest.raises(BadFields, match="no such field"):
            first.perform(Request("answer", {"reply": "Yes"}, case=RFP), MARIA)


def test_a_clock_behind_what_somebody_else_wrote_is_refused_though_nobody_looked_before() -> None:
    first, second = _two_offices(PUBLISHED)
    environment = first.environment
    later = Engine(
        replace(environment, clock=VirtualClock(environment.clock.now() + timedelta(hours=1)))
    )
    done(later, MARIA, "amend", summary="Lots are allowed")
    with pytest.raises(ClockWentBack, match="already holds an entry"):
        first.perform(Request("amend", {"summary": "Partial offers"}, case=RFP), MARIA)
    assert len(second.environment.store.journal(RFP)) == len(environment.store.journal(RFP))


def test_a_command_whose_answer_got_lost_is_told_and_not_given_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, _ = _two_offices(PUBLISHED)
    commit = first.environment.store.commit

    def loses_the_answer(plan: Plan) -> None:
        commit(plan)
        raise Trouble("the disk went away before the answer came")

    monkeypatch.setattr(first.environment.store, "commit", loses_the_answer)
    before = len(first.environment.store.journal(RFP))
    with pytest.raises(Trouble, match="before the answer came"):
        first.perform(Request("ask", {"text": "May we bid by lot?"}, case=RFP), ACME)
    assert len(first.environment.store.journal(RFP)) == before + 1


ODD = """\
workflow: odd
version: 1
title: A workflow with states nobody should call so
law: [registers]
number: "T-{count:03}"
opened_by: {command: open_person, by: [officer]}
initial: 'so "to say"'
states:
  'so "to say"':
    phase: registers
    may:
      change_person: {by: [officer], optional: true}
      retire: {by: [officer], to: 'back\\slash', optional: true}
  'back\\slash': {phase: registers, final: true}
"""


def test_whatever_an_agency_calls_its_states_the_journal_can_be_read_again(tmp_path: Path) -> None:
    (tmp_path / "odd.v1.yaml").write_text(ODD, encoding="utf-8")
    definitions = FileDefinitions(
        (tmp_path, ROOT / "workflows"), "va-local", "neutral", "America/New_York"
    )
    environment = replace(
        told_to(PUBLISHED).engine.environment, store=MemoryStore(), definitions=definitions
    )
    engine = Engine(environment)
    words = {"key": "ann", "name": "Ann", "email": "ann@agency.example", "roles": "officer"}
    opened = engine.perform(Request("open_person", words, workflow="odd"), MARIA)
    assert isinstance(opened, Accepted)
    done(engine, MARIA, "retire", case=opened.number)
    contents = [json.loads(entry.text) for entry in environment.store.journal(opened.number)]
    assert [content["dest"] for content in contents] == ['so "to say"', "back\\slash"]
    assert verify(environment.store, environment.library) == []
