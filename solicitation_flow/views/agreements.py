"""Agreements as members look for them: term, contractor, how to join, where the packet is."""

from collections.abc import Iterator, Sequence

from solicitation_flow.catalogue import PUBLISHED, Listing
from solicitation_flow.errors import Suggestion
from solicitation_flow.records.agreements import PacketLine
from solicitation_flow.views.viewer import Document, Table, Viewer

NOT_PUBLISHED = "not published yet"


def listed(listings: Sequence[Listing], viewer: Viewer) -> Document:
    """Return a list of agreements, for a program."""
    return {"agreements": [_listing(listing, viewer) for listing in listings]}


def table(listings: Sequence[Listing]) -> Table:
    """Return a list of agreements as a table."""
    rows: list[tuple[str, ...]] = []
    for listing in listings:
        contractor = listing.contractor_name
        rows.append((listing.number, listing.title, contractor, listing.term, listing.status))
    return ("agreement", "title", "contractor", "term", "status"), rows


def document(listing: Listing, packet: Sequence[PacketLine], viewer: Viewer) -> Document:
    """Return an agreement and its due-diligence packet, for a program."""
    papers = [
        {"paper": line.paper, "title": line.title, "from": line.source, "present": line.present,
         "where": line.where}
        for line in packet
    ]  # fmt: skip
    return {**_listing(listing, viewer), "packet": papers}


def _listing(listing: Listing, viewer: Viewer) -> Document:
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
        "renewals_left": listing.renewals_left,
        "how_to_join": listing.how_to_join or None,
        "packet_where": listing.packet_at or None,
        "published_at": viewer.instant_if(listing.published_at),
    }


def lines(listing: Listing, viewer: Viewer) -> Iterator[str]:
    """Return an agreement for a person; its packet is a table of its own."""
    published = viewer.spoken_if(listing.published_at) or NOT_PUBLISHED
    yield f"{listing.number}: {listing.title}"
    yield f"  contractor   {listing.contractor_name}"
    yield f"  term         {listing.term}"
    yield f"  status       {listing.status}"
    yield f"  how to join  {listing.how_to_join or NOT_PUBLISHED}"
    yield f"  packet       {listing.packet_at or NOT_PUBLISHED}"
    yield f"  published    {published}"
    yield f"  solicitation {listing.solicitation}"


def packet_table(packet: Sequence[PacketLine]) -> Table:
    """Return the papers of a packet, and whether each is there."""
    rows: list[tuple[str, ...]] = []
    for line in packet:
        present = "MISSING"
        if line.present:
            present = "present"
        rows.append((present, line.paper, line.title, line.where))
    return ("", "paper", "title", "where"), rows


def joining(listing: Listing) -> Suggestion | None:
    """Return how a member joins an agreement, where it is published."""
    if listing.state != PUBLISHED:
        return None
    fields = {"parent": listing.number, "member": "..."}
    return Suggestion("new", subject="participation", fields=fields)
