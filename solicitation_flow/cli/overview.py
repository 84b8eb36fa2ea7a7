"""The first page of help: every command with its line, known without importing anything."""

COMMANDS = {
    "Begin": {
        "init": "make a workspace: an office's, or one to train in",
        "demo": "watch one real solicitation from the first need to the agreement",
        "simulate": "months of procurement in a moment, from a seed",
        "config": "every setting, and where its value came from",
        "doctor": "what is not as it should be with this workspace",
        "upgrade": "bring the database to this program, after a backup",
        "completion": "let the Tab key finish words in your shell",
    },
    "Work on a case": {
        "new": "open a case",
        "list": "cases, and where each stands",
        "show": "one case: records, dates, papers",
        "next": "what may be done now, by whom, and what stands in the way",
        "why": "every rule one command is held to, and what it says",
        "act": "do it",
        "form": "the fields of a command",
        "journal": "everything that happened to a case, in order",
    },
    "Time and people": {
        "due": "what will happen by itself, and when",
        "tick": "settle what is due and send the post, once",
        "daemon": "the same, for ever",
        "inbox": "what waits for a person",
        "notices": "letters: those written, and how one would read",
        "people": "who works here, and in which roles",
        "suppliers": "firms that may answer",
        "members": "public bodies that may use agreements",
    },
    "What comes of it": {
        "agreements": "published agreements and how a member joins",
        "export": "cases for other programs",
        "workflow": "check a workflow file, or show one",
        "jurisdiction": "check a jurisdiction file, or show its rules",
        "verify": "prove the journal, the records, letters and papers",
    },
}
"""Every command by group, with its line in the overview; its module in `commands` has its name."""

TABLE: dict[str, str] = {}
for commands in COMMANDS.values():
    TABLE |= commands

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
        for name, line in group.items():
            lines.append(f"  {name:<14}{line}")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n" + ENDING
