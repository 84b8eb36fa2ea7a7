"""The rules a case is pinned to, and those rules bound to the procedure the case is judged by."""

import json
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final, NamedTuple, get_args

from solicitation_flow import workdays
from solicitation_flow.jurisdiction.conditions import Circumstances, Condition
from solicitation_flow.jurisdiction.fields import TRUST_IN_WORDS, Weekday
from solicitation_flow.jurisdiction.overlays import Overlay
from solicitation_flow.jurisdiction.rules import Program, Rule
from solicitation_flow.jurisdiction.strictness import stricter

ORDINARY: Final = Circumstances()
"""A case of which nothing is known that a figure may depend on."""

_WEEKDAYS: Final = get_args(Weekday)

MOST_LAWS: Final = 1_024
"""The most kinds of case whose law is kept; beyond it, all are worked out anew."""


class Citation(NamedTuple):
    """Where a rule is written, in which edition it was taken, and how far that may be trusted."""

    cite: str | None
    edition: str
    trust: str

    @property
    def in_words(self) -> str:
        """The citation as a refusal or a letter prints it, its trust never left out."""
        trust = TRUST_IN_WORDS[self.trust]
        if self.cite is None:
            return trust
        return f"{self.cite} (edition {self.edition}; {trust})"


@dataclass(frozen=True)
class Jurisdiction:
    """A jurisdiction and a program merged, with every holiday: what a case is pinned to.

    It has no figures yet: a rule may differ by procedure, so figures are those of a `Law`.
    """

    name: str
    title: str
    edition: str
    calendar: workdays.Calendar
    rules: Mapping[str, Rule]
    program: Program
    level: str = ""
    overlays: tuple[Overlay, ...] = ()
    _figures: "dict[Hashable, dict[str, Rule]]" = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _laws: "dict[Hashable, Law]" = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def zone(self) -> str:
        """The zone in which days begin and end, and in which letters print times."""
        return self.calendar.zone

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """What figures here depend on besides the procedure."""
        files = [self.rules]
        conditions: list[Condition] = []
        for overlay in self.overlays:
            conditions.append(overlay.applies)
            files.append(overlay.rules)
        for rules in files:
            for rule in rules.values():
                for variant in rule.variants:
                    conditions.append(variant.when)
        return tuple(conditions)

    def law_for(self, procedure: str | None, circumstances: Circumstances = ORDINARY) -> "Law":
        """Return the law of one procedure under some circumstances, always the same one.

        Without a procedure it is the law of a case that has none, such as one of a register.
        """
        key = (procedure, circumstances)
        law = self._laws.get(key)
        if law is None:
            if len(self._laws) >= MOST_LAWS:
                self._laws.clear()
            known = circumstances._replace(procedure=procedure or "", level=self.level)
            kind = tuple([condition.fits(known) for condition in self.conditions])
            # cases of one kind share the rules that were resolved for one of them
            figures = self._figures.setdefault((procedure, kind), {})
            law = Law(self, procedure, known, figures)
            law = self._laws.setdefault(key, law)  # two threads may ask
        return law

    def body(self) -> dict[str, Any]:
        """Return everything as plain JSON values, every holiday by its date."""
        body: dict[str, Any] = {
            "jurisdiction": self.name,
            "title": self.title,
            "edition": self.edition,
            "zone": self.zone,
            "first": self.calendar.first.isoformat(),
            "last": self.calendar.last.isoformat(),
            "closed": [day.isoformat() for day in sorted(self.calendar.closed)],
            "rules": {name: rule.body() for name, rule in sorted(self.rules.items())},
            "program": self.program.body(),
        }
        if self.level:
            body["level"] = self.level
        if self.overlays:
            body["overlays"] = [overlay.body() for overlay in self.overlays]
        return body

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Jurisdiction":
        """Return the jurisdiction that a pinned body holds."""
        return cls(
            name=body["jurisdiction"],
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
            level=body.get("level", ""),
            overlays=tuple(
                [Overlay.model_validate(overlay) for overlay in body.get("overlays", ())]
            ),
        )

    @classmethod
    def from_text(cls, text: str) -> "Jurisdiction":
        """Return the jurisdiction that a pinned body holds, as stored."""
        return cls.from_body(json.loads(text))


