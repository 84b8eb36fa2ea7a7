"""L15: nothing that has not happened is recorded, in any form of the whole program."""

from datetime import UTC, date, datetime
from typing import Any, get_args

import pytest

from solicitation_flow import forms, rulebook
from solicitation_flow.engine.past_facts import still_to_come

NOW = datetime(2026, 1, 13, 15, tzinfo=UTC)
ZONE = "America/New_York"
AHEAD = {date: date(2026, 1, 14), datetime: datetime.fromisoformat("2026-01-14 09:00")}
TODAY = {date: date(2026, 1, 13), datetime: datetime.fromisoformat("2026-01-13 09:00")}

SET_FOR_LATER = {
    "advertised_due", "at", "conference_at", "cover_due", "due", "effective_on", "expires_on",
    "last_day", "latest_end", "proposals_due", "questions_due", "renew_by",
}  # fmt: skip
"""What may lie ahead: dates that somebody sets."""

GUARDED = {"period_begins", "period_ends"}
"""What is past, and held to it by a guard of its own: a period of sales is over."""


def _dated(annotation: Any) -> Any:
    """Return date or datetime where a field takes one, however it is wrapped."""
    if annotation is date or annotation is datetime:
        return annotation
    kinds = [_dated(argument) for argument in get_args(annotation)]
    return next((kind for kind in kinds if kind), None)


def _every_dated_field() -> list[tuple[type[forms.Form], str, str]]:
    fields = []
    for (module, command), form in sorted(rulebook._BOOK["form"].items()):
        for name, field in form.model_fields.items():
            if name not in forms.fills(form) and _dated(field.annotation):
                fields.append((form, f"{module} {command}", name))
    return fields


@pytest.mark.parametrize(
    ("form", "command", "field"),
    [pytest.param(*row, id=f"{row[1]} {row[2]}") for row in _every_dated_field()],
)
def test_l15_every_date_of_every_form_is_a_past_fact_or_set_for_later(
    form: type[forms.Form], command: str, field: str
) -> None:
    if field in SET_FOR_LATER | GUARDED:
        assert field not in forms.happened(form)
        return
    assert field in forms.happened(form), (
        f"{command} {field}: mark it `Annotated[..., Past()]` if it tells when something happened; "
        "if somebody sets it for later, add it to SET_FOR_LATER here"
    )
    kind = _dated(form.model_fields[field].annotation)
    ahead, today = AHEAD[kind], TODAY[kind]
    (refused,) = still_to_come({field: ahead}, NOW, ZONE)
    assert "is still to come: today is 2026-01-13" in refused.message
    assert not still_to_come({field: today}, NOW, ZONE)
