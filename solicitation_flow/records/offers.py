"""What an offer is filed and looked up by: the lot it answers, and who offers."""

import operator
from collections.abc import Iterable
from typing import Annotated, ClassVar, Protocol, TypeVar

from pydantic import BaseModel, Field

from solicitation_flow.forms import Form

NO_LOT = ""
"""The one lot of a solicitation that is not divided into lots."""

Lot = Annotated[str, Field(pattern=r"^[^/\s]*$", exclude_if=operator.not_)]
"""The short name of a lot. While it is empty, no stored body and no document shows it."""


class LotRecord(BaseModel):
    """What a record has beside its own fields when it is filed once for each lot."""

    keyed_by_lot: ClassVar[bool] = True
    lot: Lot = NO_LOT


class LotForm(Form):
    """A form about one lot. No form asks for the lot yet, so it is always about the only one."""

    @property
    def lot(self) -> str:
        """The lot the form is about."""
        return NO_LOT


class OfferKey(str):
    """The key of an offer: its offeror, after the lot where the solicitation has lots."""

    __slots__ = ()

    @classmethod
    def of(cls, lot: str, offeror: str) -> "OfferKey":
        """Return the key of what an offeror offers for a lot."""
        return cls(lot_key(lot, offeror))

    @property
    def lot(self) -> str:
        """The lot that is offered for; empty where the solicitation has none."""
        return self.rpartition("/")[0]

    @property
    def offeror(self) -> str:
        """Who offers."""
        return self.rpartition("/")[2]


class AboutLot(Protocol):
    """Any record or form about one lot."""

    @property
    def lot(self) -> str:
        """The lot it is about."""


class AboutOffer(AboutLot, Protocol):
    """Any record or form about what one offeror offers for one lot."""

    @property
    def offeror(self) -> str:
        """Whose offer it is about."""


A = TypeVar("A", bound=AboutOffer)


def lot_key(lot: str, *parts: str) -> str:
    """Return the key of a record filed for a lot: the record's own parts, after the lot."""
    own = "/".join(parts) or "the"
    return f"{lot}/{own}" if lot else own


def offer_of(about: AboutOffer) -> OfferKey:
    """Return the key of the offer that a record or a form is about."""
    return OfferKey.of(about.lot, about.offeror)


def about(offer: OfferKey, records: Iterable[A]) -> list[A]:
    """Return those of some records that are about one offer."""
    return [record for record in records if offer_of(record) == offer]


def offerors_of(offers: Iterable[OfferKey]) -> list[str]:
    """Return who made some offers, one name for each offer."""
    return [offer.offeror for offer in offers]
