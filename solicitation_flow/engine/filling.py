"""What the engine knows and nobody should have to type: lists from registers, opened envelopes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from solicitation_flow.casefile import Actor
from solicitation_flow.engine.addresses import active, holders, names
from solicitation_flow.engine.loading import Loaded, Loader, Rooms
from solicitation_flow.forms import Envelope, Form, fills
from solicitation_flow.records import canonical, digest
from solicitation_flow.records.ledger import stamp
from solicitation_flow.records.negotiation import Bafo
from solicitation_flow.records.responses import Proposal

SEALED = {"technical", "prices", "bafos", "bafo_technical"}
"""Sources behind the sealer: read only by the command itself, never by a dry run."""

PARTS = {"technical": "envelope", "price": "price"}
"""The field of the form by which an envelope came in: what it was sealed for."""

Held = tuple[type[Proposal] | type[Bafo], str]
"""Which record holds an envelope, and under which name."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills a form's own fields just before the decision, so that the decision stays pure."""

    rooms: Rooms
    loader: Loader

    def fill(
        self, form: type[Form], loaded: Loaded, actor: Actor, *, opening: bool
    ) -> Mapping[str, Any]:
        """Answers the filled fields; envelopes are left shut unless `opening`."""
        return {
            name: self._source(source, opening=opening)(loaded, actor)
            for name, source in fills(form).items()
        }

    def _source(self, source: str, *, opening: bool) -> Callable[[Loaded, Actor], Any]:
        look = self._opened if opening else self._shut
        known: dict[str, Callable[[Loaded, Actor], Any]] = {
            "suppliers": lambda *_: active(self.loader, "supplier"),
            "members": lambda *_: active(self.loader, "member"),
            "newspapers": lambda *_: self._holders("newspaper"),
            "evaluators": lambda *_: self._holders("evaluator"),
            "newest_profile": lambda *_: self._newest(),
            "supplier_names": lambda *_: names(self.loader, "supplier"),
            "technical": lambda loaded, actor: look(loaded, actor, (Proposal, "technical")),
            "prices": lambda loaded, actor: look(loaded, actor, (Proposal, "price")),
            "bafos": lambda loaded, actor: look(loaded, actor, (Bafo, "price")),
            "bafo_technical": lambda loaded, actor: look(loaded, actor, (Bafo, "technical")),
        }
        return known[source]

    def _holders(self, role: str) -> list[str]:
        return [key.partition(":")[2] for key in holders(self.loader, role)]

    def _newest(self) -> dict[str, str]:
        pin = self.rooms.shelf.profile(self.rooms.clock.now())
        return {"jurisdiction": pin.name, "edition": pin.version, "sha256": pin.sha256}

    def _opened(self, loaded: Loaded, actor: Actor, held: Held) -> dict[str, Any]:
        """Opens each envelope that stands, and says so in the access log before looking inside."""
        contents: dict[str, Any] = {}
        part = PARTS[held[1]]
        for offeror, envelope in _envelopes(loaded, held):
            self.log(actor, "opened", loaded.case.number, f"{offeror}/{held[1]}")
            sealed = self.rooms.library.get(envelope.digest)
            plain = self.rooms.sealer.open(sealed, case=loaded.case.number, part=part)
            about = {"name": envelope.name, "bytes": len(plain), "sha256": digest(plain)}
            contents[offeror] = about | {"text": _text(plain)}
        return contents

    @staticmethod
    def _shut(loaded: Loaded, _actor: Actor, held: Held) -> dict[str, Any]:
        """Answers what can be said of envelopes without opening them: for guards and dry runs."""
        return {
            offeror: {"name": envelope.name, "bytes": envelope.bytes, "sha256": "", "text": None}
            for offeror, envelope in _envelopes(loaded, held)
        }

    def log(self, actor: Actor, did: str, case: str, what: str) -> None:
        """Appends a line to the access log."""
        line = {
            "at": stamp(self.rooms.clock.now()),
            "by": actor.name,
            "did": did,
            "case": case,
            "what": what,
        }
        self.rooms.store.access(canonical(line))


def _envelopes(loaded: Loaded, held: Held) -> list[tuple[str, Envelope]]:
    kind, name = held
    standing = [each for each in loaded.case.all(kind) if each.stands]
    sealed = ((each.offeror, getattr(each, name)) for each in standing)
    return [(offeror, envelope) for offeror, envelope in sealed if envelope is not None]


def _text(plain: bytes) -> str | None:
    try:
        return plain.decode()
    except UnicodeDecodeError:
        return None