@dataclass(frozen=True)
class Law:
    """The rules of a jurisdiction as they stand for one procedure; a rule is known by its name.

    Nothing here takes a procedure: a guard cannot read another procedure's figures.
    """

    jurisdiction: Jurisdiction
    procedure: str | None
    circumstances: Circumstances = ORDINARY
    _resolved: dict[str, Rule] = field(default_factory=dict, repr=False, compare=False)

    @property
    def title(self) -> str:
        """Whose rules these are, as papers print it."""
        return self.jurisdiction.title

    @property
    def edition(self) -> str:
        """The edition of the rules."""
        return self.jurisdiction.edition

    @cached_property
    def calendar(self) -> workdays.Calendar:
        """The days on which the agency is open: those learnt while the case was open count too."""
        calendar = self.jurisdiction.calendar
        if not self.circumstances.closed:
            return calendar
        return replace(calendar, closed=calendar.closed | self.circumstances.closed)

    @property
    def program(self) -> Program:
        """The cooperative program, with its papers and its fee."""
        return self.jurisdiction.program

    @property
    def zone(self) -> str:
        """The zone in which days begin and end, and in which letters print times."""
        return self.jurisdiction.calendar.zone

    def rule(self, name: str) -> Rule:
        """Return a rule with all its figures and its edition; not `known` where there is none."""
        rule = self._resolved.get(name)
        if rule is None:
            rule = resolve(self.jurisdiction.rules, name, self.procedure, self.circumstances)
            if rule.edition is None:
                rule = rule.evolve(edition=self.edition)
            for overlay in self.overlays:
                if name in overlay.rules:
                    rule = stricter(rule, self._laid(overlay, name), overlay.title)
            self._resolved[name] = rule
        return rule

    @cached_property
    def overlays(self) -> tuple[Overlay, ...]:
        """The files of rules that apply here besides the jurisdiction's own."""
        applying: list[Overlay] = []
        for overlay in self.jurisdiction.overlays:
            if overlay.applies.fits(self.circumstances):
                applying.append(overlay)
        return tuple(applying)

    def _laid(self, overlay: Overlay, name: str) -> Rule:
        rule = resolve(overlay.rules, name, self.procedure, self.circumstances)
        if rule.edition is None:
            rule = rule.evolve(edition=overlay.edition)
        return rule

    def strength(self, rule: str | Rule) -> str:
        """Return whether an objection under a rule blocks, asks for a determination, or warns."""
        return self._named(rule).strength

    def citation(self, rule: str | Rule) -> Citation:
        """Return where a rule is written; the edition is the profile's unless it has its own."""
        rule = self._named(rule)
        return Citation(rule.cite, rule.edition or self.edition, rule.trust)

    def window_end(self, rule: str | Rule, event: datetime) -> datetime | None:
        """Return the instant a rule's window is over; None when its number is not known."""
        length = self._named(rule).length
        if length is None:
            return None
        return workdays.length_end(event, length, self.calendar)

    def window(self, rule: str | Rule, events: Mapping[str, datetime]) -> workdays.WindowEnd | None:
        """Return when a rule's window is over, by what has happened.

        None where nothing has happened that it runs from, or where no number of it is known.
        """
        window = self._named(rule).window
        if window is None:
            return None
        return workdays.window_over(window, events, self.calendar)

    def time_enough(self, rule: str | Rule, first: datetime, due: datetime) -> bool | None:
        """Return whether a rule's length lies between two instants; None: it is not known."""
        length = self._named(rule).length
        if length is None:
            return None
        return workdays.time_enough(first, due, length, self.calendar)

    def latest_start(self, rule: str | Rule, due: datetime) -> datetime | None:
        """Return the end of the last moment that leaves a rule's length; None: it is not known."""
        length = self._named(rule).length
        if length is None:
            return None
        return workdays.latest_before(due, length, self.calendar)

    def due_day_objections(self, day: date) -> tuple[str, ...]:
        """Return why nothing may be due on a day, in words; empty where something may."""
        rule = self.rule("forbidden_due_days")
        reasons: list[str] = []
        weekday = _WEEKDAYS[day.weekday()]
        if weekday in rule.weekdays:
            reasons.append(f"it is a {weekday}")
        closed = self.calendar.closed
        if rule.after_holiday and day - workdays.DAY in closed:
            reasons.append("it is the day after a holiday")
        if rule.before_holiday and day + workdays.DAY in closed:
            reasons.append("it is the day before a holiday")
        if day.isoformat() in rule.dates:
            reasons.append("the jurisdiction names it as a day on which nothing may be due")
        return tuple(reasons)

    def instant(self, wall: datetime, zone: str | None = None) -> datetime:
        """Return the instant at which clocks show a time, in the agency's zone or another."""
        return workdays.instant(wall, zone or self.zone)

    def spoken(self, moment: datetime) -> str:
        """Return an instant as a letter prints it, in the agency's zone."""
        return workdays.spoken(moment, self.zone)

    def _named(self, rule: str | Rule) -> Rule:
        if isinstance(rule, str):
            return self.rule(rule)
        return rule


def resolve(
    rules: Mapping[str, Rule],
    name: str,
    procedure: str | None,
    circumstances: Circumstances = ORDINARY,
) -> Rule:
    """Return a rule for a procedure and a kind of case; files are proven free of circles."""
    if name not in rules:
        return Rule.absent(name)
    written = rules[name]
    if written.as_ is not None:
        written = resolve(rules, written.as_, procedure, circumstances).overlaid(written)
        written = written.evolve(methods=rules[name].methods, variants=rules[name].variants)
    return written.for_procedure(procedure).for_case(circumstances).called(name)
