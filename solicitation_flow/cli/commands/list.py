"""`solflow list`: cases, and where each stands."""

import click

from solicitation_flow.cli.session import Session, command

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
