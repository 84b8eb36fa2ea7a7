"""Texts and names a supplier types: never template code, a mail header, a page's code or a path."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from html.parser import HTMLParser

import pytest

from solicitation_flow.records.evaluation import stated_price
from tests.rubbish.house import Place, answered
from tests.rubbish.words import HOSTILE, UNSEEN

COMPUTED, WOULD_BE = "{{ 12345679 * 9 }}", "111111111"
"""A sum no letter has, and what a template would make of it."""

SMUGGLED = (
    COMPUTED,
    "Hello\r\nBcc: everybody@evil.example\r\n\r\nBuy now",
    "Hello\nX-Evil: yes\n\n--boundary\nContent-Type: text/html\n\n<b>x</b>",
    "=?utf-8?q?Bcc=3A_x=40evil.example?=",
    "From nobody\n.\nQUIT",
    '"Acme" <x@evil.example>, "B"',
    "*** not training *** **bold** [x](http://evil.example) ![x](http://evil.example/x.png)",
    "</pre></main><script>alert(1)</script>",
    "word " * 3_000,
    *HOSTILE,
)
HEADERS = {
    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Solflow-Case",
    "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
}  # fmt: skip
TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "dl", "dt", "dd", "main",
    "p", "pre", "code", "hr", "ul", "ol", "li", "br",
}  # fmt: skip
NAMES = (
    "..\\..\\x.pdf",
    "-rf",
    "--yes",
    "$(reboot).pdf",
    "{{ 12345679 * 9 }}.pdf",
    "<img src=x onerror=alert(1)>.pdf",
    "=cmd|' .. calc'!A0.pdf",
    "caf\N{LATIN SMALL LETTER E WITH ACUTE}.pdf",
    "a b;c&d|e.pdf",
    ".hidden",
    "CON.pdf",
    "x" * 200 + ".pdf",
)
UNSEEN_NAMES = (
    "a\nBcc: x@evil.example.pdf",
    "\x1b[2J.pdf",
    "safe\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe",
)


class Tags(HTMLParser):
    """Collects the tags of a page, and everything an attribute says."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.said: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.said |= {name for name, _ in attrs}


@pytest.fixture
def spoken(place: Place) -> Iterator[Place]:
    """Return a workspace with every hostile text wherever a supplier may write one."""
    for number, text in enumerate(SMUGGLED, start=1):
        name = " ".join(text.split())[:200]
        assert answered(["act", "S-acme", "change_supplier", f"name={name}"]).code == 0, name
        answer = answered(["act", "RFP-2026-001", "ask", f"text={text}", "--as", "acme"])
        assert answer.code == 0, (text, answer)
        words = ["act", "RFP-2026-001", "answer", f"question={number}", f"text={text}"]
        assert answered(words).code == 0
    assert answered(["tick"]).code == 0
    yield place
    place.mend()


def test_what_a_supplier_types_is_no_header_no_code_and_no_path(spoken: Place) -> None:
    sent = sorted((spoken.here / "outbox").iterdir())
    assert len(sent) >= len(SMUGGLED) * 2
    whole = ""
    for path in sent:
        assert re.fullmatch(r"[0-9TZ.]+_[A-Za-z0-9_-]+\.eml", path.name), path.name
        raw = path.read_bytes()
        mail = message_from_bytes(raw, policy=policy.default)
        assert set(mail.keys()) == HEADERS, path.name
        assert len(mail.keys()) == len(HEADERS), path.name
        assert [address.addr_spec for address in mail["To"].addresses] in (
            ["bids@acme.example"], ["bids@zenith.example"], ["maria@agency.example"],
            ["ben@agency.example"], ["chen@agency.example"], ["dora@agency.example"],
        )  # fmt: skip
        assert not mail.is_multipart()
        assert mail.get_content_type() == "text/plain"
        whole += str(mail.get_content())
    assert WOULD_BE not in whole
    for text in SMUGGLED[:2]:
        assert text.splitlines()[0] in whole, "texts are there as they were typed"
    assert not [path for path in spoken.here.parent.iterdir() if path.name not in OWN]


OWN = {"config", "made", "here"}
"""What stands beside the workspace: nothing else may come to stand there."""


def test_a_letter_s_page_has_no_code_and_no_link_of_a_supplier_s(spoken: Place) -> None:
    listed = answered(["notices", "list", "RFP-2026-001"]).out
    shown = 0
    for line in listed.splitlines():
        match = re.match(r"([0-9a-f]{12})\b", line)
        if not match or "answers" not in line:
            continue
        page = answered(["notices", "show", match[1], "--html"])
        assert page.code == 0, page
        tags = Tags()
        tags.feed(page.out)
        assert tags.tags <= TAGS, tags.tags - TAGS
        assert not any(
            attribute.startswith("on") or attribute in {"href", "src"} for attribute in tags.said
        )
        assert WOULD_BE not in page.out
        shown += 1
    assert shown >= len(SMUGGLED)


