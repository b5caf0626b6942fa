"""KH450, KH452, KH453: what was pasted twice, or into the wrong place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.finding import Finding, Severity
from docgen.plan.agencies import find, references
from docgen.plan.reading_order import assignments, items
from docgen.plan.source import Text
from docgen.plan.table import Row, Table
from docgen.rules.facts import Check, Facts, rule
from docgen.rules.prose.tokens import fold

_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
FEWEST_WORDS = 13
_FEWEST_WITH_A_FIGURE = 8
_OF_A_TASK = re.compile(r"thời gian|đơn vị|cơ quan|kinh phí|thời hạn|chủ trì|phối hợp|^[^:]{3,40}:")
_FEWEST_BUT_FIGURES = 15
_MOST_TIMES = 2


@lru_cache(maxsize=4096)
def content_of(value: str) -> str:
    """What counts of a text: its words, folded, in order."""
    return " ".join(map(fold, _WORD.findall(value)))


def again(check: Check, later: Text, earlier: Text, what: str, hint: str) -> Finding:
    """A finding at `later` that `what` it says stands at `earlier` too."""
    place = earlier.where
    where = f"dòng {place.line}"
    if place.file != later.where.file:
        where += f" của {place.file}"
    return check.at(later, f"{what} {where}", hint)


@rule(
    "KH450", Severity.INFO, "hai đoạn giống nhau",
    "Một đoạn dán hai lần, hoặc dán rồi sửa một con số: người đọc không biết theo đoạn nào.",
)  # fmt: skip
def paragraph_twice(facts: Facts) -> Iterator[Finding]:
    """The same paragraph or task again, also with another figure in it.

    What stands three times is a formula of the plan: `Thực hiện các nhiệm vụ khác …`.
    """
    exact: dict[str, Text] = {}
    but_figures: dict[str, Text] = {}
    twice: dict[str, list[Text]] = defaultdict(list)
    citing = {id(each.printed.text) for each in facts.citations}
    said = [(printed, content_of(printed.text.value)) for printed in facts.body.texts]
    times = Counter(words for _, words in said)
    for printed, words in said:
        size = words.count(" ") + 1
        figure = _FIGURE.search(words) and not _OF_A_TASK.search(printed.text.value.lower())
        fewest = _FEWEST_WITH_A_FIGURE if figure else FEWEST_WORDS
        if size < fewest or times[words] > _MOST_TIMES:
            continue
        same = exact.setdefault(words, printed.text)
        if same is not printed.text:
            hint = "Xóa một trong hai, hoặc sửa đoạn dán nhầm."
            twice[words].append(printed.text)
            yield again(paragraph_twice, printed.text, same, "trùng nguyên văn với", hint)
            continue
        if size < _FEWEST_BUT_FIGURES or id(printed.text) in citing:
            continue
        like = but_figures.setdefault(_FIGURE.sub("#", words), printed.text)
        if like is not printed.text:
            hint = "Xem hai đoạn có phải là một không."
            yield again(paragraph_twice, printed.text, like, "chỉ khác con số so với", hint)
    for words, later in twice.items():
        if len(later) == 1:
            hint = "Xóa một trong hai, hoặc sửa đoạn dán nhầm."
            yield again(paragraph_twice, exact[words], later[0], "trùng nguyên văn với", hint)
    yield from _task_of_two(facts)
    yield from _sentence_twice(facts)


def _sentence_twice(facts: Facts) -> Iterator[Finding]:
    """A sentence at the end of a text that stands in another text, or twice in its own."""
    first: dict[str, tuple[Text, int]] = {}
    for printed, sentences in facts.body.seeing(_long_sentences):
        for number, words, is_one_of_several in sentences:
            known, place = first.setdefault(words, (printed.text, number))
            several = is_one_of_several or len(_SENTENCE_ENDS.split(known.value)) > 1
            if (known is not printed.text or place != number) and several:
                hint = "Xóa một trong hai, hoặc sửa câu dán nhầm."
                yield again(paragraph_twice, printed.text, known, "có câu trùng với", hint)
                yield again(paragraph_twice, known, printed.text, "có câu trùng với", hint)


def _long_sentences(prose: str) -> list[tuple[int, str, bool]]:
    """The long sentences of a text: number, what counts of it, whether there are others."""
    sentences = [*map(content_of, _SENTENCE_ENDS.split(prose))]
    several = len(sentences) > 1
    long = [each.count(" ") + 1 >= FEWEST_WORDS for each in sentences]
    return [(at, each, several) for at, each in enumerate(sentences) if long[at]]


_SENTENCE_ENDS = re.compile(r"[.;]\s+")
_LEADS = re.compile(
    r"(?:chủ trì|hướng dẫn|theo dõi|tổng hợp|tham mưu|kiểm tra|đôn đốc|làm đầu mối)\b",
    re.IGNORECASE,
)
_FEWEST_IN_A_TASK = 6


def _task_of_two(facts: Facts) -> Iterator[Finding]:
    """A short task to lead, word for word in the blocks of two agencies."""
    first: dict[str, tuple[str, Text]] = {}
    for agency, text in facts.once(tasks):
        words = content_of(text.value)
        if _LEADS.match(text.value) and _FEWEST_IN_A_TASK <= words.count(" ") + 1 < FEWEST_WORDS:
            owner, same = first.setdefault(words, (agency, text))
            if owner != agency:
                hint = "Việc chủ trì giao một cơ quan: xem có dán nhầm khối không."
                yield again(paragraph_twice, text, same, "trùng nguyên văn với", hint)


def cells(row: Row, key: str) -> Sequence[Text]:
    """The paragraphs of a row's cell of words; none where it has a number or nothing."""
    cell = row.cells.get(key, ())
    return cell if isinstance(cell, tuple) else ()


