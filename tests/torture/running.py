"""Runs by seed: a failing one is reported, made as short as possible, and can be run again."""

import importlib
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from random import Random

from tests.torture.laws import BrokenLaw, Laws
from tests.torture.steps import Run
from tests.torture.workspace import DEPTHS, house

STEPS = 50
"""Steps of a run, where nobody says otherwise."""

UNWRITTEN = "no traceback"
"""The law that whatever goes wrong is said in words."""

PLANTED = ("mark-before-effect", "settle-with-refusal", "again-when-unsure")

Atom = tuple[int, bool]
"""A step by its number, and whether it is calm: nothing goes wrong in it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A run in which a law did not hold: which, how it showed, and the story up to there."""

    seed: int
    steps: tuple[Atom, ...]
    law: str
    says: str
    about: str
    story: tuple[str, ...]

    @property
    def kept(self) -> str:
        """The steps as `--keep` takes them: `3,9c` for the third, and the ninth calmly."""
        return ",".join(f"{number}{'c' * calm}" for number, calm in self.steps)


@dataclass(slots=True)
class Tally:
    """What was done, over many runs."""

    runs: int = 0
    steps: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    checks: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    moves: int = 0
    failures: list[Failure] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Add what others did."""
        self.runs += other.runs
        self.moves += other.moves
        self.steps += other.steps
        self.faults += other.faults
        self.checks += other.checks
        self.answers += other.answers
        self.failures += other.failures


def retold(seed: int, atoms: Sequence[Atom]) -> tuple[Tally, list[str]]:
    """Run some steps of a seed, and return the story too."""
    tally, story = Tally(), list[str]()
    failure = run(seed, atoms, tally, story)
    if failure:
        tally.failures.append(failure)
    return tally, story


def run(
    seed: int, atoms: Sequence[Atom], tally: Tally, story: list[str] | None = None
) -> Failure | None:
    """Run a seed's steps, and return the failure, if there is one."""
    draw = Random(f"torture/{seed}")
    made = house(draw.randrange(DEPTHS), silent=draw.random() < 0.5)
    laws = Laws(made)
    going = Run(made, laws, [] if story is None else story)
    before = 0
    taken: list[Atom] = []
    try:
        laws.begin()
        before = _moves(laws)
        for atom in atoms:
            taken.append(atom)
            number, calm = atom
            tally.steps[going.step(Random(f"torture/{seed}/{number}"), calm=calm)] += 1
        going.finish()
    except BrokenLaw as broken:
        law, says = broken.law, broken.says
    except Exception as error:  # noqa: BLE001 - whatever nobody foresaw is what we look for
        where = traceback.extract_tb(error.__traceback__)[-1]
        law, says = (
            UNWRITTEN,
            f"{type(error).__name__} in {where.name}, line {where.lineno}: {error}",
        )
    else:
        law = says = ""
    tally.runs += 1
    tally.moves += _moves(laws) - before
    tally.faults += made.faults.counted
    tally.checks += laws.checked
    tally.answers += going.answers
    if not law:
        return None
    return Failure(seed, tuple(taken), law, says, made.about, tuple(going.story))


def _moves(laws: Laws) -> int:
    return sum(map(len, laws.entries.values()))


def whole(steps: int) -> tuple[Atom, ...]:
    """Return a run's steps from the first to the last."""
    return tuple((number, False) for number in range(1, steps + 1))


def kept(words: str) -> tuple[Atom, ...]:
    """Return the steps that `--keep` names."""
    return tuple(
        (int(word.removesuffix("c")), word.endswith("c")) for word in words.split(",") if word
    )


def shrunk(failure: Failure) -> Failure:
    """Return the shortest story found that breaks the same law: steps left out, faults calmed."""
    smallest = failure

    def fails(atoms: Sequence[Atom]) -> bool:
        nonlocal smallest
        other = run(failure.seed, atoms, Tally())
        if other is None or other.law != failure.law:
            return False
        smallest = other
        return True

    fails(_fewest(failure.steps, fails))
    for number, calm in smallest.steps:
        if not calm:
            fails([(n, c or n == number) for n, c in smallest.steps])
    return smallest


def _fewest(atoms: Sequence[Atom], fails: Callable[[Sequence[Atom]], bool]) -> Sequence[Atom]:
    """Drop ever smaller pieces, as long as what is left still fails."""
    size = max(len(atoms) // 2, 1)
    while True:
        for start in _starts(len(atoms), size):
            fewer = [*atoms[:start], *atoms[start + size :]]
            if fewer and fails(fewer):
                atoms = fewer
                break
        else:
            if size == 1:
                return atoms
            size //= 2


def _starts(length: int, size: int) -> Iterator[int]:
    """Return where pieces start, the last first: what follows a failure's cause is mostly idle."""
    yield from reversed(range(0, length, size))


def planting(name: str) -> AbstractContextManager[None]:
    """Return a block in which a bug is planted, or none."""
    if not name:
        return nullcontext()
    module = importlib.import_module(f"tests.torture.planted.{name.replace('-', '_')}")
    planted: AbstractContextManager[None] = module.planted()
    return planted


def batch(seeds: Sequence[int], steps: int, planted: str = "") -> Tally:
    """Run several seeds; the first failure of each law is shrunk."""
    tally = Tally()
    with planting(planted):
        for seed in seeds:
            failure = run(seed, whole(steps), tally)
            if failure:
                seen = {failed.law for failed in tally.failures}
                # one story of each kind is enough: the others are known by their command
                known = replace(failure, story=())
                tally.failures.append(known if failure.law in seen else shrunk(failure))
    return tally
