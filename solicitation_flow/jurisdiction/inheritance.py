"""Resolves `extends` in jurisdiction files: parents first, then what a file changes of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from solicitation_flow.errors import Flaw, InvalidFile
from solicitation_flow.yamlfile import Spot, Tree, did_you_mean

OWN: Final = (
    *("jurisdiction", "title", "edition", "extends", "note"),
    *("effective", "sunset", "read_on"),
)
"""What every file says of itself: none of it is inherited."""
REPLACES: Final = "replaces"
"""The key by which a rule takes over nothing from its parent's."""
UNITS: Final = frozenset({"hours", "days", "weeks", "months", "years"})


@dataclass(frozen=True, slots=True)
class Parents:
    """The jurisdiction files that may be extended: how to find one, and which there are."""

    find: Callable[[str], Tree | None]
    names: Callable[[], Iterable[str]]


NO_PARENTS: Final = Parents(lambda _: None, tuple)


def chain(tree: Tree, parents: Parents) -> list[Tree]:
    """Return a file and those it extends, itself first; raise InvalidFile where there is none."""
    files = [tree]
    names = [tree.value.get("jurisdiction")]
    while (name := files[-1].value.get("extends")) is not None:
        below = files[-1]
        if name in names:
            circle = " -> ".join(str(link) for link in (*names, name))
            message = f"the files extend each other in a circle: {circle}"
            raise InvalidFile([below.flaw(["extends"], message, "name another parent")])
        above = parents.find(name) if isinstance(name, str) else None
        if above is None:
            known = sorted(set(parents.names()) - set(names))
            hint = did_you_mean(str(name), known)
            if hint is None and known:
                hint = f"there are {', '.join(known)}"
            message = f"there is no jurisdiction {name!r} to extend"
            raise InvalidFile([below.flaw(["extends"], message, hint)])
        files.append(above)
        names.append(name)
    return files


def merged(files: list[Tree]) -> Tree:
    """Return the files as one, each over its parent; places keep the file they are in."""
    tree = files[-1]
    for child in reversed(files[:-1]):
        tree = _over(child, tree)
    if len(files) == 1:
        return _over(tree, Tree({}, tree.file, Spot(1, 1)))
    return tree


def repetitions(files: list[Tree]) -> Iterator[Flaw]:
    """Yield what a file says exactly as its parents already do."""
    if len(files) == 1:
        return
    child, parent = files[0], merged(files[1:])
    for key, value in child.value.items():
        if key == "rules" or key in OWN or key not in parent.value:
            continue
        yield from _repeated(child, parent, (key,), value, parent.value[key])
    for name, rule in _mapping(child.value.get("rules")).items():
        inherited = _mapping(parent.value.get("rules")).get(name)
        if not isinstance(rule, Mapping) or inherited is None:
            continue
        path = ("rules", name)
        if REPLACES not in rule and "as" not in rule:
            yield from _repeated(child, parent, path, rule, inherited)
        elif _without_replaces(rule) == inherited:
            yield _repetition(child, parent, path)


def _repeated(
    child: Tree, parent: Tree, path: tuple[str, ...], value: Any, inherited: Any
) -> Iterator[Flaw]:
    if isinstance(value, Mapping) and isinstance(inherited, Mapping) and value != inherited:
        for key in value.keys() & inherited.keys():
            yield from _repeated(child, parent, (*path, key), value[key], inherited[key])
    elif value == inherited:
        yield _repetition(child, parent, path)


def _repetition(child: Tree, parent: Tree, path: tuple[str, ...]) -> Flaw:
    line, _ = parent.place(path)
    message = f"{path[-1]!r} is the same in {parent.file_of(path)}, line {line}"
    return child.flaw(path, message, "leave it out: it is inherited")


def _over(child: Tree, parent: Tree) -> Tree:
    """Return a file over its parent: what it says itself, and the parent's rest."""
    inherited = {key: value for key, value in parent.value.items() if key not in OWN}
    value, spot = _overlaid(child.value, child.root, inherited, parent.root, skip=("rules",))
    if "rules" not in child.value and "rules" not in parent.value:
        return Tree(value, child.file, spot)
    rules = child.value.get("rules", {})
    if isinstance(rules, Mapping):
        value["rules"], spot.inside["rules"] = _rules(child, parent)
    else:
        value["rules"] = rules
    return Tree(value, child.file, spot)


def _rules(child: Tree, parent: Tree) -> tuple[dict[str, Any], Spot]:
    rules = dict(_mapping(parent.value.get("rules")))
    above = parent.root.inside.get("rules", Spot(1, 1))
    here = child.root.inside.get("rules", above)
    spot = Spot(here.line, here.column, dict(above.inside), here.file)
    for name, rule in child.value.get("rules", {}).items():
        own = here.inside[name]
        inherited = rules.get(name)
        if isinstance(rule, Mapping) and REPLACES in rule:
            _check_replaces(child, name, rule[REPLACES], known=inherited is not None)
            rules[name] = _without_replaces(rule)
        elif isinstance(rule, Mapping) and isinstance(inherited, Mapping) and "as" not in rule:
            rules[name], own = _overlaid(rule, own, inherited, above.inside[name])
        else:
            rules[name] = rule
        spot.inside[name] = own
    return rules, spot


def _check_replaces(child: Tree, name: str, value: object, *, known: bool) -> None:
    path = ["rules", name, REPLACES]
    if value is not True:
        raise InvalidFile([child.flaw(path, "'replaces' must be true, or left out")])
    if not known:
        message = f"there is no rule {name!r} above to replace"
        raise InvalidFile([child.flaw(path, message, "leave 'replaces' out")])


def _overlaid(
    value: Mapping[str, Any],
    spot: Spot,
    inherited: Mapping[str, Any],
    above: Spot,
    skip: tuple[str, ...] = (),
) -> tuple[dict[str, Any], Spot]:
    """Return a mapping over its parent's, key by key; a number replaces one in any unit."""
    result = dict(inherited)
    place = Spot(spot.line, spot.column, {}, spot.file)
    if UNITS & value.keys():
        for unit in UNITS:
            result.pop(unit, None)
    for key in result:
        place.inside[key] = above.inside[key]
    for key, item in value.items():
        own = spot.inside[key]
        before = result.get(key)
        if isinstance(item, Mapping) and isinstance(before, Mapping) and key not in skip:
            result[key], own = _overlaid(item, own, before, place.inside[key])
        else:
            result[key] = item
        place.inside[key] = own
    return result, place


def _mapping(value: Any) -> Mapping[str, Any]:
    if isinstance(value, Mapping):
        return value
    return {}


def _without_replaces(rule: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in rule.items() if key != REPLACES}
