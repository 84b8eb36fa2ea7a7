"""Proofs on demand: of what is stored, and of a workflow file before anybody relies on it."""

import click

from solicitation_flow.cli.frame import Session, command, group

FOUND_SOMETHING = 7
INVALID = 6


@command(
    "verify",
    example="""
solflow verify
solflow verify RFP-2026-001 --head 5d1c...
""",
)
@click.argument("number", required=False)
@click.option("--head", metavar="HASH", help="A head kept elsewhere, as packets print it.")
def verify(session: Session, number: str | None, head: str | None) -> None:
    """Proves that everything stored is as the journals say; exit code 7 if something is not.

    Chain, records, dates, duties, reminders, letters, documents, definitions and the access log.
    A journal that was rewritten as a whole shows only beside a head kept elsewhere: keep some.
    """
    from solicitation_flow.cli import proofs

    found = proofs.stored(session, number, head)
    if session.json:
        session.emit(found.document())
    else:
        for line in found.lines():
            session.say(line)
    if found.findings:
        session.leave(FOUND_SOMETHING)


workflow = group(
    "workflow",
    example="""
solflow workflow check
solflow workflow show rfp
""",
    says="Workflow files: proved sound, or shown as a table.",
)


@command(
    "check",
    example="""
solflow workflow check
solflow workflow check workflows/rfp.v2.yaml
""",
    parent=workflow,
)
@click.argument("files", metavar="[FILE ...]", nargs=-1)
def check(session: Session, files: tuple[str, ...]) -> None:
    """Proves workflow files sound, their letters included; exit code 6 if one is not.

    Every flaw is told with file, line and column. Without files, all that would be used here.
    No workspace is needed.
    """
    from solicitation_flow.cli import proofs

    found = proofs.files(session, files)
    if session.json:
        session.emit({"files": [each.document() for each in found]})
    else:
        for each in found:
            for line in each.lines():
                session.say(line)
    if any(each.flaws for each in found):
        session.leave(INVALID)


@command("show", example="solflow workflow show rfp", parent=workflow)
@click.argument("name")
def show(session: Session, name: str) -> None:
    """Shows a workflow: its states, its moves, who takes them, and the law they are held to.

    NAME is a workflow, a file, or the number of a case: then the definition that case is pinned to.
    """
    from solicitation_flow.cli import charts, proofs

    shown = proofs.definition(session, name)
    if session.json:
        session.emit(charts.document(shown))
    else:
        charts.tell(shown, session)
