"""Guards, actions, forms, duties and audiences, each looked up by its name in the law."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import Any, Final, NamedTuple, ParamSpec

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import Form, Nothing
from solicitation_flow.records.ledger import EMPTY

P = ParamSpec("P")


BLANK: Final = "..."
"""What a remedy leaves to whoever types it: a judgment, or a fact that only people know."""


class Clears(NamedTuple):
    """What would clear an objection: a command, which fields, in which case, and who may give it.

    What is left empty is filled in when the objection is shown: `command` is the refused command,
    `case` the case at hand, and `role` the first one the workflow lets give the command there.
    A guard states a role only where the workflow lets several give the command and it means one,
    or where the command is another case's. `who` names one person or supplier.
    """

    command: str = ""
    fields: Mapping[str, Any] = EMPTY
    case: str = ""
    who: str = ""
    role: str = ""


class Objection(NamedTuple):
    """Why a guard will not stand aside: a sentence, the facts, what clears it, when it can pass.

    `says` is a sentence a person can act on. `earliest` is None where it cannot be computed.
    `unknown` marks a number the jurisdiction file does not know: only a determination clears it.
    `extent` is then what the command gives of it, such as 12 days: once that was found to be
    enough, nobody is asked again about as much, or about more.
    """

    says: str
    facts: Mapping[str, Any] = EMPTY
    clears: tuple[Clears, ...] = ()
    earliest: datetime | None = None
    unknown: bool = False
    extent: Mapping[str, int] = EMPTY


class Owed(NamedTuple):
    """A duty: who owes it (a register key, or `role:officer`), what it is, by when."""

    owes: str
    says: str
    due_at: datetime | None = None


class RuleFunction:
    """A function of the law, called with just the arguments its signature names."""

    __slots__ = ("_pick", "call", "module", "name", "says", "takes")

    def __init__(self, function: Callable[..., Any], name: str) -> None:
        """Read the signature once."""
        self.call = function
        self.name = name
        # a phase that outgrew its ceiling is a package: what counts is the phase
        self.module = function.__module__.partition(".phases.")[2].partition(".")[0]
        self.says = inspect.getdoc(function) or ""
        self.takes = tuple(inspect.signature(function).parameters)
        several = len(self.takes) > 1  # one name picked by itself would not be a tuple
        self._pick = itemgetter(*self.takes) if several else None

    def __call__(self, **known: Any) -> Any:
        """Call with those of `known` the function asks for."""
        return self.asked(known)

    def asked(self, known: Mapping[str, Any]) -> Any:
        """Call with those of `known` the function asks for, given as they are kept."""
        if self._pick is not None:
            return self.call(*self._pick(known))
        return self.call(*[known[name] for name in self.takes])


class Guard(RuleFunction):
    """A statement that is true when all is well, the rule it upholds, and its id in the dossier."""

    __slots__ = ("id", "rule")

    def __init__(self, function: Callable[..., Objection | None], rule: str, id: str) -> None:
        """Enter the guard under its function's name."""
        super().__init__(function, function.__name__)
        self.rule = rule
        self.id = id

    @property
    def standing(self) -> bool:
        """Whether the guard can be asked before a form is filled in."""
        return "form" not in self.takes


_BOOK: dict[str, dict[tuple[str, str], Any]] = {
    "guard": {},
    "action": {},
    "form": {},
    "duty": {},
    "audience": {},
}


def enter_modules(package: str, folders: Iterable[str]) -> None:
    """Import every module of a phase, so that what it defines is found by its name."""
    for module in pkgutil.iter_modules(folders, f"{package}."):
        importlib.import_module(module.name)


def _enter(definitions: str, module: str, name: str, entry: object) -> None:
    known = _BOOK[definitions].get((module, name))
    assert known is None or type(known) is type(entry), f"{definitions} {name} is in {module} twice"
    _BOOK[definitions][module, name] = entry


def guard(
    rule: str, id: str
) -> Callable[[Callable[P, Objection | None]], Callable[P, Objection | None]]:
    """Enter a guard; its docstring is what the law says."""

    def entered(function: Callable[P, Objection | None]) -> Callable[P, Objection | None]:
        entry = Guard(function, rule, id)
        assert entry.says, f"guard {entry.name} does not say what the law says"
        _enter("guard", entry.module, entry.name, entry)
        return function

    return entered


def action(function: Callable[P, CaseFile]) -> Callable[P, CaseFile]:
    """Enter an action and, from its `form` argument's type, the form of its command."""
    entry = RuleFunction(function, function.__name__)
    _enter("action", entry.module, entry.name, entry)
    form = function.__annotations__.get("form", Nothing)
    assert isinstance(form, type)
    assert issubclass(form, Form)
    _enter("form", entry.module, entry.name, form)
    return function


def duty(command: str) -> Callable[[Callable[P, Iterable[Owed]]], Callable[P, Iterable[Owed]]]:
    """Enter who still owes a command."""

    def entered(function: Callable[P, Iterable[Owed]]) -> Callable[P, Iterable[Owed]]:
        entry = RuleFunction(function, command)
        _enter("duty", entry.module, command, entry)
        return function

    return entered


def audience(function: Callable[P, Iterable[str]]) -> Callable[P, Iterable[str]]:
    """Enter who is owed a notice, as register keys."""
    entry = RuleFunction(function, function.__name__)
    _enter("audience", entry.module, entry.name, entry)
    return function


@dataclass(frozen=True, slots=True)
class Book:
    """The part of the rulebook one workflow draws on, every name in it unambiguous."""

    guards: Mapping[str, Guard]
    actions: Mapping[str, RuleFunction]
    forms: Mapping[str, type[Form]]
    duties: Mapping[str, RuleFunction]
    audiences: Mapping[str, RuleFunction]
    clashes: tuple[str, ...] = ()


def book(modules: Iterable[str]) -> Book:
    """Return what these modules of `phases` have entered; names entered twice are clashes."""
    wanted = set(modules)
    clashes: list[str] = []

    def definitions(name: str) -> dict[str, Any]:
        picked: dict[str, Any] = {}
        for (module, key), entry in _BOOK[name].items():
            if module in wanted:
                if key in picked:
                    clashes.append(f"{name} {key}")
                picked[key] = entry
        return picked

    guards, actions, forms = definitions("guard"), definitions("action"), definitions("form")
    duties, audiences = definitions("duty"), definitions("audience")
    clashed = tuple(dict.fromkeys(clashes))
    return Book(guards, actions, forms, duties, audiences, clashes=clashed)
