"""Which words a jurisdiction file may use for a rule: those that some guard or letter reads."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from solicitation_flow.errors import Flaw
from solicitation_flow.jurisdiction.rules import PROCEDURES
from solicitation_flow.yamlfile import Tree, did_you_mean

MODES: Final[Mapping[str, tuple[str, ...]]] = {
    "amended_offers": ("keep", "confirm", "void"),
    "closed_on_due_day": ("same_time_next_business_day",),
    "debrief": ("any_time",),
    "late_exception": ("agency_fault", "ours"),
    "outage": ("same_time_next_business_day",),
    "protest_content": ("basis_and_relief",),
    "protest_decision": ("deemed_denied",),
    "protest_finding": ("none", "rebuttal"),
    "protest_nonresponsibility": ("none", "rebuttal"),
    "protest_cancellation": ("none", "rebuttal"),
    "protest_terms": ("before_due", "none"),
    "renewal_notice": ("before_expiry",),
    "stay": ("automatic", "determination", "none"),
}
"""The modes of a rule that mean something."""

HOURS: Final = re.compile(r"([01][0-9]|2[0-4]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9]")
"""The mode of `staffed_hours`: from when to when somebody is there."""

IN_DAYS: Final = (
    "conference_gap",
    "cure_period",
    "minimum_notice",
    "price_notice",
    "question_cutoff",
    "term_ceiling",
)
"""Rules that are counted in whole days: hours would be read by nothing."""


def unread(tree: Tree, known: Iterable[str]) -> Iterator[Flaw]:
    """Yield each rule, mode and number of a file that nothing reads: most are misspelt."""
    names = frozenset(known)
    for name, rule in tree.value.get("rules", {}).items():
        path = ("rules", name)
        if name not in names:
            hint = did_you_mean(name, names) or "take it out, or add the guard that asks for it"
            yield tree.flaw(path, f"no guard or letter asks for a rule {name!r}", hint)
            continue
        if not isinstance(rule, Mapping):
            continue
        yield from _figures(tree, name, path, rule)
        for procedure in PROCEDURES:
            figures = rule.get(procedure)
            if isinstance(figures, Mapping):
                yield from _figures(tree, name, (*path, procedure), figures)


def _figures(
    tree: Tree, name: str, path: tuple[str, ...], figures: Mapping[str, Any]
) -> Iterator[Flaw]:
    mode = figures.get("mode")
    if mode is not None and name == "staffed_hours" and not HOURS.fullmatch(str(mode)):
        yield tree.flaw((*path, "mode"), f"{mode!r} is not a time span such as 10:00-16:00")
    known = MODES.get(name)
    if mode is not None and known is not None and mode not in known:
        hint = did_you_mean(str(mode), known) or f"it may be {' or '.join(known)}"
        yield tree.flaw((*path, "mode"), f"{name!r} has no mode {mode!r}", hint)
    if name in IN_DAYS and figures.get("hours") is not None:
        message = f"{name!r} is counted in days: a number of hours is read by nothing"
        yield tree.flaw((*path, "hours"), message, "give days")
