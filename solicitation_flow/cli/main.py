"""Starts the command line; the overview and the version are printed without any import."""

import os
import sys

from solicitation_flow.cli.overview import overview


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
    from solicitation_flow.cli.dispatch import run

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
        from solicitation_flow.cli.errors import unwritten

        return unwritten(error, as_json=False)
    return 0
