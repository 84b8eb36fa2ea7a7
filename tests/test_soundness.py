"""Each proof has a workflow that breaks it; the shipped files break none."""

from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from solicitation_flow.errors import Flaw
from solicitation_flow.paper import Templates
from solicitation_flow.records.protests import Protest
from solicitation_flow.soundness import prove
from solicitation_flow.workflow import Workflow, read
from tests.phases import builders

ROOT = Path(__file__).resolve().parents[1]

SMALL = """\
workflow: small
version: 1
title: Somebody is asked, answers or does not, and leaves
law: [registers, papers]
number: "T-{year}-{count:03}"
opened_by: {command: open_person, by: [officer]}
initial: drafting
deadlines:
  answer_due: {fires: retire, notice: answer/reminder}
everywhere:
  except: [closed]
  may:
    determine: {by: [approver], guards: [approver_is_not_author], optional: true}
states:
  drafting:
    phase: registers
    may:
      change_person: {by: [officer], to: asked, starts: [answer_due], optional: true}
  asked:
    phase: registers
    may:
      change_member: {by: [officer], restarts: [answer_due], optional: true}
      change_supplier: {by: [supplier], to: answered, meets: [answer_due], optional: true}
      retire: {by: [clock], to: closed, meets: [answer_due]}
  answered:
    phase: registers
    may:
      change_member: {by: [officer], to: closed, optional: true}
  closed:
    phase: registers
    final: true
    may:
      file_paper: {by: [officer], optional: true}
"""


class Definitions:
    """A definitions of letters, one of them with a flaw of its own."""

    def names(self) -> list[str]:
        """Return every letter there is."""
        return ["answer/reminder", "answer/torn"]

    def check(self, notice: str, known: Collection[str] | None = None) -> list[Flaw]:
        """Return what is wrong with a letter's own file."""
        assert known is None or "case.number" in known
        return [Flaw("answer/torn.md", 3, 1, "it is torn")] if notice == "answer/torn" else []


def flaws(text: str) -> list[Flaw]:
    workflow, tree = read(text, "small.yaml")
    return prove(workflow, tree, Definitions())


def broken(*changes: str) -> tuple[str, int, int]:
    """Return SMALL with `old -> new` changes made, and the place that `^` marks in it."""
    text = SMALL
    for change in changes:
        old, _, new = change.partition(" => ")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the text"
        text = text.replace(old, new)
    assert text.count("^") == 1, "one place is marked"
    index = text.index("^")
    line = text.count("\n", 0, index) + 1
    return text.replace("^", ""), line, index - text.rfind("\n", 0, index)


RETIRE = "retire: {by: [clock], to: closed, meets: [answer_due]}"
LOST = "lost: {phase: registers, may: {file_paper: {by: [officer], %soptional: true}}}"
OPENS = "change_person: {by: [officer], to: asked, starts: [answer_due], optional: true}"
ANSWERS = "change_supplier: {by: [supplier], to: answered, meets: [answer_due], optional: true}"
LEAVES = "change_member: {by: [officer], to: closed, optional: true}"
ENDS = "file_paper: {by: [officer], optional: true}"

