"""Turns of events a simulation can be about, each with what it takes besides a way to get there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from solicitation_flow.errors import Usage
from solicitation_flow.simulation.form_filler import Ahead, Later
from solicitation_flow.workflow import Move, Workflow
from solicitation_flow.yamlfile import did_you_mean

NEW = "new"
"""Where a move that opens a case starts from, in the name of a turn."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One move of one workflow, by its name: `rfp:held:receive:2`, the second of that command."""

    name: str
    workflow: str
    move: Move

    @property
    def short(self) -> str:
        """The name without state and branch, as somebody types it."""
        return f"{self.workflow}:{self.move.command}"


@dataclass(frozen=True, slots=True)
class Wait:
    """Everybody lets time pass until some while before a deadline of the solicitation."""

    deadline: str
    before: timedelta


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn of events takes: what comes first, what is said, left undone, under whose law."""

    after: tuple[str | Wait, ...] = ()
    """Other turns, by name; one without a state is taken wherever it is nearest."""

    says: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By command, or STATE:COMMAND: what is put into its form instead of what the help shows."""

    leaves: frozenset[str] = frozenset()
    """Commands nobody gives, though a refusal asks for them."""

    laws: tuple[str, ...] = ()
    """The jurisdictions under which it can come about; any, where none is named."""

    offers: int = 0
    """How many firms answer the solicitation; left to chance where nothing is said."""


LATE_IN_THE_DAY = Wait("proposals_due", timedelta(hours=20))
OF_TERMS = ("az-state", "harbor-town", "mill-county")
"""Where a protest may be of the solicitation's own terms."""

OPEN_ENDED = ("va-local", "az-state", "neutral")
"""Where an award need not wait until nobody can protest any more."""

RENEWABLE = {"renewals": 2, "expires_on": Later(700), "renew_by": Later(600)}
TWO_OF_THREE = {"offerors": "acme,zenith", "reason": "The best two; orion is far below them."}
DEMONSTRATED = {"reopen_scores": {"cause": "demonstration", "offerors": "acme"}}
SUSTAINED = {"outcome": "sustained", "remedy": "The offers are ranked again."}

_UNDECIDED = frozenset({"decide_protest"})
_TERMS = {"file_protest": {"against": "solicitation"}}
_FINDING = {"file_protest": {"against": "finding"}}


def _terms() -> dict[str, Turn]:
    """Return the turns of a protest of the terms, which outlives the closing."""
    turns: dict[str, Turn] = {}
    for state in ("open", "held", "opening", "screening", "evaluation", "negotiation"):
        first: tuple[str | Wait, ...] = ("rfp:open:file_protest",)
        if state not in {"open", "held"}:
            first = ("rfp:open:receive", LATE_IN_THE_DAY, *first)
        turns[f"rfp:{state}:decide_protest"] = Turn(first, _TERMS, laws=OF_TERMS)
        turns[f"rfp:{state}:deem_denied:1"] = Turn(first, _TERMS, _UNDECIDED, ("mill-county",))
        turns[f"rfp:{state}:deem_denied:2"] = Turn(first, _TERMS, _UNDECIDED, ("harbor-town",))
    for state in ("open", "held", "cancelled"):
        turns[f"rfp:{state}:file_protest"] = Turn((), _TERMS, laws=OF_TERMS)
    turns["rfp:cancelled:decide_protest"] = Turn(
        ("rfp:cancelled:file_protest",), _TERMS, laws=OF_TERMS
    )
    return turns


def _findings() -> dict[str, Turn]:
    """Return the turns in which an offeror protests what was found of its own proposal."""
    nonresponsive = "rfp:{}:find_nonresponsive"
    return {
        "rfp:opening:file_protest": Turn(("rfp:opening:receive:2",), _FINDING),
        **{
            f"rfp:{state}:file_protest": Turn((nonresponsive.format(state),), _FINDING, offers=3)
            for state in ("screening", "evaluation")
        },
        "rfp:negotiation:file_protest": Turn((), {"set_range": TWO_OF_THREE, **_FINDING}, offers=3),
        "rfp:no_award:file_protest": Turn(("rfp:screening:finish_screening:2",), _FINDING),
        "rfp:no_award:decide_protest": Turn(("rfp:no_award:file_protest",), _FINDING),
    }


def _awards() -> dict[str, Turn]:
    """Return the turns in which the award is protested, before it is made or after."""
    turns: dict[str, Turn] = {}
    for state in ("intent_to_award", "awarded"):
        first = (f"rfp:{state}:file_protest",)
        anywhere: tuple[str, ...] = ()
        if state == "awarded":
            anywhere = OPEN_ENDED
        turns[f"rfp:{state}:file_protest"] = Turn(laws=anywhere)
        turns[f"rfp:{state}:decide_protest"] = Turn(first, laws=anywhere)
        turns[f"rfp:{state}:override_stay"] = Turn(first, laws=anywhere)
        turns[f"rfp:{state}:deem_denied:1"] = Turn(first, {}, _UNDECIDED, ("mill-county",))
        turns[f"rfp:{state}:deem_denied:2"] = Turn(first, {}, _UNDECIDED, ("va-local",))
    turns["rfp:awarded:record_remedy"] = Turn(
        ("rfp:awarded:decide_protest",), {"decide_protest": SUSTAINED}, laws=OPEN_ENDED
    )
    turns["rfp:intent_to_award:end_standstill"] = Turn(laws=("va-local", *OF_TERMS))
    turns["rfp:awarded:end_standstill"] = Turn(laws=("va-local", "az-state"))
    return turns


