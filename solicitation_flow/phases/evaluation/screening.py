"""The screening ends when every offer was found responsive or not, and says which go on."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Fill, Form, ask
from solicitation_flow.phases.evaluation.cures import running
from solicitation_flow.phases.evaluation.responsiveness import finding, unscreened
from solicitation_flow.records.award import Ending
from solicitation_flow.records.evaluation import Screening
from solicitation_flow.records.offers import offerors_of
from solicitation_flow.rulebook import Objection, Owed, action, duty, guard


class FinishScreening(Form):
    """Ends the screening; the offers that were found responsive are evaluated."""

    doubles: Annotated[tuple[tuple[str, ...], ...], Fill("doubles")] = ask("filled", default=())


@action
def finish_screening(
    case: CaseFile,
    form: FinishScreening,  # noqa: ARG001  # its field is for a guard
    now: datetime,
    actor: Actor,
) -> CaseFile:
    for lot in scoring.lots(case):
        left = scoring.in_lot(scoring.offers(case), lot)
        opened = scoring.in_lot(scoring.opened(case), lot)
        out = []
        for offer in opened:
            if offer not in left:
                out.append(offer)
        finished = Screening(
            lot=lot,
            responsive=tuple(offerors_of(left)),
            nonresponsive=tuple(offerors_of(out)),
            finished_by=actor.name,
            finished_at=now,
        )
        case = case.file(finished)
    if scoring.offers(case):
        return case
    ended = Ending(
        how="all rejected",
        reason="No proposal met the requirements of the solicitation.",
        ended_by=actor.name,
        ended_at=now,
    )
    return case.file(ended)


@guard(rule="every_offer_screened", id="G54")
def every_offer_screened(case: CaseFile) -> Objection | None:
    """Each opened offer is found responsive or nonresponsive before any is scored."""
    waiting = unscreened(case)
    if not waiting:
        return None
    return Objection(
        says=f"no finding of responsiveness is on file for these offers: {', '.join(waiting)}",
        facts={"unscreened": waiting},
        clears=tuple(finding(case, offer) for offer in waiting),
    )


@guard(rule="offers_responsive", id="G54")
def some_offer_responsive(case: CaseFile) -> Objection | None:
    """Evaluation begins only if at least one offer is responsive."""
    if scoring.offers(case):
        return None
    opened = scoring.opened(case)
    return Objection(
        says="no offer is responsive",
        facts={"opened": opened},
        clears=(finding(case, opened[0]),) if opened else (),
    )


@guard(rule="offers_responsive", id="G54")
def no_offer_responsive(case: CaseFile) -> Objection | None:
    """A solicitation ends without evaluation only if no offer is responsive."""
    left = scoring.offers(case)
    if not left:
        return None
    return Objection(
        says="it ends without an award only if no offer is responsive, and still to be "
        f"evaluated are {', '.join(left)}: evaluate them first",
        facts={"responsive": left},
    )


@guard(rule="one_offer", id="G52")
def one_offer_is_adequate(case: CaseFile) -> Objection | None:
    """A single offer is considered only if a written finding says that competition was adequate."""
    left = scoring.offers(case)
    if len(left) != 1:
        return None
    return Objection(
        says=f"only the offer of {left[0]} is left: a written finding must say whether others "
        "could have responded, and why they did not",
        facts={"responsive": left, "opened": scoring.opened(case)},
    )


@guard(rule="one_firm", id="G52")
def offers_of_different_firms(case: CaseFile, form: FinishScreening) -> Objection | None:
    """Offers of one firm under two names are a single offer, unless it is found otherwise."""
    left = offerors_of(scoring.offers(case))
    names = sorted(set(left))
    for group in form.doubles:
        if len(names) > 1 and set(names) <= set(group):
            return Objection(
                says=f"{' and '.join(names)} have one e-mail address or one name in the register: "
                "unless they are different firms, only one offer is left",
                facts={"offerors": names},
            )
    return None


@duty("finish_screening")
def owes_the_end(case: CaseFile) -> Iterable[Owed]:
    if not unscreened(case) and not running(case):
        yield Owed("role:officer", "end the screening")
