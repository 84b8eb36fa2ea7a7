"""L9: instants are instants; a published date keeps its zone, its label and its boundary."""

from datetime import timedelta

import pytest

from solicitation_flow.clock import VirtualClock
from solicitation_flow.engine import Engine, Wish
from solicitation_flow.errors import ClockWentBack
from solicitation_flow.simulation.telling import Teller
from tests.laws.prepared import ACME, DRAFTED, MARIA, RFP, at, done, enclosed, told_to, wall

DUE = wall("2026-02-03 14:00")


def _published(boundary: str) -> Teller:
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
    assert teller.engine.rooms.store.outbox()[-1].notice == notice


def test_l9_the_printed_label_and_the_zone_stay_with_the_date() -> None:
    case = _published("before").engine.view(RFP).loaded.case
    row = case.deadline("proposals_due")
    assert row is not None
    assert (row.due_at, row.printed) == (DUE, "2:00 p.m. Eastern")


def test_l9_effective_time_never_decreases_within_a_case() -> None:
    store = _published("before").engine.rooms.store
    times = [entry.effective_at for entry in store.journal(RFP)]
    assert times == sorted(times)


def test_l9_a_clock_that_went_back_is_refused_and_explained() -> None:
    from dataclasses import replace

    teller = _published("before")
    back = VirtualClock(teller.clock.now() - timedelta(hours=1))
    engine = Engine(replace(teller.engine.rooms, clock=back))
    count = len(engine.rooms.store.journal(RFP))
    with pytest.raises(ClockWentBack, match=r"the clock reads .* already holds"):
        engine.perform(Wish("amend", {"summary": "Lots are allowed now"}, case=RFP), MARIA)
    assert len(engine.rooms.store.journal(RFP)) == count
