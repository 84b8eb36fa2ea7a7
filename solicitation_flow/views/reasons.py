"""Every rule a command is held to: whether it objects, on which facts, by what law."""

from collections.abc import Iterator, Sequence

from solicitation_flow.decide import Refusal
from solicitation_flow.engine import View
from solicitation_flow.errors import Suggestion
from solicitation_flow.guards import Ruling, stands
from solicitation_flow.rulebook import Guard
from solicitation_flow.views import json_fields, refusal
from solicitation_flow.views.viewer import Document, Viewer, spaced
from solicitation_flow.workflow import Move

Examined = Sequence[tuple[Move, Guard, Ruling | None]]
"""The rules that were asked, each with the move it guards and what it objects, if anything."""

Reasons = tuple[View, Refusal | None, Examined]


def document(command: str, reasons: Reasons, viewer: Viewer, *, form_asked: bool) -> Document:
    """Return the rules a command is held to, for a program."""
    view, refused, examined = reasons
    return {
        **json_fields.about(view, viewer),
        "command": command,
        "form_asked": form_asked,
        "offered": refused is None or refused.reason != "not_offered",
        "permitted": refused is None,
        "refusal": refused.says if refused else None,
        "guards": [
            {
                "guard": guard.name,
                "rule": guard.rule,
                "id": guard.id,
                "to": move.dest,
                "law_says": guard.says,
                "passes": ruling is None or not stands(view.loaded.case, ruling),
                "objection": refusal.objection(ruling, viewer) if ruling else None,
            }
            for move, guard, ruling in examined
        ],
    }


def lines(command: str, reasons: Reasons, viewer: Viewer) -> Iterator[str]:
    """Return the same for a person, grouped by where the command would lead."""
    view, refused, examined = reasons
    yield f"{command} for {view.loaded.header.number}"
    if refused:
        yield f"  {refused.says}"
    shown = ""
    for move, guard, ruling in examined:
        if move.dest != shown:
            shown = move.dest
            yield f"\nto {spaced(shown)}:"
        if ruling is None:
            sentence = " ".join(guard.says.split())
            yield f"  passes    {sentence} [{spaced(guard.rule)}, {guard.id}]"
        else:
            yield from refusal.lines_of(ruling, viewer, f"{_verdict(view, ruling):<10}")
    not_asked = _not_asked(command, view, examined)
    if not_asked:
        yield f"\nNot checked until the fields are given: {', '.join(not_asked)}."
        yield f"  {viewer.spell(Suggestion('form', subject=command))}"
    elif not examined and refused is None:
        yield "  no rule applies to this command"


def _verdict(view: View, ruling: Ruling) -> str:
    if stands(view.loaded.case, ruling):
        return "objects"
    if ruling.strength == "warn":
        return "warns"
    return "waived"


def _not_asked(command: str, view: View, examined: Examined) -> list[str]:
    """Return the rules that look at fields, where none were given."""
    moves = view.loaded.lifecycle.workflow.offered(view.loaded.case.state).get(command, ())
    asked = {(move.dest, guard.name) for move, guard, _ in examined}
    left: set[str] = set()
    for move in moves:
        left |= {guard for guard in move.guards if (move.dest, guard) not in asked}
    return sorted(left)
