"""Letters: whole in every case, the same bytes for the same facts, and no word makes a header."""

import re
from dataclasses import replace
from email import message_from_string
from email.header import decode_header, make_header
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from solicitation_flow import records
from solicitation_flow.casefile import Actor
from solicitation_flow.notices import FIXED, Recipient, Sender, offered, webpage
from solicitation_flow.notices.context import REMINDS, Context, period
from solicitation_flow.notices.views import View, fields
from solicitation_flow.notices.writing import WATERMARK, Names
from solicitation_flow.paper import MissingWord, Templates, Unwritable
from solicitation_flow.records import canonical, digest
from solicitation_flow.records.amendments import Amendment
from solicitation_flow.records.ledger import Letter
from solicitation_flow.records.preparation import Solicitation
from solicitation_flow.workflow import Workflow, read
from tests.letterbook import SIZES
from tests.letters import (
    ACME,
    BIRCHWAY,
    DUE,
    GOLDEN,
    NUMBER,
    POSTED,
    SHIPPED,
    UNSET,
    WORKFLOWS,
    Occasion,
    law,
    opened,
    page,
)

NOTICES = sorted(SIZES["min"])


@cache
def templates() -> Templates:
    return Templates([SHIPPED])


def occasion(notice: str, size: str = "max") -> Occasion:
    return SIZES[size][notice]()


def letter(notice: str, size: str = "max", **other: Any) -> Letter:
    return occasion(notice, size).letter(notice, templates(), **other)


def text(written: Letter) -> str:
    return str(opened(written).get_content())


# --- every letter, with the least and with the most --------------------------------------------


@pytest.mark.parametrize("size", sorted(SIZES))
@pytest.mark.parametrize("notice", NOTICES)
def test_the_letter_reads_as_it_was_approved(notice: str, size: str) -> None:
    approved = (GOLDEN / f"{notice}.{size}.txt").read_text(encoding="utf-8")
    assert page(letter(notice, size)) == approved, "if this is right: python -m tests.letterbook"


@pytest.mark.parametrize("notice", NOTICES)
def test_the_letter_looks_in_a_browser_as_it_was_approved(notice: str) -> None:
    approved = (GOLDEN / f"{notice}.max.html").read_text(encoding="utf-8")
    assert webpage.page(letter(notice)) == approved, "if right: python -m tests.letterbook"


def test_there_is_an_approved_page_for_every_letter_and_for_nothing_else() -> None:
    assert templates().names() == NOTICES == sorted(SIZES["max"])
    held = {str(path.relative_to(GOLDEN)) for path in GOLDEN.rglob("*.*")}
    wanted = {f"{notice}.{size}.txt" for notice in NOTICES for size in SIZES}
    assert held == wanted | {f"{notice}.max.html" for notice in NOTICES}


def test_no_letter_is_a_stub() -> None:
    for path in [*SHIPPED.rglob("*.md"), *GOLDEN.rglob("*.*")]:
        assert "STUB" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("size", sorted(SIZES))
@pytest.mark.parametrize("notice", NOTICES)
def test_a_letter_is_plain_mail_that_any_server_carries_unchanged(notice: str, size: str) -> None:
    written = letter(notice, size)
    assert written.message.isascii()
    assert max(map(len, written.message.split("\n"))) <= 78
    assert "\r" not in written.message
    assert not re.search(r"\b(None|True|False|Undefined)\b|[{}]", text(written))
    assert opened(written)["Content-Transfer-Encoding"] == "7bit"


@pytest.mark.parametrize("notice", NOTICES)
def test_every_letter_says_who_writes_about_what_when_and_by_which_rules(notice: str) -> None:
    written = occasion(notice)
    shown = " ".join(text(letter(notice)).split())
    for word in (
        written.sender.name,
        written.case.number,
        written.case.title,
        written.law.spoken(written.now),
        written.recipient.name,
        f"Rules applied: {written.law.title}, edition {written.law.edition}.",
        f"Reference: {written.case.number}, {written.cause}, {notice}.",
    ):
        assert word in shown


