"""The draft of an agreement, and its signing by both sides."""

from collections.abc import Iterable
from datetime import date, datetime

from solicitation_flow import stays
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.agreements.dates import renewable, start_deadlines, stated_end
from solicitation_flow.phases.agreements.renewing import Renew
from solicitation_flow.phrases import local_date
from solicitation_flow.records.agreements import EXECUTED, Agreement
from solicitation_flow.records.award import Award, Day
from solicitation_flow.records.preparation import Renewals
from solicitation_flow.records.protests import AwardRemedy, Protest
from solicitation_flow.records.registers import Line
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard

USUAL_TERM = 3  # years, proposed where the term typed cannot stand


class OpenAgreement(Form):
    """Opens the file of a master agreement after an award."""

    title: Line = ask("what the agreement covers", "Classroom furniture and related services")
    contractor: Line = ask("register key of the contractor", "acme")
    solicitation: Line = ask("number of the solicitation", "RFP-2026-001")


class Execute(Form):
    """Records that both sides have signed the agreement, and its term."""

    signed_by_agency: Line = ask("who signed for the lead agency", "Ann Walker, Director")
    signed_by_contractor: Line = ask("who signed for the contractor", "Joe Acme, President")
    effective_on: Day = ask("first day of the term", "2027-01-01")
    expires_on: Day = ask("last day of the term", "2029-12-31")
    renewals: Renewals = ask("how many times it may be renewed", 2, default=0)
    renew_by: Day | None = ask(
        "last day to sign a renewal, if the agreement names one", "2029-10-01", default=None
    )
    latest_end: Day | None = ask(
        "last day of the longest term, with all renewals, as printed", "2031-12-31", default=None
    )
    paper: Attachment | None = ask("signed agreement, if available", default=None)


@action
def open_agreement(case: CaseFile, form: OpenAgreement, now: datetime, actor: Actor) -> CaseFile:
    drafted = Agreement(
        title=form.title,
        contractor=form.contractor,
        solicitation=form.solicitation,
        drafted_at=now,
    )
    owner = actor.name
    if case.parent:
        owner = case.parent.owner
    return case.file(drafted).called(title=form.title, owner=owner)


@action
def execute(case: CaseFile, form: Execute, now: datetime, law: Law, actor: Actor) -> CaseFile:
    signed = case.one(Agreement).evolve(
        signed_by_agency=form.signed_by_agency,
        signed_by_contractor=form.signed_by_contractor,
        effective_on=form.effective_on,
        expires_on=form.expires_on,
        renewals=form.renewals,
        executed_at=now,
        latest_end=form.latest_end or stated_end(case, form.effective_on),
    )
    case = case.file(renewable(signed, form.renew_by, law))
    case = case.with_paper(EXECUTED, "The signed agreement", form.paper, now, actor)
    return start_deadlines(case, law)


@action
def take_effect(case: CaseFile) -> CaseFile:
    return case  # the status of the deadline says that the term has begun


@guard(rule="term_is_sound", id="G95")
def term_is_sound(
    case: CaseFile, form: Execute | Renew, now: datetime, law: Law
) -> Objection | None:
    """A term begins no earlier than the award, ends after it begins, and has not ended yet."""
    if isinstance(form, Renew):
        return _renewed_term(case, form)
    today, since = local_date(now, law), _award_date(case, law)
    wrong = _term_flaws(form, today, since)
    if not wrong:
        return None
    start, end = max(form.effective_on, since or form.effective_on), form.expires_on
    if end <= max(start, today):
        end = years_later(max(start, today), USUAL_TERM)
    fields = {"effective_on": str(start), "expires_on": str(end)}
    if form.latest_end and form.latest_end < end:
        fields["latest_end"] = str(end)
    if form.renew_by and form.renew_by > end:
        fields["renew_by"] = str(end)
    return Objection(
        says="; ".join(wrong),
        facts={
            "effective_on": form.effective_on,
            "expires_on": form.expires_on,
            "awarded_on": since,
        },
        clears=(Clears("execute", fields=fields),),
    )


