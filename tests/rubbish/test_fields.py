"""Every form of every shipped workflow, filled with rubbish: each bad field is named, at once."""

import pytest

from solicitation_flow import forms
from solicitation_flow.errors import BadFields
from solicitation_flow.workspace import FileDefinitions, shipped
from tests.rubbish.words import extreme_for, wrong_for

SHELF = FileDefinitions((shipped("workflows"),), "neutral", "neutral", "")


@pytest.mark.parametrize("name", SHELF.workflows())
def test_every_bad_field_of_every_form_is_named_at_once(name: str) -> None:
    for command, form in SHELF.compiled(name).book.forms.items():
        wrong = {field["name"]: wrong_for(field) for field in forms.describe(form)}
        for turn in range(max(map(len, wrong.values()), default=0)):
            words = {field: values[turn % len(values)] for field, values in wrong.items() if values}
            with pytest.raises(BadFields) as exception_info:
                forms.check(form, command, {**words, "nobody_asked": "x"})
            named = {bad_field.field.partition(".")[0] for bad_field in exception_info.value.fields}
            assert {*words, "nobody_asked"} <= named, (command, words, named)


@pytest.mark.parametrize("name", SHELF.workflows())
def test_what_is_too_large_or_too_strange_is_taken_or_named(name: str) -> None:
    for command, form in SHELF.compiled(name).book.forms.items():
        fields = forms.describe(form)
        for field in fields:
            for word in (*extreme_for(field), 10**400, float("nan"), True, [], {}, [{"a": None}]):
                try:
                    made = forms.check(form, command, {field["name"]: word})
                except BadFields:
                    continue
                assert made.model_dump_json(), (command, field["name"])
