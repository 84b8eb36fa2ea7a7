"""Templates are strict: a missing word is an error, a value is never code, a file is proven."""

import os
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from solicitation_flow.errors import Flaw, InvalidFile, NotFound, Trouble
from solicitation_flow.paper import MissingWord, Templates, Unwritable, Words, one_line
from solicitation_flow.paper.filters import WIDTH

NOTICE = "award/intent"
HEAD = "---\nsubject: Hello\n---\n"
ZONE = {"zone": "America/New_York"}


def definitions(folder: Path, text: str, notice: str = NOTICE) -> Templates:
    path = folder / "notices" / f"{notice}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Templates([folder])


def rendered(folder: Path, text: str, **words: Any) -> Words:
    return definitions(folder, text).render(NOTICE, {**ZONE, **words})


def body(folder: Path, text: str, **words: Any) -> str:
    return rendered(folder, HEAD + text, **words).text


def found(folder: Path, text: str, *known: str) -> list[Flaw]:
    return definitions(folder, text).check(NOTICE, known or None)


def lone(flaws: list[Flaw]) -> Flaw:
    assert len(flaws) == 1, flaws
    return flaws[0]


# --- strict ------------------------------------------------------------------------------------


def test_a_word_that_is_not_there_is_an_error_with_its_template_line_and_word(
    tmp_path: Path,
) -> None:
    with pytest.raises(MissingWord) as caught:
        body(tmp_path, "Dear all,\n\nabout {{ case.nummer }}.", case=SimpleNamespace(number="R"))
    assert (caught.value.line, caught.value.word) == (6, "case.nummer")
    assert caught.value.template.endswith("award/intent.md")
    assert caught.value.message.endswith("award/intent.md:6: 'case.nummer' is missing")
    assert isinstance(caught.value, Trouble)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("{{ nobody }}", "nobody"),
        ("{{ case.owner }}", "case.owner"),
        ("{{ case.title }}", "case.title"),
        ("{{ nobody | instant }}", "nobody"),
        ("{{ case.owner | instant }}", "case.owner"),
        ("{{ case.owner | money }}", "case.owner"),
        ("{{ case.title | wrap }}", "case.title"),
        ("{{ case.none | list }}", "case.none"),
        ("{% if nobody %}x{% endif %}", "nobody"),
        ("{% for each in nobody %}x{% endfor %}", "nobody"),
        ("{% set name = case.owner %}\n{{ name }}", "name"),
    ],
)
def test_nothing_null_blank_or_empty_is_printed(tmp_path: Path, text: str, word: str) -> None:
    case = SimpleNamespace(owner=None, title=" ", none=())
    with pytest.raises(MissingWord) as caught:
        body(tmp_path, text, case=case)
    assert caught.value.word == word


def test_a_missing_word_of_the_subject_or_of_a_part_is_placed_there(tmp_path: Path) -> None:
    with pytest.raises(MissingWord) as caught:
        rendered(tmp_path, "---\nrequires: []\nsubject: About {{ it }}\n---\nx\n")
    assert (caught.value.line, caught.value.word) == (3, "it")
    definitions(tmp_path, "\n{{ it }}\n", "letterhead")
    with pytest.raises(MissingWord) as caught:
        body(tmp_path, '{% include "letterhead" %}')
    assert (Path(caught.value.template).name, caught.value.line) == ("letterhead.md", 2)


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        (datetime(2026, 1, 5, tzinfo=UTC), "| instant"),
        (date(2026, 1, 5), "| date"),
        (("a", "b"), "| list"),
        (True, "{% if %}"),
        (1.5, "fields"),
        ({"a": 1}, "fields"),
    ],
)
def test_a_value_no_reader_would_understand_is_refused_with_advice(
    tmp_path: Path, value: object, advice: str
) -> None:
    with pytest.raises(Unwritable) as caught:
        body(tmp_path, "{{ value }}", value=value)
    assert advice in caught.value.message
    assert not isinstance(caught.value, MissingWord)


def test_a_word_that_may_be_absent_can_be_asked_about(tmp_path: Path) -> None:
    text = "{% if dates.x is defined %}no{% else %}yes{% endif %}"
    assert body(tmp_path, text, dates=SimpleNamespace()) == "yes\n"


