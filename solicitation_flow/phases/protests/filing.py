"""Filing a protest: what it must say, and whether the award must wait for it."""

from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.protests.findings import newest
from solicitation_flow.phases.protests.windows import announced
from solicitation_flow.records.award import Ending
from solicitation_flow.records.offers import LotForm, OfferKey
from solicitation_flow.records.protests import Against, Protest
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.rulebook import Clears, Objection, action, guard

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
    documents: Attachment | None = ask("the documents relied on", default=None)
    documents_note: Line | None = ask(
        "which documents will follow, or that there are none",
        "None beyond what is in the file.",
        default=None,
    )


@action
def file_protest(
    case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    number, intent = len(case.all(Protest)) + 1, announced(case, form.lot)
    until = law.window_end("protest_decision", now)
    newest_finding = None
    if form.against == "finding":
        newest_finding = newest(case, OfferKey.of(form.lot, actor.party))
    protest = Protest(
        lot=form.lot,
        number=number,
        against=form.against,
        intent=intent.number if intent and form.against == "award" else None,
        protester=actor.party,
        name=form.name or "",
        address=form.address or "",
        signature=form.signature or "",
        grounds=form.grounds or "",
        relief=form.relief or "",
        documents=form.documents,
        documents_note=form.documents_note or "",
        filed_by=actor.name,
        filed_at=now,
        stays=law.rule("stay").mode == "automatic",
        decision_due=until,
        finding=newest_finding[0] if newest_finding else None,
    )
    case = case.file(protest)
    if until is None or case.get(Ending):
        return case  # the time is not known here, or the clock has nothing to do in a case ended
    return case.start("decision_due", until, subject=protest.key, printed=law.spoken(until))


@guard(rule="protest_content", id="G81")
def protest_complete(form: FileProtest, law: Law, actor: Actor) -> Objection | None:
    """A protest names the protester, the grounds, the documents and the relief requested."""
    brief = law.rule("protest_content").mode == BASIS_AND_RELIEF
    wanted = ("grounds", "relief") if brief else tuple(_WANTED)
    missing = [name for name in wanted if getattr(form, name) is None]
    if form.documents is not None and "documents_note" in missing:
        missing.remove("documents_note")
    if not missing:
        return None
    return Objection(
        says=f"the protest does not say {'; '.join(_WANTED[name] for name in missing)}",
        facts={"missing": missing},
        clears=(
            Clears(
                "file_protest",
                fields={name: f"({_WANTED[name]})" for name in missing},
                who=actor.party,
            ),
        ),
    )
