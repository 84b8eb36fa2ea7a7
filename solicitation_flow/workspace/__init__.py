"""Finds a workspace's settings, files, database and users, and wires its engine."""

import os
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import Lock

from solicitation_flow import errors
from solicitation_flow.casefile import Actor
from solicitation_flow.clock import SystemClock, VirtualClock
from solicitation_flow.documents import Documents
from solicitation_flow.engine import Engine, Environment, Request, Sweep
from solicitation_flow.errors import Suggestion
from solicitation_flow.jurisdiction import Profile, Program
from solicitation_flow.notices import Sender
from solicitation_flow.paper import Templates
from solicitation_flow.post import FolderPost
from solicitation_flow.records.ledger import stamp, unstamp
from solicitation_flow.seal import PlainSealer
from solicitation_flow.store import opening
from solicitation_flow.timekeeping import Timekeeper
from solicitation_flow.workdays import spoken
from solicitation_flow.workspace import actors, create, settings
from solicitation_flow.workspace.definitions import FileDefinitions, shipped
from solicitation_flow.workspace.settings import Settings

__all__ = ["FileDefinitions", "NotAllowed", "Workspace", "shipped"]

FIRST_WORKSPACE = {"training": True, "agency": "NAME", "jurisdiction": "va-local"}
"""What a first workspace is made with: time in it is virtual, so nothing can go wrong."""

STAFF = ("officer", "approver", "custodian", "evaluator", "administrator")


class NotAllowed(errors.SolflowError):
    """This workspace does not let anyone do that."""

    code = "not_allowed"
    exit_code = 3


