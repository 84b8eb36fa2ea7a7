"""The committee's meeting on its sheets: wide spreads, changed scores, and what it unlocks."""

from decimal import Decimal
from typing import Any

import pytest

from solicitation_flow import scoring
from solicitation_flow.casefile import CaseFile
from solicitation_flow.errors import BadFields
from solicitation_flow.forms import check
from solicitation_flow.phases.evaluation import consensus, prices
from solicitation_flow.phases.evaluation import sheets as evaluation_sheets
from solicitation_flow.records.evaluation import Consensus, ScoreChange, ScoreSheet
from solicitation_flow.records.offers import OfferKey
from solicitation_flow.records.preparation import Recusal
from tests.phases import builders
from tests.phases.judging import LAW, NOW, again, obeyed, rejected, ruled, screened, sheet

EVEN = "quality:30,experience:10"


def sheets(*quality: str, case: CaseFile | None = None) -> CaseFile:
    """Three voters on two offers: `quality` is what each gives acme, of 40; all else is equal."""
    case = case or builders.evaluated()
    for voter, points in zip(builders.VOTERS, quality, strict=True):
        case = sheet(case, voter, "acme", f"quality:{points},experience:10")
        case = sheet(case, voter, "zenith", EVEN)
    return case


def meeting(**fields: Any) -> consensus.HoldConsensus:
    words = {"present": "ben,chen,dora", "minutes": "Each offer was discussed.", **fields}
    return check(consensus.HoldConsensus, "hold_consensus", words)


def met(case: CaseFile, **fields: Any) -> CaseFile:
    return consensus.hold_consensus(case, meeting(**fields), NOW, LAW, builders.MARIA)


@pytest.mark.parametrize(
    ("low", "flagged"),
    [("14", True), ("14.0001", False), ("13", True), ("30", False), ("0", True)],
)
def test_scores_are_far_apart_from_two_fifths_of_the_scale_on(low: str, flagged: bool) -> None:
    case = sheets("30", low, "30")  # of 40 points, so that 16 are two fifths
    assert bool(scoring.spreads(case, 40)) is flagged
    objection = consensus.spreads_discussed(case, meeting(), LAW)
    assert bool(objection) is flagged
    if objection:
        assert set(objection.facts["silent"]) == {"acme/quality"}
        better = again(meeting(), objection)
        assert consensus.spreads_discussed(case, better, LAW) is None


def test_a_spread_says_how_wide_it_is_and_counts_no_sheet_that_fell_out() -> None:
    case = sheets("30", "10", "31")
    (wide,) = scoring.spreads(case, 40)
    assert (wide.key, wide.low, wide.high, wide.most) == (
        "acme/quality",
        Decimal(10),
        Decimal(31),
        Decimal(40),
    )
    gone = Recusal(evaluator="chen", conflict="A brother.", recused_by="chen", recused_at=NOW)
    assert scoring.spreads(case.file(gone), 40) == ()
    assert scoring.spreads(rejected(case, "acme"), 40) == ()
    assert scoring.spreads(builders.opened(), 40) == ()


def test_a_member_who_steps_back_falls_out_for_all_offers() -> None:
    case = sheets("30", "12", "30")
    gone = Recusal(evaluator="chen", conflict="A brother.", recused_by="chen", recused_at=NOW)
    case = case.file(gone)
    assert scoring.voters(case) == ("ben", "dora")
    assert [score_sheet.evaluator for score_sheet in scoring.sheets(case, OfferKey("acme"))] == [
        "ben",
        "dora",
    ]
    assert scoring.missing(case) == ()
    assert evaluation_sheets.is_a_voter(case, builders.BEN) is None


def test_a_number_that_is_not_known_asks_for_a_determination() -> None:
    unknown = ruled(score_spread=None)
    objection = consensus.spreads_discussed(sheets("30", "1", "30"), meeting(), unknown)
    assert objection is not None
    assert objection.unknown
    case = consensus.hold_consensus(
        sheets("30", "1", "30"), meeting(), NOW, unknown, builders.MARIA
    )
    assert case.one(Consensus).flagged == ()


def test_the_minutes_speak_of_every_wide_spread_and_may_say_more() -> None:
    case = sheets("30", "1", "30")
    form = meeting(discussed="acme/quality:page 9 was overlooked; zenith/quality:agreed")
    assert form.discussed == {"acme/quality": "page 9 was overlooked", "zenith/quality": "agreed"}
    assert consensus.spreads_discussed(case, form, LAW) is None
    other = meeting(discussed="zenith/quality:agreed")
    objection = consensus.spreads_discussed(case, other, LAW)
    assert objection is not None
    assert set(again(other, objection).discussed) == {"acme/quality", "zenith/quality"}


