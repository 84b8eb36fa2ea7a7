"""L8: the journal is the truth; folding it gives exactly the records."""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from solicitation_flow.documents import MemoryDocuments
from solicitation_flow.engine import Engine, Loader
from solicitation_flow.engine.entries import FIRST, fold
from solicitation_flow.errors import NotFound
from solicitation_flow.records import digest
from solicitation_flow.records.ledger import Duty
from solicitation_flow.records.papers import Paper
from solicitation_flow.store.memory import MemoryStore
from solicitation_flow.verify import verify
from tests.engine_fixtures import ROOT, told
from tests.laws.prepared import (
    DRAFTED,
    GRACE,
    INTENDED,
    MARIA,
    OPENED,
    RECEIVED,
    RFP,
    at,
    done,
    told_to,
    wall,
)

STORY = ROOT / "workflows" / "scenarios" / "r-tc-18004.story"


def test_l8_folding_every_journal_gives_exactly_what_the_tables_hold() -> None:
    teller, _ = told(STORY)
    store = teller.engine.environment.store
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
    store = teller.engine.environment.store
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
    store = teller.engine.environment.store
    child = store.find(workflow="agreement")[0]
    assert child.number == f"{teller.number}-A1"
    first = json.loads(store.journal(child.number)[0].text)
    assert (first["number"], first["command"], first["role"]) == (1, "open_agreement", "case")


def test_l8_as_of_and_known_at_equal_a_replay_stopped_there() -> None:
    teller, _ = told(STORY)
    engine, store = teller.engine, teller.engine.environment.store
    for entry in store.journal(teller.number):
        known = engine.view(teller.number, known_at=entry.recorded_at).loaded
        replayed = fold(
            e for e in store.journal(teller.number) if e.recorded_at <= entry.recorded_at
        )
        assert known.header == replayed.header()
        as_of = engine.view(teller.number, as_of=entry.effective_at).loaded
        assert as_of.header.count >= known.header.count or as_of.header == known.header


def test_l8_as_of_follows_effect_and_known_at_what_was_written_down() -> None:
    teller = told_to(RECEIVED)
    engine = teller.engine
    at(teller, "2026-02-10 09:00")
    engine.settle()  # the closing of 3 February is written down a week late
    between = wall("2026-02-05 09:00")
    assert engine.view(RFP, as_of=between).loaded.case.state == "opening"
    assert engine.view(RFP, known_at=between).loaded.case.state == "open"
    assert engine.view(RFP, known_at=wall("2026-02-10 09:00")).loaded.case.state == "opening"
    assert engine.view(RFP, as_of=wall("2026-01-05 12:00")).loaded.case.state == "drafting"
    with pytest.raises(NotFound, match="did not exist yet"):
        engine.view(RFP, as_of=wall("2026-01-05 08:59"))


def test_l8_an_entry_rewritten_together_with_its_hash_breaks_the_chain() -> None:
    store = MemoryStore()
    library = told_to(DRAFTED, store).engine.environment.library
    assert verify(store, library) == []
    entries = store._cases[RFP].entries
    text = entries[1].text.replace('"program":"', '"program":"9.')
    entries[1] = entries[1]._replace(text=text, hash=digest(text))
    findings = [str(finding) for finding in verify(store, library)]
    assert len(findings) == 1
    assert findings[0].startswith(f"journal {RFP} entry 3: previous is")


def test_l8_what_another_program_wrote_is_seen_at_once() -> None:
    teller = told_to(DRAFTED)
    mine, other = teller.engine, Engine(teller.engine.environment)
    for engine in (mine, other):
        assert engine.view(RFP).loaded.case.title == "School furniture"
    done(other, MARIA, "describe", title="Desks")
    assert mine.view(RFP).loaded.case.title == "Desks"
    assert done(mine, MARIA, "describe", contact="Maria").decided.case.title == "Desks"


