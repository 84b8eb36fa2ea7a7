"""Fills in what the engine knows and nobody should type: register lists, opened envelopes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor
from solicitation_flow.decide import Refusal, decide
from solicitation_flow.engine.entries import access_line
from solicitation_flow.engine.loading import Environment, Loaded, Loader
from solicitation_flow.engine.past_facts import refuse_future
from solicitation_flow.engine.registers import Registers
from solicitation_flow.forms import Envelope, Form, check, fills
from solicitation_flow.records import digest
from solicitation_flow.records.negotiation import Bafo
from solicitation_flow.records.offers import OfferKey, offer_of
from solicitation_flow.records.responses import Proposal

EnvelopeField = tuple[type[Proposal] | type[Bafo], str]
"""Which record holds an envelope, and under which name."""

SEALED: Mapping[str, EnvelopeField] = {
    "technical": (Proposal, "technical"),
    "prices": (Proposal, "price"),
    "bafos": (Bafo, "price"),
    "bafo_technical": (Bafo, "technical"),
}
"""Sources behind the sealer: read only by the command itself, never by a dry run."""

PARTS = {"technical": "envelope", "price": "price"}
"""The field of the form by which an envelope came in: what it was sealed for."""


@dataclass(frozen=True, slots=True)
class FormFiller:
    """Fills a form's own fields just before the decision, so that the decision stays pure."""

    environment: Environment
    loader: Loader

    @property
    def registers(self) -> Registers:
        """The registers forms are filled from."""
        return Registers(self.environment, self.loader)

    def checked(
        self,
        loaded: Loaded,
        command: str,
        words: Mapping[str, Any],
        actor: Actor,
        *,
        opening: bool,
    ) -> Form:
        """Check the fields; envelopes are opened only once no guard stands in the way."""
        checked = self._checked(loaded, command, words, actor, opening=opening)
        refuse_future(checked, command, self.environment.clock.now(), loaded.law.zone)
        return checked

    def _checked(
        self,
        loaded: Loaded,
        command: str,
        words: Mapping[str, Any],
        actor: Actor,
        *,
        opening: bool,
    ) -> Form:
        workflow = loaded.lifecycle.workflow
        form = workflow.book.forms[command]
        filled_fields = fills(form)
        if not filled_fields:
            return check(form, command, words, known=workflow.names)
        if not filled_fields.keys().isdisjoint(words):
            check(form, command, words)
        filled = {**words, **self.fill(form, loaded, actor, opening=False)}
        checked = check(form, command, filled, filled=True, known=workflow.names)
        if not opening or not unseals(form):
            return checked
        now = self.environment.clock.now()
        decision = decide(loaded.lifecycle, loaded.case, command, checked, actor, now, loaded.law)
        if isinstance(decision, Refusal):
            self.tried(loaded, command, actor)
            return checked
        filled |= self.fill(form, loaded, actor, opening=True)
        return check(form, command, filled, filled=True)

    def tried(self, loaded: Loaded, command: str, actor: Actor) -> None:
        """Log a refused attempt to open envelopes."""
        if self.unsealed_by(loaded, command):
            self.log(actor, "tried", loaded.header.number, command)

    @staticmethod
    def unsealed_by(loaded: Loaded, command: str) -> bool:
        """Return whether a command of a case opens envelopes."""
        form = loaded.lifecycle.workflow.book.forms.get(command)
        return form is not None and unseals(form)

    def fill(
        self, form: type[Form], loaded: Loaded, actor: Actor, *, opening: bool
    ) -> Mapping[str, Any]:
        """Return the filled fields; envelopes are left shut unless `opening`."""
        filled: dict[str, Any] = {}
        for name, source in fills(form).items():
            if source not in SEALED:
                filled[name] = KNOWN[source](self)
            elif opening:
                filled[name] = self._open(loaded, actor, SEALED[source])
            else:
                filled[name] = _describe(loaded, SEALED[source])
        return filled

    def holders(self, role: str) -> list[str]:
        """Return who holds a role, by key."""
        return [key.partition(":")[2] for key in self.registers.holders(role)]

    def newest(self) -> dict[str, str]:
        """Return which profile is the newest now."""
        pin = self.environment.definitions.profile(self.environment.clock.now())
        return {"jurisdiction": pin.name, "edition": pin.version, "sha256": pin.sha256}

    def _open(self, loaded: Loaded, actor: Actor, field: EnvelopeField) -> dict[str, Any]:
        """Open each standing envelope, recorded in the access log before it is read."""
        contents: dict[str, Any] = {}
        part = PARTS[field[1]]
        for offeror, envelope in _envelopes(loaded, field):
            self.log(actor, "opened", loaded.case.number, f"{offeror}/{field[1]}")
            sealed = self.environment.library.get(envelope.digest)
            plain = self.environment.sealer.open(sealed, case=loaded.case.number, part=part)
            about = {"name": envelope.name, "bytes": len(plain), "sha256": digest(plain)}
            contents[offeror] = about | {"text": _text(plain)}
        return contents

    def log(self, actor: Actor, did: str, case: str, what: str) -> None:
        """Append a line to the access log."""
        self.environment.store.access(
            access_line(self.environment.clock.now(), actor.name, did, case, what)
        )


def unseals(form: type[Form]) -> bool:
    """Return whether a command of this form opens envelopes."""
    return not SEALED.keys().isdisjoint(fills(form).values())


def _envelopes(loaded: Loaded, field: EnvelopeField) -> Iterator[tuple[OfferKey, Envelope]]:
    """Yield the envelopes of the offers that stand and are still considered."""
    kind, name = field
    for record in loaded.case.all(kind):
        envelope: Envelope | None = getattr(record, name)
        if envelope is None or not record.stands:
            continue
        offer = offer_of(record)
        if not scoring.set_aside(loaded.case, offer):
            yield offer, envelope


def _describe(loaded: Loaded, field: EnvelopeField) -> dict[str, Any]:
    """Return what is known of envelopes without opening them: for guards and dry runs."""
    described: dict[str, Any] = {}
    for offer, envelope in _envelopes(loaded, field):
        described[offer] = {
            "name": envelope.name,
            "bytes": envelope.bytes,
            "sha256": "",
            "text": None,
        }
    return described


def _text(plain: bytes) -> str | None:
    try:
        return plain.decode()
    except UnicodeDecodeError:
        return None


KNOWN: Mapping[str, Callable[[FormFiller], Any]] = {
    "suppliers": lambda filler: filler.registers.active("supplier"),
    "members": lambda filler: filler.registers.active("member"),
    "newspapers": lambda filler: filler.holders("newspaper"),
    "evaluators": lambda filler: filler.holders("evaluator"),
    "newest_profile": FormFiller.newest,
    "doubles": lambda filler: filler.registers.doubles(),
    "supplier_names": lambda filler: filler.registers.names("supplier"),
}
"""Sources in the registers and in the definitions."""
