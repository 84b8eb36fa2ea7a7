"""Finds letter templates, an agency's own before the shipped ones, and renders them strictly."""

import os
import re
import stat
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace, TracebackType
from typing import Any, Final

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
    meta,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from solicitation_flow import yamlfile
from solicitation_flow.errors import Flaw, InvalidFile, NotFound, Suggestion, Trouble
from solicitation_flow.paper import lint
from solicitation_flow.paper.filters import (
    LONGEST_SUBJECT,
    Unsayable,
    filters,
    laid_out,
    one_line,
    said,
)
from solicitation_flow.paper.lint_walk import syntax, word_at
from solicitation_flow.paper.template_file import Sheet, read_sheet

ALWAYS: Final = frozenset({"zone", "training", "names"})
"""Words the filters ask for, whether or not the template names them."""

SUBJECT: Final = "#subject"
_ABSENT: Final = object()
_NAME = re.compile(r"([a-z][a-z0-9_]*/)?[a-z][a-z0-9_]*")

Stamp = tuple[str, int, int]
"""A file: where it stands, when it was changed, how long it is."""

UNFIT: Final = (
    *(Unsayable, TemplateRuntimeError),  # among these: what the sandbox forbids, what is missing
    *(TypeError, ValueError, ArithmeticError, LookupError, RecursionError),
)
"""What is raised where a template and its words do not fit; anything else is a bug of ours."""


class Unwritable(Trouble):
    """A template asks for something that cannot be put on paper; no letter was written."""

    code = "template.unwritable"

    def __init__(self, file: str, line: int, word: str, why: str) -> None:
        """Name the file, the line and the word."""
        super().__init__(f"{file}:{line}: {word!r} {why}", next=Suggestion("workflow check"))
        self.template, self.line, self.word = file, line, word


class MissingWord(Unwritable):
    """A template names a word there is none for: an error, never a blank in a legal notice."""

    code = "template.missing_word"


