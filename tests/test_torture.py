"""Torture finds what is planted, tells it shortly, and finds nothing else; what it found stays."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from random import Random

import pytest

from scripts import torture
from solicitation_flow import forms, post
from solicitation_flow.casefile import Actor
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Accepted, Request
from solicitation_flow.errors import BadFields, ClockWentBack, SolflowError
from solicitation_flow.forms import Form, Local
from solicitation_flow.verify import verify
from tests.torture import running
from tests.torture.requests import Wisher
from tests.torture.running import Atom, Failure, Tally
from tests.torture.workspace import House, house

RUNS, SEARCHED = 12, 60
"""Runs in the tests; CI gives `scripts/torture` two thousand."""

IN_EVALUATION = 21
"""A prepared house whose offers will expire, and whose officers are reminded of that."""


def test_no_law_breaks_in_a_dozen_lives() -> None:
    tally = running.batch(range(1, RUNS + 1), running.STEPS)
    assert [(failure.seed, failure.law, failure.says) for failure in tally.failures] == []
    assert tally.runs == RUNS
    assert sum(tally.steps.values()) == RUNS * running.STEPS
    assert set(tally.checks) == {
        "L1", "L2", "L4", "L7", "L8", "L9", "L11", "L12", "L13", "L14",
    }  # fmt: skip
    assert min(tally.moves, sum(tally.faults.values())) > RUNS


def test_the_same_seed_is_the_same_life() -> None:
    lives = [running.retold(5, running.whole(30)) for _ in range(2)]
    assert lives[0][1] == lives[1][1]
    assert len(lives[0][1]) == 30


@pytest.mark.parametrize("name", running.PLANTED)
def test_a_planted_bug_is_found_and_told_in_a_few_steps(name: str) -> None:
    first = next(_failures(name), None)
    assert first is not None, f"{name} was not found in {SEARCHED} runs"
    assert len(first.story) <= 8, "\n".join(first.story)
    with running.planting(name):
        again, _ = running.retold(first.seed, running.kept(first.kept))
    assert [failure.law for failure in again.failures] == [first.law]
    sound, _ = running.retold(first.seed, running.kept(first.kept))
    assert sound.failures == [], "the story fails for want of the bug, and for nothing else"


def _failures(name: str) -> Iterator[Failure]:
    with running.planting(name):
        for seed in range(1, SEARCHED + 1):
            failure = running.run(seed, running.whole(running.STEPS), Tally())
            if failure:
                yield running.shrunk(failure)


def test_a_failing_seed_prints_its_story_and_the_commands_that_repeat_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ["--planted", "settle-with-refusal", "--jobs", "1", "--seed", "5", "--runs", "3"]
    assert torture.main(asked) == torture.FOUND
    capture_result = capsys.readouterr()
    assert "L1 does not hold" in capture_result.out
    assert "scripts/torture --runs 1 --seed 5 --keep" in capture_result.out
    assert "3 of 3 runs" in capture_result.err


def test_steps_that_are_kept_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert torture.main(["--seed", "3", "--keep", "2,4,6c"]) == 0
    assert "1 runs, 3 steps" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--keep", "two"], ["--runs", "0"], ["--planted", "tulips"]])
def test_words_nobody_can_mean_are_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        torture.main(words)
    assert left.value.code == 2


def test_a_story_is_shrunk_to_the_steps_it_takes() -> None:
    def fails(atoms: Sequence[Atom]) -> bool:
        return {(3, False), (17, False)} <= set(atoms)

    assert list(running._fewest(running.whole(50), fails)) == [(3, False), (17, False)]


# --- what torture found ------------------------------------------------------------------------


class Meeting(Form):
    """Where and when somebody meets."""

    at: Local
    where: str


def overdue() -> House:
    """Return a workspace in which a date passes as soon as somebody looks at the clock."""
    made = house(IN_EVALUATION, silent=False)
    row = made.store.deadlines()[0]
    made.clock.turn(row.fires_at - made.clock.stands)
    return made


@pytest.mark.parametrize("spare", range(8))
def test_a_clock_set_back_while_a_command_settles_is_refused_in_words(spare: int) -> None:
    made = overdue()
    request, actor = Wisher(made, made.offices[0], Random(1)).lawful(made.store.deadlines()[0].case)
    made.faults.arm("clock slips", spare, timedelta(days=1))
    try:
        answer: object = made.offices[0].perform(request, actor)
    except SolflowError as error:
        answer = error
    assert isinstance(answer, (Accepted, Refusal, ClockWentBack)) or "the clock reads" in str(
        answer
    )
    assert verify(made.store, made.library) == []


def test_a_letter_sent_by_a_clock_set_back_is_not_settled_before_it_was_written() -> None:
    made = house(IN_EVALUATION, silent=False)
    now = min(letter.written_at for letter in made.store.outbox()) - timedelta(hours=1)
    assert post.send(made.store, made.post, now).sent == len(made.store.outbox())
    assert all(letter.settled_at == letter.written_at for letter in made.store.outbox())
    assert verify(made.store, made.library) == []


def test_who_is_hired_or_leaves_after_a_reminder_does_not_make_it_look_forged() -> None:
    made = house(IN_EVALUATION, silent=False)
    reminder = next(
        candidate for candidate in made.store.reminders() if candidate.audience == "officers"
    )
    made.clock.turn(reminder.fires_at - made.clock.stands)
    assert made.offices[0].settle().reminded
    made.clock.turn(timedelta(days=1))
    office = Actor("office", frozenset({"administrator"}))
    words = {"key": "nora", "name": "Nora", "email": "nora@person.example", "roles": "officer"}
    made.offices[0].perform(Request("open_person", words, workflow="person"), office)
    made.offices[0].perform(Request("retire", case="P-ann"), office)
    assert verify(made.store, made.library) == []


@pytest.mark.parametrize(
    ("words", "field", "says"),
    [
        ({"at": -1}, "at", "expected a local date and time"),
        ({"where": "half \ud800 a sign"}, "where", "holds half a sign"),
    ],
)
def test_what_no_form_can_hold_is_a_bad_field(
    words: dict[str, object], field: str, says: str
) -> None:
    with pytest.raises(BadFields) as refused:
        forms.check(Meeting, "meet", {"at": "2026-02-03 10:00", "where": "Room 204", **words})
    assert [bad_field.field for bad_field in refused.value.fields] == [field]
    assert says in refused.value.message
