"""What `verify` and `workflow check` look at, and how they tell what they found."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from solicitation_flow import verify as stored_proofs
from solicitation_flow import yamlfile
from solicitation_flow.cli.session import Session
from solicitation_flow.clock import SystemClock
from solicitation_flow.errors import Flaw, InvalidFile, NotFound, SolflowError, Usage
from solicitation_flow.jurisdiction import Jurisdiction, Law
from solicitation_flow.paper import Templates
from solicitation_flow.soundness import prove
from solicitation_flow.soundness.remembered import RememberedProofs, digest_of
from solicitation_flow.verify import Finding
from solicitation_flow.workflow import Workflow, read
from solicitation_flow.workspace import FileDefinitions, Workspace, shipped

PROOFS = ".proofs.json"
"""The file of a workspace that keeps which workflows were proved; it can always be deleted."""

_HEAD = re.compile(r"[0-9a-fA-F]{64}")
_NAMED = re.compile(r"[a-z][a-z0-9_-]*\.v[1-9][0-9]*\.yaml")


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifying the store found; `head` is where the one case asked about stands."""

    number: str | None
    cases: int
    findings: Sequence[Finding]
    head: str | None

    def document(self) -> dict[str, Any]:
        """Return it for programs."""
        return {
            "verified": not self.findings,
            "number": self.number,
            "cases": self.cases,
            "head": self.head,
            "findings": [{"what": f.what, "where": f.where, "says": f.says} for f in self.findings],
        }

    def lines(self) -> list[str]:
        """Return it for people."""
        counted = "1 case" if self.cases == 1 else f"{self.cases} cases"
        if not self.findings:
            kept = [f"Its head, to keep elsewhere: {self.head}"] if self.head else []
            return [f"{counted} verified; everything is as the journals say.", *kept]
        things = "1 thing is" if len(self.findings) == 1 else f"{len(self.findings)} things are"
        return [*map(str, self.findings), f"{things} not as the journals say ({counted})."]


def stored(session: Session, number: str | None, head: str | None) -> Verified:
    """Verify the workspace, or one case of it."""
    if head is not None and not _HEAD.fullmatch(head.strip()):
        raise Usage(f"{head!r} is no head", hint="a head is 64 hexadecimal digits")
    environment = session.engine.environment
    try:
        findings = stored_proofs.verify(
            environment.store, environment.library, number=number, head=head
        )
    except NotFound:
        number = session.number(number or "")
        findings = stored_proofs.verify(
            environment.store, environment.library, number=number, head=head
        )
    kept: str | None = None
    if number is not None and not findings:
        kept = environment.store.journal(number)[-1].hash
    try:
        cases = 1 if number else len(environment.store.find())
    except Exception:  # noqa: BLE001 - a list that cannot be read is among the findings
        cases = 0
    return Verified(number, cases, findings, kept)


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking one workflow file found."""

    file: str
    workflow: Workflow | None
    flaws: Sequence[Flaw]

    def document(self) -> dict[str, Any]:
        """Return it for programs."""
        return {
            "file": self.file,
            "workflow": self.workflow.name if self.workflow else None,
            "version": self.workflow.version if self.workflow else None,
            "sound": not self.flaws,
            "flaws": [
                {"file": f.file, "line": f.line, "column": f.column, "message": f.message,
                 "hint": f.hint}
                for f in self.flaws
            ],
        }  # fmt: skip

    def lines(self) -> list[str]:
        """Return it for people: every flaw in the form editors jump to."""
        if self.flaws or self.workflow is None:
            return [str(flaw) for flaw in self.flaws]
        states, moves = len(self.workflow.phases), len(self.workflow.moves)
        return [f"{self.file}: sound ({states} states, {moves} moves)"]


def files(session: Session, names: Iterable[str]) -> list[Checked]:
    """Check the files named, or all that would be used here."""
    workspace = _workspace(session)
    definitions, templates = _definitions(workspace)
    wanted = [Path(name) for name in names] or _all(definitions)
    read_first = [_read(path) for path in wanted]
    known = {
        checked.workflow.name: checked.workflow for checked, _ in read_first if checked.workflow
    }
    rules = _rules(definitions)
    remembered = RememberedProofs(workspace.root / PROOFS if workspace else None)
    results = []
    for checked, tree in read_first:
        results.append(_proved(checked, tree, known, definitions, templates, rules, remembered))
    return results


def definition(session: Session, name: str) -> Workflow:
    """Return the workflow of that name, in that file, or the one a case is pinned to."""
    if name.endswith(".yaml"):
        return read(yamlfile.text_of(Path(name)), name)[0]
    workspace = _workspace(session)
    definitions, _ = _definitions(workspace)
    if workspace is not None and name not in definitions.workflows():
        loader = session.engine.loader
        if session.engine.environment.store.load(name) is not None:
            return loader.load(name).lifecycle.workflow
    return definitions.compiled(name)


def law(session: Session, jurisdiction: str, workflow: Workflow) -> Law:
    """Return the rules of a jurisdiction as they stand today for the procedure of a workflow."""
    definitions, _ = _definitions(_workspace(session))
    named = replace(definitions, jurisdiction=jurisdiction, zone=definitions.zone or "UTC")
    pinned = Jurisdiction.from_text(named.profile(SystemClock().now()).body)
    above = workflow
    while above.parent:
        above = definitions.compiled(above.parent[0])
    return pinned.law_for(above.procedure)


def _workspace(session: Session) -> Workspace | None:
    """A file can be checked anywhere; a workspace that was named must be there all the same."""
    try:
        return session.workspace
    except NotFound:
        if session.common.workspace:
            raise
        return None


def _definitions(workspace: Workspace | None) -> tuple[FileDefinitions, Templates]:
    """An agency's own files before the shipped ones, where there is an agency."""
    if workspace is None:
        definitions = FileDefinitions((shipped("workflows"),), "neutral", "neutral", "")
        return definitions, Templates([shipped("templates")])
    own = workspace.root / str(workspace.settings["templates"].value)
    return workspace.definitions, Templates([own, shipped("templates")])


