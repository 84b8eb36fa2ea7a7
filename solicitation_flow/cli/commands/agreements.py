"""`solflow agreements`: published agreements, and how a member joins one."""

import click

from solicitation_flow.cli import spelling
from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.session import Session, command, group

agreements = group(
    "agreements",
    example="""
solflow agreements list
solflow agreements show RFP-2026-001-A1
""",
    description="Published agreements: the contractor, the term, and how a member joins.",
)


@command("list", example="solflow agreements list", parent=agreements)
@click.option(
    "--all", "everything", is_flag=True, help="Include those not published yet, suspended or ended."
)
def list_agreements(session: Session, *, everything: bool) -> None:
    """List the agreements that members may use."""
    from solicitation_flow import catalogue
    from solicitation_flow.views import agreements as views

    listings = catalogue.agreements(session.engine, everything=everything)
    if session.json:
        session.emit(views.listed(listings, session.anybody))
    elif listings:
        session.table(*views.table(listings))
        session.say(f"Try: solflow agreements show {listings[0].number}")
    else:
        session.note("No agreement can be used now.")
        if not everything:
            session.note("Others: solflow agreements list --all")


@command("show", example="solflow agreements show RFP-2026-001-A1", parent=agreements)
@click.argument("number", shell_complete=candidates.numbers)
def show(session: Session, number: str) -> None:
    """Show an agreement: its contractor and term, how to join it, and its due-diligence file."""
    from solicitation_flow import catalogue
    from solicitation_flow.views import agreements as views

    number = session.number(number)
    listing = catalogue.agreement(session.engine, number)
    papers = catalogue.packet(session.engine, number)
    if session.json:
        session.emit(views.document(listing, papers, session.anybody))
        return
    for line in views.lines(listing, session.anybody):
        session.say(line)
    session.say("The packet:")
    session.table(*views.packet_table(papers))
    joining = views.joining(listing)
    if joining:
        session.say(f"A member joins with:\n  {spelling.typed(joining)}")
