"""An engine wired for tests: shipped law and letters, a virtual clock, any store."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from solicitation_flow.clock import VirtualClock
from solicitation_flow.documents import Documents, Library, MemoryDocuments
from solicitation_flow.engine import Engine, Environment
from solicitation_flow.notices import Sender
from solicitation_flow.paper import Templates
from solicitation_flow.seal import PlainSealer
from solicitation_flow.simulation.story import Story, parse, read
from solicitation_flow.simulation.story_runner import StoryEvent, StoryRunner
from solicitation_flow.store import Store
from solicitation_flow.store.memory import MemoryStore
from solicitation_flow.workdays import instant
from solicitation_flow.workspace import FileDefinitions

ROOT = Path(__file__).parents[1]
START = datetime(2026, 1, 5, 14, 0, tzinfo=UTC)


@cache
def definitions(
    jurisdiction: str, program: str, zone: str, *, thin: bool = False
) -> FileDefinitions:
    """Return the shipped definitions, or before them the thin ones, read once for all tests.

    Stories have a jurisdiction of their own beside those an agency may choose.
    """
    own = (ROOT / "tests" / "workflows",) if thin else ()
    folders = (*own, ROOT / "workflows", ROOT / "workflows" / "scenarios")
    return FileDefinitions(folders, jurisdiction, program, zone)


@cache
def templates() -> Templates:
    """Return the shipped letters, compiled once for all tests."""
    return Templates([ROOT / "templates"])


def engine(
    store: Store | None = None,
    clock: VirtualClock | None = None,
    *,
    library: Library | None = None,
    jurisdiction: str = "va-local",
    program: str = "neutral",
    zone: str = "America/New_York",
    training: bool = False,
    thin: bool = False,
) -> Engine:
    """Return an engine over fakes; give a store or a folder for the real parts."""
    return Engine(
        Environment(
            store=store or MemoryStore(),
            clock=clock or VirtualClock(START),
            library=library or MemoryDocuments(),
            sealer=PlainSealer(),
            definitions=definitions(jurisdiction, program, zone, thin=thin),
            templates=templates(),
            sender=Sender("The lead agency", "procurement@agency.example"),
            training=training,
        )
    )


def teller(
    story: Story, store: Store | None = None, folder: Path | None = None, *, thin: bool = False
) -> StoryRunner:
    """Return a teller for a story, its cast entered, its clock at the story's start."""
    zone = story.about.get("zone", "America/New_York")
    start = story.about.get("start") or story.steps[0].when.isoformat()
    clock = VirtualClock(instant(datetime.fromisoformat(start), zone))
    made = engine(
        store,
        clock,
        library=Documents(folder) if folder else None,
        jurisdiction=story.about.get("jurisdiction", "va-local"),
        program=story.about.get("program", "neutral"),
        zone=zone,
        thin=thin,
    )
    runner = StoryRunner(made, clock, story, zone)
    runner.enter_cast()
    return runner


def told(
    text_or_path: str | Path, store: Store | None = None, *, thin: bool = False
) -> tuple[StoryRunner, list[StoryEvent]]:
    """Run a story to its end, and return what happened."""
    story = read(text_or_path) if isinstance(text_or_path, Path) else parse(text_or_path, "test")
    made = teller(story, store, thin=thin)
    return made, list(made.tell())
