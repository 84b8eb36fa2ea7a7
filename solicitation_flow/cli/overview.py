"""The first page of help: every command with its line, known without importing anything."""

COMMANDS = {
    "Get started": {
        "init": "create a workspace, for an office or for training",
        "demo": "watch a real solicitation run from first need to agreement",
        "simulate": "run procurements with simulated parties, in memory",
        "config": "every setting, and where its value came from",
        "doctor": "check this workspace for problems",
        "upgrade": "upgrade the database to this version, after a backup",
        "completion": "set up Tab completion for your shell",
    },
    "Work on a case": {
        "new": "open a case",
        "list": "cases, and where each one stands",
        "show": "one case: records, dates, papers",
        "next": "what may be done now, by whom, and what stands in the way",
        "why": "every rule a command must satisfy, and whether it does",
        "act": "give a case a command: publish, receive, award, ...",
        "form": "the fields of a command",
        "journal": "everything that happened to a case, in order",
    },
    "Time and people": {
        "due": "upcoming dates, reminders and duties",
        "tick": "process what is due and send the letters, once",
        "daemon": "do the same continuously, until stopped",
        "inbox": "what a person has to do, and by when",
        "notices": "letters that were written, and previews",
        "people": "staff and their roles",
        "suppliers": "firms that may submit proposals",
        "members": "public bodies that may use agreements",
    },
    "Results": {
        "agreements": "published agreements and how a member joins",
        "export": "export cases for other programs",
        "workflow": "check, show or draw workflow files",
        "jurisdiction": "check, show or compare jurisdiction files",
        "template": "the texts of letters, and your own version of one",
        "verify": "verify the journal, records, letters and papers",
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
