"""Simulated parties walk every move of every shipped workflow, and the same seed the same way."""

import os
import subprocess
import sys
from functools import cache

import pytest

from solicitation_flow.clock import VirtualClock
from solicitation_flow.errors import Usage
from solicitation_flow.simulation import seeds
from solicitation_flow.simulation.goals import TURNS, Turn, called, turn
from solicitation_flow.simulation.parties import Act, Parties
from tests.engine_fixtures import ROOT
from tests.simulation.coverage_of_seeds import Walked, report, rows, unwalked, walk

FEWEST_OBJECTING = 40
"""Guards that object to somebody on the way; `tests/test_stories.py` has every one object."""

ELSEWHERE = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242"},
)
SAMPLED = (5, 66, 117, 138, 205, 214, 285, 331, 420, 513)
"""Seeds of every workflow and law, of both kinds of people."""

NOT_BROUGHT_ABOUT = frozenset(
    {
        *("accept_protest", "close_appeal", "decide_stay", "extend_decision", "name_predecessor"),
        *("record_appeal", "record_receipt", "record_remedy", "submit_rebuttal"),
        *("extend_for_outage", "override_stay", "reopen_scores", "rescore"),
    }
)
"""Commands that simulated parties do not yet know how to bring about in every state.

They are of protests, appeals, reopened scores and solicitations: the stories take each of them.
"""

DIGESTS = """
import sys
from solicitation_flow.simulation import scenarios, seeds
for seed in sys.argv[1:]:
    print(seeds.play(int(seed)).digest)
print(scenarios.run("r-tc-18004", 0, lambda act: None).digest)
"""


@cache
def walked() -> Walked:
    return walk()


@pytest.mark.slow
def test_every_move_of_every_shipped_workflow_is_walked() -> None:
    left = [name for name in unwalked(walked()) if name.split(":")[2] not in NOT_BROUGHT_ABOUT]
    assert not left, report(walked())
    assert walked().count <= seeds.SEEDS


@pytest.mark.slow
@pytest.mark.parametrize("what", ["states", "guards asked", "notices"])
def test_every_state_guard_and_notice_is_met_on_the_way(what: str) -> None:
    left = []
    for _, item, _, _, names in rows(walked()):
        if item == what:
            left += [name for name in names if not name.startswith(("protests/", "reopen"))]
    assert not left, report(walked())


@pytest.mark.slow
def test_the_report_counts_what_guards_say() -> None:
    listing = [count for _, what, count, _, _ in rows(walked()) if what == "guards objecting"]
    assert sum(listing) >= FEWEST_OBJECTING
    assert "guards objecting" in report(walked())
    print(report(walked()))  # noqa: T201 - `pytest -s` shows the table


def test_the_same_seed_makes_the_same_bytes_in_every_zone_locale_and_order_of_hashes() -> None:
    listed = [str(item) for item in SAMPLED]
    listing = [
        subprocess.run(
            [sys.executable, "-c", DIGESTS, *listed],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, **elsewhere},
        ).stdout.split()
        for elsewhere in ELSEWHERE
    ]
    assert listing[0] == listing[1]
    assert len(set(listing[0])) == len(SAMPLED) + 1


def test_another_seed_goes_another_way() -> None:
    named = "rfp:open:ask"
    assert seeds.play(0, named).digest != seeds.play(1, named).digest


def test_the_sampled_seeds_are_of_every_workflow_law_and_kind_of_people() -> None:
    picked = [seeds.drawn(seed) for seed in SAMPLED]
    assert {drawn.law for drawn in picked} == set(seeds.LAWS)
    assert {item.bold for item in picked} == {False, True}
    assert {item.goal.workflow for item in picked} >= {"rfp", "agreement"}


def test_one_seed_after_the_other_takes_each_turn_once_before_any_twice() -> None:
    count = len(seeds.known())
    assert count < seeds.SEEDS
    assert {seeds.drawn(seed).goal.name for seed in range(count)} == {
        goal.name for goal in seeds.known()
    }


def test_a_turn_keeps_to_the_laws_under_which_it_can_come_about() -> None:
    name = "rfp:opening:deem_denied:2"
    assert {seeds.drawn(seed, name).law for seed in range(8)} == {"harbor-town"}


def test_what_a_turn_takes_is_written_for_turns_there_are() -> None:
    names = {goal.name for goal in seeds.known()} | {item.short for item in seeds.known()}
    assert not set(TURNS) - names
    steps = {step for item in TURNS.values() for step in item.after if isinstance(step, str)}
    assert not steps - names


def test_a_turn_is_called_by_command_by_state_or_by_branch() -> None:
    known = seeds.known()
    assert len(called("rfp:receive", known)) > len(called("rfp:held:receive", known)) == 2
    assert [goal.name for goal in called("rfp:held:receive:2", known)] == ["rfp:held:receive:2"]
    assert turn(called("rfp:drafting:authorize", known)[0]) == Turn()
    with pytest.raises(Usage, match="no turn of events"):
        called("rfp:recieve", known)


def test_everybody_has_a_stream_of_chances_of_their_own() -> None:
    clock = VirtualClock(seeds.START)
    parties = Parties(seeds.engine(seeds.definitions("neutral"), clock), clock, "7")
    drawn = parties.chance("maria").random()
    other = Parties(parties.engine, clock, "7")
    other.chance("ann").random()
    assert other.chance("maria").random() == drawn


def test_what_was_refused_is_told_beside_what_was_done() -> None:
    acts: list[Act] = []
    run = seeds.play(0, "rfp:drafting:publish", acts.append)
    assert run.came
    assert acts[-1].command == "publish"
    assert acts[-1].done
    refused = [act for act in acts if not act.done]
    assert any("resolution" in item.outcome for item in refused)
