"""Cases as they stand, as they stood, and everything that happened to them."""

import click

from solicitation_flow.cli import tab
from solicitation_flow.cli.frame import Session, command

NONE = "There is no such case.\nTry: solflow new rfp title='...' agency='...'"


@command(
    "list",
    example="""
solflow list
solflow list --state open --due P7D
""",
)
@click.option("--workflow", metavar="NAME", help="Only cases of this workflow, registers too.")
@click.option("--state", metavar="STATE", help="Only cases in this state.")
@click.option("--phase", metavar="PHASE", help="Only cases in this phase.")
@click.option("--owner", metavar="NAME", help="Only cases this person opened.")
@click.option("--due", metavar="PERIOD", help="Only cases with something due within, as P7D.")
def list_cases(session: Session, **wanted: str | None) -> None:
    """Lists cases and where each stands. Entries of registers are left out: see `people list`."""
    from solicitation_flow.cli import cases

    listeds = cases.listed(session, wanted)
    if session.json:
        session.emit({"cases": [cases.row(listed, session) for listed in listeds]})
    elif listeds:
        session.table(*cases.table(listeds, session))
    else:
        session.note(cases.unheard_of(session, wanted) or NONE)


@command(
    "show",
    example="""
solflow show RFP-2026-001
solflow show RFP-2026-001 --as-of 2026-08-01T12:00
""",
)
@click.argument("number", shell_complete=tab.numbers)
@click.option("--as-of", metavar="INSTANT", help="As it stood in effect at an instant.")
@click.option("--known-at", metavar="INSTANT", help="By what the journal held at an instant.")
def show(session: Session, number: str, as_of: str | None, known_at: str | None) -> None:
    """Shows one case: where it stands, its dates, its records and its letters.

    `--as-of` goes by when things took effect; `--known-at` by when they were written down. Both
    read the same for ever.
    """
    from solicitation_flow.cli import cases
    from solicitation_flow.errors import Usage

    if as_of and known_at:
        raise Usage("give --as-of or --known-at, not both")
    number = session.number(number)
    effective = session.moment(as_of, "--as-of") if as_of else None
    known = session.moment(known_at, "--known-at") if known_at else None
    shown(session, number, cases.Asked(effective, known))


def shown(session: Session, number: str, asked: object = None) -> None:
    """Show one case; register entries are shown the same way."""
    from solicitation_flow.cli import cases

    asked = asked if isinstance(asked, cases.Asked) else cases.Asked()
    view = session.engine.view(number, asked.as_of, asked.known_at)
    if session.json:
        session.emit(cases.document(view, asked, session))
        return
    for line in cases.lines(view, asked, session):
        session.say(line)


@command(
    "journal",
    example="solflow journal RFP-2026-001",
)
@click.argument("number", shell_complete=tab.numbers)
def journal(session: Session, number: str) -> None:
    """Tells everything that happened to a case, in order, each entry with its hash."""
    from solicitation_flow.cli import shapes

    number = session.number(number)
    stored = session.engine.environment.store.journal(number)
    pending = session.engine.view(number).unrecorded
    told = [shapes.entry(each, session) for each in stored]
    told += [shapes.entry(each, session, recorded=False) for each in pending]
    if session.json:
        session.emit({"number": number, "entries": told})
        return
    session.table(
        ("", "took effect", "command", "by", "state", "written down"),
        [
            (
                str(each["number"]) if each["hash"] else "due",
                session.brief(entry.effective_at),
                each["command"] + (f" ({each['subject']})" if each["subject"] else ""),
                f"{each['by']} ({each['role']})",
                shapes.spaced(each["to"]) if each["from"] != each["to"] else "",
                _written(session, entry.effective_at, entry.recorded_at, each["hash"]),
            )
            for entry, each in zip((*stored, *pending), told, strict=True)
        ],
    )


def _written(session: Session, effective: object, recorded: object, hash_: str | None) -> str:
    """Most entries are written down as they take effect; the others say when."""
    if hash_ is None:
        return "not yet"
    from datetime import datetime

    assert isinstance(recorded, datetime)
    return "" if effective == recorded else session.brief(recorded)
