"""Everything that happened to a case, in order."""

from collections.abc import Sequence

from solicitation_flow.engine import View
from solicitation_flow.engine.entries import decoded
from solicitation_flow.records.ledger import EntryContent, StoredEntry
from solicitation_flow.views import json_fields
from solicitation_flow.views.viewer import Document, Table, Viewer, spaced

Entries = list[tuple[EntryContent, str | None]]
"""What each entry says, with its hash; one that is not recorded yet has none."""


def document(view: View, recorded: Sequence[StoredEntry], viewer: Viewer) -> Document:
    """Return a journal for a program, with what is due and not yet recorded at its end."""
    return {
        "number": view.loaded.header.number,
        "entries": [
            json_fields.entry(content, hash_, viewer) for content, hash_ in _entries(view, recorded)
        ],
    }


def table(view: View, recorded: Sequence[StoredEntry], viewer: Viewer) -> Table:
    """Return the same as a table."""
    rows: list[tuple[str, ...]] = []
    for content, hash_ in _entries(view, recorded):
        command = content.command
        if content.subject:
            command += f" ({content.subject})"
        rows.append(
            (
                str(content.number) if hash_ else "due",
                viewer.brief(content.effective_at),
                command,
                f"{content.by} ({content.role})",
                spaced(content.dest) if content.source != content.dest else "",
                _written_down(content, viewer) if hash_ else "not yet",
            )
        )
    return ("", "took effect", "command", "by", "state", "written down"), rows


def _entries(view: View, recorded: Sequence[StoredEntry]) -> Entries:
    entries: Entries = []
    for entry in recorded:
        entries.append((decoded(entry.text), entry.hash))
    return [*entries, *((content, None) for content in view.unrecorded)]


def _written_down(content: EntryContent, viewer: Viewer) -> str:
    """Return when an entry was written down, where that is not when it took effect."""
    same = content.effective_at == content.recorded_at
    if same:
        return ""
    return viewer.brief(content.recorded_at)
