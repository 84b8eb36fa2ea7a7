"""`solflow demo`: one real solicitation, printed as it happens."""

from typing import TYPE_CHECKING

import click

from solicitation_flow.cli.session import Session, command

if TYPE_CHECKING:
    # a page of help must not pay for the engine
    from collections.abc import Iterable
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

    demo_run = Demo(place(_folder(session, folder)))
    try:
        if session.json:
            diverged = _print_document(session, demo_run)
        else:
            diverged = _print_lines(demo_run)
    finally:
        demo_run.close()
    if diverged:
        raise SolflowError(
            f"the demo differed from its script in {diverged} places",
            hint="each is marked above; this is a bug of the program or of its script",
        )


def _folder(session: Session, folder: str | None) -> "Path":
    """Return the folder that was named, else the current one, else a temporary one."""
    import os
    import tempfile
    from pathlib import Path

    from solicitation_flow.errors import Usage
    from solicitation_flow.simulation.demo import FOLDER
    from solicitation_flow.workspace.settings import at_home

    if session.common.as_ or session.common.at:
        raise Usage("the demo has its own people and clock: leave out --as and --at")
    named = folder or session.common.workspace
    if named:
        return at_home(Path(named)).absolute()
    here = Path.cwd()
    if not os.access(here, os.W_OK):
        here = Path(tempfile.mkdtemp(prefix="solflow-"))
    return here / FOLDER


def _print_document(session: Session, demo_run: "Demo") -> int:
    """Print the whole demo as JSON; return how many events differed from the script."""
    from solicitation_flow.cli.demo import summary
    from solicitation_flow.cli.demo.events import event_lines

    events = list(demo_run.tell())
    session.emit(summary.document(demo_run, events))
    lines: list[Line] = []
    for event in events:
        lines += event_lines(demo_run, event)
    _save(demo_run, lines)
    return sum(bool(event.diverges) for event in events)


def _print_lines(demo_run: "Demo") -> int:
    """Print each event as it happens; return how many differed from the script."""
    from solicitation_flow.cli import terminal
    from solicitation_flow.cli.demo import summary
    from solicitation_flow.cli.demo.events import event_lines

    write = terminal.writer()
    printed: list[Line] = []
    diverged = 0

    def print_lines(lines: "Iterable[Line]") -> None:
        for line in lines:
            printed.append(line)
            write(line)

    print_lines(summary.opening(demo_run))
    for event in demo_run.tell():
        diverged += bool(event.diverges)
        print_lines(event_lines(demo_run, event))
    print_lines(summary.ending(demo_run))
    _save(demo_run, printed)
    return diverged


def _save(demo_run: "Demo", lines: "list[Line]") -> None:
    """Keep what was printed with the workspace: a screen scrolls away."""
    from solicitation_flow.cli import terminal
    from solicitation_flow.documents import write_whole
    from solicitation_flow.simulation.demo import TOLD

    text = "\n".join(terminal.plain(line) for line in lines) + "\n"
    write_whole(demo_run.workspace.root / TOLD, text.encode())