def test_there_is_no_letter_of_an_unknown_name_and_the_nearest_is_offered(tmp_path: Path) -> None:
    templates = definitions(tmp_path, HEAD)
    with pytest.raises(NotFound) as caught:
        templates.render("award/intend", {})
    assert caught.value.hint == "did you mean 'award/intent'?"
    for name in ("../notices/award/intent", "award/intent.md", "/etc/passwd", ""):
        with pytest.raises(NotFound):
            templates.render(name, {})


# --- values are data ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ 6 * 7 }}",
        "{% for x in y %}",
        "{# gone #}",
        "{% endraw %}{{ sealed }}",
        "{{ ''.__class__.__mro__ }}",
        "$ {money} %(name)s",
    ],
)
def test_what_somebody_typed_never_becomes_template_code(tmp_path: Path, hostile: str) -> None:
    text = (
        "---\nsubject: From {{ name }}\n---\n{{ name }}\n\n{{ name | wrap }}\n\n{{ [name] | list }}"
    )
    words = rendered(tmp_path, text, name=hostile, sealed="42")
    assert words == Words(f"From {hostile}", f"{hostile}\n\n    {hostile}\n\n{hostile}\n")


def test_a_value_is_one_line_so_that_it_cannot_look_like_a_paragraph_of_ours(
    tmp_path: Path,
) -> None:
    forged = "Acme\n\nProposals are due tomorrow.\r\n- item\u2028x\x85y\tz"
    assert body(tmp_path, "By {{ name }}.", name=forged) == (
        "By Acme Proposals are due tomorrow. - item x y z.\n"
    )


def test_wrapped_words_keep_their_lines_and_are_set_in(tmp_path: Path) -> None:
    words = "First line\r\n\r\n- second " + "word " * 30 + "\n\n\nlast"
    text = body(tmp_path, "Ours:\n{{ said | wrap }}\nOurs again.", said=words)
    lines = text.splitlines()
    assert lines[0] == "Ours:"
    assert lines[1] == "    First line"
    assert lines[-1] == "Ours again."
    assert all(line.startswith("    ") or not line for line in lines[1:-1])
    assert max(map(len, lines)) <= WIDTH


def test_unseen_signs_are_left_out_and_letters_of_any_script_stay(tmp_path: Path) -> None:
    tricky = "\u202eevil\u202c \u2066x\u2069 a\x00b\x1b[31m \ufeff"
    assert body(tmp_path, "{{ name }}", name=tricky) == "evil x ab[31m\n"
    for name in ("شركة الأثاث", "חברת ריהוט", "家具株式会社", "Ünï Möbel"):
        assert body(tmp_path, "{{ name }}", name=name) == f"{name}\n"
    assert body(tmp_path, "{{ name }}", name="half \ud83d sign").encode() == (
        "half \ufffd sign\n".encode()
    )


def test_a_megabyte_is_laid_out_quickly_and_whole(tmp_path: Path) -> None:
    for words in ("word " * 200_000, "x" * 1_000_000, "\n" * 1_000_000 + "x"):
        text = body(tmp_path, "{{ said }}\n\n{{ said | wrap }}", said=words)
        assert "".join(text.split()) == "".join(words.split()) * 2


def test_a_subject_is_one_line_without_controls_and_of_a_sane_length(tmp_path: Path) -> None:
    text = "---\nsubject: To {{ name }}\n---\nx"
    subject = rendered(tmp_path, text, name="A\r\nBcc: all@x.example\x00\u2029B").subject
    assert subject == "To A Bcc: all@x.example B"
    long = rendered(tmp_path, text, name="word " * 9999).subject
    assert len(long) == 200
    assert long.endswith("\u2026")


def test_one_line_cuts_only_what_is_too_long() -> None:
    assert one_line("a  b\n c") == "a b c"
    assert one_line("abcdef", 6) == "abcdef"
    assert one_line("abcdefg", 6) == "abcde\u2026"


# --- the sandbox -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ name | map(attribute='__class__') | list }}",
        "{{ [name] | map(attribute='__class__') | list }}",
        "{{ name.__init__.__globals__ }}",
        "{{ made.append(1) }}",
        "{{ '{0.__class__}'.format(name) }}",
    ],
)
def test_the_sandbox_refuses_what_is_inside_of_things(tmp_path: Path, text: str) -> None:
    with pytest.raises(Unwritable):
        body(tmp_path, text, name="x", made=[1])


