"""L5: a guard blocks, passes with a determination on file, or warns into the journal."""

import json
from datetime import UTC, datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.guards import Ruling, excusing, fingerprint, strength_of
from solicitation_flow.records.papers import Determination
from solicitation_flow.rulebook import Objection, book
from solicitation_flow.workflow import phases
from tests.laws.prepared import (
    DRAFTED,
    GRACE,
    INTENDED,
    MARIA,
    RECEIVED,
    RFP,
    THEO,
    at,
    done,
    refused,
    told_to,
)

SMALL = (
    RECEIVED.replace("voters=eve,ben,chen", "voters=eve,ben")
    + "2026-02-03 14:00  clock  close_receipt  -> opening\n"
)


def _objection(rulings: tuple[Ruling, ...], guard: str) -> Ruling:
    return next(ruling for ruling in rulings if ruling.guard == guard)


def test_l5_a_determination_clears_exactly_the_guard_and_facts_it_names() -> None:
    teller = told_to(SMALL)
    engine = teller.engine
    at(teller, "2026-02-03 15:00")
    ruling = _objection(
        refused(engine, THEO, "open_proposals", witness="maria").rulings, "committee_size"
    )
    assert ruling.strength == "determination"
    fields = next(c for c in ruling.clears if c.command == "determine").fields
    done(
        engine,
        GRACE,
        "determine",
        **fields,
        reasoning="Two voters were free in time",
        author="maria",
    )
    answer = done(engine, THEO, "open_proposals", witness="maria")
    used = json.loads(answer.plan.parts[0].entry.text)["determinations"]
    assert used == [f"{fields['rule']}/{fields['facts']}"]


def test_l5_a_determination_lapses_when_the_facts_change() -> None:
    teller = told_to(SMALL)
    engine = teller.engine
    at(teller, "2026-02-03 15:00")
    objection = _objection(
        refused(engine, THEO, "open_proposals", witness="maria").rulings, "committee_size"
    )
    fields = next(c for c in objection.clears if c.command == "determine").fields
    done(
        engine,
        GRACE,
        "determine",
        **fields,
        reasoning="Two voters were free in time",
        author="maria",
    )
    done(engine, MARIA, "name_committee", voters="eve")
    again = refused(engine, THEO, "open_proposals", witness="maria")
    assert "committee_size" in {ruling.guard for ruling in again.rulings}


def test_l5_nobody_determines_for_themselves() -> None:
    teller = told_to(SMALL)
    both = Actor("grace", frozenset({"approver", "officer"}))
    answer = refused(teller.engine, both, "determine", rule="committee_size", facts="0",
                     reasoning="It suits me well", author="grace")  # fmt: skip
    assert {ruling.guard for ruling in answer.rulings} == {"approver_is_not_author"}


def test_l5_a_warning_passes_into_the_journal() -> None:
    teller = told_to(INTENDED)
    at(teller, "2026-02-09 09:00")  # the window is open, but here the award need not wait for it
    answer = done(teller.engine, GRACE, "award")
    entry = json.loads(answer.plan.parts[0].entry.text)
    assert [warning["id"] for warning in entry["warnings"]] == ["G80"]
    assert teller.engine.view(RFP).loaded.case.state == "awarded"


def test_l5_a_determination_of_one_guard_says_nothing_of_another_with_the_same_facts() -> None:
    guards = told_to(DRAFTED).engine.view(RFP).loaded.lifecycle.workflow.book.guards
    objection = Objection("something is off", {"voters": ("eve", "ben")})
    prints = {fingerprint(guard, objection) for guard in guards.values()}
    assert len(prints) == len(guards)


def test_l5_no_determination_lets_a_rule_that_blocks_stand_aside() -> None:
    teller = told_to(DRAFTED)
    engine = teller.engine
    done(engine, MARIA, "describe", cooperative_wording="Others too")
    words = {"proposals_due": "2026-02-03 14:00"}
    objection = _objection(
        refused(engine, MARIA, "publish", **words).rulings, "cooperative_wording"
    )
    assert objection.strength == "block"
    assert "determine" not in {clears.command for clears in objection.clears}
    guard = engine.view(RFP).loaded.lifecycle.workflow.book.guards[objection.guard]
    facts = fingerprint(guard, Objection(objection.says, objection.facts))
    done(engine, GRACE, "determine", rule=objection.rule, facts=facts, author="maria",
         reasoning="Everybody knows what is meant")  # fmt: skip
    again = refused(engine, MARIA, "publish", **words)
    assert "cooperative_wording" in {ruling.guard for ruling in again.rulings}


def test_l5_a_number_the_jurisdiction_does_not_know_asks_for_a_determination() -> None:
    text = DRAFTED.replace("jurisdiction: va-local", "jurisdiction: neutral")
    teller = told_to(text)
    law = teller.engine.view(RFP).loaded.law
    assert law.rule("standstill").days is None
    guard = teller.engine.view(RFP).loaded.lifecycle.workflow.book.guards["cooperative_wording"]
    assert law.rule(guard.rule).strength == "block"
    assert strength_of(guard, Objection("no number is known", unknown=True), law) == "determination"
    assert strength_of(guard, Objection("known, and not met"), law) == "block"


def test_l5_an_unknown_number_is_asked_about_once_and_a_more_generous_case_never() -> None:
    """Days of notice are more generous the more they are, rounds of offers the fewer."""
    twelve = Objection("not known", {}, unknown=True, extent={"days": 12})
    asked = book(phases()).guards["minimum_notice"]
    for rule, enough, other in (("minimum_notice", 19, 11), ("bafo_rounds", 11, 13)):
        case = CaseFile(number="RFP-2026-001", workflow="rfp", state="open").file(
            Determination(
                rule=rule,
                facts=fingerprint(asked, twelve),
                reasoning="It was enough in every year",
                author="maria",
                approver="grace",
                signed_at=datetime(2026, 1, 6, tzinfo=UTC),
            )
        )
        for number in (12, enough):
            objection = twelve._replace(extent={"days": number})
            assert excusing(case, rule, fingerprint(asked, objection)) is not None
        objection = twelve._replace(extent={"days": other})
        assert excusing(case, rule, fingerprint(asked, objection)) is None
        hours = twelve._replace(extent={"hours": 12})
        assert excusing(case, rule, fingerprint(asked, hours)) is None