@cache
def workflow(name: str) -> Workflow:
    path = WORKFLOWS / f"{name}.v1.yaml"
    return read(path.read_text(encoding="utf-8"), path.name)[0]


def owed() -> list[tuple[str, str, str | None]]:
    """Every letter a shipped workflow writes: workflow, notice, command."""
    owed_letters: dict[tuple[str, str, str | None], None] = {}
    for name in sorted(path.name.partition(".")[0] for path in WORKFLOWS.glob("*.yaml")):
        moves = workflow(name).moves
        owed_letters |= {
            (name, notice, move.command): None for move in moves for notice, _ in move.notices
        }
        rows = workflow(name).deadlines.values()
        owed_letters |= {(name, row.notice, None): None for row in rows if row.notice}
    return list(owed_letters)


def test_every_letter_a_workflow_owes_has_its_least_and_its_most() -> None:
    wanted = {notice for _, notice, _ in owed()}
    assert wanted == set(SIZES["min"]) == set(SIZES["max"])


def test_every_letter_a_workflow_owes_is_proven_against_the_words_it_is_offered() -> None:
    for name, notice, command in owed():
        above = [workflow(parent) for parent in workflow(name).parent]
        words = offered(workflow(name), above[0] if above else None, command)
        assert templates().check(notice, words) == []


# --- the words offered -------------------------------------------------------------------------


def test_a_kind_of_record_has_no_name_that_is_taken() -> None:
    records.parse("paper", '{"paper":"a","title":"a","name":"a","bytes":1,"digest":"a","version":1,'
                  '"filed_by":"a","filed_at":"2026-01-01T00:00:00Z"}')  # fmt: skip
    with pytest.raises(KeyError):
        records.parse("no_such_kind", "{}")  # loads every module of nouns on its way
    assert not {*FIXED, *REMINDS, "all", "parent", "names"} & set(records.KINDS)


def test_what_is_offered_before_is_there_when_the_letter_is_written() -> None:
    written = occasion("responses/receipt")
    seen: list[str] = []

    class Watching(Context):
        def __iter__(self) -> Any:
            return super().__iter__()

    context = Watching(written.case, {})
    seen += context
    promised = {word.split(".")[0] for word in offered(workflow("rfp"), None, "receive")}
    assert set(seen) <= promised | set(FIXED)
    assert {"solicitation", "publication", "evaluation_plan", "case", "all", "deadlines"} <= set(
        seen
    )
    assert len(context) == len(seen)


def test_offered_words_follow_the_workflow_its_parent_and_its_command() -> None:
    rfp, agreement = workflow("rfp"), workflow("agreement")
    words = offered(rfp, None, "amend")
    assert {
        "all.amendment.summary",
        "form.summary",
        "deadlines.standstill",
        "intent.basis",
    } <= words
    assert {"all.proposal.stands", "evaluation_plan.judged"} <= words
    assert not {"amendment", "deadline", "offset", "parent", "agreement.title"} & words
    words = offered(rfp)
    assert {"deadline.due_at", "offset"} <= words
    assert "form" not in words
    words = offered(agreement, rfp, "publish")
    assert {"agreement.title", "parent.solicitation.contact", "parent.case.number"} <= words
    assert {"form.packet_at", "parent.all.amendment.number", "all.paper.title"} <= words
    assert "solicitation" not in words


def own(folder: Path, text: str, notice: str = "award/intent", **other: Any) -> str:
    path = folder / "notices" / f"{notice}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\nsubject: x\n---\n{text}", encoding="utf-8")
    written = occasion(notice).letter(notice, Templates([folder, SHIPPED]), training=False, **other)
    return str(opened(written).get_content())