class Workspace:
    """A folder with its settings, its database, its documents and its outbox."""

    def __init__(self, root: Path, environ: Mapping[str, str] | None = None) -> None:
        """Read the settings; the database is opened when it is first asked for."""
        self.root = root
        self.environ = os.environ if environ is None else environ
        self.settings: Settings = settings.settled(root, self.environ)
        self._engine: Engine | None = None
        self._wiring = Lock()  # two threads that ask at once get the same engine

    @classmethod
    def find(
        cls,
        start: Path | None = None,
        override: str | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> "Workspace":
        """Return the named workspace, or the one around a folder, found upward like git's."""
        environ = os.environ if environ is None else environ
        named = override or environ.get("SOLFLOW_WORKSPACE")
        if named:
            root = settings.at_home(Path(named)).absolute()
            if settings.stands_in(root):
                return cls(root, environ)
            make = Suggestion("init", subject=named)
            raise errors.NotFound(f"there is no workspace in {root}", next=make)
        here = (start or Path.cwd()).absolute()
        for folder in (here, *here.parents):
            if (folder / settings.FILE).is_file():
                return cls(folder, environ)
        raise errors.NotFound(
            f"there is no {settings.FILE} in {here}, nor in any folder above it",
            hint="make a workspace here, or name the folder of one",
            next=Suggestion("init", options=FIRST_WORKSPACE),
        )

    @property
    def training(self) -> bool:
        """Whether time is virtual here and every paper is marked."""
        return bool(self.settings["training"].value)

    @cached_property
    def zone(self) -> str:
        """The agency's time zone."""
        zone = self.definitions.own_zone()
        if not zone:
            raise errors.Usage(
                f"{settings.FILE} names no time zone, and neither do the rules that apply",
                hint='write, for example: zone = "America/New_York"',
            )
        return zone

    @cached_property
    def definitions(self) -> FileDefinitions:
        """The definitions: this agency's own files before the shipped ones."""
        own = self.root / str(self.settings["workflows"].value)
        return FileDefinitions(
            folders=(own, shipped("workflows")),
            jurisdiction=str(self.settings["jurisdiction"].value),
            program_name=str(self.settings["program"].value),
            zone=str(self.settings["zone"].value),
        )

    @property
    def database_url(self) -> str:
        """The URL of the database; a setting that is no URL names a file of the workspace."""
        setting = str(self.settings["database"].value)
        if setting == opening.MEMORY:
            return setting
        if "://" in setting:
            path = opening.database_file(setting)
        else:
            path = Path(setting)
        assert path is not None, "only memory is kept in no file"
        return opening.sqlite_url(self.root / path)

    @property
    def database(self) -> Path:
        """The file of the database."""
        path = opening.database_file(self.database_url)
        if path is None:
            raise errors.Usage("the database of this workspace is kept in memory, not in a file")
        return path

    def engine(self) -> Engine:
        """Return the engine of this workspace, wired once."""
        with self._wiring:
            if self._engine is None:
                self._engine = Engine(self._environment())
            return self._engine

    @property
    def read_only(self) -> bool:
        """Whether this user may look at what is stored here, and no more."""
        return self.engine().environment.store.read_only

    def _environment(self) -> Environment:
        url = self.database_url
        if url != opening.MEMORY:
            create.refuse_to_forget(self.database)
        store = opening.open_store(url, durable=not self.training)
        kept = store.setting("clock")
        if self.training != (kept is not None):
            store.close()
            made = "work in"
            if kept:
                made = "train in"
            raise errors.Trouble(
                f"{settings.FILE} says training = {str(self.training).lower()}, but this database"
                f" was made to {made}",
                hint="set `training` back; make another workspace for the other purpose",
            )
        own = self.root / str(self.settings["templates"].value)
        return Environment(
            store=store,
            clock=_virtual(kept) if kept else SystemClock(),
            library=Documents(self.root / "documents"),
            sealer=PlainSealer(),
            definitions=self.definitions,
            templates=Templates([own, shipped("templates")]),
            sender=self._sender(),
            training=self.training,
            keeper=None if kept else Timekeeper(store),
        )

    def _sender(self) -> Sender:
        agency = str(self.settings["agency"].value)
        return Sender(
            name=str(self.settings["mail.name"].value) or agency,
            address=str(self.settings["mail.address"].value),
        )

    def post(self) -> FolderPost:
        """Return who carries letters: a folder, for a person or a mail program to pick up."""
        return FolderPost(self.root / "outbox")

    def close(self) -> None:
        """Let go of the database."""
        if self._engine is not None:
            self._engine.environment.store.close()
            self._engine = None

    def set_clock(self, instant: datetime) -> None:
        """Set the training clock for this process alone; nothing is stored."""
        self._forward(instant).set(instant)

    def travel(self, until: datetime) -> Sweep:
        """Let virtual time pass: everything due on the way is settled at its own instant."""
        engine, clock = self.engine(), self._forward(until)
        store = engine.environment.store
        swept = Sweep()
        while True:
            instants = [row.fires_at for row in store.deadlines(until)]
            instants += [row.fires_at for row in store.reminders(until)]
            clock.set(min((at for at in instants if at > clock.now()), default=until))
            sweep = engine.settle()
            swept.settled += sweep.settled
            swept.reminded += sweep.reminded
            swept.troubles += [
                trouble for trouble in sweep.troubles if trouble not in swept.troubles
            ]
            store.settings({"clock": stamp(clock.now())})
            if clock.now() >= until:
                return swept

    def _forward(self, until: datetime) -> VirtualClock:
        """Return the training clock, which only goes forward."""
        clock = self.engine().environment.clock
        if not isinstance(clock, VirtualClock):
            raise NotAllowed(
                "only a training clock can be set: an office's clock is the machine's",
                next=Suggestion("init", subject="DIR", options={"training": True}),
            )
        if until < clock.now():
            raise errors.Usage(
                f"the training clock stands at {spoken(clock.now(), self.zone)}, and only goes"
                " forward",
                hint="give a later instant, or make a new training workspace",
            )
        return clock

    def actor(self, as_: str | None = None) -> Actor:
        """Return who acts: whom `--as` names, or the operating-system user's person."""
        named = as_ or self.environ.get("SOLFLOW_AS")
        if named:
            own = self.settings["users"].value.get(settings.login())
            if not self.training and not self.settings["allow_as"].value and named != own:
                raise NotAllowed(
                    "acting in another's name is not allowed in this office",
                    hint="an administrator may set allow_as = true in solflow.toml",
                )
            return self.engine().read.actor(named)
        return self.engine().read.actor(self._person())

    def actor_named(self, key: str) -> Actor:
        """Return the actor of a register key; asking what they could do is not acting as them."""
        return self.engine().read.actor(key)

    def reader(self, as_: str | None = None) -> Actor:
        """Return who reads; a user who is nobody in the register may read all the same."""
        try:
            return self.actor(as_)
        except errors.NotFound:
            if as_:
                raise
            return Actor(settings.login(), frozenset())

    def _person(self) -> str:
        login = settings.login()
        person = self.settings["users"].value.get(login)
        if not isinstance(person, str):
            raise errors.NotFound(
                f"the operating-system user {login!r} is nobody in this workspace",
                hint=f'under [users] in {self.root / settings.FILE} write: {login} = "your-key"',
                next=Suggestion("people list"),
            )
        return person

    @staticmethod
    def definitions_for(
        folder: Path, jurisdiction: str, program: str, zone: str
    ) -> FileDefinitions:
        """Return the definitions of a workspace to be: what its folder holds already is its own.

        A jurisdiction may be named by its file, which is read and checked here.
        """
        own = settings.at_home(folder).absolute() / str(settings.KNOWN["workflows"].default)
        folders = (own, shipped("workflows"))
        definitions = FileDefinitions(folders, jurisdiction, program, zone)
        if not jurisdiction.endswith(".yaml"):
            return definitions
        file = settings.at_home(Path(jurisdiction))
        profile = definitions.jurisdiction_files().read(file)
        known: dict[str, Profile | Program] = {"jurisdiction": profile}
        return FileDefinitions(folders, profile.jurisdiction, program, zone, _read=known)

    @classmethod
    def create(  # noqa: PLR0913 - a new workspace is all of these, each by its name
        cls,
        folder: Path,
        *,
        agency: str,
        jurisdiction: str,
        zone: str = "",
        program: str = "neutral",
        training: bool = False,
        person: str = "",
        name: str = "",
        email: str = "",
        start: datetime | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> "Workspace":
        """Make a workspace and register its first person, or leave nothing half made."""
        root = settings.at_home(folder).absolute()
        create.refuse_to_overwrite(root)
        agency = create.named(agency)
        first = actors.first(person or settings.login(), name, email, STAFF)
        definitions = cls.definitions_for(root, jurisdiction, program, zone)
        now = start or SystemClock().now().replace(microsecond=0)
        definitions.profile(now)
        text = settings.written(
            agency=agency,
            jurisdiction=definitions.jurisdiction,
            zone=definitions.own_zone(),
            program=program,
            training=training,
            users={settings.login(): first["key"]},
        )
        with ExitStack() as steps:
            steps.enter_context(create.or_nothing(root))
            if jurisdiction.endswith(".yaml"):
                file = settings.at_home(Path(jurisdiction))
                copy = definitions.folders[0] / "jurisdictions" / file.name
                steps.enter_context(create.jurisdiction_kept(file, copy))
            create.lay(root, text, clock=now if training else None)
            made = cls(root, environ)
            made._register(first)
        return made

    def _register(self, words: Mapping[str, str]) -> None:
        founder = Actor(words["key"], frozenset({"officer", "administrator"}))
        try:
            engine = self.engine()
            register = engine.read.workflows("people")[0]
            request = Request(engine.opening(register), words, workflow=register)
            answer = engine.perform(request, founder)
        except BaseException:
            self.close()
            raise
        assert getattr(answer, "number", None), f"the first person was refused: {answer}"


def _virtual(kept: str) -> VirtualClock:
    try:
        return VirtualClock(unstamp(kept))
    except ValueError:
        raise errors.Trouble(
            f"the training clock is kept as {kept!r}, which is no instant",
            hint="bring the database back from a backup",
        ) from None
