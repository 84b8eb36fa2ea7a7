"""A template file as read: front matter, subject and text, and every flaw with its place."""

import re
from dataclasses import dataclass, replace
from typing import Final

from solicitation_flow import yamlfile
from solicitation_flow.errors import Flaw, InvalidFile

FENCE: Final = "---"
KEYS: Final = ("subject", "requires")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One template file, with its lines kept where they stand in the file.

    `subject` and `body` begin with as many empty lines as stand above them, so that whatever
    Jinja says about a line of them is true of the file.
    """

    file: str
    source: str = ""
    subject: str = ""
    body: str = ""
    requires: tuple[tuple[str, int, int], ...] = ()
    """Each required name, with its line and column."""
    flaws: tuple[Flaw, ...] = ()

    def column(self, line: int, *words: str) -> int:
        """Return where on a line the first of some words stands, or the line's beginning."""
        lines = self.source.split("\n")
        shown = ""
        if line <= len(lines):
            shown = lines[line - 1]
        whole = (re.search(rf"(?<!\w){re.escape(word)}(?!\w)", shown) for word in words if word)
        return next((match.start() + 1 for match in whole if match), 1)


def read_sheet(raw: bytes, file: str, *, letter: bool) -> Sheet:
    """Read a template; `letter` says that it must have a subject, as a shared part must not."""
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Sheet(file, flaws=(Flaw(file, line, 1, "this is not UTF-8", "save it as UTF-8"),))
    return replace(_read(text, file, letter=letter), source=text)


def _read(text: str, file: str, *, letter: bool) -> Sheet:
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        flaw = Flaw(file, 1, 1, "the front matter is missing", f"begin with a line of {FENCE}")
        return Sheet(file, body=text, flaws=(flaw,) if letter else ())
    end = next((at for at, line in enumerate(lines) if at and line.rstrip() == FENCE), None)
    if end is None:
        flaw = Flaw(file, 1, 1, "the front matter is never closed", f"add a line of {FENCE}")
        return Sheet(file, flaws=(flaw,))
    body = "\n" * (end + 1) + "\n".join(lines[end + 1 :])
    try:
        tree = yamlfile.read("\n" + "\n".join(lines[1:end]), file)
    except InvalidFile as error:
        return Sheet(file, body=body, flaws=error.flaws)
    return _headed(tree, body, letter=letter)


def _headed(tree: yamlfile.Tree, body: str, *, letter: bool) -> Sheet:
    flaws = []
    for key in tree.value:
        if key not in KEYS:
            flaws.append(
                tree.flaw(
                    [key], f"the key {key!r} is not known here", yamlfile.did_you_mean(key, KEYS)
                )
            )
    subject, requires = tree.value.get("subject"), tree.value.get("requires", [])
    if letter and not (isinstance(subject, str) and subject.strip()):
        flaws.append(tree.flaw(["subject"], "the subject is missing", "subject: one line of words"))
    if not isinstance(requires, list) or not all(isinstance(require, str) for require in requires):
        flaws.append(tree.flaw(["requires"], "'requires' must be a list of names"))
        requires = []
    above = tree.place(["subject"])[0] - 1
    return Sheet(
        tree.file,
        subject="\n" * above + str(subject or "").strip(),
        body=body,
        requires=tuple((each, *tree.place(["requires", at])) for at, each in enumerate(requires)),
        flaws=tuple(flaws),
    )
