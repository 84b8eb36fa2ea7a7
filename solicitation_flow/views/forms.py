"""The fields of a command, for whoever fills them in and for editors."""

import json
from collections.abc import Iterator, Sequence

from solicitation_flow import forms
from solicitation_flow.views.viewer import Document


def document(
    command: str, form: type[forms.Form], workflows: Sequence[str], parent: str | None
) -> Document:
    """Return a form as JSON Schema, with what else a program wants to know of it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **forms.schema(form),
        "command": command,
        "workflows": list(workflows),
        "fields": forms.describe(form),
        "parent": parent,
    }


def lines(
    command: str, form: type[forms.Form], workflows: Sequence[str], parent: str | None
) -> Iterator[str]:
    """Return a form for a person: each field, what it takes, and an example."""
    yield f"{command} ({', '.join(workflows)})"
    fields = forms.describe(form)
    if not fields:
        yield "  It has no fields."
        return
    required = any(field["required"] for field in fields)
    yield f"  {' '.join((form.__doc__ or '').split())}"
    yield f"\nFields{'' if required else ', all optional'}:"
    if parent:
        yield f"  parent (required)\n    the number of the {parent} it belongs to"
    for field in fields:
        yield f"  {field['name']}{' (required)' if field['required'] else ''}"
        yield f"    {field['help']}; {field['takes']}"
        if field["default"] not in (None, "", (), {}):
            yield f"    default: {_shown(field['default'])}"
        for example in field["examples"][:1]:
            yield f"    example: {field['name']}={_shown(example)}"


def example(command: str, form: type[forms.Form]) -> Iterator[str]:
    """Return a form as YAML: each field under its help, with an example to replace."""
    yield f"# {command}: change the values, and delete the lines you do not need"
    for field in forms.describe(form):
        yield f"# {field['help']}; {field['takes']}"
        shown = [*field["examples"], field["default"]][0]
        if shown is not None:
            yield f"{field['name']}: {json.dumps(_shown(shown))}"
        elif "@path" in field["takes"]:
            yield f'# {field["name"]}: "@path"'
        else:
            yield f'# {field["name"]}: ""'


def _shown(value: object) -> str:
    if isinstance(value, bool):
        if value:
            return "yes"
        return "no"
    if isinstance(value, list | tuple):
        return ",".join([str(part) for part in value])
    return str(value)