@pytest.mark.parametrize(
    ("expression", "answer"),
    [
        ("case.number ~ ' ' ~ case.state", f"{NUMBER} intent to award"),
        ("intent.winners | map('party') | list", f"{ACME.name} and {BIRCHWAY.name}"),
        ("all.intent | length", "1"),
        ("all.amendment | length", "0"),
        ("deadlines.proposals_due | instant", law().spoken(DUE)),
        ("boundaries.proposals_due", "before"),
        ("actor.name ~ ' as ' ~ actor.roles | list", "maria as officer"),
        ("law.number('protest_window')", "10 calendar days"),
        ("law.citation('protest_window')", "Va. Code 2.2-4360(A) (edition 2024; text read)"),
        ("law.number('amendment_floor')", "a number that is not known here"),
        ("law.number('no_such_rule')", "a number that is not known here"),
        ("'yes' if law.is_read('standstill') else law.trust('standstill')", "common practice, no"),
        ("law.zone ~ ' ' ~ law.edition", "America/New_York 2024"),
        ("recipient.slug ~ ' of ' ~ recipient.register", "acme of supplier"),
        ("solicitation.agency", "Prince William County Public Schools"),
        ("evaluation_plan.criteria[1].points", "29.5"),
        ("evaluation_plan.price_points", "30.5"),
    ],
)
def test_a_letter_may_say(tmp_path: Path, expression: str, answer: str) -> None:
    assert own(tmp_path, f"{{{{ {expression} }}}}").startswith(answer)


def test_an_agreement_reads_its_solicitation(tmp_path: Path) -> None:
    words = own(
        tmp_path,
        "{{ parent.case.number }}; {{ parent.solicitation.contact }}; "
        "{{ parent.award.winners | list }}; {{ parent.deadlines.proposals_due | date }}; "
        "{{ parent.all.listed | length }}",
        "agreements/publication",
    )
    assert " ".join(words.split()) == (
        f"{NUMBER}; Maria Alvarez, purchasing office, room 12; acme; Friday, 18 August 2017; 1"
    )


@pytest.mark.parametrize(
    "expression",
    [
        "award.basis",
        "amendment.summary",
        "all.amendement",
        "parent.case.number",
        "deadline.due_at",
        "deadlines.standstill",
        "intent.reason",
        "names",
        "intent.winner | list",
    ],
)
def test_a_word_there_is_nothing_for_stops_the_letter(tmp_path: Path, expression: str) -> None:
    with pytest.raises(Unwritable):
        own(tmp_path, f"{{{{ {expression} }}}}")


@pytest.mark.parametrize(
    "expression",
    [
        "intent.__class__",
        "intent._seen",
        "intent.model_dump()",
        "intent.evolve()",
        "intent.parse_raw('x')",
        "intent.parse_file('/etc/hostname')",
        "all._case",
        "law._law",
        "law._law.program",
        "form.model_fields",
        "actor.__dict__",
        "deadlines.__dict__",
    ],
)
def test_a_template_reaches_nothing_that_a_record_or_a_case_could_do(
    tmp_path: Path, expression: str
) -> None:
    with pytest.raises(Unwritable):
        own(tmp_path, f"{{{{ {expression} }}}}")


def test_a_view_shows_fields_and_own_properties_only() -> None:
    assert {"winners", "basis", "key"} <= set(
        fields(type(occasion("award/intent").case.records["intent", "the"]))
    )
    shown = View(occasion("award/intent").case.records["intent", "the"])
    for name in ("model_fields", "model_dump", "body", "plain", "copy", "json"):
        assert not hasattr(shown, name)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("P7D", "7 days"),
        ("P1D", "1 day"),
        ("PT4H", "4 hours"),
        ("P1DT2H30M", "1 day and 2 hours and 30 minutes"),
        ("P2W", "14 days"),
        ("PT0S", "no time"),
    ],
)
def test_a_period_is_spoken(written: str, spoken: str) -> None:
    assert period(written) == spoken