def rows_of(table: Table) -> Iterator[Row]:
    """The rows and the shared blocks of a table, in order."""

    def within(rows: Sequence[Row]) -> Iterator[Row]:
        for row in rows:
            yield row
            yield from within(row.rows)

    yield from within(table.rows)


@rule(
    "KH452", Severity.WARNING, "cơ quan phối hợp với chính mình",
    "Nhiệm vụ nêu chính cơ quan được giao ở chỗ cơ quan phối hợp: nhiệm vụ chép từ khối khác.",
)  # fmt: skip
def works_with_itself(facts: Facts) -> Iterator[Finding]:
    """`Phối hợp với Sở Y tế` among the tasks of Sở Y tế."""
    for name, text in facts.once(blocks):
        pattern = rf"(?i:phối hợp) (?:với|cùng) (?P<name>{re.escape(name)})(?!\w)"
        itself = re.search(pattern, text.value)
        if itself and not facts.mentions_in(text):
            yield works_with_itself.at(
                text, f"nhiệm vụ của {name} mà phối hợp với {name}",
                "Xem nhiệm vụ này có phải của cơ quan khác không.",
                itself.start("name"), len(name),
            )  # fmt: skip
    for agency, text in facts.once(tasks):
        for mention in facts.mentions_in(text):
            before = text.value[: mention.offset].lower().rstrip()
            if mention.key == agency and _TO_ITSELF.search(before):
                yield works_with_itself.at(
                    text,
                    f"nhiệm vụ của {mention.spelling} mà {before.split()[-1]} {mention.spelling}",
                    "Xem nhiệm vụ này có phải của cơ quan khác không.", *mention.place,
                )  # fmt: skip


_TO_ITSELF = re.compile(
    r"(?:phối hợp (?:với|cùng)|cùng với|(?:yêu cầu|đề nghị|hướng dẫn) của|gửi(?: về)?"
    r"|báo cáo(?: [^.;,]{0,30} (?:cho|về))?)$"
)
_AGENCY = re.compile(
    r"(?:Sở|Phòng|Ban|Văn phòng|Thanh tra|Công an|Chi cục|Cục|Trung tâm|Trạm|Bộ Chỉ huy|Báo|Đài) "
)


