"""Two thousand command lines nobody should type, from a seed, each with what it deserves."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from tests.rubbish.words import (
    HALVES,
    HOSTILE,
    INSTANTS,
    NEVER,
    ODD,
    PERIODS,
    Field,
    Lexicon,
    Page,
    extreme_for,
    wrong_for,
)

USAGE, REFUSED, MISSING, CONFLICT, INVALID, FOUND = 2, 3, 4, 5, 6, 7
ANYTHING = frozenset({0, USAGE, REFUSED, MISSING, CONFLICT, INVALID, FOUND})
NO_FORMS = (
    b"", b"\xff\xfe", b"\xef\xbb\xbf", b"a: &a [*a]", b"[" * 500, b"x: 1\nx: 2\n", b"\t a: 1",
    b"summary: !!python/object:os.system x", b"- summary", b"summary: |\n\tx", b"\0",
    b"summary: {{ x }}", b"summary: 'x\n", b"%YAML 9.9\n---\na: b", b"? [a]\n: b",
)  # fmt: skip
SIGNS = "qzx-=_ \N{LATIN SMALL LETTER E WITH ACUTE}"
SLOW = {("workflow", "check"), ("doctor",), ("simulate", "run")}


@dataclass(frozen=True, slots=True)
class Line:
    """A command line, the exit codes it may have, and the words its answer must name."""

    words: list[str]
    codes: frozenset[int]
    names: tuple[str, ...] = ()
    stdin: bytes = b""


@dataclass(slots=True)
class Rubbish:
    """A source of rubbish: the same seed gives the same lines."""

    seed: int
    lexicon: Lexicon
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)

    def lines(self, count: int) -> Iterator[Line]:
        """Return so many lines, no two of them alike."""
        kinds: list[Callable[[], Line]] = [
            self.no_such_command, self.no_such_option, self.words_missing, self.words_too_many,
            self.no_such_case, self.wrong_fields, self.wrong_fields, self.wrong_fields,
            self.no_such_fields, self.twice, self.files, self.wrong_json, self.instants,
            self.periods, self.halves, self.strangers, self.hostile, self.spoilt, self.spoilt,
            self.jumbled, self.deep, self.extremes, self.extremes, self.extremes,
        ]  # fmt: skip
        seen: set[tuple[object, ...]] = set()
        while len(seen) < count:
            made = self.chance.choice(kinds)()
            if self.chance.random() < 0.3 and "--" not in made.words:
                made = replace(made, words=["--json", *made.words])
            if (key := (*made.words, made.stdin)) not in seen:
                seen.add(key)
                yield made

    def odd(self) -> str:
        return self.chance.choice(ODD)

    def page(self, *, calls: Callable[[Page], bool] = lambda _: True) -> Page:
        fit = [page for page in self.lexicon.pages if page.words[0] not in NEVER and calls(page)]
        return self.chance.choice(fit)

    def real(self, argument: str) -> str:
        """Return a word an argument of this name may really take."""
        if argument in {"number", "case"}:
            return self.chance.choice(self.lexicon.numbers)
        return self.chance.choice(("rfp", "amend", "acme", *self.lexicon.states))

    def called(self, page: Page) -> list[str]:
        """Return a page called as it should be, as far as its arguments go."""
        return [*page.words, *(self.real(name) for name in page.arguments)]

    # --- the shape of the line -----------------------------------------------------------------

    def no_such_command(self) -> Line:
        name = self.chance.choice([page.words[0] for page in self.lexicon.pages])
        wrong = self.chance.choice([self.slip(name), name.upper(), f"{name}s", self.odd()])
        if wrong.startswith("-") or wrong in {page.words[0] for page in self.lexicon.pages}:
            wrong = f"x{wrong}"
        return Line([wrong, self.odd()], frozenset({USAGE}))

    def no_such_option(self) -> Line:
        page = self.page()
        option = f"--{self.slip('rubbish', 'qzx')}"
        return Line([*self.called(page), option], frozenset({USAGE}), (option,))

    def words_missing(self) -> Line:
        page = self.page(
            calls=lambda candidate: bool(candidate.arguments) or bool(candidate.valued)
        )
        if page.arguments and (not page.valued or self.chance.random() < 0.5):
            return Line(list(page.words), frozenset({USAGE}))
        option = self.chance.choice(page.valued)
        return Line([*self.called(page), option], frozenset({USAGE}), (option,))

    def words_too_many(self) -> Line:
        page = self.page(
            calls=lambda candidate: not candidate.endless and candidate.words != ("init",)
        )
        more = [self.odd() or "x" for _ in range(3)]
        return Line([*self.called(page), "--", *more], frozenset({USAGE}))

    def no_such_case(self) -> Line:
        commands = [["next"], ["show"], ["journal"], ["verify"], ["act"], ["why"]]
        words = self.chance.choice(commands)
        number = self.chance.choice([self.odd(), self.slip(self.real("number")), "RFP-2026-999"])
        if number.casefold() in {known.casefold() for known in self.lexicon.numbers}:
            number += "0"
        if words == ["verify"] and not number:
            number = "none"
        rest = ["amend", "summary=x"] if words[0] in {"act", "why"} else []
        return Line([*words, "--", number, *rest], frozenset({MISSING}))

    # --- fields --------------------------------------------------------------------------------

    def a_form(self) -> tuple[str, str, tuple[Field, ...]]:
        """Return a case, a command this person may give it now, and its fields."""
        choices = [
            (number, name, fields)
            for number, commands in self.lexicon.offered.items()
            for name, fields in commands.items()
            if fields and number.startswith("RFP")
        ]
        return self.chance.choice(choices)

    def fields(self, number: str, name: str, pairs: list[str], names: list[str]) -> Line:
        start = self.chance.choice([["act"], ["act"], ["why"]])
        more = ["--dry-run"] if start == ["act"] and self.chance.random() < 0.2 else []
        words = [*start, number, name, *more, *pairs]
        return Line(words, frozenset({USAGE}), tuple(names))

    def wrong_fields(self) -> Line:
        """Every field that can be wrong is, or some are: all of them must be named at once."""
        while True:
            number, name, fields = self.a_form()
            wrong = [field for field in fields if wrong_for(field)]
            if wrong:
                break
        picked = self.chance.sample(wrong, self.chance.randint(1, len(wrong)))
        pairs = [f"{field['name']}={self.chance.choice(wrong_for(field))}" for field in picked]
        return self.fields(number, name, pairs, [field["name"] for field in picked])

    def no_such_fields(self) -> Line:
        number, name, fields = self.a_form()
        wrong = [
            self.slip(choice["name"], "qzx_") + "q" for choice in self.chance.choices(fields, k=3)
        ]
        return self.fields(
            number, name, [f"{word}=1" for word in sorted(set(wrong))], sorted(set(wrong))
        )

    def twice(self) -> Line:
        number, name, fields = self.a_form()
        field = self.chance.choice(fields)["name"]
        return self.fields(number, name, [f"{field}=1", f"{field}=2", self.nothing()], [field])

    def nothing(self) -> str:
        """Return a word that is no FIELD=VALUE at all."""
        return self.chance.choice(["", " ", "=x", "scope", "{{x}}", ":=1", "\N{SNOWMAN}=1", "1=1"])

    def extremes(self) -> Line:
        """Return a correct form, but for what is too large, too old or too strange."""
        number, name, fields = self.a_form()
        picked = self.chance.choice(fields)
        pairs = [f"{picked['name']}={self.chance.choice(extreme_for(picked))}"]
        pairs += [
            f"{field['name']}={(field['examples'] or ['x'])[0]}"
            for field in fields
            if field is not picked and "@path" not in field["takes"]
        ]
        start = ["why", number, name] if self.chance.random() < 0.3 else ["act", number, name]
        more = ["--dry-run"] if start[0] == "act" else []
        return Line([*start, *more, *pairs], frozenset({0, USAGE, REFUSED, MISSING}))

    def files(self) -> Line:
        """File that are not there, or are no files: named together with their fields."""
        number, name, fields = self.a_form()
        picked = self.chance.sample(fields, self.chance.randint(1, min(3, len(fields))))
        paths = [".", "/", "missing.pdf", "a\nb", "~nobody/x", "x" * 300, "missing/../x", "out box"]
        pairs = [f"{field['name']}=@{self.chance.choice(paths)}" for field in picked]
        line = self.fields(number, name, pairs, [field["name"] for field in picked])
        return Line(line.words, frozenset({USAGE, MISSING}), line.names)

    def wrong_json(self) -> Line:
        number, name, fields = self.a_form()
        field = self.chance.choice(fields)["name"]
        text = self.chance.choice(
            ["{", "[1,", "NaN", "Infinity", "'x'", '"\\ud800"', "[" * 5_000, '{"a":' * 2_000, "01",
             '{"a": {"b": [[[[[[]]]]]]}}', '"\\u0007"', "1e400", '[{"x": 1}, 2]'],
        )  # fmt: skip
        return self.fields(number, name, [f"{field}:={text}"], [field])

    def halves(self) -> Line:
        return Line(
            [*self.called(self.page()), self.chance.choice(HALVES), self.odd()], frozenset({USAGE})
        )

    # --- times, people, texts ------------------------------------------------------------------

    def instants(self) -> Line:
        number = "RFP-2026-001"
        words, option = self.chance.choice(
            [(["show", number], "--as-of"), (["show", number], "--known-at"), (["due"], "--as-of"),
             (["tick"], "--at"), (["list"], "--at"), (["act", number, "ask", "text=x"], "--at")],
        )  # fmt: skip
        return Line([*words, option, self.chance.choice(INSTANTS)], frozenset({USAGE}), (option,))

    def periods(self) -> Line:
        words, option = self.chance.choice([(["due"], "--within"), (["list"], "--due")])
        return Line(
            [*words, f"{option}={self.chance.choice(PERIODS)}"], frozenset({USAGE}), (option,)
        )

    def strangers(self) -> Line:
        """Somebody who is in no register, or a workspace that is none."""
        if self.chance.random() < 0.5:
            name = self.chance.choice(["nobody", "", *HOSTILE, "P-maria", "MARIA"])
            words = ["act", "RFP-2026-001", "ask", "text=x", f"--as={name}"]
            return Line(words, ANYTHING - {0} if name else ANYTHING - {0, CONFLICT})
        folder = self.chance.choice(["/nowhere", "x" * 300, "~nobody/x", "outbox", *HOSTILE])
        return Line(["list", f"--workspace={folder}"], frozenset({MISSING}))

    def hostile(self) -> Line:
        """Texts that mean something elsewhere are taken as they are, and never run."""
        text = self.chance.choice(HOSTILE)
        words = self.chance.choice(
            [["act", "RFP-2026-001", "ask", f"text={text}", "--as", "acme"],
             ["act", "RFP-2026-001", "amend", f"summary={text}"],
             ["act", "RFP-2026-002", "describe", f"scope={text}", f"contact={text[:90]}"],
             ["act", "S-acme", "change_supplier", f"name={text}"],
             ["notices", "preview", "RFP-2026-001", "amendments/amendment", f"summary={text}"]],
        )  # fmt: skip
        dry = ["--dry-run"] if words[0] == "act" else []
        return Line([*words, *dry], frozenset({0, USAGE, REFUSED}))

    # --- anything at all -----------------------------------------------------------------------

    def sane(self) -> list[str]:
        page = self.page(
            calls=lambda candidate: candidate.words not in SLOW and candidate.words != ("init",)
        )
        if page.words[0] in {"act", "why"}:
            number, name, fields = self.a_form()
            pairs = [f"{field['name']}={(field['examples'] or ['x'])[0]}" for field in fields]
            return [page.words[0], number, name, *pairs]
        return self.called(page)

    def spoilt(self) -> Line:
        """Return a line that could be right, with a slip somewhere in it."""
        words = self.sane()
        for _ in range(self.chance.randint(1, 3)):
            place = self.chance.randrange(1, len(words)) if len(words) > 1 else 0
            how = self.chance.randrange(5)
            if how == 0:
                words[place] = self.slip(words[place])
            elif how == 1:
                words[place] = self.odd()
            elif how == 2:
                words.insert(place, words[place])
            elif how == 3:
                words.insert(place + 1, self.odd())
            elif len(words) > 1:
                del words[place]
        return Line(words, ANYTHING)

    def jumbled(self) -> Line:
        """Real words and odd ones in no order at all."""
        page = self.page(
            calls=lambda candidate: candidate.words not in SLOW and candidate.words != ("init",)
        )
        options = set(page.options) - {"--debug"}
        pool = [*self.lexicon.numbers, *self.lexicon.states, *sorted(options), *ODD]
        return Line(
            [*page.words, *self.chance.choices(pool, k=self.chance.randint(0, 6))], ANYTHING
        )

    def deep(self) -> Line:
        """Return a form from standard input that is no form."""
        raw = self.chance.choice(NO_FORMS)
        start = ["act", "RFP-2026-001", "amend", "--file", "-"]
        return Line(start, frozenset({USAGE, INVALID}), stdin=raw)

    def slip(self, word: str, signs: str = SIGNS) -> str:
        """Return a word as a tired hand types it."""
        if not word:
            return self.chance.choice("xyz")
        place = self.chance.randrange(len(word))
        how = self.chance.randrange(4)
        if how == 0:
            return word[:place] + word[place + 1 :]
        if how == 1:
            return word[:place] + word[place] + word[place:]
        if how == 2:
            return word[:place] + self.chance.choice(signs) + word[place + 1 :]
        return word[:place] + word[place:].swapcase()
