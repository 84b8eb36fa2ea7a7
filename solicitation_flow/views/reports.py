"""What was found in looking for faults: in what is stored, in workflow files, in a workspace."""

from collections.abc import Iterator, Sequence

from solicitation_flow.errors import Flaw
from solicitation_flow.soundness.checked import CheckedFile
from solicitation_flow.verify.findings import Check
from solicitation_flow.verify.stored import Verified
from solicitation_flow.views.viewer import Document, Spell


def verified(result: Verified) -> Document:
    """Return what verifying found, for a program."""
    return {
        "verified": not result.findings,
        "number": result.number,
        "cases": result.cases,
        "head": result.head,
        "findings": [
            {"what": finding.what, "where": finding.where, "says": finding.says}
            for finding in result.findings
        ],
    }


def verified_lines(result: Verified) -> Iterator[str]:
    """Return the same for a person."""
    if result.cases == 1:
        counted = "1 case"
    else:
        counted = f"{result.cases} cases"
    if not result.findings:
        yield f"{counted} verified; everything is as the journals say."
        if result.head:
            yield f"Its head, to keep elsewhere: {result.head}"
        return
    for finding in result.findings:
        yield str(finding)
    count = len(result.findings)
    if count == 1:
        things = "1 thing is"
    else:
        things = f"{count} things are"
    yield f"{things} not as the journals say ({counted})."


def checked(files: Sequence[CheckedFile]) -> Document:
    """Return what checking workflow files found, for a program."""
    return {"files": [_checked(file) for file in files]}


def _checked(file: CheckedFile) -> Document:
    workflow = file.workflow
    return {
        "file": file.file,
        "workflow": workflow.name if workflow else None,
        "version": workflow.version if workflow else None,
        "sound": not file.flaws,
        "flaws": [flaw(mistake) for mistake in file.flaws],
    }


def flaw(mistake: Flaw) -> Document:
    """Return one thing wrong with a file, and where."""
    return {
        "file": mistake.file,
        "line": mistake.line,
        "column": mistake.column,
        "message": mistake.message,
        "hint": mistake.hint,
    }


def checked_lines(files: Sequence[CheckedFile]) -> Iterator[str]:
    """Return the same for a person: every flaw in the form that editors jump to."""
    for file in files:
        if file.flaws or file.workflow is None:
            for mistake in file.flaws:
                yield str(mistake)
        else:
            states, moves = len(file.workflow.phases), len(file.workflow.moves)
            yield f"{file.file}: sound ({states} states, {moves} moves)"


def examined(workspace: str, checks: Sequence[Check], spell: Spell) -> Document:
    """Return what examining a workspace found, for a program."""
    return {
        "workspace": workspace,
        "checks": [
            {
                "check": check.name,
                "ok": check.ok,
                "says": check.says,
                "next": _next(check, spell) or None,
            }
            for check in checks
        ],
    }


def examined_lines(checks: Sequence[Check], spell: Spell) -> Iterator[str]:
    """Return the same for a person, each check with what to do about it."""
    for check in checks:
        yield f"{'ok   ' if check.ok else 'wrong'}  {check.name}: {check.says}"
        helps = _next(check, spell)
        if helps:
            yield f"       {helps}"


def _next(check: Check, spell: Spell) -> str:
    if check.next is None:
        return check.advice
    spelled = spell(check.next)
    if not check.advice:
        return spelled
    return f"{check.advice}, or: {spelled}"
