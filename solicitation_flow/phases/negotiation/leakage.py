"""What an offeror may not be told: the name or the price of another, however written."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Protocol

from solicitation_flow import scoring
from solicitation_flow.casefile import CaseFile
from solicitation_flow.records.award import Intent
from solicitation_flow.records.evaluation import PriceOffer
from solicitation_flow.records.negotiation import CompetitiveRange, OpenedBafo
from solicitation_flow.records.offers import AboutLot, lot_key, offerors_of
from solicitation_flow.records.responses import Proposal
from solicitation_flow.rulebook import Clears, Objection, guard

_SPACES = " \u00a0\u202f"
_NUMBER = re.compile(
    rf"[0-9]{{1,3}}(?:(?:,[0-9]{{3}})+|(?:[{_SPACES}][0-9]{{3}})+)(?!,?[0-9])(?:\.[0-9]+)?"
    r"|[0-9]+(?:\.[0-9]+)?"
)
_WORD = re.compile(r"\w+")
_LEGAL = {
    *("co", "company", "corp", "corporation", "inc", "incorporated", "limited", "llc", "llp"),
    *("lp", "ltd", "plc"),
}


class WritesToOfferor(AboutLot, Protocol):
    """Any form whose words an offeror will read, of whatever phase."""

    @property
    def names(self) -> Mapping[str, str]:
        """The names of suppliers, by register key."""

    @property
    def letter_text(self) -> Mapping[str, str]:
        """The words an offeror will read, by field."""

    @property
    def readers(self) -> tuple[str, ...]:
        """The offerors who will read them; empty for everyone in the range."""


@guard(rule="no_leakage", id="G69")
def no_leakage(case: CaseFile, form: WritesToOfferor) -> Objection | None:
    """No message to an offeror identifies another offeror or reveals its price."""
    reader = _only_reader(case, form)
    rivals = sorted(_offerors(case) - {reader})
    announced = _announced(case)
    patterns: dict[str, re.Pattern[str]] = {}
    for rival in rivals:
        if rival not in announced:
            patterns[rival] = _pattern(rival, form.names.get(rival, ""))
    own_name = _pattern(reader, form.names.get(reader, "")) if reader else None
    amounts = _amounts(case, rivals) - _amounts(case, [reader])
    named: set[str] = set()
    prices: list[str] = []
    fields: dict[str, str] = {}
    for field, text in form.letter_text.items():
        pieces = _split_at_own_name(text, own_name)
        for piece in pieces[::2]:
            named |= _named(piece, patterns)
            prices += _stated(piece, amounts)
        cleaned = _without_secrets(pieces, patterns.values(), amounts)
        if cleaned != text:
            fields[field] = cleaned
    if not named and not prices:
        return None
    prices = list(dict.fromkeys(prices))
    wrong = []
    if named:
        wrong.append(f"the text names {', '.join(sorted(named))}")
    if prices:
        wrong.append(f"the text discloses another offeror's price: {', '.join(prices)}")
    return Objection(
        says="; ".join(wrong),
        facts={"names": sorted(named), "prices": prices, "fields": sorted(fields)},
        clears=(Clears(fields=fields),),
    )


def _named(text: str, patterns: Mapping[str, re.Pattern[str]]) -> set[str]:
    """Return the firms that a text names."""
    named: set[str] = set()
    for rival, pattern in patterns.items():
        if any(_names_a_firm(match[0]) for match in pattern.finditer(text)):
            named.add(rival)
    return named


def _names_a_firm(words: str) -> bool:
    """Return whether words that a firm is called stand for the firm.

    One word in small letters may be an ordinary one, such as granite: `word_of_a_firm` warns of it.
    """
    return re.search(r"[\W_]", words) is not None or words != words.casefold()


@guard(rule="word_of_a_firm", id="G69")
def word_of_a_firm(case: CaseFile, form: WritesToOfferor) -> Objection | None:
    """A word that is also the name of another offeror is read again before it is sent."""
    reader = _only_reader(case, form)
    words: dict[str, str] = {}
    for rival in sorted(_offerors(case) - {reader} - _announced(case)):
        pattern = _pattern(rival, form.names.get(rival, ""))
        for text in form.letter_text.values():
            for match in pattern.finditer(text):
                if not _names_a_firm(match[0]):
                    words[rival] = match[0]
    if not words:
        return None
    listed = ", ".join(f"{word!r} ({rival})" for rival, word in words.items())
    return Objection(
        says=f"the text uses a word that is also another offeror's name: {listed}; make sure that "
        "the firm is not meant",
        facts={"words": words},
        clears=(Clears(),),
    )


def _only_reader(case: CaseFile, form: WritesToOfferor) -> str:
    """Return the offeror who reads the words alone, or nobody where several do."""
    readers = form.readers
    if not readers:
        kept = case.get(CompetitiveRange, lot_key(form.lot))
        readers = kept.offerors if kept else ()
    return readers[0] if len(readers) == 1 else ""


def _announced(case: CaseFile) -> set[str]:
    """Return whose names everybody was told with the intent to award."""
    winners: set[str] = set()
    for intent in case.all(Intent):
        if intent.withdrawn_at is None:
            winners |= set(intent.winners)
    return winners


def _offerors(case: CaseFile) -> set[str]:
    senders = {proposal.offeror for proposal in case.all(Proposal)}
    return senders | set(offerors_of(scoring.prices(case)))


def _amounts(case: CaseFile, offerors: list[str]) -> set[Decimal]:
    """Return every price these offerors ever asked, as far as one is known."""
    amounts: set[Decimal | None] = set()
    for price in case.all(PriceOffer):
        if price.offeror in offerors:
            amounts.add(price.amount)
    for bafo in case.all(OpenedBafo):
        if bafo.offeror in offerors:
            amounts |= {bafo.before, bafo.amount}
    return {amount for amount in amounts if amount is not None}


def _pattern(key: str, name: str) -> re.Pattern[str]:
    """Return what finds a firm in a text: its key, or its name with or without its legal form."""
    spellings: set[tuple[str, ...]] = set()
    for text in (key, name):
        words = _WORD.findall(text.casefold())
        spellings.add(tuple(words))
        spellings.add(tuple(word for word in words if word not in _LEGAL))
    spellings.discard(())
    # the longest first, so that a whole name is found before a part of it
    ordered = sorted(spellings, key=lambda words: (-len(words), words))
    either = "|".join(r"[\W_]+".join(map(re.escape, words)) for words in ordered)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _split_at_own_name(text: str, own_name: re.Pattern[str] | None) -> list[str]:
    """Return a text cut at the reader's own name: every second piece is that name."""
    if own_name is None:
        return [text]
    return re.split(f"({own_name.pattern})", text, flags=re.IGNORECASE)


def _stated(text: str, amounts: set[Decimal]) -> list[str]:
    """Return the numbers in a text that are one of these amounts, as written."""
    return [number for number in _NUMBER.findall(text) if _exact(number) in amounts]


def _exact(number: str) -> Decimal:
    return Decimal(re.sub(f"[,{_SPACES}]", "", number))


def _hidden_name(match: re.Match[str]) -> str:
    if _names_a_firm(match[0]):
        return "(another offeror)"
    return match[0]


def _without_secrets(
    pieces: list[str], patterns: Iterable[re.Pattern[str]], amounts: set[Decimal]
) -> str:
    """Return the text with the names and prices of other offerors left out."""

    def hide(number: re.Match[str]) -> str:
        return "(amount)" if _exact(number[0]) in amounts else number[0]

    cleaned = []
    for index, piece in enumerate(pieces):
        text = piece
        if index % 2 == 0:
            for pattern in patterns:
                text = pattern.sub(_hidden_name, text)
            text = _NUMBER.sub(hide, text)
        cleaned.append(text)
    return "".join(cleaned)
