"""The registers of people with their roles, of suppliers, and of members."""

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
    """Enters a person, or a newspaper, with their roles."""

    key: Slug = ask("short key, used in case numbers", "maria")
    name: Line = ask("full name, as used in letters", "Maria Alvarez")
    email: Email = ask("e-mail address for letters", "maria@agency.example")
    roles: Roles = ask(
        "roles: officer, approver, custodian, evaluator, administrator, newspaper",
        "officer,evaluator",
    )


class ChangePerson(Form):
    """Updates only the fields you enter."""

    name: Line | None = ask("new name", "Maria Alvarez-Reed", default=None)
    email: Email | None = ask("new e-mail address", "maria@county.example", default=None)
    roles: Roles | None = ask("all roles from now on", "officer", default=None)


class OpenSupplier(Form):
    """Enters a supplier that may ask questions and submit proposals."""

    key: Slug = ask("short key, used in case numbers", "acme")
    name: Line = ask("full name of the firm", "Acme Furniture, Inc.")
    email: Email = ask("e-mail address for letters", "bids@acme.example")
    simulated: bool = ask("yes: an invented firm, marked as such in every document", default=False)


class ChangeSupplier(Form):
    """Updates only the fields you enter."""

    name: Line | None = ask("new name", "Acme Furniture LLC", default=None)
    email: Email | None = ask("new e-mail address", "offers@acme.example", default=None)


class OpenMember(Form):
    """Enters a public body that may use agreements."""

    key: Slug = ask("short key, used in case numbers", "fairfax")
    name: Line = ask("full name of the public body", "Fairfax County Public Schools")
    email: Email = ask("e-mail address for letters", "purchasing@fairfax.example")
    kind: Line = ask("kind of public body", "school division", "county", "city")
    state: Line = ask("state, in two letters", "VA")


class ChangeMember(Form):
    """Updates only the fields you enter."""

    name: Line | None = ask("new name", "Fairfax County Schools", default=None)
    email: Email | None = ask("new e-mail address", "buying@fairfax.example", default=None)
    kind: Line | None = ask("new kind of public body", "county", default=None)
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
    assert entry is not None, f"{case.number} is not a register entry"
    return case.file(entry.evolve(retired_at=now))
