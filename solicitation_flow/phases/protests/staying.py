"""The stay: which steps wait for a protest, whether in writing, and the finding that lifts it."""

import re
from collections.abc import Iterable
from datetime import datetime

from solicitation_flow import stays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.protests.deciding import waiting
from solicitation_flow.phrases import listed, name_protests, says_something
from solicitation_flow.records.protests import (
    Appeal,
    OverrideGround,
    Protest,
    StayDecision,
    Steps,
)
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

FEWEST_WORDS = 3  # a named interest is more than a label for one
INTERESTS: OverrideGround = "interests"
EXPIRY: OverrideGround = "offer_would_expire"

_MERITS = re.compile(
    r"\b(?:merit\w*|frivolous|unfounded|groundless|baseless)\b"
    r"|\bprotest\w*\b[^.]{0,60}\b(?:fails?|lose|succeed|be denied|be dismissed)\b",
    re.IGNORECASE,
)
_VAGUE = {
    *("a", "an", "and", "as", "at", "be", "because", "best", "by", "for", "harm", "harmed", "in"),
    *("is", "it", "its", "necessary", "need", "needed", "of", "on", "or", "our", "protect"),
    *("protected", "served", "substantial", "that", "the", "this", "time", "to", "urgency"),
    *("urgent", "urgently", "we", "will", "with", "without", "would"),
    *("agency", "award", "city", "contract", "county", "delay", "district", "interest"),
    *("interests", "protest", "public", "state", "welfare"),
}


class OverrideStay(Form):
    """Finds in writing that the award proceeds before a protest is decided."""

    protest: int = ask("the number of the protest", 1)
    ground: OverrideGround = ask(
        "why it cannot wait, in one word: the law says which grounds count",
        "interests",
        default=INTERESTS,
    )
    interests: Text | None = ask(
        "the interests that waiting would harm, named one by one; or which offer would expire",
        "The pupils of three schools that open on 24 August would have no desks.",
        default=None,
    )
    reasons: Text = ask(
        "why waiting would harm them",
        "Delivery takes nine weeks, and the present furniture leaves with the building.",
    )


class DecideStay(Form):
    """Decides in writing whether the procurement waits for a protest, and which steps of it."""

    protest: int = ask("the number of the protest", 1)
    stays: bool = ask("whether the procurement waits", "no")
    covers: Steps = ask(
        "which steps wait: opening, range, intent, award, execute", "award,execute", default=()
    )
    reasons: Text = ask("the reasons", "Delivery takes nine weeks, and the schools open in August.")


@action
def override_stay(case: CaseFile, form: OverrideStay, now: datetime, actor: Actor) -> CaseFile:
    """Lift the stay for a protest, and for what was brought against its decision."""
    protest = case.one(Protest, str(form.protest))
    overridden = protest.evolve(
        overridden_by=actor.name,
        overridden_at=now,
        overridden_for=form.ground,
        interests=form.interests or "",
        override_reasons=form.reasons,
    )
    lifted = [appeal.evolve(overridden_at=now) for appeal in _appeals(case, form.protest)]
    return case.file(overridden, *lifted)


@action
def decide_stay(case: CaseFile, form: DecideStay, now: datetime, actor: Actor) -> CaseFile:
    decision = StayDecision(
        protest=form.protest,
        stays=form.stays,
        covers=form.covers,
        reasons=form.reasons,
        decided_by=actor.name,
        decided_at=now,
    )
    return case.file(decision)


def _appeals(case: CaseFile, protest: int) -> list[Appeal]:
    """Return what was brought against the decision of a protest and is not ended."""
    return [appeal for appeal in case.all(Appeal) if appeal.protest == protest and appeal.open]


@guard(rule="stay", id="G83")
def opening_not_stayed(case: CaseFile, law: Law) -> Objection | None:
    """Proposals are not opened while a protest stays their opening."""
    return stays.not_stayed(case, law, "opening")


@guard(rule="stay", id="G83")
def range_not_stayed(case: CaseFile, law: Law) -> Objection | None:
    """Nobody is chosen for discussions while a protest stays the choice."""
    return stays.not_stayed(case, law, "range")


@guard(rule="stay", id="G83")
def intent_not_stayed(case: CaseFile, law: Law) -> Objection | None:
    """No intent to award is announced while a protest stays it."""
    return stays.not_stayed(case, law, "intent")


@guard(rule="stay", id="G83")
def no_stay_stands(case: CaseFile, law: Law) -> Objection | None:
    """An undecided protest stays the award unless a written determination lifts the stay."""
    return stays.not_stayed(case, law, "award")


