"""Letters: a list of them, or one whole."""

from collections.abc import Iterator, Sequence

from solicitation_flow.notices.mail import opened, text
from solicitation_flow.records.ledger import Letter
from solicitation_flow.views import json_fields
from solicitation_flow.views.viewer import Document, Table, Viewer, after


def listed(letters: Sequence[Letter], viewer: Viewer) -> Document:
    """Return a list of letters, for a program."""
    return {"letters": json_fields.letters(letters, viewer)}


def previews(letters: Sequence[Letter], viewer: Viewer) -> Document:
    """Return letters that were written to see how they read, for a program."""
    return {"letters": [document(letter, viewer) for letter in letters]}


def table(letters: Sequence[Letter], viewer: Viewer) -> Table:
    """Return a list of letters as a table."""
    rows: list[tuple[str, ...]] = []
    for letter in letters:
        trouble = after(": ", letter.trouble)
        rows.append(
            (
                letter.digest[:12],
                viewer.brief(letter.written_at),
                letter.case,
                letter.notice,
                letter.recipient,
                f"{letter.status}{trouble}",
            )
        )
    return ("id", "written", "case", "notice", "to", "status"), rows


def document(letter: Letter, viewer: Viewer) -> Document:
    """Return a letter whole, for a program."""
    whole = {"message_id": letter.message_id, "text": text(letter), "message": letter.message}
    return json_fields.letter(letter, viewer) | whole


def lines(letter: Letter) -> Iterator[str]:
    """Return a letter for a person: its head, then its words."""
    mail = opened(letter)
    for name in ("From", "To", "Subject", "Date"):
        yield f"{name}: {mail[name]}"
    yield ""
    yield text(letter).rstrip("\n")
