"""Protests filed, decided and overridden by the actions themselves."""

from datetime import datetime, timedelta
from typing import Any

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.jurisdiction import Law, Rule
from solicitation_flow.phases.protests import (
    deciding,
    filing,
    staying,
)
from solicitation_flow.records.protests import Protest
from tests.phases import builders

DAN = Actor("dan", frozenset({"approver"}))


JOE = Actor("joe", frozenset({"supplier"}), acts_for="zenith")


MICRO = timedelta(microseconds=1)


POSTED = builders.at("2026-06-23 10:00")


NOW = builders.at("2026-06-25 10:00")


CLOSED = builders.at("2026-07-07 00:00")  # the tenth day is a holiday, and a weekend follows


def ruled(**rules: Any) -> Law:
    """Return the rules of va-local with some set outright; None leaves one out."""
    known = builders.law()
    kept = {n: rule for n, rule in known.jurisdiction.rules.items() if n not in rules}
    changed = {
        name: Rule(trust="design", **body) for name, body in rules.items() if body is not None
    }
    for name in ("protest_finding", "protest_nonresponsibility"):
        if name not in rules:  # this law says no more of findings than of awards
            kept.pop(name, None)
    return builders.ruled(known, {**kept, **changed})


TEN_DAYS = {"days": 10, "runs_from": "event"}


LAW = ruled(
    protest_window=TEN_DAYS,
    protest_decision={"days": 10},
    protest_terms={"mode": "before_due"},
    stay={"mode": "automatic"},
)


def protesting(**fields: Any) -> filing.FileProtest:
    words = {
        "against": "award",
        "name": "Zenith Seating LLC",
        "address": "2 Hill Road",
        "signature": "Zoe Zenith",
        "grounds": "The price was misread.",
        "relief": "Rank again.",
        "documents": builders.attachment(),
        **fields,
    }
    return filing.FileProtest.model_validate(words)


def protested(
    case: CaseFile | None = None, law: Law = LAW, who: Actor = builders.ZENITH, **fields: Any
) -> CaseFile:
    return filing.file_protest(case or builders.intended(), protesting(**fields), NOW, law, who)


def filed(
    case: CaseFile, now: datetime, law: Law = LAW, who: Actor = builders.ZENITH, **fields: Any
) -> Protest:
    """Return the protest as it is on file once somebody has filed it at an instant."""
    case = filing.file_protest(case, protesting(**fields), now, law, who)
    return case.all(Protest)[-1]


def deciding_form(protest: int = 1, **fields: Any) -> deciding.DecideProtest:
    words = {
        "protest": protest,
        "outcome": "denied",
        "facts": "The form states 100,000 on page 3.",
        "reasons": "It was read from the right page.",
        **fields,
    }
    return deciding.DecideProtest.model_validate(words)


def decided(case: CaseFile, protest: int = 1, **fields: Any) -> CaseFile:
    return deciding.decide_protest(case, deciding_form(protest, **fields), NOW, DAN)


def overriding(**fields: Any) -> staying.OverrideStay:
    words = {
        "protest": 1,
        "interests": "The pupils of three schools would have no desks on 24 August.",
        "reasons": "Delivery takes nine weeks after the order.",
        **fields,
    }
    return staying.OverrideStay.model_validate(words)


def overridden(case: CaseFile) -> CaseFile:
    return staying.override_stay(case, overriding(), NOW, DAN)
