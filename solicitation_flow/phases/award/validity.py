"""How long offers stay open: extended by written consent, lapsed where nobody consented."""

from collections.abc import Iterable
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
    """Records the offerors' written agreement to extend their offers."""

    last_day: Day = ask("the last day on which the offers can be accepted", "2027-03-31")
    consents: Names = ask("the offerors that agreed in writing", "acme,zenith")
    evidence: Attachment | None = ask("their letters, if available", default=None)


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
    until = extensions[0].was
    for extension in extensions:
        if offeror in extension.consents:
            until = extension.until
    return until


def next_day(case: CaseFile, now: datetime, law: Law) -> str:
    """Return a day that comes after today and after whatever end the offers have now."""
    due = case.due(EXPIRY)
    last = max(now, due or now)
    return str(local_date(last, law) + USUAL_EXTENSION)


def open_through(case: CaseFile, now: datetime, law: Law) -> date:
    """Return the last day through which offers are open anyway, or today where that is later."""
    today, due = local_date(now, law), case.due(EXPIRY)
    if due is None:
        return today
    return max(today, local_date(due - timedelta.resolution, law))


def _announced_winners(case: CaseFile) -> list[str]:
    """Return everybody whom a standing intent names, once, whatever the lot."""
    winners: list[str] = []
    for intent in announced(case):
        winners += intent.winners
    return list(dict.fromkeys(winners))


def _object_to_lapsed(
    case: CaseFile, offerors: Iterable[str], now: datetime, law: Law
) -> Objection | None:
    """Return what is said against accepting offers that have lapsed."""
    lapsed: dict[str, datetime] = {}
    wrong = []
    for offeror in offerors:
        end = open_until(case, offeror)
        if end and now >= end:
            lapsed[offeror] = end
            wrong.append(f"{offeror}, {law.spoken(end)}")
    if not lapsed:
        return None
    fields = {"last_day": next_day(case, now, law), "consents": sorted(lapsed)}
    return Objection(
        says=f"offers that can no longer be accepted, and when they lapsed: {'; '.join(wrong)}",
        facts={"lapsed": lapsed},
        clears=(Clears("extend_offers", fields=fields),),
    )


@guard(rule="offers_alive", id="G88")
def offers_alive(case: CaseFile, now: datetime, law: Law) -> Objection | None:
    """An offer is accepted only while it is open, or after its offeror has extended it."""
    return _object_to_lapsed(case, _announced_winners(case), now, law)


@guard(rule="offers_alive", id="G88")
def winners_offers_alive(
    case: CaseFile, form: PostIntent, now: datetime, law: Law
) -> Objection | None:
    """An award is announced only on offers that can still be accepted."""
    return _object_to_lapsed(case, form.winners, now, law)


@guard(rule="offers_extended", id="G88")
def offerors_consented(
    case: CaseFile, form: ExtendOffers, now: datetime, law: Law
) -> Objection | None:
    """Offers are extended, to a later day, only for offerors that agreed, winners included."""
    judged = scoring.offerors(case)
    wrong, agreed = [], []
    for offeror in form.consents:
        if judged and offeror not in judged:
            wrong.append(f"no offer of {offeror} is open")
        else:
            agreed.append(offeror)
    silent = [winner for winner in _announced_winners(case) if winner not in form.consents]
    floor = open_through(case, now, law)
    last_day = str(form.last_day)
    if silent:
        wrong.append(f"announced as winners, and not among those who agreed: {', '.join(silent)}")
    if form.last_day <= floor:
        wrong.append(f"{form.last_day} is not after {floor}")
        last_day = next_day(case, now, law)
    if not wrong:
        return None
    fields = {"last_day": last_day, "consents": (agreed + silent) or judged}
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
