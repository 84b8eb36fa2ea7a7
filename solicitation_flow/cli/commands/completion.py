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
SAYS = """\
Prints what bash, zsh or fish needs to complete commands, case numbers and fields.

Put it where the shell looks, as above, or for this session: eval "$(solflow completion bash)".
For zsh the folder must stand in $fpath before compinit is called.
"""


@click.command("completion", cls=pages.Page, help=pages.opened_by(EXAMPLE, SAYS))
@click.argument("shell", metavar="[bash|zsh|fish]", type=click.Choice(list(shells.SHELLS)))
def completion(shell: str, **_: Any) -> None:
    """Print the script, whatever options stand beside it."""
    program = click.get_current_context().find_root().command
    click.echo(shells.source(shell, program), nl=False)


completion.params += pages.common_options()
