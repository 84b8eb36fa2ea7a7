"""Cases in negotiation, made by the actions themselves."""

from datetime import timedelta
from typing import Any

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import check
from solicitation_flow.phases.award import debriefs
from solicitation_flow.phases.negotiation import (
    bafo_requests,
    bafos,
    competitive_range,
    discussions,
    leakage,
)
from solicitation_flow.records.evaluation import Ranking
from solicitation_flow.rulebook import Objection
from tests.phases import builders

NOW = builders.at("2026-06-24 09:00")


LAW = builders.law()


ORION = Actor("orion", frozenset({"supplier"}))


JOE = Actor("joe", frozenset({"supplier"}), acts_for="acme")


NAMES = {"acme": "Acme Furniture, Inc.", "zenith": "Zenith Seating LLC", "orion": "Orion Co."}


def standing(*places: tuple[str, int]) -> CaseFile:
    """Return a case whose offers rank as given, whatever they scored."""
    case = builders.ranked()
    like = case.one(Ranking, "acme")
    ranks = [like.evolve(offeror=who, rank=rank) for who, rank in places]
    return case.file(*ranks)


THREE = (("acme", 1), ("zenith", 2), ("orion", 3))


def ranging(*offerors: str, reason: str = "the highest totals") -> competitive_range.SetRange:
    return competitive_range.SetRange(offerors=offerors, reason=reason)


def ranged(*offerors: str) -> CaseFile:
    form = ranging(*(offerors or ("acme", "zenith")))
    return competitive_range.set_range(standing(*THREE), form, NOW, builders.MARIA)


def inviting(offeror: str = "acme", **fields: Any) -> discussions.InviteToDiscuss:
    words = {
        "offeror": offeror,
        "at": "2026-06-26 10:00",
        "where": "Room 204",
        "topics": "The warranty.",
        "names": NAMES,
        **fields,
    }
    return discussions.InviteToDiscuss.model_validate(words)


def recording(offeror: str = "acme", **fields: Any) -> discussions.RecordDiscussion:
    words = {"offeror": offeror, "summary": "Five years.", "names": NAMES, **fields}
    return discussions.RecordDiscussion.model_validate(words)


def invite(case: CaseFile, *offerors: str) -> CaseFile:
    for offeror in offerors:
        case = discussions.invite_to_discuss(case, inviting(offeror), NOW, LAW, builders.MARIA)
    return case


def record(case: CaseFile, offeror: str, **fields: Any) -> CaseFile:
    form, now = recording(offeror, **fields), builders.at("2026-06-26 12:00")
    return discussions.record_discussion(case, form, now, LAW, builders.MARIA)


def talked() -> CaseFile:
    return record(record(invite(ranged(), "acme", "zenith"), "acme"), "zenith")


def requesting(**fields: Any) -> bafo_requests.RequestBafo:
    words = {"due": "2026-07-06 14:00", "where": "the portal", "how": "sealed", **fields}
    return bafo_requests.RequestBafo.model_validate({"names": NAMES, **words})


DUE = builders.at("2026-07-06 14:00")


def asked(case: CaseFile | None = None, **fields: Any) -> CaseFile:
    case = case or talked()
    return bafo_requests.request_bafo(case, requesting(**fields), NOW, LAW, builders.MARIA)


def submit(case: CaseFile, who: Actor = builders.ACME, now: str = "2026-07-01 10:00") -> CaseFile:
    form = bafos.SubmitBafo(price=builders.envelope("price.txt"))
    return bafos.submit_bafo(case, form, builders.at(now), who)


def over(case: CaseFile) -> CaseFile:
    """Return the case after the clock has closed the round."""
    return bafos.close_bafo(case.meet("bafo_due"))


def opening(case: CaseFile, **prices: str | None) -> CaseFile:
    contents = {who: builders.content(text, "price.txt") for who, text in prices.items()}
    form = bafos.OpenBafos(prices=contents)
    return bafos.open_bafos(over(case), form, DUE + timedelta(hours=1), builders.MARIA)


SECOND = timedelta(seconds=1)


def told(summary: str, offeror: str = "acme", **fields: Any) -> Objection | None:
    return leakage.no_leakage(ranged(), recording(offeror, summary=summary, **fields))


def debriefing(**fields: str) -> debriefs.HoldDebrief:
    words = {
        "offeror": "acme",
        "strengths": "Sturdy frames.",
        "weaknesses": "Thin edges.",
        **fields,
    }
    return check(debriefs.HoldDebrief, "hold_debrief", words)


MICRO = timedelta(microseconds=1)
