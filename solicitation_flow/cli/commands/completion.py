"""`solflow completion`: prints what a shell needs so that the Tab key works."""

from typing import Any

import click

from solicitation_flow.cli import help as pages
from solicitation_flow.cli.completion import shells

EXAMPLE = """
solflow completion bash > ~/.local/share/bash-completion/completions/solflow
solflow completion zsh > ~/.zfunc/_solflow
solflow completion fish > ~/.config/fish/completions/solflow.fish
"""
DESCRIPTION = """\
Print the script with which bash, zsh or fish completes commands, case numbers and fields.

Save it where the shell looks, as above, or use it for this session only:
eval "$(solflow completion bash)". For zsh, add the folder to $fpath before calling compinit.
"""


@click.command("completion", cls=pages.Page, help=pages.help_text(EXAMPLE, DESCRIPTION))
@click.argument("shell", metavar="[bash|zsh|fish]", type=click.Choice(list(shells.SHELLS)))
def completion(shell: str, **_: Any) -> None:
    """Print the script, whatever options stand beside it."""
    program = click.get_current_context().find_root().command
    click.echo(shells.source(shell, program), nl=False)


completion.params += pages.common_options()
