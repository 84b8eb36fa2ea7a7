"""What a workspace is examined for, one check at a time: each says what it saw."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from zoneinfo import available_timezones

from solicitation_flow.cli import proofs, spelling
from solicitation_flow.cli.session import Session
from solicitation_flow.engine.numbering import refuse_changed
from solicitation_flow.errors import SolflowError
from solicitation_flow.notices.mail import usable
from solicitation_flow.store import opening
from solicitation_flow.workspace import create
from solicitation_flow.workspace.settings import FILE

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is as it should be, and what to do if not."""

    name: str
    ok: bool
    says: str
    next: str | None = None


def checks(session: Session) -> list[Check]:
    """Return every check; what cannot be looked at because of another is left out."""
    found = [*_guarded("settings", _settings, session)]
    found += _guarded("mail", _mail, session)
    found += _guarded("zone data", _zones, session)
    found += _guarded("folders", _folders, session)
    found += _guarded("database", _database, session)
    if found[-1].ok:
        found += _guarded("clock", _clock, session)
        found += _guarded("due", _due, session)
        found += _guarded("letters", _letters, session)
        found += _guarded("definitions", _definitions, session)
    found += _guarded("workflows", _proofs, session)
    return found


def _guarded(
    name: str, look: Callable[[Session], Iterator[Check]], session: Session
) -> list[Check]:
    """A check that fails is itself what was found."""
    try:
        return list(look(session))
    except SolflowError as error:
        helps = spelling.typed(error.next) if error.next else error.hint
        return [Check(name, ok=False, says=error.message, next=helps)]
    except ValueError as error:
        first = str(error).partition("\n")[0]
        return [Check(name, ok=False, says=f"cannot be read: {first}", next="solflow verify")]


def _settings(session: Session) -> Iterator[Check]:
    workspace = session.workspace
    kind = "training" if workspace.training else "office"
    named = bool(str(workspace.settings["agency"].value).strip())
    says = f"{workspace.root}, {kind}" if named else "no agency is named: letters cannot be written"
    next_ = None if named else f'write agency = "..." in {FILE}'
    yield Check("settings", ok=named, says=says, next=next_)


def _mail(session: Session) -> Iterator[Check]:
    address = str(session.workspace.settings["mail.address"].value)
    if address and not usable(address):
        says = f"mail.address = {address!r} is no address that mail could carry"
        yield Check("mail", ok=False, says=says, next=f"write one plain address in {FILE}")
    else:
        says = f"letters come from {address or 'no address: nobody can answer them by mail'}"
        next_ = None if address else f'write address = "..." under [mail] in {FILE}'
        yield Check("mail", ok=True, says=says, next=next_)


def _zones(session: Session) -> Iterator[Check]:
    package = "tzdata" if find_spec("tzdata") else "the system's"
    known = len(available_timezones())
    zone = session.workspace.zone
    session.moment("2026-01-01T12:00", "zone")
    yield Check("zone data", ok=True, says=f"{zone}; {known} zones, from {package}")


def _folders(session: Session) -> Iterator[Check]:
    root = session.workspace.root
    for folder in (root, root / "documents", root / "outbox"):
        if not folder.exists():
            yield Check(f"folder {folder.name}", ok=True, says="comes with its first file")
        else:
            may = os.access(folder, os.W_OK | os.X_OK)
            says = "may be written" if may else f"{folder} may not be written"
            next_ = None if may else f"give yourself the right to write to {folder}"
            yield Check(f"folder {folder.name}", ok=may, says=says, next=next_)


def _database(session: Session) -> Iterator[Check]:
    path = session.workspace.database
    version, needed = opening.store_schema(session.workspace.database_url)
    if version == needed:
        session.workspace.engine()
        yield Check("database", ok=True, says=f"{path.name}, schema {version}")
    else:
        says = f"{path.name} has schema {version or 'none'}, this program needs {needed}"
        create.refuse_to_forget(path)
        older = version is not None and version < needed
        yield Check("database", ok=False, says=says, next="solflow upgrade" if older else None)


def _clock(session: Session) -> Iterator[Check]:
    now = session.now
    headers = session.engine.environment.store.find()
    last = max((header.recorded_at for header in headers), default=None)
    keeper = session.engine.environment.keeper
    if keeper is not None and (doubt := keeper.doubt()):
        next_ = "set the machine's clock right, or: solflow tick --confirm-clock"
        yield Check("clock", ok=False, says=str(doubt), next=next_)
    elif last is None or last <= now:
        yield Check("clock", ok=True, says=session.spoken(now))
    else:
        says = f"it reads {session.spoken(now)}, but the last entry is of {session.spoken(last)}"
        yield Check("clock", ok=False, says=says, next="set the machine's clock right")


def _due(session: Session) -> Iterator[Check]:
    late = session.engine.environment.store.due(session.now)
    if not late:
        yield Check("due", ok=True, says="nothing has passed unrecorded")
        return
    shown = ", ".join(f"{row.case} {row.name}" for row in late[:SHOWN])
    more = f" and {len(late) - SHOWN} more" if len(late) > SHOWN else ""
    says = f"{len(late)} passed unrecorded: {shown}{more}"
    yield Check("due", ok=False, says=says, next="solflow tick")


def _letters(session: Session) -> Iterator[Check]:
    store = session.engine.environment.store
    uncertain = store.outbox("uncertain")
    queued = store.outbox("queued")
    waiting = len(queued) + len(store.outbox("sending"))
    trouble = next((letter.trouble for letter in queued if letter.trouble), None)
    if trouble:
        says = f"{waiting} wait, and could not be sent: {trouble}"
        yield Check("letters", ok=False, says=says, next="solflow tick")
    if uncertain:
        says = f"{len(uncertain)} may or may not have arrived"
        next_ = "solflow notices list --status uncertain"
        yield Check("letters", ok=False, says=says, next=next_)
    elif not trouble:
        says = f"{waiting} wait for the next tick" if waiting else "all are on their way"
        yield Check("letters", ok=True, says=says)


def _definitions(session: Session) -> Iterator[Check]:
    definitions = session.workspace.definitions
    law = definitions.profile(session.now)
    pins = [law, definitions.program()]
    for name in definitions.workflows():
        pins.append(definitions.workflow(name))
    refuse_changed(session.engine.environment.store, pins)
    names = ", ".join(definitions.workflows())
    yield Check("definitions", ok=True, says=f"{names}; {law.name} {law.version}")


def _proofs(session: Session) -> Iterator[Check]:
    """The files that new cases would run from, proved as `workflow check` proves them."""
    checkeds = proofs.files(session, ())
    flaws = [str(flaw) for checked in checkeds for flaw in checked.flaws]
    if not flaws:
        yield Check("workflows", ok=True, says=f"{len(checkeds)} files, all sound")
        return
    more = f" and {len(flaws) - SHOWN} more" if len(flaws) > SHOWN else ""
    says = f"{len(flaws)} flaws: {'; '.join(flaws[:SHOWN])}{more}"
    yield Check("workflows", ok=False, says=says, next="solflow workflow check")
