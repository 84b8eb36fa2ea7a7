"""The registers there are, as workflow files declare them, and who stands in them."""

from dataclasses import dataclass

from solicitation_flow.engine.loading import Environment, Loader
from solicitation_flow.records.registers import Person, marks
from solicitation_flow.workflow.headings import Heading


@dataclass(frozen=True, slots=True)
class Registers:
    """Every register of a workspace; an entry is named by its key, such as `supplier:acme`."""

    environment: Environment
    loader: Loader

    def all(self) -> dict[str, Heading]:
        """Return every register by name: those of the agency's own people come first.

        The order says whom a bare key is first taken for; among other registers it is the name
        that sorts last.
        """
        registers = [head for head in self._headings() if head.is_register]
        registers.sort(key=lambda head: head.name, reverse=True)
        registers.sort(key=lambda head: head.kind != "people")
        by_name: dict[str, Heading] = {}
        for head in registers:
            by_name[head.name] = head
        return by_name

    def _headings(self) -> list[Heading]:
        return list(self.environment.definitions.headings().values())

    def of_people(self, register: str) -> bool:
        """Return whether a register holds the agency's own people and their roles."""
        head = self.all().get(register)
        return head is not None and head.kind == "people"

    def of_parties(self) -> list[str]:
        """Return the registers whose entries act for themselves, in the role the name says."""
        return self._of_kind("register")

    def people(self) -> list[str]:
        """Return the registers of the agency's own people."""
        return self._of_kind("people")

    def _of_kind(self, kind: str) -> list[str]:
        names: list[str] = []
        for name, head in self.all().items():
            if head.kind == kind:
                names.append(name)
        return names

    def number(self, register: str, key: str) -> str:
        """Return the case number of an entry: `S-acme` of `acme` among the suppliers."""
        return self.all()[register].number(key)

    def active(self, register: str) -> list[str]:
        """Return the keys of a register's active entries, such as `acme`."""
        head = self.all().get(register)
        if head is None:
            return []
        headers = self.loader.store.find(workflow=register, state="active")
        return [head.key(header.number) for header in headers]

    def person(self, register: str, key: str) -> Person:
        """Return what a register of people holds of one of them."""
        return self.loader.load(self.number(register, key)).case.one(Person)

    def holders(self, role: str) -> list[str]:
        """Return the active persons who hold a role, as `person:maria`."""
        holders: list[str] = []
        for register in self.people():
            for key in self.active(register):
                if role in self.person(register, key).roles:
                    holders.append(f"{register}:{key}")
        return holders

    def names(self, *registers: str) -> dict[str, str]:
        """Return the names of the parties of some registers, or of all, by key."""
        titles: dict[str, str] = {}
        listed = self.all()
        for register in registers or listed:
            for header in self.loader.store.find(workflow=register):
                titles[listed[register].key(header.number)] = header.title
        return titles

    def doubles(self) -> list[list[str]]:
        """Return the active parties that look like one and the same, as groups of their keys."""
        groups: list[list[str]] = []
        for register in self.of_parties():
            groups += self._doubles_of(register)
        return groups

    def _doubles_of(self, register: str) -> list[list[str]]:
        groups: list[list[str]] = []
        group_of: dict[tuple[int, str], list[str]] = {}
        for key in self.active(register):
            party = (
                self.loader.load(self.number(register, key)).case.records[register, "the"].plain()
            )
            signs = list(enumerate(marks(party["name"], party["email"])))
            group: list[str] = []
            for sign in signs:
                group = group or group_of.get(sign, [])
            if not group:
                groups.append(group)
            group.append(key)
            for sign in signs:
                group_of.setdefault(sign, group)
        return [group for group in groups if len(group) > 1]
