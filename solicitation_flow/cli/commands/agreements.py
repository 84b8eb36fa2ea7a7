"""Agreements as members look for them: term, contractor, how to join, where the packet is."""

from typing import TYPE_CHECKING, Any

import click

from solicitation_flow.cli.completion import candidates
from solicitation_flow.cli.session import Session, command, group

if TYPE_CHECKING:
    # the pages of help are read without the engine
    from solicitation_flow.catalogue import Listing

agreements = group(
    "agreements",
    example="""
solflow agreements list
solflow agreements show RFP-2026-001-A1
""",
    says="Published agreements: who holds them, for how long, how a member joins.",
)


@command("list", example="solflow agreements list", parent=agreements)
@click.option(
    "--all", "everything", is_flag=True, help="Those not published, suspended or ended, too."
)
def list_agreements(session: Session, *, everything: bool) -> None:
    """Lists the agreements members may use."""
    from solicitation_flow import catalogue

    listings = catalogue.agreements(session.engine, everything=everything)
    if session.json:
        session.emit({"agreements": [document(each, session) for each in listings]})
    elif listings:
        rows = [
            (entry.number, entry.title, entry.contractor_name, entry.term, entry.status)
            for entry in listings
        ]
        session.table(("agreement", "title", "contractor", "term", "status"), rows)
        session.say(f"Try: solflow agreements show {listings[0].number}")
    else:
        others = "There is none." if everything else "Others: solflow agreements list --all"
        session.note(f"No agreement can be used now. {others}")


@command("show", example="solflow agreements show RFP-2026-001-A1", parent=agreements)
@click.argument("number", shell_complete=candidates.numbers)
def show(session: Session, number: str) -> None:
    """Shows an agreement: its term and contractor, how to join it, and its due-diligence file."""
    from solicitation_flow import catalogue

    number = session.number(number)
    listing = catalogue.agreement(session.engine, number)
    papers = catalogue.packet(session.engine, number)
    if session.json:
        lines = [{"paper": line.paper, "title": line.title, "from": line.source,
                  "present": line.present, "where": line.where} for line in papers]  # fmt: skip
        session.emit({**document(listing, session), "packet": lines})
        return
    session.say(f"{listing.number}: {listing.title}")
    published = (
        session.spoken(listing.published_at) if listing.published_at else "not published yet"
    )
    for name, value in (
        ("contractor", listing.contractor_name),
        ("term", listing.term),
        ("status", listing.status),
        ("how to join", listing.how_to_join or "not published yet"),
        ("packet", listing.packet_at or "not published yet"),
        ("published", published),
        ("solicitation", listing.solicitation),
    ):
        session.say(f"  {name:<13}{value}")
    session.say("The packet:")
    session.table(
        ("", "paper", "title", "where"),
        [("present" if line.present else "MISSING", line.paper, line.title, line.where)
         for line in papers],
    )  # fmt: skip
    if listing.state == catalogue.PUBLISHED:
        session.say("A member joins with:")
        session.say(f"  solflow new participation parent={listing.number} member=...")


def document(listing: "Listing", session: Session) -> dict[str, Any]:
    """Return an agreement for programs."""
    return {
        "number": listing.number,
        "title": listing.title,
        "contractor": {"key": listing.contractor, "name": listing.contractor_name},
        "solicitation": listing.solicitation,
        "state": listing.state,
        "usable": listing.usable,
        "status": listing.status,
        "effective_on": listing.effective_on,
        "expires_on": listing.expires_on,
        "renewals": listing.renewals,
        "how_to_join": listing.how_to_join or None,
        "packet_where": listing.packet_at or None,
        "published_at": session.instant(listing.published_at) if listing.published_at else None,
    }
