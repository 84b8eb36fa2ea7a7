"""What members and the archive read: agreements, their packets, and a case's records."""

import hashlib
import io
import json
import shlex
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow import catalogue
from solicitation_flow.cli import dispatch
from solicitation_flow.workspace import Workspace, settings

Run = Callable[..., Any]
RFP = "RFP-2017-001"
AGREEMENT = f"{RFP}-A1"


@pytest.fixture(scope="session")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the workspace of the demo: one agreement, published."""
    folder = tmp_path_factory.mktemp("demonstrated") / "demo"
    quiet = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(quiet), redirect_stderr(quiet):
        patch.setattr(settings, "login", lambda: "mlogin")
        patch.setenv("XDG_CONFIG_HOME", str(folder.parent))
        assert dispatch.run(["demo", str(folder)]) == 0
    return folder


@pytest.fixture
def agreed(demonstrated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of it, and the current folder is inside."""
    folder = tmp_path / "agreed"
    shutil.copytree(demonstrated, folder)
    monkeypatch.chdir(folder)
    return folder


def test_members_see_agreements_with_contractor_and_term(agreed: Path, solflow: Run) -> None:
    out = solflow("agreements", "list").out
    assert AGREEMENT in out
    assert "Acme School Furniture (simulated)" in out
    assert "2017-10-01 to 2020-09-30, may be renewed 2 times" in out
    [agreement] = solflow("agreements", "list", "--json").json["agreements"]
    assert agreement["contractor"] == {"key": "acme", "name": "Acme School Furniture (simulated)"}
    assert (agreement["effective_on"], agreement["expires_on"]) == ("2017-10-01", "2020-09-30")
    assert agreement["published_at"] == {
        "at": "2017-09-20T10:30:00-04:00",
        "zone": "America/New_York",
    }
    assert agreed.is_dir()


def test_an_agreement_is_usable_from_its_first_day_to_its_last(agreed: Path, solflow: Run) -> None:
    def status(*words: str) -> str:
        [agreement] = solflow("agreements", "list", "--all", "--json", *words).json["agreements"]
        return f"{agreement['status']} {agreement['usable']}"

    workspace = Workspace.find(agreed)
    [listed] = catalogue.agreements(workspace.engine())
    workspace.close()
    early = replace(listed, today=date(2017, 9, 30))
    assert (early.status, early.usable) == ("usable from 2017-10-01", False)
    assert replace(listed, today=date(2017, 10, 1)).usable
    assert status("--at", "2020-09-30T23:59") == "usable True"
    assert status("--at", "2020-10-01T00:00") == "expired False"
    over = ("agreements", "list", "--at", "2020-10-01T00:00")
    assert solflow(*over, "--json").json["agreements"] == []
    assert "Others: solflow agreements list --all" in solflow(*over).err
    [agreement] = solflow("agreements", "list", "--json").json["agreements"]
    assert agreement["packet_where"] == "on request from the lead agency"


def test_case_12_a_firm_entered_twice_is_warned_of(
    agreed: Path, solflow: Run, tmp_path: Path
) -> None:
    [known, *_] = solflow("suppliers", "list", "--json").json["suppliers"]
    words = (f"name={known['name'].upper()} ", "email=new@firm.example")
    err = solflow("suppliers", "add", "twice", *words).err
    assert f"warning: twice has the e-mail address or the name of {known['key']}" in err
    rows = tmp_path / "more.csv"
    text = (
        f"key,name,email\nthrice,Another Name,{known['email'].upper()}\nother,Other,o@x.example\n"
    )
    rows.write_text(text, encoding="utf-8")
    err = solflow("suppliers", "import", rows).err
    assert "warning: thrice has the e-mail address or the name of" in err
    assert "warning: other" not in err


def test_office_walk_28_the_example_of_new_can_be_typed(agreed: Path, solflow: Run) -> None:
    text = solflow("new", "--help").out
    [example] = [line for line in text.splitlines() if "new participation" in line]
    words = shlex.split(example.replace("RFP-2026-001-A1", AGREEMENT))[1:]
    assert f"{AGREEMENT}-M002" in solflow(*words).out


def test_office_walk_19_every_view_says_how_many_renewals_are_left(
    agreed: Path, solflow: Run
) -> None:
    shown = solflow("agreements", "show", AGREEMENT, "--json").json
    listed = solflow("agreements", "list", "--all", "--json").json["agreements"]
    assert [shown["renewals_left"], listed[0]["renewals_left"]] == [shown["renewals"]] * 2


