"""KH420-KH424, KH428-KH430: brackets, spaces, punctuation, quotes and dashes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.finding import Finding, Severity
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Check, Facts, rule
from docgen.rules.prose.shapes import OWN_REFERENCE

_PAIRS = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}
_CLOSES = {opening: closing for closing, opening in _PAIRS.items()}
_BRACKET = re.compile(r"[()\[\]{}“”«»\"]")
_ENUMERATOR = re.compile(r"(?:^|(?<=[\s;:,(“]))(?:[a-zđ]{1,2}|\d{1,2}(?:\.\d+)*|[IVX]+)\)")


@rule(
    "KH420", Severity.WARNING, "ngoặc không đủ đôi",
    "Mở ngoặc mà không đóng, hoặc ngược lại: người đọc không biết phần trong ngoặc đến đâu.",
)  # fmt: skip
def unmatched_bracket(facts: Facts) -> Iterable[Finding]:
    """`từ 2017);`, `“Giải pháp “Cẩm nang” của Sở`; not the bracket of `a)`.

    In a title of several lines a bracket may close on the next line.
    """
    left_open: tuple[Printed, list[int]] | None = None
    for printed, (opened, unopened, odd) in facts.seeing(_unmatched):
        closed = unopened
        if left_open and closed and left_open[0].role == printed.role == "appendix title":
            before, (*others, last) = left_open
            if _CLOSES[before.prose[last]] == printed.prose[closed[0]]:
                left_open = (before, others)
                closed = closed[1:]
        if left_open:
            yield from _bracket_findings(*left_open, "mở mà không đóng")
        left_open = (printed, opened) if opened else None
        yield from _bracket_findings(printed, closed, "không có dấu mở")
        yield from _bracket_findings(printed, odd, "lẻ đôi")
    if left_open:
        yield from _bracket_findings(*left_open, "mở mà không đóng")


def _unmatched(prose: str) -> tuple[list[int], list[int], list[int]]:
    """Brackets that nothing closes, that nothing opens, and a last straight quote too many."""
    opened: list[int] = []
    closed: list[int] = []
    straight: list[int] = []
    for match in _BRACKET.finditer(prose):
        index, character = match.start(), match[0]
        if character == '"':
            straight.append(index)
        elif character in _CLOSES:
            opened.append(index)
        elif opened and prose[opened[-1]] == _PAIRS[character]:
            opened.pop()
        else:
            closed.append(index)
    if closed:
        enumerators = {match.end() - 1 for match in _ENUMERATOR.finditer(prose)}
        closed = [index for index in closed if index not in enumerators]
    return opened, closed, straight[-1:] if len(straight) % 2 else []


def _bracket_findings(printed: Printed, indices: list[int], what: str) -> Iterable[Finding]:
    for index in indices:
        yield unmatched_bracket.at(
            printed.text, f"dấu {printed.prose[index]} {what}",
            "Thêm dấu còn thiếu hoặc bỏ dấu này.", index, 1,
        )  # fmt: skip


def _mends(
    check: Check, facts: Facts, pattern: re.Pattern[str], message: str, replacement: str,
    pieces: Iterable[str],
) -> Iterable[Finding]:  # fmt: skip
    """A finding for every match, which holds one of the pieces, as `Held` writes them.

    `replacement` is a template of the pattern's groups.
    """
    for printed, match in facts.matches(pattern, *pieces):
        if not OWN_REFERENCE.search(printed.prose[: match.start()]):
            yield check.mend_on(
                printed, match, message.format(match[0].strip()), match.expand(replacement),
            )  # fmt: skip


_DOUBLE_SPACE = re.compile(r"(?<=\S)  +(?=\S)")


@rule(
    "KH421", Severity.WARNING, "hai dấu cách liền nhau",
    "Dòng căn đều hai bên sẽ hở một khoảng trắng.",
)  # fmt: skip
def double_space(facts: Facts) -> Iterable[Finding]:
    """`các  cơ quan`."""
    return _mends(double_space, facts, _DOUBLE_SPACE, "hai dấu cách liền nhau", " ", ("  ",))


# Beside the dots of a blank a space is layout.
_OF_FILES = (
    r"(?:docx?|pdf|xlsx?|shp|tab|mbtiles|dgn|dwg|km[lz]|csv|xml|json|zip|jpe?g|png|mp[34])\b"
)
_SPACE_BEFORE = re.compile(
    rf"(?<=[^\s.…_]) +([,;:!?)\]”»]|\.(?![./\d]|{_OF_FILES})|/(?=[\d\ue000]))"
    r"|([(\[“«](?= +\S)|(?<=[\d\ue000])/(?= +[\d\ue000])) +"
)


@rule(
    "KH422", Severity.WARNING, "dấu cách thừa cạnh dấu câu",
    "Dấu câu có thể rơi xuống đầu dòng sau.",
)  # fmt: skip
def space_beside_punctuation(facts: Facts) -> Iterable[Finding]:
    """`Kiểm toán .`, `( thông qua`."""
    return _mends(
        space_beside_punctuation, facts, _SPACE_BEFORE, "dấu cách thừa cạnh “{}”", r"\1\2",
        (*map(" {}".format, ",;:!?)]”»./"), *map("{} ".format, "([“«/")),
    )  # fmt: skip


_NO_SPACE = re.compile(
    r"[,;:.!?)”](?=[^\W\d_])(?:(?<=[\w)”][,;])|(?<=[^\W\d_]:)"
    r"|(?<=[^\W\d_]{2}[.!?])(?=[^\W\d_]{2})|(?<=[)”]))"
)
_NO_SPACE_BEFORE = re.compile(r"\((?<=[^\W\d_]{2}\()(?=[^\W\d_]{2})")
# What a mark may stand in without a space: TP.Huế, 374/ĐK:HT, m3/ngày.đêm, Sở VH,TT&DL.
_SHORT_FORM = re.compile(r"(?<!\w)(?:[A-ZĐ]+|Tp|Tx|Tt|Th|ThS|Ths|Bs|Ks|Gs|Ts|Cty)$|/[^\W\d_]+$")
_NAME_BEFORE = re.compile(r"(?<!\w)[A-ZĐ]{2,3}$")
_CAPITALS = re.compile(r"[A-ZĐ&]{2,}(?!\w)")
# Ca(OCl)~2~, Al2(SO4)3: symbols of elements, one with a small letter or a figure among them.
_ELEMENT = (
    r"(?:H|He|Li|Be|B|C|N|O|F|Ne|Na|Mg|Al|Si|P|S|Cl|Ar|K|Ca|Ti|V|Cr|Mn|Fe|Co|Ni|Cu|Zn|As|Se|Br|Sr"
    r"|Ag|Cd|Sn|I|Ba|Pt|Au|Hg|Pb|U)(?:~?\d+~?)?"
)
_FORMULA = re.compile(
    rf"(?<!\w)(?=[A-Z()]*[a-z\d~])(?:{_ELEMENT})+\((?:{_ELEMENT})+\)(?:~?\d+~?)?(?!\w)"
)
_WEB = re.compile(r"\S+@\S+|https?:\S+|www\.\S+|\b\w+(?:\.\w+)+\b")


@rule(
    "KH423", Severity.WARNING, "thiếu dấu cách cạnh dấu câu",
    "Hai từ dính vào nhau qua dấu câu: không xuống dòng được ở đó, và khó đọc.",
)  # fmt: skip
def missing_space(facts: Facts) -> Iterable[Finding]:
    """`sở,ban`, `tỉnh.Các`, `tỉnh(BCĐ`; not in a web address, nor `VT, NC.Châu`, `TP.Huế`."""
    for pattern, template in ((_NO_SPACE, "{} "), (_NO_SPACE_BEFORE, " {}")):
        for printed, match in facts.matches(pattern):
            in_short = printed.role == "recipient" and match[0] in "(."  # PVP(VX), NC.Châu
            if in_short or (printed.role == "recipient" and printed.prose.startswith("Lưu")):
                continue
            if not (
                _in_short_form(printed.prose, match)
                or _in_web_address(printed.prose, match.start())
                or any(
                    each.start() < match.start() < each.end()
                    for each in _FORMULA.finditer(printed.prose)
                )
            ):
                yield missing_space.mend_on(
                    printed, match, f"thiếu dấu cách cạnh dấu {match[0]}",
                    template.format(match[0]),
                )  # fmt: skip


def _in_short_form(prose: str, mark: re.Match[str]) -> bool:
    """Whether a mark belongs to the letters around it; a comma only in a short name's capitals."""
    if mark[0] == ",":
        name = _NAME_BEFORE.search(prose, 0, mark.start())
        return name is not None and _CAPITALS.match(prose, mark.end()) is not None
    return mark[0] in ".:" and _SHORT_FORM.search(prose, 0, mark.start()) is not None


