"""Small cases at each stage of a solicitation, made by the actions themselves."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Envelope
from solicitation_flow.jurisdiction import (
    Jurisdiction,
    Law,
    Profile,
    Rule,
    merge,
    read_program,
)
from solicitation_flow.phases.amendments import amending as amendments_amending
from solicitation_flow.phases.award import awarding, intents
from solicitation_flow.phases.evaluation import prices, sheets
from solicitation_flow.phases.issuance import publication
from solicitation_flow.phases.issuance import questions as issuance_questions
from solicitation_flow.phases.preparation import committee, need
from solicitation_flow.phases.preparation import plan as preparation_plan
from solicitation_flow.phases.responses import opening as responses_opening
from solicitation_flow.phases.responses import receipt
from solicitation_flow.records.responses import Content
from solicitation_flow.rulebook import Clears
from solicitation_flow.workflow import Workflow, read
from solicitation_flow.workspace import FileDefinitions

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = ROOT / "workflows"

MARIA = Actor("maria", frozenset({"officer"}))
ANN = Actor("ann", frozenset({"approver"}))
CARL = Actor("carl", frozenset({"custodian"}))
BEN = Actor("ben", frozenset({"evaluator"}))
ACME = Actor("acme", frozenset({"supplier"}))
ZENITH = Actor("zenith", frozenset({"supplier"}))
CLOCK = Actor("clock", frozenset({"clock"}))

VOTERS = ("ben", "chen", "dora")
SUPPLIERS = ("acme", "zenith")
PUBLISHED_AT = "2026-06-01 09:00"
DUE = "2026-06-15 14:00"
QUESTIONS_DUE = "2026-06-08 16:00"
OPENED_AT = "2026-06-15 15:00"


def profile(name: str) -> Profile:
    """Return a shipped jurisdiction file over those it extends."""
    return FileDefinitions((WORKFLOWS,), name, "neutral", "").jurisdiction_file()


@cache
def rfp() -> Workflow:
    """Return the shipped workflow of a solicitation."""
    path = WORKFLOWS / "rfp.v1.yaml"
    return read(path.read_text(encoding="utf-8"), path.name)[0]


def role_for(remedy: Clears, case: CaseFile) -> str:
    """Return the role that may give the command of a remedy, as the workflow has it."""
    return remedy.role or rfp().first_role(case.state, remedy.command) or "officer"


@cache
def jurisdiction(name: str = "va-local", *, own_zone: bool = False) -> Jurisdiction:
    """Return the shipped rules of a jurisdiction, with holidays of a few years."""
    program = WORKFLOWS / "programs" / "neutral.yaml"
    return merge(
        profile(name),
        read_program(program.read_text(encoding="utf-8"), program.name),
        first_year=2025,
        last_year=2030,
        zone=None if own_zone and name != "neutral" else "America/New_York",
        overlays=FileDefinitions((WORKFLOWS,), name, "neutral", "")
        .jurisdiction_files()
        .overlays(profile(name)),
    )


@cache
def law(name: str = "va-local") -> Law:
    """Return the shipped rules of a jurisdiction as they stand for proposals."""
    return jurisdiction(name).law_for("rfp")


def ruled(law: Law, rules: Mapping[str, Rule]) -> Law:
    """Return a law with these rules and no others."""
    return replace(law.jurisdiction, rules=rules).law_for(law.procedure)


def knowing(**rules: Any) -> Law:
    """Return the rules of va-local, some of them with other figures."""
    known = law()
    changed = {name: known.rule(name).evolve(**figures) for name, figures in rules.items()}
    return ruled(known, {**known.jurisdiction.rules, **changed})


def without(rule: str) -> Law:
    """Return the rules of va-local, one of them left out."""
    rules = dict(law().jurisdiction.rules)
    rules.pop(rule, None)
    return ruled(law(), rules)


def wall(text: str) -> datetime:
    """Return a time as clocks show it."""
    return datetime.fromisoformat(text)


def at(text: str) -> datetime:
    """Return the instant of such a time in New York."""
    return law().instant(wall(text)).astimezone(UTC)


def envelope(name: str = "technical.pdf") -> Envelope:
    return Envelope(name=name, bytes=3, digest="d" * 64)


def attachment(name: str = "paper.pdf") -> Attachment:
    return Attachment(name=name, bytes=3, digest="e" * 64)


def content(text: str | None = "words", name: str = "technical.txt") -> Content:
    return Content(name=name, bytes=3, sha256="f" * 64, text=text)


def opened() -> CaseFile:
    form = need.OpenSolicitation(title="Furniture", agency="Schools", scope=None)
    empty = CaseFile(number="RFP-2026-001", workflow="rfp", state="")
    return need.open_solicitation(empty, form, MARIA)


def drafted(criteria: str = "quality:40,experience:20,price:40", **plan: Any) -> CaseFile:
    """Everything settled, nothing published."""
    now = at("2026-05-20 09:00")
    case = need.describe(opened(), need.Describe(cooperative_wording=need.WORDING))
    board = need.Authorize(reference="Board 7", dated=date(2026, 1, 15), paper=None)
    case = need.authorize(case, board, now, MARIA)
    planned = preparation_plan.PlanEvaluation.model_validate({"criteria": criteria, **plan})
    case = preparation_plan.plan_evaluation(case, planned)
    return committee.name_committee(case, committee.NameCommittee(voters=VOTERS, chair="ben"))


def publishing(
    due: str = DUE, questions: str | None = QUESTIONS_DUE, boundary: str = "before"
) -> publication.Publish:
    return publication.Publish.model_validate(
        {
            "proposals_due": due,
            "questions_due": questions,
            "boundary": boundary,
            "suppliers": SUPPLIERS,
            "newspapers": ("gazette",),
        }
    )


def published(boundary: str = "before", **plan: Any) -> CaseFile:
    form = publishing(boundary=boundary)
    return publication.publish(drafted(**plan), form, at(PUBLISHED_AT), law(), MARIA)


def asked(case: CaseFile, text: str = "May we?", who: Actor = ACME) -> CaseFile:
    return issuance_questions.ask(
        case, issuance_questions.Ask(text=text), at("2026-06-02 10:00"), who
    )


def answered(case: CaseFile, question: int = 1) -> CaseFile:
    form = issuance_questions.Answer(question=question, text="Yes.")
    return issuance_questions.answer(case, form, at("2026-06-03 10:00"), MARIA)


def amending(**fields: Any) -> amendments_amending.Amend:
    return amendments_amending.Amend.model_validate({"summary": "Lots are allowed.", **fields})


def amended(case: CaseFile, now: str = "2026-06-05 09:00", **fields: Any) -> CaseFile:
    return amendments_amending.amend(case, amending(**fields), at(now), law(), MARIA)


def receiving(**fields: Any) -> receipt.Receive:
    words = {
        "envelope": envelope(),
        "price": envelope("price.txt"),
        "suppliers": SUPPLIERS,
        **fields,
    }
    return receipt.Receive.model_validate(words)


def received(
    case: CaseFile, who: Actor = ACME, now: str = "2026-06-10 10:00", **fields: Any
) -> CaseFile:
    return receipt.receive(case, receiving(**fields), at(now), law(), who)


def opening(case: CaseFile) -> CaseFile:
    technical = {proposal.offeror: content() for proposal in receipt.standing(case)}
    form = responses_opening.OpenProposals(witness="walter", seals=None, technical=technical)
    return responses_opening.open_proposals(case, form, at(OPENED_AT), CARL)


def evaluated(**plan: Any) -> CaseFile:
    """Two offers opened, nothing scored."""
    return opening(received(received(published(**plan)), ZENITH))


def scoring_form(offeror: str = "acme", **fields: Any) -> sheets.Score:
    words = {
        "offeror": offeror,
        "scores": "quality:32,experience:15",
        "reasons": "quality:sturdy, light; experience:ten contracts",
        **fields,
    }
    return sheets.Score.model_validate(words)


def scored(case: CaseFile, points: dict[str, str] | None = None) -> CaseFile:
    """Every voter has scored every offer; `points` are each offeror's scores."""
    for voter in VOTERS:
        who = Actor(voter, frozenset({"evaluator"}))
        for offeror in SUPPLIERS:
            fields = (points or {}).get(offeror, "quality:32,experience:15")
            form = scoring_form(offeror, scores=fields)
            case = sheets.score(case, form, at("2026-06-20 10:00"), who)
    return case


def priced(case: CaseFile, acme: str | None = "100000", zenith: str | None = "125000") -> CaseFile:
    result = {"acme": content(acme), "zenith": content(zenith)}
    form = prices.OpenPrices(prices=result)
    return prices.open_prices(case, form, at("2026-06-22 10:00"), MARIA)


def ranked(points: dict[str, str] | None = None, **plan: Any) -> CaseFile:
    case = priced(scored(evaluated(**plan), points))
    return prices.rank_offers(case, at("2026-06-22 11:00"), MARIA)


BASIS = "Highest total; best in quality and price."


def intended(winners: tuple[str, ...] = ("acme",), now: str = "2026-06-23 10:00") -> CaseFile:
    form = intents.PostIntent(winners=winners, basis=BASIS)
    return intents.post_intent(ranked(multi_award="yes"), form, at(now), law(), MARIA)


def awarded(winners: tuple[str, ...] = ("acme",)) -> CaseFile:
    return awarding.award(intended(winners), at("2026-07-06 09:00"), ANN)
