"""One second either side of every time to protest, in every profile that ships."""

from datetime import datetime, timedelta
from typing import Any, get_args

import pytest

from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.protests import accepting, filing, windows
from solicitation_flow.phases.protests.examining import Attempt
from solicitation_flow.records.offers import OfferKey
from solicitation_flow.records.protests import Against, Protest, PublicFile, RecordsAccess
from tests.phases import builders
from tests.phases.protesting import DAN, POSTED, filed, protesting, ruled
from tests.phases.test_protests_findings import ended, left_out, too_late, turned_away, unable

SECOND = timedelta(seconds=1)
ZENITH = OfferKey("zenith")
PROFILES = sorted(
    path.stem
    for path in (builders.WORKFLOWS / "jurisdictions").glob("*.yaml")
    if "\nholidays:" in path.read_text(encoding="utf-8") or "-" in path.stem
)
USABLE = [name for name in PROFILES if name not in {"own-design", "us-federal", "us-2cfr200"}]
OPENED = PublicFile(where="Room 1", opened_by="maria", opened_at=builders.at("2026-07-01 10:00"))

CASES: dict[str, tuple[Against, CaseFile, datetime]] = {
    "award": ("award", builders.intended().file(OPENED), POSTED),
    "terms": ("solicitation", builders.published(), builders.at(builders.PUBLISHED_AT)),
    "late": ("finding", too_late(), builders.at("2026-06-15 14:07")),
    "nonresponsive": ("finding", turned_away(), POSTED),
    "out_of_range": ("finding", left_out(), POSTED),
    "nonresponsible": ("finding", unable(), POSTED),
    "rejected": ("finding", ended(), POSTED),
}


@pytest.mark.parametrize("name", USABLE)
@pytest.mark.parametrize("what", CASES)
def test_one_second_either_side_of_every_window_of_every_profile(name: str, what: str) -> None:
    against, case, began = CASES[what]
    law = builders.law(name)
    if Attempt(case, began, law, ZENITH, against).rule.mode in windows.NO_PROTEST:
        return  # the law hears no protest of it
    first = filed(case, began + SECOND, law, against=against)
    over = first.window_over
    assert over is not None or first.in_question or not began_yet(case, law, against)
    if over is None:
        assert "late" not in first.defects
        return
    for since, late in ((-SECOND, False), (timedelta(0), True), (SECOND, True)):
        protest = filed(case, over + since, law, against=against)
        assert ("late" in protest.defects) is late, (over, since)
        assert protest.filed_at == over + since, "it is on file with its time"


def began_yet(case: CaseFile, law: Law, against: Against) -> bool:
    """Return whether the event has happened that a time to protest runs from."""
    rule = Attempt(case, POSTED, law, ZENITH, against).rule
    return rule.runs_from != "file_open" or case.get(PublicFile) is not None


@pytest.mark.parametrize(
    ("name", "over"),
    [
        ("va-local", "2026-07-14 00:00"),  # ten days from the file, later than ten from the intent
        ("ak-state", "2026-07-07 00:00"),  # the tenth day is Friday, 3 July, a holiday
        ("az-state", "2026-07-14 00:00"),  # from the file: the tenth day is a Saturday
        ("az-school", "2026-07-14 00:00"),
        ("ct-state", "2026-07-08 00:00"),
        ("dc", "2026-07-09 00:00"),  # ten business days
        ("fl-state", "2026-06-26 10:00"),  # 72 hours, to the minute
        ("md-state", "2026-07-01 00:00"),
        ("ms-state", "2026-07-01 00:00"),
        ("nj-state", "2026-07-09 00:00"),
        ("nm-state", "2026-07-09 00:00"),
        ("ri-state", "2026-07-08 00:00"),  # two weeks
        ("sc-state", "2026-07-03 00:00"),  # the notice: seven business days
    ],
)
def test_the_award_can_be_protested_until_then(name: str, over: str) -> None:
    _, case, began = CASES["award"]
    assert filed(case, began + SECOND, builders.law(name)).window_over == builders.at(over)


@pytest.mark.parametrize(
    ("name", "over"),
    [
        ("az-state", "2026-06-15 14:00"),  # until proposals are due
        ("md-state", "2026-06-15 14:00"),
        ("dc", "2026-06-15 14:00"),
        ("ak-state", "2026-06-06 00:00"),  # ten days before proposals are due: through 5 June
        ("nj-state", "2026-06-05 00:00"),  # seven business days before
        ("fl-state", "2026-06-04 09:00"),  # 72 hours from the posting
        ("ct-state", "2026-06-16 00:00"),
        ("sc-state", "2026-06-17 00:00"),
        ("ms-state", "2026-06-09 00:00"),
        ("nm-state", "2026-06-17 00:00"),
        ("ri-state", "2026-06-16 00:00"),
    ],
)
def test_the_terms_can_be_protested_until_then(name: str, over: str) -> None:
    _, case, began = CASES["terms"]
    protest = filed(case, began + SECOND, builders.law(name), against="solicitation")
    assert protest.window_over == builders.at(over)