BREAKS: dict[str, tuple[tuple[str, ...], str]] = {
    "a state nothing leads to": (
        ("states:\n => states:\n  ^" + LOST % "to: closed, " + "\n",),
        "the state 'lost' is never reached: no move leads to it (lead a move to it,",
    ),
    "a state only lost ones lead to": (
        (
            "states:\n => states:\n  "
            + LOST % "to: found, "
            + "\n  ^"
            + LOST.replace("lost", "found") % "to: closed, "
            + "\n",
        ),
        "the state 'found' is never reached: it is entered only from lost",
    ),
    "a state without a way out": (
        (f"{LEAVES} => {LEAVES.replace('to: closed, ', '')}", "  answered:\n =>   ^answered:\n"),
        (
            "a case in 'answered' (drafting -> asked -> answered) can never reach an end"
            " (the ends are closed)"
        ),
    ),
    "no end at all": (
        ("    final: true\n => ", "states:\n => ^states:\n"),
        "no state is an end (mark at least one `final: true`)",
    ),
    "a move out of an end": (
        (f"{ENDS} => file_paper: {{by: [officer], ^to: answered, optional: true}}",),
        "file_paper leaves 'closed', which is an end (leave out `to`)",
    ),
    "a shared move out of an end": (
        (
            "except: [closed] => except: []",
            "by: [approver], => by: [approver], ^to: drafting, drops: [answer_due],",
        ),
        "determine leaves 'closed', which is an end (add closed to `except`)",
    ),
    "a way after an open one": (
        (
            (
                f"{OPENS} => change_person:\n"
                "        - {by: [officer, member], to: asked, starts: [answer_due]}\n"
                "        - ^{by: [officer], to: answered, optional: true}"
            ),
        ),
        "change_person never goes this way: for officer an earlier way has no guard",
    ),
    "a way two open ones take together": (
        (
            (
                f"{OPENS} => change_person:\n"
                "        - {by: [officer], to: asked, starts: [answer_due], optional: true}\n"
                "        - {by: [custodian], to: answered, optional: true}\n"
                "        - ^{by: [custodian, officer], optional: true}"
            ),
        ),
        "for custodian, officer an earlier way",
    ),
    "a way whose guards were all asked before": (
        (
            (
                "determine: {by: [approver], guards: [approver_is_not_author], optional: true} =>"
                " determine:\n"
                "    - {by: [approver], guards: [approver_is_not_author], optional: true}\n"
                "    - ^{by: [approver], guards: [approver_is_not_author], optional: true}"
            ),
        ),
        "determine never goes this way",
    ),
    "a deadline that passes where nobody answers": (
        (
            f"{ANSWERS} => {ANSWERS.replace('meets: [answer_due], ', '')}",
            "  answered:\n =>   ^answered:\n",
        ),
        (
            "answer_due can pass unmet in 'answered' (drafting -> asked -> answered),"
            " which does not offer retire"
        ),
    ),
    "a subject's deadline that is met only for one": (
        ("{fires: retire, => {fires: retire, subject: firm,", "  answered:\n =>   ^answered:\n"),
        "answer_due can pass unmet in 'answered'",
    ),
    "a deadline nothing starts": (
        ("deadlines:\n => deadlines:\n  ^board_date: {fires: retire}\n",),
        "no move that can be taken starts board_date (start it somewhere)",
    ),
    "a deadline that is only restarted": (
        (
            f"{OPENS} => {OPENS.replace('starts', 'restarts')}",
            "  answer_due: {f =>   ^answer_due: {f",
        ),
        "no move that can be taken starts answer_due (say `starts` where it begins)",
    ),
    "a timed command open to people": (
        (f"{RETIRE} => {RETIRE.replace('by: [clock]', '^by: [clock, officer]')}",),
        "retire is fired by answer_due, so it is the clock's alone (write `by: [clock]`)",
    ),
    "a clock that nothing rings": (
        (f"{ENDS} => {ENDS}\n      change_person: {{by: [^clock]}}",),
        "no deadline fires change_person, so the clock never gives it",
    ),
    "a timed command that can be refused": (
        (f"{RETIRE} => {RETIRE[:-1]}, ^guards: [approver_is_not_author]}}",),
        "the last way of retire is guarded, but the clock cannot be refused",
    ),
    "a timed guard that wants a form": (
        (f"{RETIRE} => {RETIRE[:-1]}, guards: [^approver_is_not_author]}}",),
        "the guard approver_is_not_author asks for a form, and the clock fills in none",
    ),
    "a timed command that wants a form": (
        (
            "fires: retire => fires: change_person",
            f"{RETIRE} => ^{RETIRE.replace('retire', 'change_person')}",
        ),
        "the clock fills in no form, but change_person asks for name, email, roles",
    ),
    "a timed command that fires for ever": (
        (f"{RETIRE} => retire: {{by: [clock], to: answered, ^meets: []}}",),
        "answer_due fires retire, which does not meet it (write `meets: [answer_due]`",
    ),
    "a timed command where nothing can pass": (
        (f"{LEAVES} => {LEAVES}\n      ^{RETIRE}",),
        "retire is never given here: answer_due cannot pass in 'answered'",
    ),
    "a window from notice that the clock would start": (
        (
            "deadlines:\n => deadlines:\n  grace: {fires: retire, runs_from: notice}\n",
            f"{RETIRE} => retire: {{by: [clock], starts: [^grace], meets: [answer_due]}}",
        ),
        "the clock cannot start grace: it runs from a notice that a person gives",
    ),
    "a deadline started at an end": (
        (f"{LEAVES} => {LEAVES[:-1]}, starts: [^answer_due]}}",),
        "answer_due would be dropped at once: change_member leads to the end 'closed'",
    ),
    "a deadline started and met in one move": (
        (f"{ANSWERS} => {ANSWERS[:-1]}, restarts: [^answer_due]}}",),
        "change_supplier starts answer_due and ends it at once",
    ),
    "a role nobody holds": (
        (f"{OPENS} => {OPENS.replace('[officer]', '[^oficer]')}",),
        "no role is called 'oficer' (did you mean 'officer'?)",
    ),
    "a role nobody holds, far from any": (
        ("open_person, by: [officer] => open_person, by: [^wizard]",),
        "no role is called 'wizard' (the roles are officer, approver,",
    ),
    "a move for nobody": (
        (f"{LEAVES} => {LEAVES.replace('by: [officer]', '^by: []')}",),
        "nobody may give this command",
    ),
    "a move nobody is told of": (
        (f"{LEAVES} => ^{LEAVES.replace(', optional: true', '')}",),
        (
            "nobody is told that change_member is owed: the law has no duty for it"
            " (add a duty, or write `optional: true`)"
        ),
    ),
    "a reminder whose paper is lost": (
        ("notice: answer/reminder => ^notice: answer/remindr",),
        "there is no letter called 'answer/remindr' (did you mean 'answer/reminder'?)",
    ),
    "a rule nobody knows": (
        ("{fires: retire, => {fires: retire, ^rule: two_pairs_of_eye,",),
        "no rule of law is called 'two_pairs_of_eye' (did you mean 'two_pairs_of_eyes'?)",
    ),
    "a phase outside the law": (
        ("  answered:\n    phase: registers =>   answered:\n    ^phase: register",),
        "the phase 'register' is not part of this workflow's law (did you mean 'registers'?)",
    ),
    "a number of unknown parts": (
        ('number: "T-{year}-{count:03}" => ^number: "T-{yaer}-{count:03}"',),
        "no part of a number is called 'yaer' (did you mean 'year'?)",
    ),
    "a number that cannot be read": (
        ('number: "T-{year}-{count:03}" => ^number: "T-{year"',),
        "is no pattern for numbers",
    ),
    "a count in the middle": (
        ('number: "T-{year}-{count:03}" => ^number: "T-{count}-{year}"',),
        "the count must stand at the end of a number",
    ),
    "a key no form asks for": (
        (
            "command: open_person => command: retire",
            'number: "T-{year}-{count:03}" => ^number: "T-{key}"',
        ),
        "retire has no field `key` to make numbers of",
    ),
    "a parent's number without a parent": (
        ('number: "T-{year}-{count:03}" => ^number: "{parent}-T{count}"',),
        "a number cannot begin with a parent's: there is none",
    ),
}


