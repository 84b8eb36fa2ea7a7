"""Letters: what strictness, the sandbox and the layout cost over Jinja by itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import jinja2

from scripts.benchmarks.cycles import tell
from scripts.benchmarks.measuring import Budget, Row, Work, judged, lap, race
from scripts.benchmarks.moves import letters_note
from scripts.benchmarks.stand import Stand, begins, story, teller
from solicitation_flow.paper import Templates, Words
from solicitation_flow.paper.filters import filters
from solicitation_flow.paper.template_file import read_template
from solicitation_flow.store.memory import MemoryStore

BUDGET = Budget(
    "a letter in words: one kept environment, strict, sandboxed, CPU",
    "plain Jinja, the same templates",
    2.5,
    1.5,
)
Asked = tuple[tuple[str, Mapping[str, Any]], ...]
Render = Callable[[str, Mapping[str, Any]], object]


class Overheard(Templates):
    """Keeps what every letter of a story was written from."""

    asked: list[tuple[str, Mapping[str, Any]]]

    def render(self, notice: str, context: Mapping[str, Any]) -> Words:
        """Render a letter, and remember it."""
        self.asked.append((notice, context))
        return super().render(notice, context)


def letters(stand: Stand) -> Iterator[Row]:
    """Every letter of the shipped scenario, rendered our way and the plain way."""
    times, rounds = stand.count(5, 1), stand.count(9, 2)
    templates = Overheard(stand.letters())
    templates.asked = []
    whole = story()
    engine = stand.engine(MemoryStore(), start=begins(whole))
    engine = type(engine)(replace(engine.environment, templates=templates))
    tell(teller(engine, whole))
    asked = tuple(templates.asked)
    count = len(asked) * times

    words = tuple((notice, dict(context)) for notice, context in asked)
    ours = _all(Templates(stand.letters()).render, asked, times)
    base = _all(_plain(templates, asked), words, times)
    run = race(lap(lambda: ours, count), lap(lambda: base, count), rounds)
    note = f"{len(asked)} letters; {letters_note(stand)}".removesuffix("; ")
    yield judged("letters", BUDGET, run, "cpu", note)


def _all(render: Render, asked: Asked, times: int) -> Work:
    def work() -> None:
        for notice, context in asked * times:
            render(notice, context)

    return work


def _plain(templates: Templates, asked: Asked) -> Render:
    """Return Jinja by itself: its own environment, lenient, no sandbox, no layout."""

    def load(name: str) -> str:
        path = templates.path(name)
        return read_template(path.read_bytes(), str(path), letter="/" in name).body

    env = jinja2.Environment(  # noqa: S701 - letters are plain text
        loader=jinja2.FunctionLoader(load), trim_blocks=True, lstrip_blocks=True
    )
    env.filters.update(filters())
    compiled = {}
    for notice in {notice_name for notice_name, _ in asked}:
        path = templates.path(notice)
        sheet = read_template(path.read_bytes(), str(path), letter=True)
        compiled[notice] = env.from_string(sheet.subject), env.from_string(sheet.body)

    def render(notice: str, context: Mapping[str, Any]) -> object:
        subject, body = compiled[notice]
        return subject.render(context), body.render(context)

    return render