def test_a_member_joins_an_agreement_it_names_as_parent(agreed: Path, solflow: Run) -> None:
    asks = ("new", "participation", "member=fairview", "contact=Pat Lee", "scope=Two schools")
    assert "add parent=NUMBER" in solflow(*asks, code=2).err
    assert "is given twice" in solflow(*asks, "parent=a", "parent=b", code=2).err
    assert "did you mean" in solflow(*asks, f"parent={AGREEMENT}2", code=4).err
    assert "is of rfp" in solflow(*asks, f"parent={RFP}", code=2).err
    assert "belongs to no other" in solflow("new", "rfp", f"parent={RFP}", code=2).err
    below = ("--as", "fairview", f"parent={AGREEMENT.lower()}")
    assert f"{AGREEMENT}-M002 would be opened" in solflow(*asks, *below, "--dry-run").out
    assert solflow(*asks, *below, "--json").json["number"] == f"{AGREEMENT}-M002"
    form = agreed / "second.yaml"
    form.write_text(
        f"parent: {AGREEMENT}\nmember: lakemont\ncontact: Ann Bo\nscope: A library\n",
        encoding="utf-8",
    )
    assert f"{AGREEMENT}-M003" in solflow("new", "participation", "--file", form).out
    assert "parent (required)" in solflow("form", "participation").out
    assert f"participation parent={AGREEMENT}" in solflow("agreements", "show", AGREEMENT).out


def test_the_time_that_passes_first_settles_the_agreement_too(agreed: Path, solflow: Run) -> None:
    """Joining tells the agreement, whose renewal is due before the instant of `--at`."""
    asks = ("member=lakemont", "contact=Pat Lee", "scope=Two schools", f"parent={AGREEMENT}")
    number = solflow("new", "participation", *asks, "--json").json["number"]
    eligibility = ("finding=eligible", "entity=county", "entity_allowed=yes", "authority=2.2-43")
    solflow("act", number, "check_eligibility", *eligibility)
    join = ("act", number, "join", "signed_by=Pat Lee")
    assert "typing" in solflow(*join, "--at", "2020-07-03T09:00", code=2).err
    assert solflow(*join, "--at", "2020-07-04T09:00", "--yes", "--json").json["to"] == "joined"
    commands = [
        entry["command"] for entry in solflow("journal", AGREEMENT, "--json").json["entries"]
    ]
    assert commands[-2:] == ["alert_renewal", "record_joining"]
    assert agreed.is_dir()


def test_an_agreement_says_how_to_join_and_where_its_packet_is(agreed: Path, solflow: Run) -> None:
    out = solflow("agreements", "show", AGREEMENT.lower()).out
    assert "how to join  Register with the cooperative" in out
    assert "packet       on request from the lead agency" in out
    assert "executed_agreement" in out
    assert "MISSING" not in out
    document = solflow("agreements", "show", AGREEMENT, "--json").json
    assert document["solicitation"] == RFP
    assert {line["paper"]: line["present"] for line in document["packet"]}["price_list"] is True
    assert {line["from"] for line in document["packet"]} == {"solicitation", "agreement"}
    assert agreed.is_dir()


def test_what_is_no_agreement(agreed: Path, solflow: Run) -> None:
    assert AGREEMENT in solflow("agreements", "show", RFP, code=4).err
    assert agreed.is_dir()


def test_an_office_without_agreements(training: Path, solflow: Run) -> None:
    assert "No agreement can be used now.\nOthers:" in solflow("agreements", "list").err
    assert solflow("agreements", "list", "--all", "--json").json["agreements"] == []
    assert training.is_dir()


def test_a_records_package_is_the_journal_as_stored_and_the_papers(
    agreed: Path, solflow: Run
) -> None:
    about, *lines = solflow("export", "records", RFP).out.splitlines()
    document = json.loads(about)
    assert (document["format"], document["case"]) == ("solflow.records", RFP)
    entries, papers = lines[: document["entries"]], lines[document["entries"] :]
    hashes = [hashlib.sha256(line.encode()).hexdigest() for line in entries]
    assert [json.loads(line)["previous"] for line in entries[1:]] == hashes[:-1]
    assert hashes[-1] == document["head"] == solflow("verify", RFP, "--json").json["head"]
    assert len(papers) == document["papers"]
    for paper in map(json.loads, papers):
        kept = agreed / "documents" / paper["digest"][:2] / paper["digest"][2:]
        assert hashlib.sha256(kept.read_bytes()).hexdigest() == paper["digest"]
        assert len(kept.read_bytes()) == paper["bytes"]


def test_a_records_package_for_programs(agreed: Path, solflow: Run) -> None:
    document = solflow("export", "records", RFP, "--json").json
    assert [entry["number"] for entry in document["journal"]] == list(
        range(1, document["entries"] + 1)
    )
    assert {paper["paper"] for paper in document["papers"]} >= {"solicitation_document"}
    assert agreed.is_dir()


def test_no_content_of_a_proposal_is_exported_before_the_opening(
    published: str, solflow: Run, here: Path
) -> None:
    (here / "offer.txt").write_text("MARKER: our best idea", encoding="utf-8")
    (here / "price.txt").write_text("total: 1000\nMARKER", encoding="utf-8")
    solflow("act", published, "receive", "envelope=@offer.txt", "price=@price.txt", "--as", "acme")
    out = solflow("export", "records", published).out
    assert "offer.txt" in out
    assert "MARKER" not in out


def test_no_such_case_to_export(training: Path, solflow: Run) -> None:
    solflow("export", "records", "RFP-1", code=4)
    assert training.is_dir()
