from typing import Any

import pytest

from solicitation_flow.casefile import CaseFile
from solicitation_flow.errors import BadFields
from solicitation_flow.forms import check
from solicitation_flow.phases import registers
from solicitation_flow.records.registers import Member, Person, Supplier
from tests.phases import builders

NOW = builders.at("2026-05-20 09:00")
PERSON = {"key": "maria", "name": "Maria", "email": "m@x.example", "roles": "officer,evaluator"}
SUPPLIER = {"key": "acme", "name": "Acme", "email": "a@x.example", "simulated": "yes"}
MEMBER = {"key": "fx", "name": "Fairfax", "email": "f@x.example", "kind": "county", "state": "VA"}


def empty(number: str) -> CaseFile:
    return CaseFile(number, "person", "")


def person(**changes: Any) -> CaseFile:
    form = check(registers.OpenPerson, "open_person", {**PERSON, **changes})
    return registers.open_person(empty("P-maria"), form, builders.MARIA)


def test_a_person_a_supplier_and_a_member_are_entered() -> None:
    assert person().one(Person).roles == ("officer", "evaluator")
    supplier = check(registers.OpenSupplier, "open_supplier", SUPPLIER)
    case = registers.open_supplier(empty("S-acme"), supplier, builders.MARIA)
    assert case.one(Supplier).simulated
    member = check(registers.OpenMember, "open_member", MEMBER)
    case = registers.open_member(empty("M-fx"), member, builders.MARIA)
    assert (case.one(Member).entity, case.title, case.owner) == ("county", "Fairfax", "maria")


def test_a_change_changes_what_it_says() -> None:
    form = check(registers.ChangePerson, "change_person", {"roles": "approver"})
    case = registers.change_person(person(), form)
    assert case.one(Person).model_dump() == {
        **person().one(Person).model_dump(),
        "roles": ("approver",),
    }
    renamed = check(registers.ChangePerson, "change_person", {"name": "Maria Reed"})
    assert registers.change_person(case, renamed).title == "Maria Reed"
    supplier = check(registers.OpenSupplier, "open_supplier", SUPPLIER)
    case = registers.open_supplier(empty("S-acme"), supplier, builders.MARIA)
    change = check(registers.ChangeSupplier, "change_supplier", {"email": "b@x.example"})
    changed = registers.change_supplier(case, change).one(Supplier)
    assert (changed.name, changed.email) == ("Acme", "b@x.example")
    change = check(registers.ChangeSupplier, "change_supplier", {"name": "Acme LLC"})
    assert registers.change_supplier(case, change).one(Supplier).name == "Acme LLC"
    member = check(registers.OpenMember, "open_member", MEMBER)
    case = registers.open_member(empty("M-fx"), member, builders.MARIA)
    moved = check(registers.ChangeMember, "change_member", {"kind": "city"})
    body = registers.change_member(case, moved).one(Member)
    assert (body.entity, body.name, body.state) == ("city", "Fairfax", "VA")
    words = {"name": "Loudoun", "email": "l@x.example", "state": "MD"}
    moved = check(registers.ChangeMember, "change_member", words)
    body = registers.change_member(case, moved).one(Member)
    assert (body.name, body.email, body.state) == ("Loudoun", "l@x.example", "MD")


def test_retiring_keeps_the_entry_and_says_when() -> None:
    assert registers.retire(person(), NOW).one(Person).retired_at == NOW


@pytest.mark.parametrize(
    "email",
    [
        "",
        "maria",
        "maria@agency",
        "maria@agency.example\nBcc: all@x.example",
        "maria@agency.example\r\nBcc: all@x.example",
        "Maria <maria@agency.example>",
        "a@x.example, b@x.example",
        "a..b@x.example",
        "a b@x.example",
        "a@@x.example",
    ],
)
def test_an_address_is_one_plain_address(email: str) -> None:
    with pytest.raises(BadFields):
        person(email=email)


@pytest.mark.parametrize("name", ["", "  ", "Maria\nBcc: x", "Maria\rX", "a\u2028b", "a\x00b"])
def test_a_name_is_one_line(name: str) -> None:
    with pytest.raises(BadFields):
        person(name=name)


@pytest.mark.parametrize("key", ["", "Maria", "maria reed", "-maria", "a--b", "a/b", "a" * 41])
def test_a_key_can_stand_in_a_case_number(key: str) -> None:
    with pytest.raises(BadFields):
        person(key=key)


def test_a_misspelt_role_is_told_the_nearest() -> None:
    with pytest.raises(BadFields, match="did you mean 'officer'"):
        person(roles="oficer")
    with pytest.raises(BadFields, match="give one or more"):
        person(roles="")
