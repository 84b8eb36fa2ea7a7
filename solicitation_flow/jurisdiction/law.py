"""A jurisdiction and a program merged into what one case is held to, holidays included."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from solicitation_flow import workdays
from solicitation_flow.jurisdiction.rules import TRUST_IN_WORDS, Program, Rule


class Citation(NamedTuple):
    """Where a rule stands, in which edition it was taken, and how far that may be trusted."""

    cite: str | None
    edition: str
    trust: str

    @property
    def in_words(self) -> str:
        """The citation as a refusal or a letter prints it, its trust never left out."""
        trust = TRUST_IN_WORDS[self.trust]
        return f"{self.cite} (edition {self.edition}; {trust})" if self.cite else trust


@dataclass(frozen=True)
class Law:
    """The numbers of law a case is pinned to; a rule is always asked for by its name."""

    jurisdiction: str
    title: str
    edition: str
    calendar: workdays.Calendar
    rules: Mapping[str, Rule]
    program: Program
    _asked: dict[tuple[str, str], Rule] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def zone(self) -> str:
        """The zone in which days begin and end, and in which letters print times."""
        return self.calendar.zone

    def rule(self, name: str, method: str = "rfp") -> Rule:
        """A rule with all its figures and its edition; one that is not `known` if there is none."""
        rule = self._asked.get((name, method))
        if rule is None:
            rule = resolve(self.rules, name, method)
            if rule.edition is None:
                rule = rule.evolve(edition=self.edition)
            self._asked[name, method] = rule
        return rule

    def strength(self, rule: str | Rule, method: str = "rfp") -> str:
        """Whether an objection under a rule blocks, asks for a determination, or only warns."""
        return self._resolved(rule, method).strength

    def citation(self, rule: str | Rule, method: str = "rfp") -> Citation:
        """Where a rule stands, with the edition of the profile unless the rule has its own."""
        found = self._resolved(rule, method)
        return Citation(found.cite, found.edition or self.edition, found.trust)

    def window_end(self, rule: str | Rule, event: datetime, method: str = "rfp") -> datetime | None:
        """The instant a rule's window is over; None when its number is not known."""
        found = self._resolved(rule, method)
        if found.days is not None:
            return workdays.window_end(event, found.days, found.count, self.calendar)
        if found.hours is not None:
            return workdays.hours_end(event, found.hours, found.count, self.calendar)
        return None

    def instant(self, wall: datetime, zone: str | None = None) -> datetime:
        """The instant at which clocks show a time, in the agency's zone unless another is named."""
        return workdays.instant(wall, zone or self.zone)

    def spoken(self, moment: datetime) -> str:
        """An instant as a letter prints it, in the agency's zone."""
        return workdays.spoken(moment, self.zone)

    def body(self) -> dict[str, Any]:
        """Everything as plain JSON values, every holiday by its date: what a case is pinned to."""
        return {
            "jurisdiction": self.jurisdiction,
            "title": self.title,
            "edition": self.edition,
            "zone": self.zone,
            "first": self.calendar.first.isoformat(),
            "last": self.calendar.last.isoformat(),
            "closed": [day.isoformat() for day in sorted(self.calendar.closed)],
            "rules": {name: rule.body() for name, rule in sorted(self.rules.items())},
            "program": self.program.body(),
        }

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Law":
        """The law that a pinned body holds."""
        return cls(
            jurisdiction=body["jurisdiction"],
            title=body["title"],
            edition=body["edition"],
            calendar=workdays.Calendar(
                zone=body["zone"],
                closed=frozenset(date.fromisoformat(day) for day in body["closed"]),
                first=date.fromisoformat(body["first"]),
                last=date.fromisoformat(body["last"]),
            ),
            rules={name: Rule.model_validate(rule) for name, rule in body["rules"].items()},
            program=Program.model_validate(body["program"]),
        )

    @classmethod
    def from_text(cls, text: str) -> "Law":
        """The law that a pinned body holds, as stored."""
        return cls.from_body(json.loads(text))

    def _resolved(self, rule: str | Rule, method: str) -> Rule:
        return self.rule(rule, method) if isinstance(rule, str) else rule


def resolve(rules: Mapping[str, Rule], name: str, method: str) -> Rule:
    """Follow `as` and applies what is different for a method; files are proven free of circles."""
    if name not in rules:
        return Rule.unknown(name)
    written = rules[name]
    if written.as_ is not None:
        written = resolve(rules, written.as_, method).overlaid(written)
        written = written.evolve(methods=rules[name].methods)
    return written.for_method(method).called(name)
