"""One real solicitation told from the first need to the agreement, in a workspace of its own."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from solicitation_flow import post
from solicitation_flow.casefile import CaseFile
from solicitation_flow.clock import VirtualClock
from solicitation_flow.documents import write_whole
from solicitation_flow.engine import Accepted, Engine, Request
from solicitation_flow.engine.entries import decoded
from solicitation_flow.errors import Conflict, SolflowError, Suggestion
from solicitation_flow.guards import Ruling, stands
from solicitation_flow.jurisdiction import Jurisdiction
from solicitation_flow.phases.agreements.publishing import packet
from solicitation_flow.records.agreements import Agreement, PacketLine
from solicitation_flow.records.ledger import (
    CasePlan,
    Deadline,
    EntryContent,
    Letter,
    Reminder,
    stamp,
)
from solicitation_flow.records.papers import Child
from solicitation_flow.simulation.story import Step, Story, read
from solicitation_flow.simulation.story_runner import StoryEvent, StoryRunner
from solicitation_flow.workdays import instant
from solicitation_flow.workspace import Workspace, settings, shipped

SCENARIO = "r-tc-18004.story"
FOLDER = "solflow-demo"
TOLD = "told.txt"
"""What was told, kept in the workspace; by this file a folder is known to be a demo's."""

WATCHER = "you"
ADDRESS = "purchasing@agency.example"

PUBLISHED: Mapping[str, str] = {
    "lead_agency": "Prince William County Public Schools",
    "number": "R-TC-18004",
    "title": "Education, classroom, miscellaneous support furniture and related products and"
    " services",
    "issued": "2017-07-18",
    "questions_until": "2017-08-02 16:00",
    "proposals_due": "2017-08-18 14:00",
    "boundary": "prior to: at 2:00 PM exactly, a proposal is late",
    "zone": "America/New_York",
}
"""What the cover of the real document states; nothing else in this story is fact."""

SOURCE = "the cover of RFP R-TC-18004, read at vdocuments.site"

SIMULATED = (
    "the people, suppliers and members",
    "the questions, answers and amendment",
    "the proposals, scores and prices",
    "the award, the agreement and every other date",
)


