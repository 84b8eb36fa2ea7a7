"""Writes one letter to one recipient, and marks it where the solicitation is an exercise."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from solicitation_flow import workdays
from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.notices.context import Context, Rules, reminding
from solicitation_flow.notices.mail import Key, compose, message_id, usable
from solicitation_flow.notices.occasion import LetterSettings, Occasion
from solicitation_flow.notices.parties import Recipient, Sender
from solicitation_flow.notices.views import acting, seen
from solicitation_flow.paper import Words, one_line
from solicitation_flow.records import canonical, digest
from solicitation_flow.records.ledger import Letter

MARK: Final = "[TRAINING]"
WATERMARK: Final = (
    "*** TRAINING *** This solicitation is a training exercise: its suppliers,\n"
    "scores and prices are simulated, and nothing in this letter binds anyone.\n"
)
"""Added here and not in the templates, so that no template can leave it out."""


def write(settings: LetterSettings, notice: str, occasion: Occasion) -> Letter:
    """Return the letter `notice` for an occasion, as it will leave."""
    case, law, now = occasion.case, occasion.law, occasion.now
    to = _marked(occasion.recipient)
    fixed = _standing(case, law, settings.sender)
    if occasion.form:
        fixed["form"] = seen(occasion.form)
    if occasion.deadline:
        fixed |= reminding(occasion.deadline, occasion.offset)
    fixed |= {
        "training": settings.training,
        "recipient": to,
        "now": now,
        "actor": acting(occasion.actor),
        "names": {to.slug: to.name} if settings.names is None else Names(settings.names, to),
        "reference": f"{case.number}, {occasion.cause}, {notice}",
    }
    written = settings.templates.render(notice, Context(case, fixed))
    if settings.training:
        written = _watermarked(written)
    about = (case.number, occasion.cause, notice, occasion.recipient.key)
    return _posted(about, written, to, settings.sender, now, law)


def _posted(
    about: Key, words: Words, to: Recipient, sender: Sender, now: datetime, law: Law
) -> Letter:
    name = message_id(about, sender)
    address = ""
    if usable(to.address):
        address = to.address
    message = compose(
        sender=sender,
        recipient=to,
        subject=words.subject,
        text=words.text,
        date=workdays.local(now, law.zone),
        name=name,
        case=about[0],
    )
    signed = dict(zip(("case", "cause", "notice", "recipient"), about, strict=True))
    return Letter(
        *about,
        address=address,
        subject=words.subject,
        message=message,
        digest=digest(canonical({**signed, "address": address, "message": message})),
        message_id=name,
        written_at=now,
        trouble="" if address else _on_paper(to.address),
    )


def _on_paper(address: str) -> str:
    """Return what to do with a letter that cannot be mailed."""
    why = "no address is on file"
    if address:
        why = f"no mail reaches {one_line(address, 80)!r}"
    return f"{why}: deliver it on paper"


def _watermarked(words: Words) -> Words:
    return Words(f"{MARK} {words.subject}", f"{WATERMARK}\n{words.text}\n{WATERMARK}")


class Names(Mapping[str, str]):
    """The names of parties, the recipient among them, looked up when a letter uses one."""

    def __init__(self, others: Mapping[str, str], to: Recipient) -> None:
        """Take the others as they are: there may be thousands of them."""
        self._others, self._to = others, to

    def __getitem__(self, key: str) -> str:
        if key == self._to.slug:
            return self._to.name
        return self._others[key]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._others, self._to.slug)))

    def __len__(self) -> int:
        return len(self._others) + (self._to.slug not in self._others)


def _marked(recipient: Recipient) -> Recipient:
    """Return a recipient marked as simulated where it is."""
    if not recipient.simulated or "simulated" in recipient.name.casefold():
        return recipient
    return replace(recipient, name=f"{recipient.name} (simulated)")


def _standing(case: CaseFile, law: Law, sender: Sender) -> dict[str, Any]:
    """Return what is the same in every letter of a case."""
    return {
        "law": Rules(law),
        "zone": law.zone,
        "rules_edition": f"{law.title}, edition {law.edition}",
        "sender": sender,
        "agency": sender.name,
        "contact": _contact(case, sender),
    }


def _contact(case: CaseFile, sender: Sender) -> str:
    """Return whom to write to: as the solicitation says, else the sender."""
    for file in (case, case.parent):
        solicitation = None
        if file:
            solicitation = file.records.get(("solicitation", "the"))
        named = one_line(str(getattr(solicitation, "contact", "")))
        if named:
            return named
    if sender.address:
        return f"{sender.name}, {sender.address}"
    return sender.name
