"""Writes what the rules said of the real cases as a page people read."""

from collections.abc import Iterable, Iterator

from scripts.realcases.asking import ASIDE, KINDS, Answer
from scripts.realcases.entering import EnteredCase, Step
from scripts.realcases.published import NO_HOUR, Published, Stated

BEGIN = "<!-- cases:begin (scripts/cases --write) -->"
END = "<!-- cases:end -->"

NOT_OFFERED = "not possible"

WORDS = {
    "issued": "issued",
    "conference_at": "conference",
    "questions_due": "questions until",
    "proposals_due": "proposals due",
    "opened": "opened",
    "announced": "award announced",
    "awarded": "award or contract",
    "protest": "protest filed",
}
"""The dates a schedule may hold, in the order they come."""

WANTED = ("issued", "conference_at", "questions_due", "proposals_due", "announced", "awarded")


def page(tellings: Iterable[EnteredCase], without: Iterable[str]) -> str:
    """Return everything between the markers."""
    tellings = list(tellings)
    lines = [BEGIN, "", *_summary(tellings), ""]
    for telling in tellings:
        lines += [*_section(telling), ""]
    files = ", ".join(f"`{name}`" for name in without)
    lines += [f"Files without a schedule, so nothing was asked: {files}.", "", END]
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _summary(tellings: list[EnteredCase]) -> Iterator[str]:
    """Return one row a case: how many rules stood aside, and which did not."""
    yield _row(("case", "profile", *KINDS, NOT_OFFERED))
    yield _row(["---"] * (3 + len(KINDS)))
    for telling in tellings:
        answers = [(_named(step, a), a.kind) for step in telling.steps for a in step.answers]
        answers += [(_command(step), NOT_OFFERED) for step in telling.steps if step.stopped]
        cells = [str(sum(kind == ASIDE for _, kind in answers))]
        cells += [_all(answers, kind) for kind in (*KINDS[1:], NOT_OFFERED)]
        yield _row((telling.case.id, telling.profile, *cells))


def _all(answers: list[tuple[str, str]], kind: str) -> str:
    return ", ".join(dict.fromkeys(name for name, answer_kind in answers if answer_kind == kind))


def _command(step: Step) -> str:
    return step.title.partition(" (")[0]


def _named(step: Step, answer: Answer) -> str:
    command = _command(step)
    return answer.guard if command == "publish" else f"{answer.guard} ({command})"


def _section(entered: EnteredCase) -> Iterator[str]:
    """Return one case: its source, what was entered, what is wanting, and every answer."""
    case = entered.case
    yield f"### {case.id}, {entered.profile}"
    yield ""
    yield f"{case.number}, {case.agency} ({case.state}), {case.method}; clocks of {case.zone}."
    yield "Published: " + "; ".join(_link(*source) for source in case.sources) + "."
    yield ""
    yield f"- Entered: {'; '.join(_entered(case))}."
    wanting = [WORDS[name] for name in WANTED if name not in case.dates]
    if any(change.due for change in case.changes):  # a later due date is known all the same
        wanting = [text.replace("proposals due", "the first due date") for text in wanting]
    if wanting:
        yield f"- Not in the data: {', '.join(wanting)}."
    if entered.simulated:
        yield f"- Simulated, so that the case could go on: {', '.join(entered.simulated)}."
    yield ""
    yield _row(("command", "as of", "rule", "answer", "because"))
    yield _row(["---"] * 5)
    for step in entered.steps:
        yield from _rows(step)


def _link(title: str, url: str) -> str:
    return f"[{title}]({url})" if url else title


def _entered(case: Published) -> Iterator[str]:
    for name, words in WORDS.items():
        if name in case.dates:
            yield f"{words} {spoken(case.dates[name])}"
        if name == "proposals_due" and case.cover_due:
            yield f"in another document {spoken(case.cover_due)}"
    for change in case.changes:
        at = spoken(change.at) if change.at else "on a day not in the data"
        yield f"{change.name} {at}" + (f", due {spoken(change.due)}" if change.due else "")


def spoken(stated: Stated) -> str:
    """Return a date as published, its doubts and its label said."""
    days = list(dict.fromkeys(f"{time:%Y-%m-%d}" for time in stated.times))
    whole = list(dict.fromkeys(f"{time:%Y-%m-%d %H:%M}" for time in stated.times))
    printed = " or ".join(days if NO_HOUR in stated.doubt else whole)
    notes = [stated.doubt] * bool(stated.doubt)
    notes += [f"printed “{stated.printed}”"] * bool(stated.printed)
    return f"{printed} ({'; '.join(notes)})" if notes else printed


def _as_of(stated: Stated) -> str:
    first, last = (f"{instant:%Y-%m-%d}" for instant in (stated.times[0], stated.last))
    return first if first == last else f"{first} to {last}"


def _rows(step: Step) -> Iterator[str]:
    """Return what stood aside in one row, and a row for each rule that did not."""
    as_of = _as_of(step.at)
    aside = [answer for answer in step.answers if answer.kind == ASIDE]
    if aside:
        yield _row((step.title, as_of, ", ".join(_rule(answer) for answer in aside), ASIDE, ""))
    for answer in step.answers:
        if answer.kind != ASIDE:
            yield _row((step.title, as_of, _rule(answer), answer.kind, answer.says))
    if step.stopped:
        yield _row((step.title, as_of, "", NOT_OFFERED, step.stopped))


def _rule(answer: Answer) -> str:
    return f"{answer.guard} ({answer.id})"
