"""A protest is filed: whole, in time, and with it known whether the award must wait."""

from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.protests.windows import announced, begun_at
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


class FileProtest(Form):
    """Objects formally to the solicitation's terms, or to the award as announced."""

    against: Against = ask("what is protested: solicitation, or award", "award")
    name: Line | None = ask("the protester's full name", "Acme Furniture, Inc.", default=None)
    address: Text | None = ask(
        "where the decision is to be sent", "1 Mill Road, Springfield VA 22150", default=None
    )
    signature: Line | None = ask("who signs for it", "Joe Acme, President", default=None)
    grounds: Text | None = ask(
        "what is objected to, and by which rule and facts",
        "Our price was read from the wrong page: see page 3 of the price form.",
        default=None,
    )
    relief: Text | None = ask(
        "what the agency is asked to do", "Rank the offers again.", default=None
    )
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
    number, intent = len(case.all(Protest)) + 1, announced(case)
    until = law.window_end("protest_decision", now)
    protest = Protest(
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
    )
    case = case.file(protest)
    if until is None:
        return case  # how long a decision may take is not known here: nothing can be counted
    return case.start("decision_due", until, subject=protest.key, printed=law.spoken(until))


@guard(rule="protest_content", id="G81")
def protest_complete(form: FileProtest, law: Law, actor: Actor) -> Objection | None:
    """A protest says who protests, on what grounds, by what documents, and what is asked for."""
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
                SUPPLIER,
                {name: f"({_WANTED[name]})" for name in missing},
                who=actor.party,
            ),
        ),
    )


@guard(rule="protest_terms", id="G82")
def defect_protested_in_time(
    case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> Objection | None:
    """What can be seen to be wrong in a solicitation is protested before proposals are due."""
    if form.against == "award":
        return None
    rule, due = law.rule("protest_terms"), case.deadline("proposals_due")
    facts = {"against": form.against, "due": due.due_at if due else None, "protester": actor.party}
    if rule.mode == "none":
        says = f"the rules here know no protest against a solicitation's terms ({law.title})"
        return Objection(f"{says}: ask a question instead", facts)
    if due is None or now < due.fires_at:
        return None
    if not rule.known:
        says = f"until when a solicitation's terms can be protested is not known here ({law.title})"
        return Objection(says, facts, unknown=True)
    return Objection(
        says=f"the terms could be protested until proposals were due, {law.spoken(due.due_at)}",
        facts=facts,
    )


@guard(rule="protest_window", id="G82")
def protest_timely(
    case: CaseFile, form: FileProtest, now: datetime, law: Law, actor: Actor
) -> Objection | None:
    """An award is protested once it is announced, and within the time the rules give."""
    if form.against == "solicitation":
        return None
    intent = announced(case)
    if intent is None:
        due = case.deadline("proposals_due")
        open_to_it = due and now < due.fires_at and law.rule("protest_terms").mode != "none"
        terms = Clears("file_protest", SUPPLIER, {"against": "solicitation"}, who=actor.party)
        return Objection(
            says="no award has been announced that could be protested",
            facts={"against": form.against, "protester": actor.party},
            clears=(terms,) if open_to_it else (),
        )
    begun, rule = begun_at(case, law), law.rule("protest_window")
    if begun is None:
        return None  # the window has not begun, and nothing is too early
    over = law.window_end(rule, begun)
    facts = {"against": form.against, "intent": intent.number, "protester": actor.party}
    facts |= {"since": begun, "over": over, "required": rule.in_words}
    if over is None:
        says = f"how long there is to protest an award is not known here ({law.title})"
        return Objection(says, facts, unknown=True)
    if now < over:
        return None
    return Objection(
        says=f"there were {rule.in_words} to protest, and they ended {law.spoken(over)}",
        facts=facts,
    )
