"""What checking a jurisdiction file found, and how two of them differ, for a reader."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from solicitation_flow.errors import Flaw
from solicitation_flow.jurisdiction.findings import Difference, Finding
from solicitation_flow.workspace.judgments import Otherwise

Document = dict[str, Any]

TITLES: Mapping[str, str] = {
    "over": "No longer in force",
    "not yet": "Not yet in force",
    "unknown": "Not known, so that a determination is asked for",
    "unsourced": "Numbers without a source",
    "twin": "Rules of other bodies, which only warn",
    "unread": "Numbers that no guard or letter reads",
    "undirected": "Numbers of which it is not known whether more or less is stricter",
    "undated": "Texts read, but not said when",
}
"""What there is to look at besides flaws, in the order it is shown."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was checked: how many rules it has, its flaws, and what to look at in it."""

    path: Path
    name: str | None
    rules: int
    flaws: Sequence[Flaw]
    findings: Sequence[tuple[Finding, Flaw]]


def document(results: Sequence[Checked]) -> Document:
    """Return what checking files found, for a program."""
    documents: list[Document] = []
    for result in results:
        noted: list[Document] = []
        for finding, place in result.findings:
            at = {"file": place.file, "line": place.line, "column": place.column}
            noted.append({"kind": finding.kind, "rule": finding.rule, "says": finding.says, **at})
        documents.append(
            {
                "file": str(result.path),
                "jurisdiction": result.name,
                "sound": not result.flaws,
                "flaws": [dataclasses.asdict(flaw) for flaw in result.flaws],
                "findings": noted,
            }
        )
    return {"files": documents}


def lines(results: Sequence[Checked]) -> Iterator[str]:
    """Yield what checking files found: every flaw in the form editors jump to."""
    for result in results:
        if result.flaws:
            for flaw in result.flaws:
                yield str(flaw)
            continue
        for kind, title in TITLES.items():
            places = [place for finding, place in result.findings if finding.kind == kind]
            if not places:
                continue
            yield f"{title}:"
            for place in places:
                yield f"  {Path(place.file).name}:{place.line}: {place.message}"
        yield f"{result.path}: sound ({result.rules} rules)"


def differing(
    names: tuple[str, str], rules: Sequence[Difference], cases: Sequence[Otherwise] | None
) -> Document:
    """Return how two jurisdictions differ, and which open cases it touches, for a program."""
    touched: list[Document] | None = None
    if cases is not None:
        touched = [dataclasses.asdict(case) for case in cases]
    return {
        "before": names[0],
        "after": names[1],
        "rules": [difference._asdict() for difference in rules],
        "cases": touched,
    }


def differing_lines(
    names: tuple[str, str], rules: Sequence[Difference], cases: Sequence[Otherwise] | None
) -> Iterator[str]:
    """Yield each rule that differs, first as it was and then as it is; then the cases."""
    before, after = names
    if not rules:
        yield f"{before} and {after} state the same rules."
    for difference in rules:
        of = ""
        if difference.of:
            of = f" ({difference.of})"
        yield f"{difference.rule}{of}"
        yield f"  - {difference.before or 'nothing is stated'}"
        yield f"  + {difference.after or 'nothing is stated'}"
    if cases is None:
        return
    yield ""
    if not cases:
        yield f"No open case held to {before} would be judged otherwise."
        return
    yield f"Open cases held to {before} that would be judged otherwise:"
    for case in cases:
        reasons = list(case.rules)
        if case.days:
            reasons.append(f"{case.days} days open under one and closed under the other")
        yield f"  {case.number} (edition {case.edition}): {', '.join(reasons)}"