def test_the_small_workflow_is_sound() -> None:
    assert flaws(SMALL) == []


@pytest.mark.parametrize("name", BREAKS)
def test_a_flaw_is_found_at_its_place(name: str) -> None:
    changes, message = BREAKS[name]
    text, line, column = broken(*changes)
    result = flaws(text)
    here = [str(flaw) for flaw in result if (flaw.line, flaw.column) == (line, column)]
    assert any(message in shown for shown in here), [str(flaw) for flaw in result]


def test_a_letters_own_flaws_come_with_its_own_file() -> None:
    result = flaws(SMALL.replace("answer/reminder", "answer/torn"))
    assert [str(flaw) for flaw in result] == ["answer/torn.md:3:1: it is torn"]


def test_a_shared_move_complains_once() -> None:
    text = SMALL.replace("by: [approver]", "by: [aprover]")
    assert [flaw.message for flaw in flaws(text)] == ["no role is called 'aprover'"]


def test_flaws_are_told_together_in_the_order_of_the_file() -> None:
    text = SMALL.replace("by: [officer]", "by: [oficer]").replace('number: "T-', 'number: "{kye}')
    result = flaws(text)
    assert len(result) > 5
    assert result == sorted(result, key=lambda flaw: (flaw.line, flaw.column))


RULES = builders.profile("va-local").rules.keys()
SHIPPED = sorted((ROOT / "workflows").glob("*.yaml"))


