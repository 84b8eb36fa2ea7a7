"""The sender and the recipient of a letter."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sender:
    """The name letters go out under, and their address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets a letter: a register key such as `supplier:acme`, a name, and an address if any."""

    key: str
    name: str
    address: str
    simulated: bool = False

    @property
    def register(self) -> str:
        """Which register the key belongs to."""
        return self.key.partition(":")[0]

    @property
    def slug(self) -> str:
        """The key as records hold it: `acme` of `supplier:acme`."""
        return self.key.partition(":")[2] or self.key
