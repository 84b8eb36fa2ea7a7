"""`solflow people`: staff and their roles."""

from solicitation_flow.cli.commands.registers import register_commands

people = register_commands(
    "person",
    "people",
    "maria name='Maria Alvarez' email=maria@agency.example roles=officer,evaluator",
    "Staff, and the roles each person holds.",
)
