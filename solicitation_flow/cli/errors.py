"""Writes errors to standard error: as sentences with what to do next, or as one JSON object."""

import json
import sys
from contextlib import suppress
from datetime import date, datetime
from typing import Any, TextIO

import click

from solicitation_flow.cli import spelling
from solicitation_flow.errors import BadFields, InvalidFile, SolflowError, Suggestion

USAGE = 2

UNREADABLE = frozenset({"JSONDecodeError", "ValidationError"})
"""Errors of reading back what was stored: whatever was typed has been checked before."""


def plain(value: Any) -> Any:
    """Return as text a value that JSON has no form for."""
    if isinstance(value, Suggestion):
        return spelling.typed(value)
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


def ascii_only(stream: TextIO) -> bool:
    """Return whether a stream cannot carry every letter; JSON then escapes them."""
    return "utf" not in (stream.encoding or "").lower()


def write_json(code: str, message: str, **rest: Any) -> None:
    """Write an error as the one JSON object on standard error."""
    whole = {"schema_version": 1, "code": code, "message": message}
    whole |= {"field": None, "hint": None, "next": None} | rest
    write_lines(json.dumps(whole, ensure_ascii=ascii_only(sys.stderr), indent=2, default=plain))


def write_lines(*lines: str | None) -> None:
    """Write lines to standard error, leaving out those that are None.

    Where even that cannot be written, nobody can be told, and the exit code alone remains.
    """
    with suppress(OSError):
        sys.stderr.write("".join(f"{line}\n" for line in lines if line is not None))
        sys.stderr.flush()


def report(error: SolflowError, *, as_json: bool) -> int:
    """Write an error that the user can act on, and return its exit code."""
    if as_json:
        _report_as_json(error)
    elif isinstance(error, BadFields):
        _report_bad_fields(error)
    else:
        write_lines(
            error.message,
            f"  {error.hint}" if error.hint else None,
            f"Try: {spelling.typed(error.next)}" if error.next else None,
        )
    return error.exit_code


def _report_as_json(error: SolflowError) -> None:
    details: dict[str, Any] = {"hint": error.hint, "next": error.next}
    if isinstance(error, BadFields):
        details["field"] = error.fields[0].field
        details["fields"] = [
            {"field": bad.field, "message": bad.message, "hint": bad.hint} for bad in error.fields
        ]
    if isinstance(error, InvalidFile):
        details["flaws"] = [
            {"file": flaw.file, "line": flaw.line, "column": flaw.column, "message": flaw.message,
             "hint": flaw.hint}
            for flaw in error.flaws
        ]  # fmt: skip
    write_json(error.code, error.message, **details)


def _report_bad_fields(error: BadFields) -> None:
    lines = [f"These fields cannot be accepted ({error.message.partition(':')[0]}):"]
    for bad in error.fields:
        hint = f"; {bad.hint}" if bad.hint else ""
        lines.append(f"  {bad.field}: {bad.message}{hint}")
    if error.next:
        lines.append(f"See: {spelling.typed(error.next)}")
    write_lines(*lines)


def report_usage(error: click.ClickException, *, as_json: bool) -> int:
    """Write that the command line is not one the program knows."""
    context = getattr(error, "ctx", None)
    page = f"{context.command_path} --help" if context else "solflow --help"
    if as_json:
        write_json("usage", error.format_message(), next=page)
    else:
        write_lines(error.format_message(), f"Try: {page}")
    return USAGE


def report_failure(error: Exception, *, as_json: bool) -> int:
    """Write that the program or the machine failed: a bug, damaged data, a full disk."""
    hint: str | None = None
    if isinstance(error, OSError):
        code, message = "trouble", f"the machine failed: {error}; nothing more was done"
    elif type(error).__name__ in UNREADABLE:
        code, hint = "trouble", "`solflow verify` says where; restore it from a backup"
        message = f"something stored here is damaged: {str(error).partition(chr(10))[0]}"
    else:
        text = " ".join(str(error).split())
        code, message = "bug", f"bug: {type(error).__name__}: {text}"
        hint = "give the same command with --debug for technical details, and report it"
    if as_json:
        write_json(code, message, hint=hint)
    else:
        write_lines(message, f"  {hint}" if hint else None)
    return 1