def test_a_set_of_roles_is_always_in_the_same_order(tmp_path: Path) -> None:
    several = Actor("maria", frozenset({"officer", "custodian", "approver", "evaluator"}))
    words = own(tmp_path, "{% for role in actor.roles %}{{ role }} {% endfor %}", actor=several)
    assert words.split() == sorted(several.roles)


def test_names_are_always_in_the_same_order_and_the_recipient_is_among_them_once() -> None:
    others = {f"firm{number}": f"Firm {number}" for number in range(50)}
    known, new = ACME, Recipient("supplier:firm7", "Seven (simulated)", "")
    assert list(Names(others, known)) == [*others, "acme"]
    assert list(Names(others, new)) == list(others)
    assert (len(Names(others, known)), len(Names(others, new))) == (51, 50)
    assert Names(others, new)["firm7"] == "Seven (simulated)"


def test_a_rule_the_jurisdiction_does_not_have_is_said_to_have_no_source(tmp_path: Path) -> None:
    words = own(tmp_path, "{{ law.citation('no_such_rule') }}{{ law.note('no_such_rule') or '.' }}")
    assert words.startswith("the rules applied here name no source for this.")


# --- the same facts, the same bytes ------------------------------------------------------------


@pytest.mark.parametrize("notice", NOTICES)
def test_the_same_facts_make_the_same_bytes(notice: str) -> None:
    again = occasion(notice).letter(notice, Templates([SHIPPED]))
    assert again == letter(notice)


def test_the_digest_covers_what_leaves_and_to_whom() -> None:
    written = letter("award/intent")
    signed = {
        name: getattr(written, name)
        for name in ("case", "cause", "notice", "recipient", "address", "message")
    }
    assert written.digest == digest(canonical(signed))
    for other in (
        letter("award/intent", cause="move:8"),
        letter("award/intent", recipient=Recipient(ACME.key, ACME.name, "x@acme.example")),
        letter("award/intent", now=DUE),
    ):
        assert other.digest != written.digest


def test_a_message_id_is_made_of_its_cause_and_stays_while_words_change() -> None:
    written = letter("award/intent")
    later = letter("award/intent", now=DUE, training=False, names={})
    moved = letter("award/intent", recipient=Recipient(ACME.key, "Other name", "other@x.example"))
    assert written.message_id == later.message_id == moved.message_id
    assert written.message_id == opened(written)["Message-ID"]
    assert re.fullmatch(r"<[0-9a-f]{32}@lead\.example>", written.message_id)
    others = [
        letter("award/intent", cause="move:8"),
        letter("award/intent", recipient=Recipient("supplier:x", "X", "x@x.example")),
        letter("award/regret"),
        letter("award/intent", "min"),
    ]
    assert len({written.message_id, *(other.message_id for other in others)}) == 5


def test_a_message_id_is_never_folded_however_long_the_domain() -> None:
    sender = Sender("Purchasing", "p@" + "x" * 60 + "." + "y" * 60 + ".example")
    written = letter("award/intent", sender=sender)
    assert f"\nMessage-ID: {written.message_id}\n" in written.message


def test_a_letter_is_queued_and_keeps_what_it_is_about() -> None:
    written = letter("award/intent", cause="move:9")
    assert written.key == (NUMBER, "move:9", "award/intent", "supplier:acme")
    assert (written.status, written.settled_at, written.written_at) == ("queued", None, POSTED)
    assert written.address == "bids@acme.example"
    assert written.subject == opened(written)["Subject"]
    assert set(written._fields) >= {"digest", "message_id"}


def test_the_mail_is_dated_when_it_was_written_in_the_agencys_zone() -> None:
    mail = opened(letter("award/intent"))
    assert mail["Date"] == "Tue, 29 Aug 2017 09:00:00 -0400"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Solflow-Case"] == NUMBER
    assert mail.get_content_type() == "text/plain"


# --- hostile words -----------------------------------------------------------------------------

HOSTILE = "Acme\r\nBcc: all@x.example\r\n\r\nDear all,\x00\u2028{{ secret }} {% if %} \u202eevil"
HEADERS = {
    *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Solflow-Case"),
    *("Content-Type", "Content-Transfer-Encoding", "MIME-Version"),
}


