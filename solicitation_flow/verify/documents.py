"""Documents: every digest the journal names is there, and still the same bytes."""

from collections.abc import Iterator
from typing import Any

from solicitation_flow.documents import Library
from solicitation_flow.verify.findings import Report
from solicitation_flow.verify.journal import JournalRead


def check_documents(journal: JournalRead, library: Library, report: Report, seen: set[str]) -> None:
    """Check every document a case ever filed but those `seen`; files nobody names are harmless."""
    for content in journal.contents:
        for name, digest in _named([content.get("changed"), content.get("form")]):
            if digest not in seen:
                with report.reading("document", f"{journal.number} {name}"):
                    library.get(digest)
                    seen.add(digest)


def _named(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the name and digest of every file a form or record names."""
    if isinstance(value, list):
        for item in value:
            yield from _named(item)
    elif isinstance(value, dict):
        if {"name", "bytes", "digest"} <= value.keys():
            yield str(value["name"]), str(value["digest"])
        for item in value.values():
            yield from _named(item)
