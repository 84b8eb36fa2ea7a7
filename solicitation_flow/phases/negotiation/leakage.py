"""What may not be told in talks: the name or the price of another offeror, however written."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Annotated, Protocol

from solicitation_flow import scoring
from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import Fill, ask
from solicitation_flow.records.award import Intent
from solicitation_flow.records.evaluation import PriceOffer
from solicitation_flow.records.negotiation import CompetitiveRange, OpenedBafo
from solicitation_flow.records.offers import AboutLot, LotForm, lot_key
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


class Told(LotForm):
    """Any form whose words reach an offeror."""

    names: Annotated[dict[str, str], Fill("supplier_names")] = ask("filled", default_factory=dict)

    @property
    def told(self) -> Mapping[str, str]:
        """The words an offeror will read, by field."""
        raise NotImplementedError

    @property
    def readers(self) -> tuple[str, ...]:
        """Who will read them, or nobody for everyone in the range."""
        return ()


class Words(AboutLot, Protocol):
    """Any form whose words reach an offeror, of whatever phase."""

    @property
    def names(self) -> Mapping[str, str]:
        """What suppliers are called."""

    @property
    def told(self) -> Mapping[str, str]:
        """The words, by field."""

    @property
    def readers(self) -> tuple[str, ...]:
        """Who reads them."""


@guard(rule="no_leakage", id="G69")
def no_leakage(case: CaseFile, form: Words) -> Objection | None:
    """Nothing told to an offeror names another offeror or gives away another's price."""
    kept = case.get(CompetitiveRange, lot_key(form.lot))
    readers = form.readers or (kept.offerors if kept else ())
    own = ""
    if len(readers) == 1:
        own = readers[0]
    rivals = sorted(_offerors(case) - {own})
    hidden = [rival for rival in rivals if rival not in _announced(case)]
    secret = {each: _finder(each, form.names.get(each, "")) for each in hidden}
    amounts = _amounts(case, rivals) - _amounts(case, [own])
    spared = None
    if own:
        spared = _finder(own, form.names.get(own, ""))
    told = {name: _pieces(words, spared) for name, words in form.told.items()}
    loose = [piece for pieces in told.values() for piece in pieces[::2]]
    named = [each for each in hidden if any(secret[each].search(piece) for piece in loose)]
    numbers = (found for piece in loose for found in _NUMBER.findall(piece))
    prices = list(dict.fromkeys(number for number in numbers if _exact(number) in amounts))
    if not named and not prices:
        return None
    if named:
        wrong = [f"the words name {', '.join(named)}"]
    else:
        wrong = []
    wrong += [f"they give away what another offer asks: {', '.join(prices)}"] if prices else []
    clean = {name: _clean(pieces, secret.values(), amounts) for name, pieces in told.items()}
    fields = {name: words for name, words in clean.items() if words != form.told[name]}
    return Objection(
        says="; ".join(wrong),
        facts={"names": named, "prices": prices, "fields": sorted(fields)},
        clears=(Clears(fields=fields),),
    )


def _announced(case: CaseFile) -> tuple[str, ...]:
    """Return whose names everybody was told with the intent to award."""
    standing = [intent for intent in case.all(Intent) if intent.withdrawn_at is None]
    return tuple(winner for intent in standing for winner in intent.winners)


def _offerors(case: CaseFile) -> set[str]:
    senders = {proposal.offeror for proposal in case.all(Proposal)}
    return senders | {offer.offeror for offer in scoring.prices(case)}


def _amounts(case: CaseFile, offerors: list[str]) -> set[Decimal]:
    """Return every price these offerors ever asked, as far as one is known."""
    now = (
        price_offer.amount
        for price_offer in case.all(PriceOffer)
        if price_offer.offeror in offerors
    )
    opened = []
    for opened_bafo in case.all(OpenedBafo):
        if opened_bafo.offeror in offerors:
            opened.append(opened_bafo)
    then = (amount for each in opened for amount in (each.before, each.amount))
    return {amount for amount in (*now, *then) if amount is not None}


def _finder(key: str, name: str) -> re.Pattern[str]:
    """Return what finds a firm in a text: by its key, or by its name without its legal form."""
    found = {tuple(_WORD.findall(each.casefold())) for each in (key, name)}
    found |= {tuple(word for word in words if word not in _LEGAL) for words in found}
    ways = sorted((words for words in found if words), key=lambda words: (-len(words), words))
    either = "|".join(r"[\W_]+".join(re.escape(word) for word in words) for words in ways)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _pieces(words: str, spared: re.Pattern[str] | None) -> list[str]:
    """Return a text cut at the reader's own name: every second piece is that name."""
    if spared:
        return re.split(f"({spared.pattern})", words, flags=re.IGNORECASE)
    return [words]


def _exact(number: str) -> Decimal:
    return Decimal(re.sub(f"[,{_SPACES}]", "", number))


def _clean(pieces: list[str], secret: Iterable[re.Pattern[str]], amounts: set[Decimal]) -> str:
    """Return the text with what may not be told left out."""

    def hidden(number: re.Match[str]) -> str:
        if _exact(number[0]) in amounts:
            return "(amount)"
        return number[0]

    cleaned = []
    for index, piece in enumerate(pieces):
        left = piece
        if index % 2 == 0:
            for pattern in secret:
                left = pattern.sub("(another offeror)", left)
            left = _NUMBER.sub(hidden, left)
        cleaned.append(left)
    return "".join(cleaned)
