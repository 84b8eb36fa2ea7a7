"""Cases by the whole law up to the opening, and a hand that does just what an objection asks."""

from datetime import datetime
from typing import Any, TypeVar

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, check
from solicitation_flow.jurisdiction import Law, Rule
from solicitation_flow.phases.amendments import amending
from solicitation_flow.phases.issuance import publication
from solicitation_flow.phases.preparation import approval, need
from solicitation_flow.phases.preparation import terms as preparation_terms
from solicitation_flow.phases.preparation.need import CONTACT, OWN_NEED, REASONS, SCOPE
from solicitation_flow.phases.preparation.terms import STATED
from solicitation_flow.rulebook import Objection
from solicitation_flow.workflow import book
from tests.phases import builders

F = TypeVar("F", bound=Form)

NOW = builders.at("2026-05-20 09:00")
WORKING = {"officer": builders.MARIA, "approver": builders.ANN, "custodian": builders.CARL}
BOOK = book(("preparation", "issuance", "amendments", "papers"))


def ruled(**rules: dict[str, Any]) -> Law:
    """Return the rules of va-local, some of them exactly as given here, and cited to nothing."""
    known = builders.law()
    values = {
        name: Rule.model_validate({"trust": "design", **rule}) for name, rule in rules.items()
    }
    return builders.ruled(known, {**known.jurisdiction.rules, **values})


def terms(case: CaseFile, **values: Any) -> CaseFile:
    """Return the terms every solicitation states, with others beside or instead."""
    words = {name: example for name, (_, example) in STATED.items()} | values
    form = check(preparation_terms.SetTerms, "set_terms", words)
    return preparation_terms.set_terms(case, form, NOW, builders.MARIA)


def described(**plan: Any) -> CaseFile:
    """Everything written down by the whole law, and not yet approved."""
    describe = need.Describe(scope=SCOPE, contact=CONTACT, own_need=OWN_NEED)
    case = need.describe(builders.drafted(**plan), describe)
    why = need.JustifyMethod(finding="not_advantageous", reasons=REASONS)
    return terms(need.justify_method(case, why, NOW, builders.MARIA))


def approved(case: CaseFile) -> CaseFile:
    return approval.approve_to_solicit(
        case, approval.ApproveToSolicit(note=None), NOW, builders.ANN
    )


def publishing(**values: Any) -> publication.Publish:
    words = {"proposals_due": builders.DUE, "questions_due": builders.QUESTIONS_DUE, **values}
    filled = {"suppliers": builders.SUPPLIERS, "newspapers": ("gazette",)}
    return check(publication.Publish, "publish", {**words, **filled}, filled=True)


def published(case: CaseFile | None = None, **values: Any) -> CaseFile:
    """Return a solicitation published on the first of June; proposals are due two weeks later."""
    now = builders.at(builders.PUBLISHED_AT)
    case = case or approved(described())
    return publication.publish(case, publishing(**values), now, builders.law(), builders.MARIA)


def amended(case: CaseFile, now: str = "2026-06-05 09:00", **values: Any) -> CaseFile:
    form = amending.Amend.model_validate({"summary": "Lots are allowed.", **values})
    return amending.amend(case, form, builders.at(now), builders.law(), builders.MARIA)


def obeyed(
    case: CaseFile, values: Objection | None, now: datetime = NOW, law: Law | None = None
) -> CaseFile:
    """Return the case after everything an objection asks for was done, and nothing else."""
    assert values is not None
    for remedy in values.clears:
        role = builders.role_for(remedy, case)
        actor = WORKING.get(role) or Actor(remedy.who, frozenset({role}))
        form = check(
            BOOK.forms[remedy.command], remedy.command, completed(remedy.command, remedy.fields)
        )
        known = {"form": form, "now": now, "law": law or builders.law(), "actor": actor}
        case = BOOK.actions[remedy.command](case=case, **known)
    return case


def completed(command: str, fields: Any) -> dict[str, Any]:
    """Return the words of a remedy, with what it leaves to whoever gives the command."""
    left_open: dict[str, dict[str, Any]] = {
        "file_paper": {"file": builders.attachment().model_dump()},
        "record_advertisement": {"medium": "The Gazette"},
        "record_estimate": {"amount": "900000", "basis": "Last year's prices.", "made_by": "Dana"},
        "amend": {"summary": "Better dates."},
    }
    return {**left_open.get(command, {}), **fields}


def again(form: F, values: Objection | None) -> F:
    """Return the form typed once more, with what the first remedy changes in it."""
    assert values is not None
    given = form.model_dump(include=form.model_fields_set) | dict(values.clears[0].fields)
    return check(type(form), values.clears[0].command, given, filled=True)