def blocks(facts: Facts) -> tuple[tuple[str, Text], ...]:
    """Every text below a heading that is the name of an agency, with that name; no list needed."""
    return tuple(
        (item.title.value.strip(" :*."), text)
        for item in items(facts.plan)
        if item.title and _AGENCY.match(item.title.value.strip(" *"))
        for each in (item, *item.items)
        for text in each.text
    )


def tasks(facts: Facts) -> tuple[tuple[str, Text], ...]:
    """Every text of a task that one agency alone is given, with the key of that agency."""
    found = []
    for assignment in assignments(facts.plan):
        named = references(assignment)
        key = find(named[0].value, facts.plan.agencies) if len(named) == 1 else None
        if key and facts.plan.agencies[key].group != "yes":
            found += [(key, text) for text in (assignment.task, *assignment.text) if text]
            found += [(key, text) for item in assignment.tasks for text in item.text]
    for item in items(facts.plan):
        title = item.title.value.strip(" :*.") if item.title else ""
        key = find(title, facts.plan.agencies) if title else None
        if key and facts.plan.agencies[key].group != "yes":
            found += [(key, text) for each in (item, *item.items) for text in each.text]
        elif not title and item.text:
            found += _run_in(facts, item.text[0])
    return tuple(found)


def _run_in(facts: Facts, text: Text) -> Iterator[tuple[str, Text]]:
    """A point that gives its task to the agency before the colon: `Sở Nội vụ: chủ trì …`."""
    name, colon, _ = text.value.partition(":")
    key = (
        find(name.strip(" *"), facts.plan.agencies) if colon and len(name) < _LONGEST_NAME else None
    )
    if key and facts.plan.agencies[key].group != "yes":
        yield key, text


_LONGEST_NAME = 80
_KIND = re.compile(r"^(?:Sở|Cục|Chi cục|Ban|Thanh tra|Công an|Văn phòng)\s+")
_COMMON = frozenset(("tài chính", "nội vụ", "tỉnh"))


def _subjects(facts: Facts) -> dict[str, str]:
    """The field of each agency that has tasks of its own, in small letters: `y tế`."""
    fields = {}
    for key in {key for key, _ in facts.once(tasks)}:
        name = facts.plan.agencies[key].name.value
        field = _KIND.sub("", name)
        first = field.lower().split(" và ")[0].removesuffix(" tỉnh").strip()
        if field != name and " " in first and first not in _COMMON:
            fields[key] = first
    return fields


@rule(
    "KH453", Severity.INFO, "nhiệm vụ nói về lĩnh vực của cơ quan khác",
    "Nhiệm vụ nhắc đến lĩnh vực của một cơ quan khác cũng được phân công: có thể dán nhầm khối.",
)  # fmt: skip
def subject_of_another(facts: Facts) -> Iterator[Finding]:
    """`bảo hiểm y tế` among the tasks of the department of the environment; another's own name."""
    fields = facts.once(_subjects)
    counts = {
        (key, field): sum(
            1 for owner, text in facts.once(tasks) if owner == key and field in text.value
        )
        for key in fields
        for field in fields.values()
    }
    for agency, text in facts.once(tasks):
        for other, field in fields.items():
            start = text.value.find(field)
            branch = f"ngành {field}" in text.value
            once = counts.get((agency, field), 1) == 1 and (branch or counts[other, field] > 1)
            speaks = agency in fields or f"của ngành {field}" in text.value
            if other != agency and start >= 0 and once and speaks:
                name = facts.plan.agencies[other].name
                yield subject_of_another.at(
                    text,
                    f"“{field}” là lĩnh vực của {name}, nhiệm vụ này giao "
                    f"{facts.plan.agencies[agency].name}",
                    "Xem nhiệm vụ có dán nhầm khối không.", start, len(field),
                )  # fmt: skip
