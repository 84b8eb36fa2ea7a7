"""L9: instants are instants; a published date keeps its zone, its label and its boundary."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.clock import VirtualClock
from solicitation_flow.engine import Engine, Request
from solicitation_flow.errors import ClockWentBack
from solicitation_flow.records.evaluation import PriceOpening
from solicitation_flow.records.issuance import Publication
from solicitation_flow.simulation.story_runner import StoryRunner
from solicitation_flow.workdays import latest_day_before, notice_days
from tests.laws.prepared import (
    ACME,
    DRAFTED,
    INTENDED,
    MARIA,
    PUBLISHED,
    RFP,
    at,
    bent_to,
    done,
    enclosed,
    told_to,
    wall,
    with_moves,
)
from tests.store_fixtures import fresh_db, opened

DUE = wall("2026-02-03 14:00")


def _published(boundary: str) -> StoryRunner:
    teller = told_to(DRAFTED)
    at(teller, "2026-01-06 09:00")
    done(teller.engine, MARIA, "publish", proposals_due="2026-02-03 14:00", boundary=boundary,
         printed="2:00 p.m. Eastern")  # fmt: skip
    return teller


@pytest.mark.parametrize(
    ("boundary", "after_due", "notice"),
    [
        ("before", timedelta(microseconds=-1), "responses/receipt"),
        ("before", timedelta(0), "responses/late"),
        ("at", timedelta(0), "responses/receipt"),
        ("at", timedelta(microseconds=1), "responses/late"),
    ],
)
def test_l9_the_boundary_is_one_microsecond_wide(
    boundary: str, after_due: timedelta, notice: str
) -> None:
    teller = _published(boundary)
    at(teller, "2026-02-03 13:00")
    done(teller.engine, ACME, "receive", envelope=enclosed(teller.engine))
    teller.clock.set(DUE + after_due)
    done(teller.engine, ACME, "receive", envelope=enclosed(teller.engine, "second"))
    assert teller.engine.environment.store.outbox()[-1].notice == notice


def test_l9_the_printed_label_and_the_zone_stay_with_the_date() -> None:
    case = _published("before").engine.view(RFP).loaded.case
    row = case.deadline("proposals_due")
    assert row is not None
    assert (row.due_at, row.printed) == (DUE, "2:00 p.m. Eastern")
    assert case.one(Publication).zone == "America/New_York"


def test_l9_effective_time_never_decreases_within_a_case() -> None:
    store = _published("before").engine.environment.store
    times = [entry.effective_at for entry in store.journal(RFP)]
    assert times == sorted(times)


def test_l9_a_date_that_had_passed_when_it_was_set_takes_effect_no_earlier_than_its_case() -> None:
    teller = bent_to(DRAFTED, rfp=with_moves("publish", guards=()))
    at(teller, "2026-01-06 09:00")
    done(teller.engine, MARIA, "publish", proposals_due="2026-01-05 14:00")
    teller.engine.settle()
    store = teller.engine.environment.store
    times = [entry.effective_at for entry in store.journal(RFP)]
    assert store.journal(RFP)[-1].command == "close_receipt"
    assert times == sorted(times)


def _an_hour_back(teller: StoryRunner) -> Engine:
    back = VirtualClock(teller.clock.now() - timedelta(hours=1))
    return Engine(replace(teller.engine.environment, clock=back))


@pytest.mark.parametrize("act", [Engine.perform, Engine.plan])
def test_l9_a_clock_that_went_back_is_refused_and_explained(
    act: Callable[..., object],
) -> None:
    teller = _published("before")
    engine = _an_hour_back(teller)
    count = len(engine.environment.store.journal(RFP))
    with pytest.raises(ClockWentBack, match=r"the clock reads .* already holds"):
        act(engine, Request("amend", {"summary": "Lots are allowed now"}, case=RFP), MARIA)
    assert len(engine.environment.store.journal(RFP)) == count


@pytest.mark.parametrize(
    ("rings", "stopped_in"), [("2026-02-03 14:30", "commit"), ("2026-01-27 14:30", "remind")]
)
def test_l9_a_clock_that_went_back_settles_and_reminds_nothing(
    monkeypatch: pytest.MonkeyPatch, rings: str, stopped_in: str
) -> None:
    teller = told_to(PUBLISHED)
    store = teller.engine.environment.store
    at(teller, rings)
    calls = iter([store.commit] if stopped_in == "commit" else [])

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    def interrupted(*given: Any) -> None:
        next(calls, killed)(*given)

    with monkeypatch.context() as broken:
        broken.setattr(store, stopped_in, interrupted)
        with pytest.raises(KeyboardInterrupt):
            teller.engine.settle()
    before = store.load(RFP), store.outbox()
    assert store.journal(RFP)[-1].command == "close_questions"
    back = VirtualClock(teller.clock.now() - timedelta(minutes=15))
    sweep = Engine(replace(teller.engine.environment, clock=back)).settle()
    assert [trouble.partition(" reads ")[0] for trouble in sweep.troubles] == [f"{RFP}: the clock"]
    assert (store.load(RFP), store.outbox()) == before


def test_l9_an_instant_is_stored_as_whole_microseconds_and_comes_back_the_same(
    tmp_path: Path,
) -> None:
    path = fresh_db(tmp_path)
    teller = told_to(DRAFTED, opened(path))
    store = teller.engine.environment.store
    teller.clock.set(wall("2026-01-06 09:00") + timedelta(microseconds=7))
    done(teller.engine, MARIA, "publish", proposals_due="2026-02-03 14:00", boundary="at")
    header = store.find(workflow="rfp")[0]
    assert header.recorded_at == teller.clock.now()
    assert [row.fires_at - DUE for row in store.deadlines()] == [timedelta(microseconds=1)]
    store.close()
    cursor = sqlite3.connect(path).execute("SELECT typeof(fires_at), fires_at FROM deadline")
    since = DUE - datetime(1970, 1, 1, tzinfo=UTC)
    assert cursor.fetchall() == [("integer", since // timedelta(microseconds=1) + 1)]
    cursor.connection.close()


def test_l9_a_record_refuses_an_instant_without_a_zone() -> None:
    naive = datetime(2026, 2, 3, 14, 0)  # noqa: DTZ001 - what must be refused
    with pytest.raises(ValueError, match="timezone"):
        PriceOpening(opened_at=naive, opened_by="maria")


def test_l9_every_deadline_keeps_what_its_window_runs_from() -> None:
    loaded = told_to(INTENDED).engine.view(RFP).loaded
    terms = loaded.lifecycle.workflow.deadlines
    rows = {row.name: row.runs_from for row in loaded.case.deadlines.values()}
    assert "standstill" in rows
    assert rows == {name: terms[name].runs_from for name in rows}


def test_l9_notice_is_counted_from_when_it_was_really_given() -> None:
    teller = told_to(PUBLISHED)
    at(teller, "2026-01-29 09:00")
    done(teller.engine, MARIA, "amend", summary="A day more", proposals_due="2026-02-04 14:00")
    row = teller.engine.view(RFP).loaded.case.deadline("proposals_due")
    assert row is not None
    assert (row.due_at, row.revision) == (wall("2026-02-04 14:00"), 2)


def test_l9_counting_back_never_shortens_notice() -> None:
    calendar = told_to(PUBLISHED).engine.view(RFP).loaded.law.calendar
    first = date(2026, 6, 1)
    for step in range(60):
        due = first + timedelta(step)
        for count in ("calendar", "business"):
            last = latest_day_before(due, 10, count, calendar)
            assert calendar.is_working(last)
            assert notice_days(last, due, count, calendar) >= 10
