"""The evaluation committee: who votes, who advises, and who may not vote."""

from collections.abc import Iterable
from typing import Annotated

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import Fill, Form, Words, ask
from solicitation_flow.records.evaluation import ScoreSheet
from solicitation_flow.records.preparation import Committee, Recusal, SignedForms
from solicitation_flow.records.registers import Line, Names
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard


class NameCommittee(Form):
    """Names the evaluation committee."""

    voters: Names = ask("register keys of the voting members", "maria,ben,chen")
    chair: Line | None = ask("register key of the chair", "maria", default=None)
    advisors: Words = ask("register keys of the advisors, who do not vote", "dora", default=())
    cooperative_staff: Words | None = ask(
        "which of them the cooperative employs: they may advise but not vote; if left out, "
        "those named before",
        "dora",
        default=None,
    )
    evaluators: Annotated[tuple[str, ...], Fill("evaluators")] = ask("filled", default=())


@action
def name_committee(case: CaseFile, form: NameCommittee) -> CaseFile:
    named = Committee(
        voters=form.voters,
        chair=form.chair or "",
        advisors=form.advisors,
        cooperative_staff=_staff(case, form),
    )
    return case.file(named)


def _staff(case: CaseFile, form: NameCommittee) -> tuple[str, ...]:
    """Return whom the cooperative employs, as named now or before."""
    if form.cooperative_staff is not None:
        return form.cooperative_staff
    named = case.get(Committee)
    if named:
        return named.cooperative_staff
    return ()


def voting(case: CaseFile) -> list[str]:
    """Return the voting members who have not recused themselves."""
    named = case.get(Committee)
    if named is None:
        return []
    return [voter for voter in named.voters if not case.get(Recusal, voter)]


@guard(rule="committee_known", id="G18")
def voters_are_known(form: NameCommittee) -> Objection | None:
    """Every voting member is in the register of people, with the role of evaluator."""
    unknown = [voter for voter in form.voters if voter not in form.evaluators]
    if not unknown:
        return None
    known = ",".join(form.evaluators)
    clears: list[Clears] = []
    if known:
        clears.append(Clears("name_committee", fields={"voters": known}))
    else:
        for voter in unknown:
            fields = {"key": voter, "roles": "evaluator"}
            clears.append(Clears("open_person", fields=fields))
    return Objection(
        says=f"{', '.join(unknown)} could not score: evaluators are {known or 'nobody yet'}",
        facts={"voters": form.voters, "evaluators": form.evaluators},
        clears=tuple(clears),
    )


@guard(rule="cooperative_staff", id="G21")
def cooperative_staff_do_not_vote(case: CaseFile, form: NameCommittee) -> Objection | None:
    """Staff of the cooperative, which earns a fee from the award, may advise but not vote."""
    staff = _staff(case, form)
    barred = [voter for voter in form.voters if voter in staff]
    if not barred:
        return None
    left = [voter for voter in form.voters if voter not in staff]
    left = left or [evaluator for evaluator in form.evaluators if evaluator not in staff]
    lasting = "; nothing is left of the committee without them"
    if left:
        lasting = ""
    advisors = list(dict.fromkeys((*form.advisors, *barred)))
    fields = {"voters": ",".join(left), "advisors": ",".join(advisors)}
    return Objection(
        says=f"{', '.join(barred)} works for the cooperative, and may advise but not vote{lasting}",
        facts={"voters": form.voters, "cooperative_staff": staff},
        clears=(Clears("name_committee", fields=fields),) if left else (),
    )


@guard(rule="scorers_stay", id="G18")
def scorers_stay(case: CaseFile, form: NameCommittee) -> Objection | None:
    """A member who has scored leaves the committee only by a recusal, with its reason."""
    left_out: list[str] = []
    for sheet in case.all(ScoreSheet):
        voter = sheet.evaluator
        if voter in voting(case) and voter not in form.voters and voter not in left_out:
            left_out.append(voter)
    if not left_out:
        return None
    return Objection(
        says=f"{', '.join(left_out)} has scored, and leaves only by recusal for a conflict",
        facts={"voters": form.voters, "left_out": left_out},
        clears=(Clears("name_committee", fields={"voters": (*form.voters, *left_out)}),),
    )


@audience
def committee(case: CaseFile) -> Iterable[str]:
    """Every voting member of the committee."""
    for voter in voting(case):
        yield f"person:{voter}"


@duty("name_committee")
def owes_committee(case: CaseFile) -> Iterable[Owed]:
    """The officer names the committee, and replaces a member with a conflict of interest."""
    if case.get(Committee) is None:
        yield Owed("role:officer", "name the people who score")
    for voter in voting(case):
        signed = case.get(SignedForms, f"{voter}/before_opening")
        if signed and signed.conflict and not case.get(SignedForms, f"{voter}/after_opening"):
            yield Owed("role:officer", f"replace {voter}, who has described a conflict of interest")
