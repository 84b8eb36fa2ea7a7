"""Who gets the letters about a protest: who filed it, who else it concerns, who decides it."""

from collections.abc import Iterable

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form
from solicitation_flow.jurisdiction import Law
from solicitation_flow.phases.protests.deciding import MAY_TREAT_AS_DENIED, silence_of
from solicitation_flow.phases.protests.filing import FileProtest, newest_of
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
def heard_protester(case: CaseFile, actor: Actor) -> Iterable[str]:
    """Whoever filed a protest that is heard as it was filed."""
    if newest_of(case, actor.party).heard:
        yield f"supplier:{actor.party}"


@audience
def unheard_protester(case: CaseFile, actor: Actor) -> Iterable[str]:
    """Whoever filed a protest that is late, not whole, or not the law's to hear."""
    if not newest_of(case, actor.party).heard:
        yield f"supplier:{actor.party}"


@audience
def others_if_heard(case: CaseFile, actor: Actor) -> Iterable[str]:
    """Everybody else it concerns, where it is heard as it was filed."""
    if not newest_of(case, actor.party).heard:
        return ()
    return suppliers(party for party in _concerned(case) if party != actor.party)


@audience
def protester_left_waiting(case: CaseFile, law: Law, subject: str) -> Iterable[str]:
    """Whoever may treat the silence on its protest as a denial."""
    if silence_of(law) == MAY_TREAT_AS_DENIED:
        yield f"supplier:{case.one(Protest, subject).protester}"


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
def rebutting_firm(actor: Actor) -> Iterable[str]:
    """Whoever answered a finding about its own firm."""
    return (f"supplier:{actor.party}",)


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
