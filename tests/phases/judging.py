"""Cases from the closing to the prices, made by the actions themselves, and remedies obeyed."""

from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, check
from solicitation_flow.jurisdiction import Law, Rule
from solicitation_flow.phases.evaluation import cures, mistakes, responsiveness, screening, sheets
from solicitation_flow.phases.responses import outages
from solicitation_flow.rulebook import Clears, Objection, book
from tests.phases import builders

F = TypeVar("F", bound=Form)
BOOK = book(("responses", "evaluation"))
NOW = builders.at("2026-06-16 09:00")
DUE = "2026-06-18 16:00"
JOE = Actor("joe", frozenset({"supplier"}), acts_for="acme")
OFFICE = {"officer": builders.MARIA, "custodian": builders.CARL}
PASSED = "signed_offer:pass, insurance:pass"


def ruled(**rules: Any) -> Law:
    """Return the rules of va-local with some set outright; None leaves one out."""
    known = builders.law()
    kept = {n: rule for n, rule in known.jurisdiction.rules.items() if n not in rules}
    text = {name: Rule(trust="design", **body) for name, body in rules.items() if body is not None}
    return builders.ruled(known, {**kept, **text})


LAW = ruled(score_spread={"number": 40}, mistakes={"number": 30}, late_exception={"mode": "ours"})


def again(form: F, objection: Objection | None) -> F:
    """Return the form typed once more, with what the objection says would clear it."""
    assert objection is not None
    asked = next(
        remedy
        for remedy in objection.clears
        if BOOK.forms.get(remedy.command) in {None, type(form)}
    )
    given = form.model_dump(include=form.model_fields_set) | dict(asked.fields)
    return check(type(form), "again", given, filled=True)


def obeyed(
    case: CaseFile, objection: Objection | None, now: datetime = NOW, law: Law = LAW, **words: Any
) -> CaseFile:
    """Return the case after all that an objection asks for; `words` are the officer's own."""
    assert objection is not None
    assert objection.clears
    for remedy in objection.clears:
        case = _done(case, remedy, now, law, words)
    return case


def _done(case: CaseFile, asked: Clears, now: datetime, law: Law, words: Any) -> CaseFile:
    role = builders.role_for(asked, case)
    actor = OFFICE.get(role) or Actor(asked.who, frozenset({role}))
    kind = BOOK.forms[asked.command]
    left = {name: word for name, word in words.items() if name in kind.model_fields}
    form = check(kind, asked.command, {**left, **asked.fields})
    known = {"case": case, "form": form, "now": now, "law": law, "actor": actor, "subject": ""}
    moved = BOOK.actions[asked.command](**known)
    assert isinstance(moved, CaseFile)
    return moved


def finding(offeror: str = "acme", **fields: Any) -> responsiveness.FindResponsive:
    words = {"offeror": offeror, "minimums": PASSED, "helped_draft": "no", **fields}
    return check(responsiveness.FindResponsive, "find_responsive", words)


def found(case: CaseFile, *offerors: str, **fields: Any) -> CaseFile:
    for offeror in offerors:
        case = responsiveness.find_responsive(case, finding(offeror, **fields), NOW, builders.MARIA)
    return case


def rejecting(offeror: str = "zenith", **fields: Any) -> responsiveness.FindNonresponsive:
    words = {
        "offeror": offeror,
        "requirement": "A certificate of insurance is included.",
        "defect": "There is none among the papers.",
        "rule": "Section 4.2",
        **fields,
    }
    return check(responsiveness.FindNonresponsive, "find_nonresponsive", words)


def rejected(case: CaseFile, *offerors: str) -> CaseFile:
    for offeror in offerors:
        case = responsiveness.find_nonresponsive(case, rejecting(offeror), NOW, builders.MARIA)
    return case


def screened(case: CaseFile | None = None) -> CaseFile:
    """Two offers opened and found responsive, and the screening ended."""
    case = found(case or builders.evaluated(), "acme", "zenith")
    return screening.finish_screening(case, screening.FinishScreening(), NOW, builders.MARIA)


def sheet(case: CaseFile, who: str, offeror: str, scores: str) -> CaseFile:
    form = builders.scoring_form(offeror, scores=scores)
    return sheets.score(case, form, NOW, Actor(who, frozenset({"evaluator"})))


def curing(offeror: str = "acme", **fields: Any) -> cures.RequestCure:
    words = {
        "offeror": offeror,
        "defect": "The second copy is not signed.",
        "affects": "none",
        "asks": "Send it with its signature.",
        "due": DUE,
        **fields,
    }
    return check(cures.RequestCure, "request_cure", words)


def to_cure(case: CaseFile | None = None, offeror: str = "acme", **fields: Any) -> CaseFile:
    form = curing(offeror, **fields)
    return cures.request_cure(case or builders.evaluated(), form, NOW, LAW, builders.MARIA)


def confirming(offeror: str = "acme", **fields: Any) -> mistakes.AskToConfirm:
    words = {"offeror": offeror, "item": "The total.", "why": "Far below all others.", **fields}
    return check(mistakes.AskToConfirm, "ask_to_confirm", words)


def doubted(case: CaseFile, offeror: str = "acme", **fields: Any) -> CaseFile:
    form = confirming(offeror, **fields)
    return mistakes.ask_to_confirm(case, form, NOW, LAW, builders.MARIA)


def reporting(**fields: Any) -> outages.ReportOutage:
    words = {
        "what": "Every upload to the portal failed.",
        "began_at": "2026-06-15 13:20",
        **fields,
    }
    return check(outages.ReportOutage, "report_outage", words)


def held(case: CaseFile | None = None, now: str = "2026-06-15 13:40", **fields: Any) -> CaseFile:
    """Return a case whose closing is held for a reported failure."""
    reported = outages.report_outage(
        case or builders.received(builders.published()),
        reporting(**fields),
        builders.at(now),
        LAW,
        builders.MARIA,
    )
    return replace(reported, state="held")
