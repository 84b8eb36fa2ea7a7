"""Reads YAML 1.2 strictly, one pass over the parser's events, and keeps every place."""

import errno
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, Protocol

from solicitation_flow.errors import Flaw, InvalidFile, NotFound, Trouble
from solicitation_flow.yamlfile.places import Spot, Tree

MOST_BYTES = 1_000_000
MOST_NODES = 100_000  # counted as if every alias were written out
MOST_LEVELS = 60
MOST_TABS = 20  # a file indented with tabs has one fault, not a thousand

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_TAB_INDENT = re.compile(r"^ *(\t)[ \t]*[^ \t\r\n]", re.MULTILINE)
_WORDS: Mapping[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}

# What the parser reports, as words for somebody who has never heard of tokens; whether the place
# to look at is where the construct began; and what to do.
_SYNTAX: Sequence[tuple[str, str, bool, str | None]] = (
    ("'\\t'", "a tab stands where only spaces may", False, "use spaces"),
    ("cannot start any token", "text cannot start with this character", False, "put it in quotes"),
    ("unknown escape", "this backslash means nothing here", False, "use single quotes"),
    ("mapping values are not allowed", "a ':' cannot stand here", False,
     "put the text in quotes, or check the indentation"),
    ("could not find expected ':'", "a ':' is missing after this", True, None),
    ("unexpected end of stream", "the quotation mark here is never closed", True, None),
    ("but got '<stream end>'", "the bracket here is never closed", True, None),
    ("expected ',' or", "a ',' or the closing bracket is missing before this", False, None),
    ("expected <block end>", "this does not fit the lines above", False, "check the indentation"),
    ("expected the node content", "a value is missing before this", False, None),
    ("chomping or indentation", "a block of text must start on a new line", False,
     "end the line after '|' or '>', or put the text in quotes"),
    ("expected a comment or a line break", "a block of text must start on a new line", False,
     "end the line after '|' or '>', or put the text in quotes"),
)  # fmt: skip


def read_file(path: Path) -> Tree:
    """Read a file of UTF-8 YAML; every flaw carries its place."""
    return read(text_of(path), str(path))


def text_of(path: Path) -> str:
    """Return the text of a file to be read as YAML; raise what says why it has none."""
    name = str(path)
    try:
        with path.open("rb") as handle:
            raw = handle.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a zero byte
        raise NotFound(f"there is no file {name!r}", hint="check the name and folder") from None
    except IsADirectoryError:
        raise InvalidFile([Flaw(name, 1, 1, "this is a folder, not a file")]) from None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise NotFound(f"there is no file {name!r}", hint="check the name") from None
        raise Trouble(f"{name} cannot be read: {error.strerror}") from error
    if len(raw) > MOST_BYTES:
        _too_large(name)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode()
        flaw = Flaw(name, *_at(before, len(before)), "this is not UTF-8", "save it as UTF-8 text")
        raise InvalidFile([flaw]) from None


def read(text: str, file: str) -> Tree:
    """Read YAML text; `file` is only the name that flaws carry."""
    if len(text) > MOST_BYTES:
        _too_large(file)
    text = text.removeprefix("\ufeff")
    tabs = [match.start(1) for match in _TAB_INDENT.finditer(text)][:MOST_TABS]
    if tabs:
        message, hint = "a tab is used as indentation", "indent with spaces"
        raise InvalidFile([Flaw(file, *_at(text, tab), message, hint) for tab in tabs])
    return _Reader(text, file).tree()


def _too_large(file: str) -> NoReturn:
    raise InvalidFile([Flaw(file, 1, 1, f"the file is larger than {MOST_BYTES:,} bytes")])


