"""Seals proposals in envelopes, which are opened at the opening and not before."""

from typing import Protocol

from solicitation_flow.errors import Suggestion, Trouble
from solicitation_flow.records import canonical, digest

_MARK = b"solflow-envelope"
_PLAIN = b"1 plain"
_LONGEST = 256  # no header of any version is longer: what goes on has none


class Sealer(Protocol):
    """A way of closing envelopes and of opening them again."""

    def seal(self, plain: bytes, *, case: str, part: str) -> bytes:
        """Return the envelope of one part of one case, as it will be stored."""
        ...

    def open(self, sealed: bytes, *, case: str, part: str) -> bytes:
        """Return what an envelope of that part of that case holds; Trouble if it is another's."""
        ...


class PlainSealer:
    """Closes envelopes without a key: sealed by procedure, for offices that have no custodian.

    The first line says how an envelope was closed and what it belongs to, so that another way of
    sealing can come without touching those already stored.
    """

    def seal(self, plain: bytes, *, case: str, part: str) -> bytes:
        """Return the envelope: a header line, then the bytes as they are."""
        return _header(case, part) + plain

    def open(self, sealed: bytes, *, case: str, part: str) -> bytes:
        """Return what an envelope holds; another's, or one closed in another way, is refused."""
        header, end, plain = sealed[:_LONGEST].partition(b"\n")
        if not end or not header.startswith(_MARK + b" "):
            raise Trouble(f"{case}: {part} is not an envelope", next=Suggestion("verify"))
        if not header.startswith(_MARK + b" " + _PLAIN + b" "):
            raise Trouble(
                f"{case}: {part} was sealed in a way this program cannot open",
                hint="install the version of this program, or the extra, that sealed it",
            )
        if header + end != _header(case, part):
            raise Trouble(
                f"{case}: {part} holds the envelope of another part or case",
                next=Suggestion("verify"),
            )
        return plain + sealed[_LONGEST:]


def _header(case: str, part: str) -> bytes:
    """Return the header: a digest, since the names themselves may hold any character."""
    return b"%s %s %s\n" % (_MARK, _PLAIN, digest(canonical([case, part])).encode())