def test_words_that_pass_for_encoded_words_are_shown_as_they_were_written() -> None:
    name = "=?utf-8?q?Someone_else?= Inc."
    sent = letter("award/intent", recipient=Recipient("supplier:x", name, "x@y.example"))
    assert opened(sent)["To"].addresses[0].display_name.startswith("=?utf-8?q?Someone_else?=")
    quoted = Recipient("supplier:x", 'A "B" \\ C, D', "x@y.example")
    sent = letter("award/intent", recipient=quoted, training=False)
    assert opened(sent)["To"].addresses[0].display_name == quoted.name


def test_no_name_title_or_address_makes_a_header_or_a_paragraph() -> None:
    written = occasion("award/intent")
    case = replace(written.case, title=HOSTILE, owner=HOSTILE)
    for address in (
        "bids@acme.example",
        HOSTILE,
        "a@b.example\r\nBcc: c@d.example",
        "a b@c",
        "@",
        "a@b@c",
    ):
        sent = letter(
            "award/intent",
            case=case,
            recipient=Recipient("supplier:acme", HOSTILE, address),
            sender=Sender(HOSTILE, "purchasing@lead.example"),
            cause=HOSTILE,
        )
        mail = opened(sent)
        assert set(mail.keys()) == HEADERS
        assert len(mail.keys()) == len(HEADERS)
        assert mail["Bcc"] is None
        assert not mail.defects
        assert "\nDear all" not in text(sent)
        assert "{{ secret }} {% if %} evil" in " ".join(text(sent).split())
        assert sent.address == ("bids@acme.example" if address == "bids@acme.example" else "")


def test_a_sender_with_a_bad_address_still_writes_and_adds_no_header() -> None:
    sent = letter("award/intent", sender=Sender("P", "a@b.example\nBcc: x@y.example"))
    assert set(opened(sent).keys()) == HEADERS
    assert sent.message_id.endswith("@solicitation-flow.invalid>")


@pytest.mark.parametrize("address", ["", "nobody", "a@b\n"])
def test_a_letter_nobody_can_mail_is_written_for_paper_and_says_so(address: str) -> None:
    sent = letter("award/intent", recipient=Recipient("supplier:acme", "Acme", address))
    assert sent.address == ""
    assert sent.trouble.endswith("deliver it on paper")
    assert str(opened(sent)["To"]) == '"Acme (simulated)":;'
    assert letter("award/intent").trouble == ""


@pytest.mark.parametrize(
    "name", ["شركة الأثاث المدرسي", "חברת ריהוט", "家具株式会社", "Ünï Möbel GmbH"]
)
def test_letters_of_any_script_arrive_as_they_were_written(name: str) -> None:
    sent = letter("award/intent", recipient=Recipient("supplier:acme", name, "x@y.example"))
    assert sent.message.isascii()
    # not by the parser's own `display_name`, which puts a space between encoded words
    raw = message_from_string(sent.message)["To"].rpartition("<")[0]
    assert str(make_header(decode_header(raw))).strip() == f"{name} (simulated)"
    assert f"To {name} (simulated)" in text(sent)


def test_a_megabyte_of_words_is_carried_whole_in_lines_mail_can_carry() -> None:
    written = occasion("amendments/amendment")
    for words in ("word " * 200_000, "é" * 1_000_000):
        last = list(written.case.records.values())[-3]
        assert last.kind == "amendment"
        case = written.case.file(last.evolve(summary=words))
        sent = letter("amendments/amendment", case=case)
        assert max(map(len, sent.message.split("\n"))) <= 78
        assert "".join(words.split()) in "".join(text(sent).split())


# --- in a browser ------------------------------------------------------------------------------


