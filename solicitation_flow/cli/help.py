"""Help pages that open with an example, and the options every command takes."""

from inspect import cleandoc

import click

from solicitation_flow.cli.completion import candidates


def common_options() -> list[click.Parameter]:
    """Return the options every command takes, after its own."""
    return [
        click.Option(["--workspace"], metavar="DIR", help="The workspace, if not here."),
        click.Option(["--json"], is_flag=True, help="Print one JSON document."),
        click.Option(
            ["--as", "as_"],
            metavar="NAME",
            help="Act as a person, supplier or member.",
            shell_complete=candidates.everybody,
        ),
        click.Option(["--at"], metavar="INSTANT", help="Training only: advance the clock first."),
        click.Option(["--debug"], is_flag=True, help="Show technical details of an error."),
    ]


def help_text(example: str, description: str | None) -> str:
    """Return a help text that opens with an example, its lines kept apart."""
    assert example, "every page of help opens with an example"
    lines = "\n".join(f"  {line}" for line in example.strip().splitlines())
    return f"\b\n{lines}\n\n{cleandoc(description or '')}"


class Page(click.Command):
    """A command whose help opens with its example, before usage and options."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write example and sentence first: they are what people came for."""
        self.format_help_text(ctx, formatter)
        formatter.write_paragraph()
        self.format_usage(ctx, formatter)
        self.format_options(ctx, formatter)
        self.format_epilog(ctx, formatter)


class GroupPage(click.Group):
    """A command with commands of its own; its help opens with an example too."""

    format_help = Page.format_help
