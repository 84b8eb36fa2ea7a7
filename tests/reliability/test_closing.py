"""A closing takes effect once, as of its instant, whatever befell the daemon or its clock."""

import json
import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.clock import Reading, VirtualClock
from solicitation_flow.daemon.ringing import Daemon
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.engine.rounds import settle_once
from solicitation_flow.errors import ClockJumped, ClockWentBack, Suggestion, Usage
from solicitation_flow.post import FolderPost, MemoryPost
from solicitation_flow.records.ledger import Plan
from solicitation_flow.store import Store
from solicitation_flow.store.memory import MemoryStore
from solicitation_flow.timekeeping import JUMP, OFTEN, SEEN, Timekeeper
from solicitation_flow.verify import verify
from tests.engine_fixtures import engine
from tests.laws.prepared import ACME, MARIA, PUBLISHED, RECEIVED, RFP, done, told_to
from tests.store_fixtures import fresh_db, opened

CLOSING = datetime(2026, 2, 3, 19, 0, tzinfo=UTC)
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)


def closings(store: Store) -> list[tuple[datetime, datetime]]:
    """Return when each closing took effect, and when it was written down."""
    entries = store.journal(RFP)
    return [(e.effective_at, e.recorded_at) for e in entries if e.command == "close_receipt"]


# --- down, late, two at once -------------------------------------------------------------------


@pytest.mark.parametrize("late", [timedelta(), SECOND, DAY, 8 * DAY])
def test_however_late_it_closes_once_as_of_its_instant(late: timedelta) -> None:
    teller = told_to(RECEIVED)
    teller.clock.set(CLOSING - SECOND)
    settle_once(teller.engine, MemoryPost())
    assert closings(teller.engine.environment.store) == []
    teller.clock.set(CLOSING + late)
    for _ in range(2):
        assert settle_once(teller.engine, MemoryPost()).troubles == []
    assert closings(teller.engine.environment.store) == [(CLOSING, CLOSING + late)]
    assert verify(teller.engine.environment.store, teller.engine.environment.library) == []


class Overtaken(MemoryStore):
    """A store in which another daemon is always a moment faster."""

    other: Callable[[], object] | None = None

    def commit(self, plan: Plan) -> None:
        """Let the other one settle between the look at a case and its commit."""
        other, self.other = self.other, None
        if other:
            other()
        super().commit(plan)


def test_of_two_daemons_at_once_one_closes_and_the_other_finds_it_done() -> None:
    store = Overtaken()
    teller = told_to(RECEIVED, store)
    other = Engine(teller.engine.environment)
    teller.clock.set(CLOSING + HOUR)
    store.other = lambda: settle_once(other, MemoryPost())
    assert settle_once(teller.engine, MemoryPost()).troubles == []
    assert closings(store) == [(CLOSING, CLOSING + HOUR)]
    assert verify(store, teller.engine.environment.library) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
def test_two_daemons_that_are_two_processes_close_once_and_send_each_letter_once(
    tmp_path: Path,
) -> None:
    path = fresh_db(tmp_path)
    teller = told_to(RECEIVED, opened(path))
    teller.engine.environment.store.close()
    for _ in range(2):
        begin, go = os.pipe()
        act = partial(_round, path, tmp_path, begin)
        daemons = [forked(act) for _ in range(2)]
        os.write(go, b"!!")
        assert [os.waitpid(daemon, 0)[1] for daemon in daemons] == [0, 0]
    with closing(opened(path)) as store:
        assert closings(store) == [(CLOSING, CLOSING + HOUR)]
        assert {letter.status for letter in store.outbox()} == {"sent"}
        assert len(store.outbox()) == len(list((tmp_path / "outbox").glob("*.eml")))
        assert verify(store, teller.engine.environment.library) == []


def forked(act: Callable[[], object]) -> int:
    """Do something in a child process, which ends with 0 if it came to its end."""
    child = os.fork()
    if child:
        return child
    try:
        act()
        os._exit(0)
    finally:
        os._exit(1)


def _round(path: Path, folder: Path, begin: int) -> None:
    with closing(opened(path, busy_ms=5_000)) as store:
        made = engine(store, VirtualClock(CLOSING + HOUR), thin=True)
        os.read(begin, 1)
        assert settle_once(made, FolderPost(folder / "outbox")).troubles == []


# --- a clock that is set -----------------------------------------------------------------------


@dataclass
class Machine:
    """A machine with two clocks: somebody may set the one on the wall."""

    wall: datetime
    steady: timedelta = HOUR
    run: str = "first"

    def now(self) -> datetime:
        """Return what the wall says."""
        return self.wall

    def read(self) -> Reading:
        """Return what both say."""
        return Reading(self.wall, self.steady, self.run)

    def passes(self, time: timedelta) -> None:
        """Let time pass."""
        self.wall += time
        self.steady += time


