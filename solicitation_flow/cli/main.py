"""Starts the command line; the overview and the version are printed without any import."""

import os
import sys

from solicitation_flow.cli.overview import overview


def main() -> None:
    """Run one command line and end the process with its exit code."""
    _open_closed_streams()
    try:
        code = _run(sys.argv[1:])
    finally:
        _discard_what_cannot_be_written()
    sys.exit(code)


def _run(words: list[str]) -> int:
    text = None
    if "_SOLFLOW_COMPLETE" not in os.environ:
        text = _known_without_imports(words)
    if text is not None:
        return _write(text)
    # looking for plug-ins reads every installed package, and one might bend what a form accepts
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from solicitation_flow.cli.dispatch import run

    return run(words)


def _known_without_imports(words: list[str]) -> str | None:
    """Return the overview or the version, where the command line asks for one of them."""
    if words in ([], ["--help"], ["-h"]):
        return overview()
    if words == ["--version"]:
        from solicitation_flow import __version__

        return f"solflow {__version__}\n"
    return None


def _write(text: str) -> int:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        return 0
    except OSError as error:
        from solicitation_flow.cli.errors import report_failure

        return report_failure(error, as_json=False)
    return 0


def _open_closed_streams() -> None:
    """Open the null device in place of a stream the caller closed.

    Without it the next file to be opened, such as the database, would get that stream's number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))


def _discard_what_cannot_be_written() -> None:
    """Point a stream that cannot be written to the null device.

    Python writes what is still buffered when it ends, and turns a failure into exit code 120.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
