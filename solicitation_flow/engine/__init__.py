"""Settle, view, plan and perform commands: the same engine in an office, in training, in tests."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from solicitation_flow import forms, yamlfile
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.decide import Refusal, permitted
from solicitation_flow.engine.form_filling import FormFiller
from solicitation_flow.engine.loading import (
    Definitions,
    Environment,
    Loaded,
    Loader,
    lineage,
    passed,
    unmet,
)
from solicitation_flow.engine.numbering import belongs, refuse_changed, series
from solicitation_flow.engine.past_facts import refuse_future
from solicitation_flow.engine.planning import Moment, Order, Planner, Unsettled
from solicitation_flow.engine.preview import Preview, letters_of
from solicitation_flow.engine.queries import AvailableCommand, Queries, View
from solicitation_flow.engine.requests import Accepted, Request
from solicitation_flow.engine.settling import Settled, Settler, Sweep, not_before
from solicitation_flow.errors import Conflict, SolflowError, Suggestion, Usage
from solicitation_flow.forms import Form
from solicitation_flow.guards import GuardContext, Ruling, examine
from solicitation_flow.machine import lifecycle
from solicitation_flow.records import digest
from solicitation_flow.records.ledger import Letter, Pin
from solicitation_flow.workflow import Move

__all__ = [
    "Accepted",
    "AvailableCommand",
    "Definitions",
    "Engine",
    "Environment",
    "Loaded",
    "Loader",
    "Request",
    "Settled",
    "Sweep",
    "View",
]  # fmt: skip


class Engine:
    """Everything that can be done with a case, over the environment it is given."""

    def __init__(self, environment: Environment) -> None:
        """Keep the environment; nothing is read yet."""
        self.environment = environment
        self.loader = Loader(environment.store)
        self.read = Queries(environment, self.loader)
        self.filler = FormFiller(environment, self.loader)

    def settle(self, until: datetime | None = None, cases: Iterable[str] | None = None) -> Sweep:
        """Record every deadline passed by now, or by `until` if that is earlier."""
        # the clock may have been set back since `until` was read from it
        now = self.environment.clock.now()
        return Settler(self.environment, self.loader).settle(min(until or now, now), cases)

    def view(
        self, number: str, as_of: datetime | None = None, known_at: datetime | None = None
    ) -> View:
        """Return a case, settled in memory; nothing is stored."""
        return self.read.view(number, as_of, known_at)

    def plan(self, request: Request, actor: Actor) -> Refusal | Accepted:
        """Return what a command would do: the very plan `perform` would store."""
        about = request.case or request.parent
        loaded = None
        if about:
            loaded = self.read.view(about).loaded
        now = self.environment.clock.now()
        planner = Planner(self.environment, self.loader, Moment(now, now))
        if loaded:
            not_before(loaded, now)
            planner.ahead[about] = loaded
        try:
            return self._decided(planner, loaded, request, actor, opening=False)
        except Unsettled as other:
            not_before(self.loader.load(other.number), self.environment.clock.now())
            # a dry run must show what would be stored, so the other case goes first
            raise Conflict(
                f"{other.number} has a deadline that passed and is not recorded yet",
                hint="record what is due, then look again",
                next=Suggestion("tick"),
            ) from None

    def perform(self, request: Request, actor: Actor) -> Refusal | Accepted:
        """Settle what has passed, then store the command whole, or change nothing."""
        self.environment.sure()
        stored = self._performed_as_kept(request, actor)
        if stored is not None:
            return stored
        loaded, now = self._settled(request.case or request.parent)
        planner = Planner(self.environment, self.loader, Moment(now, now))
        try:
            answer = self._decided(planner, loaded, request, actor, opening=True)
        except Unsettled as other:
            self._settled(other.number)
            return self.perform(request, actor)
        if isinstance(answer, Accepted):
            self._store(answer, planner)
        return answer

    def _performed_as_kept(self, request: Request, actor: Actor) -> Accepted | None:
        """Perform a command on the case as this engine left it, without reading it first.

        The commit finds out whether somebody has moved the case since. Whatever does not go
        through is None, and is decided anew on the case as it is stored.
        """
        kept = self.loader.kept(request.case)
        if kept is None or self.filler.unsealed_by(kept, request.command):
            return None
        now = self.environment.clock.now()
        if now < kept.header.recorded_at or (kept.case.deadlines and self._waiting(kept.case, now)):
            return None
        planner = Planner(self.environment, self.loader, Moment(now, now))
        try:
            answer = self._decided(planner, kept, request, actor, opening=True)
        except (SolflowError, Unsettled):
            return None
        if isinstance(answer, Refusal):
            return None
        try:
            self._store(answer, planner)
        except Conflict:  # nothing was stored
            return None
        return answer

    def _store(self, answer: Accepted, planner: Planner) -> None:
        self.environment.store.commit(answer.plan)
        self.loader.learn(answer.plan, planner.ahead)

    def open_all(
        self, requests: Iterable[Request], actor: Actor, *, keep: bool = True
    ) -> Refusal | list[str]:
        """Open cases that belong to no other, in one transaction: all of them or none."""
        self.environment.sure()
        now = self.environment.clock.now()
        planner = Planner(self.environment, self.loader, Moment(now, now))
        for request in requests:
            answer = self._opened(planner, None, request, actor)
            if isinstance(answer, Refusal):
                return answer
        plan = planner.plan()
        if keep:
            self.environment.store.commit(plan)
            self.loader.learn(plan, planner.ahead)
        return [part.header.number for part in plan.parts]

    def _settled(self, number: str) -> tuple[Loaded | None, datetime]:
        """Return a case once nothing of it or above it is left to settle, and that instant.

        Raise Conflict where settling fails.
        """
        while number:
            loaded = self.loader.load(number)
            # read after the case: whoever moved it last did so before this
            now = self.environment.clock.now()
            if not self._waiting(loaded.case, now):
                not_before(loaded, now)
                return loaded, now
            numbers = [case.number for case in lineage(loaded.case)]
            sweep = self.settle(now, numbers)
            if sweep.troubles:
                for affected in numbers:
                    not_before(self.loader.load(affected), now)
                raise Conflict("; ".join(sweep.troubles), next=Suggestion("verify", number))
        return None, self.environment.clock.now()

    def _waiting(self, case: CaseFile, now: datetime) -> bool:
        """Return whether anything is to be settled; without an unmet date there is no reminder."""
        for folder in lineage(case):
            if not unmet(folder):
                continue
            if passed(folder, now) or self.environment.store.reminders(now, folder.number):
                return True
        return False

    @staticmethod
    def _expected(loaded: Loaded, expect: str) -> None:
        if expect and expect not in {str(loaded.header.count), loaded.header.state}:
            raise Conflict(
                f"{loaded.header.number} stands at move {loaded.header.count}"
                f" in {loaded.header.state}, not at {expect}",
                next=Suggestion("show", loaded.header.number),
            )

    def _decided(
        self,
        planner: Planner,
        loaded: Loaded | None,
        request: Request,
        actor: Actor,
        *,
        opening: bool,
    ) -> Refusal | Accepted:
        """Move the case a request names, or open one, below its parent where it names one."""
        if not request.case or loaded is None:
            return self._opened(planner, loaded, request, actor)
        self._expected(loaded, request.expect)
        return self._moved(planner, loaded, request, actor, opening=opening)

    def _moved(
        self, planner: Planner, loaded: Loaded, request: Request, actor: Actor, *, opening: bool
    ) -> Refusal | Accepted:
        number = loaded.header.number
        refused = permitted(loaded.lifecycle.workflow, loaded.case, request.command, actor)
        if isinstance(refused, Refusal):
            self._known(loaded, request.command)
            if opening:
                self.filler.tried(loaded, request.command, actor)
            return refused
        form = self.filler.checked(loaded, request.command, request.words, actor, opening=opening)
        order = Order(request.command, form, actor)
        pins = {}
        if request.command == "adopt_edition":
            pins = {
                "profile": self.loader.know(
                    self.environment.definitions.profile(self.environment.clock.now())
                )
            }
            refuse_changed(self.environment.store, pins.values())
        answer = planner.move(loaded, order, pins)
        if isinstance(answer, Refusal):
            return answer
        return Accepted(number, planner.plan(), answer)

    @staticmethod
    def _known(loaded: Loaded, command: str) -> None:
        """Raise Usage for a command that no state offers: a wrong word is not a refusal."""
        known = {move.command for move in loaded.lifecycle.workflow.moves}
        if command not in known:
            hint = yamlfile.did_you_mean(command, known)
            raise Usage(
                f"{loaded.header.workflow} knows no command {command!r}",
                hint=hint,
                next=Suggestion("next", loaded.header.number),
            )

    def _opened(
        self, planner: Planner, above: Loaded | None, request: Request, actor: Actor
    ) -> Refusal | Accepted:
        now = planner.moment.recorded_at
        workflow = self.environment.definitions.workflow(request.workflow)
        opened = lifecycle(workflow.body).workflow
        belongs(opened, above.header if above else None)
        law, program = self._standing(above, now)
        refuse_changed(self.environment.store, (workflow, law, program))
        nobody = CaseFile(number=f"a new {opened.name}", workflow=opened.name, state="")
        refused = permitted(opened, nobody, opened.opening.command, actor)
        if isinstance(refused, Refusal):
            return refused
        form = opened.book.forms[opened.opening.command]
        checked = forms.check(form, opened.opening.command, request.words)
        self.loader.know(law)
        zone = self.loader.jurisdiction(law.sha256).zone
        refuse_future(checked, opened.opening.command, now, zone)
        number = series(self.environment.store, opened, checked, now, zone, request.parent)
        order = Order(opened.opening.command, checked, actor)
        answer = planner.open(number, workflow, law, program, order, request.parent)
        if isinstance(answer, Refusal):
            return answer
        return Accepted(number, planner.plan(), answer)

    def _standing(self, above: Loaded | None, now: datetime) -> tuple[Pin, Pin]:
        """Return the law and the program of a new case: its parent's, or those of today."""
        if above is None:
            return self.environment.definitions.profile(now), self.environment.definitions.program()
        pins = above.header.pins
        return self.loader.pin(pins["profile"]), self.loader.pin(pins["program"])

    def why(
        self, request: Request, actor: Actor
    ) -> tuple[View, Refusal | None, list[tuple[Move, Any, Ruling | None]]]:
        """Return every guard of a command; those about the form only when words are given."""
        view = self.read.view(request.case)
        loaded = view.loaded
        self._known(loaded, request.command)
        refused = permitted(loaded.lifecycle.workflow, loaded.case, request.command, actor)
        form = None
        fields = loaded.lifecycle.workflow.book.forms[request.command]
        # a form that the engine fills whole can be asked before anybody types a word
        if request.words or (forms.fills(fields) and not forms.describe(fields)):
            form = self.filler.checked(loaded, request.command, request.words, actor, opening=False)
        context = GuardContext(loaded.case, view.at, loaded.law, actor, form)
        rulings = list(examine(loaded.lifecycle, context, request.command))
        if isinstance(refused, Refusal):
            return view, refused, rulings
        return view, None, rulings

    def preview(
        self,
        number: str,
        notice: str,
        actor: Actor,
        words: Callable[[str], Mapping[str, Any]],
    ) -> Refusal | list[Letter]:
        """Return a notice's letters as of now; nothing is stored.

        `words` returns the fields of a command whose form the letters depend on.
        """
        loaded = self.read.view(number).loaded
        preview = Preview(self.environment, self.loader)
        letters = preview.letters(loaded, notice, self.environment.clock.now())
        if isinstance(letters, list):
            return letters
        move = letters
        answer = self.plan(Request(move.command, words(move.command), number), actor)
        if isinstance(answer, Refusal):
            return answer
        return letters_of(answer.plan, notice)

    def confirm_clock(self, actor: Actor) -> None:
        """Believe a clock that jumped ahead, and keep in the access log who confirmed it."""
        keeper = self.environment.keeper
        if keeper is None:
            raise Usage("only an office confirms its clock: a training clock cannot jump by itself")
        doubt = keeper.doubt()
        if doubt:
            reads, expected = doubt.reads.isoformat(), doubt.expected.isoformat()
            self.filler.log(actor, "confirmed", "", f"the clock: {reads} instead of {expected}")
        keeper.confirm()

    def opening(self, workflow: str) -> str:
        """Return the command that opens a case of a workflow."""
        return lifecycle(
            self.environment.definitions.workflow(workflow).body
        ).workflow.opening.command

    def form(self, number: str, command: str) -> type[Form] | None:
        """Return the form of a case's command, or None where its workflow has no such command."""
        return self.loader.load(number).lifecycle.workflow.book.forms.get(command)

    def enclose(
        self, name: str, data: bytes, *, case: str, part: str, keep: bool = True
    ) -> dict[str, Any]:
        """Seal and store a proposal's file; return its name, size and digest."""
        sealed = self.environment.sealer.seal(data, case=case, part=part)
        return {"name": name, "bytes": len(data), "digest": self._put(sealed, keep=keep)}

    def attach(self, name: str, data: bytes, *, keep: bool = True) -> dict[str, Any]:
        """Store a paper; return its name, size and digest."""
        return {"name": name, "bytes": len(data), "digest": self._put(data, keep=keep)}

    def _put(self, data: bytes, *, keep: bool) -> str:
        """Return the digest of a document; a dry run stores none."""
        if keep:
            return self.environment.library.put(data)
        return digest(data)
