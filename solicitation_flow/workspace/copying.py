"""Brings a shipped workflow, jurisdiction or letter into a workspace, to be changed there."""

from pathlib import Path
from typing import TYPE_CHECKING

from solicitation_flow import errors
from solicitation_flow.documents import trouble, write_whole
from solicitation_flow.paper import Templates
from solicitation_flow.workspace.definitions import shipped
from solicitation_flow.yamlfile import did_you_mean

if TYPE_CHECKING:
    from solicitation_flow.workspace import Workspace


def jurisdiction(workspace: "Workspace", name: str) -> Path:
    """Copy a shipped jurisdiction file into the workspace; return where it is now."""
    source = _named(shipped("workflows") / "jurisdictions", name, "jurisdiction")
    return _copied(source, _own(workspace, "workflows") / "jurisdictions" / source.name)


def workflow(workspace: "Workspace", name: str) -> Path:
    """Copy the newest shipped version of a workflow into the workspace."""
    newest: dict[str, Path] = {}
    for path in sorted(shipped("workflows").glob("*.v*.yaml"), key=_version):
        newest[path.name.partition(".v")[0]] = path
    source = newest.get(name)
    if source is None:
        raise _missing("workflow", name, list(newest))
    return _copied(source, _own(workspace, "workflows") / source.name)


def template(workspace: "Workspace", name: str) -> Path:
    """Copy a shipped letter, such as award/intent, into the workspace."""
    letters = Templates([shipped("templates")])
    known = [*letters.names()]
    if name not in known:
        raise _missing("letter", name, known)
    source = letters.path(name)
    below = source.relative_to(shipped("templates"))
    return _copied(source, _own(workspace, "templates") / below)


def letters(workspace: "Workspace | None") -> list[tuple[str, Path]]:
    """Return every letter with its file: the agency's own before the one that ships."""
    folders = [shipped("templates")]
    if workspace is not None:
        folders.insert(0, _own(workspace, "templates"))
    known = Templates(folders)
    return [(name, known.path(name)) for name in known.names()]


def _own(workspace: "Workspace", setting: str) -> Path:
    return workspace.root / str(workspace.settings[setting].value)


def _version(path: Path) -> int:
    return int(path.name.removesuffix(".yaml").rpartition(".v")[2])


def _named(folder: Path, name: str, kind: str) -> Path:
    known = {path.stem: path for path in folder.glob("*.yaml")}
    if name not in known:
        raise _missing(kind, name, list(known))
    return known[name]


def _missing(kind: str, name: str, known: list[str]) -> errors.NotFound:
    hint = did_you_mean(name, known)
    return errors.NotFound(f"no {kind} {name!r} comes with the program", hint=hint)


def _copied(source: Path, target: Path) -> Path:
    """Copy a file to where there is none yet."""
    if target.exists():
        raise errors.Conflict(
            f"{target} is there already; nothing was changed",
            hint="change that file, or move it away first",
        )
    try:
        content = source.read_bytes()
    except OSError as error:
        raise trouble(error, source) from error
    write_whole(target, content)
    return target
