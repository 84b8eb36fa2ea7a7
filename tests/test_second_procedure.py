"""A second procedure runs on the same engine from its opening to its end, by its own figures."""

from pathlib import Path

import pytest

from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Request
from solicitation_flow.soundness import prove
from solicitation_flow.workflow import read
from tests.engine_fixtures import ROOT, definitions, templates, told

FILE = ROOT / "tests" / "workflows" / "ifb.v1.yaml"
CAST = """\
title: Playground equipment
agency: Brook Town
jurisdiction: brook-town
program: neutral
zone: America/New_York
start: 2026-06-01 09:00
person: maria "Maria Alvarez" officer
file: bid.txt "The bid of Acme."
file: price.txt "total: 41000.00"
supplier: acme "Acme Play Company" simulated=yes
supplier: birchway "Birchway Play" simulated=yes

"""
BIDS = (
    CAST
    + """\
2026-06-01 09:00  maria  new ifb title="Playground equipment" agency="Brook Town"  -> drafting
2026-06-01 09:30  maria  describe scope="Two climbing frames."  -> drafting
2026-06-01 10:00  maria  publish proposals_due="2026-06-15 14:00"  !! 21 calendar days
2026-06-01 10:05  maria  publish proposals_due="2026-06-22 14:00"  -> open
2026-06-10 11:00  acme   receive envelope=@bid.txt price=@price.txt  -> open
2026-06-22 14:00  clock  close_receipt  -> opened
"""
)
PROPOSALS = (
    CAST
    + """\
2026-06-01 09:00  maria  new rfp title="Playground equipment" agency="Brook Town"  -> drafting
"""
)


def test_the_second_procedure_is_sound() -> None:
    workflow, tree = read(FILE.read_text(encoding="utf-8"), FILE.name)
    assert prove(workflow, tree, templates()) == []
    assert len(workflow.phases) == 3


def test_bids_run_from_their_opening_to_their_end_through_letters_and_the_clock() -> None:
    teller, happened = told(BIDS, thin=True)
    assert [event.diverges for event in happened if event.diverges] == []
    engine = teller.engine
    case = engine.view(teller.number).loaded.case
    assert (case.number, case.state) == ("IFB-2026-001", "opened")
    letters = engine.environment.store.outbox(case=teller.number)
    assert sorted((letter.notice, letter.recipient) for letter in letters) == [
        ("issuance/posting", "supplier:acme"),
        ("issuance/posting", "supplier:birchway"),
        ("responses/receipt", "supplier:acme"),
        ("responses/reminder", "supplier:acme"),
        ("responses/reminder", "supplier:birchway"),
    ]


@pytest.mark.parametrize(("procedure", "days"), [("rfp", 10), ("ifb", 21)])
def test_each_procedure_has_its_own_figure_for_the_same_rule(procedure: str, days: int) -> None:
    jurisdiction = definitions("brook-town", "neutral", "America/New_York", thin=True)
    assert jurisdiction.jurisdiction == "brook-town"
    story = (BIDS if procedure == "ifb" else PROPOSALS).splitlines()
    opening = [line for line in story if "publish" not in line and "receive" not in line]
    teller, _ = told("\n".join(line for line in opening if "clock" not in line), thin=True)
    request = Request("publish", {"proposals_due": "2026-06-09 14:00"}, case=teller.number)
    refusal = teller.engine.perform(request, teller.actor("maria"))
    assert isinstance(refusal, Refusal)
    [short] = [ruling for ruling in refusal.rulings if ruling.rule == "minimum_notice"]
    assert f"{days} calendar days" in short.says
    assert short.cite == ("Town Code 4-1" if procedure == "ifb" else "Town Code 4-2")


def test_no_module_of_the_program_names_it() -> None:
    program = ROOT / "solicitation_flow"
    naming = [path for path in program.rglob("*.py") if _names(path, '"IFB-', "ifb.v1")]
    assert naming == []


def _names(path: Path, *words: str) -> bool:
    text = path.read_text(encoding="utf-8")
    return any(word in text for word in words)
