"""Documents filed and determinations signed, in any case and phase."""

import re
from datetime import datetime
from typing import Annotated

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form, Known, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.records.agreements import (
    EXECUTED,
    Agreement,
    AgreementAmendment,
    PriceUpdate,
)
from solicitation_flow.records.amendments import Amendment
from solicitation_flow.records.issuance import Publication
from solicitation_flow.records.papers import Determination, Paper
from solicitation_flow.records.registers import Line, PaperName, Text
from solicitation_flow.rulebook import Clears, Objection, action, guard

_SOLICITED = re.compile("solicitation_document|amendment_[0-9]+")
_AGREED = re.compile(f"{EXECUTED}|agreement_amendment_[0-9]+")
SHORT = 12  # characters of a digest, enough to tell two files apart


class FilePaper(Form):
    """Files a document in the case; a newer one of the same name replaces the older."""

    paper: PaperName = ask("name of the document, as the packet lists it", "proof_of_publication")
    file: Attachment = ask("the file itself")
    title: Line | None = ask(
        "title, if the packet has none for it",
        "Affidavit of publication",
        default=None,
    )


class Determine(Form):
    """Signs a written determination that waives one rule for the facts it names."""

    rule: Annotated[Line, Known("rule")] = ask("rule, as the refusal names it", "minimum_notice")
    facts: Line = ask("fingerprint of the facts, as the refusal names it", "3f9a1c20b7de")
    reasoning: Text = ask(
        "why the rule may be waived for these facts",
        "The shorter notice follows a court order and every known supplier was called.",
    )
    author: Line = ask("who wrote it: not the person who signs", "maria")


@guard(rule="public_paper", id="G37")
def public_paper_unchanged(case: CaseFile, form: FilePaper) -> Objection | None:
    """A paper that others rely on is replaced only after a change of it that they are told of."""
    old = case.get(Paper, form.paper)
    if old is None or old.digest == form.file.digest:
        return None
    agreement = case.get(Agreement)
    changes: list[datetime] = []
    if case.get(Publication) and _SOLICITED.fullmatch(form.paper):
        who, remedy = "suppliers hold", Clears("amend", fields={"summary": "..."})
        changes = [amendment.issued_at for amendment in case.all(Amendment)]
    elif agreement and agreement.published_at and form.paper == "price_list":
        fields = {"summary": "...", "reckoned_by": "...", "effective_on": "..."}
        who, remedy = "members rely on", Clears("update_prices", fields=fields)
        changes = [update.announced_at for update in case.all(PriceUpdate)]
        changes += [amendment.recorded_at for amendment in case.all(AgreementAmendment)]
    elif agreement and agreement.published_at and _AGREED.fullmatch(form.paper):
        fields = {"about": "...", "summary": "...", "effective_on": "..."}
        who, remedy = "members rely on", Clears("amend_agreement", fields=fields)
        changes = [amendment.recorded_at for amendment in case.all(AgreementAmendment)]
    else:
        return None
    if any(instant > old.filed_at for instant in changes):
        return None
    return Objection(
        says=f"it would replace the paper {form.paper} that {who}, and nobody would be told: "
        f"{remedy.command.replace('_', ' ')} first",
        facts={"paper": form.paper, "version": old.version, "digest": form.file.digest[:SHORT]},
        clears=(remedy,),
    )


@action
def file_paper(case: CaseFile, form: FilePaper, now: datetime, law: Law, actor: Actor) -> CaseFile:
    old = case.get(Paper, form.paper)
    listed = next((paper.title for paper in law.program.packet if paper.paper == form.paper), "")
    title = form.title or listed or (old.title if old else "")
    title = title or re.sub("[_-]", " ", form.paper).capitalize()
    return case.with_paper(form.paper, title, form.file, now, actor)


@guard(rule="two_pairs_of_eyes", id="G100")
def approver_is_not_author(form: Determine, actor: Actor) -> Objection | None:
    """A determination is written by one person and signed by another."""
    if actor.name != form.author:
        return None
    return Objection(
        says=f"{actor.name} wrote this determination, so somebody else must sign it",
        facts={"author": form.author, "approver": actor.name},
        clears=(Clears("determine", fields={"rule": form.rule}),),
    )


@action
def determine(case: CaseFile, form: Determine, now: datetime, actor: Actor) -> CaseFile:
    signed = Determination(
        rule=form.rule,
        facts=form.facts,
        reasoning=form.reasoning,
        author=form.author,
        approver=actor.name,
        signed_at=now,
    )
    return case.file(signed)