@pytest.mark.parametrize(
    ("changes", "objects"),
    [
        ("", False),
        ("ben/acme/quality:40:page 9", False),
        ("ben/acme/quality:0:page 9", False),
        ("ben/acme/quality:40.0001:page 9", True),
        ("ben/acme/quality:-1:page 9", True),
        ("ben/acme/price:1:page 9", True),
        ("ben/acme/charm:1:page 9", True),
        ("maria/acme/quality:1:page 9", True),
        ("ben/orion/quality:1:page 9", True),
    ],
)
def test_a_changed_score_is_one_that_was_given_and_in_range(changes: str, objects: bool) -> None:
    case, form = sheets("30", "30", "30"), meeting(changes=changes)
    objection = consensus.changes_in_range(case, form)
    assert bool(objection) is objects
    if objection:
        assert consensus.changes_in_range(case, again(form, objection)) is None


@pytest.mark.parametrize(
    "changes",
    [
        "ben/acme/quality:30",
        "ben/acme:30:why",
        "ben/acme/quality:high:why",
        "ben/acme/quality:1:a; ben/acme/quality:2:b",
        [{"evaluator": "ben"}],
        5,
    ],
)
def test_changes_that_cannot_be_read_are_a_bad_field(changes: Any) -> None:
    with pytest.raises(BadFields, match="changes"):
        meeting(changes=changes)


def test_a_changed_score_is_a_new_version_with_its_reason_and_the_old_one_is_kept() -> None:
    case = sheets("30", "1", "30")
    line = (
        "chen/acme/quality:28:page 9, which shows it: was overlooked\ndora/acme/quality:29:as Ben"
    )
    case = met(case, changes=line, discussed="acme/quality:page 9")
    changed = case.one(ScoreSheet, "chen/acme")
    assert (changed.scores["quality"], changed.version) == (Decimal(28), 2)
    assert changed.reasons["quality"] == "page 9, which shows it: was overlooked"
    assert changed.scores["experience"] == Decimal(10)
    kept = case.one(ScoreChange, "chen/acme/quality/2")
    assert (kept.before, kept.after, kept.consensus) == (Decimal(1), Decimal(28), 1)
    assert ScoreChange.model_validate_json(kept.body()) == kept
    held = case.one(Consensus)
    assert (held.flagged, held.present) == (("acme/quality",), builders.VOTERS)
    assert Consensus.model_validate_json(held.body()) == held
    assert scoring.spreads(case, 40) == ()


def test_two_scores_of_one_sheet_change_together() -> None:
    line = "ben/acme/quality:1:a; ben/acme/experience:2:b"
    case = met(sheets("30", "30", "30"), changes=line)
    assert case.one(ScoreSheet, "ben/acme").scores == {
        "quality": Decimal(1),
        "experience": Decimal(2),
    }
    assert case.one(ScoreSheet, "ben/acme").version == 3


def test_prices_wait_for_a_meeting_on_the_sheets_as_they_stand() -> None:
    case = sheets("30", "1", "30")
    objection = consensus.consensus_held(case, LAW)
    assert objection is not None
    done = obeyed(case, objection)
    assert consensus.consensus_held(done, LAW) is None
    assert set(done.one(Consensus).discussed) == {"acme/quality"}
    later = sheet(done, "ben", "acme", "quality:31,experience:10")
    objection = consensus.consensus_held(later, LAW)
    assert objection is not None
    assert objection.facts == {"met_at": NOW}
    again_met = obeyed(later, objection)
    assert consensus.consensus_held(again_met, LAW) is None
    assert again_met.one(Consensus).number == 2


def test_the_inbox_leads_from_the_last_sheet_to_the_meeting_to_the_prices() -> None:
    def owed(case: CaseFile) -> tuple[int, int]:
        meetings = list(consensus.owes_meeting(case, LAW))
        return len(meetings), len(list(prices.owes_price_opening(case)))

    case = screened()
    assert owed(case) == (0, 0)
    case = sheets("30", "30", "30", case=case)
    assert owed(case) == (1, 0)
    case = met(case)
    assert owed(case) == (0, 1)
    assert owed(builders.priced(case)) == (0, 0)
    assert owed(sheets("30", "30", "30")) == (1, 1)  # no screening: the meeting is not asked for
