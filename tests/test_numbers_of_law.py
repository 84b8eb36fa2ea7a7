"""Tests that each number of a shipped profile changes a date or a refusal, or is said to be unread.

A story is told once as it is, and again with one number changed: somewhere a date must move, or a
refusal come or go. `solflow jurisdiction check` lists the numbers of which nothing depends.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.jurisdiction import Law, Rule
from solicitation_flow.jurisdiction.findings import NUMBERS, stated
from solicitation_flow.workdays.windows import UNITS
from solicitation_flow.workspace import FileDefinitions
from tests.coverage_of_stories import STORIES
from tests.engine_fixtures import ROOT, told
from tests.phases import builders

FILES = FileDefinitions((ROOT / "workflows",), "neutral", "neutral", "").jurisdiction_files()
PROFILES = FILES.usable()

LONGEST = 100
"""Days, months or years with which a calendar of twelve years can still be asked."""
NO_STORY = {
    "federal_clauses": "its clauses are asked for by name, so their number changes nothing",
    "litigation": "no story goes to court",
    "protest_finding": "told where the profile of the story states none",
    "protest_terms": "the stories' profiles count to the due date, not in hours from posting",
    "public_file": "its number is of bids in the one profile that opens the file by a day",
    "rebuttal_decision": "no story has a rebuttal",
}
"""Numbers that the law reads, of which no story shows it yet, each with the reason."""


@contextmanager
def rules_seen(change: "Any") -> Iterator[None]:
    """Let every rule of any law pass through a function."""
    original = Law.rule

    def seen(self: Law, name: str) -> Rule:
        return change(name, original(self, name))  # type: ignore[no-any-return]

    Law.rule = seen  # type: ignore[method-assign]
    try:
        yield
    finally:
        Law.rule = original  # type: ignore[method-assign]


def outcome(path: Path) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return what diverges in a story, and every date that is set in it."""
    runner, events = told(path)
    store = runner.engine.environment.store
    dates: list[tuple[Any, ...]] = []
    for header in store.find():
        kept = store.load(header.number)
        assert kept is not None
        for deadline in kept.deadlines:
            dates.append((header.number, deadline.name, deadline.subject, deadline.due_at))
        for fact in kept.facts:
            if "20" in fact.body:
                dates.append((header.number, fact.kind, fact.key, fact.body))
    return [str(event.diverges) for event in events], dates


@cache
def readers() -> dict[str, list[Path]]:
    """Return the stories in which each rule is asked for."""
    reading: dict[str, list[Path]] = {}
    for path in STORIES:
        names: set[str] = set()

        def note(name: str, rule: Rule, names: set[str] = names) -> Rule:
            names.add(name)
            return rule

        with rules_seen(note):
            told(path)
        for name in names:
            reading.setdefault(name, []).append(path)
    return reading


def changes(rule: Rule) -> Iterator[Rule]:
    """Yield a rule with other numbers, far more and next to nothing; it blocks, to be noticed."""
    for number in (61, 1, 0, 1_000_000_000):
        length = rule.length
        for unit in UNITS:
            if unit in rule.model_fields_set and number < LONGEST:
                held = unit if length is None else length.unit
                yield rule.evolve(**{**dict.fromkeys(UNITS), held: number}, strength="block")
        for key in ("number", "amount", "percent", "at_least"):
            if key in rule.model_fields_set:
                yield rule.evolve(**{key: number}, strength="block")


def makes_a_difference(name: str) -> bool:
    for path in readers().get(name, ()):
        given: list[Rule] = []

        def note(asked: str, rule: Rule, given: list[Rule] = given) -> Rule:
            if asked != name:
                return rule
            given.append(rule)
            return rule.evolve(strength="block")

        with rules_seen(note):
            before = outcome(path)
        for changed in changes(given[0]) if given else ():

            def put(asked: str, rule: Rule, changed: Rule = changed) -> Rule:
                return changed if asked == name else rule

            with rules_seen(put):
                if outcome(path) != before:
                    return True
    return False


def numbered() -> set[str]:
    """Return the rules of shipped profiles that state a number."""
    names: set[str] = set()
    for profile in PROFILES:
        for place in stated(builders.profile(profile).rules):
            keys = NUMBERS & place.figures.model_fields_set
            if any(getattr(place.figures, key) is not None for key in keys):
                names.add(place.rule)
    return names


@pytest.mark.parametrize("rule", sorted(numbered()))
def test_a_number_of_a_shipped_profile_changes_a_date_or_a_refusal_or_is_said_to_be_unread(
    rule: str,
) -> None:
    if rule not in FILES.read_figures():
        return  # `check` lists it: tests/cli/test_jurisdiction.py
    assert makes_a_difference(rule) or rule in NO_STORY