def _term_flaws(form: Execute, today: date, since: date | None) -> list[str]:
    """Return what is wrong with the dates of a first term; `since` is the date of the award."""
    wrong = []
    if form.expires_on <= form.effective_on:
        wrong.append(f"it would end on {form.expires_on}, not after {form.effective_on}")
    elif form.expires_on <= today:
        wrong.append(f"it would be over on {form.expires_on}, and today is {today}")
    if since and form.effective_on < since:
        wrong.append(f"it would begin on {form.effective_on}, before the award of {since}")
    if form.latest_end and form.latest_end < form.expires_on:
        wrong.append(f"it would end on {form.expires_on}, after the latest end, {form.latest_end}")
    if form.renew_by and form.renew_by > form.expires_on:
        wrong.append(f"it could be renewed until {form.renew_by}, when it is over")
    return wrong


def _award_date(case: CaseFile, law: Law) -> date | None:
    """Return the date of the award the agreement comes from, or None where none is known."""
    award = case.parent.get(Award) if case.parent else None
    if award is None:
        return None
    return local_date(award.awarded_at, law)


def _renewed_term(case: CaseFile, form: Renew) -> Objection | None:
    """Return an objection to a renewal that would not make the term longer."""
    old = case.one(Agreement).expires_on
    wrong, fields = [], {}
    end = form.expires_on
    if old and end <= old:
        wrong.append(f"a renewal until {end} would not be longer than the term, until {old}")
        end = years_later(old, 1)
        fields["expires_on"] = str(end)
    if form.renew_by and form.renew_by > end:
        wrong.append(f"it could be renewed again until {form.renew_by}, when it is over")
        fields["renew_by"] = str(end)
    if not wrong:
        return None
    return Objection(
        says="; ".join(wrong),
        facts={"expires_on": form.expires_on, "was": old, "renew_by": form.renew_by},
        clears=(Clears("renew", fields=fields),),
    )


def years_later(day: date, years: int) -> date:
    """Return the same day some years later, or February 28 where there is no February 29."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


@guard(rule="stay", id="G83")
def parent_not_stayed(case: CaseFile, law: Law) -> Objection | None:
    """An agreement is not signed while an undecided protest stays its award."""
    if case.parent is None:
        return None
    return stays.not_stayed(case.parent, law, "execute", elsewhere=True)


@guard(rule="protest_remedy", id="E8")
def award_stands(case: CaseFile) -> Objection | None:
    """An agreement is not signed on an award that a protest was sustained against."""
    award = case.parent.get(Award) if case.parent else None
    if case.parent is None or award is None:
        return None
    for protest in case.parent.all(Protest):
        decided = protest.decided_at
        if protest.status != "sustained" or decided is None or decided < award.awarded_at:
            continue
        remedy = case.parent.get(AwardRemedy, str(protest.number))
        if remedy and remedy.goes_on:
            continue
        which = f"protest {protest.number} of {protest.protester} was sustained after the award"
        if remedy is None:
            # only this remedy lets it be signed; whether it is right is for the approver to decide
            fields = {"protest": protest.number, "remedy": "ratified"}
            owed = Clears("record_remedy", fields=fields, case=case.parent.number, role="approver")
            says = f"{which}, and no remedy for the award is on file"
            return Objection(says, {"protest": protest.number, "remedy": None}, (owed,))
        facts = {"protest": protest.number, "remedy": remedy.remedy}
        says = f"{which}, and the award does not go on: it is {remedy.remedy}"
        return Objection(says, facts, (Clears("decline"),))
    return None


@duty("execute")
def owes_execution(case: CaseFile) -> Iterable[Owed]:
    """The officer has both sides sign the draft."""
    yield Owed("role:officer", f"have both sides sign {case.number}")
