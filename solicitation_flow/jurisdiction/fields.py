"""The words and numbers a jurisdiction file may use, and how each is checked."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BeforeValidator, ConfigDict, Field

from solicitation_flow.values import Value

Procedure = Literal["rfp", "ifb", "two_step", "rfqual", "itn", "reverse_auction"]
Strength = Literal["block", "determination", "warn"]
Trust = Literal["read", "known", "practice", "design"]

PROCEDURES: Final[tuple[str, ...]] = get_args(Procedure)
TRUST_IN_WORDS: Final[Mapping[str, str]] = {
    "read": "text read",
    "known": "known, not re-read: verify before relying on it",
    "practice": "common practice, no source found",
    "design": "this program's own rule, not law",
}


def _edition(value: object) -> object:
    """Return an edition as text: a bare year in a file is read as a number."""
    return str(value) if type(value) is int else value


Edition = Annotated[str, BeforeValidator(_edition), Field(min_length=1)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
Text = Annotated[str, Field(min_length=1)]
Number = Annotated[int, Field(strict=True, ge=0, le=36_500)]
Dollars = Annotated[int, Field(strict=True, ge=0)]
Share = Annotated[Decimal, Field(ge=0, le=100)]
Hour = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Event = Literal[
    "event", "notice", "file_open", "posted", "received", "dated", "known", "debriefed", "award",
    "executed", "access", "due", "opening", "notice_filed", "decision", "receipt", "requested",
    "first_insertion", "last_insertion",
]  # fmt: skip
Standing = Literal["bidder", "offeror", "prospective_offeror", "interested_party", "any"]
Subject = Literal["goods", "services", "professional", "construction", "technology"]
Funding = Literal["federal", "state", "local"]
Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
Level = Literal["state", "county", "city", "school", "higher_education", "special_district"]


def _date_text(value: object) -> object:
    """Return a date as text; a bare date in a file may be read as one."""
    if isinstance(value, str):
        try:
            date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{value!r} is not a date such as 2026-07-01") from None
        return value
    raise ValueError("a date such as 2026-07-01 is expected")


DateText = Annotated[str, BeforeValidator(_date_text)]


class Data(Value):
    """A frozen part of a file; a key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_alias=True)

    def body(self) -> dict[str, Any]:
        """Return what was written, as plain JSON values: a new field changes no old digest."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)