@pytest.mark.parametrize("name", ["range", "lipsum", "cycler", "joiner", "namespace", "dict"])
def test_nothing_global_is_offered(tmp_path: Path, name: str) -> None:
    with pytest.raises(MissingWord):
        body(tmp_path, f"{{{{ {name}(3) }}}}")


@pytest.mark.parametrize("name", ["random", "pprint", "attr", "xmlattr", "urlize", "tojson"])
def test_filters_are_a_list_of_what_is_allowed(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidFile, match=f"no filter named '{name}'"):
        body(tmp_path, f"{{{{ 'x' | {name} }}}}")


def test_a_letter_reads_no_file_but_a_part_of_its_own_shelf(tmp_path: Path) -> None:
    (tmp_path / "notices").mkdir()
    (tmp_path / "secret.md").write_text("sealed", encoding="utf-8")
    for name in ("../secret", "secret", "/etc/hostname"):
        with pytest.raises(Unwritable):
            body(tmp_path, f'{{% include "{name}" %}}')
        assert "no part" in lone(found(tmp_path, HEAD + f'{{% include "{name}" %}}')).message


# --- filters -----------------------------------------------------------------------------------


def test_instants_and_dates_are_spoken_in_the_agencys_zone(tmp_path: Path) -> None:
    moment = datetime(2026, 1, 6, 3, 30, tzinfo=UTC)
    text = "{{ at | instant }}\n\n{{ at | date }}\n\n{{ day | date }}"
    assert body(tmp_path, text, at=moment, day=date(2026, 2, 28)) == (
        "Monday, 5 January 2026, 10:30 p.m. EST (America/New_York)\n\n"
        "Monday, 5 January 2026\n\nSaturday, 28 February 2026\n"
    )


@pytest.mark.parametrize(
    ("amount", "spoken"),
    [
        ("412000", "$412,000.00"),
        ("0.5", "$0.50"),
        ("1234.5678", "$1,234.5678"),
        ("-3", "-$3.00"),
        ("1E+3", "$1,000.00"),
    ],
)
def test_money_is_exact(tmp_path: Path, amount: str, spoken: str) -> None:
    assert body(tmp_path, "{{ it | money }}", it=Decimal(amount)) == f"{spoken}\n"


@pytest.mark.parametrize("value", [1.5, "12", True, Decimal("NaN")])
def test_money_is_made_of_exact_numbers_only(tmp_path: Path, value: object) -> None:
    with pytest.raises(Unwritable):
        body(tmp_path, "{{ it | money }}", it=value)


@pytest.mark.parametrize(
    ("items", "spoken"),
    [(("a",), "a"), (("a", "b"), "a and b"), ((1, 2, 3), "1, 2 and 3"), ({"b", "a"}, "a and b")],
)
def test_a_list_is_spoken(tmp_path: Path, items: object, spoken: str) -> None:
    assert body(tmp_path, "{{ it | list }}", it=items) == f"{spoken}\n"


def test_a_person_is_named_and_never_marked(tmp_path: Path) -> None:
    text = "{{ 'ben' | person }}, {{ 'chen' | person }}"
    assert body(tmp_path, text, names={"ben": "Ben Okafor"}, training=True) == (
        "Ben Okafor, chen\n"
    )


def test_the_last_of_what_was_picked_is_found_and_of_nothing_is_missing(tmp_path: Path) -> None:
    text = "{{ (offers | selectattr('price') | last).price }}"
    offers = [SimpleNamespace(price=price) for price in (3, 4, 0)]
    assert body(tmp_path, text, offers=offers) == "4\n"
    with pytest.raises(MissingWord):
        body(tmp_path, text, offers=[])
    with pytest.raises(Unwritable, match="no list"):
        body(tmp_path, "{{ 'acme' | last }}")


def test_a_filter_named_to_another_that_is_not_there_stops_the_letter(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="No filter named 'offeror'"):
        body(tmp_path, "{{ a | map('offeror') | list }}", a=["x"])


def test_a_party_is_named_and_in_an_exercise_marked_once(tmp_path: Path) -> None:
    text = "{{ ('acme', 'b', 'c') | map('party') | list }}"
    names = {"acme": "Acme, Inc.", "c": "C (simulated)"}
    assert body(tmp_path, text, names=names) == "Acme, Inc., b and C (simulated)\n"
    assert body(tmp_path, text, names=names, training=True) == (
        "Acme, Inc. (simulated), b (simulated) and C (simulated)\n"
    )


