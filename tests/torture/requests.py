"""What actors under torture want: lawful things, what refusals teach, and things out of malice."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from solicitation_flow import forms
from solicitation_flow.casefile import Actor
from solicitation_flow.clock import VirtualClock
from solicitation_flow.decide import Refusal
from solicitation_flow.engine import Engine, Request
from solicitation_flow.simulation.form_filler import FormFiller
from solicitation_flow.simulation.parties import FIRMS, MEMBERS, STAFF, Parties
from tests.torture.workspace import House

FILES = {forms.Envelope, forms.Attachment}
REGISTERS = frozenset({"person", "supplier", "member"})
SELDOM = 0.12
"""How often somebody turns to a register instead of a solicitation and what hangs on it."""

LONGEST = 12
"""How many remedies that refusals named are kept in mind."""

COMPUTED = "{{ 12345679 * 9 }}"
WOULD_BE = "111111111"
"""What a template would make of the words before, were they ever taken for a template."""

HOSTILE: tuple[Any, ...] = (
    COMPUTED,
    "{% for x in ().__class__.__mro__ %}{{ x }}{% endfor %}",
    "{{ case.__class__ }}",
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "../../etc/passwd",
    "Hello\r\nBcc: everybody@evil.example\r\n\r\nBuy now",
    "Hello\nX-Header: yes",
    "nul\x00byte and \x1b[31mred\x1b[0m",
    "\u202ereversed\u202c and \u2066isolated\u2069",
    "'; DROP TABLE journal; --",
    "\ud800 half a pair",
    "word " * 4_000,
    "",
    " ",
    None,
    -1,
    10**400,
    float("nan"),
    True,
    ["a", {"b": None}],
    {"name": "x", "bytes": -1, "digest": "../../x"},
    "9999-12-31 23:59",
    "0001-01-01 00:00",
    "2026-02-30 14:00",
    "1e999999",
)


@dataclass(frozen=True, slots=True)
class Wisher:
    """Draws what somebody wants, all of it from one stream of chance."""

    house: House
    engine: Engine
    chance: Random

    def lawful(self, case: str = "") -> tuple[Request, Actor]:
        """Return a command its case offers, from somebody who may give it, filled in as asked."""
        number = case or self._case()
        loaded = self.engine.view(number).loaded
        offered = loaded.lifecycle.workflow.offered(loaded.case.state)
        may = {
            command: sorted({role for move in moves for role in move.by} - {"clock", "case"})
            for command, moves in offered.items()
        }
        final = loaded.lifecycle.workflow.final
        ends = self.chance.random() < SELDOM  # else most cases would soon be over
        commands = [
            command
            for command, moves in offered.items()
            if may[command] and (ends or any(move.dest not in final for move in moves))
        ]
        if not commands:
            return self.wrong()
        command = self.chance.choice(commands)
        actor = self._holder(self.chance.choice(may[command]))
        return self._filled(number, command, actor, {}), actor

    def taught(self) -> tuple[Request, Actor]:
        """Return something a refusal asked for, and forgets it."""
        if not self.house.agenda:
            return self.lawful()
        place = self.chance.randrange(len(self.house.agenda))
        request, who = self.house.agenda.pop(place)
        if self.house.store.load(request.case) is None:
            return self.lawful()
        loaded = self.engine.view(request.case).loaded
        moves = loaded.lifecycle.workflow.offered(loaded.case.state).get(request.command, ())
        roles = sorted({role for move in moves for role in move.by} - {"clock", "case"})
        actor = self._actor(who) if who else self._holder(self.chance.choice(roles or ["officer"]))
        return self._filled(request.case, request.command, actor, request.words), actor

    def wrong(self) -> tuple[Request, Actor]:
        """Return a command of any workflow, for any case, from anybody."""
        about = self.chance.choice([*self._numbers(), "RFP-1999-001", "../x", "P-nobody"])
        other = self.engine.view(self.chance.choice(self._numbers())).loaded
        move = self.chance.choice(other.lifecycle.workflow.moves)
        actor = self._anybody()
        command = self.chance.choice([move.command, move.command, "frobnicate", ""])
        known = about in self._numbers() and command == move.command
        request = Request(command, {}, case=about)
        return (self._filled(about, command, actor, {}) if known else request), actor

    def hostile(self) -> tuple[Request, Actor]:
        """Return a lawful command with words nobody means well."""
        request, actor = self.lawful()
        words = dict(request.words)
        there = self.house.store.load(request.case) is not None
        form = self.engine.form(request.case, request.command) if there else None
        # files are the program's: only real bytes make a digest, whatever somebody types
        typed = [n for n in form.model_fields if forms.takes(form, n) not in FILES] if form else []
        for _ in range(self.chance.randint(1, 3)):
            name = self.chance.choice([*typed * 4, "no_such_field", "__class__"])
            words[name] = self.chance.choice(HOSTILE)
        if words and self.chance.random() < SELDOM:
            del words[self.chance.choice(sorted(words))]
        return request._replace(words=words), actor

    def opening(self) -> tuple[Request, Actor]:
        """Return the opening of one more case, of any workflow, often below the wrong one."""
        workflow = self.chance.choice(["rfp", "rfp", "participation", "agreement", *REGISTERS_OPEN])
        above = [h.number for h in self.house.store.find(workflow="agreement")]
        parent = self.chance.choice(above) if above and workflow == "participation" else ""
        if self.chance.random() < SELDOM:
            parent = self.chance.choice(self._numbers())
        words = {**WORDS.get(workflow, {})}
        if workflow in REGISTERS_OPEN:
            words["key"] = self.chance.choice(["acme", "nora", "vega", "a/b", "x" * 30, "../x"])
        actor = self._anybody() if self.chance.random() < SELDOM else self._actor("maria")
        return Request(
            self.engine.opening(workflow), words, workflow=workflow, parent=parent
        ), actor

    def learn(self, refusal: Refusal) -> None:
        """Keep in mind what a refusal says would clear it."""
        if self.house.store.load(refusal.case) is None:
            return  # nothing can be cleared in a case that was not opened
        for ruling in refusal.rulings:
            for clears in ruling.clears:
                request = Request(
                    clears.command, dict(clears.fields), case=clears.case or refusal.case
                )
                self.house.agenda.append((request, clears.who))
        del self.house.agenda[:-LONGEST]

    def _filled(self, case: str, command: str, actor: Actor, known: Mapping[str, Any]) -> Request:
        form = self.engine.form(case, command)
        filler = FormFiller(
            self.engine, case, self.chance, plans="officer" in actor.roles, bold=True
        )
        return Request(command, filler.fill(form, known) if form else {}, case=case)

    def _numbers(self) -> list[str]:
        return [header.number for header in self.house.store.find()]

    def _case(self) -> str:
        headers = self.house.store.find()
        wanted = [h.number for h in headers if h.workflow not in REGISTERS]
        if not wanted or self.chance.random() < SELDOM:
            wanted = [h.number for h in headers] or [""]
        return self.chance.choice(wanted)

    def _actor(self, key: str) -> Actor:
        return Parties(self.engine, VirtualClock(self.house.clock.stands), "").actor(key)

    def _holder(self, role: str) -> Actor:
        people = self.engine.read.people(role)
        return self._actor(self.chance.choice(people)) if people else self._anybody()

    def _anybody(self) -> Actor:
        known = [self._actor(key) for key in (*STAFF, *FIRMS, *MEMBERS)]
        strangers = [
            Actor("mallory", frozenset()),
            Actor("mallory", frozenset({"supplier"}), acts_for="acme"),
            Actor("mallory", frozenset({"member"}), acts_for="nobody"),
            Actor("{{ 7*7 }}\r\nBcc: x", frozenset({"supplier"}), acts_for="zenith"),
        ]
        return self.chance.choice([*known, *strangers])


REGISTERS_OPEN = ("person", "supplier", "member")
WORDS: Mapping[str, Mapping[str, Any]] = {
    "rfp": {"title": "School buses", "agency": "Test County"},
    "participation": {"member": "lakemont", "contact": "Pat Lee", "scope": "Two new schools."},
    "person": {"name": "Somebody New", "email": "new@person.example", "roles": "officer"},
    "supplier": {"name": "Somebody New", "email": "new@supplier.example"},
    "member": {"name": "New", "email": "new@member.example", "kind": "city", "state": "VA"},
}
"""What is said when a case is opened."""
