"""`solflow suppliers`: firms that may submit proposals."""

from solicitation_flow.cli.commands.registers import register_commands

suppliers = register_commands(
    "supplier",
    "suppliers",
    "acme name='Acme Furniture, Inc.' email=bids@acme.example",
    "Firms that may ask questions and submit proposals.",
)
