"""JSON Schemas of the files an agency writes, made from what reads them, for editors."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from solicitation_flow import jurisdiction, workflow
from solicitation_flow.errors import Usage
from solicitation_flow.rulebook import Book, RuleFunction
from solicitation_flow.soundness.people import ROLES
from solicitation_flow.yamlfile import did_you_mean

Schema = dict[str, Any]


def text(kind: str) -> str:
    """Return the schema of one kind of file, as the text an editor is given."""
    if kind not in KINDS:
        hint = did_you_mean(kind, KINDS) or f"there are schemas of {', '.join(KINDS)}"
        raise Usage(f"there is no schema of {kind!r}", hint=hint)
    checks = "workflow"
    if kind == "jurisdiction":
        checks = "jurisdiction"
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"Made from what reads the file; checking a {checks} file proves more.",
        **KINDS[kind](),
        "title": f"{kind} file of solicitation-flow",
    }
    return json.dumps(schema, indent=2) + "\n"


def of_workflow() -> Schema:
    """Return the shape of a workflow file, and every name that the law lends it."""
    schema, law = workflow.schema(), workflow.phases()
    definitions = workflow.book(law)
    parts, file = schema["$defs"], schema["properties"]
    for branch in (parts["Branch"], parts["Opening"]):
        branch["properties"]["by"]["items"] = {"enum": list(ROLES)}
    branch = parts["Branch"]["properties"]
    branch["guards"]["items"] = _guards(definitions)
    branch["notices"]["additionalProperties"] = _named(definitions.audiences)
    parts["Opening"]["properties"]["command"] = {"enum": sorted(definitions.actions)}
    parts["State"]["properties"]["phase"] = {"enum": list(law)}
    file["law"]["items"] = {"enum": list(law)}
    file["procedure"] = {"enum": list(jurisdiction.PROCEDURES)}
    parts["DeadlineTerms"]["properties"]["remind"]["propertyNames"] = _named(definitions.audiences)
    for home in (parts["State"], parts["Everywhere"], parts["Group"]):
        home["properties"]["may"]["propertyNames"] = {"enum": sorted(definitions.actions)}
    return schema


def of_jurisdiction() -> Schema:
    """Return the shape of a jurisdiction file; a rule may say what differs for a procedure."""
    schema = jurisdiction.Profile.model_json_schema(by_alias=True)
    rule = schema["$defs"]["Rule"]["properties"]
    figures = rule.pop("methods")["additionalProperties"]
    rule |= dict.fromkeys(jurisdiction.PROCEDURES, figures)
    rule["replaces"] = {"const": True}
    # what a file does not say it takes from the one it extends
    schema["required"] = ["jurisdiction"]
    schema["$defs"]["Holidays"].pop("required", None)
    schema["properties"]["extends"] = {"type": "string"}
    overlay = jurisdiction.Overlay.model_json_schema(by_alias=True)
    schema["properties"]["applies"] = overlay["properties"]["applies"]
    return _with_years(schema)


def of_program() -> Schema:
    """Return the shape of a cooperative program's file."""
    return _with_years(jurisdiction.Program.model_json_schema(by_alias=True))


KINDS = {"workflow": of_workflow, "jurisdiction": of_jurisdiction, "program": of_program}
"""The kinds of files there are, each with what makes its schema."""


def _guards(definitions: Book) -> Schema:
    """Each guard with what the law says, so that an editor shows it beside the name."""
    return {
        "oneOf": [
            {
                "const": guard.name,
                "description": f"{guard.id}, {guard.rule}: {_sentence(guard)}",
            }
            for guard in sorted(definitions.guards.values(), key=lambda guard: guard.name)
        ]
    }


def _named(definitions: Mapping[str, RuleFunction]) -> Schema:
    return {"oneOf": [_const(definitions[name]) for name in sorted(definitions)]}


def _const(function: RuleFunction) -> Schema:
    const = {"const": function.name}
    if not function.says:
        return const
    return const | {"description": _sentence(function)}


def _sentence(function: RuleFunction) -> str:
    return " ".join(function.says.split())


def _with_years(schema: Schema) -> Schema:
    """Let an edition be a number: a bare year, as it is often written, arrives as one."""
    shapes: Iterable[Schema] = (schema, *schema.get("$defs", {}).values())
    for shape in shapes:
        if "edition" in shape["properties"]:
            text_or_none = shape["properties"]["edition"]
            shape["properties"]["edition"] = {"anyOf": [{"type": "integer"}, text_or_none]}
    return schema