class _Missing(StrictUndefined):
    """Says just the word that is missing; whoever renders says where."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return self._undefined_hint or str(self._undefined_name)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Asks no more than it must about views, which show fields and can do nothing."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        kind = type(obj)
        if attribute[:1] == "_" or not (
            kind is SimpleNamespace or getattr(kind, "only_shows", False)
        ):
            return super().getattr(obj, attribute)
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return self.undefined(obj=obj, name=attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        kind = type(obj)
        if kind is SimpleNamespace or getattr(kind, "only_shows", False):
            return not attr.startswith("_")
        return super().is_safe_attribute(obj, attr, value)


@dataclass(frozen=True, slots=True)
class Words:
    """A rendered template: a subject on one line, and the text."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """A sheet, its file as it was when it was read, and the words and parts it asks for."""

    stamp: Stamp
    sheet: Sheet
    words: frozenset[str]
    parts: frozenset[str]


class Renderer:
    """What renders letters: one environment that is kept, and each file until it changes."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Read no file before it is asked for."""
        self._folders = tuple(Path(folder) / "notices" for folder in folders)
        self._kept: dict[str, _Kept] = {}
        self._places: dict[str, tuple[str, ...]] = {}
        self._env = _Sandbox(
            undefined=_Missing,
            autoescape=False,  # letters are plain text: there is no markup to escape
            finalize=said,
            loader=FunctionLoader(self._load),
            auto_reload=False,  # `_keep` looks at each file once a letter, and forgets the changed
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,  # a part ends its own last line
        )
        self._env.globals.clear()  # Jinja's own draw random words and count without end
        self._env.filters.clear()
        self._env.filters.update(filters())

    def names(self) -> list[str]:
        """Return every letter there is, such as `award/intent`."""
        found = (
            f"{path.parent.name}/{path.stem}"
            for folder in self._folders
            for path in folder.glob("*/*.md")
        )
        return sorted({name for name in found if _NAME.fullmatch(name)})

    def path(self, notice: str) -> Path:
        """Return the file a letter is rendered from, or raises NotFound."""
        return Path(self._found(notice)[0])

    def render(self, notice: str, context: Mapping[str, Any]) -> Words:
        """Return the letter these words make, or raises for the first that is missing.

        Only what the template names is taken out of `context`, which may make it just then.
        """
        sheet = self._keep(notice).sheet
        if sheet.flaws:
            raise InvalidFile(sheet.flaws)
        found = {name: context.get(name, _ABSENT) for name in self._asked(notice)}
        offered = {name: value for name, value in found.items() if value is not _ABSENT}
        try:
            subject = self._env.get_template(notice + SUBJECT).render(offered)
            text = self._env.get_template(notice).render(offered)
        except TemplateSyntaxError as error:
            raise InvalidFile([syntax(error, sheet)]) from None
        except TemplateNotFound as error:
            raise Unwritable(sheet.file, 1, str(error.name), "is not there to include") from None
        except UNFIT as error:
            raise self._unfit(error, sheet, offered) from None
        return Words(one_line(subject, LONGEST_SUBJECT), laid_out(text))

    def check(self, notice: str, known: Collection[str] | None = None) -> list[Flaw]:
        """Return everything wrong with a letter; `known` are the words it may use, dotted."""
        try:
            sheet = self._keep(notice).sheet
        except NotFound as error:
            return [Flaw(f"notices/{notice}.md", 1, 1, error.message, error.hint)]
        return lint.check(self._env, sheet, known, self._part)

    def _part(self, name: str) -> Sheet | None:
        try:
            return self._keep(name).sheet
        except NotFound:
            return None

    def _found(self, name: str) -> Stamp:
        """The file a template is read from, as it is now: the first folder that has one."""
        if name not in self._places and _NAME.fullmatch(name):
            self._places[name] = tuple(str(folder / f"{name}.md") for folder in self._folders)
        for place in self._places.get(name, ()):
            try:
                about = os.stat(place)  # noqa: PTH116 - asked for every part of every letter
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError as error:
                raise Trouble(f"{place} cannot be read: {error.strerror}") from error
            if stat.S_ISREG(about.st_mode):
                return place, about.st_mtime_ns, about.st_size
        self._forget(name)
        hint = yamlfile.did_you_mean(name, self.names())
        raise NotFound(f"there is no letter called {name!r}", hint=hint)

    def _forget(self, name: str) -> None:
        """Compiled templates hold what they include: one that changed takes all along."""
        if self._kept.pop(name, None) and self._env.cache is not None:
            self._env.cache.clear()

    def _keep(self, name: str) -> _Kept:
        stamp = self._found(name)
        kept = self._kept.get(name)
        if kept and kept.stamp == stamp:
            return kept
        self._forget(name)
        try:
            raw = Path(stamp[0]).read_bytes()
        except OSError as error:
            raise Trouble(f"{stamp[0]} cannot be read: {error.strerror}") from error
        sheet = read_sheet(raw, stamp[0], letter="/" in name)
        self._kept[name] = made = _Kept(stamp, sheet, *self._asks(sheet))
        return made

    def _asks(self, sheet: Sheet) -> tuple[frozenset[str], frozenset[str]]:
        words, parts = set(ALWAYS), set[str]()
        try:
            for text in (sheet.subject, sheet.body):
                tree = self._env.parse(text)
                words |= meta.find_undeclared_variables(tree)
                parts |= {name for name in meta.find_referenced_templates(tree) if name}
        except TemplateSyntaxError:
            pass  # rendering and checking say so, each in its own way
        return frozenset(words), frozenset(parts)

    def _asked(self, name: str) -> set[str]:
        """The words a letter asks for, those of the parts it includes among them."""
        found: set[str] = set()
        names, seen = [name], {name}
        while names:
            kept = self._kept.get(names.pop())
            if kept:
                found |= kept.words
                fresh = {part for part in kept.parts if part not in seen and self._part(part)}
                names += fresh
                seen |= fresh
        return found

    def _load(self, name: str) -> tuple[str, str, None] | None:
        notice, _, subject = name.partition("#")
        sheet = self._part(notice)
        if sheet is None:
            return None
        if subject:
            text = sheet.subject
        else:
            text = sheet.body
        return text, sheet.file, None

    def _unfit(self, error: Exception, sheet: Sheet, offered: Mapping[str, Any]) -> Unwritable:
        """Say which word of which line cannot be written, in the part it stands in."""
        file, line = _place(error.__traceback__, sheet)
        kept = list(self._kept.values())  # another thread may read a letter meanwhile
        inner = next((k.sheet for k in kept if k.sheet.file == file), sheet)
        if isinstance(error, UndefinedError):
            word = word_at(self._env, inner, line, offered, last=str(error.message))
            return MissingWord(file, line, word, "is missing")
        word = word_at(self._env, inner, line, offered)
        if isinstance(error, Unsayable):
            kind = MissingWord if error.missing else Unwritable
            return kind(file, line, word, error.why)
        return Unwritable(file, line, word, f"cannot be used so: {error}")


def _place(trace: TracebackType | None, sheet: Sheet) -> tuple[str, int]:
    """The innermost line of a template in a traceback: Jinja writes its lines into it."""
    file, line = sheet.file, 1
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".md"):
            file, line = name, trace.tb_lineno
        trace = trace.tb_next
    return file, line
