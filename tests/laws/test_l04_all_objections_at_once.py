"""L4: all objections at once, each with what clears it."""

from tests.clearing import objections
from tests.engine_fixtures import ROOT
from tests.laws.prepared import (
    ACME,
    CAST,
    MARIA,
    PUBLISHED,
    RECEIVED,
    RFP,
    THEO,
    at,
    bent_to,
    done,
    enclosed,
    refused,
    told_to,
    wall,
    with_moves,
)

BARE = (
    CAST + '2026-01-05 09:00  maria  new rfp title="Furniture" agency="Test County"  -> drafting\n'
)


def test_l4_every_guard_that_objects_is_heard() -> None:
    teller = told_to(BARE)
    answer = refused(teller.engine, MARIA, "publish", proposals_due="2026-01-10 14:00")
    assert {"authority_to_lead", "cooperative_wording", "weights_sum", "minimum_notice",
            "due_on_working_day"} <= {ruling.guard for ruling in answer.rulings}  # fmt: skip


def test_l4_an_objection_says_rule_facts_remedy_and_citation() -> None:
    teller = told_to(BARE)
    answer = refused(teller.engine, MARIA, "publish", proposals_due="2026-01-12 14:00")
    notice = next(r for r in answer.rulings if r.guard == "minimum_notice")
    assert notice.id == "G23"
    assert "10" in notice.says
    assert notice.facts
    assert [c.command for c in notice.clears] == ["publish"]
    assert notice.cite == "Va. Code 2.2-4302.2"
    assert notice.edition == "2024"
    assert notice.law_says


def test_l4_a_refused_command_changes_nothing() -> None:
    teller = told_to(BARE)
    store = teller.engine.environment.store
    before = store.load(RFP)
    refused(teller.engine, MARIA, "publish", proposals_due="2026-01-10 14:00")
    assert store.load(RFP) == before
    assert not store.outbox()


def test_l4_doing_what_the_objection_asks_clears_it() -> None:
    teller = told_to(BARE)
    answer = refused(teller.engine, MARIA, "publish", proposals_due="2026-01-12 14:00")
    due = next(r for r in answer.rulings if r.guard == "minimum_notice").clears[0].fields
    again = refused(teller.engine, MARIA, "publish", **due)
    assert "minimum_notice" not in {ruling.guard for ruling in again.rulings}


def test_l4_what_stops_a_command_is_said_once_however_many_ways_it_could_go() -> None:
    teller = told_to(RECEIVED + "2026-02-03 14:00  clock  close_receipt  -> opening\n")
    at(teller, "2026-02-03 14:20")
    answer = refused(teller.engine, THEO, "receive", envelope=enclosed(teller.engine))
    heard = [ruling.guard for ruling in answer.rulings]
    assert heard == ["sender_is_known", "stamped_in_time"]


def test_l4_an_objection_names_every_place_it_bars_the_way_to() -> None:
    met = objections(ROOT / "tests" / "stories" / "evaluation" / "no-offer-conforms.story")
    [unscreened] = [
        objected.ruling for objected in met if objected.ruling.guard == "every_offer_screened"
    ]
    assert unscreened.bars == ("evaluation", "no_award")


def test_l4_an_objection_names_who_may_clear_it() -> None:
    rulings = refused(told_to(PUBLISHED).engine, ACME, "withdraw").rulings
    assert [(c.command, c.role, c.who) for r in rulings for c in r.clears] == [
        ("receive", "supplier", "acme")
    ]


def test_l4_an_objection_says_the_earliest_instant_it_can_pass() -> None:
    teller = bent_to(RECEIVED, rfp=with_moves("cancel", guards=("due_has_passed",)))
    words = {"reason": "The need has changed."}
    rulings = refused(teller.engine, MARIA, "cancel", **words).rulings
    assert [(ruling.guard, ruling.earliest) for ruling in rulings] == [
        ("due_has_passed", wall("2026-02-03 14:00"))
    ]
    at(teller, "2026-02-03 13:59:59")
    refused(teller.engine, MARIA, "cancel", **words)
    at(teller, "2026-02-03 14:00")
    done(teller.engine, MARIA, "cancel", **words)