def _at(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


class _Mark(Protocol):
    line: int
    column: int


class _Event(Protocol):
    """What the parser reports of one scalar, alias, or start or end of a list or a mapping."""

    start_mark: _Mark
    tag: str | None
    anchor: str | None
    style: str | None
    value: str


def _kind(event: _Event) -> str:
    return type(event).__name__.removesuffix("Event")


def _events(text: str, file: str) -> Iterator[_Event]:
    """Yield the parser's events; its errors become flaws in plain words."""
    from ruamel.yaml import YAML  # noqa: PLC0415  # 50 ms that a case with a pinned body never pays
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415  # as above

    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except MarkedYAMLError as error:
        raise InvalidFile([_syntax_flaw(error, file)]) from None
    except YAMLError as error:
        place = _at(text, getattr(error, "position", 0))
        raise InvalidFile([Flaw(file, *place, "a character that no text may contain")]) from None
    except (ArithmeticError, LookupError, ValueError) as error:
        # The parser itself stumbles over a few escapes and tags; it does not say where.
        raise InvalidFile([Flaw(file, 1, 1, f"this cannot be read as YAML: {error}")]) from None


def _syntax_flaw(error: Any, file: str) -> Flaw:
    problem = str(error.problem or error.context or "this cannot be read as YAML")
    mark = error.problem_mark or error.context_mark
    message = problem
    hint: str | None = "text with special characters needs quotes"
    for words, plain, at_start, advice in _SYNTAX:
        if words in problem:
            message, hint = plain, advice
            mark = (at_start and error.context_mark) or mark
            break
    return Flaw(file, mark.line + 1, mark.column + 1, message, hint)


@dataclass(slots=True)
class _Node:
    """One value, where it stands, and how many values it is when written out."""

    value: Any
    spot: Spot
    size: int = 1


class _Reader:
    """Builds values and their places from the parser's events."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._events = _events(text, file)
        self._anchors: dict[str, _Node] = {}
        self._flaws: list[Flaw] = []
        self._nodes = 0

    def tree(self) -> Tree:
        try:
            root = self._document()
        except InvalidFile as stopped:
            raise InvalidFile([*self._flaws, *stopped.flaws]) from None
        if self._flaws:
            raise InvalidFile(self._flaws)
        return Tree(root.value, self._file, root.spot)

    def _document(self) -> _Node:
        start = self._next("DocumentStart", "StreamEnd")
        if _kind(start) == "StreamEnd":
            self._stop(start, "the file is empty")
        event = next(self._events)
        root = self._node(event, 0)
        if not isinstance(root.value, dict):
            self._stop(event, "the file must be a mapping: lines of 'key: value'")
        end = self._next("DocumentStart", "StreamEnd")
        if _kind(end) == "DocumentStart":
            self._stop(end, "a second document starts here", "keep one document in a file")
        return root

    def _node(self, event: _Event, level: int) -> _Node:
        if level > MOST_LEVELS:
            self._stop(event, f"this is nested more than {MOST_LEVELS} levels deep")
        if _kind(event) == "Alias":
            return self._alias(event)
        self._count(event, 1)
        if event.tag is not None:
            self._flaw(event, f"tags such as {event.tag!r} are not read here", "leave the tag out")
        node = _Node(None, self._spot(event))
        match _kind(event):
            case "Scalar":
                node.value = event.value if event.style else _plain(event.value)
            case "SequenceStart":
                self._items(node, level)
            case _:
                self._keys(node, level)
        if event.anchor:
            self._anchors[event.anchor] = node
        return node

    def _alias(self, event: _Event) -> _Node:
        anchored = self._anchors.get(event.anchor or "")
        if anchored is None:
            self._stop(event, f"no anchor '&{event.anchor}' is complete above this alias")
        self._count(event, anchored.size)
        return _Node(anchored.value, self._spot(event, anchored), anchored.size)

    def _items(self, node: _Node, level: int) -> None:
        node.value = []
        while _kind(event := next(self._events)) != "SequenceEnd":
            item = self._node(event, level + 1)
            node.spot.inside[len(node.value)] = item.spot
            node.value.append(item.value)
            node.size += item.size

    def _keys(self, node: _Node, level: int) -> None:
        node.value = {}
        while _kind(event := next(self._events)) != "MappingEnd":
            key = self._key(event, node, level)
            item = self._node(next(self._events), level + 1)
            node.size += item.size
            if key is not None:
                node.value[key] = item.value
                node.spot.inside[key] = self._spot(event, item)

    def _key(self, event: _Event, node: _Node, level: int) -> str | None:
        """Return a key, or None where it cannot be one: its flaw is kept, and reading goes on."""
        if _kind(event) != "Scalar":
            self._node(event, level + 1)
            self._flaw(event, "a key must be a word, not a list, a mapping or an alias")
            return None
        key = event.value
        if not key:
            self._flaw(event, "a key is missing before ':'")
        elif key == "<<" and not event.style:
            self._flaw(event, "merge keys '<<' are not read here", "write the keys out")
        elif key in node.value:
            first = f"it stands first on line {node.spot.inside[key].line}"
            self._flaw(event, f"the key {key!r} is written twice", first)
        else:
            return key
        return None

    def _next(self, *kinds: str) -> _Event:
        return next(event for event in self._events if _kind(event) in kinds)

    def _spot(self, event: _Event, of: _Node | None = None) -> Spot:
        mark = event.start_mark
        if of:
            inside = of.spot.inside
        else:
            inside = {}
        return Spot(mark.line + 1, mark.column + 1, inside, self._file)

    def _count(self, event: _Event, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > MOST_NODES:
            self._stop(event, f"the file comes to more than {MOST_NODES:,} values")

    def _flaw(self, event: _Event, message: str, hint: str | None = None) -> None:
        mark = event.start_mark
        self._flaws.append(Flaw(self._file, mark.line + 1, mark.column + 1, message, hint))

    def _stop(self, event: _Event, message: str, hint: str | None = None) -> NoReturn:
        self._flaw(event, message, hint)
        raise InvalidFile(())


def _plain(text: str) -> str | int | bool | None:
    """Return what an unquoted word is: null, true, false, a whole number, or text."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return text
