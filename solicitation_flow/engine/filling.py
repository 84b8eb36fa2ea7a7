"""What the engine knows and nobody should have to type: lists from registers, opened envelopes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from solicitation_flow.casefile import Actor
from solicitation_flow.engine.addresses import active, holders
from solicitation_flow.engine.loading import Loaded, Loader, Rooms
from solicitation_flow.forms import Envelope, Form, fills
from solicitation_flow.records import canonical, digest
from solicitation_flow.records.ledger import stamp
from solicitation_flow.records.responses import Proposal

SEALED = {"technical", "prices"}
"""Sources behind the sealer: read only by the command itself, never by a dry run."""


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
            "technical": lambda loaded, actor: look(loaded, actor, "technical", "envelope"),
            "prices": lambda loaded, actor: look(loaded, actor, "price", "price"),
        }
        return known[source]

    def _holders(self, role: str) -> list[str]:
        return [key.partition(":")[2] for key in holders(self.loader, role)]

    def _newest(self) -> dict[str, str]:
        pin = self.rooms.shelf.profile(self.rooms.clock.now())
        return {"jurisdiction": pin.name, "edition": pin.version, "sha256": pin.sha256}

    def _opened(self, loaded: Loaded, actor: Actor, held: str, part: str) -> dict[str, Any]:
        """Opens each timely envelope, and says so in the access log before looking inside.

        `held` names the proposal's envelope, `part` the field of the form it came in by.
        """
        contents: dict[str, Any] = {}
        for offeror, envelope in _envelopes(loaded, held):
            self.log(actor, "opened", loaded.case.number, f"{offeror}/{held}")
            sealed = self.rooms.library.get(envelope.digest)
            plain = self.rooms.sealer.open(sealed, case=loaded.case.number, part=part)
            about = {"name": envelope.name, "bytes": len(plain), "sha256": digest(plain)}
            contents[offeror] = about | {"text": _text(plain)}
        return contents

    @staticmethod
    def _shut(loaded: Loaded, _actor: Actor, held: str, _part: str) -> dict[str, Any]:
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


def _envelopes(loaded: Loaded, held: str) -> list[tuple[str, Envelope]]:
    standing = (
        (each.offeror, getattr(each, held)) for each in loaded.case.all(Proposal) if each.stands
    )
    return [(offeror, envelope) for offeror, envelope in standing if envelope is not None]


def _text(plain: bytes) -> str | None:
    try:
        return plain.decode()
    except UnicodeDecodeError:
        return None