def _rules(definitions: FileDefinitions) -> frozenset[str]:
    """Return the rules that some jurisdiction knows; a broken file is told where it is checked."""
    found: set[str] = set()
    files = definitions.jurisdiction_files()
    for folder in definitions.folders:
        for path in folder.glob("jurisdictions/*.yaml"):
            with suppress(SolflowError):
                found.update(files.read(path).rules)
    return frozenset(found)


def _all(definitions: FileDefinitions) -> list[Path]:
    named = (path for folder in definitions.folders for path in sorted(folder.glob("*.v*.yaml")))
    return [path for path in named if _NAMED.fullmatch(path.name)]


def _read(path: Path) -> tuple[Checked, yamlfile.Tree | None]:
    try:
        workflow, tree = read(yamlfile.text_of(path), str(path))
    except InvalidFile as error:
        return Checked(str(path), None, error.flaws), None
    return Checked(str(path), workflow, ()), tree


def _proved(
    found: Checked,
    tree: yamlfile.Tree | None,
    known: dict[str, Workflow],
    definitions: FileDefinitions,
    templates: Templates,
    rules: frozenset[str],
    remembered: RememberedProofs,
) -> Checked:
    workflow = found.workflow
    if workflow is None or tree is None:
        return found
    flaws: list[Flaw] = []
    name = Path(found.file).name
    if _NAMED.fullmatch(name) and name != f"{workflow.name}.v{workflow.version}.yaml":
        message = f"the file is called {name}, but holds {workflow.name} version {workflow.version}"
        flaws.append(tree.flaw(["workflow"], message))
    parents: list[Workflow] = []
    for name in workflow.parent:
        try:
            parents.append(known.get(name) or definitions.compiled(name))
        except NotFound as error:
            flaws.append(tree.flaw(["parent"], error.message, error.hint))
        except InvalidFile:
            continue  # its own flaws are shown where it is checked
    paths = [templates.path(notice) for notice in templates.names()]
    digest = digest_of(workflow, parents, paths, rules)
    if digest not in remembered:
        unsound = prove(workflow, tree, templates, parents, rules)
        flaws += unsound
        if not unsound:
            remembered.add(digest)
    return Checked(found.file, workflow, flaws)
