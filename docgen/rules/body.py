"""The parts of the body: nothing empty, no mark typed that prints itself, tasks that act."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from docgen.finding import Finding, Severity
from docgen.plan.agencies import references
from docgen.plan.appendix_names import is_form
from docgen.plan.model import Item
from docgen.plan.reading_order import Printed, assignments, items
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.words import verbs

_MARKED = ("point", "task", "recipient", "basis")
_MARK = re.compile(r"(?:[-–—+•*]|[a-zđ](?:\.\d{1,2})?\)|\(\d{1,2}\)|\d{1,2}[.)])\s+")
_HEADING_NUMBER = re.compile(r"(?:(?:[IVX]+|\d{1,2}(?:\.\d{1,2})*)\.|[a-zđ]\))\s+")
_EMPHASIS = re.compile(r"(?<!\*)(\*{1,3})(?=[^\s*])((?:\\\*|[^*])+)(?<![\s\\])\1(?!\*)")
_PROSE = ("preamble", "paragraph", "point", "task", "closing")
_WORD = re.compile(r"[^\W\d_]+")
# What may stand before the verb: a condition, a time, a manner.
_LEAD_IN = (
    "là", "căn cứ", "trên cơ sở", "theo", "trước", "sau", "trong", "định kỳ", "hàng", "hằng", "khi",
    "nếu", "để", "nhằm", "đối với", "ngoài", "bên cạnh", "trường hợp", "từ", "qua", "thông qua",
    "tiếp tục", "thường xuyên", "kịp thời", "chủ động", "tích cực", "nghiêm túc", "khẩn trương",
    "trực tiếp", "kiên quyết", "đồng thời", "cùng", "không", "chậm nhất", "riêng", "mỗi",
    "cơ quan thường trực", "cơ quan đầu mối", "thường trực", "đầu mối", "đấu tranh", "dự trữ",
)  # fmt: skip


@rule(
    "KH620", Severity.WARNING, "gõ tay dấu đầu dòng hoặc số thứ tự",
    "Gạch đầu dòng và số thứ tự tự in; gõ thêm thì in hai lần.",
)  # fmt: skip
def mark_typed(facts: Facts) -> Iterator[Finding]:
    """`- ` before a point, `1. ` before a heading."""
    for look, roles in ((_HEADING_NUMBER.match, ("heading",)), (_MARK.match, _MARKED)):
        for printed, typed in facts.seeing(look):
            if typed and printed.role in roles:
                mark = typed[0].strip()
                found = mark_typed.mend(printed.text, f"“{mark}” gõ tay ở đầu", 0, typed.end(), "")
                yield replace(found, hint=f"Bỏ “{mark}”: dấu và số đầu dòng tự in.")


@rule(
    "KH621", Severity.WARNING, "đề mục không có nội dung",
    "Đề mục đứng trơ trọi làm người đọc tưởng kế hoạch in thiếu.",
)  # fmt: skip
def empty_heading(facts: Facts) -> Iterator[Finding]:
    """A heading below which nothing stands; the outline of a report to be written has no more."""
    told = (each for each in facts.plan.appendices if not is_form(each))
    for item in items(replace(facts.plan, appendices=tuple(told))):
        if item.title and not _holds(item):
            hint = "Thêm nội dung (items, text), hoặc xóa đề mục."
            yield empty_heading.at(item.title, "đề mục chưa có nội dung", hint)


def _holds(item: Item) -> bool:
    return bool(
        item.text or item.plain or item.centered or item.items or item.assignments or item.table
    )


@rule(
    "KH622", Severity.WARNING, "cơ quan được nêu mà không có nhiệm vụ",
    "Khối phân công chỉ có tên cơ quan thì cơ quan không biết phải làm gì.",
)  # fmt: skip
def no_tasks(facts: Facts) -> Iterator[Finding]:
    """An assignment without tasks."""
    for assignment in assignments(facts.plan):
        named = references(assignment)
        place = named[0] if named else assignment.title or assignment.where
        if place and not (assignment.task or assignment.tasks or assignment.text):
            yield no_tasks.at(place, "chưa có nhiệm vụ nào", "Thêm tasks, hoặc xóa khối này.")


@rule("KH623", Severity.WARNING, "phụ lục không có nội dung", "Phụ lục trống vẫn in ra một trang.")
def empty_appendix(facts: Facts) -> Iterator[Finding]:
    """An appendix without text, notes or a row."""
    for appendix in facts.plan.appendices:
        place = appendix.title[0] if appendix.title else appendix.where
        if place and not any(map(_prints, appendix.content)):
            hint = "Thêm bảng, hoặc bỏ phụ lục này."
            yield empty_appendix.at(place, "phụ lục chưa có nội dung", hint)


@rule(
    "KH624", Severity.INFO, "nhiệm vụ không bắt đầu bằng động từ",
    "Nhiệm vụ nói việc phải làm: Chủ trì, Phối hợp, Xây dựng…; thiếu động từ thì khó giao.",
)  # fmt: skip
def task_without_verb(facts: Facts) -> Iterator[Finding]:
    """A task such as `Công tác tuyên truyền.`; what stands before the verb may be a condition."""
    for printed, _ in facts.body.seeing(_lacks_a_verb):
        if printed.role == "task" and not _is_masked(printed):
            first = " ".join(printed.prose.split()[:3])
            hint = "Thêm việc phải làm ở đầu câu."
            message = f"“{first}…” chưa nói việc gì"
            yield task_without_verb.at(printed.text, message, hint, 0, len(first))


def _lacks_a_verb(prose: str) -> bool:
    words = [word[0].lower() for word in islice(_WORD.finditer(prose), 4)]
    starts = any(" ".join(words[:count]) in verbs() for count in (1, 2, 3))
    return bool(words) and not starts and not " ".join(words).startswith(_LEAD_IN)


def _is_masked(printed: Printed) -> bool:
    """Whether the text stands for what a fault of YAML made unreadable: the file has it not."""
    words = printed.text.value.split()
    return bool(words) and words[0] not in printed.text.source.text


def _prints(item: Item) -> bool:
    """Whether an item puts more on paper than a heading."""
    rows = item.table.rows if item.table else ()
    own = item.plain or item.centered or item.text or rows or item.assignments
    return bool(own or any(map(_prints, item.items)))


@rule(
    "KH626", Severity.INFO, "đoạn văn in đậm hoặc nghiêng quá nửa",
    "Lời văn in kiểu chữ đứng, không đậm; đậm, nghiêng chỉ để làm nổi vài chữ.",
    "Phụ lục I, Phần I, II.6.e",
)  # fmt: skip
def mostly_marked(facts: Facts) -> Iterator[Finding]:
    """A paragraph or point more than half of which is `*nghiêng*`, or `**đậm**`."""
    for printed, _ in facts.holding("*"):
        if printed.role not in _PROSE or printed.appendix:
            continue
        marked: Counter[str] = Counter()
        for match in _EMPHASIS.finditer(printed.text.value):
            marked[match[1]] += len(match[2])
        if 2 * max(marked.values(), default=0) > len(printed.text.value):
            message = "quá nửa đoạn này in đậm hoặc nghiêng"
            hint = "Bỏ dấu * ở hai đầu, hoặc để vậy nếu là ý của cơ quan."
            yield mostly_marked.at(printed.text, message, hint)


@rule(
    "KH627", Severity.INFO, "đề mục in nghiêng, không đậm",
    "Số thứ tự và tiêu đề của khoản in kiểu chữ đứng, đậm.", "Phụ lục I, Phần I, II.6.đ",
)  # fmt: skip
def heading_in_italics(facts: Facts) -> Iterator[Finding]:
    """A heading between single stars, which prints in italics and not bold."""
    for printed, _ in facts.holding("*"):
        match = _EMPHASIS.fullmatch(printed.text.value)
        if printed.role == "heading" and match and len(match[1]) == 1:
            hint = "Bỏ dấu * ở hai đầu, hoặc viết ***…*** để vừa đậm vừa nghiêng."
            yield heading_in_italics.at(printed.text, "đề mục này in nghiêng, không đậm", hint)
