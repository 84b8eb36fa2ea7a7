"""A template file as read: front matter, subject and text, and every flaw with its place."""

import re
from dataclasses import dataclass, replace
from typing import Final

from solicitation_flow import yamlfile
from solicitation_flow.errors import Flaw, InvalidFile

FENCE: Final = "---"
KEYS: Final = ("subject", "requires")


@dataclass(frozen=True, slots=True)
class TemplateFile:
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
        if line > len(lines):
            return 1
        for word in words:
            match = word and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lines[line - 1])
            if match:
                return match.start() + 1
        return 1


def read_template(raw: bytes, file: str, *, letter: bool) -> TemplateFile:
    """Read a template; `letter` says that it must have a subject, as a shared part must not."""
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return TemplateFile(
            file, flaws=(Flaw(file, line, 1, "this is not UTF-8", "save it as UTF-8"),)
        )
    return replace(_read(text, file, letter=letter), source=text)


def _read(text: str, file: str, *, letter: bool) -> TemplateFile:
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        flaw = Flaw(file, 1, 1, "the front matter is missing", f"begin with a line of {FENCE}")
        if letter:
            return TemplateFile(file, body=text, flaws=(flaw,))
        return TemplateFile(file, body=text)
    fences = [at for at, line in enumerate(lines) if line.rstrip() == FENCE]
    if len(fences) == 1:
        flaw = Flaw(file, 1, 1, "the front matter is never closed", f"add a line of {FENCE}")
        return TemplateFile(file, flaws=(flaw,))
    end = fences[1]
    body = "\n" * (end + 1) + "\n".join(lines[end + 1 :])
    try:
        tree = yamlfile.read("\n" + "\n".join(lines[1:end]), file)
    except InvalidFile as error:
        return TemplateFile(file, body=body, flaws=error.flaws)
    return _headed(tree, body, letter=letter)


def _headed(tree: yamlfile.Tree, body: str, *, letter: bool) -> TemplateFile:
    flaws = []
    for key in tree.value:
        if key not in KEYS:
            hint = yamlfile.did_you_mean(key, KEYS)
            flaws.append(tree.flaw([key], f"the key {key!r} is not known here", hint))
    subject, requires = tree.value.get("subject"), tree.value.get("requires", [])
    if letter and not (isinstance(subject, str) and subject.strip()):
        flaws.append(tree.flaw(["subject"], "the subject is missing", "subject: one line of words"))
    if not isinstance(requires, list) or not all(isinstance(name, str) for name in requires):
        flaws.append(tree.flaw(["requires"], "'requires' must be a list of names"))
        requires = []
    required = []
    for at, name in enumerate(requires):
        required.append((name, *tree.place(["requires", at])))
    above = tree.place(["subject"])[0] - 1
    return TemplateFile(
        tree.file,
        subject="\n" * above + str(subject or "").strip(),
        body=body,
        requires=tuple(required),
        flaws=tuple(flaws),
    )