@pytest.mark.parametrize("size", sorted(SIZES))
@pytest.mark.parametrize("notice", NOTICES)
def test_words_that_are_set_in_are_set_in_on_the_page_and_no_word_is_lost(
    notice: str, size: str
) -> None:
    written = letter(notice, size)
    shown = webpage.page(written).partition("<main>")[2].partition("</main>")[0]
    quoted = "".join(re.findall(r"<pre><code>(.*?)</code></pre>", shown, re.DOTALL))
    for line in text(written).split("\n"):
        if line.startswith("    "):
            assert line.strip() in unescape(quoted)
    bare = "".join(unescape(re.sub("<[^>]*>", " ", shown)).split()).replace("-", "")
    assert bare == "".join(text(written).split()).replace("-", "")


MARKUP = (
    "<script>alert(1)</script> <b>bold</b> **strong** [Acme](https://evil.example) "
    "![x](https://evil.example/x.png) <https://evil.example> `code` &lt;i&gt; https://evil.example"
)


def test_no_word_of_anybody_becomes_markup() -> None:
    written = occasion("amendments/amendment")
    last = written.case.all(Amendment)[-1]
    hostile = f"{MARKUP}\n# heading\n- item\n1. one\n\n<!-- {MARKUP}\n\n    {MARKUP}"
    case = replace(written.case, title=MARKUP).file(
        last.evolve(summary=hostile, conference_place=MARKUP)
    )
    plain = webpage.page(letter("amendments/amendment"))
    shown = webpage.page(
        letter(
            "amendments/amendment",
            case=case,
            recipient=Recipient("supplier:acme", MARKUP, "bids@acme.example"),
            sender=Sender(MARKUP, "p@lead.example"),
        )
    )
    tags = set(re.findall(r"<[!/a-z][^>]*>", shown)) - set(re.findall(r"<[!/a-z][^>]*>", plain))
    assert tags == set()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "**strong** [Acme](https://evil.example)" in " ".join(shown.split())


def test_a_page_asks_for_nothing_else_and_survives_any_encoding() -> None:
    name = "家具株式会社 & Söhne"
    sent = letter("award/intent", recipient=Recipient("supplier:acme", name, "x@y.example"))
    shown = webpage.page(sent)
    assert shown.isascii()
    assert name in unescape(shown)
    assert not re.search(r"\b(src|href)=|url\(|@import|<link|<script", shown)
    assert "default-src 'none'" in shown


# --- training ----------------------------------------------------------------------------------


@pytest.mark.parametrize("notice", NOTICES)
def test_in_training_every_letter_says_so_first_last_and_in_its_subject(notice: str) -> None:
    written = letter(notice, training=True)
    assert written.subject.startswith("[TRAINING] ")
    assert text(written).startswith(WATERMARK)
    assert text(written).endswith(WATERMARK)
    in_earnest = letter(notice, training=False)
    assert "TRAINING" not in in_earnest.message
    assert "simulated" not in in_earnest.message


def test_in_training_firms_and_members_are_called_simulated_once_and_people_are_not() -> None:
    shown = " ".join(text(letter("award/intent", training=True)).split())
    assert f"{ACME.name} (simulated) and {BIRCHWAY.name} (simulated)" in shown
    marked = Recipient("supplier:acme", "Acme (simulated)", "a@b.example")
    again = letter("award/intent", recipient=marked, training=True)
    assert opened(again)["To"].addresses[0].display_name == "Acme (simulated)"
    assert "(simulated) (simulated)" not in text(again)
    person = letter("issuance/advertisement", training=True)
    assert opened(person)["To"].addresses[0].display_name == "The County Gazette"
    member = letter("agreements/publication", training=True)
    assert opened(member)["To"].addresses[0].display_name == "Fairview City Schools (simulated)"


def test_a_simulated_firm_is_called_so_outside_of_training_too() -> None:
    invented = Recipient("supplier:acme", "Acme", "a@b.example", simulated=True)
    sent = letter("award/intent", recipient=invented, training=False)
    assert opened(sent)["To"].addresses[0].display_name == "Acme (simulated)"