@dataclass
class Office:
    """A solicitation that has offers, in an office whose machine can be tinkered with."""

    machine: Machine
    engine: Engine
    post: MemoryPost

    @property
    def keeper(self) -> Timekeeper:
        """Who doubts the clock."""
        assert self.engine.environment.keeper is not None
        return self.engine.environment.keeper

    def ring(self) -> list[str]:
        """Return what was wrong in one round."""
        return settle_once(self.engine, self.post).troubles

    def closings(self) -> list[tuple[datetime, datetime]]:
        """Return the closings so far."""
        return closings(self.engine.environment.store)


@pytest.fixture
def office() -> Office:
    """Return an office two days before the closing, whose daemon has just rung."""
    teller = told_to(RECEIVED)
    machine = Machine(CLOSING - 2 * DAY)
    keeper = Timekeeper(teller.engine.environment.store, machine.read)
    environment = replace(teller.engine.environment, clock=machine, keeper=keeper)
    made = Office(machine, Engine(environment), MemoryPost())
    assert made.ring() == []
    return made


def test_a_clock_set_back_is_refused_and_explained(office: Office) -> None:
    office.machine.passes(3 * DAY)
    office.ring()
    office.machine.wall -= 2 * DAY
    store = office.engine.environment.store
    before = store.load(RFP), store.journal(RFP)
    with pytest.raises(ClockWentBack, match=r"the clock reads .* but RFP-2026-001 already holds"):
        office.engine.perform(Request("open_proposals", {"witness": "grace"}, case=RFP), MARIA)
    assert office.ring() == []
    assert (store.load(RFP), store.journal(RFP)) == before
    assert office.closings() == [(CLOSING, CLOSING + DAY)]


def test_a_clock_put_back_and_right_again_does_not_seem_to_jump(office: Office) -> None:
    office.machine.wall -= 5 * HOUR
    office.machine.passes(OFTEN)
    assert office.ring() == []
    office.machine.wall += 5 * HOUR
    assert office.ring() == []
    assert office.keeper.doubt() is None


def test_a_clock_far_ahead_closes_nothing_sends_nothing_and_says_so(office: Office) -> None:
    done(office.engine, MARIA, "file_paper", paper="proof_of_publication",
         file=office.engine.attach("p.pdf", b"p"))  # fmt: skip
    office.machine.passes(HOUR)
    office.machine.wall += 365 * DAY
    letters = office.engine.environment.store.outbox()
    [trouble] = office.ring()
    assert trouble == (
        "clock: the machine's clock reads 2027-02-01T20:00:00+00:00, but by the time that has"
        " really passed it is 2026-02-01T20:00:00+00:00; nothing is recorded until it is set"
        " right or confirmed"
    )
    assert office.closings() == []
    assert office.engine.environment.store.outbox() == letters


@pytest.mark.parametrize(
    "records",
    [
        lambda made: made.settle(),
        lambda made: made.perform(Request("amend", {"summary": "More"}, case=RFP), MARIA),
        lambda made: made.perform(Request("open_person", {}, workflow="person"), MARIA),
    ],
)
def test_no_command_records_anything_by_such_a_clock(
    office: Office, records: Callable[[Engine], object]
) -> None:
    office.machine.wall += 365 * DAY
    entries = office.engine.environment.store.journal(RFP)
    with pytest.raises(ClockJumped) as refused:
        records(office.engine)
    assert (refused.value.exit_code, refused.value.code) == (1, "clock.jumped")
    assert refused.value.next == Suggestion("tick", options={"confirm_clock": True})
    assert office.engine.environment.store.journal(RFP) == entries


def test_a_clock_set_right_is_believed_again_without_a_word(office: Office) -> None:
    office.machine.wall += 365 * DAY
    assert len(office.ring()) == 1
    office.machine.wall -= 365 * DAY
    office.machine.passes(2 * DAY + HOUR)
    assert office.ring() == []
    assert office.closings() == [(CLOSING, CLOSING + HOUR)]


def test_a_confirmed_clock_closes_what_has_passed_as_of_its_instant(office: Office) -> None:
    office.machine.wall += 30 * DAY
    assert len(office.ring()) == 1
    office.keeper.confirm()
    assert office.ring() == []
    assert office.closings() == [(CLOSING, office.machine.wall)]
    with pytest.raises(Usage, match="nothing to confirm"):
        office.keeper.confirm()


def test_a_doubt_outlives_a_new_start_of_the_machine(office: Office) -> None:
    office.machine.wall += 365 * DAY
    office.ring()
    office.machine.run, office.machine.steady = "second", SECOND
    assert len(office.ring()) == 1
    assert office.closings() == []
    office.keeper.confirm()
    assert office.ring() == []


@pytest.mark.parametrize("passed", [HOUR, 8 * DAY])
def test_time_that_has_really_passed_is_no_jump(office: Office, passed: timedelta) -> None:
    office.machine.passes(2 * DAY + passed)
    assert office.ring() == []
    assert office.closings() == [(CLOSING, CLOSING + passed)]


def test_a_machine_that_was_off_for_a_week_is_believed(office: Office) -> None:
    office.machine.wall += 9 * DAY
    office.machine.run, office.machine.steady = "second", SECOND
    assert office.ring() == []
    assert office.closings() == [(CLOSING, CLOSING + 7 * DAY)]


