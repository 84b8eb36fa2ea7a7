"""Walks through a template as it would be rendered, and collects the words that are missing."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from solicitation_flow.errors import Flaw
from solicitation_flow.paper.template_file import TemplateFile
from solicitation_flow.yamlfile import did_you_mean

Part = Callable[[str], TemplateFile | None]
Local = dict[str, str | None]
"""What a name made inside a template stands for: a word of the context, or None for unknown."""

SAME_KIND: Final = frozenset({"first", "last", "sort", "selectattr", "rejectattr"})
"""Filters that return the same kind of value as they were given."""

TAKES_NAME: Final = {"map": ("filter", 0), "selectattr": ("test", 1), "rejectattr": ("test", 1)}
"""Filters that take the name of another filter or test, and at which of their arguments."""

ALLOWED: Final = (nodes.Output, nodes.If, nodes.For, nodes.Assign, nodes.Block, nodes.Include)
"""The statements a letter may use: whoever edits letters can learn them all."""


def path(node: nodes.Node | None) -> str | None:
    """Return a word with its dots, such as `case.number`; None where it is computed."""
    match node:
        case nodes.Name():
            return str(node.name)
        case nodes.Filter() if node.name in SAME_KIND:
            return path(node.node)
        case nodes.Getattr():
            above = path(node.node)
            return above and f"{above}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=word)):
            above = path(node.node)
            if above and isinstance(word, str):
                above = f"{above}.{word}"
            return above
    return None


def outermost(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield every whole word below a node: `case.number`, and not `case` before it."""
    if isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)) and path(node):
        yield node
        return
    for child in node.iter_child_nodes():
        yield from outermost(child)


def syntax(error: TemplateSyntaxError, template: TemplateFile) -> Flaw:
    """Return what Jinja cannot read as a flaw."""
    file = error.filename or template.file
    message = str(error.message or "this cannot be read").rstrip(".")
    return Flaw(file, error.lineno, 1, message[:1].lower() + message[1:])


def word_at(
    env: Environment, template: TemplateFile, line: int, context: Mapping[str, Any], last: str = ""
) -> str:
    """Return the word of a line that ends in `last`, or the one `context` has nothing for."""
    try:
        trees = [env.parse(text) for text in (template.subject, template.body)]
    except TemplateSyntaxError:
        return last
    words = []
    for tree in trees:
        for node in outermost(tree):
            word = path(node)
            if word and node.lineno == line:
                words.append(word)
    for word in words:
        if last and word.split(".")[-1] == last:
            return word
        if not last and _value(word, context) in (None, ""):
            return word
    if last:
        return last
    return words[0] if words else "this line"


def _value(word: str, context: Mapping[str, Any]) -> object:
    first, *rest = word.split(".")
    value = context.get(first, word)  # a name of the template's own has no value here
    for name in rest:
        if isinstance(value, Mapping):
            value = value.get(name)
        else:
            value = getattr(value, name, None)
    return value


