"""KH160-KH164: the declared indices against each other and against the sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.reading_order import MASK
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.mentions import letters

_FILLED_IN = re.compile(
    r"\{\{\s*(?P<key>\w+)\.(?P<what>\w+)\s*\}\}(?P<percent>%?)(?P<whole>/\d+%?)?"
)
_MOST_POINTS = Decimal(100)
_WHOLE = 100
_MERGED = 2026
_RANKED = re.compile(r"(?:xếp thứ|xếp hạng|đứng thứ|vị trí thứ)(?: hạng| thứ)? \d+/(?P<of>\d+)")
_WORD = re.compile(r"[^\W\d_]+")


@rule(
    "KH160", Severity.WARNING, "câu về chỉ số này lấy số của chỉ số khác",
    "{{ papi.score }} sau chữ SIPAS in ra điểm của PAPI dưới tên SIPAS.",
)  # fmt: skip
def value_of_another_index(facts: Facts) -> Iterator[Finding]:
    """`Chỉ số SIPAS đạt {{ papi.score }}%`: the nearest name before a value is its index."""
    indices = {key: index.name.value for key, index in facts.plan.indices.items() if index.name}
    if len(indices) < 2:
        return
    known = "|".join(map(re.escape, sorted(indices.values(), key=len, reverse=True)))
    name = re.compile(rf"(?<!\w)(?:{known})(?!\w)")
    for printed, _ in facts.holding(MASK):
        value = printed.text.value
        named = [(match.start(), match[0]) for match in name.finditer(value)]
        for match in _FILLED_IN.finditer(value):
            before = [each for start, each in named if start < match.start()]
            if match["key"] in indices and before and before[-1] != indices[match["key"]]:
                yield value_of_another_index.on(
                    printed, match,
                    f"{match[0]} là số của {indices[match['key']]}, câu nói về {before[-1]}",
                    f"Dùng giá trị của {before[-1]}.",
                )  # fmt: skip


@rule(
    "KH161", Severity.WARNING, "điểm trên tổng điểm mà ghi dấu %",
    "86,25/100 điểm không phải 86,25%/100: hoặc tỷ lệ, hoặc điểm.",
)  # fmt: skip
def percent_of_points(facts: Facts) -> Iterator[Finding]:
    """`{{ par_index.score }}%/100 điểm`; `%` here and `điểm` elsewhere behind one score."""
    units: dict[str, str] = {}
    for printed, _ in facts.holding(MASK):
        value = printed.text.value
        for match in _FILLED_IN.finditer(value):
            if match["what"] != "score":
                continue
            after = value[match.end() : match.end() + 6]
            unit = "%" if match["percent"] else "điểm" if after.startswith(" điểm") else ""
            first = units.setdefault(match["key"], unit) if unit else unit
            written = match["percent"] + (match["whole"] or "")
            if match["whole"] and "%" in written:
                yield percent_of_points.at(
                    printed.text, f"“{written}”: vừa tỷ lệ vừa điểm", "Bỏ dấu %.",
                    match.start("percent"), len(written),
                )  # fmt: skip
            elif unit and first != unit:
                yield percent_of_points.on(
                    printed, match, f"điểm này ở đây ghi “{unit}”, chỗ trước ghi “{first}”",
                    "Thống nhất: tỷ lệ (%) hoặc điểm.",
                )  # fmt: skip
    yield from _points_as_percent(facts)


def _points_as_percent(facts: Facts) -> Iterator[Finding]:
    """PAPI adds up eight parts of ten points; PAR Index and SIPAS are of a hundred."""
    points = {
        key for key, index in facts.plan.indices.items() if str(index.name) in ("PAPI", "PCI")
    }
    for printed, _ in facts.holding(MASK):
        for match in _FILLED_IN.finditer(printed.text.value):
            if match["key"] in points and match["what"] == "score" and match["percent"]:
                yield percent_of_points.at(
                    printed.text,
                    f"{facts.plan.indices[match['key']].name} tính bằng điểm, không bằng %",
                    "Viết “điểm”.", match.start("percent"), 1,
                )  # fmt: skip


@rule(
    "KH162", Severity.WARNING, "hai chỉ số khai báo lẫn tên",
    "Tên của chỉ số này ghi ở mã của chỉ số kia thì mọi câu lấy số theo mã đều sai.",
)  # fmt: skip
def names_exchanged(facts: Facts) -> Iterator[Finding]:
    """`sipas: {name: PAPI}`, or one name twice."""
    indices = facts.plan.indices
    by_key = {letters(key.replace("_", " ")): key for key in indices}
    seen: dict[str, str] = {}
    for key, index in indices.items():
        if not index.name:
            continue
        own = by_key.get(letters(index.name.value))
        first = seen.setdefault(index.name.value, key)
        if own not in (None, key):
            message = f"mã {key} ghi tên “{index.name}”, là tên của mã {own}"
            yield names_exchanged.at(index.name, message, "Ghi đúng tên của chỉ số này.")
        elif first != key:
            message = f"“{index.name}” đã là tên của mã {first}"
            yield names_exchanged.at(index.name, message, "Ghi đúng tên của chỉ số này.")


@rule(
    "KH163", Severity.WARNING, "số khai báo của chỉ số không hợp lý",
    "Điểm trên 100, hạng năm trước ngoài số đơn vị, số đơn vị khác các chỉ số khác: thường gõ "
    "nhầm.",
)  # fmt: skip
def implausible_index(facts: Facts) -> Iterator[Finding]:
    """A score above 100, a rank beyond the count, another count than the other indices."""
    indices = facts.plan.indices.values()
    counts = Counter(index.of.value for index in indices if index.of)
    usual, most = counts.most_common(1)[0] if counts else (0, 0)
    for index in indices:
        for score in (index.score, index.previous_score):
            lost = score and score.value > _WHOLE and "," not in score.text.value
            if score and (lost or score.value > _MOST_POINTS):
                hint = "Xem có mất dấu phẩy không."
                yield implausible_index.at(score.text, f"điểm {score.text} quá lớn", hint)
        last = max(usual, index.of.value if index.of else 0)
        # From 63 to 34 provinces: the rank of the year before may lie beyond today's count.
        fewer = last == 34 and (not facts.plan.year or facts.plan.year.value <= _MERGED)
        if index.previous_rank and last and index.previous_rank.value > last and not fewer:
            message = f"năm trước xếp thứ {index.previous_rank.text} trong {last} đơn vị"
            yield implausible_index.at(
                index.previous_rank.text, message, "Đối chiếu lại hai số này."
            )
        if index.of and most > 1 and index.of.value != usual:
            message = f"xếp hạng trên {index.of.text} đơn vị, các chỉ số khác trên {usual}"
            yield implausible_index.at(index.of.text, message, "Đối chiếu lại số đơn vị.")
    yield from _counts_in_sentences(facts, set(counts))


def _counts_in_sentences(facts: Facts, counts: set[int]) -> Iterator[Finding]:
    """`xếp thứ 55/62` where every index is ranked among 63."""
    if len(counts) != 1:
        return
    known = counts.pop()
    for printed, match in facts.matches(_RANKED, "0/0"):
        if 0 < abs(int(match["of"]) - known) <= known // 10:
            yield implausible_index.on(
                printed, match, f"xếp hạng trên {match['of']}, các chỉ số xếp trên {known} đơn vị",
                "Đối chiếu lại số đơn vị.", "of",
            )  # fmt: skip


@rule(
    "KH164", Severity.WARNING, "chữ tắt giải thích bằng nghĩa của chữ khác",
    "Nghĩa của chữ tắt này ghi trước chữ tắt kia: người đọc hiểu nhầm từ đầu đến cuối.",
)  # fmt: skip
def explained_as_another(facts: Facts) -> Iterator[Finding]:
    """`Chỉ số Hiệu quả quản trị và hành chính công (SIPAS)`."""
    meanings = _meanings(facts)
    if len(meanings) < 2:
        return
    known = "|".join(map(re.escape, meanings))
    longest = max(map(len, meanings.values()))
    for printed, match in facts.matches(rf" \((?P<short>{known})\)", " ("):
        words = _words(printed.prose[max(0, match.start() - 12 * longest) : match.start()])
        own = _share(meanings[match["short"]], words)
        if own == 100:
            continue
        other, share = max(
            ((short, _share(meaning, words)) for short, meaning in meanings.items()),
            key=lambda each: each[1],
        )
        if other != match["short"] and share >= 70 and share - own >= 25:
            yield explained_as_another.on(
                printed, match,
                f"nghĩa đứng trước là của {other}, trong ngoặc ghi {match['short']}",
                f"Viết “({other})”, hoặc sửa nghĩa.", "short",
            )  # fmt: skip


def _meanings(facts: Facts) -> dict[str, tuple[str, ...]]:
    """The long meanings of the office's abbreviations, as words."""
    known = facts.abbreviations
    split = {short: _words(meaning.value) for short, meaning in known.items()}
    return {short: words for short, words in split.items() if len(words) >= 4}


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(vietnamese.fold_tone(word).lower() for word in _WORD.findall(text))


def _share(meaning: Sequence[str], words: Sequence[str]) -> int:
    """How much of a meaning stands at the end of some words, in percent."""
    nearby = words[-len(meaning) :]
    return sum(1 for word in meaning if word in nearby) * 100 // len(meaning)
