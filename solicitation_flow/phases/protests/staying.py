"""The stay: whether a protest stops the award, and the written finding that lifts it."""

import re
from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.protests.deciding import by_number, deciding, numbers_of
from solicitation_flow.phrases import name_protests, not_known
from solicitation_flow.records.protests import Protest
from solicitation_flow.records.registers import Text
from solicitation_flow.rulebook import Clears, Objection, action, guard

FEWEST_WORDS = 3  # a named interest is more than a label for one

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
    interests: Text = ask(
        "the interests that waiting would harm, named one by one",
        "The pupils of three schools that open on 24 August would have no desks.",
    )
    reasons: Text = ask(
        "why waiting would harm them",
        "Delivery takes nine weeks, and the present furniture leaves with the building.",
    )


@action
def override_stay(case: CaseFile, form: OverrideStay, now: datetime, actor: Actor) -> CaseFile:
    protest = case.one(Protest, str(form.protest))
    overridden = protest.evolve(
        overridden_by=actor.name,
        overridden_at=now,
        interests=form.interests,
        override_reasons=form.reasons,
    )
    return case.file(overridden)


@guard(rule="stay", id="G83")
def no_stay_stands(case: CaseFile, law: Law) -> Objection | None:
    """An undecided protest stays the award unless a written determination lifts the stay."""
    holding = [protest for protest in sorted(case.all(Protest), key=by_number) if protest.holds]
    mode = law.rule("stay").mode
    if not holding or mode == "none":
        return None
    facts = {"protests": numbers_of(holding), "mode": mode}
    which, clears = name_protests(holding), deciding(holding)
    if mode is None:
        return not_known(f"whether an award waits for {which}", law, facts, clears)
    if mode == "automatic":
        says = f"the award waits for a decision on {which}, or a finding in writing that it goes on"
        return Objection(says, facts, clears)
    says = f"nobody has found in writing whether the award goes on before a decision on {which}"
    return Objection(says, facts, clears)


@guard(rule="override", id="G84")
def override_names_interests(form: OverrideStay) -> Objection | None:
    """A determination lifting a stay names the interests that delay would harm, not the merits."""
    wrong, fields = [], {}
    for name, words in (("interests", form.interests), ("reasons", form.reasons)):
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
