"""What staff, schedulers and trainers type."""

import os
import sys

COMMANDS = {
    "Begin": {
        "init": ("setting_up:init", "make a workspace: an office's, or one to train in"),
        "demo": ("demo:demo", "watch one real solicitation from the first need to the agreement"),
        "simulate": ("simulate:simulate", "months of procurement in a moment, from a seed"),
        "config": ("setting_up:config", "every setting, and where its value came from"),
        "doctor": ("health:doctor", "what is not as it should be with this workspace"),
        "upgrade": ("health:upgrade", "bring the database to this program, after a backup"),
        "completion": ("completion:completion", "let the Tab key finish words in your shell"),
    },
    "Work on a case": {
        "new": ("acting:new", "open a case"),
        "list": ("reading:list_cases", "cases, and where each stands"),
        "show": ("reading:show", "one case: records, dates, papers"),
        "next": ("steps:next_steps", "what may be done now, by whom, and what stands in the way"),
        "why": ("steps:why", "every rule one command is held to, and what it says"),
        "act": ("acting:act", "do it"),
        "form": ("forms:form", "the fields of a command"),
        "journal": ("reading:journal", "everything that happened to a case, in order"),
    },
    "Time and people": {
        "due": ("time:due", "what will happen by itself, and when"),
        "tick": ("time:tick", "settle what is due and send the post, once"),
        "daemon": ("daemon:daemon", "the same, for ever"),
        "inbox": ("time:inbox", "what waits for a person"),
        "notices": ("notices:notices", "letters: those written, and how one would read"),
        "people": ("registers:people", "who works here, and in which roles"),
        "suppliers": ("registers:suppliers", "firms that may answer"),
        "members": ("registers:members", "public bodies that may use agreements"),
    },
    "What comes of it": {
        "agreements": ("agreements:agreements", "published agreements and how a member joins"),
        "export": ("export:export", "cases for other programs"),
        "workflow": ("checks:workflow", "check a workflow file, or show one"),
        "verify": ("checks:verify", "prove the journal, the records, letters and papers"),
    },
}
"""Every command: `module:attribute` below this package, and its line in the overview."""

TABLE = {name: place for group in COMMANDS.values() for name, (place, _) in group.items()}

OVERVIEW = """\
  solflow init --training --agency "Your County" --jurisdiction va-local
  solflow new rfp title="Classroom furniture" agency="Your County"
  solflow next RFP-2026-001

Runs cooperative solicitations from the first need to a published master agreement.

Usage: solflow [--workspace DIR] [--json] [--as NAME] COMMAND ...
"""

ENDING = """
`solflow COMMAND --help` opens with an example. Every command takes --json, --workspace DIR,
--as NAME, --at INSTANT (training only) and --debug.
"""


def overview() -> str:
    """Return the first page of help, from the table alone."""
    lines = [OVERVIEW]
    for title, group in COMMANDS.items():
        lines.append(f"{title}:")
        lines += [f"  {name:<12}{says}" for name, (_, says) in group.items()]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n" + ENDING


def main() -> None:
    """Run the command line; the first page of help and the version import nothing at all."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # a service may close what it does not need; a database must not take its place
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))
    words = sys.argv[1:]
    text = None if "_SOLFLOW_COMPLETE" in os.environ else _at_once(words)
    if text is not None:
        sys.exit(_written(text))
    # looking for plug-ins reads every installed package, and one might bend what a form accepts
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from solicitation_flow.cli.entry import run

    sys.exit(run(words))


def _at_once(words: list[str]) -> str | None:
    """Return what can be said without looking at anything."""
    if words in ([], ["--help"], ["-h"]):
        return overview()
    if words == ["--version"]:
        from solicitation_flow import __version__

        return f"solflow {__version__}\n"
    return None


def _written(text: str) -> int:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        from solicitation_flow.cli.faults import unwritten

        return unwritten(error, as_json=False)
    return 0
