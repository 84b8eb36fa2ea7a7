"""A simulated office on the real engine: it supplies all that a published schedule leaves out."""

import shlex
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from solicitation_flow.casefile import Actor
from solicitation_flow.clock import VirtualClock
from solicitation_flow.decide import Refusal
from solicitation_flow.documents import MemoryDocuments
from solicitation_flow.engine import Accepted, Engine, Environment, Request
from solicitation_flow.guards import Ruling
from solicitation_flow.machine import Lifecycle
from solicitation_flow.notices import Sender
from solicitation_flow.paper import Templates
from solicitation_flow.seal import PlainSealer
from solicitation_flow.simulation.story import words as typed
from solicitation_flow.store.memory import MemoryStore
from solicitation_flow.workdays import instant, local
from solicitation_flow.workflow import Move
from solicitation_flow.workspace import FileDefinitions
from solicitation_flow.workspace.definitions import shipped

STEP = timedelta(minutes=1)
CLERK = Actor("office", frozenset({"administrator", "officer"}))
CAST = {
    "maria": ("person", "officer"),
    "paul": ("person", "officer"),
    "grace": ("person", "approver"),
    "theo": ("person", "custodian"),
    "eve": ("person", "evaluator"),
    "ben": ("person", "evaluator"),
    "chen": ("person", "evaluator"),
    "acme": ("supplier", "supplier"),
    "birchway": ("supplier", "supplier"),
}
PRICES = {"acme": "412500.00", "birchway": "398750.00"}
LABELS = {"printed", "cover_due"}
"""What a form may leave out: where two labels disagree, the simulated case goes on without."""

PREPARATION = """
maria authorize reference="Lead certificate (simulated)" dated={today}
maria describe scope="As the solicitation says (simulated)" contact="The buyer (simulated)"
maria describe cooperative_wording="Issued on behalf of other public bodies too (simulated)"
maria describe own_need="Some of it every year, for the agency itself (simulated)"
maria justify_method finding=not_advantageous reasons="Quality and price are weighed (simulated)"
maria plan_evaluation criteria=quality:60,price:40
maria set_terms contract_type=fixed_price validity_days={validity} receipt_place="Room (simulated)"
maria set_terms opening_place="Room (simulated)" deciding_clock="Office clock (simulated)"
maria set_terms means=electronic_or_paper acknowledgment="In writing (simulated)"
maria set_terms confidentiality="Mark the page (simulated)" samples="None (simulated)"
maria set_terms responsibility="References, finances (simulated)" may_be_cancelled=yes
maria name_committee voters=eve,ben,chen chair=eve
eve sign_forms conflict=none confidentiality=yes
ben sign_forms conflict=none confidentiality=yes
chen sign_forms conflict=none confidentiality=yes
grace approve_to_solicit note="Reviewed (simulated)"
"""
RESPONSES = """
maria record_advertisement medium="Gazette (simulated)" published_on={issued} proof=@affidavit.pdf
maria brief_committee attended=eve,ben,chen
maria file_paper paper=proof_of_publication file=@affidavit.pdf
acme receive envelope=@acme.txt price=@acme-price.txt
birchway receive envelope=@birchway.txt price=@birchway-price.txt
"""
EVALUATION = """
theo open_proposals witness=paul seals="Whole until opened (simulated)"
maria find_responsive offeror={offeror} minimums=signed_offer:pass,insurance:pass helped_draft=no
maria check_exclusions offeror={offeror} stage=screening sam=clear state_list=clear
eve sign_forms conflict=none confidentiality=yes
ben sign_forms conflict=none confidentiality=yes
chen sign_forms conflict=none confidentiality=yes
maria finish_screening
eve score offeror={offeror} scores=quality:50 reasons="quality:sound (simulated)"
ben score offeror={offeror} scores=quality:51 reasons="quality:sound (simulated)"
chen score offeror={offeror} scores=quality:49 reasons="quality:sound (simulated)"
maria hold_consensus present=eve,ben,chen minutes="Each was discussed; none changed (simulated)"
maria open_prices
maria rank_offers
maria analyze_price offeror=birchway method=price finding=fair reasons="As expected (simulated)"
maria find_responsible offeror=birchway factors="{factors}"
"""
SEVEN = ("resources", "schedule", "performance", "integrity", "skills", "facilities", "eligibility")
FACTORS = "; ".join(f"{factor}:yes, looked at (simulated)" for factor in SEVEN)
INTENT = {"winners": "birchway", "basis": "Highest total: quality and price (simulated)"}
PROTEST = {
    "against": "award",
    "name": "A protester (simulated)",
    "address": "1 Mill Road (simulated)",
    "signature": "Its president (simulated)",
    "grounds": "The scores (simulated)",
    "relief": "Score again (simulated)",
    "documents_note": "None beyond the file (simulated).",
}


@cache
def definitions(profile: str, zone: str) -> FileDefinitions:
    """Return the shipped definitions, read once for all cases of a profile and a zone."""
    return FileDefinitions((shipped("workflows"),), profile, "neutral", zone)