TURNS: Mapping[str, Turn] = {
    **_terms(),
    **_findings(),
    **_awards(),
    "rfp:drafting:publish": Turn(("rfp:drafting:name_committee",)),
    "rfp:amend": Turn(("rfp:open:receive",)),
    "rfp:answer": Turn(("rfp:ask",)),
    "rfp:acknowledge": Turn(("rfp:amend",)),
    "rfp:withdraw": Turn(("rfp:receive",)),
    "rfp:held:receive:2": Turn(("rfp:held:close_receipt",)),
    "rfp:held:dismiss_outage:1": Turn(("rfp:open:receive",)),
    "rfp:opening:receive:1": Turn(
        says={
            "opening:receive": {
                "received_at": Ahead("proposals_due", timedelta(hours=1)),
                "evidence": "Time stamp of clock 2, sheet 14",
            }
        }
    ),
    "rfp:close_questions": Turn(("rfp:publish",), {"publish": {"questions_due": Later(9)}}),
    "rfp:accept_late": Turn(
        ("rfp:opening:receive:2",), {"accept_late": {"fault": "ours"}}, laws=("az-state",)
    ),
    "rfp:answer_clarification": Turn(("rfp:request_clarification",)),
    "rfp:cure": Turn(("rfp:request_cure",)),
    "rfp:screening:finish_screening:2": Turn(("rfp:screening:find_nonresponsive",), offers=1),
    "rfp:confirm_price": Turn(("rfp:ask_to_confirm",)),
    "rfp:correct_mistake": Turn(
        ("rfp:confirm_price",),
        {
            "confirm_price": {"answer": "mistaken", "intended": "120000", "reason": "A slip."},
            "correct_mistake": {"amount": "120000"},
        },
        laws=("va-local", "az-state", "neutral"),
    ),
    "rfp:set_range": Turn(says={"set_range": TWO_OF_THREE}, offers=3),
    "rfp:evaluation:reopen_scores": Turn(("rfp:hold_consensus",), DEMONSTRATED, offers=3),
    "rfp:evaluation:rescore": Turn(("rfp:evaluation:reopen_scores",), DEMONSTRATED, offers=3),
    "rfp:record_discussion": Turn(("rfp:invite_to_discuss",)),
    "rfp:submit_bafo": Turn(("rfp:request_bafo",)),
    "rfp:negotiation:submit_bafo:2": Turn(("rfp:negotiation:close_bafo",)),
    "rfp:open_bafos": Turn(("rfp:submit_bafo",)),
    "rfp:hold_debrief": Turn(("rfp:request_debrief",)),
    "agreement:take_effect": Turn(says={"execute": {"effective_on": Later(30)}}),
    "agreement:alert_renewal": Turn(says={"execute": RENEWABLE}),
    "agreement:renew": Turn(says={"execute": RENEWABLE}),
    "agreement:accept_cure": Turn(("agreement:issue_cure_notice",)),
    "agreement:suspended:record_leaving": Turn(("participation:asked:join",)),
}
"""By the name of a turn, whole or without its state."""

BY_ANOTHER: Mapping[str, str] = {
    "open_agreement": "rfp:intent_to_award:award",
    "record_publication": "agreement:executed:publish",
    "record_joining": "participation:asked:join",
    "record_leaving": "participation:joined:leave",
}
"""Commands one case gives another, each with the move that gives it."""


def goals(workflows: Iterable[Workflow]) -> tuple[Goal, ...]:
    """Return every move of these workflows as a turn of events, in the order of the files."""
    goals: list[Goal] = []
    for workflow in workflows:
        for move in workflow.moves:
            goals.append(Goal(_name(workflow, move), workflow.name, move))
    return tuple(goals)


def _name(workflow: Workflow, move: Move) -> str:
    name = f"{workflow.name}:{move.source or NEW}:{move.command}"
    beside = workflow.offered(move.source)[move.command]
    if len(beside) > 1:
        return f"{name}:{beside.index(move) + 1}"
    return name


def turn(goal: Goal) -> Turn:
    """Return what a turn of events takes; most take nothing special."""
    return TURNS.get(goal.name) or TURNS.get(goal.short) or Turn()


def called(name: str, among: Iterable[Goal]) -> list[Goal]:
    """Return the turns of events a name means: one, or a command in all its states."""
    known = tuple(among)
    meant = [goal for goal in known if name in {goal.name, goal.short}]
    if not meant:
        meant = [goal for goal in known if goal.name.startswith(f"{name}:")]
    if not meant:
        names = [goal.short for goal in known]
        names += [goal.name for goal in known]
        raise Usage(f"no turn of events is called {name!r}", hint=did_you_mean(name, names))
    return meant
