"""The registers: people and their roles, suppliers, members, each a case of its own."""

from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Form, ask
from solicitation_flow.records.registers import (
    Email,
    Line,
    Member,
    Person,
    Roles,
    Slug,
    Supplier,
)
from solicitation_flow.rulebook import action


class OpenPerson(Form):
    """Enters a person, or a newspaper, with the roles they hold."""

    key: Slug = ask("short key, as it will stand in case numbers", "maria")
    name: Line = ask("full name, as letters address them", "Maria Alvarez")
    email: Email = ask("where letters go", "maria@agency.example")
    roles: Roles = ask(
        "what they may do: officer, approver, custodian, evaluator, administrator, newspaper",
        "officer,evaluator",
    )


class ChangePerson(Form):
    """Changes what is given, and leaves the rest."""

    name: Line | None = ask("new name", "Maria Alvarez-Reed", default=None)
    email: Email | None = ask("new address", "maria@county.example", default=None)
    roles: Roles | None = ask("the roles from now on, all of them", "officer", default=None)


class OpenSupplier(Form):
    """Enters a firm that may ask questions and send proposals."""

    key: Slug = ask("short key, as it will stand in case numbers", "acme")
    name: Line = ask("the firm's full name", "Acme Furniture, Inc.")
    email: Email = ask("where letters go", "bids@acme.example")
    simulated: bool = ask("yes for an invented firm, so that papers say so", default=False)


class ChangeSupplier(Form):
    """Changes what is given, and leaves the rest."""

    name: Line | None = ask("new name", "Acme Furniture LLC", default=None)
    email: Email | None = ask("new address", "offers@acme.example", default=None)


class OpenMember(Form):
    """Enters a public body that may use agreements."""

    key: Slug = ask("short key, as it will stand in case numbers", "fairfax")
    name: Line = ask("the body's full name", "Fairfax County Public Schools")
    email: Email = ask("where letters go", "purchasing@fairfax.example")
    kind: Line = ask("what kind of body it is", "school division", "county", "city")
    state: Line = ask("its state, in two letters", "VA")


class ChangeMember(Form):
    """Changes what is given, and leaves the rest."""

    name: Line | None = ask("new name", "Fairfax County Schools", default=None)
    email: Email | None = ask("new address", "buying@fairfax.example", default=None)
    kind: Line | None = ask("new kind of body", "county", default=None)
    state: Line | None = ask("new state, in two letters", "VA", default=None)


@action
def open_person(case: CaseFile, form: OpenPerson, actor: Actor) -> CaseFile:
    person = Person(slug=form.key, name=form.name, email=form.email, roles=form.roles)
    return case.file(person).called(title=form.name, owner=actor.name)


@action
def change_person(case: CaseFile, form: ChangePerson) -> CaseFile:
    old = case.one(Person)
    person = old.evolve(
        name=form.name or old.name, email=form.email or old.email, roles=form.roles or old.roles
    )
    return case.file(person).called(title=person.name)


@action
def open_supplier(case: CaseFile, form: OpenSupplier, actor: Actor) -> CaseFile:
    supplier = Supplier(slug=form.key, name=form.name, email=form.email, simulated=form.simulated)
    return case.file(supplier).called(title=form.name, owner=actor.name)


@action
def change_supplier(case: CaseFile, form: ChangeSupplier) -> CaseFile:
    old = case.one(Supplier)
    supplier = old.evolve(name=form.name or old.name, email=form.email or old.email)
    return case.file(supplier).called(title=supplier.name)


@action
def open_member(case: CaseFile, form: OpenMember, actor: Actor) -> CaseFile:
    member = Member(
        slug=form.key, name=form.name, email=form.email, entity=form.kind, state=form.state
    )
    return case.file(member).called(title=form.name, owner=actor.name)


@action
def change_member(case: CaseFile, form: ChangeMember) -> CaseFile:
    old = case.one(Member)
    member = old.evolve(
        name=form.name or old.name,
        email=form.email or old.email,
        entity=form.kind or old.entity,
        state=form.state or old.state,
    )
    return case.file(member).called(title=member.name)


@action
def retire(case: CaseFile, now: datetime) -> CaseFile:
    entry = case.get(Person) or case.get(Supplier) or case.get(Member)
    assert entry is not None, f"{case.number} is no register entry"
    return case.file(entry.evolve(retired_at=now))
