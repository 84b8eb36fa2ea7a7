"""Nothing is recorded ahead of its time: a vote, an advertisement, a briefing, a stamp."""

from collections.abc import Mapping
from datetime import date, datetime

from solicitation_flow import workdays
from solicitation_flow.errors import BadField, BadFields
from solicitation_flow.forms import Form, happened


def refuse_future(form: Form, command: str, now: datetime, zone: str) -> None:
    """Raise BadFields for each field that tells of something that is still to come."""
    fields = {name: getattr(form, name) for name in happened(type(form))}
    ahead = still_to_come(fields, now, zone)
    if ahead:
        raise BadFields(command, ahead)


def still_to_come(
    fields: Mapping[str, date | datetime | None], now: datetime, zone: str
) -> list[BadField]:
    """Return the past facts that cannot be facts, or not yet; hours of today are for the rules."""
    ahead: list[BadField] = []
    for name, when in fields.items():
        if isinstance(when, datetime):
            try:
                workdays.instant(when, zone)
            except ValueError as error:  # the clocks went forward over it, or show it twice
                ahead.append(BadField(name, str(error)))
                continue
        if when is not None and _is_ahead(when, now, zone):
            today = workdays.local(now, zone).date()
            says = f"{_said(when)} is still to come: today is {today}"
            hint = "enter what happened once it has happened; leave the field out if it has not"
            ahead.append(BadField(name, says, hint))
    return ahead


def _is_ahead(when: date | datetime, now: datetime, zone: str) -> bool:
    """Return whether a local day or time is of a day to come."""
    today = workdays.local(now, zone).date()
    if isinstance(when, datetime):
        return when.date() > today
    return when > today


def _said(when: date | datetime) -> str:
    """Return a local day or time as it was typed."""
    if isinstance(when, datetime):
        return f"{when:%Y-%m-%d %H:%M}"
    return when.isoformat()
