"""Finds who a letter goes to, with name and address, as the registers stand now."""

from collections.abc import Iterable, Iterator, Mapping

from solicitation_flow.engine.loading import Environment, Loader
from solicitation_flow.errors import NotFound
from solicitation_flow.notices import LetterSettings, Recipient
from solicitation_flow.records.registers import Person

PREFIXES = {"person": "P", "supplier": "S", "member": "M"}
"""The beginning of a register entry's case number, by register."""


def number_of(key: str) -> str:
    """Return the case number of a register key such as `supplier:acme`."""
    register, _, name = key.partition(":")
    return f"{PREFIXES[register]}-{name}"


def active(loader: Loader, register: str) -> list[str]:
    """Return the keys of a register's active entries, such as `acme`."""
    headers = loader.store.find(workflow=register, state="active")
    return [header.number.partition("-")[2] for header in headers]


def holders(loader: Loader, role: str) -> list[str]:
    """Return the active persons who hold a role, as `person:maria`."""
    people: list[str] = []
    for key in active(loader, "person"):
        person = loader.load(f"P-{key}").case.one(Person)
        if role in person.roles:
            people.append(f"person:{key}")
    return people


def recipients(loader: Loader, keys: Iterable[str]) -> list[Recipient]:
    """Return each recipient once; an entry without an address still gets its paper."""
    expanded: dict[str, None] = {}
    for key in keys:
        if key.startswith("role:"):
            expanded |= dict.fromkeys(holders(loader, key.removeprefix("role:")))
        else:
            expanded[key] = None
    return [_recipient(loader, key) for key in expanded]


def _recipient(loader: Loader, key: str) -> Recipient:
    register, _, name = key.partition(":")
    try:
        entry = loader.load(number_of(key)).case.records.get((register, "the"))
    except NotFound:
        # a firm may drop a paper proposal at the counter without being in the register
        entry = None
    return Recipient(
        key=key,
        name=str(getattr(entry, "name", name)),
        address=str(getattr(entry, "email", "") or ""),
        simulated=bool(getattr(entry, "simulated", False)),
    )


class PartyNames(Mapping[str, str]):
    """The names of parties, by the keys records hold, looked up when a letter uses one."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def __getitem__(self, key: str) -> str:
        for prefix in reversed(PREFIXES.values()):
            try:
                return self._loader.load(f"{prefix}-{key}").header.title
            except NotFound:
                continue
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(names(self._loader))

    def __len__(self) -> int:
        return len(names(self._loader))


def names(loader: Loader, *registers: str) -> dict[str, str]:
    """Return the names of the parties of some registers, or of all, by the keys records hold."""
    titles: dict[str, str] = {}
    for register in registers or PREFIXES:
        for header in loader.store.find(workflow=register):
            titles[header.number.partition("-")[2]] = header.title
    return titles


def letter_settings(environment: Environment, loader: Loader) -> LetterSettings:
    """Return what letters are written with: templates, the sender, the names of parties."""
    return LetterSettings(
        environment.templates, environment.sender, environment.training, PartyNames(loader)
    )
