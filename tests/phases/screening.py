"""Questions to offerors, asked by the action itself, and the deadline of a cure."""

from datetime import timedelta
from typing import Any

from solicitation_flow.casefile import CaseFile
from solicitation_flow.forms import check
from solicitation_flow.phases.evaluation import (
    clarifications,
)
from tests.phases import builders
from tests.phases.judging import (
    DUE,
    LAW,
    NOW,
)

CURE_DUE = builders.at(DUE)


TICK = timedelta(microseconds=1)


def clarifying(offeror: str = "acme", **fields: Any) -> clarifications.RequestClarification:
    words = {
        "offeror": offeror,
        "asks": "explain",
        "section": "Page 12",
        "question": "Do the hours include travel?",
        **fields,
    }
    return check(clarifications.RequestClarification, "request_clarification", words)


def questioned(case: CaseFile, offeror: str = "acme", **fields: Any) -> CaseFile:
    form = clarifying(offeror, **fields)
    return clarifications.request_clarification(case, form, NOW, LAW, builders.MARIA)
