"""KH458: a syllable that can be read, is in no word that docgen knows, and is near a usual one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.near_words import COMMON, with_near_words
from docgen.rules.prose import words
from docgen.rules.prose.slips_of_words import one_slip
from docgen.rules.prose.syllables import is_syllable
from docgen.rules.prose.tokens import Run, fold
from docgen.rules.spelling import own_words
from docgen.rules.wrong_words import PARTICLES, with_wrong_marks, with_wrong_onset

# More words of one syllable of which every text is full.
_MORE = (
    "bao bên biết bước buổi chi chia chọn chung chất cách cán công cử dân dạy dự gắn ghi gia giúp "
    "gần hai hàng hoặc hỗ hộ hợp khó kinh kể loại luật lập mua muốn máy mười mẫu mức mục nghề "
    "nhóm nhằm nước phí phần quá quỹ riêng rõ rừng sách số sở sửa thanh thi thu thuộc thêm thông "
    "thường thời tiền tiếp tiếng trường trẻ tuổi tùy tự viết vùng xây xét xử án điểm đoàn đất đầu "
    "đề điều định đối đồng đợt đời ý"
)


@cache
def _usual() -> frozenset[str]:
    return frozenset(map(fold, (*PARTICLES, *COMMON, *_MORE.split())))


@rule(
    "KH458", Severity.INFO, "tiếng lạ, gần giống một tiếng thường gặp",
    "“Cũa”, “nực”, “trỉ” đọc được nhưng không mấy khi có trong văn bản: thường gõ sai một chữ.",
)  # fmt: skip
def strange_syllable(facts: Facts) -> Iterable[Finding]:
    """`cũa Quốc hội`, `trỉ tiêu`; once in the plan, in small letters, or the first of a text."""
    own = facts.once(own_words)
    known = (with_near_words, with_wrong_marks, with_wrong_onset)
    told = {(each.where.file, each.where.line) for rule in known for each in facts.once(rule)}
    for printed, run, found in facts.saying(_strange):
        for word in (run[at] for at in found):
            if facts.spoken[word.folded] > 1 or word.text in own:
                continue
            begins = word.start == 0 and _BEGINS.match(printed.prose)
            beside = printed.prose[max(word.start - 1, 0) : word.end + 1]
            if not (word.text.islower() or begins) or "-" in beside:  # Lê-nin
                continue
            near = min((each for each in _usual() if one_slip(word.folded, each)), default="")
            place = printed.text.locate(word.start)
            if near and (place.file, place.line) not in told:
                yield strange_syllable.at(
                    printed.text, f"“{word.text}” là tiếng ít gặp, gần giống “{near}”",
                    "Xem có gõ sai một chữ không; từ đúng thì dùng “docgen check --learn”.",
                    *word.place,
                )  # fmt: skip


def _strange(run: Run) -> list[int]:
    """The syllables that are in no word."""
    texts = enumerate(zip(run.texts, run.folded, strict=True))
    return [at for at, (text, folded) in texts if _is_strange(folded) and is_syllable(text)]


@lru_cache(maxsize=20_000)
def _is_strange(folded: str) -> bool:
    known = folded in _usual() or folded in words.single() or words.degree(folded)
    return not known and is_syllable(folded)


_BEGINS = re.compile(r"[^\W\d_][a-zà-ỹ]+ [a-zà-ỹ]")  # a name would go on with a capital
