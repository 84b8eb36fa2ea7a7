"""How long offers stay open: extended by written consent, lapsed where nobody consented."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.award.intents import PostIntent
from solicitation_flow.phases.award.standing import announced
from solicitation_flow.phrases import begins, local_date
from solicitation_flow.records.award import Day, ValidityExtension
from solicitation_flow.records.registers import Names
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

EXPIRY = "offers_expire"
USUAL_EXTENSION = timedelta(days=60)  # what is proposed where no other day is asked for


class ExtendOffers(Form):
    """Records that offerors agree in writing to keep their offers open longer."""

    last_day: Day = ask("the last day on which the offers can be accepted", "2027-03-31")
    consents: Names = ask("who agreed in writing", "acme,zenith")
    evidence: Attachment | None = ask("their letters, if at hand", default=None)


@action
def extend_offers(
    case: CaseFile, form: ExtendOffers, now: datetime, law: Law, actor: Actor
) -> CaseFile:
    until = begins(form.last_day + timedelta(days=1), law)
    extension = ValidityExtension(
        number=len(case.all(ValidityExtension)) + 1,
        last_day=form.last_day,
        until=until,
        was=case.due(EXPIRY),
        consents=form.consents,
        evidence=form.evidence,
        recorded_by=actor.name,
        recorded_at=now,
    )
    return case.file(extension).start(EXPIRY, until, printed=f"the end of {form.last_day}")


@action
def lapse_offers(case: CaseFile) -> CaseFile:
    return case  # that they lapsed is the deadline's own status, and an extension revives them


def open_until(case: CaseFile, offeror: str) -> datetime | None:
    """Return until when an offer can be accepted, or None where nobody set an end."""
    extensions = case.all(ValidityExtension)
    if not extensions:
        return case.due(EXPIRY)
    agreed = [extension.until for extension in extensions if offeror in extension.consents]
    return agreed[-1] if agreed else extensions[0].was


def _lapsed(case: CaseFile, offerors: Iterable[str], now: datetime) -> Mapping[str, datetime]:
    ends = {offeror: open_until(case, offeror) for offeror in offerors}
    return {each: end for each, end in ends.items() if end and now >= end}


def next_day(case: CaseFile, now: datetime, law: Law) -> str:
    """Return a day that comes after today and after whatever end the offers have now."""
    first = local_date(now, law)
    due = case.due(EXPIRY)
    return str(max(first, local_date(due, law) if due else first) + USUAL_EXTENSION)


def open_through(case: CaseFile, now: datetime, law: Law) -> date:
    """Return the last day through which offers are open anyway, or today where that is later."""
    first, due = local_date(now, law), case.due(EXPIRY)
    return max(first, local_date(due - timedelta(microseconds=1), law)) if due else first


def _announced_winners(case: CaseFile) -> dict[str, None]:
    """Return everybody whom a standing intent names, once, whatever the lot."""
    return {winner: None for intent in announced(case) for winner in intent.winners}


def _object(case: CaseFile, offerors: Iterable[str], now: datetime, law: Law) -> Objection | None:
    lapsed = _lapsed(case, offerors, now)
    if not lapsed:
        return None
    said = "; ".join(f"{each}, {law.spoken(end)}" for each, end in lapsed.items())
    fields = {"last_day": next_day(case, now, law), "consents": sorted(lapsed)}
    return Objection(
        says=f"offers that can no longer be accepted, and when they lapsed: {said}",
        facts={"lapsed": lapsed},
        clears=(Clears("extend_offers", fields=fields),),
    )


@guard(rule="offers_alive", id="G88")
def offers_alive(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """An offer is accepted while it is still open, or once its offeror has agreed to extend it."""
    return _object(case, _announced_winners(case), now, law)


@guard(rule="offers_alive", id="G88")
def winners_offers_alive(
    case: CaseFile, form: PostIntent, now: datetime, law: Law
) -> Objection | None:
    """An award is announced on offers that can still be accepted."""
    return _object(case, form.winners, now, law)


@guard(rule="offers_extended", id="G88")
def offerors_consented(
    case: CaseFile, form: ExtendOffers, now: datetime, law: Law
) -> Objection | None:
    """Offers stay open longer, to a later day, only for those who agreed, the winners included."""
    judged = scoring.offerors(case)
    strangers = [consent for consent in form.consents if judged and consent not in judged]
    silent = [winner for winner in _announced_winners(case) if winner not in form.consents]
    floor = open_through(case, now, law)
    wrong = [f"no offer of {stranger} is open" for stranger in strangers]
    if silent:
        wrong.append(f"announced as winners, and not among those who agreed: {', '.join(silent)}")
    if form.last_day <= floor:
        wrong.append(f"{form.last_day} is not after {floor}")
    if not wrong:
        return None
    agreed = [consent for consent in form.consents if consent not in strangers] + silent
    fields = {
        "last_day": str(form.last_day) if form.last_day > floor else next_day(case, now, law),
        "consents": agreed or judged,
    }
    return Objection(
        says="; ".join(wrong),
        facts={"last_day": form.last_day, "consents": form.consents, "after": floor},
        clears=(Clears("extend_offers", fields=fields),),
    )


@duty("extend_offers")
def owes_extension(case: CaseFile) -> Iterable[Owed]:
    row = case.deadline(EXPIRY)
    if row and row.status == "met":
        yield Owed("role:officer", "ask the offerors whether they extend their offers: all lapsed")
