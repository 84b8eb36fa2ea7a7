"""`solflow members`: public bodies that may use agreements."""

from solicitation_flow.cli.commands.registers import register_commands

members = register_commands(
    "member",
    "members",
    "fairfax name='Fairfax County Schools' email=buy@fairfax.example kind='school division' "
    "state=VA",
    "Public bodies that may use agreements.",
)