def _in_web_address(prose: str, index: int) -> bool:
    return any(
        match.start() <= index < match.end() and match[0].isascii()
        for match in _WEB.finditer(prose)
    )


_TWO_MARKS = (",,", ",;", ";;", ";,", "::", ";.", ",.", "..", "??", "!!", "%%", ".%", ",%", ";%")
_DOUBLED = re.compile(
    r",[,;]|;;+|;,|::+|;\.(?![./])|,\.(?!\.)|(?<![.…])\.\.(?![.…])|\?\?|!!|%%|(?<![.…])[.,;]%"
)


@rule(
    "KH424",
    Severity.WARNING,
    "hai dấu câu liền nhau",
    "Chỉ một trong hai dấu là đúng.",
)
def doubled_punctuation(facts: Facts) -> Iterable[Finding]:
    """`,,`, `;.`, `..`, `%%`; not `...` or `./.`."""
    for printed, match in facts.matches(_DOUBLED, *_TWO_MARKS):
        yield doubled_punctuation.on(
            printed, match, f"hai dấu câu liền nhau “{match[0]}”", "Bỏ một dấu.",
        )  # fmt: skip


def _rarer(
    check: Check, facts: Facts, ways: Iterable[re.Pattern[str]], message: str
) -> Iterable[Finding]:
    """One finding at the first place written in the rarer of two ways, where both are used."""
    places: list[list[tuple[Printed, re.Match[str]]]] = [[*facts.matches(way)] for way in ways]
    rarer, common = sorted(places, key=len)
    if rarer:
        printed, match = rarer[0]
        yield check.on(
            printed, match, message.format(match[0].strip()),
            f"Viết như {len(common)} chỗ còn lại: “{common[0][1][0].strip()}”.",
        )  # fmt: skip


