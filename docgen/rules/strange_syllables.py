"""KH458: a syllable that can be read, is in no word that docgen knows, and is near a usual one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.near_words import COMMON, with_near_words
from docgen.rules.prose import words
from docgen.rules.prose.slips_of_words import one_slip
from docgen.rules.prose.syllables import is_syllable
from docgen.rules.prose.tokens import fold
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
    alone = {folded for folded, times in facts.spoken.items() if times == 1 and is_syllable(folded)}
    strange = {each for each in alone - _usual() - words.single() if not words.degree(each)}
    known = (with_near_words, with_wrong_marks, with_wrong_onset)
    told = {(each.where.file, each.where.line) for rule in known for each in facts.once(rule)}
    for printed, run in facts.saying(strange):
        for word in run:
            text, folded = word.text, word.folded
            common = text.islower() or (word.start == 0 and _BEGINS.match(printed.prose))
            if folded not in strange or not common or not is_syllable(text) or text in own:
                continue
            if "-" in printed.prose[max(word.start - 1, 0) : word.end + 1]:  # Lê-nin
                continue
            near = sorted(each for each in _usual() if one_slip(folded, each))
            place = printed.text.locate(word.start)
            if near and (place.file, place.line) not in told:
                yield strange_syllable.at(
                    printed.text, f"“{text}” là tiếng ít gặp, gần giống “{near[0]}”",
                    "Xem có gõ sai một chữ không; từ đúng thì dùng “docgen check --learn”.",
                    word.start, len(text),
                )  # fmt: skip


_BEGINS = re.compile(r"[^\W\d_][a-zà-ỹ]+ [a-zà-ỹ]")  # a name would go on with a capital
