import pytest

from solicitation_flow.casefile import Actor
from solicitation_flow.errors import BadFields
from solicitation_flow.forms import check
from solicitation_flow.phases import papers
from solicitation_flow.records.papers import Determination, Paper
from tests.phases import builders

LAW = builders.law()
NOW = builders.at("2026-07-08 09:00")


def filing(paper: str, title: str | None = None) -> papers.FilePaper:
    words = {"paper": paper, "file": builders.attachment(), "title": title}
    return check(papers.FilePaper, "file_paper", words)


def determining(author: str = "maria") -> papers.Determine:
    words = {"rule": "committee_size", "facts": "3f9a1c20b7de", "reasoning": "Two know it."}
    return check(papers.Determine, "determine", {**words, "author": author})


@pytest.mark.parametrize(
    ("paper", "title", "called"),
    [
        ("proof_of_publication", None, "Proof that it was advertised"),
        ("proof_of_publication", "Affidavit", "Affidavit"),
        ("site_visit_sheet", None, "Site visit sheet"),
    ],
)
def test_a_paper_is_called_by_the_packets_title_unless_given_one(
    paper: str, title: str | None, called: str
) -> None:
    case = papers.file_paper(builders.opened(), filing(paper, title), NOW, LAW, builders.MARIA)
    assert case.one(Paper, paper).title == called


def test_a_newer_paper_replaces_the_older_and_keeps_its_title() -> None:
    case = builders.opened()
    for title in ("Visit sheet", None):
        case = papers.file_paper(case, filing("visit", title), NOW, LAW, builders.MARIA)
    paper = case.one(Paper, "visit")
    assert (paper.version, paper.title) == (2, "Visit sheet")


@pytest.mark.parametrize("name", ["", "Proof", "a b", "../x", "a/b", "_a", "a__b", "a\nb"])
def test_a_paper_has_a_plain_name(name: str) -> None:
    with pytest.raises(BadFields):
        filing(name)


def test_whoever_wrote_a_determination_does_not_sign_it() -> None:
    assert papers.approver_is_not_author(determining(), builders.ANN) is None
    author = Actor("maria", frozenset({"approver"}))
    assert papers.approver_is_not_author(determining(), author)


def test_a_determination_is_for_one_rule_and_one_set_of_facts() -> None:
    case = papers.determine(builders.opened(), determining(), NOW, builders.ANN)
    signed = case.one(Determination, "committee_size/3f9a1c20b7de")
    assert (signed.author, signed.approver) == ("maria", "ann")
