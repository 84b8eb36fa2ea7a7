"""L8: the journal is the truth; folding it gives exactly the records."""

import json
from itertools import pairwise

from solicitation_flow.engine.entries import FIRST, fold
from solicitation_flow.records import digest
from tests.enginehouse import ROOT, told

STORY = ROOT / "workflows" / "scenarios" / "r-tc-18004.story"


def test_l8_folding_every_journal_gives_exactly_what_the_tables_hold() -> None:
    teller, _ = told(STORY)
    store = teller.engine.rooms.store
    cases = store.find()
    assert len(cases) > 10
    for header in cases:
        stored = store.load(header.number)
        assert stored is not None
        folded = fold(store.journal(header.number))
        assert tuple(folded.facts.values()) == stored.facts
        assert sorted(folded.deadlines.items()) == sorted(
            ((row.name, row.subject), row) for row in stored.deadlines
        )
        assert folded.header() == stored.header


def test_l8_each_entry_is_hashed_as_stored_and_names_the_one_before() -> None:
    teller, _ = told(STORY)
    store = teller.engine.rooms.store
    entries = store.journal(teller.number)
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert json.loads(entries[0].text)["previous"] == FIRST
    for one, other in pairwise(entries):
        assert digest(one.text) == one.hash
        assert json.loads(other.text)["previous"] == one.hash
    header = store.find(workflow="rfp")[0]
    assert (header.count, header.head) == (len(entries), entries[-1].hash)


def test_l8_opening_a_case_is_entry_one_and_a_childs_number_derives() -> None:
    teller, _ = told(STORY)
    store = teller.engine.rooms.store
    child = store.find(workflow="agreement")[0]
    assert child.number == f"{teller.number}-A1"
    first = json.loads(store.journal(child.number)[0].text)
    assert (first["number"], first["command"], first["role"]) == (1, "open_agreement", "case")


def test_l8_as_of_and_known_at_equal_a_replay_stopped_there() -> None:
    teller, _ = told(STORY)
    engine, store = teller.engine, teller.engine.rooms.store
    for entry in store.journal(teller.number):
        known = engine.view(teller.number, known_at=entry.recorded_at).loaded
        replayed = fold(
            e for e in store.journal(teller.number) if e.recorded_at <= entry.recorded_at
        )
        assert known.header == replayed.header()
        as_of = engine.view(teller.number, as_of=entry.effective_at).loaded
        assert as_of.header.count >= known.header.count or as_of.header == known.header