def test_l8_what_an_engine_keeps_in_mind_is_what_the_store_holds() -> None:
    teller, _ = told(STORY)
    engine, store = teller.engine, teller.engine.environment.store
    for header in store.find():
        kept, read = engine.loader.load(header.number), Loader(store).load(header.number)
        assert kept == read
        assert list(kept.case.records) == list(read.case.records)


def test_l8_a_child_sees_its_parent_as_it_stands_now() -> None:
    teller = told_to(INTENDED)
    mine, other = teller.engine, Engine(teller.engine.environment)
    at(teller, "2026-03-02 09:00")
    done(mine, GRACE, "award")
    child = f"{RFP}-A1"
    assert mine.view(child).loaded.case.parent is not None
    done(other, MARIA, "file_paper", paper="evaluation_summary", file=other.attach("a.pdf", b"a"))
    above = mine.view(child).loaded.case.parent
    assert above is not None
    assert above.get(Paper, "evaluation_summary") is not None


Harm = Callable[[MemoryStore, MemoryDocuments], object]


def _entry(store: MemoryStore, _: MemoryDocuments) -> None:
    entries = store._cases[RFP].entries
    entries[-1] = entries[-1]._replace(text=entries[-1].text.replace('"program":"', '"program":"9'))


def _last_entry_gone(store: MemoryStore, _: MemoryDocuments) -> None:
    store._cases[RFP].entries.pop()


def _record(store: MemoryStore, _: MemoryDocuments) -> None:
    facts = store._cases[RFP].facts
    key = ("solicitation", "the")
    facts[key] = facts[key]._replace(body=facts[key].body.replace("School", "Office"))


def _letter(store: MemoryStore, _: MemoryDocuments) -> None:
    key, letter = next(iter(store._letters.items()))
    store._letters[key] = letter._replace(message=letter.message + "P.S.\n")


def _duty(store: MemoryStore, _: MemoryDocuments) -> None:
    store._cases[RFP].duties = (Duty(RFP, "award", "role:approver", "award"),)


def _reminder(store: MemoryStore, _: MemoryDocuments) -> None:
    kept = store._cases[RFP].reminders
    key, row = next(iter(kept.items()))
    kept[key] = row._replace(status="dropped")


def _access(store: MemoryStore, _: MemoryDocuments) -> None:
    line = store._accesses[0]
    store._accesses[0] = replace(line, text=line.text.replace("theo", "nobody"))


def _document(_: MemoryStore, library: MemoryDocuments) -> None:
    library._kept.pop(library.digests()[0])


def _pin(store: MemoryStore, _: MemoryDocuments) -> None:
    for sha256, pin in store._pins.items():
        store._pins[sha256] = replace(pin, body=pin.body + " ")


def _header(store: MemoryStore, _: MemoryDocuments) -> None:
    folder = store._cases[RFP]
    folder.header = folder.header._replace(owner="nobody")


@pytest.mark.parametrize(
    ("what", "harm"),
    [
        ("journal", _entry),
        ("journal", _last_entry_gone),
        ("record", _record),
        ("letter", _letter),
        ("duty", _duty),
        ("reminder", _reminder),
        ("access", _access),
        ("document", _document),
        ("pin", _pin),
        ("header", _header),
    ],
)
def test_l8_whatever_is_changed_behind_the_journal_is_found(what: str, harm: Harm) -> None:
    store = MemoryStore()
    library = told_to(OPENED, store).engine.environment.library
    assert isinstance(library, MemoryDocuments)
    assert verify(store, library) == []
    harm(store, library)
    assert what in {finding.what for finding in verify(store, library)}


def test_l8_a_head_kept_elsewhere_shows_a_wholly_rewritten_chain() -> None:
    store = MemoryStore()
    library = told_to(DRAFTED, store).engine.environment.library
    for entry in store.journal(RFP):
        assert verify(store, library, head=entry.hash) == []
    assert [finding.what for finding in verify(store, library, head=digest("elsewhere"))] == [
        "head"
    ]
