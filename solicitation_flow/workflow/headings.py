"""Reads the head of a workflow file: what it is, without compiling its states and moves."""

import re
from typing import Any, NamedTuple

from solicitation_flow import yamlfile

_LINE = re.compile(
    r"""^(?P<name>workflow|kind|number)[ ]*:[ ]+"""
    r"""(?P<quote>["']?)(?P<value>[\w{][\w{}:-]*)(?P=quote)[ ]*(?:[ ]\#.*)?$""",
    re.MULTILINE | re.VERBOSE,
)
"""A line of the head as it is usually written: a word at the margin, and a plain or quoted one."""

_KIND = re.compile(r"^.?kind", re.MULTILINE)
_KEY = "{key}"


class Heading(NamedTuple):
    """What a workflow is: its name, its kind, and how its cases are numbered."""

    name: str
    kind: str | None
    pattern: str

    @property
    def is_register(self) -> bool:
        """Whether its cases are entries of a register, of people or of other parties."""
        return self.kind in {"people", "register"}

    def number(self, key: str) -> str:
        """Return the case number of a register entry: `S-acme` of `acme`."""
        return self.pattern.replace(_KEY, key)

    def key(self, number: str) -> str:
        """Return the key of a register entry: `acme` of `S-acme`."""
        return number.removeprefix(self.pattern.partition(_KEY)[0])


def read_heading(text: str, file: str) -> Heading:
    """Return the heading of a workflow file, or raise InvalidFile where it is no YAML.

    Every command asks who is registered, so the three lines are looked for without the YAML
    library; only a file that writes them in another way is read whole.
    """
    head: dict[str, Any] = {}
    for line in _LINE.finditer(text):
        head.setdefault(line["name"], line["value"])
    unread = "kind" not in head and _KIND.search(text)
    if unread or not head.keys() >= {"workflow", "number"}:
        head = yamlfile.read(text, file).value
    return Heading(str(head.get("workflow")), head.get("kind"), str(head.get("number")))