@cache
def templates() -> Templates:
    """Return the shipped letters, compiled once."""
    return Templates([shipped("templates")])


class Stuck(Exception):
    """What the simulated office cannot do, because the published dates leave no room for it."""


class Office:
    """One case in the production engine, its clock set by hand and only ever forward."""

    def __init__(self, profile: str, zone: str, start: datetime) -> None:
        """Open the office with its people and suppliers, at a time as clocks there show it."""
        self.zone = zone
        self.clock = VirtualClock(instant(start, zone))
        environment = Environment(
            store=MemoryStore(),
            clock=self.clock,
            library=MemoryDocuments(),
            sealer=PlainSealer(),
            definitions=definitions(profile, zone),
            templates=templates(),
            sender=Sender("The office (simulated)", "office@agency.example"),
        )
        self.engine = Engine(environment)
        self.number = ""
        for key, (register, role) in CAST.items():
            words = {"key": key, "name": f"{key} (simulated)", "email": f"{key}@party.example"}
            words |= {"roles": role} if register == "person" else {}
            request = Request(f"open_{register}", words, workflow=register)
            assert isinstance(self.engine.perform(request, CLERK), Accepted)

    def open(self, title: str, agency: str) -> None:
        """Open the solicitation."""
        request = Request(
            self.engine.opening("rfp"), {"title": title, "agency": agency}, workflow="rfp"
        )
        done = self.engine.perform(request, self._actor("maria"))
        assert isinstance(done, Accepted), done
        self.number = done.number

    @property
    def state(self) -> str:
        """Where the case stands now, deadlines that passed included."""
        return self.engine.view(self.number).loaded.case.state

    def wait(self, wall: datetime) -> None:
        """Let time pass to a time as clocks show it; one that none shows is an hour later."""
        try:
            moment = instant(wall, self.zone)
        except ValueError:
            moment = instant(wall + timedelta(hours=1), self.zone)
        self.clock.set(max(moment, self.clock.now()))

    def is_past(self, wall: datetime) -> bool:
        """Return whether clocks there have shown a time already."""
        return local(self.clock.now(), self.zone).replace(tzinfo=None) > wall

    def do(self, script: str, **blanks: str) -> None:
        """Do every line of a script, a minute apart; a line with `each` once per supplier."""
        for line in script.strip().splitlines():
            for offeror in PRICES if "{offeror}" in line else ("",):
                who, command, *rest = shlex.split(line.format(offeror=offeror, **blanks))
                self.clock.set(self.clock.now() + STEP)
                refusal = self.give(who, command, self._enclosed(command, typed(rest)))
                if refusal:
                    raise Stuck(f"{command} was refused: {refusal}")

    def give(self, who: str, command: str, words: Mapping[str, Any]) -> str:
        """Give a command with the determinations it asks for, or return why that fails."""
        words = dict(words)
        while True:
            request = Request(command, words, case=self.number)
            answer = self.engine.perform(request, self._actor(who))
            if not isinstance(answer, Refusal):
                return ""
            stopping = [ruling for ruling in answer.rulings if not self._determined(ruling)]
            labelled = bool(stopping) and LABELS & words.keys()
            if not answer.rulings or (stopping and not labelled):
                return "; ".join(ruling.says for ruling in stopping) or answer.says
            if stopping:
                words = {name: word for name, word in words.items() if name not in LABELS}

    def ask(
        self, who: str, command: str, words: Mapping[str, Any]
    ) -> list[tuple[Move, Any, Ruling | None]]:
        """Return what every guard says of a command now, as `solflow why` would."""
        request = Request(command, dict(words), case=self.number)
        return self.engine.why(request, self._actor(who))[2]

    def offers(self, command: str) -> bool:
        """Return whether the case offers a command as it stands."""
        loaded = self.engine.view(self.number).loaded
        lifecycle: Lifecycle = loaded.lifecycle
        return command in lifecycle.workflow.offered(loaded.case.state)

    def _actor(self, who: str) -> Actor:
        register, role = CAST[who]
        return Actor(who, frozenset({role}), acts_for="" if register == "person" else who)

    def _determined(self, ruling: Ruling) -> bool:
        """Sign a determination where the rule allows one."""
        if ruling.strength != "determination":
            return False
        words = dict(ruling.clears[-1].fields)
        words |= {"reasoning": "Only so that the case goes on (simulated).", "author": "maria"}
        request = Request("determine", words, case=self.number)
        return isinstance(self.engine.perform(request, self._actor("grace")), Accepted)

    def _enclosed(self, command: str, words: dict[str, Any]) -> dict[str, Any]:
        """Put every file a line names (`@name`) into the documents, as the program would."""
        for field, name in words.items():
            if not str(name).startswith("@"):
                continue
            file = name[1:]
            total = PRICES.get(file.partition("-")[0], "")
            data = f"total: {total}\n".encode()
            sealed = command == "receive"
            words[field] = (
                self.engine.enclose(file, data, case=self.number, part=field)
                if sealed
                else self.engine.attach(file, data)
            )
        return words
