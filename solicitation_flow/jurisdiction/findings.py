"""What a lawyer should look at in a file that has no flaw: numbers unknown, unsourced, not read."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from solicitation_flow.jurisdiction.figures import Figures
from solicitation_flow.jurisdiction.overlays import Dated, Overlay
from solicitation_flow.jurisdiction.rules import Rule
from solicitation_flow.jurisdiction.strictness import direction, size
from solicitation_flow.jurisdiction.wording import in_words

NUMBERS: Final = frozenset(
    {"hours", "days", "weeks", "months", "years", "number", "amount", "percent", "at_least"}
)


class Finding(NamedTuple):
    """Something to look at in a rule, and where it stands."""

    kind: str
    rule: str
    says: str
    path: tuple[str | int, ...]


class Stated(NamedTuple):
    """What a rule states for one kind of case: in general, for a procedure, or for a variant."""

    rule: str
    of: str
    figures: Figures
    path: tuple[str | int, ...]


def stated(rules: Mapping[str, Rule]) -> Iterator[Stated]:
    """Yield what each rule states, in general and then for each kind of case."""
    for name, rule in sorted(rules.items()):
        yield Stated(name, "", rule, ("rules", name))
        for procedure, figures in rule.methods.items():
            yield Stated(name, procedure, figures, ("rules", name, procedure))
        for index, variant in enumerate(rule.variants):
            path = ("rules", name, "variants", index)
            yield Stated(name, variant.when.in_words, variant, path)


def findings(
    rules: Mapping[str, Rule],
    file: Dated,
    overlays: Sequence[Overlay],
    read: Collection[str],
    today: date,
) -> list[Finding]:
    """Return all there is to look at in a file; `read` are rules whose figures something reads."""
    noted: list[Finding] = list(_dated("", file, (), today))
    for place in stated(rules):
        noted += _of_figures(place, rules[place.rule], read, today)
    for overlay in overlays:
        for name in sorted(overlay.rules.keys() & rules.keys()):
            own, over = rules[name], overlay.rules[name]
            if size(own) is not None and size(over) is not None and direction(name) is None:
                says = f"which of its numbers is the stricter is not known: {overlay.title}'s holds"
                noted.append(Finding("undirected", name, says, ("rules", name)))
    return noted


def _of_figures(place: Stated, rule: Rule, read: Collection[str], today: date) -> Iterator[Finding]:
    name, figures, path = place.rule, place.figures, place.path
    of = ""
    if place.of:
        of = f" ({place.of})"
    if figures.unknown:
        says = f"a figure is not known{of}: a determination is asked for"
        yield Finding("unknown", name, says, path)
    numbers = [key for key in NUMBERS & figures.model_fields_set if getattr(figures, key)]
    source = figures.cite or rule.cite
    trust = rule.trust
    if "trust" in figures.model_fields_set:
        trust = figures.trust
    if numbers and source is None and trust != "design":
        yield Finding("unsourced", name, f"{in_words(figures)}{of}: no source is given", path)
    if figures.twin:
        says = f"{figures.cite or source}{of} binds another body: it only warns here"
        yield Finding("twin", name, says, path)
    if numbers and name not in read:
        yield Finding("unread", name, f"no guard or letter reads its number{of}", path)
    if trust == "read" and figures.cite is not None and not (figures.read_on or rule.read_on):
        yield Finding("undated", name, f"{figures.cite}{of} was read, but not when", path)
    yield from _dated(name, figures, path, today)


def _dated(
    name: str, dates: Dated | Figures, path: tuple[str | int, ...], today: date
) -> Iterator[Finding]:
    if dates.effective is not None and today.isoformat() < dates.effective:
        yield Finding("not yet", name, f"it holds from {dates.effective}", path)
    if dates.sunset is not None and today.isoformat() > dates.sunset:
        yield Finding("over", name, f"it held until {dates.sunset}", path)


class Difference(NamedTuple):
    """A rule that two jurisdictions state differently, each in words; empty where it has none."""

    rule: str
    of: str
    before: str
    after: str


def differences(before: Mapping[str, Rule], after: Mapping[str, Rule]) -> list[Difference]:
    """Return what two sets of rules state differently, with how binding and where it is written."""
    old, new = _lines(before), _lines(after)
    differing: list[Difference] = []
    for key in sorted(old.keys() | new.keys()):
        if old.get(key) != new.get(key):
            rule, of = key
            differing.append(Difference(rule, of, old.get(key, ""), new.get(key, "")))
    return differing


def _lines(rules: Mapping[str, Rule]) -> dict[tuple[str, str], str]:
    lines: dict[tuple[str, str], str] = {}
    for place in stated(rules):
        lines[place.rule, place.of] = line(place.figures, whole=not place.of)
    return lines


def line(figures: Figures, *, whole: bool) -> str:
    """Return what figures say, how binding they are, and where it is written, in one line."""
    parts: list[str] = []
    taken = getattr(figures, "as_", None)
    if taken is not None:
        parts.append(f"as {taken}")
    words = in_words(figures)
    if words:
        parts.append(words)
    if whole or "strength" in figures.model_fields_set:
        parts.append(figures.strength)
    if figures.cite is not None:
        parts.append(figures.cite)
    if whole and taken is None:
        parts.append(figures.trust)
    return "; ".join(parts)


def judged(rule: Rule) -> dict[str, Any]:
    """Return what of a rule can change a judgment: all but its source and its note."""
    body = rule.body()
    for key in ("cite", "edition", "trust", "read_on", "sources", "note", "effective", "sunset"):
        body.pop(key, None)
    body.setdefault("strength", rule.strength)
    return body
