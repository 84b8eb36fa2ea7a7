"""Reads a template as it would be rendered, and notes every word that would not be there."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from solicitation_flow.errors import Flaw
from solicitation_flow.paper.template_file import Sheet
from solicitation_flow.yamlfile import did_you_mean

Part = Callable[[str], Sheet | None]
Local = dict[str, str | None]
"""What a name made inside a template stands for: a word of the context, or nobody knows."""

KEEPS: Final = frozenset({"first", "last", "sort", "selectattr", "rejectattr"})
"""Filters whose answer is of the same kind as what they were given."""

HANDED: Final = {"map": ("filter", 0), "selectattr": ("test", 1), "rejectattr": ("test", 1)}
"""Filters that are given the name of another filter or test, and which of their words that is."""

PLAIN: Final = (nodes.Output, nodes.If, nodes.For, nodes.Assign, nodes.Block, nodes.Include)
"""The statements of a letter: whoever may edit one should be able to read all of them."""


def path(node: nodes.Node | None) -> str | None:
    """Return a word with its dots, such as `case.number`; None where it is computed."""
    match node:
        case nodes.Name():
            return str(node.name)
        case nodes.Filter() if node.name in KEEPS:
            return path(node.node)
        case nodes.Getattr():
            above = path(node.node)
            return f"{above}.{node.attr}" if above else None
        case nodes.Getitem(arg=nodes.Const(value=word)):
            above = path(node.node)
            return f"{above}.{word}" if above and isinstance(word, str) else above
    return None


def outermost(node: nodes.Node) -> Iterator[nodes.Node]:
    """Every word below a node, whole: `case.number` once, not `case` and then `case.number`."""
    if isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)) and path(node):
        yield node
        return
    for child in node.iter_child_nodes():
        yield from outermost(child)


def syntax(error: TemplateSyntaxError, sheet: Sheet) -> Flaw:
    """What Jinja cannot read, as a flaw."""
    file = error.filename or sheet.file
    said = str(error.message or "this cannot be read").rstrip(".")
    return Flaw(file, error.lineno, 1, said[:1].lower() + said[1:])


def word_at(
    env: Environment, sheet: Sheet, line: int, context: Mapping[str, Any], last: str = ""
) -> str:
    """Return the word of a line that ends in `last`, or the one `context` has nothing for."""
    try:
        trees = [env.parse(text) for text in (sheet.subject, sheet.body)]
    except TemplateSyntaxError:
        return last
    here = (path(node) for tree in trees for node in outermost(tree) if node.lineno == line)
    words = [each for each in here if each]
    if last:
        return next((word for word in words if word.split(".")[-1] == last), last)
    empty = (word for word in words if _held(word, context) in (None, ""))
    return next(empty, words[0] if words else "this line")


def _held(word: str, context: Mapping[str, Any]) -> object:
    first, *rest = word.split(".")
    value = context.get(first, word)  # a name of the template's own: nobody here knows its value
    for name in rest:
        value = value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)
    return value


class Reader:
    """Walks through a letter and its parts; `flaws` says what cannot be read or is not offered.

    `whole` is False when a part is missing, or would include itself without end.
    """

    def __init__(self, env: Environment, known: Collection[str] | None, part: Part) -> None:
        """Take the words a letter may use, dotted; None leaves them unchecked."""
        self.flaws: list[Flaw] = []
        self._env, self._part = env, part
        self._known = None if known is None else _below(known)
        self._sheets: list[Sheet] = []
        self.whole = True

    def read(self, tree: nodes.Template, sheet: Sheet, local: Local | None = None) -> None:
        """Read one sheet; `local` holds what the including sheet had set by then."""
        self._sheets.append(sheet)
        self._all(tree.body, {} if local is None else local)
        self._sheets.pop()

    def part_of(self, node: nodes.Include) -> tuple[Sheet, nodes.Template] | None:
        """Return the part a letter includes, or None where there is none that can be read."""
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        sheet = self._part(name) if isinstance(name, str) else None
        if sheet is None or sheet.flaws:
            return None
        try:
            return sheet, self._env.parse(sheet.body)
        except TemplateSyntaxError:
            return None

    def _all(self, each: Collection[nodes.Node], local: Local) -> None:
        for node in each:
            self._walk(node, local)

    def _walk(self, node: nodes.Node, local: Local) -> None:
        match node:
            case nodes.Include():
                self._include(node, local)
            case nodes.For():
                self._loop(node, local)
            case nodes.Assign():
                self._walk(node.node, local)
                local |= _bound(node.target, self._resolved(path(node.node), local))
            case nodes.Stmt() if not isinstance(node, PLAIN):
                word = type(node).__name__.lower()
                hint = "letters use if, for, set, block and include"
                self._flaw(node.lineno, f"a letter has no {word!r} statement", word, hint)
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                self._word(node, local)
            case _:
                self._called(node)
                self._all(list(node.iter_child_nodes()), local)

    def _include(self, node: nodes.Include, local: Local) -> None:
        part = self.part_of(node)
        if part and part[0] not in self._sheets:
            self.read(part[1], part[0], dict(local))
            return
        self.whole = False
        name = node.template.value if isinstance(node.template, nodes.Const) else "include"
        self._flaw(node.lineno, f"{name!r} is no part that can be included here", str(name))

    def _loop(self, node: nodes.For, local: Local) -> None:
        self._walk(node.iter, local)
        inside = {**local, "loop": None}
        inside |= _bound(node.target, self._resolved(path(node.iter), local))
        self._all([node.test] if node.test else [], inside)
        self._all(node.body, inside)
        self._all(node.else_, dict(local))

    def _called(self, node: nodes.Node) -> None:
        shelves = {"filter": self._env.filters, "test": self._env.tests}
        for kind, name in _names(node):
            if name not in shelves[kind]:
                hint = did_you_mean(name, shelves[kind])
                self._flaw(node.lineno, f"there is no {kind} {name!r}", name, hint)

    def _word(self, node: nodes.Node, local: Local) -> None:
        link: nodes.Node | None = node
        while isinstance(link, (nodes.Getattr, nodes.Getitem, nodes.Filter)):
            self._called(link)
            self._all([each for each in link.iter_child_nodes() if each is not link.node], local)
            link = link.node
        word = path(node)
        if word is None:
            self._all([link] if link else [], local)
            return
        resolved = self._resolved(word, local)
        if resolved and self._known is not None:
            self._offered(node.lineno, word, resolved.split("."), self._known)

    def _offered(
        self, line: int, word: str, steps: list[str], known: Mapping[str, set[str]]
    ) -> None:
        for at, step in enumerate(steps):
            offered = known.get(".".join(steps[:at]), set())
            if step not in offered and (offered or not at):
                hint = did_you_mean(step, offered)
                self._flaw(line, f"the word {word!r} is not offered to this letter", word, hint)
                return

    def _resolved(self, word: str | None, local: Local) -> str | None:
        first, dot, rest = (word or "").partition(".")
        if first not in local:
            return word
        stands_for = local[first]
        return f"{stands_for}{dot}{rest}" if stands_for else None

    def _flaw(self, line: int, message: str, word: str, hint: str | None = None) -> None:
        sheet = self._sheets[-1]
        column = sheet.column(line, word, word.rpartition(".")[2])
        self.flaws.append(Flaw(sheet.file, line, column, message, hint))


def _names(node: nodes.Node) -> Iterator[tuple[str, str]]:
    """The filters and tests a node calls by name, also where it hands a name to another filter."""
    if isinstance(node, nodes.Test):
        yield "test", node.name
    if isinstance(node, nodes.Filter):
        yield "filter", node.name
        kind, at = HANDED.get(node.name, ("", len(node.args)))
        for arg in node.args[at : at + 1]:
            if isinstance(arg, nodes.Const) and isinstance(arg.value, str):
                yield kind, arg.value


def _bound(target: nodes.Node, stands_for: str | None) -> Local:
    """The names a statement makes; only a single one can stand for a word of the context."""
    if isinstance(target, nodes.Name):
        return {target.name: stands_for}
    return {name.name: None for name in target.find_all(nodes.Name)}


def _below(known: Collection[str]) -> dict[str, set[str]]:
    """What may follow each word: `case.number` says that `number` may follow `case`."""
    below: dict[str, set[str]] = {}
    for word in known:
        steps = word.split(".")
        for at, step in enumerate(steps):
            below.setdefault(".".join(steps[:at]), set()).add(step)
    return below
