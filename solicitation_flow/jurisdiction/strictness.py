"""Which of two rules of one name is the stricter: by its numbers, then by how binding it is."""

from fractions import Fraction
from typing import Final, Literal

from solicitation_flow.jurisdiction.rules import Rule

Direction = Literal["more", "less"]

MORE: Final = frozenset(
    {
        *("advertising", "amendment_floor", "bafo_time", "committee_size", "conference_gap"),
        *("criterion_minimum", "cure_period", "debrief", "federal_clauses", "litigation"),
        *("minimum_notice", "negotiation", "price_notice", "protest_appeal", "protest_award"),
        *("protest_cancellation", "protest_disqualification", "protest_finding"),
        *("protest_nonresponsibility", "protest_terms", "protest_window", "question_cutoff"),
        *("renewal_notice", "repeat_ads", "retention", "six_month_seal", "standstill"),
        "witness_at_opening",
    }
)
"""Rules that ask more of an agency the greater their number: time for others, people, papers."""
LESS: Final = frozenset(
    {
        *("approval_limits", "bafo_rounds", "debrief_answer", "independent_estimate"),
        *(
            "late_discard",
            "late_notice",
            "mistakes",
            "protest_decision",
            "public_file",
            "rebuttal_decision",
        ),
        *("score_spread", "simplified_acquisition", "term_ceiling"),
    }
)
"""Rules that ask more of an agency the smaller their number: a time to decide, a ceiling."""
STRENGTHS: Final = ("warn", "determination", "block")
LISTS: Final = ("items", "channels", "limits")
"""What is asked for by both of two files is asked for once, and what by one of them too."""
HOURS: Final = {"hours": 1, "days": 24, "weeks": 168, "months": 730, "years": 8_766}
"""How long each unit is, closely enough to say which of two lengths is the longer."""
WEEK_BY_WORKDAYS: Final = Fraction(7, 5)


def direction(rule: str) -> Direction | None:
    """Return whether more or less of its number makes a rule stricter; None: it is not known."""
    if rule in MORE:
        return "more"
    if rule in LESS:
        return "less"
    return None


def size(rule: Rule) -> Fraction | None:
    """Return a rule's number so that two of one rule can be compared; None where it has none."""
    length = rule.length
    if length is not None:
        hours = Fraction(length.number * HOURS[length.unit])
        if length.counted == "business":
            hours *= WEEK_BY_WORKDAYS
        if length.strictly:
            hours += HOURS["days"]
        return hours
    for key in ("number", "amount", "percent", "at_least"):
        figure = getattr(rule, key)
        if figure is not None:
            return Fraction(figure)
    return None


def stricter(own: Rule, over: Rule, origin: str) -> Rule:
    """Return what holds where a rule of a jurisdiction meets one of an overlay.

    The one with the stricter number holds, at the strength of the more binding one; an overlay
    holds where neither number is stricter, unless it binds less. What either lists is asked for.
    """
    if not own.known:
        return over.called(own.name).from_file(origin)
    held = own
    if _overlay_holds(own, over):
        held = over.called(own.name).from_file(origin)
    strength = max(own.strength, over.strength, key=STRENGTHS.index)
    if strength != held.strength:
        held = held.evolve(strength=strength)
    lists = {}
    for key in LISTS:
        both = _united(getattr(own, key), getattr(over, key))
        if both != getattr(held, key):
            lists[key] = both
    if lists or held.strength != own.strength:
        held = held.evolve(**lists).from_file(origin)
    return held


def _overlay_holds(own: Rule, over: Rule) -> bool:
    mine, theirs = size(own), size(over)
    if theirs is None:
        # a rule that binds less, or says nothing more, takes nothing away
        return mine is None and _binds_more(over, own)
    if mine is None:
        return True
    way = direction(own.name)
    if mine == theirs or way is None:
        return _binds_more(over, own) or (mine != theirs)
    if way == "more":
        return theirs > mine
    return theirs < mine


def _binds_more(over: Rule, own: Rule) -> bool:
    """Return whether an overlay is the better ground where numbers do not decide: it is law."""
    before, after = STRENGTHS.index(own.strength), STRENGTHS.index(over.strength)
    if before != after:
        return after > before
    return over.cite is not None and own.cite is None


def _united(own: tuple[object, ...], over: tuple[object, ...]) -> tuple[object, ...]:
    """Return what two lists ask for, each thing once."""
    both = list(own)
    for item in over:
        if item not in both:
            both.append(item)
    return tuple(both)
