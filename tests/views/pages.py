"""Every view, shown as a page of HTML: what a program for the browser would do with them."""

import html
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from solicitation_flow import catalogue
from solicitation_flow.casefile import Actor
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Accepted, Engine, Request, Sweep, case_list
from solicitation_flow.errors import Flaw, Suggestion
from solicitation_flow.jurisdiction import merged_files, read_rules
from solicitation_flow.jurisdiction.findings import Difference, differences
from solicitation_flow.post import Sent
from solicitation_flow.soundness.checked import CheckedFile
from solicitation_flow.verify.findings import Check, Finding
from solicitation_flow.verify.stored import Verified, verified
from solicitation_flow.views import (
    agenda,
    agreements,
    available_commands,
    cases,
    charts,
    checked_law,
    diagrams,
    forms,
    journal,
    jurisdiction,
    letters,
    reasons,
    refusal,
    registers,
    reports,
    result,
    schemas,
)
from solicitation_flow.views.viewer import Document, Viewer
from solicitation_flow.workspace.judgments import Otherwise
from solicitation_flow.yamlfile import Tree
from tests.engine_fixtures import ROOT, definitions, told

OFFICER = Actor("maria", frozenset({"officer"}))
STORIES = ROOT / "tests" / "stories"
RULES = definitions("va-local", "neutral", "").jurisdiction_files()
VIRGINIA = ROOT / "workflows" / "jurisdictions" / "va-local.yaml"


def spell(suggestion: Suggestion) -> str:
    """Return a suggestion as a page would: where it leads, with what it fills in."""
    fields = "&".join(f"{name}={value}" for name, value in suggestion.fields.items())
    place = "/".join(part for part in (suggestion.case, suggestion.subject) if part)
    return f"/{suggestion.command.replace(' ', '/')}/{place}?{fields}"


@dataclass(frozen=True, slots=True)
class Told:
    """A story's engine and the case it is about."""

    engine: Engine
    number: str
    viewer: Viewer


def tell(story: str) -> Told:
    """Tell a story to its end, and look at its case as the officer."""
    teller, _ = told(STORIES / story)
    viewer = Viewer(teller.engine, teller.zone, OFFICER, training=True, spell=spell)
    return Told(teller.engine, teller.number, viewer)


# --- a page of HTML ------------------------------------------------------------------------------


def page(document: Any) -> str:
    """Return a document as HTML: an object as a list of terms, an array as a list."""
    if isinstance(document, Mapping):
        rows = [
            f"<dt>{escape(name)}</dt><dd>{page(value)}</dd>" for name, value in document.items()
        ]
        return f"<dl>{''.join(rows)}</dl>"
    if isinstance(document, list | tuple):
        return f"<ol>{''.join([f'<li>{page(item)}</li>' for item in document])}</ol>"
    return escape(document)


def lines_page(lines: Iterator[str]) -> str:
    """Return the lines of a view as HTML."""
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def escape(value: object) -> str:
    """Return a leaf as the page shows it."""
    return html.escape("none" if value is None else str(value))


def leaves(document: Any) -> Iterator[str]:
    """Return every leaf of a document as the page shows it."""
    if isinstance(document, Mapping):
        for name, value in document.items():
            yield escape(name)
            yield from leaves(value)
    elif isinstance(document, list | tuple):
        for item in document:
            yield from leaves(item)
    else:
        yield escape(document)


# --- every view, on a case of a story ------------------------------------------------------------


