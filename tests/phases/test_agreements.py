from dataclasses import replace
from datetime import date

import pytest

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import check
from solicitation_flow.phases import papers
from solicitation_flow.phases.agreements import publishing, renewing, signing
from solicitation_flow.records.agreements import Agreement
from solicitation_flow.records.issuance import Advertisement
from solicitation_flow.records.papers import Paper
from tests.phases import builders

LAW = builders.law()
NOW = builders.at("2026-07-08 09:00")  # awarded on 6 July


def drafted(parent: CaseFile | None = None) -> CaseFile:
    solicitation = parent or builders.awarded()
    opens = builders.awarded().opens[0]
    form = check(signing.OpenAgreement, "open_agreement", opens.form)
    empty = CaseFile(opens.number, "agreement", "", parent=solicitation)
    return signing.open_agreement(empty, form, NOW, builders.ANN)


def executing(effective: str = "2026-08-01", expires: str = "2029-07-31") -> signing.Execute:
    return signing.Execute.model_validate(
        {
            "signed_by_agency": "Ann",
            "signed_by_contractor": "Joe",
            "effective_on": effective,
            "expires_on": expires,
            "renewals": "2",
            "paper": builders.attachment("signed.pdf"),
        }
    )


def executed() -> CaseFile:
    return signing.execute(drafted(), executing(), NOW, LAW, builders.MARIA)


def filed(case: CaseFile, *names: str) -> CaseFile:
    for name in names:
        form = papers.FilePaper(paper=name, file=builders.attachment(), title=None)
        case = papers.file_paper(case, form, NOW, LAW, builders.MARIA)
    return case


SOLICITED = (
    "solicitation_document",
    "proof_of_publication",
    "evaluation_summary",
    "award_determination",
)


def whole() -> CaseFile:
    case = filed(executed(), "price_list")
    assert case.parent is not None
    return replace(case, parent=filed(case.parent, *SOLICITED))


def test_the_draft_is_owned_by_whoever_owns_the_solicitation() -> None:
    case = drafted()
    assert (case.title, case.owner) == ("Furniture", "maria")
    assert case.one(Agreement).contractor == "acme"


def test_executing_keeps_the_term_and_files_the_signed_paper() -> None:
    case = executed()
    signed = case.one(Agreement)
    assert (signed.effective_on, signed.renewals) == (date(2026, 8, 1), 2)
    assert case.one(Paper, "executed_agreement").name == "signed.pdf"
    assert Agreement.model_validate_json(signed.body()) == signed


@pytest.mark.parametrize(
    ("effective", "expires", "objects"),
    [
        ("2026-08-01", "2029-07-31", False),
        ("2026-08-01", "2026-08-02", False),
        ("2026-08-01", "2026-08-01", True),
        ("2026-08-01", "2026-07-31", True),
        ("2026-07-06", "2029-07-31", False),  # the day of the award
        ("2026-07-05", "2029-07-31", True),
        ("2026-07-06", "2026-07-08", True),  # over today
        ("2026-07-06", "2026-07-09", False),
        ("2024-02-29", "2024-02-29", True),
    ],
)
def test_a_term_begins_after_the_award_and_ends_after_it_begins(
    effective: str, expires: str, objects: bool
) -> None:
    case = drafted()
    form = executing(effective, expires)
    objection = signing.term_is_sound(case, form, NOW, LAW)
    assert bool(objection) is objects
    if objection:
        start, end = (objection.clears[0].fields[name] for name in ("effective_on", "expires_on"))
        again = executing(start, end)
        assert signing.term_is_sound(case, again, NOW, LAW) is None


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        ("2024-02-29", 1, "2025-02-28"),
        ("2024-02-29", 3, "2027-02-28"),
        ("2024-02-29", 4, "2028-02-29"),
        ("2024-02-28", 1, "2025-02-28"),
        ("2024-03-01", 1, "2025-03-01"),
        ("2027-12-31", 1, "2028-12-31"),
        ("2096-02-29", 4, "2100-02-28"),  # 2100 can be divided by four and is no leap year
    ],
)
def test_a_term_of_whole_years_ends_on_the_same_day_or_on_february_28(
    day: str, years: int, later: str
) -> None:
    assert str(signing.years_later(date.fromisoformat(day), years)) == later


@pytest.mark.parametrize(
    ("effective", "proposal"),
    [("2028-02-29", "2031-02-28"), ("2028-02-28", "2031-02-28"), ("2028-03-31", "2031-03-31")],
)
def test_a_term_that_ends_as_it_begins_is_proposed_for_three_years(
    effective: str, proposal: str
) -> None:
    objection = signing.term_is_sound(drafted(), executing(effective, effective), NOW, LAW)
    assert objection is not None
    assert objection.clears[0].fields == {"effective_on": effective, "expires_on": proposal}


def test_a_term_may_begin_and_end_on_february_29() -> None:
    form = executing("2028-02-29", "2032-02-29")
    assert signing.term_is_sound(drafted(), form, NOW, LAW) is None
    case = signing.execute(drafted(), form, NOW, LAW, builders.MARIA)
    assert case.due("effective") == builders.at("2028-02-29 00:00")
    assert case.due("expiry") == builders.at("2032-03-01 00:00")


