"""Proves a letter before anyone needs it: its words exist, and what it must say it always says."""

from collections.abc import Collection, Iterator, Sequence

from jinja2 import Environment, TemplateSyntaxError, nodes

from solicitation_flow.errors import Flaw
from solicitation_flow.paper.lint_walk import Part, Reader, outermost, path, syntax
from solicitation_flow.paper.template_file import Sheet
from solicitation_flow.yamlfile import did_you_mean


def check(env: Environment, sheet: Sheet, known: Collection[str] | None, part: Part) -> list[Flaw]:
    """Return every flaw of a letter and of the parts it includes."""
    if sheet.flaws:
        return list(sheet.flaws)
    try:
        subject, body = env.parse(sheet.subject), env.parse(sheet.body)
    except TemplateSyntaxError as error:
        return [syntax(error, sheet)]
    reader = Reader(env, known, part)
    reader.read(subject, sheet)
    reader.read(body, sheet)
    flaws = reader.flaws or list(_assembled(env, sheet))
    unsaid = _unsaid(sheet, body, reader) if reader.whole else ()
    told = dict.fromkeys([*flaws, *unsaid])
    return sorted(told, key=lambda flaw: (flaw.file != sheet.file, flaw.line, flaw.column))


def _assembled(env: Environment, sheet: Sheet) -> Iterator[Flaw]:
    """Some mistakes, such as two blocks of one name, show only when a template is assembled."""
    for text in (sheet.subject, sheet.body):
        try:
            env.compile(text, filename=sheet.file)
        except TemplateSyntaxError as error:
            yield syntax(error, sheet)


def _unsaid(sheet: Sheet, body: nodes.Template, reader: Reader) -> Iterator[Flaw]:
    """What the front matter requires and the letter does not say, or does not always say."""
    always = _said(body.body, reader)
    sometimes = {word for node in outermost(body) for word in _steps(path(node))}
    sometimes |= {block.name for block in body.find_all(nodes.Block)}
    for name, line, column in sheet.requires:
        if name in always:
            continue
        if name in sometimes:
            hint = "say it outside every 'if' and 'for', or in each of their branches"
            yield Flaw(sheet.file, line, column, f"{name!r} is not said in every case", hint)
        else:
            hint = did_you_mean(name, always | sometimes) or ""
            yield Flaw(sheet.file, line, column, f"the letter never says {name!r}", hint or None)


def _steps(word: str | None) -> Iterator[str]:
    """A word and all it hangs on: `case` and `case.number`."""
    steps = (word or "").split(".")
    for at in range(len(steps)):
        yield ".".join(steps[: at + 1])


def _said(body: Sequence[nodes.Node], reader: Reader) -> set[str]:
    """The words and the named blocks that are on paper whatever the facts are."""
    found: set[str] = set()
    for node in body:
        match node:
            case nodes.Output():
                for expr in node.nodes:
                    found |= _mentioned(expr)
            case nodes.If():
                branches = [node.body, *(each.body for each in node.elif_), node.else_]
                found |= set.intersection(*(_said(branch, reader) for branch in branches))
            case nodes.For():
                found |= _said(node.body, reader) & _said(node.else_, reader)
            case nodes.Block():
                found |= _said(node.body, reader)
                found |= {node.name} if _speaks(node.body, reader) else set()
            case nodes.Include():
                part = reader.part_of(node)
                found |= _said(part[1].body, reader) if part else set()
    return found


def _mentioned(node: nodes.Node) -> set[str]:
    """The words an expression prints; of a choice, those it prints either way."""
    if isinstance(node, nodes.CondExpr):
        if node.expr2:
            other = _mentioned(node.expr2)
        else:
            other = set[str]()
        return _mentioned(node.expr1) & other
    word = path(node)
    if word:
        return set(_steps(word))
    found: set[str] = set()
    for child in node.iter_child_nodes():
        found |= _mentioned(child)
    return found


def _speaks(body: Sequence[nodes.Node], reader: Reader) -> bool:
    """Whether these lines put something on paper whatever the facts are."""
    return any(_speaks_here(node, reader) for node in body)


def _speaks_here(node: nodes.Node, reader: Reader) -> bool:
    match node:
        case nodes.Output():
            return any(
                not isinstance(each, nodes.TemplateData) or each.data.strip() for each in node.nodes
            )
        case nodes.If():
            branches = [node.body, *(each.body for each in node.elif_), node.else_]
            return all(_speaks(branch, reader) for branch in branches)
        case nodes.For():
            return _speaks(node.body, reader) and _speaks(node.else_, reader)
        case nodes.Block():
            return _speaks(node.body, reader)
        case nodes.Include():
            part = reader.part_of(node)
            return part is not None and _speaks(part[1].body, reader)
    return False
