import errno
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow.errors import Trouble
from solicitation_flow.post import FolderPost, MemoryPost, Post, Sent, send
from solicitation_flow.records import digest
from solicitation_flow.records.ledger import Letter
from solicitation_flow.store import Store
from tests.ledgers import at, letter, opening
from tests.store_fixtures import STORES

CASE = "RFP-2026-014"
LETTERS = [letter(CASE, "entry:1", name) for name in ("zenith", "acme", "mid")]


@pytest.fixture(params=list(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    kept = STORES[request.param](tmp_path)
    kept.commit(opening(CASE, letters=LETTERS))
    yield kept
    kept.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "outbox"


def statuses(store: Store) -> list[str]:
    return [one.status for one in store.outbox()]


class Mute:
    """A post that takes letters and cannot say which, as a mail server does."""

    def __init__(self, error: Callable[[], None] = lambda: None) -> None:
        self.taken: list[str] = []
        self._error = error

    def deliver(self, one: Letter) -> None:
        self.taken.append(one.recipient)
        self._error()

    def holds(self, one: Letter) -> bool | None:
        del one
        return None


def raising(error: BaseException) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


class Failing(MemoryPost):
    """A post that fails for one recipient, before or after it has taken the letter."""

    def __init__(self, error: BaseException, *, after: bool = False) -> None:
        super().__init__()
        self.error: BaseException | None = error
        self._after = after

    def deliver(self, one: Letter) -> None:
        fails = self.error is not None and one.recipient == "acme"
        if not fails or self._after:
            super().deliver(one)
        if fails and self.error:
            raise self.error


# --- a round -----------------------------------------------------------------------------------


def test_every_queued_letter_is_sent_once_in_the_order_written(store: Store) -> None:
    post = MemoryPost()
    assert send(store, post, at(2)) == Sent(sent=3)
    assert list(post.inboxes) == ["zenith", "acme", "mid"]
    assert store.outbox() == [one._replace(status="sent", settled_at=at(2)) for one in LETTERS]
    assert send(store, post, at(3)) == Sent()
    assert [len(inbox) for inbox in post.inboxes.values()] == [1, 1, 1]


def test_a_letter_is_marked_before_it_leaves(store: Store) -> None:
    seen: list[list[str]] = []
    post = Mute(lambda: seen.append(statuses(store)))
    send(store, post, at(2))
    assert seen[0] == ["sending", "queued", "queued"]
    assert seen[-1] == ["sent", "sent", "sending"]


@pytest.mark.parametrize("error", [Trouble("the folder is gone"), ValueError("the folder is gone")])
def test_one_letters_failure_keeps_back_no_other(store: Store, error: Exception) -> None:
    post = Failing(error)
    assert send(store, post, at(2)) == Sent(sent=2, failed=1)
    assert statuses(store) == ["sent", "queued", "sent"]
    (left,) = store.outbox("queued")
    assert "the folder is gone" in left.trouble
    assert left.settled_at is None
    post.error = None
    assert send(store, post, at(3)) == Sent(sent=1)
    assert store.outbox()[1] == LETTERS[1]._replace(status="sent", settled_at=at(3))


# --- L12: once, or known to be uncertain -------------------------------------------------------


@pytest.mark.parametrize("after", [False, True])
def test_l12_a_kill_between_the_marks_neither_loses_nor_repeats(
    store: Store, *, after: bool
) -> None:
    post = Failing(KeyboardInterrupt(), after=after)
    with pytest.raises(KeyboardInterrupt):
        send(store, post, at(2))
    assert statuses(store) == ["sent", "sending", "queued"]
    post.error = None
    assert send(store, post, at(3)) == Sent(sent=2)
    assert statuses(store) == ["sent", "sent", "sent"]
    assert {who: len(inbox) for who, inbox in post.inboxes.items()} == {
        "zenith": 1,
        "acme": 1,
        "mid": 1,
    }


def test_l12_a_letter_nobody_can_vouch_for_is_uncertain_and_never_repeated(store: Store) -> None:
    killed = Mute(raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        send(store, killed, at(2))
    post = Mute()
    assert send(store, post, at(3)) == Sent(sent=2, uncertain=1)
    assert killed.taken == ["zenith"]
    assert post.taken == ["acme", "mid"]
    (left,) = store.outbox("uncertain")
    assert left.settled_at == at(3)
    assert left.message_id == LETTERS[0].message_id
    assert "may have been delivered" in left.trouble
    assert send(store, post, at(4)) == Sent()
    assert post.taken == ["acme", "mid"]


def test_an_error_after_which_nobody_knows_is_uncertain(store: Store) -> None:
    post = Mute(raising(TimeoutError("no answer")))
    assert send(store, post, at(2)) == Sent(uncertain=3)
    assert "TimeoutError: no answer" in store.outbox("uncertain")[0].trouble


def test_an_error_that_surely_kept_the_letter_back_is_tried_again(store: Store) -> None:
    assert send(store, Mute(raising(Trouble("no such host"))), at(2)) == Sent(failed=3)
    assert statuses(store) == ["queued"] * 3
    assert send(store, Mute(), at(3)) == Sent(sent=3)


def test_an_error_after_the_letter_was_taken_counts_as_sent(store: Store) -> None:
    assert send(store, Failing(ValueError("hiccup"), after=True), at(2)) == Sent(sent=3)
    assert store.outbox()[1].trouble == ""


def test_a_letter_another_program_took_is_left_to_it(store: Store) -> None:
    class Rival(MemoryPost):
        """While one letter leaves, another program takes the next."""

        def deliver(self, one: Letter) -> None:
            super().deliver(one)
            store.mark(LETTERS[2]._replace(status="sending"), "queued")

    post = Rival()
    assert send(store, post, at(2)) == Sent(sent=2)
    assert "mid" not in post.inboxes


# --- a folder ----------------------------------------------------------------------------------


def test_a_letter_becomes_one_file_with_its_very_bytes(folder: Path) -> None:
    post: Post = FolderPost(folder)
    words = "Subject: x\r\n\r\nGrüße\n"
    one = LETTERS[0]._replace(message=words, digest=digest(words))
    assert post.holds(one) is False
    post.deliver(one)
    post.deliver(one)
    assert post.holds(one) is True
    (file,) = folder.iterdir()
    assert digest(file.read_bytes()) == one.digest


def test_the_name_is_readable_and_sorts_by_time(folder: Path) -> None:
    post = FolderPost(folder)
    for hours in (30, 2, 11):
        post.deliver(letter(CASE, f"entry:{hours}", written_at=at(hours)))
    names = sorted(file.name for file in folder.iterdir())
    assert [name.partition("_")[0] for name in names] == [
        "20260601T110000.123457Z",
        "20260601T200000.123457Z",
        "20260602T150000.123457Z",
    ]
    assert all(f"_{CASE}_issuance-posted_" in name for name in names)


def test_letters_that_differ_in_anything_are_different_files(folder: Path) -> None:
    one = LETTERS[0]
    others = [
        one._replace(cause="entry:2"),
        one._replace(recipient="other"),
        one._replace(notice="issuance posted"),
        one._replace(message_id="<other@example.gov>"),
        one._replace(digest="d" * 64),
    ]
    post = FolderPost(folder)
    assert len({post.path(letter) for letter in (one, *others)}) == 6


@pytest.mark.parametrize("word", ["../../etc/passwd", "a/b\\c", "\x00\n", "ü" * 300, ".hidden", ""])
def test_no_letters_words_become_a_path(folder: Path, word: str) -> None:
    one = letter(word, word, word, notice=word, message_id=word, subject=word)
    FolderPost(folder).deliver(one)
    (file,) = folder.iterdir()
    assert re.fullmatch(r"[A-Za-z0-9._-]{1,200}\.eml", file.name)


def test_a_full_disk_leaves_the_letter_queued_and_no_half_file(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    post = FolderPost(folder)
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        assert send(store, post, at(2)) == Sent(failed=3)
    assert list(folder.iterdir()) == []
    assert "the disk is full" in store.outbox("queued")[0].trouble
    assert send(store, post, at(3)) == Sent(sent=3)
    assert len(list(folder.glob("*.eml"))) == 3


def test_a_letter_found_half_way_is_recognised_in_its_folder(store: Store, folder: Path) -> None:
    post = FolderPost(folder)
    post.deliver(LETTERS[0])
    for one in LETTERS[:2]:
        assert store.mark(one._replace(status="sending"), "queued")
    assert send(store, post, at(3)) == Sent(sent=3)
    assert len(list(folder.iterdir())) == 3
