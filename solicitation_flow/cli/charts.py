"""A workflow as a table a lawyer can read: states, moves, who takes them, what the law says."""

from typing import Any

from solicitation_flow.cli.frame import Session
from solicitation_flow.workflow import Move, Workflow


def document(workflow: Workflow) -> dict[str, Any]:
    """Answers a workflow for programs."""
    opening = workflow.opening
    return {
        "workflow": workflow.name,
        "version": workflow.version,
        "title": workflow.title,
        "number": workflow.number,
        "parent": workflow.parent,
        "initial": workflow.initial,
        "opened_by": {"command": opening.command, "by": opening.by},
        "states": [
            {
                "state": state,
                "phase": phase,
                "final": state in workflow.final,
                "moves": [_move(m) for moves in workflow.offered(state).values() for m in moves],
            }
            for state, phase in workflow.phases.items()
        ],
        "deadlines": {name: terms.model_dump() for name, terms in workflow.deadlines.items()},
        "guards": [
            {"guard": guard.name, "id": guard.id, "rule": guard.rule, "says": guard.says}
            for guard in (workflow.book.guards[name] for name in _guards(workflow))
        ],
    }


def _move(move: Move) -> dict[str, Any]:
    told = move.model_dump(exclude={"source", "dest", "notices"})
    notices = [{"notice": notice, "to": who} for notice, who in move.notices]
    return {**told, "to": move.dest, "notices": notices}


def _guards(workflow: Workflow) -> list[str]:
    """Every guard once, in the order a case meets them."""
    return list(dict.fromkeys(name for move in workflow.moves for name in move.guards))


def tell(workflow: Workflow, session: Session) -> None:
    """Tells a workflow: one table of moves, one of dates, one of what the law says."""
    opening = workflow.opening
    session.say(f"{workflow.title} ({workflow.name}, version {workflow.version})")
    session.say(f"Opened by {opening.command} ({', '.join(opening.by)}) as {workflow.initial}.")
    session.say()
    session.table(
        ("state", "command", "by", "leads to", "held to", "letters"),
        [row for state in workflow.phases for row in _rows(workflow, state)],
    )
    if workflow.deadlines:
        session.say()
        session.table(
            ("date", "when it passes", "boundary", "runs from", "reminders"),
            [
                (name, terms.fires, terms.boundary, terms.runs_from, _reminders(terms.remind))
                for name, terms in workflow.deadlines.items()
            ],
        )
    if names := _guards(workflow):
        session.say()
        guards = [workflow.book.guards[name] for name in names]
        session.table(
            ("guard", "id", "rule", "what the law says"),
            [(each.name, each.id, each.rule, " ".join(each.says.split())) for each in guards],
        )


def _rows(workflow: Workflow, state: str) -> list[tuple[str, ...]]:
    shown = f"{state} (end)" if state in workflow.final else state
    moves = [move for offered in workflow.offered(state).values() for move in offered]
    if not moves:
        return [(shown, "", "", "", "", "")]
    return [
        (
            shown if place == 0 else "",
            move.command,
            ", ".join(move.by),
            "" if move.dest == move.source else move.dest,
            ", ".join(workflow.book.guards[name].id for name in move.guards),
            ", ".join(f"{notice} to {who}" for notice, who in move.notices),
        )
        for place, move in enumerate(moves)
    ]


def _reminders(remind: dict[str, tuple[str, ...]]) -> str:
    return "; ".join(f"{who}: {', '.join(offsets)} before" for who, offsets in remind.items())
