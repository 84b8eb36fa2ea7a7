"""The mail a letter leaves as: the same words make the same bytes, and no word makes a header."""

import re
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address, Group
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Final

from solicitation_flow.paper import one_line
from solicitation_flow.records import canonical, digest

LONGEST_NAME: Final = 100
LONGEST_LINE: Final = 78  # a longer one may be broken on its way, so it is encoded
ID_DIGITS: Final = 32
NOWHERE: Final = "solicitation-flow.invalid"
"""The domain of a Message-ID where the agency has named no address: nobody's, by RFC 2606."""

Key = tuple[str, str, str, str]
"""Case, cause, notice and recipient: of these there is one letter."""

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")

POLICY: Final = EmailPolicy(cte_type="7bit", linesep="\n")
"""Plain ASCII with plain line ends: text a database, a folder and a digest all hold alike."""


@dataclass(frozen=True, slots=True)
class Sender:
    """In whose name letters go out, and from which address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets a letter: a register key such as `supplier:acme`, a name, and an address if any."""

    key: str
    name: str
    address: str

    @property
    def register(self) -> str:
        """Answers which register the key belongs to."""
        return self.key.partition(":")[0]

    @property
    def slug(self) -> str:
        """Answers the key as records hold it: `acme` of `supplier:acme`."""
        return self.key.partition(":")[2] or self.key


def usable(address: str) -> bool:
    """Answers whether mail could carry an address; an empty one means paper."""
    return bool(_ADDRESS.fullmatch(address)) and ".." not in address


def message_id(about: Key, sender: Sender) -> str:
    """Answers the name a letter keeps however often it is sent: same cause, same name."""
    made = digest(canonical(list(about)))[:ID_DIGITS]
    domain = sender.address.rpartition("@")[2] if usable(sender.address) else NOWHERE
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
    """Answers the whole mail as text; `name` is its Message-ID, `date` carries the zone to show."""
    mail = EmailMessage(policy=POLICY)
    mail["From"] = _box(sender.name, sender.address)
    mail["To"] = _box(recipient.name, recipient.address)
    mail["Subject"] = one_line(subject)
    mail["Date"] = date.replace(microsecond=0)
    mail["Message-ID"] = name
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Solflow-Case"] = one_line(case)
    plain = text.isascii() and max(map(len, text.split("\n"))) <= LONGEST_LINE
    mail.set_content(text, charset="utf-8", cte="7bit" if plain else "quoted-printable")
    return mail.as_bytes().decode("ascii")


def _box(name: str, address: str) -> Address | Group:
    """A mailbox; without an address, a name alone, which mail writes as an empty group."""
    shown = one_line(name, LONGEST_NAME)
    if usable(address):
        return Address(shown, addr_spec=address)
    return Group(shown or "nobody", ())
