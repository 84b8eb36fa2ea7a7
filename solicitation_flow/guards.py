"""Run the guards of a move: each objection with its strength, citation and remedy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form
from solicitation_flow.jurisdiction import Law
from solicitation_flow.jurisdiction.strictness import direction
from solicitation_flow.machine import Lifecycle
from solicitation_flow.records import canonical, digest
from solicitation_flow.records.ledger import stamp
from solicitation_flow.records.papers import Determination
from solicitation_flow.rulebook import Clears, Guard, Objection
from solicitation_flow.workflow import Move, Workflow

OFFICER = "officer"


class Ruling(NamedTuple):
    """An objection with what the jurisdiction says of its rule: strength, citation, edition.

    `unknown` is kept from the objection: the profile lacks the number the rule turns on. `bars`
    are all places the rule bars the way to, where several moves of one command share it.
    """

    case: str
    command: str
    dest: str
    guard: str
    rule: str
    id: str
    strength: str
    says: str
    law_says: str
    facts: Mapping[str, Any]
    clears: tuple[Clears, ...]
    earliest: datetime | None
    cite: str | None
    edition: str | None
    trust: str | None
    unknown: bool = False
    bars: tuple[str, ...] = ()


class GuardContext(NamedTuple):
    """Everything a guard or an action may ask about, under the names it may ask for."""

    case: CaseFile
    now: datetime
    law: Law
    actor: Actor
    form: Form | None = None
    subject: str = ""

    def known(self) -> dict[str, Any]:
        """Return the arguments by name."""
        return {
            "case": self.case,
            "now": self.now,
            "law": self.law,
            "actor": self.actor,
            "form": self.form,
            "subject": self.subject,
        }


@dataclass(slots=True)
class GuardRun:
    """A run of guards for one command: what only warned, and what a determination excuses."""

    context: GuardContext
    known: Mapping[str, Any]
    warned: dict[str, Objection] = field(default_factory=dict)
    excused: dict[str, str] = field(default_factory=dict)

    def ask(self, guard: Guard) -> Objection | None:
        """Return an objection that stops the command; a warning or one excused is only kept."""
        objection: Objection | None = guard.asked(self.known)
        if objection is None:
            return None
        strength = strength_of(guard, objection, self.context.law)
        if strength == "warn":
            self.warned[guard.name] = objection
            return None
        if strength == "determination":
            key = excusing(self.context.case, guard.rule, fingerprint(guard, objection))
            if key is not None:
                self.excused[guard.name] = key
                return None
        return objection


def strength_of(guard: Guard, objection: Objection, law: Law) -> str:
    """Return block, determination or warn; a number the profile lacks asks for a determination."""
    if objection.unknown:
        return "determination"
    return law.rule(guard.rule).strength


def fingerprint(guard: Guard, objection: Objection) -> str:
    """Return the short digest by which a determination names the very facts it was made on.

    Where a number is not known, it names what the command gives of it, such as 12 days: that was
    found to be enough, whatever else has changed since.
    """
    if objection.unknown and objection.extent:
        ((unit, number),) = objection.extent.items()
        kind = digest(canonical({"guard": guard.name, "unit": unit}))[:12]
        return f"{number}-{unit}.{kind}"
    return digest(canonical({"guard": guard.name, "facts": plain(objection.facts)}))[:12]


def excusing(case: CaseFile, rule: str, facts: str) -> str | None:
    """Return the key of a determination that excuses these facts; None if there is none."""
    key = f"{rule}/{facts}"
    if case.get(Determination, key):
        return key
    extent, _, kind = facts.partition(".")
    if not kind:
        return None
    number = int(extent.partition("-")[0])
    way = direction(rule)
    for signed in case.all(Determination):
        named, _, of_kind = signed.facts.partition(".")
        enough = named.partition("-")[0]
        if signed.rule != rule or of_kind != kind or not enough.isdecimal():
            continue
        if (way == "more" and number >= int(enough)) or (way == "less" and number <= int(enough)):
            return signed.key
    return None


def plain(value: Any) -> Any:
    """Return facts as plain JSON values."""
    if isinstance(value, datetime):
        return stamp(value) if value.tzinfo else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (Decimal, Fraction)):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        items = [plain(item) for item in value]
        if isinstance(value, (set, frozenset)):
            items.sort()
        return items
    return value


def ruling(
    workflow: Workflow, context: GuardContext, move: Move, guard: Guard, objection: Objection
) -> Ruling:
    """Return an objection as it is shown: with strength, citation and whole remedies."""
    rule = context.law.rule(guard.rule)
    strength = strength_of(guard, objection, context.law)
    clears = tuple(_remedy(workflow, move, remedy) for remedy in objection.clears)
    if strength == "determination":
        fields = {"rule": guard.rule, "facts": fingerprint(guard, objection)}
        clears = (*clears, Clears("determine", fields=fields, role="approver"))
    return Ruling(
        case=context.case.number,
        command=move.command,
        dest=move.dest,
        guard=guard.name,
        rule=guard.rule,
        id=guard.id,
        strength=strength,
        says=objection.says,
        law_says=guard.says,
        facts=objection.facts,
        clears=clears,
        earliest=objection.earliest,
        cite=rule.cite,
        edition=rule.edition,
        trust=rule.trust,
        unknown=objection.unknown,
        bars=(move.dest,),
    )


def _remedy(workflow: Workflow, move: Move, remedy: Clears) -> Clears:
    """Return a remedy with its command and the role that may give it."""
    command = remedy.command or move.command
    role = remedy.role
    if not role:
        if not remedy.case:
            role = workflow.first_role(move.source, command)
        role = role or OFFICER  # another case's command, or one that opens a register entry
    return Clears(command, remedy.fields, remedy.case, remedy.who, role)


def examine(
    lifecycle: Lifecycle, context: GuardContext, command: str
) -> list[tuple[Move, Guard, Ruling | None]]:
    """Return every guard of a command here with its ruling; form guards only once there is one."""
    examined: list[tuple[Move, Guard, Ruling | None]] = []
    known = context.known()
    workflow = lifecycle.workflow
    book = workflow.book
    for move in workflow.offered(context.case.state).get(command, ()):
        for name in move.guards:
            guard = book.guards[name]
            if context.form is None and not guard.standing:
                continue
            objection: Objection | None = guard.asked(known)
            shown = None
            if objection:
                shown = ruling(workflow, context, move, guard, objection)
            examined.append((move, guard, shown))
    return examined


def stands(case: CaseFile, ruling: Ruling) -> bool:
    """Return whether a ruling really stops the command: a warning, or one excused, does not."""
    if ruling.strength == "warn":
        return False
    if ruling.strength != "determination":
        return True
    facts = ruling.clears[-1].fields["facts"]
    return excusing(case, ruling.rule, facts) is None