@pytest.mark.parametrize(("jump", "held"), [(JUMP, False), (JUMP + SECOND, True)])
def test_the_bound_is_what_a_machine_may_put_right_by_itself(
    office: Office, jump: timedelta, held: bool
) -> None:
    office.machine.wall += jump
    assert bool(office.ring()) == held


def test_small_steps_do_not_add_up_while_time_passes(office: Office) -> None:
    for _ in range(10):
        office.machine.passes(OFTEN)
        office.machine.wall += JUMP / 2
        assert office.ring() == []


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"wall": 7}', '{"wall": "x", "steady": 1}'])
def test_a_reading_that_cannot_be_read_is_taken_anew(office: Office, kept: str) -> None:
    office.engine.environment.store.settings({SEEN: kept})
    assert office.ring() == []
    office.machine.wall += DAY
    assert len(office.ring()) == 1


def test_a_daemon_tells_of_the_jump_once_and_when_it_is_over(office: Office) -> None:
    messages: list[str] = []
    daemon = Daemon(office.engine, office.post, messages.append)
    office.machine.wall += 365 * DAY
    for _ in range(3):
        office.machine.passes(SECOND)
        daemon.ring()
        daemon.deliver()
    assert len(messages) == 1
    assert messages[0].startswith("trouble: clock: the machine's clock reads 2027-02-01")
    office.keeper.confirm()
    daemon.ring()
    assert any(message.startswith("over: clock: ") for message in messages)
    assert len(office.closings()) == 1


# --- a week of missed dates --------------------------------------------------------------------

CASES = 200
WEEK = CLOSING + 7 * DAY


def solicitations() -> Engine:
    """Open solicitations whose closings fall into one week; every third has an offer."""
    teller = told_to(PUBLISHED)
    made = teller.engine
    for count in range(2, CASES + 1):
        about = {"title": f"Need {count}", "agency": "Test County"}
        opened = made.perform(Request("open_solicitation", about, workflow="rfp"), MARIA)
        assert isinstance(opened, Accepted)
        number = opened.number
        done(made, MARIA, "authorize", number, reference="Resolution", dated="2026-01-02")
        done(made, MARIA, "describe", number, cooperative_wording="Other bodies may buy too")
        done(made, MARIA, "plan_evaluation", number, criteria="quality:60,price:40", total=100)
        done(made, MARIA, "name_committee", number, voters="eve,ben,chen")
        day = (3, 4, 5, 6, 9)[count % 5]
        ends = datetime(2026, 2, day, 9, 0, tzinfo=UTC) + timedelta(minutes=2 * count)
        dates = {"proposals_due": f"{ends:%Y-%m-%d %H:%M}", "questions_due": "2026-01-30 16:00"}
        done(made, MARIA, "publish", number, **dates)
        if count % 3 == 0:
            offer = made.enclose("offer.txt", b"an offer", case=number, part="envelope")
            done(made, ACME, "receive", number, envelope=offer)
    return made


def punctually(made: Engine) -> None:
    """Ring at every instant at which something is due."""
    store, clock = made.environment.store, made.environment.clock
    assert isinstance(clock, VirtualClock)
    while (due := store.next_due()) is not None and due <= WEEK:
        clock.set(max(due, clock.now()))
        assert made.settle().troubles == []
    clock.set(WEEK)


def late(made: Engine) -> None:
    """Is down for the whole week, then rings once."""
    assert isinstance(made.environment.clock, VirtualClock)
    made.environment.clock.set(WEEK)
    assert settle_once(made, MemoryPost()).troubles == []


def derived(made: Engine) -> dict[str, Any]:
    """Return all that effective time decides: all but when it was written, and who was informed."""
    store = made.environment.store
    rows: dict[str, Any] = {}
    for header in store.find(workflow="rfp"):
        stored = store.load(header.number)
        assert stored is not None
        contents = [json.loads(entry.text) for entry in store.journal(header.number)]
        for content in contents:
            for name in ("previous", "recorded_at", "letters"):
                del content[name]
            content["header"] = {k: v for k, v in content["header"].items() if "record" not in k}
        rows[header.number] = (
            header._replace(head="", recorded_at=header.effective_at),
            stored.facts,
            stored.deadlines,
            store.duties(case=header.number),
            contents,
        )
    return rows


def test_a_week_of_missed_dates_over_200_cases_comes_out_as_if_each_had_been_kept() -> None:
    one, other = solicitations(), solicitations()
    punctually(one)
    late(other)
    kept, missed = derived(one), derived(other)
    assert len(kept) == CASES
    assert {held[0].state for held in kept.values()} == {"opening", "no_award"}
    for number, held in kept.items():
        assert missed[number] == held, number
    recorded = [
        {(entry.command, entry.recorded_at) for entry in made.environment.store.journal(RFP)}
        for made in (one, other)
    ]
    assert recorded[0] != recorded[1]
    assert verify(other.environment.store, other.environment.library) == []