@dataclass(frozen=True, slots=True)
class Moved:
    """What one move did to one case, read from its journal entry."""

    case: str
    command: str
    source: str
    dest: str
    effective_at: datetime
    recorded_at: datetime
    dates: tuple[Deadline, ...]
    warnings: tuple[str, ...]
    filed: tuple[tuple[str, Mapping[str, Any]], ...]
    """Records that are new or different: kind and body."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing to tell; `moves` begins with the case the command was for."""

    kind: Literal["chapter", "act", "refusal", "clock", "reminder", "missing"]
    at: datetime
    chapter: str = ""
    who: str = ""
    case: str = ""
    step: Step | None = None
    reminder: Reminder | None = None
    moves: tuple[Moved, ...] = ()
    letters: tuple[Letter, ...] = ()
    refused: str = ""
    rulings: tuple[Ruling, ...] = ()
    diverges: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: the solicitation, its agreement, and the packet members will look for."""

    number: str
    state: str
    agreement: str
    terms: Agreement | None
    packet: tuple[PacketLine, ...]


def place(asked: Path) -> Path:
    """Return a folder free for a demo: the one asked for, or, beside an older demo, the next."""
    free, count = asked, 1
    while _taken(free):
        if not (free / TOLD).is_file():
            raise Conflict(
                f"{free} is there already, and no demo made it; nothing was changed",
                hint="name a folder that does not exist yet",
                next=Suggestion("demo", subject="DIR"),
            )
        count += 1
        free = asked.with_name(f"{asked.name}-{count}")
    return free


def _taken(folder: Path) -> bool:
    return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))


class Demo:
    """A scenario told in a training workspace made for it, by the production engine."""

    def __init__(self, folder: Path) -> None:
        """Make the workspace and enter the cast."""
        self.story: Story = read(shipped("workflows") / "scenarios" / SCENARIO)
        self.zone = self.story.about["zone"]
        start = instant(datetime.fromisoformat(self.story.about["start"]), self.zone)
        self.workspace = _made(folder, self.story, start)
        self.engine: Engine = self.workspace.engine()
        clock = self.engine.environment.clock
        assert isinstance(clock, VirtualClock), "a demo's clock is virtual"
        self.clock = clock
        self.teller = StoryRunner(self.engine, clock, self.story, self.zone)
        self.teller.enter_cast()

    @property
    def jurisdiction(self) -> Jurisdiction:
        """The rules the solicitation will be held to."""
        profile = self.engine.environment.definitions.profile(self.clock.now())
        return Jurisdiction.from_text(profile.body)

    @property
    def number(self) -> str:
        """The solicitation's number, once it has been opened."""
        return self.teller.number

    def tell(self) -> Iterator[Event]:
        """Return everything that happens as it happens; letters leave as they are written."""
        lines = {title: line for line, title in self.story.chapters.items()}
        chapter: Event | None = None
        for happened in self.teller.tell():
            if happened.letters:
                post.send(self.engine.environment.store, self.workspace.post(), self.clock.now())
            event = self._event(happened)
            if event.kind == "chapter":
                chapter = event
                continue
            # what the clock did by itself belongs to the chapter it is written in
            if chapter and not self._earlier(event, lines[chapter.chapter]):
                yield chapter
                chapter = None
            yield event
        # time went on after the last move, and the workspace opens again where the story ended
        self.engine.environment.store.settings({"clock": stamp(self.clock.now())})

    def _earlier(self, event: Event, line: int) -> bool:
        """Return whether something belongs before a line: by its own, or what is to come."""
        if event.step:
            return event.step.line < line
        ahead = any(step.line < line for step in self.teller.expected)
        return event.kind == "reminder" and ahead

    def outcome(self) -> Outcome:
        """Return what came of the solicitation."""
        case = self.engine.view(self.number).loaded.case
        for child in case.all(Child):
            loaded = self.engine.view(child.number).loaded
            if loaded.lifecycle.workflow.kind == "published":
                lines = tuple(packet(loaded.case, loaded.law))
                terms = loaded.case.get(Agreement)
                return Outcome(self.number, case.state, child.number, terms, lines)
        return Outcome(self.number, case.state, "", None, ())

    def called(self, key: str) -> str:
        """Return the name somebody in the cast goes by."""
        for party in self.story.cast:
            if party.key == key:
                return party.name
        return key

    def close(self) -> None:
        """Let go of the workspace."""
        self.workspace.close()

    def _event(self, event: StoryEvent) -> Event:
        if event.chapter:
            return Event("chapter", event.at, chapter=event.chapter)
        if event.reminder:
            row = event.reminder
            return Event("reminder", event.at, case=row.case, reminder=row, letters=event.letters)
        if event.settled:
            case = event.settled.deadline.case
            entry = self.engine.environment.store.journal(case)[event.settled.number - 1]
            return self._shown(event, "clock", "the clock", case, (moved(decoded(entry.text)),))
        step = event.step
        assert step is not None, "something happened, and nobody did it"
        if event.done is None and not event.refused:
            return self._shown(event, "missing", step.who, self._case(step), ())
        moves = tuple(moved(part.content) for part in _parts(event.done))
        case = self._case(step)
        if moves:
            case = moves[0].case
        if event.done:
            return self._shown(event, "act", step.who, case, moves)
        return self._shown(event, "refusal", step.who, case, moves)

    def _shown(
        self,
        event: StoryEvent,
        kind: Literal["act", "refusal", "clock", "missing"],
        who: str,
        case: str,
        moves: tuple[Moved, ...],
    ) -> Event:
        rulings: tuple[Ruling, ...] = ()
        if kind == "refusal" and event.step:
            rulings = self._rulings(event.step)
        return Event(
            kind,
            event.at,
            who=who,
            case=case,
            step=event.step,
            moves=moves,
            letters=event.letters,
            refused=event.refused,
            rulings=rulings,
            diverges=event.diverges,
        )

    def _case(self, step: Step) -> str:
        if step.case:
            return f"{self.number}-{step.case}"
        return self.number

    def _rulings(self, step: Step) -> tuple[Ruling, ...]:
        """Return the rulings of a refusal, asked anew: it changed nothing, so they are the same."""
        request = Request(step.command, step.words, case=self._case(step))
        try:
            view, _, examined = self.engine.why(request, self.teller.actor(step.who))
        except SolflowError:
            return ()  # the words themselves were off, and the refusal says which
        case: CaseFile = view.loaded.case
        objecting: dict[str, Ruling] = {}
        for _, _, ruling in examined:
            if ruling is not None and stands(case, ruling):
                objecting[ruling.guard] = ruling
        return tuple(objecting.values())


def moved(content: EntryContent) -> Moved:
    """Return what a journal entry says its move did."""
    return Moved(
        case=content.case,
        command=content.command,
        source=content.source,
        dest=content.dest,
        effective_at=content.effective_at,
        recorded_at=content.recorded_at,
        dates=content.deadlines,
        warnings=tuple(f"{warning.says} [{warning.rule}]" for warning in content.warnings),
        filed=tuple((fact.kind, json.loads(fact.body)) for fact in content.changed),
    )


def _parts(done: Accepted | None) -> tuple[CasePlan, ...]:
    if done:
        return done.plan.parts
    return ()


def _made(folder: Path, story: Story, start: datetime) -> Workspace:
    """Make a workspace that nothing on this machine but the program itself has a say in."""
    made = Workspace.create(
        folder,
        agency=story.about["agency"],
        jurisdiction=story.about["jurisdiction"],
        program=story.about["program"],
        training=True,
        person=WATCHER,
        name="You (watching, simulated)",
        start=start,
        environ={"XDG_CONFIG_HOME": str(folder)},
    )
    root, environ = made.root, made.environ
    made.close()
    file = root / settings.FILE
    mail = f'\n[mail]\naddress = "{ADDRESS}"\n'
    write_whole(file, (file.read_text(encoding="utf-8") + mail).encode())
    # a demo run inside a clone is none of the clone's business
    write_whole(root / ".gitignore", b"*\n")
    write_whole(root / TOLD, b"")
    return Workspace(root, environ)
