"""Reads and checks jurisdiction and program files, and merges the two for a case."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Final, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError

from solicitation_flow.errors import Flaw, InvalidFile, Usage
from solicitation_flow.jurisdiction.fields import Data, Edition, Level, Name, Text, Weekday
from solicitation_flow.jurisdiction.inheritance import (
    NO_PARENTS,
    Parents,
    chain,
    merged,
)
from solicitation_flow.jurisdiction.keys import allowed
from solicitation_flow.jurisdiction.law import Jurisdiction, resolve
from solicitation_flow.jurisdiction.overlays import Dated, Overlay
from solicitation_flow.jurisdiction.rules import Fee, Figures, Paper, Program, Rule
from solicitation_flow.workdays import Calendar, holiday_dates, zone_named
from solicitation_flow.workdays.recurring import Years, recurring, weekdays
from solicitation_flow.yamlfile import Known, Tree, did_you_mean, flaws, read

PROOF_YEAR: Final = 2026  # any year will do: it only shows that the list of holidays exists


def _day(value: object) -> object:
    """Return a date from its text; pydantic would also take a number of seconds for one."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{value!r} is not a date such as 2026-12-24") from None
    raise ValueError("a date such as 2026-12-24 is expected")


def _day_or_name(value: object) -> object:
    return _day(value) if isinstance(value, str) and value[:1].isdigit() else value


Day = Annotated[date, BeforeValidator(_day)]
DayOrName = Annotated[date | str, BeforeValidator(_day_or_name)]


def _recurs(text: str) -> str:
    recurring(text, PROOF_YEAR)
    return text


class Recurring(Data):
    """A closed day that comes by a rule, such as the first Tuesday after the first Monday."""

    name: Text
    when: Annotated[Text, AfterValidator(_recurs)]
    years: Years = "all"


class Holidays(Data):
    """Which list of holidays an agency keeps, and where it departs from it."""

    country: Annotated[str, Field(pattern="^[A-Z]{2}$")]
    subdivision: Text | None = None
    also: tuple[Day, ...] = ()
    drop: tuple[DayOrName, ...] = ()
    rules: tuple[Recurring, ...] = ()
    weekly: tuple[Weekday, ...] = ()

    def dates(self, first_year: int, last_year: int, own: Iterable[date] = ()) -> tuple[date, ...]:
        """Return every closed day of whole years; `own` adds the agency's closures."""
        also = [*self.also, *own]
        for year in range(first_year, last_year + 1):
            for rule in self.rules:
                also += recurring(rule.when, year, rule.years)
            also += weekdays(self.weekly, year)
        return holiday_dates(
            self.country, self.subdivision, first_year, last_year, also=also, drop=self.drop
        )


class Profile(Dated):
    """A jurisdiction file: its rules, its holidays, its zone (none where the agency names it)."""

    jurisdiction: Name
    extends: Name | None = None
    overlays: tuple[Name, ...] = ()
    level: Level | None = None
    title: Text
    zone: Text | None
    holidays: Holidays
    edition: Edition
    note: Text | None = None
    rules: Mapping[Name, Rule]


_PROGRAM_KEYS: Final = {
    "": tuple(Program.model_fields),
    "packet.*": tuple(field.alias or name for name, field in Paper.model_fields.items()),
    "fee": tuple(Fee.model_fields),
}
Read = TypeVar("Read", bound=Data)


def read_profile(text: str, file: str, parents: Parents = NO_PARENTS) -> Profile:
    """Return the profile a jurisdiction file makes over the files it extends.

    Raise InvalidFile with every flaw of it, each with its place.
    """
    return check_profile(merged(chain(read(text, file), parents)))


def check_profile(tree: Tree) -> Profile:
    """Return the profile of a jurisdiction file whose parents are merged into it."""
    profile = _checked(Profile, tree, allowed(Profile, Holidays, Recurring))
    problems = [*_calendar_flaws(profile, tree), *rule_flaws(profile.rules, tree)]
    if problems:
        raise InvalidFile(problems)
    return profile


class _Rules(Data):
    rules: Mapping[Name, Rule]


def read_rules(tree: Tree) -> Mapping[str, Rule]:
    """Return the rules of merged files, also of files that no case can be held to alone."""
    alone = Tree({"rules": tree.value.get("rules", {})}, tree.file, tree.root)
    return _checked(_Rules, alone, allowed(_Rules)).rules


def check_overlay(tree: Tree) -> Overlay:
    """Return the overlay a file holds; raise InvalidFile with every flaw of it."""
    overlay = _checked(Overlay, tree, allowed(Overlay))
    problems = list(rule_flaws(overlay.rules, tree))
    if problems:
        raise InvalidFile(problems)
    return overlay


