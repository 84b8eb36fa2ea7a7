"""Who is told of a protest: whoever filed it, everybody else it concerns, whoever decides it."""

from collections.abc import Iterable, Iterator

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form
from solicitation_flow.phases.protests.filing import FileProtest
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
    return (f"supplier:{each}" for each in _concerned(case) if each != filer)


@audience
def all_parties(case: CaseFile, form: Form, actor: Actor, subject: str) -> Iterable[str]:
    """Whoever filed the protest, and everybody else it concerns."""
    filer = _filer(case, form, actor, subject)
    return (f"supplier:{fromkey}" for fromkey in dict.fromkeys((filer, *_concerned(case))))


@audience
def approvers() -> Iterable[str]:
    return ("role:approver",)


def _filer(case: CaseFile, form: Form, actor: Actor, subject: str) -> str:
    if isinstance(form, FileProtest):
        return actor.party
    number = getattr(form, "protest", None)  # the clock names the protest by its subject
    return case.one(Protest, subject if number is None else str(number)).protester


def _concerned(case: CaseFile) -> Iterator[str]:
    stands = [proposal.offeror for proposal in case.all(Proposal) if proposal.stands]
    if not case.get(Opening):
        listed = (each.who for each in case.all(Listed) if each.channel == "suppliers")
        stands = list(dict.fromkeys((*listed, *stands)))
    yield from stands
