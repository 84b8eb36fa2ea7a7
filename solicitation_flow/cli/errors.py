"""How the house says no: in sentences with what to do next, or as one JSON object."""

import json
import os
import sys
from datetime import date, datetime
from typing import Any, TextIO

import click

from solicitation_flow.cli import spelling
from solicitation_flow.errors import BadFields, InvalidFile, SolflowError, Suggestion

USAGE = 2

UNREADABLE = frozenset({"JSONDecodeError", "ValidationError"})
"""What reading our own text back can fail with; whatever was typed has been checked before."""


def plain(value: Any) -> Any:
    """Return what JSON has no word for, as text."""
    if isinstance(value, Suggestion):
        return spelling.typed(value)
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


def ascii_only(stream: TextIO) -> bool:
    """Return whether a stream cannot carry every letter; JSON then spells them out."""
    return "utf" not in (stream.encoding or "").lower()


def told_as_json(code: str, message: str, **rest: Any) -> None:
    """Write the one object that says no, for programs."""
    whole = {"schema_version": 1, "code": code, "message": message}
    whole |= {"field": None, "hint": None, "next": None} | rest
    text = json.dumps(whole, ensure_ascii=ascii_only(sys.stderr), indent=2, default=plain)
    sys.stderr.write(text + "\n")


def told_in_lines(*lines: str | None) -> None:
    """Write what is said, for people; what is not said takes no line."""
    sys.stderr.write("".join(f"{line}\n" for line in lines if line is not None))


def told(error: SolflowError, *, as_json: bool) -> int:
    """Write an error a user can act on, and return its exit code."""
    next_ = spelling.typed(error.next) if error.next else None
    if as_json:
        more: dict[str, Any] = {"hint": error.hint, "next": next_}
        if isinstance(error, BadFields):
            named = [
                {"field": bad.field, "message": bad.message, "hint": bad.hint}
                for bad in error.fields
            ]
            more |= {"field": error.fields[0].field, "fields": named}
        if isinstance(error, InvalidFile):
            more["flaws"] = [
                {"file": f.file, "line": f.line, "column": f.column, "message": f.message,
                 "hint": f.hint}
                for f in error.flaws
            ]  # fmt: skip
        told_as_json(error.code, error.message, **more)
        return error.exit_code
    if isinstance(error, BadFields):
        told_in_lines(
            f"These fields cannot be accepted ({error.message.partition(':')[0]}):",
            *(
                f"  {bad.field}: {bad.message}" + (f"; {bad.hint}" if bad.hint else "")
                for bad in error.fields
            ),
            f"See: {next_}" if next_ else None,
        )
        return error.exit_code
    told_in_lines(
        error.message,
        f"  {error.hint}" if error.hint else None,
        f"Try: {next_}" if next_ else None,
    )
    return error.exit_code


def misused(error: click.ClickException, *, as_json: bool) -> int:
    """Tell that the words on the command line are off."""
    context = getattr(error, "ctx", None)
    page = f"{context.command_path} --help" if context else "solflow --help"
    if as_json:
        told_as_json("usage", error.format_message(), next=page)
    else:
        told_in_lines(error.format_message(), f"Try: {page}")
    return USAGE


def unwritten(error: OSError, *, as_json: bool) -> int:
    """Answers for what could not be written; what is left of it has nowhere to go.

    Whoever closed the pipe has seen enough, and that is no failure.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0 if isinstance(error, BrokenPipeError) else broken(error, as_json=as_json)


def broken(error: Exception, *, as_json: bool) -> int:
    """Tell of a bug, or of a machine that failed, in one line."""
    if isinstance(error, OSError):
        code, message = "trouble", f"the machine failed: {error}"
        hint = "nothing more was done"
    elif type(error).__name__ in UNREADABLE:
        code, hint = "trouble", "`solflow verify` says where; bring it back from a backup"
        message = f"something stored here is damaged: {str(error).partition(chr(10))[0]}"
    else:
        said = " ".join(str(error).split())
        code, message = "bug", f"bug: {type(error).__name__}: {said}"
        hint = "give the same command with --debug to see where, and report it"
    if as_json:
        told_as_json(code, message, hint=hint)
    else:
        told_in_lines(message, f"  {hint}")
    return 1
