"""Prices that may be mistakes: offerors confirm or admit, and only the evident is corrected."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, Local, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.evaluation.offers import next_afternoon
from solicitation_flow.phrases import listed, not_known
from solicitation_flow.records.evaluation import (
    Amount,
    MistakeKind,
    PriceConfirmation,
    PriceOffer,
)
from solicitation_flow.records.letter_forms import LetterToOfferor
from solicitation_flow.records.offers import OfferKey, offer_of
from solicitation_flow.records.registers import Line, Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

NEUTRAL = "Please check that the price covers everything the solicitation asks for."
"""What an offeror may be told of a suspect price: nothing of other offers."""


class AskToConfirm(LetterToOfferor):
    """Asks an offeror to confirm a price that looks like a mistake."""

    written = ("item", "why")
    item: Line = ask("the price in question", "The total on page 3 of the price form")
    why: Text = ask(
        "why it looks like a mistake, without a word on other offers",
        "The total is less than the sum of the lines above it.",
    )
    due: Local | None = ask(
        "by when it is to be answered, in local time", "2026-12-02 16:00", default=None
    )


class ConfirmPrice(Form):
    """Confirms a price, or states that it is a mistake."""

    confirmation: int = ask("the number of the question", 1)
    answer: Literal["confirmed", "mistaken"] = ask("confirmed, or mistaken", "confirmed")
    reason: Text | None = ask(
        "if mistaken: how it came about, and where the offer shows what was meant",
        "Two digits of the sum on page 3 changed places.",
        default=None,
    )
    intended: Amount | None = ask("if mistaken: the price that was meant", "421000", default=None)


class CorrectMistake(Form):
    """Decides on a price in doubt: corrected, withdrawn with its offer, or left to stand."""

    confirmation: int = ask("the number of the question to the offeror", 1)
    outcome: Literal["corrected", "stands", "withdrawn"] = ask(
        "corrected, stands, or withdrawn: the offeror takes its whole offer back", "corrected"
    )
    mistake: MistakeKind = ask(
        "what kind it is: typo, extension, arithmetic, or judgment, which is never corrected",
        "arithmetic",
    )
    amount: Amount | None = ask("the corrected total, exact", "421000.00", default=None)
    reason: Text = ask(
        "what in the offer shows the price that was meant, or why it stands",
        "The lines on page 3 add up to 421,000.00.",
    )


@action
def ask_to_confirm(
    case: CaseFile, form: AskToConfirm, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    due = None
    if form.due:
        due = law.instant(form.due)
    timeless = []
    for confirmation in in_doubt(case):
        if offer_of(confirmation) == offer_of(form) and not (
            confirmation.due or confirmation.answer
        ):
            timeless.append(confirmation)
    asked = PriceConfirmation(
        number=len(case.all(PriceConfirmation)) + 1,
        lot=form.lot,
        offeror=form.offeror,
        item=form.item,
        why=form.why,
        amount=scoring.prices(case).get(offer_of(form)),
        due=due,
        asked_by=actor.name,
        asked_at=now,
    )
    # a question nobody set a time for could stay open for ever: asking again sets it one
    return case.file(
        asked,
        *(confirmation.evolve(due=due) for confirmation in timeless),
    )


@action
def confirm_price(case: CaseFile, form: ConfirmPrice, now: datetime, actor: Actor) -> CaseFile:
    answered = case.one(PriceConfirmation, str(form.confirmation)).evolve(
        answer=form.answer,
        reason=form.reason or "",
        intended=form.intended,
        answered_by=actor.name,
        answered_at=now,
    )
    return case.file(answered)


@action
def correct_mistake(case: CaseFile, form: CorrectMistake, now: datetime, actor: Actor) -> CaseFile:
    corrected = None
    if form.outcome == "corrected":
        corrected = form.amount
    decided = case.one(PriceConfirmation, str(form.confirmation)).evolve(
        outcome=form.outcome,
        mistake=form.mistake,
        corrected=corrected,
        decided_because=form.reason,
        decided_by=actor.name,
        decided_at=now,
    )
    case = case.file(decided)
    if corrected is None:
        return case
    price = case.one(PriceOffer, offer_of(decided))
    return case.file(price.evolve(amount=corrected, entered_by=actor.name, reason=form.reason))


def in_doubt(case: CaseFile) -> list[PriceConfirmation]:
    """Return the questions about judged prices that are neither answered for good nor decided."""
    judged = scoring.offers(case)
    doubts = []
    for confirmation in case.all(PriceConfirmation):
        offer = offer_of(confirmation)
        if offer in judged and not confirmation.settled:
            doubts.append(confirmation)
    return doubts


def unconfirmed(case: CaseFile) -> list[PriceConfirmation]:
    """Return the questions about judged prices that their offerors have not answered."""
    confirmations: list[PriceConfirmation] = []
    for confirmation in in_doubt(case):
        if confirmation.answer is None:
            confirmations.append(confirmation)
    return confirmations


def _unasked(case: CaseFile, percent: int | None) -> list[OfferKey]:
    """Return the offers whose price is suspect and has not been asked about as it stands."""
    known = scoring.prices(case)
    asked = set()
    for confirmation in case.all(PriceConfirmation):
        offer = offer_of(confirmation)
        asked |= {(offer, confirmation.amount), (offer, confirmation.corrected)}
    if percent is not None:
        suspects = scoring.suspects(case, percent)
    else:
        suspects = []
    return [suspect for suspect in suspects if (suspect, known[suspect]) not in asked]


@guard(rule="confirmation_asked", id="G56")
def confirmation_asked(case: CaseFile, form: ConfirmPrice, actor: Actor) -> Objection | None:
    """An offeror confirms or corrects a price once, and only if it was asked to."""
    numbers = []
    for confirmation in unconfirmed(case):
        if confirmation.offeror == actor.party:
            numbers.append(confirmation.number)
    if form.confirmation in numbers:
        return None
    waiting_for = listed(numbers, "none, so nothing is to be answered")
    return Objection(
        says=f"no question {form.confirmation} on a price waits for {actor.party}; "
        f"waiting: {waiting_for}",
        facts={"confirmation": form.confirmation, "waiting": numbers},
        clears=tuple(
            Clears("confirm_price", fields={"confirmation": number}, who=actor.party)
            for number in numbers[:1]
        ),
    )


@guard(rule="mistake_open", id="G57")
def mistake_is_open(
    case: CaseFile, form: CorrectMistake, now: datetime, law: Law
) -> Objection | None:
    """A price mistake is decided only after the offeror has claimed it or the time has passed."""
    asked = case.get(PriceConfirmation, str(form.confirmation))
    waiting = []
    for confirmation in in_doubt(case):
        waiting.append(confirmation.number)
    facts = {"confirmation": form.confirmation, "open": waiting}
    if asked is None or asked.number not in waiting:
        says = f"no question {form.confirmation} is open; open: {listed(waiting)}"
        return Objection(says, facts, tuple(_instead(case)))
    silent = asked.due is not None and now >= asked.due and form.outcome == "stands"
    if asked.answer == "mistaken" or silent:
        return None
    answer = {"confirmation": asked.number, "answer": "mistaken"}
    clears = [Clears("confirm_price", fields=answer, who=asked.offeror)]
    says = f"{asked.offeror} has not said whether its price is a mistake"
    if asked.due is None:
        says += "; no time was set for its answer: ask again, and set one"
        question = {"offeror": asked.offeror, "item": asked.item, "why": asked.why}
        question["due"] = next_afternoon(now, law)
        clears.append(Clears("ask_to_confirm", fields=question))
    elif now < asked.due:
        says += f"; it has until {law.spoken(asked.due)}"
    stands = form.outcome == "stands"
    facts["due"] = asked.due
    return Objection(says, facts, tuple(clears), asked.due if stands else None)


def _instead(case: CaseFile) -> Iterable[Clears]:
    """Return how one of the open questions is decided: first those that were answered."""
    for confirmation in sorted(
        in_doubt(case), key=lambda confirmation: confirmation.answer is None
    )[:1]:
        if confirmation.answer is None:
            answer = {"confirmation": confirmation.number, "answer": "mistaken"}
            yield Clears("confirm_price", fields=answer, who=confirmation.offeror)
        yield Clears("correct_mistake", fields={"confirmation": confirmation.number})


@guard(rule="mistake_kind", id="G57")
def mistake_is_clerical(form: CorrectMistake) -> Objection | None:
    """Errors of typing, extension or arithmetic may be corrected; errors of judgment may not."""
    if form.outcome == "stands":
        return None
    facts = {"mistake": form.mistake, "amount": form.amount}
    stands = (Clears("correct_mistake", fields={"outcome": "stands", "amount": None}),)
    if form.mistake == "judgment":
        says = "an error of judgment may not be corrected: the price stands as offered"
        return Objection(says, facts, stands)
    if form.amount is None and form.outcome == "corrected":
        return Objection("a correction states the corrected total", facts, stands)
    return None


@guard(rule="mistake_correction", id="G57")
def correction_is_evident(case: CaseFile, form: CorrectMistake) -> Objection | None:
    """After opening, a price is corrected only if the offer itself shows the intended price."""
    asked = case.get(PriceConfirmation, str(form.confirmation))
    if form.outcome == "stands" or asked is None or mistake_is_clerical(form):
        return None  # what can be no slip needs no finding that it is evident
    offered = scoring.prices(case).get(offer_of(asked))
    facts = {"offeror": asked.offeror, "offered": offered, "mistake": form.mistake}
    says = f"{asked.offeror} offered {offered}; that {form.amount} was evidently meant is to be "
    if form.outcome == "withdrawn":
        says = f"{asked.offeror} offered {offered}; that this was evidently not meant is to be "
        return Objection(says + "found in writing before the offer is taken back", facts)
    facts["corrected"] = form.amount
    return Objection(says + "found in writing before the price changes", facts)


@guard(rule="mistakes", id="G56")
def mistakes_answered(case: CaseFile, law: Law) -> Objection | None:
    """No award is announced while a price that looks mistaken is unconfirmed."""
    percent = law.rule("mistakes").number
    waiting, unasked = in_doubt(case), _unasked(case, percent)
    numbers = [confirmation.number for confirmation in waiting]
    facts = {"open": numbers, "unasked": unasked, "percent": percent}
    if not waiting and percent is None and len(scoring.prices(case)) > 1:
        return not_known("how far below the others a price is suspect", law, facts)
    if not waiting and not unasked:
        return None
    wrong = []
    for confirmation in waiting:
        wrong.append(f"{confirmation.offeror}'s price is in question and not yet decided")
    for offer in unasked:
        wrong.append(
            f"{offer}'s price is {percent} % or more below the average of the others, and nobody "
            "has asked whether it is a mistake"
        )
    return Objection("; ".join(wrong), facts, tuple(_steps(case, waiting, unasked)))


def _steps(
    case: CaseFile, waiting: list[PriceConfirmation], unasked: list[OfferKey]
) -> Iterable[Clears]:
    """Return what settles each price in doubt, in the order it can be done."""
    for confirmation in waiting:
        if confirmation.answer == "mistaken":
            because = {"mistake": "judgment", "reason": "(why the price stands, or is corrected)"}
            fields = {"confirmation": confirmation.number, "outcome": "stands", **because}
            yield Clears("correct_mistake", fields=fields)
        else:
            answer = {"confirmation": confirmation.number, "answer": "confirmed"}
            yield Clears("confirm_price", fields=answer, who=confirmation.offeror)
    first = len(case.all(PriceConfirmation)) + 1
    for number, offer in enumerate(unasked, start=first):
        asked = {"item": "The total price", "why": NEUTRAL}
        yield Clears("ask_to_confirm", fields={"offeror": offer.offeror, **asked})
        answer = {"confirmation": number, "answer": "confirmed"}
        yield Clears("confirm_price", fields=answer, who=offer.offeror)


@duty("ask_to_confirm")
def owes_questions(case: CaseFile, law: Law) -> Iterable[Owed]:
    for offer in _unasked(case, law.rule("mistakes").number):
        yield Owed("role:officer", f"ask {offer} to confirm its price")


@duty("confirm_price")
def owes_confirmations(case: CaseFile) -> Iterable[Owed]:
    for confirmation in in_doubt(case):
        if confirmation.answer is None:
            says = f"say whether your price is a mistake: {confirmation.item}"
            yield Owed(f"supplier:{confirmation.offeror}", says, confirmation.due)


@duty("correct_mistake")
def owes_decisions(case: CaseFile) -> Iterable[Owed]:
    for confirmation in in_doubt(case):
        if confirmation.answer == "mistaken":
            yield Owed(
                "role:officer",
                f"decide on the price that {confirmation.offeror} says is a mistake",
            )