@guard(rule="stay_decided", id="G83")
def stay_is_for_us_to_decide(form: DecideStay, law: Law) -> Objection | None:
    """A stay is decided in writing, with reasons, where the law leaves it to the agency."""
    mode, wrong = law.rule("stay").mode, []
    facts = {"protest": form.protest, "mode": mode, "covers": form.covers}
    fields: dict[str, object] = {"protest": form.protest}
    if mode == "automatic":
        says = (
            f"the law itself stops the award for a protest here ({law.title}): what is left is a "
        )
        lift = Clears("override_stay", fields={**fields, "reasons": "..."})
        return Objection(f"{says}finding that it cannot wait", facts, (lift,))
    beyond = [step for step in form.covers if step not in stays.covered(law)]
    if beyond:
        wrong.append(f"the rules here stay no {listed(beyond)}")
        fields["covers"] = [step for step in form.covers if step not in beyond]
    if form.stays and not set(form.covers).difference(beyond):
        wrong.append("it does not say which steps wait")
        fields["covers"] = list(stays.covered(law))
    if not says_something(form.reasons):
        wrong.append(f"{form.reasons!r} states no reason")
        fields["reasons"] = "(why it waits, or why it goes on)"
    if not wrong:
        return None
    return Objection("; ".join(wrong), facts, (Clears(fields=fields),))


@guard(rule="protest_pending", id="G84")
def something_is_held(case: CaseFile) -> Objection | None:
    """A stay is lifted only while a protest, or an appeal from one, is undecided."""
    if waiting(case) or any(appeal.open for appeal in case.all(Appeal)):
        return None
    return Objection("no protest is pending, and no appeal", {}, (Clears("file_protest"),))


@guard(rule="protest_pending", id="G84")
def protest_is_held_for(case: CaseFile, form: OverrideStay) -> Objection | None:
    """A finding that the award goes on names a protest that is undecided, or was appealed."""
    protest = case.get(Protest, str(form.protest))
    if protest and (protest.pending or _appeals(case, form.protest)):
        return None
    undecided = waiting(case)
    says = f"protest {form.protest} is {protest.status.replace('_', ' ')}" if protest else ""
    says = says or f"there is no protest {form.protest}"
    numbers = [other.number for other in undecided]
    return Objection(
        says=f"{says}; undecided: {name_protests(undecided, 'none, so nothing is left to decide')}",
        facts={"protest": form.protest, "pending": numbers},
        clears=tuple(Clears(fields={"protest": number}) for number in numbers[:1]),
    )


@guard(rule="override", id="G84")
def override_ground_counts(case: CaseFile, form: OverrideStay, law: Law) -> Objection | None:
    """A stay is lifted only on a ground that the law names, and that is there."""
    grounds = law.rule("override").grounds or (INTERESTS,)
    facts = {"ground": form.ground, "grounds": grounds}
    if form.ground not in grounds:
        return Objection(
            says=f"the rules here lift no stay because of {form.ground!r}: they name "
            f"{listed(grounds)}",
            facts=facts,
            clears=(
                Clears("override_stay", fields={"protest": form.protest, "ground": grounds[0]}),
            ),
        )
    if form.ground == EXPIRY and case.due("offers_expire") is None:
        interests = Clears("override_stay", fields={"protest": form.protest, "ground": grounds[0]})
        return Objection("no offer here has a day on which it expires", facts, (interests,))
    return None


@guard(rule="override", id="G84")
def override_names_interests(form: OverrideStay) -> Objection | None:
    """A determination lifting a stay names the interests that delay would harm, not the merits."""
    wrong, fields = [], {}
    named = [("reasons", form.reasons)]
    if form.ground == INTERESTS:
        named.insert(0, ("interests", form.interests or ""))
    for name, words in named:
        telling = [word for word in re.findall(r"\w+", words.casefold()) if word not in _VAGUE]
        argued = _MERITS.search(words)
        if argued:
            wrong.append(f"the {name} argue the protest itself: {argued[0]!r}")
        if len(telling) < FEWEST_WORDS:
            wrong.append(f"the {name} name nothing in particular")
        if argued or len(telling) < FEWEST_WORDS:
            fields[name] = f"({name}: who or what waiting harms, and how, by name and by date)"
    if not wrong:
        return None
    return Objection(
        says="; ".join(wrong),
        facts={"interests": form.interests, "reasons": form.reasons},
        clears=(Clears("override_stay", fields={"protest": form.protest, **fields}),),
    )


@duty("decide_stay")
def owes_stays(case: CaseFile, law: Law) -> Iterable[Owed]:
    """Whether the procurement waits is found in writing where the law leaves it to the agency."""
    if law.rule("stay").mode != "determination":
        return
    for protest in waiting(case):
        if protest.holds and case.get(StayDecision, protest.key) is None:
            task = f"decide in writing whether the procurement waits for {name_protests([protest])}"
            yield Owed("role:approver", task)


@duty("ask_to_extend")
def owes_longer_offers(case: CaseFile, law: Law) -> Iterable[Owed]:
    """What waits may outlast the offers: their offerors are asked for more time."""
    expiry = case.deadline("offers_expire")
    if expiry is None or expiry.status != "unmet":
        return
    waiting_for = stays.held(case, law, "award")
    ends = [protest.decision_due for protest in waiting_for.protests if protest.decision_due]
    lasting = bool(waiting_for.appeals) or any(end >= expiry.due_at for end in ends)
    if lasting:
        task = "ask the offerors for more time: the award waits, and may wait longer than they do"
        yield Owed("role:officer", task, expiry.due_at)