def test_paragraphs_are_filled_items_hang_and_set_in_lines_stand(tmp_path: Path) -> None:
    text = "one\ntwo\n\n\n\n- " + "item " * 20 + "\n- b\n    as  it   is\nend\n"
    assert body(tmp_path, text) == (
        "one two\n\n- " + "item " * 14 + "item\n  item item item item item\n- b\n"
        "    as  it   is\nend\n"
    )


def test_exact_numbers_are_written_as_they_are(tmp_path: Path) -> None:
    assert body(tmp_path, "{{ a }} {{ b }}", a=Decimal("1E+2"), b=Decimal("86.350")) == (
        "100 86.350\n"
    )


# --- folders -----------------------------------------------------------------------------------


def test_an_earlier_folder_hides_a_later_one_by_name(tmp_path: Path) -> None:
    definitions(tmp_path / "ours", HEAD + "{% include 'part' %}")
    definitions(tmp_path / "ours", "shipped part", "part")
    definitions(tmp_path / "ours", HEAD + "other", "award/other")
    assert Templates([tmp_path / "own", tmp_path / "ours"]).render(NOTICE, ZONE).text == (
        "shipped part\n"
    )
    definitions(tmp_path / "own", "own part", "part")
    both = Templates([tmp_path / "own", tmp_path / "ours"])
    assert both.render(NOTICE, ZONE).text == "own part\n"
    definitions(tmp_path / "own", HEAD + "own letter")
    assert both.render(NOTICE, ZONE).text == "own letter\n"
    assert both.render("award/other", ZONE).text == "other\n"
    assert both.names() == ["award/intent", "award/other"]
    assert both.path(NOTICE) == tmp_path / "own" / "notices" / "award" / "intent.md"


def test_an_edited_letter_is_read_again(tmp_path: Path) -> None:
    templates = definitions(tmp_path, HEAD + "{% include 'part' %} one {{ a }}")
    definitions(tmp_path, "p", "part")
    words = {**ZONE, "a": "A", "b": "B"}
    assert templates.render(NOTICE, words).text == "p one A\n"
    definitions(tmp_path, HEAD + "{% include 'part' %} two {{ b }}")
    part = tmp_path / "notices" / "part.md"
    part.write_text("q {{ b }}", encoding="utf-8")
    os.utime(part, ns=(1, 1))
    assert templates.render(NOTICE, words).text == "q B two B\n"


def test_a_part_that_is_gone_is_missed_and_one_of_an_earlier_folder_is_taken(
    tmp_path: Path,
) -> None:
    ours = tmp_path / "ours"
    definitions(ours, HEAD + "{% include 'part' %}")
    definitions(ours, "shipped", "part")
    both = Templates([tmp_path / "own", ours])
    assert both.render(NOTICE, ZONE).text == "shipped\n"
    definitions(tmp_path / "own", "own", "part")
    assert both.render(NOTICE, ZONE).text == "own\n"
    (tmp_path / "own" / "notices" / "part.md").unlink()
    assert both.render(NOTICE, ZONE).text == "shipped\n"
    (ours / "notices" / "part.md").unlink()
    with pytest.raises(Unwritable, match="not there to include"):
        both.render(NOTICE, ZONE)
    both.path(NOTICE).unlink()
    with pytest.raises(NotFound, match="no letter called"):
        both.render(NOTICE, ZONE)


def test_only_what_a_letter_names_is_taken_out_of_its_words(tmp_path: Path) -> None:
    class Counting(dict[str, Any]):
        def __getitem__(self, name: str) -> Any:
            assert name != "costly"
            return super().__getitem__(name)

    templates = definitions(tmp_path, HEAD + "{{ a }}")
    assert templates.render(NOTICE, Counting(ZONE, a="A", costly="C")).text == "A\n"


# --- proofs ------------------------------------------------------------------------------------

