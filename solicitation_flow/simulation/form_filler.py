"""Fill in a form as somebody would with its help at hand: what is known, else its example."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, Final, Literal, get_args, get_origin

from solicitation_flow import forms, workdays
from solicitation_flow.engine import Engine
from solicitation_flow.forms import Attachment, Envelope, Form
from solicitation_flow.rulebook import BLANK

AHEAD = (20, 45)
"""Days until a date somebody sets, where nothing says otherwise."""

HOUR = 14
REASON = "A reason that the file of this case states."
UNUSUAL: Final = 0.3
"""How often somebody bold chooses otherwise than the help's example does."""

FRIDAY: Final = 4
PRICES = (90, 130)
"""Thousands a firm asks; every sealed envelope holds a price that can be read once it is open."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A time some while before a deadline of the case, known only once that is set."""

    deadline: str
    by: timedelta


@dataclass(frozen=True, slots=True)
class Later:
    """A working day some days from now."""

    days: int


@dataclass(frozen=True, slots=True)
class FormFiller:
    """Somebody who fills in the forms of one case, with chances of their own.

    `plans` says that they set dates to come; others state when something was. `bold` says that
    they now and then choose otherwise than the help shows.
    """

    engine: Engine
    case: str
    chance: Random
    plans: bool
    bold: bool

    def fill(self, form: type[Form], known: Mapping[str, Any]) -> dict[str, Any]:
        """Return words for a form: those known, then for each required field its example."""
        words = {name: value for name, value in known.items() if value is not None}
        for field in forms.describe(form):
            name = field["name"]
            if name in words:
                words[name] = self._completed(form, field, words[name])
            elif field["required"] or self._volunteers(form, name):
                words[name] = self._example(form, field)
        return words

    def _completed(self, form: type[Form], field: Mapping[str, Any], value: Any) -> Any:
        """Return a field as given, with what a remedy left blank filled in."""
        if value == BLANK:
            return self._example(form, field)
        if isinstance(value, Mapping):
            return {key: REASON if word == BLANK else word for key, word in value.items()}
        return self._typed(form, field["name"], value)

    def _volunteers(self, form: type[Form], name: str) -> bool:
        """Return whether somebody states something nobody has to, as people do."""
        kind = forms.takes(form, name)
        stated = kind in {datetime, Envelope} or get_origin(kind) is Literal
        return self.bold and stated and self.chance.random() < UNUSUAL

    def _example(self, form: type[Form], field: Mapping[str, Any]) -> Any:
        name = field["name"]
        kind = forms.takes(form, name)
        if names := self._named(form, name):
            return self.chance.choice(names)
        if kind in {Envelope, Attachment}:
            return self._typed(form, name, f"@{name}.txt")
        if kind in {date, datetime}:
            return self._date(form, name)
        if get_origin(kind) is Literal and self.bold and self.chance.random() < UNUSUAL:
            return self.chance.choice(get_args(kind))
        if field["examples"]:
            return field["examples"][0]
        return field["default"]

    def _date(self, form: type[Form], name: str) -> str:
        """Return today where a day is asked for; else a time ahead, or one not long ago."""
        now = self.engine.environment.clock.now()
        if forms.takes(form, name) is date:
            return f"{workdays.local(now, self._zone()):%Y-%m-%d}"
        if self.plans and name not in forms.happened(form):
            return self._day(form, name, self.chance.randint(*AHEAD))
        seen = now - timedelta(hours=self.chance.randint(0, HOUR))
        return f"{workdays.local(seen, self._zone()):%Y-%m-%d %H:%M}"

    def _named(self, form: type[Form], name: str) -> list[str]:
        """Return what of this workflow a field may name: of a rule, one of its own."""
        definitions = forms.names(form).get(name)
        workflow = None
        if definitions:
            workflow = self.engine.view(self.case).loaded.lifecycle.workflow
        if workflow:
            return sorted(workflow.names.get(definitions or "", ()))
        return []

    def _day(self, form: type[Form], name: str, ahead: int) -> str:
        """Return a day ahead that is no Saturday and no Sunday, with an hour where one is due."""
        day = self.engine.environment.clock.now() + timedelta(days=ahead)
        while day.weekday() > FRIDAY:
            day += timedelta(days=1)
        hour = ""
        if forms.takes(form, name) is datetime:
            hour = f" {HOUR}:00"
        return f"{day:%Y-%m-%d}{hour}"

    def _zone(self) -> str:
        return self.engine.view(self.case).loaded.law.zone

    def _typed(self, form: type[Form], name: str, value: Any) -> Any:
        """Return a time as it is typed, and a file as the door would make it."""
        if isinstance(value, Ahead):
            due = self.engine.view(self.case).loaded.case.deadline(value.deadline)
            assert due is not None, f"{self.case} has no {value.deadline}"
            return f"{workdays.local(due.due_at - value.by, self._zone()):%Y-%m-%d %H:%M}"
        if isinstance(value, Later):
            return self._day(form, name, value.days)
        kind = forms.takes(form, name)
        if kind not in {Envelope, Attachment} or not isinstance(value, str):
            return value
        called = value.removeprefix("@")
        if kind is Attachment:
            return self.engine.attach(called, f"{called} (simulated)\n".encode())
        price = f"total: {self.chance.randint(*PRICES)}000.00\n".encode()
        return self.engine.enclose(called, price, case=self.case, part=name)
