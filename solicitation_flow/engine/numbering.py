"""The number a new case gets, and whether its definitions may still be used."""

import re
from collections.abc import Iterable
from datetime import datetime

from solicitation_flow.errors import Conflict, Flaw, InvalidFile, Suggestion, Usage
from solicitation_flow.forms import Form
from solicitation_flow.records.ledger import Header, Pin
from solicitation_flow.store import Store
from solicitation_flow.workdays import local
from solicitation_flow.workflow import Workflow

_COUNT = re.compile(r"\{count(:\d+)?\}$")


def belongs(workflow: Workflow, above: Header | None) -> None:
    """Refuse to open a case that hangs on none of its kind, or on one of another kind."""
    wanted = " or ".join(workflow.parent)
    if above is None and not wanted:
        return
    if above is not None and above.workflow in workflow.parent:
        return
    if not wanted:
        says, hint = f"a {workflow.name} belongs to no other case", "leave the parent out"
    else:
        given = f", and {above.number} is of {above.workflow}" if above else ""
        says, hint = f"a {workflow.name} belongs to a case of {wanted}{given}", f"name the {wanted}"
    cases = Suggestion("list", options={"workflow": workflow.parent[0]}) if wanted else None
    raise Usage(says, hint=hint, next=cases)


def series(
    store: Store, workflow: Workflow, form: Form, now: datetime, zone: str, parent: str = ""
) -> str:
    """Return the number of a new case, such as RFP-2026-014 or P-maria."""
    words = {"year": local(now, zone).year, "key": getattr(form, "key", ""), "parent": parent}
    match = _COUNT.search(workflow.number)
    prefix = workflow.number[: match.start() if match else None].format(**words)
    if match:
        return prefix + f"{{:{(match[1] or ':').removeprefix(':')}}}".format(store.number(prefix))
    if store.load(prefix) is not None:
        raise Conflict(f"{prefix} is already in use", next=Suggestion("show", prefix))
    return prefix


def refuse_changed(store: Store, pins: Iterable[Pin]) -> None:
    """Refuse a definition that was changed under a version already used by a case."""
    for pin in pins:
        used = store.pinned(pin.kind, pin.name)
        if any(old.version == pin.version and old.sha256 != pin.sha256 for old in used):
            raise InvalidFile(
                [
                    Flaw(
                        f"{pin.kind} {pin.name}",
                        1,
                        1,
                        f"version {pin.version} is in use with other content",
                        "give the changed file a new version number or edition",
                    )
                ]
            )