KNOWN = ("case.number", "case.title", "all.proposal.offeror", "all.proposal.price", "due", "law.f")


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("no head", 1, 1, "the front matter is missing", "begin with a line of ---"),
        ("---\nsubject: x\n", 1, 1, "the front matter is never closed", "add a line of ---"),
        ("---\nsubject: x\nsubjekt: x\n---\n", 3, 1, "the key 'subjekt' is not known", "'subject'"),
        ("---\nrequires: []\n---\n", 2, 1, "the subject is missing", "one line"),
        ("---\nsubject: x\nrequires: due\n---\n", 3, 1, "must be a list of names", None),
        ('---\nsubject: "x\n---\n', 2, 10, "never closed", None),
        (HEAD + "x\n{% if due %}\n", 5, 1, "unexpected end of template", None),
        (HEAD + "{{ due + }}\n", 4, 1, "unexpected 'end of print", None),
        (HEAD + "x\n it is {{ dew }}\n", 5, 11, "the word 'dew' is not offered", "'due'"),
        (HEAD + "{{ case.titel }}", 4, 4, "the word 'case.titel' is not", "'title'"),
        (HEAD + "{{ case['nummer'] }}", 4, 10, "the word 'case.nummer' is not", "'number'"),
        (HEAD + "{% if due is defned %}x{% endif %}", 4, 14, "no test 'defned'", "'defined'"),
        (HEAD + "{{ due | instnt }}", 4, 10, "there is no filter 'instnt'", "'instant'"),
        (HEAD + "{{ due | map('partie') | list }}", 4, 15, "no filter 'partie'", "'party'"),
        (HEAD + "{{ due | selectattr('x', 'eqq') | list }}", 4, 27, "no test 'eqq'", "'eq'"),
        (HEAD + "{{ law.g(due) }}", 4, 4, "the word 'law.g' is not", None),
        (HEAD + "{{ law.f(dew) }}", 4, 10, "the word 'dew' is not", "'due'"),
        (HEAD + "{% macro m() %}{% endmacro %}", 4, 4, "no 'macro' statement", "block and include"),
        (HEAD + "{% block b %}x{% endblock %}{% block b %}{% endblock %}", 4, 1, "twice", None),
        ("---\nsubject: of {{ dew }}\n---\nx", 2, 16, "the word 'dew' is not", "'due'"),
        (
            HEAD + "{% for p in all.proposal %}{{ p.offerer }}{% endfor %}",
            4,
            31,
            "p.offerer",
            "'off",
        ),
        (HEAD + "{% set p = all.proposal | last %}{{ p.prise }}", 4, 37, "p.prise", "'price'"),
        (HEAD + "{{ (all.proposal | first).offerer }}", 4, 27, "all.proposal.offerer", "'offe"),
    ],
)
def test_every_flaw_has_its_place(
    tmp_path: Path, text: str, line: int, column: int, message: str, hint: str | None
) -> None:
    flaw = lone(found(tmp_path, text, *KNOWN))
    assert message in flaw.message
    assert (flaw.line, flaw.column) == (line, column)
    assert (hint in (flaw.hint or "")) if hint else flaw.hint is None
    assert flaw.file.endswith("award/intent.md")


def test_all_flaws_are_told_at_once_and_each_once(tmp_path: Path) -> None:
    flaws = found(tmp_path, HEAD + "{{ a }} {{ b }}\n{% if a %}{{ c | shout }}{% endif %}", *KNOWN)
    assert [str(flaw).partition("intent.md:")[2][:4] for flaw in flaws] == [
        "4:4:",
        "4:12",
        "5:7:",
        "5:14",
        "5:18",
    ]


def test_what_is_offered_passes_however_it_is_reached(tmp_path: Path) -> None:
    text = (
        "{% set last = all.proposal | sort(attribute='price') | last %}{{ last.offeror }}\n"
        "{% for each in all.proposal | selectattr('price') if each.price %}"
        "{{ loop.index }} {{ each.offeror | party }}{% else %}{{ due }}{% endfor %}\n"
        "{% for a, b in case.title %}{{ a.x }}{% endfor %}{{ all.proposal[0].price }}\n"
        "{% block b %}{{ last.price if due else case.number }}{% endblock %}{{ law.f(due).x }}"
    )
    assert found(tmp_path, HEAD + text, *KNOWN) == []


def test_without_known_words_only_the_rest_is_checked(tmp_path: Path) -> None:
    assert found(tmp_path, HEAD + "{{ whatever.it.is }}") == []


