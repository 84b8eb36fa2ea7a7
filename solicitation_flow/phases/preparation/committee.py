"""Who scores: the committee named, from people who can score and whom no seller employs."""

from collections.abc import Iterable
from typing import Annotated

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import Fill, Form, Words, ask
from solicitation_flow.records.preparation import Committee, Recusal, SignedForms
from solicitation_flow.records.registers import Line, Names
from solicitation_flow.rulebook import Clears, Objection, Owed, action, audience, duty, guard


class NameCommittee(Form):
    """Names who scores the offers."""

    voters: Names = ask("register keys of the people who score", "maria,ben,chen")
    chair: Line | None = ask("who presides", "maria", default=None)
    advisors: Words = ask("who advises without a vote", "dora", default=())
    cooperative_staff: Words | None = ask(
        "which of them the cooperative employs: they may advise, and never vote; left out, "
        "whoever was named before",
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
    """Return whom the cooperative employs, as said now or as said before."""
    if form.cooperative_staff is not None:
        return form.cooperative_staff
    named = case.get(Committee)
    if named:
        return named.cooperative_staff
    return ()


def voting(case: CaseFile) -> list[str]:
    """Return the voters who have not stepped back."""
    named = case.get(Committee)
    return [each for each in (named.voters if named else ()) if not case.get(Recusal, each)]


@guard(rule="committee_known", id="G18")
def voters_are_known(form: NameCommittee) -> Objection | None:
    """Whoever is to score is in the register of people, with the evaluator's role."""
    unknown = [voter for voter in form.voters if voter not in form.evaluators]
    if not unknown:
        return None
    known = ",".join(form.evaluators)
    return Objection(
        says=f"{', '.join(unknown)} could not score: evaluators are {known or 'nobody yet'}",
        facts={"voters": form.voters, "evaluators": form.evaluators},
        clears=(Clears("name_committee", fields={"voters": known}),)
        if known
        else tuple(
            Clears("open_person", fields={"key": each, "roles": "evaluator"}) for each in unknown
        ),
    )


@guard(rule="cooperative_staff", id="G21")
def cooperative_staff_do_not_vote(case: CaseFile, form: NameCommittee) -> Objection | None:
    """People of the cooperative advise, and have no vote on whose offer it will earn its fee."""
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


@audience
def committee(case: CaseFile) -> Iterable[str]:
    return (f"person:{each}" for each in voting(case))


@duty("name_committee")
def owes_committee(case: CaseFile) -> Iterable[Owed]:
    if case.get(Committee) is None:
        yield Owed("role:officer", "name the people who score")
    for each in voting(case):
        signed = case.get(SignedForms, f"{each}/before_opening")
        if signed and signed.conflict and not case.get(SignedForms, f"{each}/after_opening"):
            yield Owed("role:officer", f"replace {each}, who has described a conflict of interest")
