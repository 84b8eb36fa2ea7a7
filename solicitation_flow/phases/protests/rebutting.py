"""Rebuttals: where the law gives a firm no protest of a finding, but a time to answer it."""

from collections.abc import Iterable
from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.protests.examining import Attempt, time_of
from solicitation_flow.phases.protests.findings import findings
from solicitation_flow.records.offers import LotForm, OfferKey, offer_of
from solicitation_flow.records.protests import FOUND, Rebuttal
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

REBUTTED = "rebuttal"


class SubmitRebuttal(LotForm):
    """Sends a rebuttal of a finding about one's own firm, where the law gives a time for that."""

    text: Text = ask(
        "what is wrong with the finding, and the facts",
        "Another surety bonds us for the whole sum: see its letter of 27 February.",
    )
    documents: Attachment | None = ask("the papers that show it", default=None)


@action
def submit_rebuttal(
    case: CaseFile, form: SubmitRebuttal, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    attempt = _attempt(case, form, now, law, actor)
    finding, time = attempt.found, time_of(attempt)
    assert finding is not None, "another guard says that nothing was found"
    rebuttal = Rebuttal(
        number=len(case.all(Rebuttal)) + 1,
        lot=form.lot,
        offeror=actor.party,
        finding=finding[0],
        found_at=finding[1],
        text=form.text,
        documents=form.documents,
        received_at=now,
        late=time.over is not None and now >= time.over,
    )
    return case.file(rebuttal)


def _attempt(
    case: CaseFile, form: SubmitRebuttal, now: datetime, law: Law, actor: Actor
) -> Attempt:
    return Attempt(case, now, law, OfferKey.of(form.lot, actor.party), "finding")


@guard(rule="protest_nonresponsibility", id="G82")
def finding_can_be_rebutted(
    case: CaseFile, form: SubmitRebuttal, now: datetime, law: Law, actor: Actor
) -> Objection | None:
    """A finding is answered by the firm it is about, where the law gives a time to rebut it."""
    attempt = _attempt(case, form, now, law, actor)
    facts: dict[str, object] = {"party": actor.party, "found": attempt.found}
    if attempt.found is None:
        return Objection(f"nothing was found against {actor.party} that it could rebut", facts)
    if attempt.rule.mode == REBUTTED:
        return None
    return Objection(
        says=f"the rules here give no time to rebut {attempt.what} ({law.title}); protest it",
        facts=facts,
        clears=(Clears("file_protest", fields={"against": "finding"}, who=actor.party),),
    )


def unanswered(case: CaseFile) -> list[Rebuttal]:
    """Return the rebuttals of findings that were not made again since."""
    waiting: list[Rebuttal] = []
    for rebuttal in case.all(Rebuttal):
        if findings(case, offer_of(rebuttal)).get(rebuttal.finding) == rebuttal.found_at:
            waiting.append(rebuttal)
    return waiting


@guard(rule="rebuttal_answered", id="G85")
def rebuttals_answered(case: CaseFile) -> Objection | None:
    """Before an award is announced, each finding that was rebutted is made again, either way."""
    waiting = unanswered(case)
    if not waiting:
        return None
    clears: list[Clears] = []
    for rebuttal in waiting:
        for command in ("find_responsible", "find_nonresponsible"):
            clears.append(Clears(command, fields={"offeror": rebuttal.offeror}))
    names = ", ".join([rebuttal.offeror for rebuttal in waiting])
    return Objection(
        says=f"rebutted, and not found again since: {names}",
        facts={"rebutted": [rebuttal.number for rebuttal in waiting]},
        clears=tuple(clears),
    )


@duty("find_nonresponsible")
def owes_answers(case: CaseFile, law: Law) -> Iterable[Owed]:
    for rebuttal in unanswered(case):
        task = f"find again {FOUND[rebuttal.finding]}: {rebuttal.offeror} rebutted it"
        due = law.window_end("rebuttal_decision", rebuttal.received_at)
        yield Owed("role:officer", task, due)