def test_a_part_is_read_with_the_letter_and_its_flaws_are_placed_in_it(tmp_path: Path) -> None:
    definitions(tmp_path, "x\n{{ dew }}", "part")
    flaw = lone(found(tmp_path, HEAD + "{% include 'part' %}", *KNOWN))
    assert (Path(flaw.file).name, flaw.line, flaw.column) == ("part.md", 2, 4)
    definitions(tmp_path, "{% include 'part' %}", "part")
    assert "no part" in lone(found(tmp_path, HEAD + "{% include 'part' %}", *KNOWN)).message
    with pytest.raises(Unwritable, match="recursion"):
        body(tmp_path, "{% include 'part' %}")


def test_a_letter_that_is_not_there_is_a_flaw(tmp_path: Path) -> None:
    flaw = lone(definitions(tmp_path, HEAD).check("award/intnt"))
    assert "no letter called 'award/intnt'" in flaw.message
    assert flaw.hint == "did you mean 'award/intent'?"


def test_a_file_that_is_not_text_is_a_flaw_and_not_rendered(tmp_path: Path) -> None:
    templates = definitions(tmp_path, HEAD)
    templates.path(NOTICE).write_bytes(b"---\nsubject: x\n---\n\xff\xfe")
    assert "not UTF-8" in lone(templates.check(NOTICE)).message
    with pytest.raises(InvalidFile, match="not UTF-8"):
        templates.render(NOTICE, ZONE)


def test_line_ends_and_a_byte_order_mark_are_no_flaw(tmp_path: Path) -> None:
    templates = definitions(tmp_path, HEAD)
    templates.path(NOTICE).write_bytes(b"\xef\xbb\xbf---\r\nsubject: S\r\n---\r\nx\r\ny\r\n")
    assert templates.check(NOTICE) == []
    assert templates.render(NOTICE, ZONE) == Words("S", "x y\n")


REQUIRES = "---\nsubject: x\nrequires: [due, clause]\n---\n"
CLAUSE = "{% block clause %}All else is unchanged.{% endblock %}"


@pytest.mark.parametrize(
    "text",
    [
        "{{ due }}" + CLAUSE,
        "{{ due | instant }} {{ clause }}",
        "{{ due.at }} {{ clause | map('party') | list }}",
        "{% if a %}{{ due }}{% elif b %}{{ due }}{% else %}{{ due }}!{% endif %}" + CLAUSE,
        "{% for a in b %}{{ due }}{% else %}no {{ due }}{% endfor %}" + CLAUSE,
        "{% block due %}{% if a %}x{% else %}y{% endif %}{% endblock %}" + CLAUSE,
        "{{ due if a else due }}" + CLAUSE,
    ],
)
def test_what_is_required_and_always_said_passes(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, REQUIRES + text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (CLAUSE, "the letter never says 'due'"),
        ("{% if due %}x{% endif %}" + CLAUSE, "'due' is not said in every case"),
        ("{% if a %}{{ due }}{% endif %}" + CLAUSE, "'due' is not said in every case"),
        ("{% for a in due %}{{ a }}{% endfor %}" + CLAUSE, "'due' is not said in every case"),
        ("{% for a in b %}{{ due }}{% endfor %}" + CLAUSE, "'due' is not said in every case"),
        ("{{ due if a else b }}" + CLAUSE, "'due' is not said in every case"),
        (
            "{{ due }}{% block clause %}{% for a in b %}x{% endfor %}{% endblock %}",
            "'clause' is not",
        ),
        ("{{ due }}{% block clause %}{% endblock %}", "'clause' is not said in every case"),
        ("{{ due }}{% block clause %}{% if a %}x{% endif %}{% endblock %}", "'clause' is not said"),
        ("{{ due }}{% if a %}" + CLAUSE + "{% endif %}", "'clause' is not said in every case"),
        ("{{ due }}{# " + CLAUSE + " #}", "the letter never says 'clause'"),
        ("{{ due }}{% block klause %}x{% endblock %}", "the letter never says 'clause'"),
    ],
)
def test_what_is_required_and_can_be_left_unsaid_is_a_flaw(
    tmp_path: Path, text: str, message: str
) -> None:
    flaw = lone(found(tmp_path, REQUIRES + text))
    assert message in flaw.message
    assert flaw.line == 3


def test_a_part_may_say_what_a_letter_requires(tmp_path: Path) -> None:
    definitions(tmp_path, "{{ due }} " + CLAUSE, "part")
    assert found(tmp_path, REQUIRES + "{% include 'part' %}") == []
