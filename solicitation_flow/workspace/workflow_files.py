"""Workflow files as they would be used: read, checked, and the law they are held to."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from solicitation_flow import yamlfile
from solicitation_flow.clock import SystemClock
from solicitation_flow.errors import Flaw, InvalidFile, NotFound, SolflowError
from solicitation_flow.jurisdiction import Jurisdiction, Law
from solicitation_flow.paper import Templates
from solicitation_flow.soundness import prove
from solicitation_flow.soundness.checked import CheckedFile
from solicitation_flow.soundness.remembered import RememberedProofs, digest_of
from solicitation_flow.workflow import Workflow, read
from solicitation_flow.workspace.definitions import FileDefinitions, shipped

if TYPE_CHECKING:
    # the workspace makes an engine of these files; they need not know it
    from solicitation_flow.workspace import Workspace

PROOFS = ".proofs.json"
"""The file of a workspace that keeps which workflows were proved; it can always be deleted."""

_NAMED = re.compile(r"[a-z][a-z0-9_-]*\.v[1-9][0-9]*\.yaml")


def check(workspace: "Workspace | None", names: Iterable[str] = ()) -> list[CheckedFile]:
    """Check the files named, or all that would be used here; no workspace means what ships."""
    definitions, templates = _definitions(workspace)
    paths = [Path(name) for name in names] or _all(definitions)
    files = []
    for path in paths:
        files.append(_read(path))
    known: dict[str, Workflow] = {}
    for file, _ in files:
        if file.workflow:
            known[file.workflow.name] = file.workflow
    remembered = RememberedProofs(workspace.root / PROOFS if workspace else None)
    prover = _Prover(definitions, templates, _rules(definitions), known, remembered)
    return [prover.proved(file, tree) for file, tree in files]


def workflow(workspace: "Workspace | None", name: str) -> Workflow:
    """Return the workflow of that name, in that file, or the one a case is pinned to."""
    if name.endswith(".yaml"):
        return read(yamlfile.text_of(Path(name)), name)[0]
    definitions, _ = _definitions(workspace)
    if workspace is not None and name not in definitions.workflows():
        queries = workspace.engine().read
        if queries.exists(name):
            return queries.workflow(name)
    return definitions.compiled(name)


def shipped_solicitation() -> str:
    """Return the name of the competed workflow that comes with the program."""
    definitions, _ = _definitions(None)
    headings = definitions.headings().values()
    return next(heading.name for heading in headings if heading.kind == "competed")


def law(workspace: "Workspace | None", jurisdiction: str, held_to: Workflow) -> Law:
    """Return the rules of a jurisdiction, as they stand today, for a workflow's procedure."""
    definitions, _ = _definitions(workspace)
    # definitions of their own: those of the workspace keep what they have read
    named = FileDefinitions(
        definitions.folders, jurisdiction, definitions.program_name, definitions.zone or "UTC"
    )
    profile = Jurisdiction.from_text(named.profile(SystemClock().now()).body)
    above = held_to
    while above.parent:
        above = definitions.compiled(above.parent[0])
    return profile.law_for(above.procedure)


def _definitions(workspace: "Workspace | None") -> tuple[FileDefinitions, Templates]:
    """Return an agency's own files before the shipped ones, where there is an agency."""
    if workspace is None:
        definitions = FileDefinitions((shipped("workflows"),), "neutral", "neutral", "")
        return definitions, Templates([shipped("templates")])
    own = workspace.root / str(workspace.settings["templates"].value)
    return workspace.definitions, Templates([own, shipped("templates")])


def _rules(definitions: FileDefinitions) -> frozenset[str]:
    """Return the rules that some jurisdiction knows; a broken file has a check of its own."""
    rules: set[str] = set()
    files = definitions.jurisdiction_files()
    for folder in definitions.folders:
        for path in folder.glob("jurisdictions/*.yaml"):
            with suppress(SolflowError):
                rules.update(files.read(path).rules)
    return frozenset(rules)


def _all(definitions: FileDefinitions) -> list[Path]:
    paths: list[Path] = []
    for folder in definitions.folders:
        for path in sorted(folder.glob("*.v*.yaml")):
            if _NAMED.fullmatch(path.name):
                paths.append(path)
    return paths


def _read(path: Path) -> tuple[CheckedFile, yamlfile.Tree | None]:
    try:
        compiled, tree = read(yamlfile.text_of(path), str(path))
    except InvalidFile as error:
        return CheckedFile(str(path), None, error.flaws), None
    return CheckedFile(str(path), compiled, ()), tree


@dataclass(frozen=True, slots=True)
class _Prover:
    """Proves workflow files, each beside the others that are checked with it."""

    definitions: FileDefinitions
    templates: Templates
    rules: frozenset[str]
    known: dict[str, Workflow]
    remembered: RememberedProofs

    def proved(self, file: CheckedFile, tree: yamlfile.Tree | None) -> CheckedFile:
        """Return a file with every flaw of it."""
        compiled = file.workflow
        if compiled is None or tree is None:
            return file
        flaws = list(_misnamed(Path(file.file).name, compiled, tree))
        parents: list[Workflow] = []
        for parent in compiled.parent:
            try:
                parents.append(self.known.get(parent) or self.definitions.compiled(parent))
            except NotFound as error:
                flaws.append(tree.flaw(["parent"], error.message, error.hint))
            except InvalidFile:
                continue  # its own flaws are shown where it is checked
        flaws += self._unsound(compiled, tree, parents)
        return CheckedFile(file.file, compiled, flaws)

    def _unsound(
        self, compiled: Workflow, tree: yamlfile.Tree, parents: list[Workflow]
    ) -> list[Flaw]:
        """Return what cannot be proved; a sound workflow is remembered and not proved again."""
        paths = []
        for notice in self.templates.names():
            paths.append(self.templates.path(notice))
        digest = digest_of(compiled, parents, paths, self.rules)
        if digest in self.remembered:
            return []
        flaws = prove(compiled, tree, self.templates, parents, self.rules)
        if not flaws:
            self.remembered.add(digest)
        return flaws


def _misnamed(name: str, compiled: Workflow, tree: yamlfile.Tree) -> Iterator[Flaw]:
    """Find a file that does not hold what its name says."""
    if _NAMED.fullmatch(name) and name != f"{compiled.name}.v{compiled.version}.yaml":
        message = f"the file is called {name}, but holds {compiled.name} version {compiled.version}"
        yield tree.flaw(["workflow"], message)