class TemplateReader:
    """Walks through a letter and its parts; `flaws` says what cannot be read or is not offered.

    `whole` is False when a part is missing, or would include itself without end.
    """

    def __init__(self, env: Environment, known: Collection[str] | None, part: Part) -> None:
        """Take the words a letter may use, dotted; None leaves them unchecked."""
        self.flaws: list[Flaw] = []
        self._env, self._part = env, part
        self._known: Mapping[str, set[str]] | None = None
        if known is not None:
            self._known = _by_parent(known)
        self._open: list[TemplateFile] = []
        self.whole = True

    def read(
        self, tree: nodes.Template, template: TemplateFile, local: Local | None = None
    ) -> None:
        """Read one file; `local` holds what the including file had set by then."""
        self._open.append(template)
        if local is None:
            local = {}
        self._walk_all(tree.body, local)
        self._open.pop()

    def part_of(self, node: nodes.Include) -> tuple[TemplateFile, nodes.Template] | None:
        """Return the part a letter includes, or None where there is none that can be read."""
        name = _included(node)
        if name is None:
            return None
        template = self._part(name)
        if template is None or template.flaws:
            return None
        try:
            return template, self._env.parse(template.body)
        except TemplateSyntaxError:
            return None

    def _walk_all(self, listed: Iterable[nodes.Node], local: Local) -> None:
        for node in listed:
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
            case nodes.Stmt() if not isinstance(node, ALLOWED):
                word = type(node).__name__.lower()
                hint = "letters use if, for, set, block and include"
                self._flaw(node.lineno, f"a letter has no {word!r} statement", word, hint)
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                self._word(node, local)
            case _:
                self._check_names(node)
                self._walk_all(list(node.iter_child_nodes()), local)

    def _include(self, node: nodes.Include, local: Local) -> None:
        part = self.part_of(node)
        if part and part[0] not in self._open:
            self.read(part[1], part[0], dict(local))
            return
        self.whole = False
        name = _included(node) or "include"
        self._flaw(node.lineno, f"{name!r} is no part that can be included here", name)

    def _loop(self, node: nodes.For, local: Local) -> None:
        self._walk(node.iter, local)
        inside = {**local, "loop": None}
        inside |= _bound(node.target, self._resolved(path(node.iter), local))
        if node.test:
            self._walk(node.test, inside)
        self._walk_all(node.body, inside)
        self._walk_all(node.else_, dict(local))

    def _check_names(self, node: nodes.Node) -> None:
        known = {"filter": self._env.filters, "test": self._env.tests}
        for kind, name in _names(node):
            if name not in known[kind]:
                hint = did_you_mean(name, known[kind])
                self._flaw(node.lineno, f"there is no {kind} {name!r}", name, hint)

    def _word(self, node: nodes.Node, local: Local) -> None:
        link: nodes.Node | None = node
        while isinstance(link, (nodes.Getattr, nodes.Getitem, nodes.Filter)):
            self._check_names(link)
            for child in link.iter_child_nodes():
                if child is not link.node:
                    self._walk(child, local)
            link = link.node
        word = path(node)
        if word is None:
            if link:
                self._walk(link, local)
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
        return stands_for and f"{stands_for}{dot}{rest}"

    def _flaw(self, line: int, message: str, word: str, hint: str | None = None) -> None:
        template = self._open[-1]
        column = template.column(line, word, word.rpartition(".")[2])
        self.flaws.append(Flaw(template.file, line, column, message, hint))


def _included(node: nodes.Include) -> str | None:
    """Return the name of the part an include names, or None where it is computed."""
    if isinstance(node.template, nodes.Const) and isinstance(node.template.value, str):
        return node.template.value
    return None


def _names(node: nodes.Node) -> Iterator[tuple[str, str]]:
    """Yield the filters and tests a node calls by name, also through another filter."""
    if isinstance(node, nodes.Test):
        yield "test", node.name
    if isinstance(node, nodes.Filter):
        yield "filter", node.name
        kind, at = TAKES_NAME.get(node.name, ("", len(node.args)))
        for arg in node.args[at : at + 1]:
            if isinstance(arg, nodes.Const) and isinstance(arg.value, str):
                yield kind, arg.value


def _bound(target: nodes.Node, stands_for: str | None) -> Local:
    """Return the names a statement makes; only a single one can stand for a word of the context."""
    if isinstance(target, nodes.Name):
        return {target.name: stands_for}
    return {name.name: None for name in target.find_all(nodes.Name)}


def _by_parent(known: Collection[str]) -> dict[str, set[str]]:
    """Return what may follow each word: `case.number` says that `number` may follow `case`."""
    below: dict[str, set[str]] = {}
    for word in known:
        steps = word.split(".")
        for at, step in enumerate(steps):
            below.setdefault(".".join(steps[:at]), set()).add(step)
    return below
