"""Equal totals: the published tie rule, carried out step by step before an award is announced."""

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple, Protocol

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.phases.award.standing import barred
from solicitation_flow.phrases import says_something
from solicitation_flow.records.evaluation import Ranking
from solicitation_flow.records.offers import AboutLot, OfferKey, offer_of, offerors_of
from solicitation_flow.records.preparation import Criterion, EvaluationPlan
from solicitation_flow.rulebook import BLANK, Clears, Objection, guard

ORDINALS = ("first", "second", "third", "fourth", "fifth")
_APART = re.compile(r"[;.]|,?\s+\bthen\b|,\s+(?:and\s+)?(?:if|where)\b[^,]*,", re.IGNORECASE)
_ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)})(?:\s+\w+)?\s+criterion\b", re.IGNORECASE)
_HIGHER = re.compile(r"\b(higher|highest|greater|greatest|best|better|most|more)\b", re.IGNORECASE)
_LOWER_PRICE = re.compile(
    r"\b(lower|lowest|cheaper|cheapest|less|least)\b.*\b(price|cost|total|fee)s?\b", re.IGNORECASE
)
_TECHNICAL = re.compile(r"\btechnical\b|\bother than (?:the )?price\b", re.IGNORECASE)
_DRAW = re.compile(r"\b(draw|drawn|drawing|lots?|coin|toss|chance|random)\b", re.IGNORECASE)


class Announced(AboutLot, Protocol):
    """Any form that announces an award."""

    @property
    def winners(self) -> tuple[str, ...]:
        """Whose offers are accepted."""

    @property
    def tie_break(self) -> str | None:
        """How a tie was decided where the rule leaves it to people."""

    @property
    def drawn_by(self) -> str | None:
        """Who drew the lot."""

    @property
    def draw_witness(self) -> str | None:
        """Before whom the lot was drawn."""


class TieStep(NamedTuple):
    """One step of a tie rule, in the words of the plan; `by` is how it is carried out."""

    words: str
    by: str
    criterion: Criterion | None = None


class TieOutcome(NamedTuple):
    """What a tie rule comes to: who is left, what each step gave, and the step people take."""

    left: tuple[OfferKey, ...]
    results: tuple[str, ...]
    open: TieStep | None


def steps(plan: EvaluationPlan) -> list[TieStep]:
    """Return the steps of a plan's tie rule; one whose words are not known is for people."""
    ordered: list[TieStep] = []
    for clause in _APART.split(plan.tie_rule):
        words = clause.strip(" ,")
        if words:
            ordered.append(_step(words, plan))
    return ordered


def _step(words: str, plan: EvaluationPlan) -> TieStep:
    if _DRAW.search(words):
        return TieStep(words, "draw")
    if _LOWER_PRICE.search(words):
        return TieStep(words, "price")
    if _HIGHER.search(words):
        criterion = _criterion(words, plan)
        if criterion is not None and criterion.price:
            return TieStep(words, "price")
        if criterion is not None:
            return TieStep(words, "criterion", criterion)
        if _TECHNICAL.search(words):
            return TieStep(words, "technical")
    return TieStep(words, "people")


def _criterion(words: str, plan: EvaluationPlan) -> Criterion | None:
    """Return the criterion that some words name, by its place or by its name."""
    ordinal = _ORDINAL.search(words)
    if ordinal:
        place = ORDINALS.index(ordinal[1].casefold())
        if place < len(plan.criteria):
            return plan.criteria[place]
        return None
    named: list[Criterion] = []
    for criterion in plan.criteria:
        names = {criterion.key.casefold(), criterion.title.casefold()}
        if any(re.search(rf"\b{re.escape(name)}\b", words.casefold()) for name in names if name):
            named.append(criterion)
    if len(named) == 1:
        return named[0]
    return None


def decided(case: CaseFile, tied: Iterable[OfferKey]) -> TieOutcome:
    """Return what the published tie rule makes of some offers with equal totals."""
    left = tuple(sorted(tied))
    results: list[str] = []
    for step in steps(case.one(EvaluationPlan)):
        if len(left) == 1:
            break
        if step.by in {"draw", "people"}:
            return TieOutcome(left, tuple(results), step)
        values = _values(case, left, step)
        best = max(values.values())
        outcome: list[str] = []
        for offer, value in values.items():
            outcome.append(f"{offer.offeror} {_shown(value)}")
        results.append(f"{step.words}: {', '.join(outcome)}")
        left = tuple([offer for offer in left if values[offer] == best])
    return TieOutcome(left, tuple(results), None)


