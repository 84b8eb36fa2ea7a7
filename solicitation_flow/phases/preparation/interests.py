"""Conflicts of interest of the committee: its signed forms, and recusals."""

from collections.abc import Iterable
from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.phases.preparation.committee import voting
from solicitation_flow.phrases import listed
from solicitation_flow.records.preparation import Recusal, SignedForms, Stage
from solicitation_flow.records.registers import Slug, Text
from solicitation_flow.records.responses import Opening
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

OFFICER, EVALUATOR = "officer", "evaluator"
BEFORE: Stage = "before_opening"
AFTER: Stage = "after_opening"
NO_CONFLICT = {"none", "no", "nothing", "no conflict", "n/a", "-"}
FEWEST_WORDS = 3  # fewer cannot name who is tied to whom
CONFLICT = "A brother works for the offeror Acme."


class SignForms(Form):
    """Signs a committee member's forms on conflicts of interest and confidentiality."""

    conflict: Text = ask(
        "none, or a description of your ties to any offeror or possible offeror", "none"
    )
    confidentiality: bool = ask("yes: I keep what I read confidential until the award", "yes")
    person: Slug | None = ask("register key of who signs", "ben", default=None)


class Recuse(Form):
    """Recuses a committee member; their score sheets count for no proposal."""

    conflict: Text = ask("the conflict of interest", CONFLICT)
    evaluator: Slug | None = ask(
        "register key of the member; an evaluator can recuse only themselves", "ben", default=None
    )


@action
def sign_forms(case: CaseFile, form: SignForms, now: datetime, actor: Actor) -> CaseFile:
    opened = case.get(Opening)
    nothing = form.conflict.casefold().rstrip(".") in NO_CONFLICT
    signed = SignedForms(
        person=actor.name,
        stage=AFTER if opened else BEFORE,
        conflict="" if nothing else form.conflict,
        confidentiality=form.confidentiality,
        offerors=opened.names if opened else (),
        signed_at=now,
    )
    return case.file(signed)


@action
def recuse(case: CaseFile, form: Recuse, now: datetime, actor: Actor) -> CaseFile:
    recusal = Recusal(
        evaluator=form.evaluator or actor.name,
        conflict=form.conflict,
        recused_by=actor.name,
        recused_at=now,
    )
    return case.file(recusal)


@guard(rule="signs_for_self", id="G19")
def signs_for_self(form: SignForms, actor: Actor) -> Objection | None:
    """Committee members sign their own forms."""
    if form.person in {None, actor.name}:
        return None
    return Objection(
        says=f"{actor.name} cannot sign for {form.person}, who signs for themselves",
        facts={"person": form.person, "signer": actor.name},
        clears=(Clears("sign_forms", fields={"person": actor.name}, who=actor.name),),
    )


@guard(rule="forms_signed", id="G19")
def forms_signed(case: CaseFile, actor: Actor) -> Objection | None:
    """A member reads proposals only after signing, with offerors known, that no conflict exists."""
    signed = case.get(SignedForms, f"{actor.name}/{AFTER}")
    earlier = case.get(SignedForms, f"{actor.name}/{BEFORE}")
    facts = {"evaluator": actor.name, "signed_before": bool(earlier), "signed_after": bool(signed)}
    fields = {"conflict": "none", "confidentiality": True}
    clears = (Clears("sign_forms", fields=fields, who=actor.name),)
    if signed is None:
        since = "yet"
        if earlier:
            since = "since the offerors are known"
        says = f"{actor.name} has not signed the forms on conflicts and confidentiality {since}"
        return Objection(says, facts, clears)
    if not signed.confidentiality:
        says = f"{actor.name} has not signed the confidentiality statement"
        return Objection(says, {**facts, "confidentiality": False}, clears)
    if not signed.conflict:
        return None
    return Objection(
        says=f"{actor.name} has described a conflict of interest and is recused: nothing waives "
        "that, and only somebody without one can score",
        facts={**facts, "conflict": signed.conflict},
    )


@guard(rule="conflict_described", id="G19")
def conflict_is_described(form: Recuse) -> Objection | None:
    """A recusal states the conflict of interest, and holds for all proposals."""
    if len(form.conflict.split()) >= FEWEST_WORDS:
        return None
    return Objection(
        says=f"{form.conflict!r} does not say what ties the member to whom",
        facts={"conflict": form.conflict},
        clears=(Clears("recuse", fields={"conflict": CONFLICT}, role=OFFICER),),
    )


@guard(rule="conflict_described", id="G19")
def recused_is_a_voter(case: CaseFile, form: Recuse, actor: Actor) -> Objection | None:
    """Only a voting member is recused, by themselves or by an officer."""
    who, left = form.evaluator or actor.name, voting(case)
    facts = {"evaluator": who, "voters": left}
    if who not in left:
        # no remedy is named: it would recuse somebody else
        voters = listed(left)
        return Objection(
            f"{who} is not a voting member; voters are {voters}, so nothing is given up",
            facts,
        )
    if who == actor.name or OFFICER in actor.roles:
        return None
    says = f"{actor.name} cannot take {who} out of the scoring; {who} or an officer can"
    return Objection(says, facts, (Clears("recuse", fields={"evaluator": who}, role=OFFICER),))


@duty("sign_forms")
def owes_forms(case: CaseFile) -> Iterable[Owed]:
    """Every voting member signs the forms, and again once the offerors are known."""
    stage, again = (AFTER, " again, now that the offerors are known")
    if not case.get(Opening):
        stage, again = (BEFORE, "")
    for voter in voting(case):
        signed = case.get(SignedForms, f"{voter}/{stage}")
        if signed is None or not signed.confidentiality:
            yield Owed(f"person:{voter}", f"sign the committee member's forms{again}")


@duty("recuse")
def owes_recusal(case: CaseFile) -> Iterable[Owed]:
    """The officer recuses a member who has described a conflict of interest."""
    for voter in voting(case):
        signed = case.get(SignedForms, f"{voter}/{AFTER}")
        if signed and signed.conflict:
            yield Owed("role:officer", f"recuse {voter}, who has described a conflict of interest")
