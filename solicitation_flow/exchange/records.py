"""A case for the archive: its journal as stored and its papers, each on a line of its own."""

from collections.abc import Iterator

from solicitation_flow.engine import Engine
from solicitation_flow.errors import NotFound, Suggestion
from solicitation_flow.records import digest, written
from solicitation_flow.records.papers import Paper

VERSION = 1
"""Counts up when a line changes its meaning."""


def package(engine: Engine, number: str) -> Iterator[str]:
    """Return JSON Lines: what this is, every entry of the journal as stored, every paper.

    The line of an entry is its very text: its SHA-256 is the hash the next entry names. Nothing
    else of the store is read, so that what is sealed stays so: until the opening a journal holds
    only an envelope's name, size and digest.
    """
    entries = engine.environment.store.journal(number)
    if not entries:
        raise NotFound(f"there is no case {number}", next=Suggestion("list"))
    loaded = engine.loader.replayed(entries)
    papers = loaded.case.all(Paper)
    yield written(
        {
            "format": "solflow.records",
            "version": VERSION,
            "case": number,
            "workflow": f"{loaded.header.workflow} {loaded.header.version}",
            "title": loaded.case.title,
            "state": loaded.case.state,
            "entries": len(entries),
            "papers": len(papers),
            "head": digest(entries[-1].text),
        }
    )
    for entry in entries:
        yield entry.text
    for paper in papers:
        yield written({"case": number, **paper.plain()})
