"""Tests what a program that reads forms relies on: every field has help and an example."""

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow import forms, workflow
from solicitation_flow.forms import Attachment, Envelope, Form
from solicitation_flow.records import KINDS
from tests.phases import builders

PHASES = (
    *("preparation", "issuance", "amendments", "responses", "evaluation", "award"),
    *("agreements", "registers", "papers"),
)
FILES = sorted(builders.WORKFLOWS.glob("*.yaml"))


def every_form() -> list[tuple[str, type[Form]]]:
    for name in PHASES:
        importlib.import_module(f"solicitation_flow.phases.{name}")
    forms: dict[str, type[Form]] = {}
    for path in FILES:
        read, _ = workflow.read(path.read_text(encoding="utf-8"), path.name)
        forms |= {f"{read.name}-{name}": form for name, form in read.book.forms.items()}
    return sorted(forms.items(), key=lambda pair: pair[0])


FORMS = every_form()
IDS = [name for name, _ in FORMS]


def example(form: type[Form], field: dict[str, Any]) -> object:
    if forms.takes(form, field["name"]) in {Envelope, Attachment}:
        return {"name": "x.pdf", "bytes": 1, "digest": "d" * 64}
    return field["examples"][0]


@pytest.mark.parametrize(("name", "form"), FORMS, ids=IDS)
def test_every_field_says_what_it_is_and_required_ones_show_how(
    name: str, form: type[Form]
) -> None:
    for field in forms.describe(form):
        assert field["help"], f"{name} {field['name']}"
        given = forms.takes(form, field["name"]) in {Envelope, Attachment}
        assert given or not field["required"] or field["examples"], f"{name} {field['name']}"


@pytest.mark.parametrize(("name", "form"), FORMS, ids=IDS)
def test_a_form_filled_from_its_examples_is_accepted(name: str, form: type[Form]) -> None:
    fields = forms.describe(form)
    required = {field["name"]: example(form, field) for field in fields if field["required"]}
    forms.check(form, name, required)
    whole = {field["name"]: example(form, field) for field in fields if field["examples"]}
    forms.check(form, name, required | whole)
    json.dumps(forms.schema(form))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_human_move_has_a_duty_or_is_optional(path: Path) -> None:
    read, _ = workflow.read(path.read_text(encoding="utf-8"), path.name)
    human = {
        move.command
        for move in read.moves
        if move.source and not move.optional and not {"clock", "case"} & set(move.by)
    }
    assert human <= set(read.book.duties)


def test_rules_with_a_number_are_asked_by_the_name_the_jurisdictions_use() -> None:
    books = (workflow.read(path.read_text(encoding="utf-8"), path.name)[0].book for path in FILES)
    asked = {guard.rule for book in books for guard in book.guards.values()}
    wanted = {"minimum_notice", "question_cutoff", "committee_size", "standstill"}
    assert wanted | {"due_on_working_day", "packet_complete"} <= asked & set(
        builders.jurisdiction().rules
    )


def test_every_kind_of_record_finds_its_class_again() -> None:
    assert {"solicitation", "publication", "proposal", "ranking", "agreement"} <= set(KINDS)
