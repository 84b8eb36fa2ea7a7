"""Enters a published schedule step by step, as its agency would have, and keeps what was said."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from scripts.realcases import office as offices
from scripts.realcases.asking import Answer, Inquiry
from scripts.realcases.office import Office, Stuck
from scripts.realcases.published import TWO, Change, Published, Stated
from solicitation_flow.phases.issuance import labels

PROFILES = {"VA": ("va-local",), "AZ": ("az-state", "neutral")}
"""Shipped profiles by state. The only Arizona cases are a city's, so they are asked under both."""

PUBLISHING = (
    *("dates_in_order", "dates_agree", "zone_label_valid", "boundary_fits_label"),
    *("minimum_notice", "due_on_working_day", "due_hour_sane"),
    *("questions_close_before_due", "conference_gap"),
)
AMENDING = ("leaves_time_to_respond", *PUBLISHING)
UNDATED = ("leaves_time_to_respond",)
AWARDING = ("standstill_over", "offers_alive", "approval_authority")

ASKED_FOR = ("questions_due", "conference_at")
"""The dates besides the due date that a form takes."""

USUAL_DUE, BEFORE = time(14), timedelta(days=30)
A_YEAR, A_MINUTE = timedelta(days=365), timedelta(minutes=1)
USUAL_VALIDITY = 120


@dataclass(frozen=True, slots=True)
class Step:
    """One command of the published schedule, and what the rules said of it."""

    title: str
    at: Stated
    answers: tuple[Answer, ...] = ()
    stopped: str = ""


@dataclass(slots=True)
class EnteredCase:
    """A case under one profile: every step that could be entered, and why no further one could."""

    case: Published
    profile: str
    steps: list[Step] = field(default_factory=list)
    simulated: list[str] = field(default_factory=list)


def enter_all(cases: list[Published]) -> Iterator[EnteredCase]:
    """Return every case under its own profile if one is shipped, else under the neutral one."""
    for case in cases:
        for profile in PROFILES.get(case.state, ("neutral",)):
            yield _Entry(case, profile).entered


