"""An agreement is drafted by the award and signed by both sides, or declined."""

from collections.abc import Iterable
from datetime import date, datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment, Form, ask
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.agreements.dates import kept, renewable_until
from solicitation_flow.phases.agreements.renewing import Renew
from solicitation_flow.phrases import local_date, name_protests, not_known
from solicitation_flow.records.agreements import EXECUTED, Agreement, Renewals
from solicitation_flow.records.award import Award, Day
from solicitation_flow.records.protests import AwardRemedy, Protest
from solicitation_flow.records.registers import Line
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard


class OpenAgreement(Form):
    """Opens the file of a master agreement that an award has made possible."""

    title: Line = ask("what the agreement covers", "Classroom furniture and related services")
    contractor: Line = ask("the supplier who holds it", "acme")
    solicitation: Line = ask("the solicitation it comes from", "RFP-2026-001")


class Execute(Form):
    """Records that both sides have signed, and for how long."""

    signed_by_agency: Line = ask("who signed for the lead agency", "Ann Walker, Director")
    signed_by_contractor: Line = ask("who signed for the contractor", "Joe Acme, President")
    effective_on: Day = ask("the first day of the term", "2027-01-01")
    expires_on: Day = ask("the last day of the term", "2029-12-31")
    renewals: Renewals = ask("how many times it may be renewed", 2, default=0)
    renew_by: Day | None = ask(
        "the last day to sign a renewal, where the agreement names one", "2029-10-01", default=None
    )
    latest_end: Day | None = ask(
        "the last day that all renewals together may reach, as printed", "2031-12-31", default=None
    )
    paper: Attachment | None = ask("the signed agreement, if at hand", default=None)


@action
def open_agreement(case: CaseFile, form: OpenAgreement, now: datetime, actor: Actor) -> CaseFile:
    drafted = Agreement(
        title=form.title,
        contractor=form.contractor,
        solicitation=form.solicitation,
        drafted_at=now,
    )
    owner = case.parent.owner if case.parent else actor.name
    return case.file(drafted).called(title=form.title, owner=owner)


@action
def execute(case: CaseFile, form: Execute, now: datetime, law: Law, actor: Actor) -> CaseFile:
    signed = {
        "signed_by_agency": form.signed_by_agency,
        "signed_by_contractor": form.signed_by_contractor,
        "effective_on": form.effective_on,
        "expires_on": form.expires_on,
        "renewals": form.renewals,
        "executed_at": now,
        "renew_by": renewable_until(form.renew_by, form.expires_on, form.renewals, law),
        "latest_end": form.latest_end,
    }
    case = case.file(case.one(Agreement).evolve(**signed))
    case = case.with_paper(EXECUTED, "The signed agreement", form.paper, now, actor)
    return kept(case, law)


@action
def take_effect(case: CaseFile) -> CaseFile:
    return case  # that it runs is the deadline's own status


@guard(rule="term_is_sound", id="G95")
def term_is_sound(
    case: CaseFile, form: Execute | Renew, now: datetime, law: Law
) -> Objection | None:
    """A term begins no earlier than the award, ends after it begins, and is not over yet."""
    if isinstance(form, Renew):
        return _longer(case, form)
    day = local_date(now, law)
    awarded = case.parent.get(Award) if case.parent else None
    since = local_date(awarded.awarded_at, law) if awarded else None
    wrong = []
    if form.expires_on <= form.effective_on:
        wrong.append(f"it would end on {form.expires_on}, not after {form.effective_on}")
    elif form.expires_on <= day:
        wrong.append(f"it would be over on {form.expires_on}, and today is {day}")
    if since and form.effective_on < since:
        wrong.append(f"it would begin on {form.effective_on}, before the award of {since}")
    if form.latest_end and form.latest_end < form.expires_on:
        wrong.append(f"it would end on {form.expires_on}, after the latest end, {form.latest_end}")
    if form.renew_by and form.renew_by > form.expires_on:
        wrong.append(f"it could be renewed until {form.renew_by}, when it is over")
    if not wrong:
        return None
    start = max(form.effective_on, since or form.effective_on)
    end = form.expires_on if form.expires_on > max(start, day) else _years_on(max(start, day))
    fields = {"effective_on": str(start), "expires_on": str(end)}
    fields |= {
        name: str(end)
        for name, day in (("latest_end", form.latest_end), ("renew_by", form.renew_by))
        if day and (day < end if name == "latest_end" else day > end)
    }
    return Objection(
        says="; ".join(wrong),
        facts={
            "effective_on": form.effective_on,
            "expires_on": form.expires_on,
            "awarded_on": since,
        },
        clears=(Clears("execute", fields=fields),),
    )


def _longer(case: CaseFile, form: Renew) -> Objection | None:
    old = case.one(Agreement).expires_on
    wrong, fields = [], {}
    end = form.expires_on
    if old and end <= old:
        wrong.append(f"a renewal until {end} would not be longer than the term, until {old}")
        end = _year_on(old)
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


def _years_on(start: date) -> date:
    """Return the last day of three years: the shortest term these agreements usually have."""
    return date(start.year + 3, start.month, min(start.day, 28))


def _year_on(old: date) -> date:
    """Return the same day a year later: the renewal these agreements usually have."""
    return date(old.year + 1, old.month, 28 if (old.month, old.day) == (2, 29) else old.day)


@guard(rule="stay", id="G83")
def parent_not_stayed(case: CaseFile, law: Law) -> Objection | None:
    """An agreement is not signed while a protest that is not decided stops its award."""
    protests = case.parent.all(Protest) if case.parent else []
    holding = sorted(
        (protest for protest in protests if protest.holds), key=lambda each: each.number
    )
    mode = law.rule("stay").mode
    if case.parent is None or not holding or mode == "none":
        return None
    which = name_protests(holding)
    facts = {"protests": [each.number for each in holding], "mode": mode}
    clears = tuple(
        Clears(
            "decide_protest",
            fields={"protest": each.number},
            case=case.parent.number,
            role="approver",
        )
        for each in holding
    )
    if mode is None:
        return not_known(f"whether the signing waits for {which}", law, facts, clears)
    if mode == "automatic":
        says = f"the signing waits for {which}, until it is decided or found in writing to go on"
        return Objection(says, facts, clears)
    says = f"it is not determined in writing whether the signing goes on before {which} is decided"
    return Objection(says, facts, clears)


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
        facts = {"protest": protest.number, "remedy": remedy.remedy if remedy else None}
        which = f"protest {protest.number} of {protest.protester} was sustained after the award"
        if remedy is None:
            # only this remedy lets it be signed; whether it is right is for the approver to say
            fields = {"protest": protest.number, "remedy": "ratified"}
            owed = Clears("record_remedy", fields=fields, case=case.parent.number, role="approver")
            says = f"{which}, and nothing says what becomes of the award"
            return Objection(says, facts, (owed,))
        says = f"{which}, and the award does not go on: it is {remedy.remedy}"
        return Objection(says, facts, (Clears("decline"),))
    return None


@duty("execute")
def owes_execution(case: CaseFile) -> Iterable[Owed]:
    yield Owed("role:officer", f"have both sides sign {case.number}")