@rule(
    "KH428", Severity.INFO, "ngoặc kép thẳng và cong lẫn lộn",
    "Một kế hoạch nên dùng một kiểu ngoặc kép; kiểu cong “…” là kiểu Word tự đặt.",
)  # fmt: skip
def mixed_quotes(facts: Facts) -> Iterable[Finding]:
    """`"Đề án 06"` here, `“Cẩm nang”` there: said once, at the rarer kind."""
    ways = (re.compile('"'), re.compile("[“”]"))
    return _rarer(mixed_quotes, facts, ways, "ngoặc kép “{}” khác các chỗ còn lại")


_MOTTO = re.compile(r"Độc lập ?([-–—]) ?Tự do ?([-–—]) ?Hạnh phúc", re.IGNORECASE)


@rule(
    "KH429", Severity.WARNING, "tiêu ngữ viết sai",
    "Giữa các cụm từ của tiêu ngữ là gạch nối (-), có cách chữ.", "Phụ lục I, Phần I, II.1.b",
)  # fmt: skip
def motto_misspelt(facts: Facts) -> Iterable[Finding]:
    """`Độc lập – Tự do – Hạnh phúc`."""
    right = "Độc lập - Tự do - Hạnh phúc"
    for printed, match in facts.matches(_MOTTO, "độc lập"):
        if match[0] != right:
            yield motto_misspelt.mend_on(printed, match, f"tiêu ngữ viết “{match[0]}”", right)


_DASHES = tuple(
    re.compile(rf"{dash}(?<=\d{dash})(?=\d)|{dash}(?<=\w {dash})(?= \w)") for dash in "–-"
)


@rule(
    "KH430", Severity.INFO, "gạch nối và gạch ngang lẫn lộn",
    "2021-2025 ở chỗ này, 2021–2025 ở chỗ khác; công văn thường dùng gạch nối (-).",
)  # fmt: skip
def mixed_dashes(facts: Facts) -> Iterable[Finding]:
    """`2021–2025` and `kinh tế – xã hội` among hyphens: said once, at the rarer kind."""
    return _rarer(mixed_dashes, facts, _DASHES, "dấu “{}” khác các chỗ còn lại")