def test_every_kind_of_protest_is_in_the_table() -> None:
    assert {against for against, _, _ in CASES.values()} == set(get_args(Against))


# --- access to the records, by offeror ------------------------------------------------------------


@pytest.mark.parametrize(("since", "late"), [(-SECOND, False), (timedelta(0), True)])
def test_a_second_window_runs_from_when_that_offeror_could_read_the_records(
    since: timedelta, late: bool
) -> None:
    law = builders.law("va-local")
    read = RecordsAccess(
        offeror="zenith",
        what="All",
        given_at=builders.at("2026-07-02 10:00"),
        recorded_by="maria",
        recorded_at=builders.at("2026-07-02 10:00"),
    )
    case = builders.intended().file(read)
    over = builders.at("2026-07-14 00:00")  # 12 July is a Sunday, so Monday is the last day
    assert ("late" in filed(case, over + since, law).defects) is late
    other = case.file(read.evolve(offeror="cobalt"))
    without = builders.intended().file(read.evolve(offeror="cobalt"))
    assert filed(other, over - SECOND, law).heard
    assert "late" in filed(without, over - SECOND, law).defects, "another's access gives no time"


# --- notice and petition --------------------------------------------------------------------------

FLORIDA = builders.law("fl-state")
NOTICED = POSTED + timedelta(hours=71)
BOND: dict[str, Any] = {"bond": "Surety bond 7781", "bond_amount": "5000"}


def petitioned(now: datetime, law: Law = FLORIDA, **fields: Any) -> Protest:
    """Return a notice of protest with the petition that completes it, filed at an instant."""
    bare = {"grounds": None, "relief": None, "documents": None}
    case = filing.file_protest(
        builders.intended(), protesting(**bare), NOTICED, law, builders.ZENITH
    )
    notice = case.one(Protest, "1")
    assert (notice.noticed_only, notice.heard, notice.holds) == (True, True, False)
    assert notice.decision_due is None
    case = filing.file_protest(case, protesting(**fields), now, law, builders.ZENITH)
    assert len(case.all(Protest)) == 1, "the petition completes the notice"
    return case.one(Protest, "1")


@pytest.mark.parametrize(
    ("when", "defects"),
    [
        ("2026-07-06 23:59:59", ()),  # ten days from 26 June end on 6 July
        ("2026-07-07 00:00:00", ("late_petition",)),
    ],
)
def test_a_petition_completes_the_notice_within_its_own_time(
    when: str, defects: tuple[str, ...]
) -> None:
    protest = petitioned(builders.at(when), **BOND)
    assert protest.defects == defects
    assert protest.filed_at == NOTICED
    assert protest.petitioned_at == builders.at(when)
    assert protest.holds is not bool(defects)


def test_a_petition_without_its_bond_is_not_whole() -> None:
    protest = petitioned(builders.at("2026-07-01 09:00"))
    assert (protest.defects, protest.lacks) == (("incomplete",), ("the bond that comes with it",))


def test_in_south_carolina_the_protest_itself_runs_from_the_posting() -> None:
    law = builders.law("sc-state")
    notice = filed(builders.intended(), POSTED + timedelta(days=2), law)
    assert notice.petition_due == builders.at("2026-07-09 00:00")  # fifteen days from 23 June


# --- an hour that ends the last day ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "late"), [("2026-06-30 16:59:59", False), ("2026-06-30 17:00:00", True)]
)
def test_a_last_day_may_end_at_an_hour(now: str, late: bool) -> None:
    law = ruled(protest_window={"days": 5, "count": "business", "by_hour": "17:00"})
    assert ("late" in filed(builders.intended(), builders.at(now), law).defects) is late


# --- late ones, and cause -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("late", "objects", "unknown"),
    [
        ("determination", False, False),
        ("dismiss", True, False),
        ("block", True, False),
        (None, True, True),
    ],
)
def test_whether_a_late_protest_is_heard_for_cause_is_the_profiles(
    late: str | None, objects: bool, unknown: bool
) -> None:
    law = ruled(protest_window={"days": 10, "late": late}, protest_decision={"days": 10})
    now = builders.at("2026-08-03 10:00")
    case = filing.file_protest(builders.intended(), protesting(), now, law, builders.ZENITH)
    form = accepting.AcceptProtest(protest=1, cause="The portal was down on the last day.")
    objection = accepting.acceptance_is_possible(case, form, law)
    assert bool(objection) is objects
    assert bool(objection and objection.unknown) is unknown
    accepted = accepting.accept_protest(case, form, now, law, DAN).one(Protest, "1")
    assert (accepted.heard, accepted.holds) == (True, True)
