"""The time to protest: when it begins, when it ends, and whether it is over."""

from collections.abc import Iterable
from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phrases import not_known
from solicitation_flow.records.award import Award, Intent
from solicitation_flow.records.offers import NO_LOT, lot_key
from solicitation_flow.records.protests import PublicFile
from solicitation_flow.records.registers import Line
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard


class OpenPublicFile(Form):
    """Opens the procurement file to the public, without its confidential parts."""

    where: Line = ask("where it can be read", "https://agency.example/files/furniture")


@action
def open_public_file(case: CaseFile, form: OpenPublicFile, now: datetime, actor: Actor) -> CaseFile:
    return case.file(PublicFile(where=form.where, opened_by=actor.name, opened_at=now))


def announced(case: CaseFile, lot: str) -> Intent | None:
    """Return the intent to award a lot that stands, if one does."""
    intent = case.get(Intent, lot_key(lot))
    if intent and intent.withdrawn_at is None:
        return intent
    return None


def announced_lots(case: CaseFile) -> list[str]:
    """Return the lots in which an intent to award stands."""
    return [intent.lot for intent in case.all(Intent) if intent.withdrawn_at is None]


def runs_with_file(law: Law) -> bool:
    """Return whether the window runs from the day the procurement file is open."""
    return law.rule("protest_window").runs_from == "file_open"


def opened_at(case: CaseFile) -> datetime | None:
    """Return when the procurement file was opened to the public, or None where it is not."""
    opened = case.get(PublicFile)
    if opened:
        return opened.opened_at
    return None


def begun_at(case: CaseFile, law: Law, lot: str) -> datetime | None:
    """Return when the window to protest the award of a lot began, or None where it has not."""
    if runs_with_file(law):
        return opened_at(case)
    intent, award = announced(case, lot), case.get(Award, lot_key(lot))
    if intent:
        return intent.posted_at
    if award:
        return award.awarded_at
    return None


@guard(rule="protest_window", id="G82")
def window_is_over(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """A file is closed only after every time to protest is over."""
    for lot in [award.lot for award in case.all(Award)] or [NO_LOT]:
        objection = _window_of(case, now, law, lot)
        if objection:
            return objection
    return None


def _window_of(case: CaseFile, now: datetime, law: Law, lot: str) -> Objection | None:
    begun, rule = begun_at(case, law, lot), law.rule("protest_window")
    facts = {"since": begun, "required": rule.in_words}
    if begun is None:
        says = "the time to protest has not begun: the procurement file is not open to the public"
        return Objection(says, facts, (Clears("open_public_file"),))
    over = law.window_end(rule, begun)
    if over is None:
        return not_known("how long there is to protest", law, facts)
    if now >= over:
        return None
    return Objection(
        says=f"an award can be protested for {rule.in_words}, until {law.spoken(over)}",
        facts={**facts, "over": over},
        earliest=over,
    )


@duty("open_public_file")
def owes_public_file(case: CaseFile, law: Law) -> Iterable[Owed]:
    awarded = [award.awarded_at for award in case.all(Award)]
    if awarded and case.get(PublicFile) is None:
        due = law.window_end("public_file", min(awarded))
        yield Owed("role:officer", "open the procurement file to the public", due)
