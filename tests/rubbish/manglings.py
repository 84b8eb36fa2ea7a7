"""Ways a file comes to harm: cut off, garbled, tangled, nested, poisoned."""

import random
import re
from collections.abc import Callable

Mangling = Callable[[bytes, random.Random], bytes]


def _lines(raw: bytes) -> list[bytes]:
    return raw.splitlines(keepends=True)


def _put(raw: bytes, chance: random.Random, *more: bytes) -> bytes:
    """Put whole lines between the lines of a file."""
    lines = _lines(raw)
    place = chance.randrange(len(lines) + 1)
    return b"".join([*lines[:place], *more, *lines[place:]])


def cut_off(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(len(raw))]


def bytes_flipped(raw: bytes, chance: random.Random) -> bytes:
    made = bytearray(raw)
    for _ in range(chance.randint(1, 8)):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def line_twice(raw: bytes, chance: random.Random) -> bytes:
    lines = _lines(raw)
    place = chance.randrange(len(lines))
    return b"".join([*lines[: place + 1], *lines[place:]])


def line_lost(raw: bytes, chance: random.Random) -> bytes:
    lines = _lines(raw)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def lines_moved(raw: bytes, chance: random.Random) -> bytes:
    lines = _lines(raw)
    one, other = (chance.randrange(len(lines)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def tabs(raw: bytes, chance: random.Random) -> bytes:
    return re.sub(rb"(?m)^( +)", lambda match: b"\t" * (len(match[1]) // 2), raw)


def wrong_types(raw: bytes, chance: random.Random) -> bytes:
    values = (b"[]", b"{}", b"null", b"-1", b"true", b"'x'", b"{a: [b, {c: d}]}", b"9" * 5_000)
    places = [match.span(1) for match in re.finditer(rb":[ \t]+([^\n#]+)", raw)]
    if not places:
        return raw + b"\n- x\n"
    starts, ends = chance.choice(places)
    return raw[:starts] + chance.choice(values) + raw[ends:]


def deep(raw: bytes, chance: random.Random) -> bytes:
    levels = chance.choice((61, 100, 5_000))
    return _put(raw, chance, b"deep: " + b"[" * levels + b"]" * levels + b"\n")


def bomb(raw: bytes, chance: random.Random) -> bytes:
    laughs = [b"b0: &b0 [x, x, x, x, x, x, x, x, x]\n"]
    for level in range(1, 9):
        inner = b", ".join([b"*b%d" % (level - 1)] * 9)
        laughs.append(b"b%d: &b%d [%s]\n" % (level, level, inner))
    return _put(raw, chance, *laughs)


def anchors(raw: bytes, chance: random.Random) -> bytes:
    lines = (b"a: &a [*a]\n", b"a: *nobody\n", b"<<: {a: b}\n", b"? [a]\n: b\n", b"&x key: *x\n")
    return _put(raw, chance, chance.choice(lines))


def tags(raw: bytes, chance: random.Random) -> bytes:
    lines = (
        b"x: !!python/object/apply:os.system [reboot]\n",
        b"x: !!binary gggg\n",
        b"x: !!timestamp 2026-99-99\n",
        b"x: !!int ten\n",
        b"%TAG ! tag:evil,2026:\n---\n",
        b"x: !!set {a, b}\n",
    )
    return _put(raw, chance, chance.choice(lines))


def huge_numbers(raw: bytes, chance: random.Random) -> bytes:
    huge = chance.choice((b"9" * 30, b"1" + b"0" * 5_000, b"0x" + b"f" * 40, b"1e999999", b".inf"))
    return re.sub(rb"\b\d+\b", huge, raw, count=chance.randint(1, 3))


def no_utf8(raw: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(raw))
    return (
        raw[:place] + chance.choice((b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf5\xff")) + raw[place:]
    )


def other_coding(raw: bytes, chance: random.Random) -> bytes:
    return raw.decode().encode(chance.choice(("utf-16", "utf-32", "utf-16-le", "cp500")))


def mark_first(raw: bytes, chance: random.Random) -> bytes:
    return b"\xef\xbb\xbf" * chance.randint(1, 2) + raw


def carriages(raw: bytes, chance: random.Random) -> bytes:
    return raw.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\x85", b"\xe2\x80\xa8")))


def control(raw: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(raw))
    return raw[:place] + chance.choice((b"\0", b"\x1b[2J", b"\x07", b"\x7f", b"\x0b")) + raw[place:]


def quotes(raw: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(raw))
    return (
        raw[:place]
        + chance.choice((b'"', b"'", b"{", b"}", b"[", b"]", b": ", b"#", b"|", b"- "))
        + raw[place:]
    )


def two_papers(raw: bytes, chance: random.Random) -> bytes:
    return chance.choice((raw + b"\n---\n" + raw, raw + b"\n...\n" + raw, raw + raw))


def endless(raw: bytes, chance: random.Random) -> bytes:
    return _put(raw, chance, b"x: " + b"word " * 300_000 + b"\n")


def words_swapped(raw: bytes, chance: random.Random) -> bytes:
    """Return a file that is well formed, but says something that cannot be."""
    words = [match.span() for match in re.finditer(rb"\b[a-z_]{4,}\b", raw)]
    if len(words) < 2:
        return b""
    one, other = sorted(chance.sample(words, 2))
    return (
        raw[: one[0]] + raw[slice(*other)] + raw[one[1] : other[0]] + raw[slice(*one)]
        + raw[other[1] :]
    )  # fmt: skip


MANGLINGS: tuple[Mangling, ...] = (
    cut_off, bytes_flipped, line_twice, line_lost, lines_moved, tabs, wrong_types, deep, bomb,
    anchors, tags, huge_numbers, no_utf8, other_coding, mark_first, carriages, control, quotes,
    two_papers, endless, words_swapped, bytes_flipped, wrong_types, quotes, words_swapped,
)  # fmt: skip
