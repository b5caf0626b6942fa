"""Ways in which a content file is broken: by hand, by a program, by a bad disk, on purpose."""

import re
from collections.abc import Callable
from random import Random

Breaking = Callable[[bytes, Random], bytes]

SIGNS = (
    *("&a ", "*a", "!x ", "!!binary ", "<<: ", "? ", "- ", ": ", "# ", " #", "[", "]", "{", "}"),
    *("{{ year }}", "{{", "}}", "{% if %}", "{{ 1/0 }}", "{{ row('x') }}", "|", ">", "|2+", "'"),
    *('"', "\\", '"\\x07"', "\t", "---\n", "...\n", "%YAML 9.9\n", "<<<<<<< a\n", "=======\n"),
    *("~", "null", "true", "1e999", "0x1F", "1,5", "²", "١٢", "NaN", "-0", "2024-13-45", "@", "`"),
    *("\0", "\x07", "\x1b[2J", "\x7f", "\x85", "\x9b31m", "\u2028", "\u202e", "\u2066", "\ufeff"),
    *("\ufffe", "\U0001f600", "a\u0301" * 20, "\u200b", "\u00ad", "\u0300" * 50, "]]>", "<w:p>"),
    *("^[", "^[]", "]", "\r", "\r\n", "\n", " ", "   ", "\u00a0", "=1+1", "+1", "-1", "@SUM(A1)"),
)
BYTES = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\0", b"\xfe\xff", b"\xf0\x90", b"\x80", b"\xe1\xbb")


def _lines(change: Callable[[list[str], Random], object]) -> Breaking:
    def breaking(data: bytes, random: Random) -> bytes:
        lines = data.decode("utf-8", "surrogateescape").splitlines(keepends=True) or [""]
        change(lines, random)
        return "".join(lines).encode("utf-8", "surrogateescape")

    return breaking


def _at(lines: list[str], random: Random) -> int:
    return random.randrange(len(lines)) if lines else 0


def _exchange(lines: list[str], random: Random) -> None:
    first, second = _at(lines, random), _at(lines, random)
    lines[first], lines[second] = lines[second], lines[first]


def _shuffle_some(lines: list[str], random: Random) -> None:
    start = _at(lines, random)
    some = lines[start : start + random.randrange(2, 30)]
    random.shuffle(some)
    lines[start : start + len(some)] = some


def _indent(lines: list[str], random: Random) -> None:
    at = _at(lines, random)
    lines[at] = random.choice((" ", "  ", "\t", "    ", " " * 60)) + lines[at]


def _dedent(lines: list[str], random: Random) -> None:
    at = _at(lines, random)
    lines[at] = lines[at][random.randrange(1, 5) :]


def _indent_many(lines: list[str], random: Random) -> None:
    start = _at(lines, random)
    pad = " " * random.randrange(1, 4)
    for at in range(start, min(start + random.randrange(2, 60), len(lines))):
        lines[at] = pad + lines[at]


def _drop(lines: list[str], random: Random) -> None:
    start = _at(lines, random)
    del lines[start : start + random.choice((1, 1, 1, 2, 5, 50))]


def _repeat(lines: list[str], random: Random) -> None:
    start = _at(lines, random)
    some = lines[start : start + random.choice((1, 1, 2, 10))]
    lines[start:start] = some * random.choice((1, 1, 1, 3, 200))


def _join(lines: list[str], random: Random) -> None:
    at = _at(lines, random)
    lines[at] = lines[at].rstrip("\r\n") + random.choice(("", " ", ": ", ", "))


def _split(lines: list[str], random: Random) -> None:
    at = _at(lines, random)
    where = random.randrange(len(lines[at]) + 1)
    lines[at] = f"{lines[at][:where]}\n{lines[at][where:]}"


def _put_sign(lines: list[str], random: Random) -> None:
    at = _at(lines, random)
    where = random.choice(
        (0, len(lines[at]) - len(lines[at].lstrip()), random.randrange(len(lines[at]) + 1))
    )
    lines[at] = lines[at][:where] + random.choice(SIGNS) + lines[at][where:]


def _value_becomes(lines: list[str], random: Random) -> None:
    at = _at(lines, random)
    head = re.match(r"\s*(?:- +)*(?:[\w.]+:)?", lines[at])
    lines[at] = f"{head[0] if head else ''} {random.choice(SIGNS)}\n"


def _take_sign(lines: list[str], random: Random) -> None:
    at = _at(lines, random)
    found = [match.start() for match in re.finditer(r"""[:\-"'\[\]{},#|>]""", lines[at])]
    if found:
        where = random.choice(found)
        lines[at] = lines[at][:where] + lines[at][where + 1 :]


def _huge(lines: list[str], random: Random) -> None:
    at = _at(lines, random)
    word = random.choice(
        ("a", "chữ ", "{{ year }} ", "1,5 ", "- ", "Sở Nội vụ, ", '"', "[", "ạ", ".")
    )
    lines[at] = lines[at].rstrip("\r\n") + word * random.choice((1000, 20_000, 200_000)) + "\n"


def _many_keys(lines: list[str], random: Random) -> None:
    at = _at(lines, random)
    lead = " " * (len(lines[at]) - len(lines[at].lstrip(" ")))
    count = random.choice((100, 1000, 4000))
    form = random.choice(
        ("k{0}: v{0}", "- chữ thứ {0}", "- {{a: {0}}}", "# {0}", "? {0}", "x: {0}")
    )
    lines[at:at] = [f"{lead}{form.format(number)}\n" for number in range(count)]


def _deep(lines: list[str], random: Random) -> None:
    at = _at(lines, random)
    depth = random.choice((10, 45, 300, 3000))
    kind = random.choice(("flow", "map", "dash"))
    lead = " " * (len(lines[at]) - len(lines[at].lstrip(" ")))
    if kind == "flow":
        lines[at] = lines[at].rstrip("\r\n") + " " + "[{a: " * depth + "\n"
    elif kind == "map":
        lines[at:at] = [f"{lead}{' ' * level}a:\n" for level in range(depth)]
    else:
        lines[at] = lead + "- " * depth + "x\n"


def _truncate(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _flip(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 1, 3, 20))):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _put_bytes(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(BYTES) + data[at:]


def _recode(data: bytes, random: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(
        random.choice(("utf-16", "utf-16-le", "cp1258", "latin-1", "utf-32")), "replace"
    )


def _empty(_: bytes, random: Random) -> bytes:
    return random.choice(
        (b"", b" ", b"\n\n", b"#\n", b"null\n", b"x", b"[]", b"{}", b"- \n", b"---")
    )


BREAKINGS: tuple[Breaking, ...] = (
    *map(_lines, (_exchange, _exchange, _shuffle_some, _indent, _indent, _dedent, _indent_many)),
    *map(_lines, (_drop, _drop, _repeat, _join, _split, _put_sign, _put_sign, _put_sign)),
    *map(_lines, (_value_becomes, _value_becomes, _take_sign, _take_sign)),
    *map(_lines, (_huge, _many_keys, _deep)),
    *(_truncate, _flip, _put_bytes, _recode, _empty),
)  # fmt: skip


def broken(data: bytes, random: Random) -> tuple[bytes, str]:
    """The file broken in one way to three, and the names of these ways."""
    names = []
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        breaking = random.choice(BREAKINGS)
        data = breaking(data, random)
        names.append(_name(breaking))
    return data, " + ".join(names)


def _name(breaking: Breaking) -> str:
    inner = breaking.__closure__[0].cell_contents if breaking.__closure__ else breaking
    return inner.__name__.lstrip("_")
