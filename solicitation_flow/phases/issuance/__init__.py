"""Issuance: advertised, published, questions taken, a conference held, every answer told to all."""

from solicitation_flow.phases.issuance.advertisements import (
    RecordAdvertisement,
    advertised_enough,
    owes_advertisements,
    proof_of_publication,
    record_advertisement,
)
from solicitation_flow.phases.issuance.conferences import (
    HoldConference,
    attendees_are_known,
    conference_was_announced,
    hold_conference,
    owes_conference,
    some_conference_announced,
)
from solicitation_flow.phases.issuance.dates import (
    boundary_fits_label,
    dates_agree,
    zone_label_valid,
)
from solicitation_flow.phases.issuance.publication import (
    Publish,
    followers,
    newspapers,
    owes_publication,
    publish,
    registered_suppliers,
)
from solicitation_flow.phases.issuance.questions import (
    Answer,
    Ask,
    answer,
    ask,
    close_questions,
    owes_answers,
    question_asked,
    questions_answered,
    questions_open,
    some_question_asked,
)

__all__ = [
    "Answer",
    "Ask",
    "HoldConference",
    "Publish",
    "RecordAdvertisement",
    "advertised_enough",
    "answer",
    "ask",
    "attendees_are_known",
    "boundary_fits_label",
    "close_questions",
    "conference_was_announced",
    "dates_agree",
    "followers",
    "hold_conference",
    "newspapers",
    "owes_advertisements",
    "owes_answers",
    "owes_conference",
    "owes_publication",
    "proof_of_publication",
    "publish",
    "question_asked",
    "questions_answered",
    "questions_open",
    "record_advertisement",
    "registered_suppliers",
    "some_conference_announced",
    "some_question_asked",
    "zone_label_valid",
]
