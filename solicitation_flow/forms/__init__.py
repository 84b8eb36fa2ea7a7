"""From words typed to a checked form, every bad field reported at once."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import Field, ValidationError
from pydantic.fields import FieldInfo

from solicitation_flow import yamlfile
from solicitation_flow.errors import BadField, BadFields
from solicitation_flow.forms.fields import (
    Attachment,
    Dollars,
    Envelope,
    Fill,
    Form,
    Known,
    Local,
    LocalOrDay,
    Nothing,
    Number,
    Past,
    Words,
)
from solicitation_flow.forms.safety import unseen

__all__ = [
    "Attachment", "Dollars", "Envelope", "Fill", "Form", "Known", "Local", "LocalOrDay", "Nothing",
    "Number", "Past", "Words", "ask", "check", "describe", "fills", "happened", "kind", "names",
    "schema", "takes", "typed",
]  # fmt: skip

F = TypeVar("F", bound=Form)
M = TypeVar("M")


def check(
    form: type[F],
    command: str,
    words: Mapping[str, Any],
    *,
    filled: bool = False,
    known: Mapping[str, Collection[str]] | None = None,
) -> F:
    """Return the form the words make, or raise BadFields naming every bad field.

    `filled` says that the engine has added its own fields; without it they are refused. `known`
    holds the names a field marked with `Known` may take, where a case is at hand.
    """
    own = fills(form)
    typed_in: Mapping[str, Any] = words
    if own:
        typed_in = _without(words, own)
    bad = unseen(typed_in)
    if own and not filled:
        refused = "is filled by the engine and cannot be typed"
        bad = [*(BadField(name, refused) for name in words if name in own), *bad]
    if known:
        bad += _unknown_names(form, words, known)
    reported = {bad_field.field for bad_field in bad}
    left = dict(words)
    if reported:  # half a character cannot even be compared: what is reported is not checked again
        left = _without(words, reported)
    try:
        checked = form.model_validate(left)
    except ValidationError as error:
        typable = [name for name in form.model_fields if name not in own]
        for detail in error.errors(include_url=False):
            name = _top(detail["loc"])
            if name not in reported and (filled or name not in own):
                bad.append(_bad(dict(detail), form, typable))
    if bad:
        raise BadFields(command, bad)
    return checked


def _without(words: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {name: word for name, word in words.items() if name not in names}


def _top(place: tuple[str | int, ...]) -> str:
    """Return the field that a place in a form is in."""
    if place:
        return str(place[0])
    return ""


def _unknown_names(
    form: type[Form], words: Mapping[str, Any], known: Mapping[str, Collection[str]]
) -> list[BadField]:
    """Return the fields that name what the workflow does not have, with the nearest name."""
    bad_fields = []
    for name, of in names(form).items():
        word, listed = str(words.get(name, "")).strip(), known.get(of, ())
        if word and listed and word not in listed:
            near = yamlfile.did_you_mean(word, listed)
            bad_fields.append(BadField(name, f"no {of} is called {word!r}", near))
    return bad_fields


@cache
def _marks(form: type[Form], kind: type[M]) -> list[tuple[str, M]]:
    pairs: list[tuple[str, M]] = []
    for name, field in form.model_fields.items():
        for mark in field.metadata:
            if isinstance(mark, kind):
                pairs.append((name, mark))
    return pairs


def _bad(error: dict[str, Any], form: type[Form], known: list[str]) -> BadField:
    name = ".".join(str(part) for part in error["loc"]) or "form"
    top = _top(error["loc"])
    if error["type"] == "extra_forbidden":
        near = yamlfile.nearest(top, known)
        if near:
            hint = f"did you mean {near!r}?"
        else:
            hint = f"the fields are {', '.join(known) or 'none'}"
        return BadField(name, "no such field", hint)
    field = form.model_fields.get(top)
    wanted = None
    if field:
        wanted = f"expected {kind(field)}"
    if error["type"] == "missing":
        return BadField(name, "is missing", wanted)
    message = str(error["msg"]).removeprefix("Value error, ")
    message = message[:1].lower() + message[1:]
    # a message that says what is expected needs no hint, and "expected text" teaches nothing
    enough = message.startswith("expected") or wanted == f"expected {_KINDS[str]}"
    return BadField(name, message, None if enough else wanted)


@cache
def fills(form: type[Form]) -> Mapping[str, str]:
    """Return the fields the engine fills, each with its source."""
    sources = {}
    for name, mark in _marks(form, Fill):
        sources[name] = mark.source
    return sources


@cache
def _filled(form: type[Form]) -> set[str] | None:
    return set(fills(form)) or None


def typed(form: Form) -> dict[str, Any]:
    """Return a form's fields as plain JSON values: none filled by the engine, none left out."""
    filled = _filled(type(form))
    return form.model_dump(mode="json", exclude=filled, exclude_none=True)


