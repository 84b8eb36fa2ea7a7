"""Asks the real rules about a published schedule, under everything that its dates may mean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, product
from typing import Any

from scripts.realcases.office import Office
from scripts.realcases.published import Stated
from solicitation_flow.guards import Ruling

ASIDE, WARNS, OBJECTS = "stands aside", "warns", "objects"
DETERMINATION, UNDECIDED = "asks for a determination", "could not be decided"
KINDS = (ASIDE, WARNS, OBJECTS, DETERMINATION, UNDECIDED)
STRENGTHS = {"warn": WARNS, "block": OBJECTS, "determination": DETERMINATION}

NEEDS: Mapping[str, tuple[str, ...]] = {
    "dates_in_order": ("proposals_due",),
    "dates_agree": ("copy", "one_each"),
    "zone_label_valid": ("label", "zone"),
    "boundary_fits_label": ("label", "boundary"),
    "minimum_notice": ("proposals_due",),
    "due_on_working_day": ("proposals_due",),
    "due_hour_sane": ("proposals_due",),
    "questions_close_before_due": ("questions_due", "proposals_due"),
    "conference_gap": ("conference_at", "proposals_due"),
    "leaves_time_to_respond": ("proposals_due",),
    "winners_offers_alive": ("validity",),
    "offers_alive": ("validity",),
    "standstill_over": (),
    "approval_authority": ("board",),
    "protest_timely": (),
}
"""The rules on the schedule, and what must be known of one before each can be asked."""

NOT_KNOWN: Mapping[str, str] = {
    "proposals_due": "when proposals were due is not in the data",
    "questions_due": "until when questions were taken is not in the data",
    "conference_at": "no conference is in the data",
    "copy": "no second copy of the due date, and no label, is in the data",
    "label": "how the due date was printed is not in the data",
    "zone": "the label names no zone of standard or daylight time that could be checked",
    "boundary": "no word of the label says whether the due instant itself is in time",
    "one_each": "for another date two are published, and only copies of the due date are compared",
    "validity": "for how long offers stay open is not in the data",
    "board": "whether a governing body approves the award is not in the data",
}

SPOKEN = {
    "issued": "when it was issued",
    "proposals_due": "when proposals are due",
    "questions_due": "until when questions are taken",
    "amended": "when the amendment was issued",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What one rule says of one command at its time."""

    guard: str
    id: str
    kind: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One command as a person would give it, with every date it takes and all each may mean."""

    who: str
    command: str
    at: Stated
    at_name: str
    dates: Mapping[str, Stated]
    words: Mapping[str, Any]
    known: frozenset[str]
    asked: tuple[str, ...]

    @property
    def chosen(self) -> dict[str, Any]:
        """The words the case goes on with."""
        return self._filled([date.last for date in self.dates.values()])

    def _filled(self, times: Iterable[datetime]) -> dict[str, Any]:
        dated = zip(self.dates, times, strict=True)
        return {**self.words, **{name: f"{when:%Y-%m-%d %H:%M}" for name, when in dated}}

    def answers(self, office: Office) -> list[Answer]:
        """Return what every rule asked about says, whatever the dates may mean."""
        heard: dict[str, list[_Heard]] = {}
        ids: dict[str, str] = {}
        for now in self.at.times:
            office.wait(now)
            for times in product(*(date.times for date in self.dates.values())):
                for _, guard, ruling in office.ask(self.who, self.command, self._filled(times)):
                    ids[guard.name] = guard.id
                    kind, says = (_kind(ruling), ruling.says) if ruling else (ASIDE, "")
                    heard.setdefault(guard.name, []).append(_Heard((now, *times), kind, says))
        names = [name for name in self.asked if name in heard]
        return [self._weighed(name, ids[name], heard[name]) for name in names]

    def _weighed(self, name: str, id: str, heard: list["_Heard"]) -> Answer:
        missing = [need for need in NEEDS[name] if need not in self.known]
        kinds = {ruling.kind for ruling in heard}
        # that two copies disagree is known even where more copies are wanting
        if missing and kinds != {OBJECTS}:
            return Answer(name, id, UNDECIDED, "; ".join(NOT_KNOWN[reason] for reason in missing))
        if len(kinds) == 1:
            return Answer(name, id, heard[-1].kind, heard[-1].says)
        named = [(self.at_name, self.at), *self.dates.items()]
        doubts = [
            f"{SPOKEN.get(fact, fact)} ({stated.doubt})"
            for place, (fact, stated) in enumerate(named)
            if _turns_on(place, heard)
        ]
        either = " or ".join(kind for kind in KINDS if kind in kinds)
        says = "; ".join(dict.fromkeys(ruling.says for ruling in heard if ruling.says))
        return Answer(name, id, UNDECIDED, f"it {either}, by {' and '.join(doubts)}: {says}")


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a rule said once, for one choice of what the dates mean."""

    times: tuple[datetime, ...]
    kind: str
    says: str


def _turns_on(place: int, heard: list[_Heard]) -> bool:
    """Return whether two readings that differ in this one date alone are judged differently."""
    return any(
        one.kind != other.kind and _differ(one, other) == [place]
        for one, other in combinations(heard, 2)
    )


def _differ(one: _Heard, other: _Heard) -> list[int]:
    pairs = zip(one.times, other.times, strict=True)
    return [place for place, (left, right) in enumerate(pairs) if left != right]


def _kind(ruling: Ruling) -> str:
    return UNDECIDED if ruling.unknown else STRENGTHS[ruling.strength]