def read_program(text: str, file: str) -> Program:
    """Read a program file; all its flaws are reported at once, each with its place."""
    tree = read(text, file)
    program = _checked(Program, tree, _PROGRAM_KEYS)
    problems: list[Flaw] = []
    for index, paper in enumerate(program.packet):
        wrong = _source_flaw(paper.cite, paper.trust)
        if wrong:
            problems.append(tree.flaw(["packet", index], *wrong))
    if problems:
        raise InvalidFile(problems)
    return program


def merge(
    profile: Profile,
    program: Program,
    *,
    first_year: int,
    last_year: int,
    zone: str | None = None,
    closures: Iterable[date] = (),
    overlays: Iterable[Overlay] = (),
) -> Jurisdiction:
    """Return what an agency's cases are pinned to: all files, and every holiday to the horizon.

    `zone` is the agency's own, for a profile that names none or covers several; `closures` are
    days on which this agency alone is closed.
    """
    chosen = zone or profile.zone
    if chosen is None:
        raise Usage(
            f"the jurisdiction {profile.jurisdiction!r} names no time zone",
            hint="set the agency's zone, such as America/New_York",
        )
    try:
        zone_named(chosen)
        closed = profile.holidays.dates(first_year, last_year, closures)
    except ValueError as error:
        raise Usage(f"{profile.jurisdiction}: {error}") from None
    return Jurisdiction(
        name=profile.jurisdiction,
        title=profile.title,
        edition=profile.edition,
        calendar=Calendar(
            chosen, frozenset(closed), date(first_year, 1, 1), date(last_year, 12, 31)
        ),
        rules=profile.rules,
        program=program,
        level=profile.level or "",
        overlays=tuple(overlays),
    )


def _checked(model: type[Read], tree: Tree, keys: Known) -> Read:
    try:
        return model.model_validate(tree.value)
    except ValidationError as error:
        raise InvalidFile(flaws(error.errors(), tree, keys)) from None


def _calendar_flaws(profile: Profile, tree: Tree) -> Iterator[Flaw]:
    if profile.zone is not None:
        try:
            zone_named(profile.zone)
        except ValueError as error:
            yield tree.flaw(["zone"], str(error))
    days = (*profile.holidays.also, *profile.holidays.drop)
    years = [day.year for day in days if isinstance(day, date)] or [PROOF_YEAR]
    try:
        profile.holidays.dates(min(years), max(years))
    except ValueError as error:
        yield tree.flaw(["holidays"], str(error))


def rule_flaws(rules: Mapping[str, Rule], tree: Tree) -> Iterator[Flaw]:
    """Yield what does not fit within the rules of a file: sources, strengths, circles."""
    for name, rule in rules.items():
        dead_end = _dead_end(rules, name)
        if dead_end:
            yield tree.flaw(["rules", name, "as"], *dead_end)
            continue
        for path, figures in _stated(rules, name, rule):
            if wrong := _source_flaw(figures.cite, figures.trust):
                yield tree.flaw(path, *wrong)
            if figures.number_unknown and figures.strength == "block" and not figures.note:
                hint = "add a note that it is not known, or ask for a determination"
                yield tree.flaw(path, "a number that is not known would block for ever", hint)


def _stated(
    rules: Mapping[str, Rule], name: str, rule: Rule
) -> Iterator[tuple[list[str | int], Figures]]:
    """Yield a rule as it stands: in general, for each procedure, and for each kind of case."""
    for procedure in (None, *rule.methods):
        path: list[str | int] = ["rules", name]
        if procedure is not None:
            path.append(procedure)
        yield path, resolve(rules, name, procedure)
    general = resolve(rules, name, None)
    for index, variant in enumerate(rule.variants):
        yield ["rules", name, "variants", index], general.overlaid(variant)


def _source_flaw(cite: str | None, trust: str) -> tuple[str, str] | None:
    """Return what does not fit between a citation and its trust, with a hint; None if it fits."""
    if cite is None and trust in {"read", "known"}:
        return f"trust {trust!r} needs a citation", "give its cite, or say practice or design"
    if cite is not None and trust in {"practice", "design"}:
        return f"a rule that has a citation is not merely {trust!r}", "say read or known"
    return None


def _dead_end(rules: Mapping[str, Rule], name: str) -> tuple[str, str | None] | None:
    """Return why following `as` from a rule leads to no rule, with a hint; None if it leads."""
    seen = [name]
    while (after := rules[seen[-1]].as_) is not None:
        if after not in rules:
            return f"there is no rule {after!r}", did_you_mean(after, rules)
        if after in seen:
            return f"the rules go round in a circle: {' -> '.join([*seen, after])}", None
        seen.append(after)
    return None