def compiled(name: str) -> Workflow:
    return read((ROOT / "workflows" / f"{name}.v1.yaml").read_text(encoding="utf-8"), name)[0]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_workflows_are_sound(path: Path) -> None:
    workflow, tree = read(path.read_text(encoding="utf-8"), path.name)
    parents = [compiled(name) for name in workflow.parent]
    assert prove(workflow, tree, Templates([ROOT / "templates"]), parents, RULES) == []


def test_a_letter_that_speaks_of_what_is_not_there(tmp_path: Path) -> None:
    torn = tmp_path / "notices" / "award" / "cancelled.md"
    torn.parent.mkdir(parents=True)
    torn.write_text("---\nsubject: About {{ case.nmber }}\n---\nIt is over.\n", encoding="utf-8")
    text = (ROOT / "workflows" / "rfp.v1.yaml").read_text(encoding="utf-8")
    workflow, tree = read(text, "rfp.v1.yaml")
    templates = Templates([tmp_path, ROOT / "templates"])
    [shown] = map(str, prove(workflow, tree, templates, rules=RULES))
    assert shown.startswith(f"{torn}:2:")
    assert "the word 'case.nmber' is not offered to this letter (did you mean 'number'?)" in shown


class UnreadLetters:
    """The shipped letters by name alone: what stands in them is proved elsewhere."""

    def names(self) -> list[str]:
        """Return every letter there is."""
        return Templates([ROOT / "templates"]).names()

    def check(self, notice: str, known: Collection[str] | None = None) -> list[Flaw]:
        """Return nothing: the letter is not read."""
        assert notice
        assert known is None or known
        return []


def shipped_rfp(old: str, new: str) -> list[tuple[str, str]]:
    """Return the flaws of the shipped file after a change: the line's text, and the message."""
    text = (ROOT / "workflows" / "rfp.v1.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    text = text.replace(old, new)
    workflow, tree = read(text, "rfp.v1.yaml")
    result = prove(workflow, tree, UnreadLetters(), rules=RULES)
    return [(text.splitlines()[flaw.line - 1].strip(), str(flaw)) for flaw in result]


@pytest.mark.parametrize(
    ("arrows", "says"),
    [
        ({"denied": ("won",)}, "the arrows of a protest name 'won', which is no status of it"),
        ({"lost": ()}, "the arrows of a protest name 'lost', which is no status of it"),
        ({"denied": None}, "no arrows say what may become of a protest that is 'denied'"),
        ({"denied": ("pending",)}, "no protest ever becomes pending, denied, sustained"),
        (None, "no arrows say what may become of a protest"),
    ],
)
def test_statuses_of_child_facts_are_declared_like_states(
    monkeypatch: pytest.MonkeyPatch,
    arrows: Mapping[str, tuple[str, ...] | None] | None,
    says: str,
) -> None:
    changed = {**Protest.arrows, **(arrows or {})}
    kept = {status: dests for status, dests in changed.items() if dests is not None}
    monkeypatch.setattr(Protest, "arrows", None if arrows is None else kept)
    [(line, shown)] = shipped_rfp("version: 1\n", "version: 1 \n")
    assert line.startswith("law: [preparation, ")
    assert "protests, papers]" in line[int(shown.split(":")[2]) - 1 :]
    assert says in shown


def test_a_move_whose_paper_is_lost() -> None:
    [(line, shown)] = shipped_rfp("award/cancelled: followers", "award/canceled: followers")
    assert line.startswith("notices: {award/canceled: followers")
    assert "there is no letter called 'award/canceled' (did you mean 'award/cancelled'?)" in shown


def test_a_reminder_without_a_paper() -> None:
    [(line, shown)] = shipped_rfp("    notice: responses/reminder\n", "")
    assert line.startswith("remind: {followers: [P7D, P2D, PT4H]")
    assert "proposals_due reminds, but not with which letter (add `notice:`" in shown


def test_a_closing_forgotten_in_the_shipped_workflow() -> None:
    result = shipped_rfp("drops: [standstill], guards: [reason_on_file]", "guards: []")
    assert [line for line, _ in result] == ["evaluation:", "negotiation:"]
    assert (
        "standstill can pass unmet in 'evaluation' (drafting -> open -> opening -> screening"
        " -> evaluation -> intent_to_award -> evaluation), which does not offer end_standstill"
        in result[0][1]
    )
