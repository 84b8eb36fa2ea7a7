"""`solflow demo`: one real solicitation, printed as it happens."""

from typing import TYPE_CHECKING

import click

from solicitation_flow.cli.session import Session, command

if TYPE_CHECKING:
    # a page of help must not pay for the engine
    from pathlib import Path

    from solicitation_flow.cli.terminal import Line
    from solicitation_flow.simulation.demo import Demo


@command(
    "demo",
    example="""
solflow demo
solflow demo rehearsal
""",
)
@click.argument("folder", metavar="[DIR]", required=False)
def demo(session: Session, folder: str | None) -> None:
    """Run one real solicitation from the first need to the published agreement, in seconds.

    It makes a training workspace in DIR (or solflow-demo, or the next free name) and leaves it
    there for you to explore: every state, letter, reminder and deadline is the real thing.
    """
    from solicitation_flow.errors import SolflowError
    from solicitation_flow.simulation.demo import Demo, place

    told = Demo(place(_asked(session, folder)))
    try:
        diverged = _document(session, told) if session.json else _lines(session, told)
    finally:
        told.close()
    if diverged:
        raise SolflowError(
            f"the demo did not go as its script says, in {diverged} places",
            hint="each is marked above; this is a bug of the program or of its script",
        )


def _asked(session: Session, folder: str | None) -> "Path":
    """Return where to go: as asked, else here, else where anybody may write."""
    import os
    import tempfile
    from pathlib import Path

    from solicitation_flow.errors import Usage
    from solicitation_flow.simulation.demo import FOLDER
    from solicitation_flow.workspace.settings import at_home

    if session.common.as_ or session.common.at:
        raise Usage("the demo has people and a clock of its own: it takes neither --as nor --at")
    named = folder or session.common.workspace
    if named:
        return at_home(Path(named)).absolute()
    here = Path.cwd()
    free = here if os.access(here, os.W_OK) else Path(tempfile.mkdtemp(prefix="solflow-"))
    return free / FOLDER


def _document(session: Session, told: "Demo") -> int:
    from solicitation_flow.cli.demo import events as printed
    from solicitation_flow.cli.demo import summary

    events = list(told.tell())
    session.emit(summary.document(told, events))
    _keep(told, [line for event in events for line in printed.event(told, event)])
    return sum(bool(event.diverges) for event in events)


def _lines(session: Session, told: "Demo") -> int:
    """Write each line when it happens: drawn on a terminal, plain elsewhere."""
    from solicitation_flow.cli import terminal
    from solicitation_flow.cli.demo import events as printed
    from solicitation_flow.cli.demo import summary

    write = terminal.writer(session)
    kept: list[Line] = []
    diverged = 0

    def say(lines: "list[Line]") -> None:
        kept.extend(lines)
        for line in lines:
            write(line)

    say(list(summary.opening(told)))
    for event in told.tell():
        diverged += bool(event.diverges)
        say(list(printed.event(told, event)))
    say(list(summary.ending(told)))
    _keep(told, kept)
    return diverged


def _keep(told: "Demo", lines: "list[Line]") -> None:
    """What was told stays with the workspace: a screen scrolls away."""
    from solicitation_flow.cli import terminal
    from solicitation_flow.documents import write_whole
    from solicitation_flow.simulation.demo import TOLD

    text = "\n".join(terminal.plain(line) for line in lines) + "\n"
    write_whole(told.workspace.root / TOLD, text.encode())
