"""Finds who a letter goes to, with name and address, as the registers stand now."""

from collections.abc import Iterable, Iterator, Mapping

from solicitation_flow.engine.registers import Registers
from solicitation_flow.errors import NotFound
from solicitation_flow.notices import LetterSettings, Recipient


def recipients(registers: Registers, keys: Iterable[str]) -> list[Recipient]:
    """Return each recipient once; an entry without an address still gets its paper."""
    expanded: dict[str, None] = {}
    for key in keys:
        if key.startswith("role:"):
            expanded |= dict.fromkeys(registers.holders(key.removeprefix("role:")))
        else:
            expanded[key] = None
    return [_recipient(registers, key) for key in expanded]


def _recipient(registers: Registers, key: str) -> Recipient:
    register, _, name = key.partition(":")
    try:
        case = registers.loader.load(registers.number(register, name)).case
        entry = case.records.get((register, "the"))
    except NotFound:
        # a firm may drop a paper proposal at the counter without being in the register
        entry = None
    invented = registers.environment.training and not registers.of_people(register)
    return Recipient(
        key=key,
        name=str(getattr(entry, "name", name)),
        address=str(getattr(entry, "email", "") or ""),
        simulated=invented or bool(getattr(entry, "simulated", False)),
    )


class PartyNames(Mapping[str, str]):
    """The names of parties, by the keys records hold, looked up when a letter uses one."""

    def __init__(self, registers: Registers) -> None:
        self._registers = registers

    def __getitem__(self, key: str) -> str:
        for register in reversed(self._registers.all().values()):
            try:
                return self._registers.loader.load(register.number(key)).header.title
            except NotFound:
                continue
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._registers.names())

    def __len__(self) -> int:
        return len(self._registers.names())


def letter_settings(registers: Registers) -> LetterSettings:
    """Return what letters are written with: templates, the sender, the names of parties."""
    environment = registers.environment
    return LetterSettings(
        environment.templates, environment.sender, environment.training, PartyNames(registers)
    )