def _values(case: CaseFile, offers: Iterable[OfferKey], step: TieStep) -> dict[OfferKey, Fraction]:
    """Return what a step compares of each offer, the greatest being the best."""
    values: dict[OfferKey, Fraction] = {}
    prices = scoring.prices(case)
    for offer in offers:
        if step.by == "price":
            values[offer] = -Fraction(prices[offer])
            continue
        sheets: list[dict[str, Decimal]] = []
        for sheet in scoring.sheets(case, offer):
            if step.criterion is None:
                sheets.append(sheet.scores)
            else:
                sheets.append({step.criterion.key: sheet.scores[step.criterion.key]})
        values[offer] = scoring.average(sheets)
    return values


def _shown(value: Fraction) -> str:
    return f"{scoring.rounded(abs(value), 2).normalize():f}"


def split_tie(case: CaseFile, form: Announced) -> tuple[OfferKey, ...]:
    """Return the offers of one rank of which some win and others do not, none where all agree."""
    winners = [OfferKey.of(form.lot, winner) for winner in form.winners]
    by_rank: dict[int, list[OfferKey]] = {}
    for ranking in case.all(Ranking):
        offer = offer_of(ranking)
        if offer.lot == form.lot and not scoring.set_aside(case, offer) and not barred(case, offer):
            by_rank.setdefault(ranking.rank, []).append(offer)
    for offers in by_rank.values():
        winning = [offer for offer in offers if offer in winners]
        if winning and len(winning) < len(offers):
            return tuple(sorted(offers))
    return ()


@guard(rule="tie_rule", id="G66")
def tie_is_decided(case: CaseFile, form: Announced, actor: Actor) -> Objection | None:
    """Equal totals are decided by the tie rule of the solicitation, step by step."""
    tied = split_tie(case, form)
    if not tied:
        return None
    plan = case.one(EvaluationPlan)
    outcome = decided(case, tied)
    names = ", ".join(offerors_of(tied))
    winning = [offer for offer in tied if offer.offeror in form.winners]
    facts: dict[str, Any] = {
        "tied": offerors_of(tied),
        "tie_rule": plan.tie_rule,
        "steps": outcome.results,
        "left": offerors_of(outcome.left),
        "winners": form.winners,
    }
    came_to = "".join(f"; {result}" for result in outcome.results)
    out = [offer.offeror for offer in winning if offer not in outcome.left]
    if out:
        first = outcome.left[: len(winning)]
        winners = _instead(form, tied, first)
        return Objection(
            says=f"{names} have equal totals, and the tie rule decides against "
            f"{', '.join(out)}{came_to}",
            facts=facts,
            clears=(Clears(fields={"winners": winners}),) if outcome.open is None else (),
        )
    if len(winning) == len(outcome.left):
        return None
    return _by_people(form, actor, outcome, names, came_to, facts)


def _instead(
    form: Announced, tied: Iterable[OfferKey], first: Iterable[OfferKey]
) -> tuple[str, ...]:
    """Return the winners with those of the tie in the order its rule gives."""
    others = [winner for winner in form.winners if OfferKey.of(form.lot, winner) not in tied]
    return (*others, *offerors_of(first))


def _by_people(
    form: Announced,
    actor: Actor,
    outcome: TieOutcome,
    names: str,
    came_to: str,
    facts: dict[str, Any],
) -> Objection | None:
    """Return what is missing of a step that people carry out, or None where all is stated."""
    step = outcome.open
    wrong: list[str] = []
    fields: dict[str, Any] = {}
    if step is None:
        wrong.append("the tie rule has no further step")
    if not says_something(form.tie_break or ""):
        wrong.append("how the tie was decided is not stated")
        fields["tie_break"] = BLANK
    if step is not None and step.by == "draw":
        if not form.drawn_by:
            wrong.append("who drew is not stated")
            fields["drawn_by"] = BLANK
        if not form.draw_witness or form.draw_witness in {form.drawn_by, actor.name}:
            wrong.append("the witness of the draw is somebody else than who drew or announces it")
            fields["draw_witness"] = BLANK
    if not wrong:
        return None
    where = ""
    if step is not None:
        where = f", and {step.words!r} is for people to carry out"
    return Objection(
        says=f"{names} have equal totals{came_to}{where}: {'; '.join(wrong)}",
        facts=facts,
        clears=(Clears(fields=fields),),
    )
