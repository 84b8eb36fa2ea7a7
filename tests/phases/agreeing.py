"""Agreements at each stage, made by the actions themselves."""

from datetime import datetime, timedelta
from typing import Any

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import check
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.agreements import (
    renewing,
    signing,
)
from solicitation_flow.records.award import FACTORS
from solicitation_flow.records.preparation import Terms
from tests.phases import builders

SIGNED = builders.at("2026-07-08 09:00")  # awarded on 6 July
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
GOOD = "; ".join(f"{name}:yes, looked at" for name in FACTORS)


def lawful(**rules: dict[str, Any]) -> Law:
    """Return the rules of va-local, some added or with other figures."""
    known = builders.law()
    fields = {name: known.rule(name).evolve(**figures) for name, figures in rules.items()}
    return builders.ruled(known, {**known.jurisdiction.rules, **fields})


LAW = lawful(
    renewal_notice={"days": 90},
    price_notice={"days": 30},
    cure_period={"days": 10},
    term_ceiling={"days": 1826},
)


def without(rule: str) -> Law:
    rules = dict(LAW.jurisdiction.rules)
    rules.pop(rule, None)
    return builders.ruled(LAW, rules)


def solicited() -> CaseFile:
    terms = Terms(set_by="maria", set_at=SIGNED)
    return builders.awarded().file(terms)


def drafted(parent: CaseFile | None = None) -> CaseFile:
    above = parent or solicited()
    words = {"title": "Furniture", "contractor": "acme", "solicitation": above.number}
    form = check(signing.OpenAgreement, "open_agreement", words)
    empty = CaseFile(f"{above.number}-A1", "agreement", "", parent=above)
    return signing.open_agreement(empty, form, SIGNED, builders.ANN)


def executing(**fields: Any) -> signing.Execute:
    words = {
        "signed_by_agency": "Ann",
        "signed_by_contractor": "Joe",
        "effective_on": "2026-08-01",
        "expires_on": "2029-07-31",
        "renewals": "2",
        **fields,
    }
    return check(signing.Execute, "execute", words)


def executed(case: CaseFile | None = None, law: Law = LAW, **fields: Any) -> CaseFile:
    return signing.execute(case or drafted(), executing(**fields), SIGNED, law, builders.MARIA)


def renewal(**fields: Any) -> renewing.Renew:
    words = {"expires_on": "2030-07-31", "price_reasons": "As low as three others.", **fields}
    return check(renewing.Renew, "renew", words)


def renewed(case: CaseFile, now: datetime, **fields: Any) -> CaseFile:
    return renewing.renew(case, renewal(**fields), now, LAW, builders.MARIA)
