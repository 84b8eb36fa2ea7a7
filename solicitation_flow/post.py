"""Sends letters: each once, or marked as uncertain."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from solicitation_flow.documents import trouble, write_whole
from solicitation_flow.errors import Trouble
from solicitation_flow.records import digest
from solicitation_flow.records.ledger import Letter, stamp
from solicitation_flow.store import Store

_UNSAFE = re.compile(r"[^A-Za-z0-9.]+")
_READABLE = 48  # characters of a name for the reader; the fingerprint tells letters apart
_FINGERPRINT = 16
End = Literal["sent", "uncertain", "queued"]
_ENDS: dict[bool | None, End] = {True: "sent", False: "queued", None: "uncertain"}
_MAYBE = "it may have been delivered: ask the recipient, then send it again or let it be"


class Post(Protocol):
    """A carrier of letters."""

    def deliver(self, letter: Letter) -> None:
        """Take a letter; Trouble means that it did not leave, after any other error it may have."""
        ...

    def holds(self, letter: Letter) -> bool | None:
        """Return whether this very letter was taken already; None when nobody can say."""
        ...


@dataclass(frozen=True, slots=True)
class Sent:
    """The number of letters sent, uncertain and failed in one round."""

    sent: int = 0
    uncertain: int = 0
    failed: int = 0


class FolderPost:
    """Puts letters into a folder as mail files, for a person or a mail program to pick up."""

    def __init__(self, folder: Path | str) -> None:
        """Keep the path; the folder is made with the first letter."""
        self._folder = Path(folder)

    def deliver(self, letter: Letter) -> None:
        """Write the letter whole; one that is there already is left as it is."""
        if not self.holds(letter):
            write_whole(self.path(letter), letter.message.encode())

    def holds(self, letter: Letter) -> bool:
        """Return whether the letter's file is there."""
        path = self.path(letter)
        try:
            return path.is_file()
        except OSError as error:
            raise trouble(error, path) from error

    def path(self, letter: Letter) -> Path:
        """Return the letter's file: by time, case and notice for the reader, then a fingerprint.

        The name is made of harmless characters only, whatever the letter says.
        """
        written = re.sub(r"[-:]", "", stamp(letter.written_at))
        names = (letter.case or "house", letter.notice)
        words = [_UNSAFE.sub("-", name).strip("-.")[:_READABLE] for name in names]
        mark = digest("\n".join((*letter.key, letter.message_id, letter.digest)))[:_FINGERPRINT]
        return self._folder / "_".join((written, *words, f"{mark}.eml"))


class MemoryPost:
    """Simulated inboxes, by recipient, in the order of delivery."""

    def __init__(self) -> None:
        """Start with empty inboxes."""
        self.inboxes: dict[str, list[Letter]] = {}
        self._held: set[tuple[str, str, str, str]] = set()

    def deliver(self, letter: Letter) -> None:
        """Put the letter into its recipient's inbox, once."""
        if not self.holds(letter):
            self._held.add(letter.key)
            self.inboxes.setdefault(letter.recipient, []).append(letter)

    def holds(self, letter: Letter) -> bool:
        """Return whether the recipient has the letter."""
        return letter.key in self._held


def send(store: Store, post: Post, now: datetime) -> Sent:
    """Send every queued letter, after finding out what became of those a kill interrupted.

    Each letter is marked before and after: killed in between, it is found as `sending`, and the
    post is asked; a letter nobody can vouch for becomes uncertain and is not sent again by itself.
    """
    ends = [_resolve(store, post, letter, now) for letter in store.outbox("sending")]
    for letter in store.outbox("queued"):
        sending = letter._replace(status="sending", trouble="")
        if store.mark(sending, "queued"):  # otherwise another program took it
            ends.append(_deliver(store, post, sending, now))
    return Sent(ends.count("sent"), ends.count("uncertain"), ends.count("queued"))


def _resolve(store: Store, post: Post, letter: Letter, now: datetime) -> End | None:
    """Decide about a letter found on its way; one to send again is counted when it is sent."""
    end = _mark(store, letter, _held(post, letter), now, "the program was stopped while sending")
    if end == "queued":
        return None
    return end


def _deliver(store: Store, post: Post, letter: Letter, now: datetime) -> End:
    try:
        post.deliver(letter)
    except Trouble as error:
        return _mark(store, letter, "queued", now, error.message)
    except Exception as error:  # noqa: BLE001  one letter's failure must not keep back the others
        reason = f"{type(error).__name__}: {error}"
        return _mark(store, letter, _held(post, letter), now, reason)
    return _mark(store, letter, "sent", now)


def _held(post: Post, letter: Letter) -> End:
    return _ENDS[post.holds(letter)]


def _mark(store: Store, letter: Letter, end: End, now: datetime, trouble: str = "") -> End:
    # a clock may have been set back since: no letter was settled before it was written
    if end == "queued":
        settled_at = None
    else:
        settled_at = max(now, letter.written_at)
    note = {"sent": "", "queued": trouble, "uncertain": f"{trouble}; {_MAYBE}"}[end]
    store.mark(letter._replace(status=end, settled_at=settled_at, trouble=note), "sending")
    return end
