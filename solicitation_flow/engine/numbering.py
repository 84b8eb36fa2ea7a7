"""Gives a new case its number, and checks that its definitions may be used."""

import re
from collections.abc import Iterable
from datetime import datetime

from solicitation_flow.errors import Conflict, Flaw, InvalidFile, Suggestion, Usage
from solicitation_flow.forms import Form
from solicitation_flow.records.ledger import Header, Pin
from solicitation_flow.store import Store
from solicitation_flow.workdays import local
from solicitation_flow.workflow import Workflow

_COUNT = re.compile(r"\{count(?::(\d+))?\}$")


def belongs(workflow: Workflow, above: Header | None) -> None:
    """Refuse to open a case below none, or below one of another workflow than its own names."""
    if not workflow.parent:
        if above is None:
            return
        raise Usage(f"a {workflow.name} belongs to no other case", hint="leave the parent out")
    if above is not None and above.workflow in workflow.parent:
        return
    wanted = " or ".join(workflow.parent)
    says = f"a {workflow.name} belongs to a case of {wanted}"
    if above is not None:
        says += f", and {above.number} is of {above.workflow}"
    cases = Suggestion("list", options={"workflow": workflow.parent[0]})
    raise Usage(says, hint=f"name the {wanted}", next=cases)


def series(
    store: Store, workflow: Workflow, form: Form, now: datetime, zone: str, parent: str = ""
) -> str:
    """Return the number of a new case, such as RFP-2026-014 or P-maria."""
    fields = {"year": local(now, zone).year, "key": getattr(form, "key", ""), "parent": parent}
    counted = _COUNT.search(workflow.number)
    if counted:
        prefix = workflow.number[: counted.start()].format(**fields)
        width = counted[1] or ""
        return prefix + format(store.number(prefix), width)
    number = workflow.number.format(**fields)
    if store.load(number) is not None:
        raise Conflict(f"{number} is already in use", next=Suggestion("show", number))
    return number


_NEW_VERSION = {
    "workflow": "give the changed file a new version number",
    "profile": "jurisdictions/{name}.yaml, or a file it extends, was changed: give it a new"
    " edition",
    "program": "programs/{name}.yaml was changed: give it a new edition",
}
"""What to do about a definition that was changed under a version in use."""

_FILES = {
    "workflow": "workflows/{name}.v{version}.yaml",
    "profile": "workflows/jurisdictions/{name}.yaml",
    "program": "workflows/programs/{name}.yaml",
}
"""The file of a definition, in the folder an agency keeps its own in."""


def refuse_changed(store: Store, pins: Iterable[Pin]) -> None:
    """Refuse a definition that was changed under a version already used by a case."""
    for pin in pins:
        used = store.pinned(pin.kind, pin.name)
        if any(old.version == pin.version and old.sha256 != pin.sha256 for old in used):
            raise InvalidFile(
                [
                    Flaw(
                        _FILES[pin.kind].format(name=pin.name, version=pin.version),
                        1,
                        1,
                        f"version {pin.version} is in use with other content, so that no case can"
                        " be opened",
                        _NEW_VERSION[pin.kind].format(name=pin.name),
                    )
                ]
            )
