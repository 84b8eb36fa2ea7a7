"""Decide what a command does to a case, without a clock and without storing anything."""

from datetime import datetime
from typing import Literal, NamedTuple

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form
from solicitation_flow.guards import GuardContext, GuardRun, Ruling, ruling
from solicitation_flow.jurisdiction import Law
from solicitation_flow.machine import Lifecycle
from solicitation_flow.records.ledger import Deadline
from solicitation_flow.rulebook import Guard, Objection
from solicitation_flow.workdays import fires_at
from solicitation_flow.workflow import Move, Workflow


class Refusal(NamedTuple):
    """A command that changes nothing, and everything that stands in its way."""

    case: str
    command: str
    reason: Literal["objections", "not_offered", "not_allowed"]
    says: str
    rulings: tuple[Ruling, ...] = ()
    offered: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


class Decided(NamedTuple):
    """The case as it will be, by which move, and the papers that owes."""

    case: CaseFile
    move: Move
    role: str
    warnings: tuple[Ruling, ...] = ()
    determinations: tuple[str, ...] = ()
    notices: tuple[tuple[str, str], ...] = ()
    """Pairs of a notice and a recipient's register key."""


Decision = Refusal | Decided


def decide(
    lifecycle: Lifecycle,
    case: CaseFile,
    command: str,
    form: Form,
    actor: Actor,
    effective_at: datetime,
    law: Law,
    *,
    subject: str = "",
) -> Decision:
    """Return what a command does to a case, or everything that stands in its way."""
    workflow = lifecycle.workflow
    permission = permitted(workflow, case, command, actor)
    if isinstance(permission, Refusal):
        return permission
    context = GuardContext(case, effective_at, law, actor, form, subject)
    run = GuardRun(context, context.known())
    attempt = lifecycle.attempt(case.state, command, permission, run.ask)
    if attempt.taken is None:
        rulings = _rulings(workflow, context, attempt.objections)
        return Refusal(case.number, command, "objections", _count(rulings), rulings)
    return _decided(workflow, context, attempt.taken, run, subject)


def _rulings(
    workflow: Workflow, context: GuardContext, objections: list[tuple[Move, Guard, Objection]]
) -> tuple[Ruling, ...]:
    """Return each guard's first objection once, with every place it bars the way to."""
    first: dict[str, tuple[Move, Guard, Objection]] = {}
    bars: dict[str, dict[str, None]] = {}
    for objected in objections:
        move, guard, _ = objected
        first.setdefault(guard.name, objected)
        bars.setdefault(guard.name, {})[move.dest] = None
    rulings: list[Ruling] = []
    for name, (move, guard, objection) in first.items():
        ruled = ruling(workflow, context, move, guard, objection)
        rulings.append(ruled._replace(bars=tuple(bars[name])))
    return tuple(rulings)


def permitted(
    workflow: Workflow, case: CaseFile, command: str, actor: Actor
) -> Refusal | tuple[Move, ...]:
    """Return the moves this actor may take for a command here, or why there are none."""
    own = workflow.allowed(case.state, command, actor.roles)
    if own:
        return own
    moves = workflow.offered(case.state).get(command, ())
    if not moves:
        here = tuple(sorted(workflow.offered(case.state)))
        says = f"{command} is not offered while {case.number} is {_spoken(case.state)}"
        return Refusal(case.number, command, "not_offered", says, offered=here)
    roles = tuple(dict.fromkeys(role for move in moves for role in move.by))
    says = f"{command} is for {' or '.join(roles)}; {actor.name} holds {_roles(actor)}"
    return Refusal(case.number, command, "not_allowed", says, allowed=roles)


def _spoken(state: str) -> str:
    return state.replace("_", " ") or "not open yet"


def _roles(actor: Actor) -> str:
    return ", ".join(sorted(actor.roles)) or "no role"


def _count(rulings: tuple[Ruling, ...]) -> str:
    if len(rulings) == 1:
        return "1 rule objects"
    return f"{len(rulings)} rules object"


def _decided(
    workflow: Workflow, context: GuardContext, move: Move, run: GuardRun, subject: str
) -> Decided:
    book = workflow.book
    acted: CaseFile = book.actions[move.command].asked(run.known)
    after = _timed(workflow, context.case, acted, move, subject)
    owed: dict[tuple[str, str], None] = {}
    if move.notices:
        known = {**run.known, "case": after}
        for notice, who in move.notices:
            for key in book.audiences[who].asked(known):
                owed[notice, key] = None
    return Decided(
        case=after,
        move=move,
        role=next(filter(context.actor.roles.__contains__, move.by)),
        warnings=_warnings(workflow, context, move, run),
        determinations=_determinations(move, run),
        notices=tuple(owed),
    )


def _warnings(
    workflow: Workflow, context: GuardContext, move: Move, run: GuardRun
) -> tuple[Ruling, ...]:
    if not run.warned:
        return ()
    warnings: list[Ruling] = []
    for name in move.guards:
        if name in run.warned:
            guard = workflow.book.guards[name]
            warnings.append(ruling(workflow, context, move, guard, run.warned[name]))
    return tuple(warnings)


def _determinations(move: Move, run: GuardRun) -> tuple[str, ...]:
    if not run.excused:
        return ()
    return tuple([run.excused[name] for name in move.guards if name in run.excused])


def _timed(
    workflow: Workflow, before: CaseFile, acted: CaseFile, move: Move, subject: str
) -> CaseFile:
    """Return the case with its deadlines met, dropped and completed as declared, and its new state.

    A timed move meets the deadline that fired it; an action itself meets one whose subject only
    its form names, such as the protest it decides.
    """
    assert acted.state == before.state, "an action does not set the state: the move does"
    if acted.deadlines is before.deadlines and not _touches(workflow, move):
        return _moved(acted, move)
    deadlines: dict[tuple[str, str], Deadline] = {}
    for key, row in acted.deadlines.items():
        was, whole = before.deadlines.get(key), row
        if was is not row and was != row:
            declares = row.name in move.starts or row.name in move.restarts
            declares = declares or (row.status == "met" and row.name in move.meets)
            assert declares, f"{move.command} does not declare {row.name}"
            whole = _complete(workflow, row)
        deadlines[key] = _settled(whole, move, subject, workflow.final)
    if deadlines == acted.deadlines:
        return _moved(acted, move)
    return acted.having(state=move.dest, deadlines=deadlines)


def _moved(acted: CaseFile, move: Move) -> CaseFile:
    """Return the case in the state a move leads to; the same case where it stays."""
    if move.dest == acted.state:
        return acted
    return acted.having(state=move.dest)


def _touches(workflow: Workflow, move: Move) -> bool:
    """Return whether a move itself changes dates that its action left alone."""
    return bool(move.meets or move.drops) or move.dest in workflow.final


def _complete(workflow: Workflow, row: Deadline) -> Deadline:
    terms = workflow.deadlines[row.name]
    boundary = row.boundary
    if terms.boundary != "stated":
        boundary = terms.boundary
    return row._replace(
        command=terms.fires,
        runs_from=terms.runs_from,
        boundary=boundary,
        fires_at=fires_at(row.due_at, boundary),
    )


def _settled(row: Deadline, move: Move, subject: str, final: tuple[str, ...]) -> Deadline:
    if row.status != "unmet":
        return row
    if row.name in move.meets and row.subject == subject:
        return row._replace(status="met")
    if row.name in move.drops or move.dest in final:
        return row._replace(status="dropped")
    return row
