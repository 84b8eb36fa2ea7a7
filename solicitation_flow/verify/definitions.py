"""Pinned definitions: there, unchanged, what their headers say, and none that nobody pinned."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from solicitation_flow.records import digest
from solicitation_flow.records.ledger import Header, Pin
from solicitation_flow.store import Store
from solicitation_flow.verify.findings import Report
from solicitation_flow.verify.journal import JournalRead
from solicitation_flow.workflow import Workflow

NAMES = {"workflow": "name", "profile": "jurisdiction", "program": "program"}
"""Where a definition's body says what it is called."""

EDITIONS = {"workflow": "version", "profile": "edition", "program": "edition"}
"""Where it says which edition it is; a profile's version goes on with its years and program."""


def check_pins(
    header: Header, used: Collection[tuple[str, str]], store: Store, report: Report
) -> None:
    """Check every definition a case was ever pinned to: `used` are those its journal names."""
    for kind, sha256 in dict.fromkeys([*used, *header.pins.items()]):
        with report.reading("pin", f"{header.number} {kind} {sha256[:12]}"):
            check_pin(kind, sha256, store.pin(sha256), report, header.number)
    for kind in sorted(NAMES.keys() - header.pins.keys()):
        report.find("pin", f"{header.number} {kind}", "the case is pinned to none")


def named_pins(journal: JournalRead, report: Report) -> list[tuple[str, str]]:
    """Return the kind and digest of every definition a journal names."""
    named: list[tuple[str, str]] = []
    for content in journal.contents:
        with report.reading("journal", f"{journal.number} entry {content.get('number')}"):
            named += content["header"].get("pins", {}).items()
    return named


def check_moves(
    header: Header, journal: JournalRead, store: Store, report: Report
) -> Workflow | None:
    """Check that every entry is a move of the pinned workflow, and return that workflow."""
    workflow: Workflow | None = None
    with report.reading("pin", f"{header.number} workflow"):
        pin = store.pin(header.pins["workflow"])
        if pin:
            workflow = Workflow.from_body(pin.body)
    if workflow is None:
        return None
    report.differ("header", header.number, "column workflow", header.workflow, workflow.name)
    report.differ("header", header.number, "column version", header.version, workflow.version)
    ways = set()
    for move in workflow.moves:
        ways.add((move.command, move.source, move.dest))
    for content in journal.contents:
        command, source, dest = content.get("command"), content.get("source"), content.get("dest")
        if (command, source, dest) not in ways:
            where = f"{header.number} entry {content.get('number')}"
            says = f"the pinned workflow has no {command} from {source!r} to {dest!r}"
            report.find("journal", where, says)
    return workflow


def check_pin(kind: str, sha256: str, pin: Pin | None, report: Report, case: str = "") -> None:
    """Check one definition against its digest and against what its own body says."""
    where = f"{case} {kind} {sha256[:12]}".strip()
    if pin is None:
        report.find("pin", where, "it is missing")
        return
    report.differ("pin", where, "the digest of its body", digest(pin.body), sha256)
    report.differ("pin", where, "column kind", pin.kind, kind)
    body = json.loads(pin.body)
    report.differ("pin", where, "column name", pin.name, body[NAMES[kind]])
    editions = _editions(kind, body)
    if pin.version not in editions:
        report.find("pin", where, f"column version is {pin.version!r}, but it is {editions[0]!r}")


def _editions(kind: str, body: Mapping[str, Any]) -> list[str]:
    """Return what a definition's version may be: a profile's names its program, years and zone.

    The zone only where it is not the jurisdiction's own, which the body does not tell.
    """
    edition = str(body[EDITIONS[kind]])
    if kind != "profile":
        return [edition]
    program, years = body["program"], [str(body[end])[:4] for end in ("first", "last")]
    merged = f"{edition} ({program['program']} {program['edition']}, {'-'.join(years)}"
    return [f"{merged})", f"{merged} {body['zone']})"]


def check_unpinned(used: Collection[str], store: Store, report: Report) -> None:
    """Report definitions nobody pinned: they would refuse the agency's own as changed."""
    known: set[tuple[str, str]] = set()
    for sha256 in sorted(used):
        with report.reading("pin", sha256[:12]):
            pin = store.pin(sha256)
            if pin:
                known.add((pin.kind, pin.name))
    for kind, name in sorted(known):
        for pin in store.pinned(kind, name):
            if pin.sha256 not in used:
                report.find("pin", f"{kind} {name} {pin.version}", "no case is pinned to it")