class _Entry:
    """One case on its way through the engine."""

    def __init__(self, case: Published, profile: str) -> None:
        self.case = case
        self.entered = EnteredCase(case, profile)
        self.issued = case.dates.get("issued") or self._some_issue()
        self.due = case.dates.get("proposals_due")
        if self.due is None:
            self.due = Stated((self._some_due(),))
            self.entered.simulated.append("the due date")
        if case.validity_days is None:
            self.entered.simulated.append("for how long offers stay open")
        start = self.issued.times[0] - BEFORE
        self.office = Office(profile, case.zone, start)
        self.office.open(case.number, case.agency)
        validity = str(case.validity_days or USUAL_VALIDITY)
        today = f"{start:%Y-%m-%d}"
        self.office.do(offices.PREPARATION, today=today, validity=validity)
        try:
            if self._publishes() and self._amends():
                self._awards()
        except Stuck as stuck:
            self.entered.steps.append(Step("go on", self.issued, stopped=str(stuck)))

    def _some_issue(self) -> Stated:
        """Return a year ago and the last minute before the first date: one lies on each side."""
        named = (*ASKED_FOR, "proposals_due")
        known = [self.case.dates[name].times[0] for name in named if name in self.case.dates]
        first = min(known)
        doubt = "the day of issue is not in the data"
        return Stated((first - A_YEAR, first - A_MINUTE), doubt=doubt)

    def _some_due(self) -> datetime:
        """Return a due date to go on with where none is known: the day of the opening, say."""
        revised = [change.due.last for change in self.case.changes if change.due]
        opened = self.case.dates.get("opened")
        if revised:
            return revised[0]
        day = opened.last if opened else self.issued.last + BEFORE
        return datetime.combine(day.date(), USUAL_DUE)

    def _known(self, due: Stated | None) -> frozenset[str]:
        """Return what the data say, the words of a label included."""
        label = due.printed if due else ""
        others = (stated for name, stated in self.case.dates.items() if name in ASKED_FOR)
        read = {
            "label": label,
            "zone": labels.zones(label) or not label,
            "boundary": labels.boundaries(label) or not label,
            "copy": self.case.cover_due or labels.days(label) or labels.hours(label),
            "one_each": not any(TWO in other.doubt for other in others),
            "proposals_due": due,
            "validity": self.case.validity_days,
        }
        return frozenset({*self.case.dates, *(name for name, value in read.items() if value)})

    def _publishes(self) -> bool:
        assert self.due
        dates = {"proposals_due": self.due}
        for name in ASKED_FOR:
            if name in self.case.dates:
                dates[name] = self.case.dates[name]
        if self.case.cover_due:
            dates["cover_due"] = self.case.cover_due
        known = self._known(self.case.dates.get("proposals_due"))
        words = _labelled(self.due)
        inquiry = Inquiry(
            "maria", "publish", self.issued, "issued", dates, words, known, PUBLISHING
        )
        if not self._enter("publish", inquiry):
            return False
        if self.case.changes or "announced" in self.case.dates:
            self.office.do(offices.RESPONSES, issued=f"{self.issued.last:%Y-%m-%d}")
        return True

    def _amends(self) -> bool:
        """Enter every amendment in its order, and after them those whose day is not known."""
        places = range(len(self.case.changes))
        dated = [(change.at.last, n) for n, change in enumerate(self.case.changes) if change.at]
        order = [n for _, n in sorted(dated)]
        order += [n for n in places if n not in order]
        entered = [self._amend(self.case.changes[n]) for n in order]
        return all(entered)

    def _amend(self, change: Change) -> bool:
        """Enter an amendment, and return whether the case still runs by its published dates."""
        assert self.due
        at = change.at or self._some_day()
        title = f"amend ({change.name}{', moves the due date' if change.due else ''})"
        self.office.wait(at.times[0])
        if not self.office.offers("amend"):
            says = f"proposals were due before, and the state is {self.office.state}"
            self.entered.steps.append(Step(title, at, stopped=says))
            return change.due is None
        stands = change.due or (None if "the due date" in self.entered.simulated else self.due)
        words = {"summary": f"{change.name} (simulated wording)"}
        words |= _labelled(change.due) if change.due else {}
        dates = {"proposals_due": change.due} if change.due else {}
        asked = AMENDING if change.due else UNDATED
        known = self._known(stands)
        inquiry = Inquiry("maria", "amend", at, "amended", dates, words, known, asked)
        if not self._enter(title, inquiry):
            return False
        self.due = change.due or self.due
        return True

    def _some_day(self) -> Stated:
        """Return both ends of the time in which an undated amendment must have come."""
        assert self.due
        known = [change.at.last for change in self.case.changes if change.at]
        last = self.due.times[0] - A_MINUTE
        first = min(max((self.issued.last, *known)) + timedelta(hours=1), last)
        return Stated((first, last), doubt="the day of the amendment is not in the data")

    def _awards(self) -> None:
        dates = self.case.dates
        if "announced" not in dates:
            return
        assert self.due
        self.office.wait(self.due.last + timedelta(hours=1))
        self.office.do(offices.EVALUATION, factors=offices.FACTORS)
        known = self._known(None)
        later: tuple[tuple[str, str, str, dict[str, str], tuple[str, ...]], ...] = (
            ("announced", "maria", "post_intent", offices.INTENT, ("winners_offers_alive",)),
            ("awarded", "grace", "award", {}, AWARDING),
            ("protest", "acme", "file_protest", offices.PROTEST, ("protest_timely",)),
        )
        for name, who, command, words, asked in later:
            if name not in dates:
                continue
            at = Stated((datetime.combine(dates[name].last.date(), time(12)),))
            if self.office.is_past(at.last):
                raise Stuck(f"{command} is dated before what it must follow")
            shown = Inquiry(who, command, at, name, {}, words, known, asked)
            answers = tuple(shown.answers(self.office))
            self.entered.steps.append(Step(command, dates[name], answers))
            if name == "announced" and self.office.give(who, command, words):
                return

    def _enter(self, title: str, inquiry: Inquiry) -> bool:
        """Ask, keep the answers, give the command, and return whether the case went on."""
        answers = tuple(inquiry.answers(self.office))
        refusal = self.office.give(inquiry.who, inquiry.command, inquiry.chosen)
        stopped = f"the case ends here: {refusal}" if refusal else ""
        self.entered.steps.append(Step(title, inquiry.at, answers, stopped))
        return not refusal


def _labelled(due: Stated) -> dict[str, str]:
    """Return the label of a due date, and the boundary that its own words state."""
    words = {"printed": due.printed} if due.printed else {}
    boundaries = labels.boundaries(due.printed)
    return words | ({"boundary": next(iter(boundaries))} if len(boundaries) == 1 else {})
