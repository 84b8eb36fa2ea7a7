"""Forms whose words an offeror will read in a letter: held to what it may not be told."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from solicitation_flow.forms import Fill, ask
from solicitation_flow.records.offers import LotForm
from solicitation_flow.records.registers import Slug


class LetterForm(LotForm):
    """Any form whose words an offeror will read in a letter."""

    names: Annotated[dict[str, str], Fill("supplier_names")] = ask("filled", default_factory=dict)

    @property
    def letter_text(self) -> Mapping[str, str]:
        """The words an offeror will read, by field."""
        raise NotImplementedError

    @property
    def readers(self) -> tuple[str, ...]:
        """The offerors who will read them; empty for everyone in the range."""
        return ()


class LetterToOfferor(LetterForm):
    """A form whose words in `written` one offeror will read."""

    written: ClassVar[tuple[str, ...]] = ()
    offeror: Slug = ask("the offeror", "acme")

    @property
    def letter_text(self) -> Mapping[str, str]:
        """The words the offeror will read, by field."""
        texts: dict[str, str] = {}
        for name in self.written:
            texts[name] = getattr(self, name) or ""
        return texts

    @property
    def readers(self) -> tuple[str, ...]:
        """The one offeror who will read them."""
        return (self.offeror,)
