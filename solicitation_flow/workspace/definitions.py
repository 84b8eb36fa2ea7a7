"""Finds workflows, jurisdictions and programs: an agency's own files first, then the shipped."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from solicitation_flow import workdays
from solicitation_flow.errors import Flaw, InvalidFile, NotFound, Trouble, Usage
from solicitation_flow.jurisdiction import (
    Jurisdiction,
    Profile,
    Program,
    merge,
    read_program,
)
from solicitation_flow.records import canonical, digest
from solicitation_flow.records.ledger import Pin
from solicitation_flow.workflow import Workflow, read
from solicitation_flow.workflow.headings import Heading, read_heading
from solicitation_flow.workspace.jurisdiction_files import JurisdictionFiles
from solicitation_flow.yamlfile import did_you_mean, text_of

_PACKAGE = Path(__file__).resolve().parents[1]
_NAMED = re.compile(r"(?P<name>[a-z][a-z0-9_-]*)\.v(?P<version>[1-9][0-9]*)\.yaml")
HORIZON: Final = 12
"""Years of holidays a case takes with it: a solicitation, five years of term, its renewals."""


def shipped(kind: str) -> Path:
    """Return the folder of files that came with the program: in its wheel, or in the clone."""
    inside = _PACKAGE / "_shipped" / kind
    if inside.is_dir():
        return inside
    return _PACKAGE.parent / kind


@dataclass(frozen=True, slots=True)
class FileDefinitions:
    """The newest definitions, from files; each is read once, and a flawed one says where."""

    folders: tuple[Path, ...]
    jurisdiction: str
    program_name: str
    zone: str
    _kept: dict[str, Pin] = field(default_factory=dict)
    _read: dict[str, Profile | Program] = field(default_factory=dict)
    _headings: dict[str, Heading] = field(default_factory=dict)

    def workflow(self, name: str) -> Pin:
        """Return the newest version of a workflow, compiled."""
        if f"workflow {name}" not in self._kept:
            path = self._newest(name)
            compiled, tree = read(text_of(path), str(path))
            if (compiled.name, compiled.version) != _name_and_version(path):
                says = f"the file is called {path.name}, but holds"
                says += f" {compiled.name} version {compiled.version}"
                raise InvalidFile([tree.flaw(["workflow"], says)])
            body = compiled.body()
            made = Pin("workflow", name, str(compiled.version), digest(body), body)
            self._kept[f"workflow {name}"] = made
        return self._kept[f"workflow {name}"]

    def compiled(self, name: str) -> Workflow:
        """Return the newest version of a workflow, ready to be asked."""
        return Workflow.from_body(self.workflow(name).body)

    def headings(self) -> Mapping[str, Heading]:
        """Return what every workflow is; one whose head cannot be read is left out.

        A flaw is reported to whoever opens a case of that workflow, or checks the file.
        """
        if self._headings:
            return self._headings
        headings: dict[str, Heading] = {}
        for name in self.workflows():
            path = self._newest(name)
            try:
                headings[name] = read_heading(text_of(path), str(path))
            except (InvalidFile, NotFound, Trouble):
                continue
        # all at once: another thread must not see some of them and take them for all
        self._headings.update(headings)
        return self._headings

    def profile(self, now: datetime) -> Pin:
        """Return the merged jurisdiction profile, with holidays to a horizon."""
        profile, program = self.jurisdiction_file(), self._program()
        year = workdays.local(now, self.own_zone() or "UTC").year
        key = f"profile {year}"
        if key not in self._kept:
            merged = self.merged(profile, year)
            body = canonical(merged.body())
            version = self._version(merged, profile, program)
            self._kept[key] = Pin("profile", merged.name, version, digest(body), body)
        return self._kept[key]

    def merged(self, profile: Profile, year: int) -> Jurisdiction:
        """Return a jurisdiction file as a case opened in a year would be held to it."""
        return merge(
            profile,
            self._program(),
            first_year=year - 1,
            last_year=year + HORIZON,
            zone=self.zone or None,
            overlays=self.jurisdiction_files().overlays(profile),
        )

    def program(self) -> Pin:
        """Return the cooperative program."""
        if "program" not in self._kept:
            program = self._program()
            body = canonical(program.body())
            made = Pin("program", program.program, program.edition, digest(body), body)
            self._kept["program"] = made
        return self._kept["program"]

    def workflows(self) -> list[str]:
        """Return the names of all workflows there are."""
        names: set[str] = set()
        for path in self._files("*.yaml"):
            named = _name_and_version(path)
            if named:
                names.add(named[0])
        return sorted(names)

    def jurisdictions(self) -> list[str]:
        """Return the names of all jurisdictions a case can be held to."""
        return self.jurisdiction_files().usable()

    def jurisdiction_files(self) -> JurisdictionFiles:
        """Return the jurisdiction files there are, and how they extend each other."""
        return JurisdictionFiles(self.folders, shipped("workflows"), shipped("templates"))

    def programs(self) -> list[str]:
        """Return the names of all programs there are."""
        return sorted({path.stem for path in self._files("programs/*.yaml")})

    def own_zone(self) -> str:
        """Return the zone in force: the agency's, or else the jurisdiction's."""
        zone = self.zone or self.jurisdiction_file().zone or ""
        try:
            return zone and workdays.zone_named(zone).key
        except ValueError as error:
            raise Usage(f"zone: {error}") from None

    @staticmethod
    def _version(merged: Jurisdiction, profile: Profile, program: Program) -> str:
        """Return the name of a version: it holds all that may differ under one edition."""
        years = f"{merged.calendar.first.year}-{merged.calendar.last.year}"
        zone = ""
        if merged.zone != profile.zone:
            zone = f" {merged.zone}"
        return f"{merged.edition} ({program.program} {program.edition}, {years}{zone})"

    def _files(self, pattern: str) -> Iterator[Path]:
        for folder in self.folders:
            if folder.is_dir():
                yield from folder.glob(pattern)

    def _newest(self, name: str) -> Path:
        """Return the highest version; of two files of one version, the agency's own."""
        candidates: list[tuple[int, int, Path]] = []
        for place, folder in enumerate(self.folders):
            if not _plain(name) or not folder.is_dir():
                continue
            for path in folder.glob(f"{name}.v*.yaml"):
                named = _name_and_version(path)
                if named and named[0] == name:
                    candidates.append((named[1], -place, path))
        if not candidates:
            known = self.workflows()
            hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
            raise NotFound(f"there is no workflow {name!r}", hint=hint)
        return max(candidates)[2]

    def _one(self, kind: str, name: str, known: list[str]) -> Path:
        for folder in self.folders:
            path = folder / f"{kind}s" / f"{name}.yaml"
            if name in known and path.is_file():
                return path
        raise _missing(kind, name, known)

    def jurisdiction_file(self) -> Profile:
        """Return the jurisdiction file in force, over those it extends."""
        profile = self._read.get("jurisdiction")
        if isinstance(profile, Profile):
            return profile
        profile = self.jurisdiction_files().read(self.jurisdiction_path(self.jurisdiction))
        self._read["jurisdiction"] = profile
        return profile

    def jurisdiction_path(self, name: str) -> Path:
        """Return the file of a jurisdiction, or raise NotFound with the nearest name."""
        path = self.jurisdiction_files().path(name)
        if path is None:
            raise _missing("jurisdiction", name, self.jurisdictions())
        return path

    def _program(self) -> Program:
        kept = self._read.get("program")
        if isinstance(kept, Program):
            return kept
        path = self._one("program", self.program_name, self.programs())
        program = read_program(text_of(path), str(path))
        if program.program != self.program_name:
            raise _misnamed(path, "program", program.program)
        self._read["program"] = program
        return program


def _plain(name: str) -> bool:
    """Return whether a typed name is a plain one: no pattern and no path."""
    return re.fullmatch(r"[a-z][a-z0-9_-]*", name) is not None


def _name_and_version(path: Path) -> tuple[str, int] | None:
    match = _NAMED.fullmatch(path.name)
    if match:
        return (match["name"], int(match["version"]))
    return None


def _missing(kind: str, name: str, known: list[str]) -> NotFound:
    hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
    return NotFound(f"there is no {kind} {name!r}", hint=hint)


def _misnamed(path: Path, kind: str, name: str) -> InvalidFile:
    return InvalidFile([Flaw(str(path), 1, 1, f"the file holds the {kind} {name!r}", "rename it")])