@pytest.mark.parametrize(
    ("latest_end", "renew_by", "proposed"),
    [
        ("2031-02-28", "2031-02-28", {}),
        ("2031-02-27", "2031-02-28", {"latest_end": "2031-02-28"}),
        ("2031-02-28", "2031-03-01", {"renew_by": "2031-02-28"}),
    ],
)
def test_dates_that_fit_the_proposed_term_are_left_as_they_are(
    latest_end: str, renew_by: str, proposed: dict[str, str]
) -> None:
    dates = {"latest_end": date.fromisoformat(latest_end), "renew_by": date.fromisoformat(renew_by)}
    form = executing("2028-02-29", "2028-02-29").evolve(**dates)
    objection = signing.term_is_sound(drafted(), form, NOW, LAW)
    assert objection is not None
    term = {"effective_on": "2028-02-29", "expires_on": "2031-02-28"}
    assert objection.clears[0].fields == {**term, **proposed}


@pytest.mark.parametrize(
    ("renew_by", "proposed"), [("2033-02-28", {}), ("2033-03-01", {"renew_by": "2033-02-28"})]
)
def test_a_renewal_that_is_not_longer_is_proposed_for_a_year_also_from_february_29(
    renew_by: str, proposed: dict[str, str]
) -> None:
    signed = executing("2028-02-29", "2032-02-29")
    case = signing.execute(drafted(), signed, NOW, LAW, builders.MARIA)
    words = {"expires_on": "2032-02-29", "renew_by": renew_by, "price_reasons": "As low as others."}
    objection = signing.term_is_sound(case, check(renewing.Renew, "renew", words), NOW, LAW)
    assert objection is not None
    assert objection.clears[0].fields == {"expires_on": "2033-02-28", **proposed}


def test_every_missing_paper_is_named_with_the_case_it_belongs_to() -> None:
    objection = publishing.packet_complete(executed(), LAW)
    assert objection is not None
    belongs = {remedy.fields["paper"]: remedy.case for remedy in objection.clears}
    assert belongs == {
        **dict.fromkeys(SOLICITED, "RFP-2026-001"),
        "price_list": "RFP-2026-001-A1",
    }
    assert all(name in objection.says for name in belongs)


@pytest.mark.parametrize("paper", [*SOLICITED, "price_list", "executed_agreement"])
def test_each_paper_alone_holds_the_publication(paper: str) -> None:
    case = whole()
    assert publishing.packet_complete(case, LAW) is None
    assert case.parent is not None
    home = case.parent if paper in SOLICITED else case
    short = replace(
        home, records={key: item for key, item in home.records.items() if key != ("paper", paper)}
    )
    case = replace(case, parent=short) if paper in SOLICITED else short
    objection = publishing.packet_complete(case, LAW)
    assert objection is not None
    assert objection.facts["missing"] == [paper]
    assert objection.says.startswith(f"one paper is missing from the packet: {paper}")


@pytest.mark.parametrize(
    ("proofs", "missing"), [(("a.pdf",), False), (("a.pdf", ""), True), (("",), True), ((), True)]
)
def test_the_proof_that_came_with_each_insertion_is_the_paper(
    proofs: tuple[str, ...], missing: bool
) -> None:
    case = whole()
    assert case.parent is not None
    left = {("paper", "proof_of_publication")}
    kept = {
        key: item
        for key, item in case.parent.records.items()
        if key not in left and key[0] != "advertisement"
    }
    parent = replace(case.parent, records=kept)
    stood = (
        Advertisement(
            number=number,
            medium="The Gazette",
            published_on=date(2026, 6, 1),
            proof=proof,
            recorded_by="maria",
            recorded_at=NOW,
        )
        for number, proof in enumerate(proofs, start=1)
    )
    objection = publishing.packet_complete(replace(case, parent=parent.file(*stood)), LAW)
    assert bool(objection) is missing


@pytest.mark.parametrize("kind", ["listed", "opening"])
def test_what_the_records_prove_is_missing_without_them(kind: str) -> None:
    case = whole()
    assert case.parent is not None
    kept = {key: item for key, item in case.parent.records.items() if key[0] != kind}
    assert publishing.packet_complete(replace(case, parent=replace(case.parent, records=kept)), LAW)


def test_each_amendment_is_a_paper_of_its_own() -> None:
    case = whole()
    assert case.parent is not None
    amended = builders.amended(builders.amended(case.parent))
    objection = publishing.packet_complete(replace(case, parent=amended), LAW)
    assert objection is not None
    assert objection.facts["missing"] == ["amendment_1", "amendment_2"]
    amended = filed(amended, "amendment_1", "amendment_2")
    assert publishing.packet_complete(replace(case, parent=amended), LAW) is None


def test_publishing_says_how_to_join_and_tells_the_solicitation() -> None:
    words = {"how_to_join": publishing.JOIN, "members": ("fairfax", "loudoun")}
    form = check(publishing.Publish, "publish", words, filled=True)
    case = publishing.publish(whole(), form, NOW)
    assert case.one(Agreement).packet_at == "on request from the lead agency"
    assert case.one(Agreement).members_told == ("fairfax", "loudoun")
    assert list(publishing.members(form)) == ["member:fairfax", "member:loudoun"]
    (tells,) = case.tells
    assert (tells.case, tells.command) == ("RFP-2026-001", "record_publication")
    assert tells.form == {"agreement": "RFP-2026-001-A1"}


def test_the_inbox_leads_from_signing_to_papers_to_publishing() -> None:
    assert [owed.owes for owed in signing.owes_execution(drafted())] == ["role:officer"]
    assert [owes_paper.says for owes_paper in publishing.owes_papers(executed(), LAW)] == [
        "file price_list: Prices or discounts that members may hold the contractor to"
    ]
    assert list(publishing.owes_publication(executed(), LAW)) == []
    assert len(list(publishing.owes_publication(whole(), LAW))) == 1
