"""Examines a workspace, one check at a time: each says what it saw."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.util import find_spec
from zoneinfo import available_timezones

from solicitation_flow.engine import Engine
from solicitation_flow.engine.numbering import refuse_changed
from solicitation_flow.errors import SolflowError, Suggestion
from solicitation_flow.notices.mail import usable
from solicitation_flow.store import opening
from solicitation_flow.verify.findings import Check
from solicitation_flow.workdays import instant, spoken
from solicitation_flow.workspace import Workspace, create, workflow_files
from solicitation_flow.workspace.settings import FILE

SHOWN = 3


def examine(workspace: Workspace, engine: Callable[[], Engine]) -> list[Check]:
    """Return every check; what cannot be looked at because of another is left out.

    `engine` opens the workspace's database, which may be what is wrong.
    """
    checks = _caught("settings", lambda: _settings(workspace))
    checks += _caught("mail", lambda: _mail(workspace))
    checks += _caught("zone data", lambda: _zones(workspace))
    checks += _caught("folders", lambda: _folders(workspace))
    checks += _caught("database", lambda: _database(workspace))
    if checks[-1].ok:
        checks += _caught("clock", lambda: _clock(engine(), workspace.zone))
        checks += _caught("due", lambda: _due(engine()))
        checks += _caught("letters", lambda: _letters(engine()))
        checks += _caught("definitions", lambda: _definitions(workspace, engine()))
    checks += _caught("workflows", lambda: _workflows(workspace))
    return checks


def _caught(name: str, look: Callable[[], Iterator[Check]]) -> list[Check]:
    """Return what a check saw; one that fails is itself what it saw."""
    try:
        return list(look())
    except SolflowError as error:
        if error.next:
            advice = ""
        else:
            advice = error.hint or ""
        return [Check(name, ok=False, says=error.message, advice=advice, next=error.next)]
    except ValueError as error:
        first = str(error).partition("\n")[0]
        says = f"cannot be read: {first}"
        return [Check(name, ok=False, says=says, next=Suggestion("verify"))]


def _settings(workspace: Workspace) -> Iterator[Check]:
    if str(workspace.settings["agency"].value).strip():
        kind = "office"
        if workspace.training:
            kind = "training"
        yield Check("settings", ok=True, says=f"{workspace.root}, {kind}")
    else:
        says = "no agency is named: letters cannot be written"
        yield Check("settings", ok=False, says=says, advice=f'write agency = "..." in {FILE}')


def _mail(workspace: Workspace) -> Iterator[Check]:
    address = str(workspace.settings["mail.address"].value)
    if address and not usable(address):
        says = f"mail.address = {address!r} is not an address that mail can be sent from"
        yield Check("mail", ok=False, says=says, advice=f"write one plain address in {FILE}")
    elif address:
        yield Check("mail", ok=True, says=f"letters come from {address}")
    else:
        says = "letters come from no address: nobody can answer them by mail"
        advice = f'write address = "..." under [mail] in {FILE}'
        yield Check("mail", ok=True, says=says, advice=advice)


def _zones(workspace: Workspace) -> Iterator[Check]:
    package = "the system's"
    if find_spec("tzdata"):
        package = "tzdata"
    instant(datetime(2026, 1, 1, 12), workspace.zone)  # noqa: DTZ001 - local time is what is read
    says = f"{workspace.zone}; {len(available_timezones())} zones, from {package}"
    yield Check("zone data", ok=True, says=says)


def _folders(workspace: Workspace) -> Iterator[Check]:
    root = workspace.root
    for folder in (root, root / "documents", root / "outbox"):
        name = f"folder {folder.name}"
        if not folder.exists():
            yield Check(name, ok=True, says="comes with its first file")
        elif os.access(folder, os.W_OK | os.X_OK):
            yield Check(name, ok=True, says="may be written")
        else:
            advice = f"give yourself the right to write to {folder}"
            yield Check(name, ok=False, says=f"{folder} may not be written", advice=advice)


def _database(workspace: Workspace) -> Iterator[Check]:
    path = workspace.database
    version, needed = opening.store_schema(workspace.database_url)
    if version == needed:
        workspace.engine()
        yield Check("database", ok=True, says=f"{path.name}, schema {version}")
        return
    create.refuse_to_forget(path)
    says = f"{path.name} has schema {version or 'none'}, this program needs {needed}"
    older = version is not None and version < needed
    upgrade = None
    if older:
        upgrade = Suggestion("upgrade")
    yield Check("database", ok=False, says=says, next=upgrade)


def _clock(engine: Engine, zone: str) -> Iterator[Check]:
    now, doubt = engine.read.now, engine.read.clock_doubt
    last = max((header.recorded_at for header in engine.read.cases()), default=None)
    advice = "set the machine's clock right"
    if doubt:
        confirm = Suggestion("tick", options={"confirm_clock": True})
        yield Check("clock", ok=False, says=str(doubt), advice=advice, next=confirm)
    elif last is None or last <= now:
        yield Check("clock", ok=True, says=spoken(now, zone))
    else:
        says = f"it reads {spoken(now, zone)}, but the last entry is of {spoken(last, zone)}"
        yield Check("clock", ok=False, says=says, advice=advice)


def _due(engine: Engine) -> Iterator[Check]:
    passed = engine.read.passed()
    if not passed:
        yield Check("due", ok=True, says="nothing has passed unrecorded")
        return
    shown = ", ".join(f"{deadline.case} {deadline.name}" for deadline in passed[:SHOWN])
    says = f"{len(passed)} passed unrecorded: {shown}{_more(len(passed))}"
    yield Check("due", ok=False, says=says, next=Suggestion("tick"))


def _letters(engine: Engine) -> Iterator[Check]:
    queued, uncertain = engine.read.letters("queued"), engine.read.letters("uncertain")
    waiting = len(queued) + len(engine.read.letters("sending"))
    trouble = next((letter.trouble for letter in queued if letter.trouble), None)
    if trouble:
        says = f"{waiting} wait, and could not be sent: {trouble}"
        yield Check("letters", ok=False, says=says, next=Suggestion("tick"))
    if uncertain:
        says = f"{len(uncertain)} may or may not have arrived"
        listed = Suggestion("notices list", options={"status": "uncertain"})
        yield Check("letters", ok=False, says=says, next=listed)
    elif not trouble:
        says = "all have been sent"
        if waiting:
            says = f"{waiting} wait to be sent at the next tick"
        yield Check("letters", ok=True, says=says)


def _definitions(workspace: Workspace, engine: Engine) -> Iterator[Check]:
    definitions = workspace.definitions
    names = definitions.workflows()
    profile = definitions.profile(engine.read.now)
    pins = [profile, definitions.program(), *(definitions.workflow(name) for name in names)]
    refuse_changed(engine.environment.store, pins)
    says = f"{', '.join(names)}; {profile.name} {profile.version}"
    yield Check("definitions", ok=True, says=says)


def _workflows(workspace: Workspace) -> Iterator[Check]:
    """Prove the files that new cases would run from, as a check of workflow files does."""
    files = workflow_files.check(workspace)
    flaws = []
    for file in files:
        for flaw in file.flaws:
            flaws.append(str(flaw))
    if not flaws:
        yield Check("workflows", ok=True, says=f"{len(files)} files, all sound")
        return
    says = f"{len(flaws)} flaws: {'; '.join(flaws[:SHOWN])}{_more(len(flaws))}"
    yield Check("workflows", ok=False, says=says, next=Suggestion("workflow check"))


def _more(count: int) -> str:
    if count > SHOWN:
        return f" and {count - SHOWN} more"
    return ""