def test_what_cannot_be_seen_is_not_taken(place: Place) -> None:
    before = place.digest()
    for text in UNSEEN:
        for words in (
            ["act", "RFP-2026-001", "ask", f"text={text}", "--as", "acme"],
            ["act", "S-acme", "change_supplier", f"name={text}"],
            ["suppliers", "add", "beta", f"name={text}", "email=b@b.example"],
        ):
            answer = answered(words)
            assert answer.code == 2, (words, answer)
            assert re.search(r"^  (text|name): ", answer.err, re.MULTILINE), answer
    assert place.digest() == before


def test_a_word_of_a_million_letters_is_a_bad_field(place: Place) -> None:
    before, long = place.digest(), "x" * 1_000_000
    for words, field in (
        (["act", "RFP-2026-001", "ask", f"text={long}", "--as", "acme"], "text"),
        (["act", "S-acme", "change_supplier", f"name={long}"], "name"),
        (["act", "S-acme", "change_supplier", f"email={long}@x.example"], "email"),
        (["suppliers", "add", long, "name=x", "email=b@b.example"], "key"),
        (["act", "RFP-2026-001", "amend", "summary=x", f"{long}=1"], "no such field"),
    ):
        answer = answered(words)
        assert answer.code == 2, answer.err[:200]
        assert field in answer.err
    assert answered(["show", long]).code == 4
    assert answered([long]).code == 2
    assert place.digest() == before


def test_a_file_s_name_is_a_name_and_never_a_path(place: Place) -> None:
    folder = place.here / "files"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        (folder / name).write_text(f"offer {number}", encoding="utf-8")
        words = ["act", "RFP-2026-001", "receive", f"envelope=@files/{name}", "--as", "acme"]
        answer = answered(words)
        assert answer.code == 0, (name, answer)
    kept = [path for path in (place.here / "documents").rglob("*") if path.is_file()]
    assert len(kept) == len(NAMES)
    assert all(re.fullmatch(r"[0-9a-f]{64}|[0-9a-f]+", path.name) for path in kept), kept
    assert answered(["verify"]).code == 0
    shown = answered(["show", "RFP-2026-001"])
    assert shown.code == 0
    assert WOULD_BE not in shown.out
    for name in UNSEEN_NAMES:
        (folder / name).write_text("offer", encoding="utf-8")
        words = ["act", "RFP-2026-001", "receive", f"envelope=@files/{name}", "--as", "acme"]
        answer = answered(words)
        assert (answer.code, "  envelope" in answer.err) == (2, True), (name, answer)
    place.mend()


def test_every_missing_file_is_named_with_every_other_bad_field(place: Place) -> None:
    start = ["act", "RFP-2026-001", "receive", "--as", "acme"]
    answer = answered([*start, "envelope=@no.pdf", "price=@none.txt"])
    assert answer.code == 4
    assert "envelope: there is no file 'no.pdf'" in answer.err
    assert "price: there is no file 'none.txt'" in answer.err
    answer = answered([*start, "envelope=@no.pdf", "price=@files", "received_at=noon", "x=1"])
    assert answer.code == 2
    for name in ("envelope", "price", "received_at", "x"):
        assert f"\n  {name}: " in answer.err


@pytest.mark.parametrize(
    "text",
    [
        "total:" + " " * 1_000_000 + "x",
        "total" + "\t" * 1_000_000,
        " " * 1_000_000 + "$",
        "total: " + "111," * 250_000,
        "9" * 1_000_000,
        "total: 1e999999",
        "total: NaN",
        "total: -5",
        "total: 5\ntotal: 6",
        "\0" * 1_000_000,
        f"total: {COMPUTED}",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_price_nobody_can_read_is_left_to_a_person_and_takes_no_time(text: str) -> None:
    assert stated_price(text) is None


def test_texts_are_told_on_a_screen_without_moving_its_cursor(place: Place) -> None:
    text = "Chairs\tand\r\ndesks \N{RIGHT-TO-LEFT MARK}x"
    assert answered(["act", "RFP-2026-001", "ask", f"text={text}", "--as", "acme"]).code == 0
    for words in (["show", "RFP-2026-001"], ["show", "RFP-2026-001", "--json"], ["inbox"]):
        out = answered(words).out
        assert "\x1b" not in out
        assert "\r" not in out
    place.mend()


def test_there_is_nothing_left_in_the_folder_beside_the_workspace(place: Place) -> None:
    assert {path.name for path in place.here.parent.iterdir()} <= OWN
