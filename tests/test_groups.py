"""Groups of moves: written once, taken by several states, and compiled as if each had them."""

import hashlib
import json
from pathlib import Path

import pytest

from solicitation_flow.errors import InvalidFile
from solicitation_flow.paper import Templates
from solicitation_flow.soundness import prove
from solicitation_flow.workflow import read

ROOT = Path(__file__).resolve().parents[1]

WRITTEN_OUT = """\
workflow: small
version: 1
title: A case that rests twice
law: [registers, papers]
number: "T-{year}-{count:03}"
opened_by: {command: open_person, by: [officer]}
initial: first
everywhere:
  except: [closed]
  may:
    determine: {by: [approver], guards: [approver_is_not_author], optional: true}
states:
  first:
    phase: registers
    may:
      file_paper: {by: [officer], optional: true}
      change_person: {by: [officer], to: second, optional: true}
      retire: {by: [officer], to: closed, optional: true}
  second:
    phase: registers
    may:
      change_member: {by: [officer], optional: true}
      file_paper: {by: [officer], optional: true}
      retire: {by: [officer], to: closed, optional: true}
  closed: {phase: registers, final: true}
"""

GROUPED = """\
workflow: small
version: 1
title: A case that rests twice
law: [registers, papers]
number: "T-{year}-{count:03}"
opened_by: {command: open_person, by: [officer]}
initial: first
everywhere:
  except: [closed]
  may:
    determine: {by: [approver], guards: [approver_is_not_author], optional: true}
groups:
  usual:
    may:
      file_paper: {by: [officer], optional: true}
      retire: {by: [officer], to: closed, optional: true}
states:
  first:
    phase: registers
    with: [usual]
    may:
      file_paper:
      change_person: {by: [officer], to: second, optional: true}
  second:
    phase: registers
    with: [usual]
    may:
      change_member: {by: [officer], optional: true}
  closed: {phase: registers, final: true}
"""


SECOND_TAKES = """    with: [usual]
    may:
      change_member"""


class NoLetters:
    """Templates of an office that writes no letters."""

    def names(self) -> list[str]:
        """Return every letter there is: none."""
        return []

    def check(self, notice: str, known: object = None) -> list[object]:
        """Raise: nobody asks for a letter here."""
        raise AssertionError(notice, known)


def refused(*changes: tuple[str, str]) -> list[str]:
    text = GROUPED
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    with pytest.raises(InvalidFile) as caught:
        read(text, "small.yaml")
    return [str(flaw) for flaw in caught.value.flaws]


def test_a_group_compiles_to_the_moves_written_out() -> None:
    assert read(GROUPED, "small.yaml")[0].body() == read(WRITTEN_OUT, "small.yaml")[0].body()


BEFORE_GROUPS = {
    "participation": (9, "98e94458deae4347af061c719441b352b561743ed9afac47d54493c19f85a5cd"),
    "person": (3, "050c24fb0aa8fee4fff938bbb255641356fed43d293e8314c5877b8565664806"),
    "supplier": (3, "79a258115517f76ba64140f433829f5bb4548d9bf73d23c6dde3342d5efb65b5"),
    "member": (3, "746d5a713cfdb7f0ef6fc31df0d223cf0aee949a09cd2a6d4df958b98e79eb6b"),
}
"""How many moves each workflow had before groups, and the digest of their listing.

The solicitation and the agreement have had other moves since.
"""


@pytest.mark.parametrize("name", BEFORE_GROUPS)
def test_the_shipped_workflows_compile_to_the_moves_they_had_before_groups(name: str) -> None:
    text = (ROOT / "workflows" / f"{name}.v1.yaml").read_text(encoding="utf-8")
    lines = [listed(move.model_dump()) for move in read(text, name)[0].moves]
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    assert (len(lines), digest) == BEFORE_GROUPS[name]


def listed(move: dict[str, object]) -> str:
    """Return a move on one line, without what it leaves out."""
    return json.dumps({key: value for key, value in move.items() if value}, sort_keys=True)


@pytest.mark.parametrize(
    ("changes", "flaw"),
    [
        (
            (
                (
                    "    with: [usual]\n    may:\n      change",
                    "    with: [usuall]\n    may:\n      change",
                ),
            ),
            "small.yaml:26:12: no group is called 'usuall' (did you mean 'usual'?)",
        ),
        (
            (("      change_member: {by", "      retire: {by"),),
            "small.yaml:28:7: retire stands here and in the group 'usual' (leave out one of them)",
        ),
        (
            (("      file_paper:\n", "      file_papers:\n"),),
            (
                "small.yaml:22:7: nothing is written for file_papers, and no group of 'first'"
                " has it (did you mean 'file_paper'?)"
            ),
        ),
        (
            (("  usual:\n", "  unused:\n    may: {file_paper: {by: [officer]}}\n  usual:\n"),),
            (
                "small.yaml:13:3: no state takes the group 'unused'"
                " (write `with: [unused]` in a state, or take the group out)"
            ),
        ),
        (
            (("      retire: {by: [officer], to: closed, optional: true}\n", "      retire:\n"),),
            "small.yaml:16:7: retire does not say who may give it",
        ),
    ],
)
def test_what_groups_can_get_wrong_is_named_at_its_place(
    changes: tuple[tuple[str, str], ...], flaw: str
) -> None:
    assert flaw in refused(*changes)


def test_two_groups_of_a_state_do_not_say_one_command() -> None:
    flaws = refused(
        ("  usual:\n", "  other:\n    may: {retire: {by: [officer], to: closed}}\n  usual:\n"),
        (SECOND_TAKES, SECOND_TAKES.replace("usual", "usual, other")),
    )
    assert flaws == ["small.yaml:28:19: retire stands in the groups 'usual' and 'other'"]


def test_a_proof_points_into_the_group_and_names_the_states_that_took_it() -> None:
    text = GROUPED.replace(
        "      retire: {by: [officer], to: closed", "      retire: {by: [wizard], to: closed"
    )
    workflow, tree = read(text, "small.yaml")
    [flaw] = prove(workflow, tree, NoLetters())  # type: ignore[arg-type]
    assert str(flaw).startswith(
        "small.yaml:16:21: no role is called 'wizard' (taken by first, second) (the roles are "
    )


def test_a_flaw_of_one_state_alone_names_that_state() -> None:
    text = GROUPED.replace(
        "closed: {phase: registers, final: true}",
        "closed: {phase: registers, final: true, with: [usual]}",
    )
    text = text.replace("to: closed, optional", "to: second, optional")
    workflow, tree = read(text, "small.yaml")
    flaws = [str(flaw) for flaw in prove(workflow, tree, NoLetters())]  # type: ignore[arg-type]
    assert (
        "small.yaml:16:31: retire leaves 'closed', which is an end (taken by closed)"
        " (leave out `to`)" in flaws
    )


def test_the_shipped_letters_are_still_proved() -> None:
    text = (ROOT / "workflows" / "rfp.v1.yaml").read_text(encoding="utf-8")
    text = text.replace(
        "protests/received: heard_protester", "protests/recieved: heard_protester", 1
    )
    workflow, tree = read(text, "rfp.v1.yaml")
    flaws = prove(workflow, tree, Templates([ROOT / "templates"]))
    messages = [flaw.message for flaw in flaws if "recieved" in flaw.message]
    assert messages == [
        (
            "there is no letter called 'protests/recieved' (taken by open, held, opening,"
            " screening, evaluation, negotiation, intent_to_award, awarded)"
        )
    ]