@cache
def names(form: type[Form]) -> Mapping[str, str]:
    """Return the fields that name something of the case's own workflow, each with of what."""
    ofs = {}
    for name, mark in _marks(form, Known):
        ofs[name] = mark.of
    return ofs


@cache
def happened(form: type[Form]) -> tuple[str, ...]:
    """Return the fields that tell when something happened."""
    return tuple(name for name, _ in _marks(form, Past))


def _bare(annotation: Any) -> Any:
    """Return a type without its `| None`."""
    if get_origin(annotation) in (Union, UnionType):
        for member in get_args(annotation):
            if member is not type(None):
                return _bare(member)
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    return annotation


_KINDS: dict[Any, str] = {
    str: "text",
    int: "a whole number",
    bool: "yes or no",
    date: "a date such as 2026-09-18",
    datetime: "a local date and time such as 2026-09-18 14:00",
    Decimal: "an exact number such as 12.50",
    Envelope: "a sealed file, given as @path",
    Attachment: "a file, given as @path",
}


def kind(field: FieldInfo) -> str:
    """Return in words what a field takes."""
    bare = _bare(field.annotation)
    if get_origin(bare) is Literal:
        return "one of " + ", ".join(str(choice) for choice in get_args(bare))
    if get_origin(bare) in (tuple, list):
        if get_args(bare)[0] is str:
            return "words separated by commas"
        return "a list"
    if get_origin(bare) is dict:
        return "pairs, given as FIELD:='{...}'"
    return _KINDS.get(bare, "a value")


def takes(form: type[Form], name: str) -> Any:
    """Return the bare type of a field, or None for an unknown one."""
    field = form.model_fields.get(name)
    if field:
        return _bare(field.annotation)
    return None


def describe(form: type[Form]) -> list[dict[str, Any]]:
    """Return the fields a person types: name, what it takes, whether it is required, its help."""
    own = fills(form)
    rows: list[dict[str, Any]] = []
    for name, field in form.model_fields.items():
        if name not in own:
            rows.append(
                {
                    "name": name,
                    "takes": kind(field),
                    "required": field.is_required(),
                    "help": field.description or "",
                    "default": None if field.is_required() else _default(field),
                    "examples": list(field.examples or ()),
                }
            )
    return rows


def _default(field: FieldInfo) -> Any:
    return field.get_default(call_default_factory=True)


def schema(form: type[Form]) -> dict[str, Any]:
    """Return the form as JSON Schema, without what the engine fills."""
    own = fills(form)
    shape = form.model_json_schema()
    properties = dict(shape.get("properties", {}))
    for name in own:
        properties.pop(name, None)
    shape["properties"] = properties
    shape["required"] = [name for name in shape.get("required", ()) if name not in own]
    return shape


def ask(help: str, *examples: Any, **rest: Any) -> Any:
    """Declare a required field with its help, as a person at a prompt reads it."""
    return Field(description=help, examples=list(examples) or None, **rest)
