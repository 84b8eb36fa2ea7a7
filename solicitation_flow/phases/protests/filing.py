"""Filing a protest: every one is kept with its time, and with what is wrong with it."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Dollars, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.jurisdiction.figures import Bond
from solicitation_flow.phases.protests.examining import Attempt, events, examine, phase_of
from solicitation_flow.phases.protests.windows import petition_due, rule_of
from solicitation_flow.records.award import Ending
from solicitation_flow.records.offers import LotForm, OfferKey
from solicitation_flow.records.protests import Against, Defect, Ground, Protest
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.rulebook import action

SUPPLIER = "supplier"
BASIS_AND_RELIEF = "basis_and_relief"
"""A rule of this mode asks a protest for its basis and the relief sought, and for no more."""

_WANTED = {
    "name": "the protester's full name",
    "address": "where the decision is to be sent",
    "signature": "who signs for the protester",
    "grounds": "what is objected to, and by which rule and facts",
    "relief": "what the agency is asked to do",
    "documents_note": "which documents are relied on and will follow, or that there are none",
}


class FileProtest(LotForm):
    """Files a protest of the terms, of a finding on one's own offer, or of the award."""

    against: Against = ask(
        "what is protested: solicitation, award, or finding (on one's own proposal or firm)",
        "award",
    )
    name: Line | None = ask("the protester's full name", "Acme Furniture, Inc.", default=None)
    address: Text | None = ask(
        "where the decision is to be sent", "1 Mill Road, Springfield VA 22150", default=None
    )
    signature: Line | None = ask("who signs for it", "Joe Acme, President", default=None)
    grounds: Text | None = ask(
        "the grounds: what is protested, the rule and the facts",
        "Our price was read from the wrong page: see page 3 of the price form.",
        default=None,
    )
    relief: Text | None = ask("the relief requested", "Rank the offers again.", default=None)
    ground: Ground | None = ask(
        "what it is about, in one word; some laws hear no protest on some grounds",
        "evaluation",
        default=None,
    )
    documents: Attachment | None = ask("the documents relied on", default=None)
    documents_note: Line | None = ask(
        "which documents will follow, or that there are none",
        "None beyond what is in the file.",
        default=None,
    )
    bond: Line | None = ask(
        "the bond or deposit that comes with it, where the law asks for one",
        "Surety bond 7781 of Tidewater Casualty",
        default=None,
    )
    bond_amount: Dollars | None = ask("the amount of the bond", "4,120.00", default=None)


@action
def file_protest(
    case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    """File a protest, or the petition that completes the notice of one."""
    noticed = noticed_before(case, form, actor.party)
    if noticed:
        return _timed(case.file(_petitioned(noticed, form, now, law)), noticed.key, law)
    attempt = Attempt(case, now, law, OfferKey.of(form.lot, actor.party), form.against)
    examined = examine(attempt, form.ground, form.grounds or "")
    petition = petition_due(law, attempt.rule, events(attempt), now)
    defects, missing = list(examined.defects), lacking(form, law)
    if petition is None and missing:
        defects.append("incomplete")
    protest = Protest(
        lot=form.lot,
        number=len(case.all(Protest)) + 1,
        against=form.against,
        intent=attempt.intent.number if attempt.intent else None,
        protester=actor.party,
        filed_by=actor.name,
        filed_at=now,
        stays=law.rule("stay").mode == "automatic",
        decision_due=None if petition else law.window_end("protest_decision", now),
        finding=attempt.found[0] if attempt.found else None,
        phase=phase_of(case, now),
        defects=tuple(defects),
        lacks=() if petition else missing,
        in_question=examined.in_question,
        window_over=examined.over,
        petition_due=petition,
        **_written(form),
    )
    return _timed(case.file(protest), protest.key, law)


def _written(form: FileProtest) -> dict[str, Any]:
    """Return what a protest says itself."""
    return {
        "name": form.name or "",
        "address": form.address or "",
        "signature": form.signature or "",
        "grounds": form.grounds or "",
        "relief": form.relief or "",
        "ground": form.ground,
        "documents": form.documents,
        "documents_note": form.documents_note or "",
        "bond": form.bond or "",
        "bond_amount": form.bond_amount,
    }


def newest_of(case: CaseFile, party: str) -> Protest:
    """Return the protest that a firm filed or completed last."""
    own = [protest for protest in case.all(Protest) if protest.protester == party]
    return max(own, key=lambda protest: protest.last_filed_at)


def noticed_before(case: CaseFile, form: FileProtest, party: str) -> Protest | None:
    """Return the notice of protest that a filing completes as its petition, if there is one."""
    for protest in case.all(Protest):
        same = (protest.protester, protest.against, protest.lot) == (party, form.against, form.lot)
        if same and protest.noticed_only:
            return protest
    return None


def _petitioned(noticed: Protest, form: FileProtest, now: datetime, law: Law) -> Protest:
    """Return a notice of protest with the petition that completes it."""
    defects: list[Defect] = list(noticed.defects)
    missing = (*lacking(form, law), *bond_lacking(form, law, noticed))
    if missing:
        defects.append("incomplete")
    if noticed.petition_due is not None and now >= noticed.petition_due:
        defects.append("late_petition")
    return noticed.evolve(
        petitioned_at=now,
        decision_due=law.window_end("protest_decision", now),
        defects=tuple(defects),
        lacks=missing,
        **_written(form),
    )


def _timed(case: CaseFile, key: str, law: Law) -> CaseFile:
    """Start the time to decide a protest, where it is known and the clock has something to do."""
    until = case.one(Protest, key).decision_due
    if until is None or case.get(Ending):
        return case
    return case.start("decision_due", until, subject=key, printed=law.spoken(until))


def lacking(form: FileProtest, law: Law) -> tuple[str, ...]:
    """Return in words what a protest must say and does not."""
    brief = law.rule("protest_content").mode == BASIS_AND_RELIEF
    wanted = ("grounds", "relief") if brief else tuple(_WANTED)
    missing = [name for name in wanted if getattr(form, name) is None]
    if form.documents is not None and "documents_note" in missing:
        missing.remove("documents_note")
    return tuple([_WANTED[name] for name in missing])


def bond_lacking(form: FileProtest, law: Law, noticed: Protest) -> tuple[str, ...]:
    """Return in words what is missing of the bond that a petition comes with."""
    rule = rule_of(law, noticed.against, noticed.finding)
    for step in rule.steps:
        if step.step != "petition" or step.bond is None:
            continue
        if form.bond is None:
            return ("the bond that comes with it",)
        least = bond_least(step.bond, law.circumstances.amount)
        if least is not None and (form.bond_amount is None or form.bond_amount < least):
            return (f"a bond of at least {least:,.2f}",)
    return ()


def bond_least(bond: Bond, amount: Decimal | None) -> Decimal | None:
    """Return the least amount of a bond, where it is known."""
    least: Decimal | None = None
    if bond.amount is not None:
        least = Decimal(bond.amount)
    elif bond.percent is not None and amount is not None:
        least = amount * bond.percent / 100
    if least is not None and bond.least is not None:
        least = max(least, Decimal(bond.least))
    if least is not None and bond.most is not None:
        least = min(least, Decimal(bond.most))
    return least