def view_documents() -> dict[str, Document]:
    """Return one document of every view that makes any, by the name of its function."""
    case, agreed = tell("beginnings/published.story"), tell("agreements/signed-and-published.story")
    viewer, engine, number = case.viewer, case.engine, case.number
    view = engine.view(number)
    listings = catalogue.agreements(agreed.engine, everything=True)
    written = engine.read.letters(case=number)
    duties = engine.read.duties()
    workflow, law = view.loaded.lifecycle.workflow, view.loaded.law
    publishing = workflow.book.forms["publish"]
    findings = [Finding("record", number, "it was changed")]
    checks = [
        Check("due", ok=False, says="2 passed", next=Suggestion("tick")),
        Check("clock", ok=False, says="late", advice="set it", next=Suggestion("tick")),
        Check("mail", ok=True, says="none", advice="write one"),
    ]
    broken = CheckedFile(
        "rfp.v2.yaml", None, [Flaw("rfp.v2.yaml", 3, 1, "no such role", "officer")]
    )
    acted = asked(case)
    why = engine.why(Request("amend", {"summary": "By lot"}, number), OFFICER)
    listed = list(case_list.listed(engine.read, case_list.Wanted()))
    commands = engine.read.next(number, OFFICER)
    return {
        "agenda.due": agenda.due(viewer),
        "agenda.inbox": agenda.inbox(duties, OFFICER, viewer, "maria"),
        "agenda.settled": agenda.settled(Sweep(), Sent(), ["a trouble"], viewer),
        "agreements.document": agreements.document(
            listings[0], catalogue.packet(agreed.engine, listings[0].number), agreed.viewer
        ),
        "agreements.listed": agreements.listed(listings, agreed.viewer),
        "available_commands.document": available_commands.document(*commands, viewer),
        "cases.document": cases.document(view, cases.Time(), viewer),
        "cases.listed": cases.listed(listed, viewer),
        "charts.document": charts.document(workflow, law),
        "forms.document": forms.document("publish", publishing, ["rfp"], "rfp"),
        "journal.document": journal.document(view, engine.read.journal(number), viewer),
        "checked_law.document": checked_law.document(checked_rules()),
        "checked_law.differing": checked_law.differing(*compared()),
        "jurisdiction.document": jurisdiction.document(rules(), origin=True),
        "jurisdiction.listed": jurisdiction.listed(RULES),
        "letters.document": letters.document(written[0], viewer),
        "letters.listed": letters.listed(written, viewer),
        "letters.previews": letters.previews(written, viewer),
        "reasons.document": reasons.document("amend", why, viewer, form_asked=True),
        "refusal.document": refusal.document(refused(case), viewer),
        "registers.entries": {"suppliers": registers.entries("supplier", viewer)},
        "reports.checked": reports.checked([broken, CheckedFile("rfp.v1.yaml", workflow, ())]),
        "reports.examined": reports.examined("here", checks, spell),
        "reports.verified": reports.verified(Verified(number, 1, findings, None)),
        "result.document": result.document(acted, viewer),
    }


def asked(case: Told) -> Accepted:
    """Return what came of a supplier's question."""
    supplier = Actor("birchway", frozenset({"supplier"}), acts_for="birchway")
    request = Request("ask", {"text": "May one proposal cover one lot?"}, case.number)
    answer = case.engine.perform(request, supplier)
    assert isinstance(answer, Accepted), answer
    return answer


def rules() -> list[Tree]:
    """Return a jurisdiction's file and those it extends."""
    return RULES.chain(VIRGINIA)


def checked_rules() -> list[checked_law.Checked]:
    """Return what checking a sound file and a broken one finds."""
    flaw = Flaw("va.yaml", 3, 1, "no such rule", "minimum_notice")
    noted = RULES.findings(VIRGINIA, date(2026, 12, 1))
    return [
        checked_law.Checked(VIRGINIA, "va-local", 164, [], noted),
        checked_law.Checked(Path("va.yaml"), None, 0, [flaw], []),
    ]


def compared() -> tuple[tuple[str, str], list[Difference], list[Otherwise]]:
    """Return what Virginia and Florida state differently, and a case that is touched."""
    florida = RULES.path("fl-state")
    assert florida is not None, "the profile ships"
    rules_of = (read_rules(merged_files(rules())), read_rules(merged_files(RULES.chain(florida))))
    case = Otherwise("RFP-2026-001", "2024", ("stay",), 3)
    return ("va-local", "fl-state"), differences(*rules_of), [case]


def refused(case: Told) -> Refusal:
    """Return the refusal of a change that may come too late."""
    answer = case.engine.plan(Request("amend", {"summary": "By lot"}, case.number), OFFICER)
    assert isinstance(answer, Refusal), "the rules of this story leave the time to a determination"
    return answer


