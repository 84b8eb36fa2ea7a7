"""Writes a letter as mail: the same text makes the same bytes, and no text can add a header."""

import quopri
import re
from base64 import b64encode
from datetime import datetime
from email import message_from_string, policy
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Final

from solicitation_flow.notices.parties import Recipient, Sender
from solicitation_flow.paper import one_line
from solicitation_flow.records import canonical, digest
from solicitation_flow.records.ledger import Letter

LONGEST_NAME: Final = 100
LONGEST_LINE: Final = 78  # a longer one may be broken on its way, so it is encoded
ID_DIGITS: Final = 32
ENCODED_BYTES: Final = 45  # makes an encoded word of 72 signs; 75 are allowed
NOWHERE: Final = "solicitation-flow.invalid"
"""The domain of a Message-ID where the agency has no address: reserved by RFC 2606."""

Key = tuple[str, str, str, str]
"""Case, cause, notice and recipient: what identifies a letter."""

_PLAIN = re.compile(r"[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]*")  # what a name may hold without quotes
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")


def usable(address: str) -> bool:
    """Return whether mail could carry an address; an empty one means paper."""
    return bool(_ADDRESS.fullmatch(address)) and ".." not in address


def message_id(about: Key, sender: Sender) -> str:
    """Return a letter's Message-ID: the same however often it is sent."""
    made = digest(canonical(list(about)))[:ID_DIGITS]
    if usable(sender.address):
        domain = sender.address.rpartition("@")[2]
    else:
        domain = NOWHERE
    return f"<{made}@{domain}>"


def compose(
    *,
    sender: Sender,
    recipient: Recipient,
    subject: str,
    text: str,
    date: datetime,
    name: str,
    case: str,
) -> str:
    """Return the whole mail as text; `name` is its Message-ID, `date` carries the zone to show.

    Headers are put together here: the standard library folds them differently from version to
    version, now and then inside a word, and a letter's digest is to be the same for good.
    """
    plain = text.isascii() and max(map(len, text.split("\n"))) <= LONGEST_LINE
    if plain:
        body = text
    else:
        body = quopri.encodestring(text.encode()).decode("ascii")
    headers = {
        "From": _box(sender.name, sender.address),
        "To": _box(recipient.name, recipient.address),
        "Subject": _words(one_line(subject)),
        "Date": [format_datetime(date)],
        "Message-ID": [name],
        "Auto-Submitted": ["auto-generated"],
        "X-Solflow-Case": _words(one_line(case)),
        "MIME-Version": ["1.0"],
        "Content-Type": ['text/plain; charset="utf-8"'],
        "Content-Transfer-Encoding": ["7bit" if plain else "quoted-printable"],
    }
    head = "".join(_folded(*header) for header in headers.items())
    return f"{head}\n{body}"


def opened(letter: Letter) -> EmailMessage:
    """Return the mail of a letter as a mail program reads it."""
    mail = message_from_string(letter.message, policy=policy.default)
    assert isinstance(mail, EmailMessage), "the default policy makes no other"
    return mail


def text(letter: Letter) -> str:
    """Return the words of a letter, taken out of its mail."""
    return str(opened(letter).get_content())


def _box(name: str, address: str) -> list[str]:
    """Return a mailbox; without an address, the name as an empty group."""
    shown = one_line(name, LONGEST_NAME) or "nobody"
    phrase = _words(shown)
    if _is_literal(shown) and not _PLAIN.fullmatch(shown):
        quoted = shown.replace("\\", "\\\\").replace('"', '\\"')
        phrase = f'"{quoted}"'.split(" ")
    if usable(address):
        return [*phrase, f"<{address}>"]
    return [*phrase[:-1], f"{phrase[-1]}:;"]


def _is_literal(text: str) -> bool:
    """Return whether a mail program shows a text as it stands, and decodes nothing in it."""
    return text.isascii() and "=?" not in text


def _words(text: str) -> list[str]:
    """Return what a header may be folded between: words, or encoded words that read as one text."""
    if _is_literal(text):
        return text.split(" ")
    pieces, piece = list[str](), ""
    for sign in text:
        if len((piece + sign).encode()) > ENCODED_BYTES:
            pieces.append(piece)
            piece = ""
        piece += sign
    return [f"=?utf-8?b?{b64encode(part.encode()).decode()}?=" for part in [*pieces, piece]]


def _folded(name: str, words: list[str]) -> str:
    """Return a header folded into lines; only a longer word makes a longer line."""
    lines, line = list[str](), f"{name}:"
    for word in words:
        if len(line) + 1 + len(word) > LONGEST_LINE and line.strip() != f"{name}:":
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\n".join([*lines, line]) + "\n"
