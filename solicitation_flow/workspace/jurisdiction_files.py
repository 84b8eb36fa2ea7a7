"""Jurisdiction files and those they extend, an agency's own first; and proofs about them."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from solicitation_flow import phases, workflow, yamlfile
from solicitation_flow.errors import Flaw, InvalidFile, NotFound, SolflowError
from solicitation_flow.jurisdiction import (
    Overlay,
    Parents,
    Profile,
    chain,
    check_overlay,
    check_profile,
    merged_files,
    read_rules,
    repetitions,
    rule_flaws,
    unread,
)
from solicitation_flow.jurisdiction.findings import Finding, findings
from solicitation_flow.jurisdiction.overlays import Dated
from solicitation_flow.yamlfile import Tree, did_you_mean, text_of

_EXTENDS = re.compile(r"^extends:\s*([a-z][a-z0-9_-]*)", re.MULTILINE)
_HOLIDAYS = re.compile(r"^holidays:", re.MULTILINE)
_QUOTED = re.compile(r"""\blaw\.\w+\(\s*["'](\w+)["']""")
_ASKED = re.compile(r"\b(?:law\.\w+|rule\w*|\w+_rule)\(([^()]*)\)")
_TABLE_OF_RULES = re.compile(r"^RULES?_\w*[^=\n]*= *\{([^}]*)\}", re.MULTILINE)
_WORD = re.compile(r'''"([a-z][a-z_]+)"''')
_RULE_OF_DEADLINE = re.compile(r"rule: *(\w+)")
_RULE = re.compile(r"^  ([a-z][a-z0-9_-]*):", re.MULTILINE)
MAY_BE_SILENT = frozenset(
    {
        "advertising",
        "forbidden_due_days",
        "protest_terms",
        "protest_finding",
        "protest_nonresponsibility",
    }
)
"""Rules whose guards ask for nothing where a jurisdiction does not name them."""
SHOWN = 3
DUE_DAYS = "forbidden_due_days"
"""The rule that the law itself reads, for every guard of a due date."""
APPLIES = "applies"
"""The key by which a file says to which cases its rules apply, besides another's."""


@dataclass(frozen=True, slots=True)
class JurisdictionFiles:
    """The jurisdiction files of some folders; of two of one name, that of the first folder."""

    folders: tuple[Path, ...]
    shipped: Path
    """The definitions that came with the program: some guard or letter asks for what they name."""
    templates: Path
    """The letters that came with it, which quote some rules that no guard asks for."""

    def names(self) -> list[str]:
        """Return the names of all files, those that are only extended too."""
        paths: list[Path] = []
        for folder in self.folders:
            paths += folder.glob("jurisdictions/*.yaml")
        return sorted({path.stem for path in paths})

    def usable(self) -> list[str]:
        """Return the names of those a case can be held to."""
        names: list[str] = []
        for name in self.names():
            if self._keeps_holidays(name):
                names.append(name)
        return names

    def path(self, name: str) -> Path | None:
        """Return the file of a name: the agency's own before the shipped one."""
        if re.fullmatch(r"[a-z][a-z0-9_-]*", name) is None:
            return None
        for folder in self.folders:
            path = folder / "jurisdictions" / f"{name}.yaml"
            if path.is_file():
                return path
        return None

    def parents(self) -> Parents:
        """Return the files that others may extend."""
        return Parents(self._parent, self.names)

    def chain(self, path: Path) -> list[Tree]:
        """Return a file and those it extends, itself first."""
        return chain(yamlfile.read(text_of(path), str(path)), self.parents())

    def read(self, path: Path) -> Profile:
        """Return the profile a file makes; raise InvalidFile with every flaw of it.

        A rule, a mode or a unit that nothing reads is a flaw: misspelt, it would bind nobody.
        """
        profile, flaws = self._proved(path, self.chain(path))
        if profile is None or flaws:
            raise InvalidFile(flaws)
        return profile

    def overlays(self, profile: Profile) -> list[Overlay]:
        """Return the files a profile lays over its rules, for the cases each applies to."""
        laid: list[Overlay] = []
        for name in profile.overlays:
            path = self.path(name)
            if path is None:
                hint = did_you_mean(name, self.names())
                message = f"{profile.jurisdiction}: there is no file {name!r} to lay over it"
                raise NotFound(message, hint=hint)
            laid.append(self.read_overlay(path))
        return laid

    def read_overlay(self, path: Path) -> Overlay:
        """Return the overlay a file holds; raise InvalidFile with every flaw of it."""
        tree = yamlfile.read(text_of(path), str(path))
        flaws = [*_misnamed(path, tree), *self._unread(tree)]
        if flaws:
            raise InvalidFile(flaws)
        return check_overlay(tree)

    def check(self, path: Path) -> list[Flaw]:
        """Return every flaw of a file, and besides what it leaves out or repeats."""
        try:
            files = self.chain(path)
            if APPLIES in files[0].value:
                self.read_overlay(path)
                return []
            if self.only_extended(files):
                tree = merged_files(files)
                flaws = [*_misnamed(path, tree), *self._unread(tree), *repetitions(files)]
                return [*flaws, *rule_flaws(read_rules(tree), tree)]
            profile, flaws = self._proved(path, files)
            flaws += self._unlaid(files)
        except InvalidFile as error:
            return list(error.flaws)
        if profile is not None:
            flaws += [*self._missing(files, profile), *repetitions(files)]
        return sorted(flaws, key=lambda flaw: (flaw.file, flaw.line, flaw.column))

    def only_extended(self, files: list[Tree]) -> bool:
        """Return whether no case can be held to a file: it names no holidays and no zone."""
        return "holidays" not in (value := merged_files(files).value) and "zone" not in value

    def _proved(self, path: Path, files: list[Tree]) -> tuple[Profile | None, list[Flaw]]:
        """Return the profile of a file over its parents, if it makes one, and its flaws."""
        tree = merged_files(files)
        flaws = [*_misnamed(path, files[0]), *self._unread(tree)]
        try:
            return check_profile(tree), flaws
        except InvalidFile as error:
            # what a misspelt rule lacks is no second flaw
            places = {(flaw.file, flaw.line) for flaw in flaws}
            for flaw in error.flaws:
                if (flaw.file, flaw.line) not in places:
                    flaws.append(flaw)
            return None, flaws

    def _unread(self, tree: Tree) -> Iterator[Flaw]:
        shipped = self._shipped_names()
        rules = tree.value.get("rules", {})
        if not isinstance(rules, dict):
            return
        if rules.keys() - shipped:
            # only now is it worth the time to ask every guard and every letter
            shipped |= self._asked_for() | self._quoted()
        yield from unread(tree, shipped)

    def laid(self, files: list[Tree]) -> list[Tree]:
        """Return the files that a jurisdiction says are laid over it, those that are there."""
        laid: list[Tree] = []
        for name in merged_files(files).value.get("overlays", ()):
            path = self.path(str(name))
            if path is not None:
                laid.append(yamlfile.read(text_of(path), str(path)))
        return laid

    def findings(self, path: Path, today: date) -> list[tuple[Finding, Flaw]]:
        """Return what to look at in a file that has no flaw, each with its place."""
        files = self.chain(path)
        tree = merged_files(files)
        laid: list[Overlay] = []
        dates = Dated()
        if APPLIES in tree.value:
            dates = self.read_overlay(path)
        elif not self.only_extended(files):
            profile = self.read(path)
            dates, laid = profile, self.overlays(profile)
        noted: list[tuple[Finding, Flaw]] = []
        for finding in findings(read_rules(tree), dates, laid, self.read_figures(), today):
            says = finding.says
            if finding.rule:
                says = f"{finding.rule}: {says}"
            noted.append((finding, tree.flaw(finding.path, says)))
        return noted

    def read_figures(self) -> set[str]:
        """Return the rules whose figures a guard, an action, a deadline or a letter reads."""
        names = self._quoted()
        folder = Path(phases.__file__).parent
        for path in (*folder.rglob("*.py"), *folder.with_name("records").glob("*.py")):
            text = path.read_text(encoding="utf-8")
            for asked in (*_ASKED.findall(text), *_TABLE_OF_RULES.findall(text)):
                names.update(_WORD.findall(asked))
        for path in self.shipped.glob("*.v*.yaml"):
            names.update(_RULE_OF_DEADLINE.findall(path.read_text(encoding="utf-8")))
        return names | {DUE_DAYS}

    def _unlaid(self, files: list[Tree]) -> Iterator[Flaw]:
        """Yield each overlay that there is none of, or that is no overlay."""
        tree = merged_files(files)
        for name in tree.value.get("overlays", ()):
            path = self.path(str(name))
            if path is None:
                known = [other for other in self.names() if other not in self.usable()]
                hint = did_you_mean(str(name), known)
                yield tree.flaw(["overlays"], f"there is no jurisdiction {name!r}", hint)
            elif APPLIES not in yamlfile.read(text_of(path), str(path)).value:
                message = f"{name!r} does not say to which cases it applies"
                yield tree.flaw(["overlays"], message, "extend it, or give it 'applies'")

    def _missing(self, files: Sequence[Tree], profile: Profile) -> Iterator[Flaw]:
        missing = sorted(self._asked_for() - profile.rules.keys() - MAY_BE_SILENT)
        if not missing:
            return
        named = ", ".join(missing[:SHOWN])
        if len(missing) > SHOWN:
            named += f" and {len(missing) - SHOWN} more"
        hint = "state them"
        if len(files) == 1:
            hint = "extend own-design, or a file that does; or state them"
        message = f"nothing is said of rules that guards ask for, which then block: {named}"
        yield files[0].flaw(["rules"], message, hint)

    def _shipped_names(self) -> set[str]:
        names: set[str] = set()
        for path in self.shipped.rglob("jurisdictions/*.yaml"):
            _, _, rules = path.read_text(encoding="utf-8").partition("\nrules:\n")
            names.update(_RULE.findall(rules))
        return names

    def _asked_for(self) -> set[str]:
        """Return the rules that guards ask for, or that a workflow's deadlines come from."""
        names = set()
        for guard in workflow.book(workflow.phases()).guards.values():
            names.add(guard.rule)
        for folder in self.folders:
            for path in folder.glob("*.v*.yaml"):
                with suppress(SolflowError):
                    compiled, _ = workflow.read(text_of(path), str(path))
                    names |= {terms.rule for terms in compiled.deadlines.values() if terms.rule}
        return names

    def _quoted(self) -> set[str]:
        """Return the rules that letters quote."""
        names: set[str] = set()
        for path in self.templates.rglob("*.md"):
            names.update(_QUOTED.findall(path.read_text(encoding="utf-8")))
        return names

    def _keeps_holidays(self, name: str) -> bool:
        """Return whether a case can be held to a file; one without holidays is only extended.

        This looks at the lines alone: a list of names must not wait for files to be proven.
        """
        seen: set[str] = set()
        while name not in seen and (path := self.path(name)) is not None:
            seen.add(name)
            text = path.read_text(encoding="utf-8", errors="replace")
            if _HOLIDAYS.search(text):
                return True
            parent = _EXTENDS.search(text)
            if parent is None:
                return False
            name = parent[1]
        return False

    def _parent(self, name: str) -> Tree | None:
        path = self.path(name)
        if path is None:
            return None
        tree = yamlfile.read(text_of(path), str(path))
        flaws = list(_misnamed(path, tree))
        if flaws:
            raise InvalidFile(flaws)
        return tree


def _misnamed(path: Path, tree: Tree) -> Iterator[Flaw]:
    name = tree.value.get("jurisdiction")
    if name is not None and name != path.stem:
        message = f"the file is called {path.name}, but holds the jurisdiction {name!r}"
        yield tree.flaw(["jurisdiction"], message, "rename one of them")
