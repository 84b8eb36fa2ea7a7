"""Letters: their bytes as written, each caused by an entry or a reminder, none lost or doubled."""

from collections.abc import Sequence
from datetime import timedelta
from email import policy
from email.parser import HeaderParser
from email.utils import parsedate_to_datetime
from typing import Final

from solicitation_flow.records import canonical, digest
from solicitation_flow.records.ledger import Letter, unstamp
from solicitation_flow.verify.findings import Report
from solicitation_flow.verify.journal import JournalRead
from solicitation_flow.workflow import Workflow

STATUSES: Final = {"queued": False, "sending": False, "sent": True, "uncertain": True}
"""What may have become of a letter, and whether that is settled."""


def check_letters(
    journal: JournalRead, letters: Sequence[Letter], workflow: Workflow | None, report: Report
) -> None:
    """Check a case's letters by themselves, and against the entries that caused them."""
    for letter in letters:
        with report.reading("letter", _where(letter)):
            _check_bytes(letter, report)
            _check_status(letter, report)
    for content in journal.contents:
        with report.reading("journal", f"{journal.number} entry {content.get('number')}"):
            _check_cause(journal.number, content, letters, workflow, report)
    moves = {f"move:{content.get('number')}" for content in journal.contents}
    for letter in letters:
        if letter.cause not in moves and not letter.cause.startswith("reminder:"):
            report.find("letter", _where(letter), "no entry of the journal caused it")


def _where(letter: Letter) -> str:
    return f"{letter.case} {letter.cause} {letter.notice} to {letter.recipient}"


def letter_digest(letter: Letter) -> str:
    """Return the digest the letter's row must carry: of what it is, for whom, and its bytes."""
    about = {
        "case": letter.case,
        "cause": letter.cause,
        "notice": letter.notice,
        "recipient": letter.recipient,
    }
    return digest(canonical({**about, "address": letter.address, "message": letter.message}))


def _check_bytes(letter: Letter, report: Report) -> None:
    """Check that the columns for lists and the mail itself say the same."""
    where = _where(letter)
    report.differ("letter", where, "digest", letter.digest, letter_digest(letter))
    mail = HeaderParser(policy=policy.default).parsestr(letter.message)
    subject, name = _plain(letter.subject), str(mail["Message-ID"]).strip()
    report.differ("letter", where, "column subject", subject, _plain(str(mail["Subject"])))
    report.differ("letter", where, "column message_id", letter.message_id, name)
    dated = parsedate_to_datetime(str(mail["Date"]))
    if not timedelta() <= letter.written_at - dated < timedelta(seconds=1):
        says = f"column written_at is {letter.written_at}, but the letter is dated {dated}"
        report.find("letter", where, says)


def _plain(text: str) -> str:
    """Return a header with single blanks: a long one is folded and unfolded on its way."""
    return " ".join(text.split())


def _check_status(letter: Letter, report: Report) -> None:
    where = _where(letter)
    if letter.status not in STATUSES:
        report.find("letter", where, f"column status is {letter.status!r}, which means nothing")
        return
    settled = STATUSES[letter.status]
    if settled != (letter.settled_at is not None):
        says = f"it is {letter.status}, but column settled_at is {letter.settled_at}"
        report.find("letter", where, says)
    if letter.settled_at is not None and letter.settled_at < letter.written_at:
        report.find("letter", where, "column settled_at lies before column written_at")
    if letter.status == "sent" and letter.trouble:
        report.find("letter", where, f"it is sent, but column trouble is {letter.trouble!r}")
    if letter.status == "uncertain" and not letter.trouble:
        report.find("letter", where, "it is uncertain, but column trouble does not say why")


def _check_cause(
    number: str,
    content: dict[str, object],
    letters: Sequence[Letter],
    workflow: Workflow | None,
    report: Report,
) -> None:
    """Check that the outbox holds just the letters an entry names, in their order."""
    cause = f"move:{content['number']}"
    where = f"{number} {cause}"
    own = [letter for letter in letters if letter.cause == cause]
    named = content["letters"]
    assert isinstance(named, list), "the letters of an entry are a list"
    held = [letter_digest(letter) for letter in own]
    for sha256 in dict.fromkeys([*named, *held]):
        if named.count(sha256) > held.count(sha256):
            report.find("letter", f"{where} {sha256[:12]}", "it is missing: the entry names it")
        elif named.count(sha256) < held.count(sha256):
            letter = own[held.index(sha256)]
            report.find("letter", _where(letter), "its entry does not name it")
    if sorted(named) == sorted(held) and named != held:
        report.find("letter", where, "they do not stand in the order they were written")
    owed = _owed(content, workflow)
    for letter in own:
        written = unstamp(str(content["recorded_at"]))
        report.differ("letter", _where(letter), "column written_at", letter.written_at, written)
        if owed is not None and letter.notice not in owed:
            report.find("letter", _where(letter), "its move owes nobody this notice")


def _owed(content: dict[str, object], workflow: Workflow | None) -> set[str] | None:
    if workflow is None:
        return None
    way = (content["command"], content["source"], content["dest"])
    owed: set[str] = set()
    for move in workflow.moves:
        if (move.command, move.source, move.dest) == way:
            owed.update(notice for notice, _ in move.notices)
    return owed
