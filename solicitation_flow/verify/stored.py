"""Verifies everything an engine has stored, or one case of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from solicitation_flow.engine import Engine
from solicitation_flow.errors import NotFound, Usage
from solicitation_flow.verify import verify
from solicitation_flow.verify.findings import Finding

_HEAD = re.compile(r"[0-9a-fA-F]{64}")


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifying found; `head` is where the journal of the one case stands."""

    number: str | None
    cases: int
    findings: Sequence[Finding]
    head: str | None


def verified(engine: Engine, number: str | None = None, head: str | None = None) -> Verified:
    """Verify everything stored, or one case; `head` is the hash of an entry, kept elsewhere."""
    if head is not None and not _HEAD.fullmatch(head.strip()):
        raise Usage(f"{head!r} is not a head", hint="a head is 64 hexadecimal digits")
    store, library = engine.environment.store, engine.environment.library
    try:
        findings = verify(store, library, number=number, head=head)
    except NotFound:
        number = engine.read.number(number or "")
        findings = verify(store, library, number=number, head=head)
    stands_at: str | None = None
    if number is not None and not findings:
        stands_at = store.journal(number)[-1].hash
    try:
        if number:
            cases = 1
        else:
            cases = len(store.find())
    except Exception:  # noqa: BLE001 - a list that cannot be read is among the findings
        cases = 0
    return Verified(number, cases, findings, stands_at)
