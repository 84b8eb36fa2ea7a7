"""What follows a sustained protest: a correction before the award, a remedy after it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.phases.protests.deciding import by_number, numbers_of
from solicitation_flow.phases.protests.findings import unmended
from solicitation_flow.phases.protests.windows import announced, announced_lots
from solicitation_flow.phrases import name_protests, says_something
from solicitation_flow.records.award import Award
from solicitation_flow.records.negotiation import CompetitiveRange
from solicitation_flow.records.offers import lot_key
from solicitation_flow.records.protests import AwardRemedy, Protest, Remedy
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard


class RecordRemedy(Form):
    """Records the remedy for an award against which a protest was later sustained."""

    protest: int = ask("the number of the protest", 1)
    remedy: Remedy = ask(
        "ratified: the contract continues; terminated: it ends and costs are paid; or voided",
        "terminated",
    )
    done: Text = ask(
        "the action taken, the reasons, and any payment",
        "The contract ends on 30 June; what acme had spent in good faith by then is paid.",
    )


@action
def record_remedy(case: CaseFile, form: RecordRemedy, now: datetime, actor: Actor) -> CaseFile:
    remedy = AwardRemedy(
        protest=form.protest,
        remedy=form.remedy,
        done=form.done,
        recorded_by=actor.name,
        recorded_at=now,
    )
    return case.file(remedy)


def _overruled(case: CaseFile) -> tuple[list[Protest], list[Protest]]:
    """Return the protests sustained against the standing intent, and against findings."""
    intents, findings = [], []
    for protest in sorted(case.all(Protest), key=by_number):
        if protest.status == "sustained" and _is_against_intent(case, protest):
            intents.append(protest)
        if unmended(case, protest):
            findings.append(protest)
    return intents, findings


def _is_against_intent(case: CaseFile, protest: Protest) -> bool:
    intent = announced(case, protest.lot)
    return intent is not None and protest.intent == intent.number


def _unremedied(case: CaseFile) -> list[Protest]:
    """Return the protests sustained after the award about which nothing was recorded."""
    left = []
    for protest in case.all(Protest):
        award = case.get(Award, lot_key(protest.lot))
        if protest.status != "sustained" or award is None or protest.decided_at is None:
            continue
        if protest.decided_at >= award.awarded_at and not case.get(AwardRemedy, protest.key):
            left.append(protest)
    return sorted(left, key=by_number)


@guard(rule="protest_remedy", id="E7")
def sustained_protest_heeded(case: CaseFile) -> Objection | None:
    """After a protest is sustained, the action protested is not repeated without a remedy."""
    intents, findings = _overruled(case)
    won = [*intents, *findings]
    if not won:
        return None
    wrong = []
    clears: list[Clears] = []
    if intents:
        wrong.append(
            f"sustained against this notice of intent: {name_protests(intents)}; withdraw it, "
            "and post another once the remedy is carried out"
        )
    for protest in findings:
        wrong.append(
            f"sustained against {protest.target}: {name_protests([protest])};"
            " make that finding again"
        )
        clears += _mending(case, protest)
    if announced_lots(case):
        reason = f"A protest was sustained: {name_protests(won)}."
        clears = [Clears("withdraw_intent", fields={"reason": reason})]
    return Objection(
        says="; ".join(wrong),
        facts={"sustained": numbers_of(won)},
        clears=tuple(clears),
    )


def _mending(case: CaseFile, protest: Protest) -> Iterator[Clears]:
    """Return what takes a finding back that should not have been made."""
    firm = {"offeror": protest.protester}
    if protest.finding == "nonresponsive":
        yield Clears("find_responsive", fields=firm)
    elif protest.finding == "nonresponsible":
        yield Clears("find_responsible", fields=firm)
    elif protest.finding == "out_of_range":
        kept = case.one(CompetitiveRange, lot_key(protest.lot))
        yield Clears("set_range", fields={"offerors": [*kept.offerors, protest.protester]})
        yield Clears("end_negotiation")
    else:  # nothing late can join once others were opened: what is left is to compete anew
        reason = f"A protest was sustained: {name_protests([protest])}."
        yield Clears("cancel", fields={"reason": reason, "resolicit": True})


@guard(rule="protest_pending", id="E8")
def some_remedy_is_owed(case: CaseFile) -> Objection | None:
    """A remedy is recorded only after a protest was sustained after the award."""
    if _unremedied(case):
        return None
    return Objection(
        says="no protest was sustained after the award whose remedy is not on file",
        facts={"recorded": [award_remedy.protest for award_remedy in case.all(AwardRemedy)]},
    )


@guard(rule="protest_pending", id="E8")
def remedy_is_owed(case: CaseFile, form: RecordRemedy) -> Objection | None:
    """A remedy answers a protest sustained after the award, and states what is done and why."""
    owed = numbers_of(_unremedied(case))
    wrong: list[str] = []
    fields: dict[str, object] = {}
    if form.protest not in owed and owed:
        listed = ", ".join(map(str, owed))
        wrong.append(
            f"no remedy is required for protest {form.protest}; "
            f"still required are remedies for {listed}"
        )
        fields["protest"] = owed[0]
    if not says_something(form.done):
        wrong.append(f"{form.done!r} does not say what is done")
        fields["done"] = "(what is done, why, and what is paid to whom)"
    if not wrong:
        return None
    return Objection(
        says="; ".join(wrong),
        facts={"protest": form.protest, "owed": owed, "done": form.done},
        clears=(Clears("record_remedy", fields=fields),),
    )


@guard(rule="protest_remedy", id="E8")
def sustained_protest_remedied(case: CaseFile) -> Objection | None:
    """A file is closed only after the remedy of every sustained protest is recorded."""
    left = _unremedied(case)
    if not left:
        return None
    numbers = numbers_of(left)
    return Objection(
        says=f"sustained after the award, and no remedy is on file: {name_protests(left)}",
        facts={"sustained": numbers},
        clears=tuple(Clears("record_remedy", fields={"protest": number}) for number in numbers),
    )


@duty("record_remedy")
def owes_remedies(case: CaseFile) -> Iterable[Owed]:
    for protest in _unremedied(case):
        task = f"record the remedy for {name_protests([protest])}, sustained"
        yield Owed("role:approver", task)
