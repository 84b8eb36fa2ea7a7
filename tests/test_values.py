"""Values change in one checked way."""

from datetime import UTC, datetime

import pytest

from solicitation_flow.records import parse
from solicitation_flow.records.issuance import Question
from solicitation_flow.records.responses import Outage

NOW = datetime(2026, 6, 5, tzinfo=UTC)
ASKED = Question(number=1, text="May we bid by lot?", asked_by="acme", asked_at=NOW)


def test_a_copy_has_the_new_fields_and_the_old_one_keeps_its_own() -> None:
    answered = ASKED.evolve(answer="You may.", answered_by="rosa")
    assert (answered.answer, answered.answered_by, answered.text) == (
        "You may.",
        "rosa",
        ASKED.text,
    )
    assert ASKED.answer == ""


def test_a_copy_is_stored_as_if_it_had_been_made_whole() -> None:
    answered = ASKED.evolve(answer="You may.")
    assert parse("question", answered.body()) == answered
    assert answered.model_fields_set == {*ASKED.model_fields_set, "answer"}


@pytest.mark.parametrize("name", ["answr", "kind", "key", "model_fields", "__class__"])
def test_a_name_that_is_no_field_is_an_error_at_the_call(name: str) -> None:
    with pytest.raises(TypeError, match=f"Question has no field {name}"):
        ASKED.evolve(**{name: "You may."})


def test_what_moves_a_status_takes_no_unknown_field_either() -> None:
    outage = Outage(
        number=1,
        what="The portal was down.",
        began_at=NOW,
        ended_at=None,
        due_was=NOW,
        reported_by="rosa",
        reported_at=NOW,
    )
    with pytest.raises(TypeError, match="Outage has no field decided_buy"):
        outage.moved("dismissed", decided_buy="rosa")
