"""A story is script and expectation at once: what people do, and what must come of it."""

import json
import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from solicitation_flow.errors import Flaw, InvalidFile

STEP = re.compile(
    r"(?P<when>\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?)\s+(?P<who>\S+)\s+"
    r"(?:@(?P<case>\S+)\s+)?(?P<what>.+?)\s+(?P<mark>->|!!)\s+(?P<outcome>.+)"
)
ABOUT = re.compile(
    r"(title|agency|jurisdiction|zone|program|start|person|supplier|member|file|follows):\s*(.+)"
)
LONGEST_CHAIN = 9
"""How many stories may stand behind one: more is a story that follows itself."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody entered in a register before the story begins."""

    register: str
    key: str
    name: str
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One line: when, who, which command with which words, and what must come of it.

    `case` names a child by its suffix (`A1`) or a register's entry (`S-acme`); empty is the
    story's own case. `refused` says that `outcome` is part of a refusal, not the state reached.
    """

    line: int
    text: str
    when: datetime
    who: str
    case: str
    command: str
    words: Mapping[str, Any]
    refused: bool
    outcome: str
    file: str = ""


@dataclass(slots=True)
class Story:
    """A parsed story: its heading, its cast, its steps.

    `chapters` are narration by line; `files` say what is in a file that a step names as `@name`.
    A story that `follows` another begins where that one ended, with its cast and its heading.
    """

    file: str
    about: dict[str, str] = field(default_factory=dict)
    cast: list[Party] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    chapters: dict[int, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    before: tuple[Step, ...] = ()

    def parts(self) -> Iterator[str | Step]:
        """Yield the steps of the story before, then narration and steps in the file's order."""
        yield from self.before
        steps = {step.line: step for step in self.steps}
        for line in sorted({*steps, *self.chapters}):
            yield self.chapters.get(line) or steps[line]


def words(parts: list[str]) -> dict[str, Any]:
    """Return FIELD=VALUE words as a form takes them; `FIELD:=JSON` is typed."""
    made: dict[str, Any] = {}
    for part in parts:
        name, equals, value = part.partition("=")
        if not equals:
            raise ValueError(f"expected FIELD=VALUE, found {part!r}")
        made[name.removesuffix(":")] = json.loads(value) if name.endswith(":") else value
    return made


def parse(text: str, file: str, behind: int = 0) -> Story:
    """Return the story a text tells, or raise InvalidFile naming every line that is off.

    `behind` counts the stories that follow this one.
    """
    story = Story(file)
    flaws: list[Flaw] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("# "):
            continue
        try:
            _take(story, number, line, behind)
        except ValueError as error:
            flaws.append(Flaw(file, number, 1, str(error)))
    if flaws:
        raise InvalidFile(flaws)
    return story


def read(path: Path, behind: int = 0) -> Story:
    """Return the story a file tells."""
    return parse(path.read_text(encoding="utf-8"), str(path), behind)


def _follow(story: Story, name: str, behind: int) -> None:
    """Take over heading, cast, file and steps of the story that was told before."""
    if behind > LONGEST_CHAIN:
        raise ValueError(f"too many stories follow each other before {name}")
    path = Path(story.file).parent / name
    if not path.is_file():
        raise ValueError(f"there is no story {name} to follow")
    earlier = read(path, behind + 1)
    story.about = earlier.about | story.about
    story.cast = [*earlier.cast, *story.cast]
    story.files = earlier.files | story.files
    story.before = (*earlier.before, *earlier.steps)


def _take(story: Story, number: int, line: str, behind: int) -> None:
    if line.startswith("## "):
        story.chapters[number] = line.removeprefix("## ")
    elif match := ABOUT.fullmatch(line):
        key, value = match.groups()
        if key in {"person", "supplier", "member"}:
            name, called, *rest = shlex.split(value)
            story.cast.append(Party(key, name, called, tuple(rest)))
        elif key == "file":
            name, content = shlex.split(value)
            story.files[name] = content
        elif key == "follows":
            _follow(story, value, behind)
        else:
            story.about[key] = value
    elif match := STEP.fullmatch(line):
        story.steps.append(replace(_step(number, line, match), file=story.file))
    else:
        raise ValueError("expected `WHEN  WHO  COMMAND words  -> state` or `!! refusal`")


def _step(number: int, line: str, match: re.Match[str]) -> Step:
    command, *rest = shlex.split(match["what"])
    return Step(
        line=number,
        text=line,
        when=datetime.fromisoformat(match["when"]),
        who=match["who"],
        case=match["case"] or "",
        command=command,
        words={} if command in {"reads", "new"} and not rest else _words(command, rest),
        refused=match["mark"] == "!!",
        outcome=match["outcome"].strip(),
    )


def _words(command: str, rest: list[str]) -> dict[str, Any]:
    if command == "reads":
        return {"notice": rest[0]}
    if command == "new":
        return {"workflow": rest[0], "words": words(rest[1:])}
    return words(rest)
