"""Occasions for the letters of preparation."""

from collections.abc import Callable

from solicitation_flow.notices import Recipient
from solicitation_flow.records.preparation import Committee, SignedForms
from tests.letters import AMENDED, BEN, PUBLISHED, Occasion, bare, full, least, most

CHEN = Recipient("person:chen", "chen", "")
SIGNED = SignedForms(
    person="ben", stage="before_opening", conflict="", confidentiality=True, signed_at=AMENDED
)

LEAST: dict[str, Callable[[], Occasion]] = {
    "preparation/committee_appointed": lambda: bare(
        least(), CHEN, PUBLISHED, Committee(voters=("chen",))
    ),
}

MOST: dict[str, Callable[[], Occasion]] = {
    "preparation/committee_appointed": lambda: full(most(), BEN, PUBLISHED, SIGNED),
}
