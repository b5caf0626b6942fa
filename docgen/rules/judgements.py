"""What sentences say of an index, better or worse, against the results that they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.model import Index
from docgen.rules.facts import Facts, rule

_QUOTING = ("preamble", "paragraph", "point", "task", "closing")
_SENTENCE = re.compile(r"(?:[^.]|\.(?!\s|$))+")
_CLAUSE = re.compile(r"[^;]+")
_BETTER = re.compile(
    r"(?<!chưa )(?<!không )(?:"
    r"(?:có|đạt|ghi nhận) (?:nhiều |sự |những |một số |bước )*(?:cải thiện|tiến bộ|khởi sắc)"
    r"|(?:đã|đều|được|tiếp tục được) cải thiện|cải thiện (?:rõ|đáng kể|mạnh|vượt bậc|về)"
    r"|(?:đã|đều|có sự) tăng|tăng (?:cao hơn|mạnh|hạng|bậc|đều)|cao hơn so với"
    r"|vươn lên|thăng hạng|được nâng lên)",
    re.IGNORECASE,
)
_WORSE = re.compile(
    r"(?:chưa|không)(?: có| được| hề)*(?: sự| nhiều)? cải thiện|tụt (?:hạng|bậc|giảm)|giảm sút"
    r"|sụt giảm|giảm (?:hạng|bậc|mạnh|sâu)|xuống hạng|(?:đã|đều|bị) (?:giảm|tụt)|thấp hơn so với",
    re.IGNORECASE,
)
_JUDGES = (
    "cải thiện", "tiến bộ", "khởi sắc", "tăng", "cao hơn", "vươn lên", "thăng hạng", "nâng lên",
    "tụt", "giảm", "xuống hạng", "thấp hơn",
)  # fmt: skip
_GOAL = re.compile(
    r"phấn đấu|mục tiêu|chỉ tiêu|nhằm|cần|phải|để |tập trung|giải pháp|dự kiến|không để",
    re.IGNORECASE,
)
_APART = re.compile(r"\b(?:riêng|tuy nhiên|nhưng|trừ|mặc dù|song|ngoại trừ)\b", re.IGNORECASE)
_OF_SCORES = re.compile(r"\b(?:điểm|tỷ lệ)\b")
_NAMED = re.compile(r"\{\{\s*(\w+)\.\w+")


@rule(
    "KH136", Severity.WARNING, "lời nhận xét trái với kết quả của chỉ số",
    "Câu chép từ năm trước khen cải thiện trong khi thứ hạng mới giảm thì người đọc thấy ngay.",
)  # fmt: skip
def judged_wrongly(facts: Facts) -> Iterator[Finding]:
    """A sentence that calls better what fell, or worse what only rose."""
    for printed, judgements in (
        facts.seeing(_judgements, holding=_JUDGES) if facts.plan.indices else ()
    ):
        for said, wrong, spoken in judgements if printed.role in _QUOTING else ():
            indices = list(_named(printed.text.value, spoken, facts.plan.indices))
            scores = bool(_OF_SCORES.search(printed.prose[said.end() : said.end() + 15]))
            ways = [_way(index, by_score=scores) for index in indices]
            contrary = [each for each, way in zip(indices, ways, strict=True) if way == wrong]
            if contrary and (wrong < 0 or -1 not in ways):
                told = "; ".join(_told(index, by_score=scores) for index in contrary)
                yield judged_wrongly.on(
                    printed, said, f"câu ghi “{said[0]}”, theo số đã khai báo thì {told}",
                    "Đọc lại cả câu theo kết quả mới; nói riêng chỉ số tăng, chỉ số giảm.",
                )  # fmt: skip
                if len(contrary) == 1 < len(indices) and not scores:
                    line = printed.text.locate(said.start()).line
                    message = f"{told}, trái với câu ở dòng {line} nói cả các chỉ số khác"
                    for rank in filter(None, (contrary[0].rank, contrary[0].previous_rank)):
                        hint = "Đối chiếu lại hai thứ hạng."
                        yield judged_wrongly.at(rank.text, message, hint)


def _judgements(prose: str) -> list[tuple[re.Match[str], int, tuple[int, int]]]:
    """What a text calls better or worse, the way that contradicts it, and what it is said of.

    A sentence that tells both ways judges nothing.
    """
    found = []
    for sentence in _SENTENCE.finditer(prose):
        if _GOAL.search(sentence[0]) or _APART.search(sentence[0]):
            continue
        better, worse = (words.search(prose, *sentence.span()) for words in (_BETTER, _WORSE))
        said = better or worse
        if said and not (better and worse):
            spoken = _spoken_of(prose, sentence.span(), said.start())
            found.append((said, -1 if better else 1, spoken))
    return found


def _spoken_of(prose: str, sentence: tuple[int, int], at: int) -> tuple[int, int]:
    """The part of a sentence that a judgement is about: its clause, or all that a colon opens."""
    start, stop = sentence
    colon = prose.find(":", at, stop)
    for clause in _CLAUSE.finditer(prose, start, stop):
        if clause.start() <= at < clause.end():
            return clause.start(), stop if 0 <= colon < clause.end() else clause.end()
    return sentence


def _named(text: str, span: tuple[int, int], indices: Mapping[str, Index]) -> Iterable[Index]:
    """The indices that a stretch quotes in braces or by name, each once."""
    stretch = text[slice(*span)]
    quoted = {match[1] for match in _NAMED.finditer(stretch)}
    for key, index in indices.items():
        name = re.escape(index.name.value) if index.name else ""
        if key in quoted or (name and re.search(rf"(?<!\w){name}(?!\w)", stretch)):
            yield index


def _way(index: Index, *, by_score: bool) -> int:
    """1 where it rose, -1 where it fell, 0 where it stayed or nobody can tell."""
    if index.rank and index.previous_rank and not by_score:
        new, old = index.previous_rank.value, index.rank.value
        return (new > old) - (new < old)
    if index.score and index.previous_score:
        score, before = index.score.value, index.previous_score.value
        return (score > before) - (score < before)
    return 0


def _told(index: Index, *, by_score: bool) -> str:
    if index.rank and index.previous_rank and not by_score:
        return f"{index.name} từ hạng {index.previous_rank.value} sang hạng {index.rank.value}"
    assert index.score
    assert index.previous_score
    old, new = (vietnamese.format_decimal(each.value) for each in
                (index.previous_score, index.score))  # fmt: skip
    return f"{index.name} từ {old} sang {new} điểm"
