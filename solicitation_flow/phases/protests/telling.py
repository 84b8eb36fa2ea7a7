"""Who gets the letters about a protest: who filed it, who else it concerns, who decides it."""

from collections.abc import Iterable

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form
from solicitation_flow.phases.protests.filing import FileProtest
from solicitation_flow.phrases import suppliers
from solicitation_flow.records.issuance import Listed
from solicitation_flow.records.protests import Protest
from solicitation_flow.records.responses import Opening, Proposal
from solicitation_flow.rulebook import audience


@audience
def protester(case: CaseFile, form: Form, actor: Actor, subject: str) -> Iterable[str]:
    """Whoever filed the protest this move is about."""
    return (f"supplier:{_filer(case, form, actor, subject)}",)


@audience
def other_parties(case: CaseFile, form: Form, actor: Actor, subject: str) -> Iterable[str]:
    """Everybody else it concerns: whoever follows it, and once it is opened, whoever offers."""
    filer = _filer(case, form, actor, subject)
    return suppliers(party for party in _concerned(case) if party != filer)


@audience
def all_parties(case: CaseFile, form: Form, actor: Actor, subject: str) -> Iterable[str]:
    """Whoever filed the protest, and everybody else it concerns."""
    return suppliers([_filer(case, form, actor, subject), *_concerned(case)])


@audience
def approvers() -> Iterable[str]:
    return ("role:approver",)


def _filer(case: CaseFile, form: Form, actor: Actor, subject: str) -> str:
    if isinstance(form, FileProtest):
        return actor.party
    number = getattr(form, "protest", None) or subject  # the clock names the protest by its subject
    return case.one(Protest, str(number)).protester


def _concerned(case: CaseFile) -> list[str]:
    concerned = []
    if not case.get(Opening):
        for entry in case.all(Listed):
            if entry.channel == "suppliers":
                concerned.append(entry.who)
    for proposal in case.all(Proposal):
        if proposal.stands:
            concerned.append(proposal.offeror)
    return concerned
