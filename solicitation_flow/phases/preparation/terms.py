"""The terms of a solicitation: payment, places, means of delivery, and clauses."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.jurisdiction import Law, Rule, Statement
from solicitation_flow.phases.preparation.need import CONTACT, SCOPE
from solicitation_flow.phrases import not_known
from solicitation_flow.records.preparation import (
    FEDERAL_CLAUSES,
    Clauses,
    ContractType,
    EachMonths,
    Means,
    Money,
    Months,
    Renewals,
    Solicitation,
    Terms,
    Validity,
)
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

PERCENTAGE = "cost_plus_percentage"
LAWFUL = "fixed_price_with_adjustment"
CLAUSES = ",".join(FEDERAL_CLAUSES)

DESCRIBED: Mapping[str, tuple[str, str]] = {
    "scope": ("what is inside the scope", SCOPE),
    "contact": ("whom suppliers may write to", CONTACT),
}
STATED: Mapping[str, tuple[str, Any]] = {
    "contract_type": ("how the contractor is paid", LAWFUL),
    "validity_days": ("for how many days an offer stays open", 120),
    "receipt_place": ("where proposals are received", "Purchasing office, room 204"),
    "opening_place": ("where they are opened", "Purchasing office, room 204"),
    "deciding_clock": ("whose clock decides", "The time stamp of the purchasing office"),
    "means": ("by what means they may be sent", "electronic_or_paper"),
    "acknowledgment": (
        "how amendments are acknowledged",
        "By number, on the form at the end of the amendment or on the cover of the proposal.",
    ),
    "confidentiality": (
        "how a secret is marked",
        "Mark each page that holds a trade secret, and say in a letter why it is one.",
    ),
    "responsibility": (
        "by what an offeror is found responsible",
        "Means, experience, record, integrity, licences, and no exclusion from public contracts.",
    ),
    "samples": ("which samples are asked for", "None, unless asked for during evaluation."),
}
"""What every request for proposals states, in words, with an example of each."""


def _stated(name: str) -> Any:
    """Declare a field of the form for something every solicitation states."""
    words, example = STATED[name]
    return ask(words, example, default=None)


class SetTerms(Form):
    """Updates only the terms you enter, and leaves the rest unchanged."""

    contract_type: ContractType | None = _stated("contract_type")
    validity_days: Validity | None = _stated("validity_days")
    receipt_place: Line | None = _stated("receipt_place")
    opening_place: Line | None = _stated("opening_place")
    deciding_clock: Line | None = _stated("deciding_clock")
    means: Means | None = _stated("means")
    acknowledgment: Text | None = _stated("acknowledgment")
    confidentiality: Text | None = _stated("confidentiality")
    responsibility: Text | None = _stated("responsibility")
    samples: Text | None = _stated("samples")
    may_be_cancelled: bool | None = ask(
        "yes: the solicitation states that it may be cancelled and proposals rejected",
        "yes",
        default=None,
    )
    cooperative_fee: Text | None = ask(
        "fee the contractor pays the cooperative, as the solicitation prints it",
        "Two percent of sales to members, paid within 45 days of the end of each quarter.",
        default=None,
    )
    board_approves: bool | None = ask(
        "yes: the governing body must approve the award", "yes", default=None
    )
    federal_funds: bool | None = ask(
        "yes: members may spend federal funds under the agreement", "yes", default=None
    )
    federal_clauses: Clauses | None = ask(
        "federal clauses included, by their short names", CLAUSES, default=None
    )
    expected_value: Money | None = ask("expected total value, in dollars", "4500000", default=None)
    funding_source: Text | None = ask(
        "what the purchases are paid from",
        "General funds, and federal Title I grants.",
        default=None,
    )
    term_months: Months | None = ask(
        "how long the agreement lasts at first, in months", 36, default=None
    )
    renewals: Renewals | None = ask("how many times it may be renewed", 2, default=None)
    renewal_months: EachMonths | None = ask(
        "how long each renewal lasts, in months; one number for all, or one for each with commas",
        "12,12",
        default=None,
    )
    insurance: Text | None = ask(
        "insurance the contractor keeps",
        "General liability of $1,000,000 for each occurrence; workers' compensation.",
        default=None,
    )
    bonds: Text | None = ask(
        "bonds asked for, or that none is", "No bond is asked for.", default=None
    )
    national_exhibits: Text | None = ask(
        "exhibits of the cooperative that offerors sign for use in all states",
        "Exhibit A, response for national cooperative contract; exhibit F, federal certifications.",
        default=None,
    )


@action
def set_terms(case: CaseFile, form: SetTerms, now: datetime, actor: Actor) -> CaseFile:
    given = form.model_dump(exclude_none=True)
    set_now = {**given, "set_by": actor.name, "set_at": now}
    old = case.get(Terms)
    return case.file(old.evolve(**set_now) if old else Terms(**set_now))


def _unstated(case: CaseFile) -> dict[str, tuple[str, Any]]:
    terms = case.get(Terms)
    return {name: say for name, say in STATED.items() if not getattr(terms, name, None)}


def _undescribed(case: CaseFile) -> dict[str, tuple[str, Any]]:
    described = case.one(Solicitation)
    return {name: say for name, say in DESCRIBED.items() if not getattr(described, name)}


@guard(rule="contract_type_legal", id="G02")
def contract_type_legal(case: CaseFile) -> Objection | None:
    """A contract does not pay cost plus a percentage of cost."""
    terms = case.get(Terms)
    if terms is None or terms.contract_type != PERCENTAGE:
        return None  # `contents_complete` objects where it is not stated
    return Objection(
        says="the contractor would be paid cost plus a percentage of cost, which is prohibited",
        facts={"contract_type": terms.contract_type},
        clears=(Clears("set_terms", fields={"contract_type": LAWFUL}),),
    )


@guard(rule="contents_complete", id="G13")
def contents_complete(case: CaseFile) -> Objection | None:
    """The solicitation states everything an offeror needs for an acceptable proposal."""
    missing = {"describe": _undescribed(case), "set_terms": _unstated(case)}
    words, names, clears = [], [], []
    for command, group in missing.items():
        fields = {}
        for name, (say, example) in group.items():
            words.append(say)
            names.append(name)
            fields[name] = example
        if fields:
            clears.append(Clears(command, fields=fields))
    if not words:
        return None
    return Objection(
        says=f"the solicitation does not say {'; '.join(words)}",
        facts={"missing": names},
        clears=tuple(clears),
    )


@guard(rule="cancellable", id="G14")
def cancellable(case: CaseFile) -> Objection | None:
    """A solicitation states that it may be cancelled and that all proposals may be rejected."""
    terms = case.get(Terms)
    if terms and terms.may_be_cancelled:
        return None
    return Objection(
        says="the solicitation does not say that it may be cancelled",
        facts={"may_be_cancelled": False},
        clears=(Clears("set_terms", fields={"may_be_cancelled": True}),),
    )


@guard(rule="federal_clauses", id="G22")
def federal_clauses(case: CaseFile, law: Law) -> Objection | None:
    """Where federal funds may be spent, the solicitation includes the required clauses."""
    terms = case.get(Terms)
    if terms is None or not terms.federal_funds:
        return None
    rule = law.rule("federal_clauses")
    if rule.items:
        return _clauses_missing(terms, _applicable(rule, law))
    wanted = rule.number
    missing = []
    for federal_clause in FEDERAL_CLAUSES:
        if federal_clause not in terms.federal_clauses:
            missing.append(federal_clause)
    facts = {"clauses": terms.federal_clauses, "missing": missing, "required": wanted}
    clears = (Clears("set_terms", fields={"federal_clauses": CLAUSES}),) if missing else ()
    if wanted is None:
        if not missing:
            return None
        return not_known("how many federal clauses are asked for", law, facts, clears)
    given = len(terms.federal_clauses)
    if given >= min(wanted, len(FEDERAL_CLAUSES)):
        return None
    return Objection(
        says=f"federal money may be spent, and of the federal clauses {given} are in the "
        f"solicitation where {wanted} are expected; not in it are {', '.join(missing)}",
        facts=facts,
        clears=clears,
    )


def _applicable(rule: Rule, law: Law) -> list[Statement]:
    """Return the clauses that apply to the purchase; an amount nobody knows may be any amount."""
    known = law.circumstances
    largest = known
    if known.amount is None:
        largest = known._replace(amount=Decimal("Infinity"))
    applicable = []
    for item in rule.items:
        if item.when is None or item.when.fits(known) or item.when.fits(largest):
            applicable.append(item)
    return applicable


def _clauses_missing(terms: Terms, applicable: list[Statement]) -> Objection | None:
    """Return an objection that names each clause that applies and is not in the solicitation."""
    missing, words = [], []
    for item in applicable:
        if item.id not in terms.federal_clauses:
            missing.append(item.id)
            words.append(f"{item.says.lower()} ({item.cite})" if item.cite else item.says.lower())
    if not missing:
        return None
    every = [name for name in FEDERAL_CLAUSES if name in missing or name in terms.federal_clauses]
    return Objection(
        says=f"federal money may be spent, and of the clauses that apply to this purchase not in "
        f"the solicitation are: {'; '.join(words)}",
        facts={"clauses": terms.federal_clauses, "missing": missing},
        clears=(Clears("set_terms", fields={"federal_clauses": ",".join(every)}),),
    )


@duty("set_terms")
def owes_terms(case: CaseFile) -> Iterable[Owed]:
    """The officer states the terms that are missing."""
    if missing := _unstated(case):
        first, *rest = (words for words, _ in missing.values())
        more = ""
        if rest:
            more = f", and {len(rest)} more terms"
        yield Owed("role:officer", f"state {first}{more}")