def test_no_template_can_leave_the_watermark_out(tmp_path: Path) -> None:
    path = tmp_path / "notices" / "award" / "intent.md"
    path.parent.mkdir(parents=True)
    path.write_text("---\nsubject: Won\n---\nYou won.", encoding="utf-8")
    sent = occasion("award/intent").letter("award/intent", Templates([tmp_path, SHIPPED]))
    assert sent.subject == "[TRAINING] Won"
    assert text(sent) == f"{WATERMARK}\nYou won.\n\n{WATERMARK}"


# --- what the shipped letters must say ---------------------------------------------------------


def requirement() -> list[tuple[str, str]]:
    required = []
    for notice in NOTICES:
        head = templates().path(notice).read_text(encoding="utf-8").split("---")[1]
        listed = re.search(r"requires:(.*)", head, re.DOTALL)
        assert listed, f"{notice} requires nothing"
        required += [(notice, name) for name in re.findall(r"[a-z_.]+", listed[1])]
    return required


@pytest.mark.parametrize(("notice", "name"), requirement())
def test_a_letter_whose_required_words_were_taken_out_is_refused(
    tmp_path: Path, notice: str, name: str
) -> None:
    definitions = Templates([without(name, tmp_path), SHIPPED])
    flaws = [flaw for flaw in definitions.check(notice) if repr(name) in flaw.message]
    assert flaws
    assert flaws[0].file.endswith(f"{notice}.md")


def without(name: str, folder: Path) -> Path:
    """Return the shipped letters with every block of a name emptied."""
    for path in sorted((SHIPPED / "notices").rglob("*.md")):
        source = path.read_text(encoding="utf-8")
        if name not in source:
            continue
        block = rf"{{% block {re.escape(name)} %}}.*?{{% endblock %}}"
        source = re.sub(block, "", source, flags=re.DOTALL)
        head, fence, rest = source.rpartition("\n---\n")
        rest = re.sub(rf"{{{{ {re.escape(name)}(?![\w.])[^}}]*}}}}", "X", rest)
        to = folder / path.relative_to(SHIPPED)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(head + fence + rest, encoding="utf-8")
    return folder


def test_a_number_of_law_that_is_not_known_is_said_to_be_unknown_and_never_guessed() -> None:
    unknown = text(letter("award/intent", "min"))
    assert "not known in the rules applied here" in unknown
    assert "nobody read the text of a law" in " ".join(unknown.split())
    known = " ".join(text(letter("award/intent")).split())
    assert "received before Saturday, 9 September 2017, 12:00 midnight" in known
    assert "nobody read" not in known
    assert "not known" in text(letter("responses/late"))


def test_a_window_that_runs_from_the_file_has_no_end_before_the_file_is_open() -> None:
    shown = " ".join(text(letter("award/intent", law=law("az-state"))).split())
    assert "counted from the day the procurement file is made available to you" in shown
    assert "Your protest must be received before" not in shown


def test_the_asker_of_a_question_is_never_named() -> None:
    shown = text(letter("amendments/amendment"))
    assert "May one proposal cover seating only?" in shown
    assert "birchway" not in shown.casefold()
    assert "Is there a site visit?" not in shown


def test_a_rivals_scores_and_envelopes_are_in_no_letter() -> None:
    shown = text(letter("award/regret"))
    assert "86.35 of 100 points" in shown
    assert shown.count("points") == 1
    without_sheet = text(letter("award/regret", "min"))
    assert "not among those ranked" in without_sheet


def test_a_letter_without_its_record_is_not_written() -> None:
    bare = occasion("award/intent").case
    bare = bare.file(Solicitation(title="x", agency="y", method="z"))
    left = {key: record for key, record in bare.records.items() if key[0] != "intent"}
    with pytest.raises(MissingWord) as caught:
        letter("award/intent", case=replace(bare, records=left), sender=UNSET)
    assert caught.value.word == "intent"
