"""A case's file for an archive: its journal as stored and its papers by digest, line by line."""

import json
from collections.abc import Iterator

from solicitation_flow.engine import Engine
from solicitation_flow.errors import NotFound
from solicitation_flow.records import canonical
from solicitation_flow.records.papers import Paper


def package(engine: Engine, number: str) -> Iterator[str]:
    """Answers JSON Lines: a heading, each journal entry with its hash, each paper's digest.

    An entry's text is carried as stored, so that anybody can hash it again. Envelopes stay
    digests: a proposal's content is in no line before its opening.
    """
    stored = engine.rooms.store.load(number)
    if stored is None:
        raise NotFound(f"there is no case {number}", next="solflow list")
    header = stored.header
    yield canonical(
        {
            "format": "solflow.records",
            "version": 1,
            "case": number,
            "workflow": f"{header.workflow} {header.version}",
            "title": header.title,
            "state": header.state,
            "entries": header.count,
            "head": header.head,
        }
    )
    for entry in engine.rooms.store.journal(number):
        assert json.loads(entry.text)["number"] == entry.number
        yield canonical({"entry": entry.number, "hash": entry.hash, "text": entry.text})
    for paper in engine.loader.load(number).case.all(Paper):
        yield canonical(
            {"paper": paper.paper, "title": paper.title, "name": paper.name, "digest": paper.digest}
        )
