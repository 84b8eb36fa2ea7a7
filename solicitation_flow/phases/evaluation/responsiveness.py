"""Whether an offer conforms: minimums met, amendments acknowledged, and the offeror may compete."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from solicitation_flow import scoring
from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import ask
from solicitation_flow.phases.evaluation.cures import running
from solicitation_flow.records.amendments import Acknowledgment, Amendment
from solicitation_flow.records.evaluation import (
    Minimums,
    PriceOffer,
    PriceOpening,
    Responsiveness,
)
from solicitation_flow.records.issuance import Conference
from solicitation_flow.records.offers import LotForm, OfferKey, offer_of
from solicitation_flow.records.registers import Line, Slug, Text
from solicitation_flow.records.responses import Proposal
from solicitation_flow.rulebook import Clears, Objection, Owed, action, duty, guard


class FindResponsive(LotForm):
    """Finds an offer responsive: it conforms in every material respect, minimum by minimum."""

    offeror: Slug = ask("the offeror", "acme")
    minimums: Minimums = ask(
        "MINIMUM:pass or fail, with commas between, the same for every offer",
        "signed_offer:pass, insurance:pass, references:pass",
    )
    helped_draft: bool = ask("whether the offeror helped to write the solicitation", "no")
    note: Text | None = ask("what else was seen", "Signed on page 2.", default=None)


class FindNonresponsive(LotForm):
    """Finds an offer nonresponsive, and notifies the offeror of the requirement and the defect."""

    offeror: Slug = ask("the offeror", "acme")
    defect: Text = ask(
        "what the offer lacks, and where", "No certificate of insurance is among its papers."
    )
    requirement: Text | None = ask(
        "what was asked, in the words of the solicitation",
        "The offer includes a certificate of liability insurance.",
        default=None,
    )
    rule: Line | None = ask("what makes it mandatory", "Section 4.2, item 3", default=None)


@action
def find_responsive(case: CaseFile, form: FindResponsive, now: datetime, actor: Actor) -> CaseFile:
    responsiveness = Responsiveness(
        lot=form.lot,
        offeror=form.offeror,
        responsive=True,
        minimums=form.minimums,
        helped_draft=form.helped_draft,
        note=form.note or "",
        version=_version(case, offer_of(form)),
        found_by=actor.name,
        found_at=now,
    )
    return case.file(responsiveness)


@action
def find_nonresponsive(
    case: CaseFile, form: FindNonresponsive, now: datetime, actor: Actor
) -> CaseFile:
    old = case.get(Responsiveness, offer_of(form))
    responsiveness = Responsiveness(
        lot=form.lot,
        offeror=form.offeror,
        responsive=False,
        minimums=old.minimums if old else {},
        helped_draft=bool(old and old.helped_draft),
        requirement=form.requirement or "",
        defect=form.defect,
        rule=form.rule or "",
        version=_version(case, offer_of(form)),
        found_by=actor.name,
        found_at=now,
    )
    return case.file(responsiveness)


def _version(case: CaseFile, offer: OfferKey) -> int:
    old = case.get(Responsiveness, offer)
    if old:
        return old.version + 1
    return 1


def finding(case: CaseFile, offer: OfferKey) -> Clears:
    """Return the finding somebody owes, with the minimums other offers were held to."""
    held_to = _held_to(case, offer) or ["signed_offer"]
    minimums = dict.fromkeys(held_to, "pass")
    fields = {"offeror": offer.offeror, "minimums": minimums, "helped_draft": False}
    return Clears("find_responsive", fields=fields)


def _held_to(case: CaseFile, offer: OfferKey) -> list[str]:
    """Return the minimums that the other offers found responsive were checked for."""
    names: dict[str, None] = {}
    for finding in case.all(Responsiveness):
        if finding.responsive and finding.lot == offer.lot and finding.offeror != offer.offeror:
            names |= dict.fromkeys(finding.minimums)
    return list(names)


@guard(rule="mandatory_minimums", id="G59")
def minimums_met(case: CaseFile, form: FindResponsive) -> Objection | None:
    """An offer meets every mandatory minimum, the same for all, before it is scored."""
    failed = []
    for name, result in form.minimums.items():
        if result == "fail":
            failed.append(name)
    left_out = []
    for name in _held_to(case, offer_of(form)):
        if name not in form.minimums:
            left_out.append(name)
    if not failed and not left_out:
        return None
    wrong = []
    if failed:
        wrong.append(
            f"{form.offeror} does not meet {', '.join(failed)}: request a cure, or find "
            "the offer nonresponsive: nothing else helps"
        )
    wrong += [f"other offers were checked for {', '.join(left_out)} as well"] if left_out else []
    checked = {"minimums": {**form.minimums, **dict.fromkeys(left_out, "pass")}}
    return Objection(
        says="; ".join(wrong),
        facts={"offeror": form.offeror, "failed": failed, "left_out": left_out},
        # what fails is cured, or the offer is nonresponsive: saying otherwise clears nothing
        clears=() if failed else (Clears("find_responsive", fields=checked),),
    )


@guard(rule="acknowledgment", id="G39")
def amendments_acknowledged(case: CaseFile, form: FindResponsive) -> Objection | None:
    """An offeror has acknowledged every material amendment, or shown that it knew of it."""
    missing = []
    for amendment in case.all(Amendment):
        acknowledged = case.get(Acknowledgment, f"{amendment.number}/{form.offeror}")
        if amendment.material and not acknowledged:
            missing.append(amendment.number)
    missing.sort()
    if not missing or offer_of(form) not in scoring.opened(case):
        return None
    which = ", ".join(map(str, missing))
    noun = "amendments"
    if len(missing) == 1:
        noun = "amendment"
    return Objection(
        says=f"{form.offeror} has not acknowledged {noun} {which}; it may still count if the offer "
        "shows that it was received, or if it changes nothing for the offer",
        facts={"offeror": form.offeror, "unacknowledged": missing},
    )


@guard(rule="amended_offers", id="G39")
def offer_survives_amendments(case: CaseFile, form: FindResponsive) -> Objection | None:
    """A proposal that an amendment made void, or asked to confirm, was sent again or confirmed."""
    offer = offer_of(form)
    sent = [proposal for proposal in case.all(Proposal) if offer_of(proposal) == offer]
    received = max((proposal.received_at for proposal in sent if proposal.stands), default=None)
    if received is None:
        return None  # `offer_stands` says so
    wrong: list[str] = []
    for amendment in sorted(case.all(Amendment), key=lambda amendment: amendment.number):
        if amendment.earlier_offers is None or received > amendment.issued_at:
            continue
        if amendment.earlier_offers == "void":
            wrong.append(f"amendment {amendment.number} made it void, and no other was sent")
        elif not case.get(Acknowledgment, f"{amendment.number}/{form.offeror}"):
            wrong.append(f"amendment {amendment.number} asked to confirm it, and nobody did")
    if not wrong:
        return None
    return Objection(
        says=f"the proposal of {form.offeror} does not stand: {'; '.join(wrong)}",
        facts={"offeror": form.offeror, "received_at": received},
    )


@guard(rule="mandatory_attendance", id="G31")
def attended_conference(case: CaseFile, form: FindResponsive) -> Objection | None:
    """Where attendance was mandatory, only firms that attended are considered."""
    held = case.get(Conference)
    if held is None or not held.mandatory or form.offeror in held.attendees:
        return None
    if offer_of(form) not in scoring.opened(case):
        return None  # `offer_stands` says so
    return Objection(
        says=f"{form.offeror} did not come to the conference, which was mandatory: nothing makes "
        "its offer responsive",
        facts={"offeror": form.offeror, "attendees": held.attendees},
    )


@guard(rule="drafter_barred", id="G16")
def drafter_barred(form: FindResponsive) -> Objection | None:
    """A firm that helped to write the solicitation does not compete for it."""
    if not form.helped_draft:
        return None
    return Objection(
        says=f"{form.offeror} helped to write the solicitation, and so cannot compete for it: "
        "nothing makes its offer responsive",
        facts={"offeror": form.offeror, "helped_draft": True},
    )


@guard(rule="price_hidden", id="G60")
def priced_with_the_others(case: CaseFile, form: FindResponsive) -> Objection | None:
    """An offer set aside when prices were opened is not considered with the others later."""
    if case.get(PriceOpening) is None or case.get(PriceOffer, offer_of(form)):
        return None
    return Objection(
        says=f"the prices were opened without that of {form.offeror}: nothing lets its offer be "
        "judged beside the others now",
        facts={"offeror": form.offeror, "priced": sorted(map(offer_of, case.all(PriceOffer)))},
    )


def unscreened(case: CaseFile) -> list[OfferKey]:
    """Return the offers that nobody has found responsive or nonresponsive."""
    offers: list[OfferKey] = []
    for offer in scoring.opened(case):
        if case.get(Responsiveness, offer) is None:
            offers.append(offer)
    return offers


@duty("find_responsive")
def owes_findings(case: CaseFile) -> Iterable[Owed]:
    waiting: dict[OfferKey, Any] = {}
    for cure_request in running(case):
        waiting[offer_of(cure_request)] = cure_request.due
    for offer in unscreened(case):
        says = f"find whether the offer of {offer} is responsive"
        if offer in waiting:
            says += ", once its time to cure is over"
        yield Owed("role:officer", says, waiting.get(offer))
