"""Settle, view, plan, perform: the one engine of office, trainer and test."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from solicitation_flow import forms, yamlfile
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.decide import Refusal, permitted
from solicitation_flow.engine.form_filling import FormFiller
from solicitation_flow.engine.loading import Definitions, Environment, Loaded, Loader, lineage
from solicitation_flow.engine.numbering import belongs, refuse_changed, series
from solicitation_flow.engine.planning import Moment, Order, Planner, Unsettled
from solicitation_flow.engine.preview import Preview, letters_of
from solicitation_flow.engine.queries import AvailableCommand, Queries, View
from solicitation_flow.engine.requests import Accepted, Request
from solicitation_flow.engine.settling import Settled, Settler, Sweep, not_before
from solicitation_flow.errors import Conflict, Suggestion, Usage
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
    """Everything the house can do with a case, over the environment it is wired to."""

    def __init__(self, environment: Environment) -> None:
        """Wire the parts; nothing is read before it is asked for."""
        self.environment = environment
        self.loader = Loader(environment.store)
        self.read = Queries(environment, self.loader)
        self.filler = FormFiller(environment, self.loader)

    def settle(self, until: datetime | None = None, cases: Iterable[str] | None = None) -> Sweep:
        """Record every deadline passed by now, or by `until` if that is earlier."""
        # a clock may have been set back since `until` was read from it: only what it says counts
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
        loaded = self.read.view(about).loaded if about else None
        now = self.environment.clock.now()
        planner = Planner(self.environment, self.loader, Moment(now, now))
        if loaded:
            not_before(loaded, now)
            planner.ahead[about] = loaded
        try:
            return self._answered(planner, loaded, request, actor, opening=False)
        except Unsettled as other:
            not_before(self.loader.load(other.number), self.environment.clock.now())
            # what a dry run shows must be what would be stored, so the other case goes first
            raise Conflict(
                f"{other.number} has a deadline that passed and is not recorded yet",
                hint="record what is due, then look again",
                next=Suggestion("tick"),
            ) from None

    def perform(self, request: Request, actor: Actor) -> Refusal | Accepted:
        """Settle what has passed, then store the command whole, or change nothing."""
        self.environment.sure()
        loaded, now = self._settled(request.case or request.parent)
        planner = Planner(self.environment, self.loader, Moment(now, now))
        try:
            answer = self._answered(planner, loaded, request, actor, opening=True)
        except Unsettled as other:
            self._settled(other.number)
            return self.perform(request, actor)
        if isinstance(answer, Accepted):
            self.environment.store.commit(answer.plan)
            self.loader.learn(answer.plan, planner.ahead)
        return answer

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
        """Return a case and an instant by which nothing of it, or above it, is left to settle.

        What goes wrong in settling stops the command.
        """
        while number:
            loaded = self.loader.load(number)
            # looked at after the case was read: whoever moved it last did so before this
            now = self.environment.clock.now()
            if not self._waiting(loaded.case, now):
                not_before(loaded, now)
                return loaded, now
            line = [case.number for case in lineage(loaded.case)]
            sweep = self.settle(now, line)
            if sweep.troubles:
                for each in line:
                    not_before(self.loader.load(each), now)
                raise Conflict("; ".join(sweep.troubles), next=Suggestion("verify", number))
        return None, self.environment.clock.now()

    def _waiting(self, case: CaseFile, now: datetime) -> bool:
        """Return whether anything is to be settled; where no date is unmet, nothing reminds."""
        held: CaseFile | None = case
        while held is not None:
            rows = [row.fires_at for row in held.deadlines.values() if row.status == "unmet"]
            if rows and (min(rows) <= now or self.environment.store.reminders(now, held.number)):
                return True
            held = held.parent
        return False

    @staticmethod
    def _expected(loaded: Loaded, expect: str) -> None:
        if expect and expect not in {str(loaded.header.count), loaded.header.state}:
            raise Conflict(
                f"{loaded.header.number} stands at move {loaded.header.count}"
                f" in {loaded.header.state}, not at {expect}",
                next=Suggestion("show", loaded.header.number),
            )

    def _answered(
        self,
        planner: Planner,
        loaded: Loaded | None,
        request: Request,
        actor: Actor,
        *,
        opening: bool,
    ) -> Refusal | Accepted:
        """Move the case a request names, or open one, below the case it names where it does."""
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
        """A command no state offers is a wrong word, not a refusal."""
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
        made = forms.check(form, opened.opening.command, request.words)
        self.loader.know(law)
        zone = self.loader.jurisdiction(law.sha256).zone
        number = series(self.environment.store, opened, made, now, zone, request.parent)
        order = Order(opened.opening.command, made, actor)
        answer = planner.open(number, workflow, law, program, order, request.parent)
        return answer if isinstance(answer, Refusal) else Accepted(number, planner.plan(), answer)

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
        if request.words:
            form = self.filler.checked(loaded, request.command, request.words, actor, opening=False)
        question = GuardContext(loaded.case, view.at, loaded.law, actor, form)
        found = list(examine(loaded.lifecycle, question, request.command))
        return view, refused if isinstance(refused, Refusal) else None, found

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

    def opening(self, workflow: str) -> str:
        """Return the command that opens a case of a workflow."""
        return lifecycle(
            self.environment.definitions.workflow(workflow).body
        ).workflow.opening.command

    def form(self, number: str, command: str) -> type[Form] | None:
        """Return the form of a case's command, or None where the workflow knows no such word."""
        return self.loader.load(number).lifecycle.workflow.book.forms.get(command)

    def enclose(
        self, name: str, data: bytes, *, case: str, part: str, keep: bool = True
    ) -> dict[str, Any]:
        """Turn a proposal's file into a sealed, stored document; only its digest goes on."""
        sealed = self.environment.sealer.seal(data, case=case, part=part)
        stored = self.environment.library.put(sealed) if keep else digest(sealed)
        return {"name": name, "bytes": len(data), "digest": stored}

    def attach(self, name: str, data: bytes, *, keep: bool = True) -> dict[str, Any]:
        """Turn an open paper into a stored document."""
        stored = self.environment.library.put(data) if keep else digest(data)
        return {"name": name, "bytes": len(data), "digest": stored}
