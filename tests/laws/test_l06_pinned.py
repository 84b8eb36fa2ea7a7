"""L6: a case runs from the body it was opened with, never from the file."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Literal

import pytest

from solicitation_flow.engine import Engine, Request
from solicitation_flow.errors import InvalidFile
from solicitation_flow.jurisdiction import Jurisdiction
from solicitation_flow.records import digest
from solicitation_flow.records.ledger import Pin
from solicitation_flow.workflow.headings import Heading
from tests.laws.prepared import DRAFTED, GRACE, INTENDED, MARIA, RFP, at, done, refused, told_to


class Changed:
    """A definitions on which the rfp's file was changed: publishing is no longer offered."""

    def __init__(self, engine: Engine, version: str) -> None:
        self.real = engine.environment.definitions
        self.version = version

    def workflow(self, name: str) -> Pin:
        pin = self.real.workflow(name)
        if name != "rfp":
            return pin
        body = pin.body.replace('"title":"Competitive', '"title":"Changed')
        assert body != pin.body
        return replace(pin, version=self.version, body=body, sha256=digest(body))

    def headings(self) -> Mapping[str, Heading]:
        return self.real.headings()

    def profile(self, now: datetime) -> Pin:
        return self.real.profile(now)

    def program(self) -> Pin:
        return self.real.program()


def _with(engine: Engine, version: str) -> Engine:
    return Engine(replace(engine.environment, definitions=Changed(engine, version)))


NEW = Request("open_solicitation", {"title": "Desks", "agency": "Test County"}, workflow="rfp")


def test_l6_a_changed_file_under_a_used_version_is_refused_for_new_cases() -> None:
    engine = _with(told_to(DRAFTED).engine, "1")
    with pytest.raises(InvalidFile, match="version 1 is in use"):
        engine.perform(NEW, MARIA)


def test_l6_an_open_case_keeps_the_body_it_was_opened_with() -> None:
    engine = _with(told_to(DRAFTED).engine, "2")
    engine.perform(NEW, MARIA)
    titles = [engine.view(n).loaded.lifecycle.workflow.title[:7] for n in (RFP, "RFP-2026-002")]
    assert titles == ["Competi", "Changed"]


def test_l6_adopt_edition_moves_an_unpublished_case_to_a_newer_profile() -> None:
    teller = told_to(DRAFTED)

    class Newer(Changed):
        def workflow(self, name: str) -> Pin:
            return self.real.workflow(name)

        def profile(self, now: datetime) -> Pin:
            pin = self.real.profile(now)
            body = pin.body.replace('"edition":"2024"', '"edition":"2027"')
            assert body != pin.body
            return replace(pin, version="2027", body=body, sha256=digest(body))

    engine = Engine(replace(teller.engine.environment, definitions=Newer(teller.engine, "2")))
    assert engine.view(RFP).loaded.law.edition == "2024"
    done(engine, MARIA, "adopt_edition")
    assert engine.view(RFP).loaded.law.edition == "2027"
    assert Engine(teller.engine.environment).view(RFP).loaded.law.edition == "2027"


def test_l6_publishing_fixes_the_edition() -> None:
    teller = told_to(DRAFTED)
    at(teller, "2026-01-06 09:00")
    done(teller.engine, MARIA, "publish", proposals_due="2026-02-03 14:00")
    assert refused(teller.engine, MARIA, "adopt_edition").reason == "not_offered"


def test_l6_each_entry_records_the_programs_version() -> None:
    from solicitation_flow import __version__

    store = told_to(DRAFTED).engine.environment.store
    assert all(f'"program":"{__version__}"' in entry.text for entry in store.journal(RFP))


@pytest.mark.parametrize("kind", ["profile", "program"])
def test_l6_no_rules_are_changed_under_an_edition_in_use(
    kind: Literal["profile", "program"],
) -> None:
    teller = told_to(DRAFTED)

    class Edited(Changed):
        def workflow(self, name: str) -> Pin:
            return self.real.workflow(name)

        def profile(self, now: datetime) -> Pin:
            return self.edited(self.real.profile(now))

        def program(self) -> Pin:
            return self.edited(self.real.program())

        def edited(self, pin: Pin) -> Pin:
            body = f"{pin.body} " if pin.kind == kind else pin.body
            return replace(pin, body=body, sha256=digest(body))

    engine = Engine(replace(teller.engine.environment, definitions=Edited(teller.engine, "1")))
    with pytest.raises(InvalidFile, match=r"\.yaml:1:1: version .* is in use with other content"):
        engine.perform(NEW, MARIA)


def test_l6_an_agreement_is_held_to_the_rules_its_solicitation_was_pinned_to() -> None:
    teller = told_to(INTENDED)

    class Newer(Changed):
        def workflow(self, name: str) -> Pin:
            return self.real.workflow(name)

        def profile(self, now: datetime) -> Pin:
            pin = self.real.profile(now)
            body = pin.body.replace('"edition":"2024"', '"edition":"2027"')
            return replace(pin, version="2027", body=body, sha256=digest(body))

    engine = Engine(replace(teller.engine.environment, definitions=Newer(teller.engine, "2")))
    at(teller, "2026-03-02 09:00")
    done(engine, GRACE, "award")
    own, above = (engine.view(number).loaded for number in (f"{RFP}-A1", RFP))
    assert own.law.edition == "2024"
    assert own.header.pins["profile"] == above.header.pins["profile"]


def test_l6_a_case_takes_its_holidays_with_it_to_the_horizon() -> None:
    store = told_to(DRAFTED).engine.environment.store
    header = store.find(workflow="rfp")[0]
    pin = store.pin(header.pins["profile"])
    assert pin is not None
    law = Jurisdiction.from_text(pin.body)
    assert law.calendar.last >= date(2036, 12, 31)
    assert not law.calendar.is_working(date(2036, 12, 25))
