"""Checks a letter before it is needed: its words exist, and what it must say it always says."""

from collections.abc import Collection, Iterator, Sequence

from jinja2 import Environment, TemplateSyntaxError, nodes

from solicitation_flow.errors import Flaw
from solicitation_flow.paper.template_file import TemplateFile
from solicitation_flow.paper.template_words import Part, TemplateReader, outermost, path, syntax
from solicitation_flow.yamlfile import did_you_mean


def check(
    env: Environment, template: TemplateFile, known: Collection[str] | None, part: Part
) -> list[Flaw]:
    """Return every flaw of a letter and of the parts it includes."""
    if template.flaws:
        return list(template.flaws)
    try:
        subject, body = env.parse(template.subject), env.parse(template.body)
    except TemplateSyntaxError as error:
        return [syntax(error, template)]
    reader = TemplateReader(env, known, part)
    reader.read(subject, template)
    reader.read(body, template)
    flaws = reader.flaws or list(_compile_flaws(env, template))
    if reader.whole:
        flaws = [*flaws, *_missing_requirements(template, body, reader)]
    return sorted(
        dict.fromkeys(flaws), key=lambda flaw: (flaw.file != template.file, flaw.line, flaw.column)
    )


def _compile_flaws(env: Environment, template: TemplateFile) -> Iterator[Flaw]:
    """Yield mistakes that only compiling shows, such as two blocks of one name."""
    for text in (template.subject, template.body):
        try:
            env.compile(text, filename=template.file)
        except TemplateSyntaxError as error:
            yield syntax(error, template)


def _missing_requirements(
    template: TemplateFile, body: nodes.Template, reader: TemplateReader
) -> Iterator[Flaw]:
    """Yield what the front matter requires and the letter does not say, or not in every case."""
    always = _always_said(body.body, reader)
    sometimes: set[str] = set()
    for node in outermost(body):
        sometimes.update(_steps(path(node)))
    sometimes |= {block.name for block in body.find_all(nodes.Block)}
    for name, line, column in template.requires:
        if name in always:
            continue
        if name in sometimes:
            hint = "say it outside every 'if' and 'for', or in each of their branches"
            yield Flaw(template.file, line, column, f"{name!r} is not said in every case", hint)
        else:
            hint = did_you_mean(name, always | sometimes) or ""
            yield Flaw(template.file, line, column, f"the letter never says {name!r}", hint or None)


def _steps(word: str | None) -> Iterator[str]:
    """Yield a word and all that leads to it: `case` and `case.number`."""
    steps = (word or "").split(".")
    for at in range(len(steps)):
        yield ".".join(steps[: at + 1])


def _always_said(body: Sequence[nodes.Node], reader: TemplateReader) -> set[str]:
    """Return the words and named blocks that are on paper whatever the facts are."""
    words: set[str] = set()
    for node in body:
        match node:
            case nodes.Output():
                for expr in node.nodes:
                    words |= _printed(expr)
            case nodes.If():
                words |= set.intersection(
                    *[_always_said(branch, reader) for branch in _branches(node)]
                )
            case nodes.For():
                words |= _always_said(node.body, reader) & _always_said(node.else_, reader)
            case nodes.Block():
                words |= _always_said(node.body, reader)
                if _prints(node.body, reader):
                    words.add(node.name)
            case nodes.Include():
                part = reader.part_of(node)
                if part:
                    words |= _always_said(part[1].body, reader)
    return words


def _branches(node: nodes.If) -> list[list[nodes.Node]]:
    """Return what an `if` does in each of its cases."""
    return [node.body, *[branch.body for branch in node.elif_], node.else_]


def _printed(node: nodes.Node) -> set[str]:
    """Return the words an expression prints; of a choice, those it prints either way."""
    if isinstance(node, nodes.CondExpr):
        if node.expr2 is None:
            return set()
        return _printed(node.expr1) & _printed(node.expr2)
    word = path(node)
    if word:
        return set(_steps(word))
    words: set[str] = set()
    for child in node.iter_child_nodes():
        words |= _printed(child)
    return words


def _prints(body: Sequence[nodes.Node], reader: TemplateReader) -> bool:
    """Return whether these lines put something on paper whatever the facts are."""
    return any(_prints_here(node, reader) for node in body)


def _prints_here(node: nodes.Node, reader: TemplateReader) -> bool:
    match node:
        case nodes.Output():
            return not all(_is_blank(part) for part in node.nodes)
        case nodes.If():
            return all(_prints(branch, reader) for branch in _branches(node))
        case nodes.For():
            return _prints(node.body, reader) and _prints(node.else_, reader)
        case nodes.Block():
            return _prints(node.body, reader)
        case nodes.Include():
            part = reader.part_of(node)
            return part is not None and _prints(part[1].body, reader)
    return False


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.TemplateData) and not node.data.strip()