def view_texts() -> dict[str, str]:
    """Return one page of every view that makes lines or tables, by the name of its function."""
    case, agreed = tell("beginnings/published.story"), tell("agreements/signed-and-published.story")
    viewer, engine, number = case.viewer, case.engine, case.number
    view = engine.view(number)
    listings = catalogue.agreements(agreed.engine, everything=True)
    packet = catalogue.packet(agreed.engine, listings[0].number)
    written = engine.read.letters(case=number)
    duties = engine.read.duties()
    workflow, law = view.loaded.lifecycle.workflow, view.loaded.law
    form = workflow.book.forms["publish"]
    why = engine.why(Request("amend", {}, number), OFFICER)
    checks = [Check("clock", ok=False, says="late", advice="set it", next=Suggestion("tick"))]
    files = [CheckedFile("rfp.v1.yaml", workflow, ())]
    commands = engine.read.next(number, OFFICER)
    listed = list(case_list.listed(engine.read, case_list.Wanted()))
    acted = asked(case)
    joining = agreements.joining(listings[0])
    texts: dict[str, Callable[[], Iterator[str]]] = {
        "agreements.lines": lambda: agreements.lines(listings[0], agreed.viewer),
        "agreements.joining": lambda: iter([spell(joining)] if joining else []),
        "available_commands.lines": lambda: available_commands.lines(*commands, viewer),
        "agenda.settled_lines": lambda: agenda.settled_lines(Sweep(), Sent(), viewer),
        "cases.lines": lambda: cases.lines(view, cases.Time(), viewer),
        "charts.paragraphs": lambda: (part.text for part in charts.paragraphs(workflow, law)),
        "diagrams.drawn": lambda: iter(
            [diagrams.drawn(workflow, kind, inner=True) for kind in ("mermaid", "dot")]
        ),
        "forms.example": lambda: forms.example("publish", form),
        "forms.lines": lambda: forms.lines("publish", form, ["rfp"], None),
        "checked_law.lines": lambda: checked_law.lines(checked_rules()),
        "jurisdiction.bare": lambda: jurisdiction.bare(rules()),
        "jurisdiction.head": lambda: jurisdiction.head(rules()),
        "jurisdiction.notes": lambda: jurisdiction.notes(rules()),
        "jurisdiction.placelines": lambda: jurisdiction.placelines(rules()),
        "jurisdiction.rule_table": lambda: cells(jurisdiction.rule_table(rules())),
        "checked_law.differing_lines": lambda: checked_law.differing_lines(*compared()),
        "jurisdiction.table": lambda: cells(jurisdiction.table(RULES)),
        "letters.lines": lambda: letters.lines(written[0]),
        "reasons.lines": lambda: reasons.lines("amend", why, viewer),
        "refusal.lines": lambda: refusal.lines(refused(case), viewer, settled=True),
        "reports.checked_lines": lambda: reports.checked_lines(files),
        "reports.examined_lines": lambda: reports.examined_lines(checks, spell),
        "reports.verified_lines": lambda: reports.verified_lines(verified(engine, number)),
        "result.lines": lambda: result.lines(acted, viewer),
        "result.what_next": lambda: result.what_next(acted, viewer),
        "schemas.text": lambda: iter([schemas.text(kind) for kind in schemas.KINDS]),
        "agenda.due_table": lambda: cells(agenda.due_table(agenda.due(viewer))),
        "agenda.inbox_table": lambda: cells(agenda.inbox_table(duties, viewer)),
        "agreements.table": lambda: cells(agreements.table(listings)),
        "agreements.packet_table": lambda: cells(agreements.packet_table(packet)),
        "cases.table": lambda: cells(cases.table(listed, viewer)),
        "journal.table": lambda: cells(journal.table(view, engine.read.journal(number), viewer)),
        "letters.table": lambda: cells(letters.table(written, viewer)),
        "registers.table": lambda: cells(
            registers.table(registers.entries("person", viewer, everybody=True))
        ),
    }
    return {name: lines_page(lines()) for name, lines in texts.items()}


def cells(table: tuple[tuple[str, ...], list[tuple[str, ...]]]) -> Iterator[str]:
    """Return the cells of a table, row by row."""
    heads, rows = table
    for row in (heads, *rows):
        assert len(row) == len(heads)
        yield from row


def write(folder: Path) -> list[str]:
    """Write a page for every view, and return what a page does not show."""
    missing: list[str] = []
    for name, document in view_documents().items():
        shown = page(document)
        (folder / f"{name}.html").write_text(shown, encoding="utf-8")
        missing += [f"{name}: {leaf}" for leaf in leaves(document) if leaf not in shown]
    for name, shown in view_texts().items():
        (folder / f"{name}.html").write_text(shown, encoding="utf-8")
        if not shown:
            missing.append(f"{name}: it is empty")
    return missing
