"""Finds letter templates, an agency's own before the shipped ones, and renders them strictly."""

import os
import re
import stat
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
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
    CannotBeWritten,
    as_text,
    filters,
    laid_out,
    one_line,
)
from solicitation_flow.paper.template_file import TemplateFile, read_template
from solicitation_flow.paper.template_words import syntax, word_at

ALWAYS: Final = frozenset({"zone", "training", "names"})
"""Words the filters ask for, whether or not the template names them."""

SUBJECT: Final = "#subject"
_ABSENT: Final = object()
_NAME = re.compile(r"([a-z][a-z0-9_]*/)?[a-z][a-z0-9_]*")

Stamp = tuple[str, int, int]
"""A file: its path, when it was changed, how long it is."""

UNFIT: Final = (
    *(
        CannotBeWritten,
        TemplateRuntimeError,
    ),  # among these: what the sandbox forbids, what is missing
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
    """An undefined word whose message is the word alone; the renderer adds the place."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return self._undefined_hint or str(self._undefined_name)


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox that trusts views, which show fields and can do nothing, and checks all else."""

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
class _Cached:
    """A template, its file as it was when it was read, and the words and parts it names."""

    stamp: Stamp
    template: TemplateFile
    words: frozenset[str]
    parts: frozenset[str]


class Renderer:
    """Renders letters: keeps one environment, and each template until its file changes."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Read no file before it is asked for."""
        self._folders = tuple(Path(folder) / "notices" for folder in folders)
        self._cache: dict[str, _Cached] = {}
        self._places: dict[str, tuple[str, ...]] = {}
        # a template read again is forgotten first: another thread must not render it meanwhile
        self._lock = RLock()
        self._env = _Sandbox(
            undefined=_Missing,
            autoescape=False,  # letters are plain text: there is no markup to escape
            finalize=as_text,
            loader=FunctionLoader(self._load),
            auto_reload=False,  # `_load_file` looks at each file itself
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,  # a part ends its own last line
        )
        self._env.globals.clear()  # Jinja's own draw random words and count without end
        self._env.filters.clear()
        self._env.filters.update(filters())

    def names(self) -> list[str]:
        """Return every letter there is, such as `award/intent`."""
        names = set()
        for folder in self._folders:
            for path in folder.glob("*/*.md"):
                name = f"{path.parent.name}/{path.stem}"
                if _NAME.fullmatch(name):
                    names.add(name)
        return sorted(names)

    def path(self, notice: str) -> Path:
        """Return the file a letter is rendered from; raise NotFound where there is none."""
        return Path(self._stamp(notice)[0])

    def render(self, notice: str, context: Mapping[str, Any]) -> Words:
        """Return the letter these words make; raise for the first that is missing.

        Only what the template names is taken out of `context`, which may make it just then.
        """
        with self._lock:
            return self._rendered(notice, context)

    def _rendered(self, notice: str, context: Mapping[str, Any]) -> Words:
        template = self._load_file(notice).template
        if template.flaws:
            raise InvalidFile(template.flaws)
        offered = {}
        for name in self._words_of(notice):
            value = context.get(name, _ABSENT)
            if value is not _ABSENT:
                offered[name] = value
        try:
            subject = self._env.get_template(notice + SUBJECT).render(offered)
            text = self._env.get_template(notice).render(offered)
        except TemplateSyntaxError as error:
            raise InvalidFile([syntax(error, template)]) from None
        except TemplateNotFound as error:
            raise Unwritable(template.file, 1, str(error.name), "is not there to include") from None
        except UNFIT as error:
            raise self._unfit(error, template, offered) from None
        return Words(one_line(subject, LONGEST_SUBJECT), laid_out(text))

    def check(self, notice: str, known: Collection[str] | None = None) -> list[Flaw]:
        """Return everything wrong with a letter; `known` are the words it may use, dotted."""
        with self._lock:
            try:
                template = self._load_file(notice).template
            except NotFound as error:
                return [Flaw(f"notices/{notice}.md", 1, 1, error.message, error.hint)]
            return lint.check(self._env, template, known, self._part)

    def _part(self, name: str) -> TemplateFile | None:
        try:
            return self._load_file(name).template
        except NotFound:
            return None

    def _stamp(self, name: str) -> Stamp:
        """Return the file a template is read from, as it is now: the first folder that has one."""
        if name not in self._places and _NAME.fullmatch(name):
            self._places[name] = tuple([str(folder / f"{name}.md") for folder in self._folders])
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
        """Forget a template and, since compiled ones hold what they include, all compiled ones."""
        if self._cache.pop(name, None) and self._env.cache is not None:
            self._env.cache.clear()

    def _load_file(self, name: str) -> _Cached:
        stamp = self._stamp(name)
        cached = self._cache.get(name)
        if cached and cached.stamp == stamp:
            return cached
        self._forget(name)
        try:
            raw = Path(stamp[0]).read_bytes()
        except OSError as error:
            raise Trouble(f"{stamp[0]} cannot be read: {error.strerror}") from error
        template = read_template(raw, stamp[0], letter="/" in name)
        cached = _Cached(stamp, template, *self._words_and_parts(template))
        self._cache[name] = cached
        return cached

    def _words_and_parts(self, template: TemplateFile) -> tuple[frozenset[str], frozenset[str]]:
        words, parts = set(ALWAYS), set[str]()
        try:
            for text in (template.subject, template.body):
                tree = self._env.parse(text)
                words |= meta.find_undeclared_variables(tree)
                parts |= {name for name in meta.find_referenced_templates(tree) if name}
        except TemplateSyntaxError:
            pass  # rendering and checking report it
        return frozenset(words), frozenset(parts)

    def _words_of(self, name: str) -> set[str]:
        """Return the words a letter names, those of the parts it includes among them."""
        words: set[str] = set()
        names, seen = [name], {name}
        while names:
            cached = self._cache.get(names.pop())
            if cached is None:
                continue
            words |= cached.words
            for part in cached.parts - seen:
                seen.add(part)
                if self._part(part):
                    names.append(part)
        return words

    def _load(self, name: str) -> tuple[str, str, None] | None:
        notice, _, subject = name.partition("#")
        template = self._part(notice)
        if template is None:
            return None
        if subject:
            text = template.subject
        else:
            text = template.body
        return text, template.file, None

    def _unfit(
        self, error: Exception, template: TemplateFile, offered: Mapping[str, Any]
    ) -> Unwritable:
        """Return which word of which line cannot be written, in the part it stands in."""
        file, line = _place(error.__traceback__, template)
        inner = template
        for cached in self._cache.values():
            if cached.template.file == file:
                inner = cached.template
        if isinstance(error, UndefinedError):
            word = word_at(self._env, inner, line, offered, last=str(error.message))
            return MissingWord(file, line, word, "is missing")
        word = word_at(self._env, inner, line, offered)
        if isinstance(error, CannotBeWritten):
            if error.missing:
                return MissingWord(file, line, word, error.why)
            return Unwritable(file, line, word, error.why)
        return Unwritable(file, line, word, f"cannot be used so: {error}")


def _place(trace: TracebackType | None, template: TemplateFile) -> tuple[str, int]:
    """Return the innermost line of a template in a traceback: Jinja writes its lines into it."""
    file, line = template.file, 1
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".md"):
            file, line = name, trace.tb_lineno
        trace = trace.tb_next
    return file, line
