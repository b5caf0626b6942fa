"""What an officer is to do in a plan that was copied from an earlier year.

Every entry is a finding with its place: what `check` too says is missing or has ended, and
what no check can decide: years typed in a text, agencies merged on an unknown day, values
and figures kept from the old year. Nothing of it is changed by docgen. What is seen and right is
ticked off as a finding is: `# docgen: bỏ qua KH062 – đã đối chiếu`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.edit.last_year import LastYear, said
from docgen.finding import Finding, Rule, Severity, in_order
from docgen.plan.missing import in_sentence
from docgen.plan.model import Plan
from docgen.plan.reading_order import tables
from docgen.plan.table import Row
from docgen.rules import agency_names, blanks
from docgen.rules.agency_names import named, successor
from docgen.rules.facts import Facts, run
from docgen.rules.silence import Silenced, apply

TYPED_YEAR = Rule(
    "KH060", Severity.INFO, "năm cũ ghi thẳng trong câu",
    "Năm ghi bằng số không tự chuyển sang năm mới.",
)  # fmt: skip
MERGED = Rule(
    "KH061", Severity.INFO, "cơ quan có thể đã hợp nhất",
    "Danh mục cơ quan ghi cơ quan kế thừa nhưng chưa ghi ngày; người soạn cần đối chiếu.",
)  # fmt: skip
KEPT = Rule(
    "KH062", Severity.INFO, "giá trị giữ từ năm cũ", "Có thể đã khác trong năm mới."
)  # fmt: skip
KEPT_SILENCE = Rule(
    "KH063", Severity.INFO, "lời bỏ qua chép từ năm cũ",
    "Lý do bỏ qua của năm cũ có thể không còn đúng.",
)  # fmt: skip
KEPT_FIGURE = Rule(
    "KH064", Severity.INFO, "số liệu giữ từ năm cũ",
    "Đề mục đã sang năm mới mà số ở dưới còn của năm cũ thì người đọc tưởng là số mới.",
)  # fmt: skip
RULES = (TYPED_YEAR, MERGED, KEPT, KEPT_SILENCE, KEPT_FIGURE)

CHECKS = (blanks.blank_number, blanks.blank_place, agency_names.not_in_being)

_YEAR = re.compile(r"(?<![\d/.,\-–])(?:20)\d{2}(?![\d/\-–]|[.,]\d)")
_QUOTES = re.compile(r"\{\{\s*(\w+)\.\w+[^}]*\}\}")
_YEAR_IN_SOURCE = re.compile(r"\b20\d{2}\b")
_TELLING = ("preamble", "paragraph", "point", "task", "closing", "cell", "footnote")
_NUMBER = re.compile(r"[\d.,]+%?")
_FIGURE = re.compile(
    r"(?<![\w/.,\-–])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?%?|\d+,\d+%?|\d+%"
    r"|\d+(?=(?:/\d+)? [^\W\d_A-Z]{2}))(?![\w/-])"
)
_TIME = re.compile(r"(?:/\d+)? (?:giây|phút|giờ|buổi|ngày|tuần|tháng|quý|năm|lần|kỳ)\b")
_NO_AMOUNT = re.compile(
    r"(?:ngày|tháng|quý|năm|số|khoản|điều|điểm|mục|phần|lĩnh vực|tiêu chí|phụ lục|thứ|lần|chương"
    r"|biểu|mẫu|cấp|hạng|loại|bước|mức độ|giai đoạn|khóa|kỳ|và|[-–]"
    r"|đề án|dự án|chương trình|kế hoạch|chỉ thị|công điện|công văn|luật|nghị định|nghị quyết"
    r"|quyết định|thông tư|kết luận|thông báo) *$",
    re.IGNORECASE,
)
CONFIRM_FIGURES = "Xem theo số của năm mới; còn đúng thì để nguyên."


def of(plan: Plan, old_year: int, old: Plan | None = None) -> list[Finding]:
    """What is to be filled in, confirmed or revised, by file and line.

    With the `old` plan also the figures and reasons that are still as they were there.
    """
    facts = Facts(plan)
    found = [
        *run(CHECKS, facts),
        *_typed_years(facts, old_year),
        *_merged_agencies(facts),
        *_kept_values(plan, old_year),
        *_kept_judgements(facts),
        *(_kept_from(facts, old, old_year) if old else ()),
    ]
    kept, silenced, _ = apply(in_order(found), plan.sources)
    copied = {line for source in old.sources for line in source.lines} if old else None
    again = (_kept_silence(each, plan) for each in silenced)
    return in_order(
        [*kept, *(each for each in again if copied is None or each.line_text in copied)]
    )


def _kept_silence(silenced: Silenced, plan: Plan) -> Finding:
    source = next(each for each in plan.sources if each.name == silenced.where.file)
    message = (
        f"đang bỏ qua {silenced.finding.code} ({silenced.finding.message}) theo lý do của năm cũ"
    )
    hint = "Còn đúng thì ghi năm mới vào lý do; không thì xóa lời bỏ qua."
    line_text = source.line_text(silenced.where.line)
    return KEPT_SILENCE.at(silenced.where, message, hint, line_text)


def _typed_years(facts: Facts, old_year: int) -> Iterator[Finding]:
    """The old plan's, its result's and its previous year where they stand as digits."""
    meant = {str(old_year - back): back for back in range(3)}
    for printed in facts.texts:
        for match in _YEAR.finditer(printed.text.value):
            if match[0] not in meant:
                continue
            back = meant[match[0]]
            name = f"year - {back}" if back else "year"
            hint = (
                f"Muốn năm tự chuyển thì viết {{{{ {name} }}}}; trong tên văn bản được viện dẫn "
                "thì xem đã có văn bản mới chưa."
            )
            message = f"năm {match[0]} ghi thẳng trong câu, không tự chuyển"
            yield printed.text.finding(TYPED_YEAR, message, hint, match.start(), len(match[0]))


def _kept_values(plan: Plan, old_year: int) -> Iterator[Finding]:
    if plan.signature and plan.signature.name:
        name = plan.signature.name
        yield name.finding(KEPT, f"người ký giữ từ năm {old_year}: {name}", "Xác nhận người ký.")
    for index in plan.indices.values():
        if index.of:
            message = f"số đơn vị xếp hạng {index.name} giữ từ năm {old_year}: {index.of.text}"
            hint = "Xác nhận theo kết quả công bố mới."
            yield index.of.text.finding(KEPT, message, hint)


def _kept_from(facts: Facts, old: Plan, old_year: int) -> Iterator[Finding]:
    """Figures, and cells that change each year, which are still those of the old plan."""
    last = LastYear.of(facts.plan, old)
    yearly = set()
    for table in tables(facts.plan):
        for column in table.columns:
            same = last.kept(table, column)
            title = in_sentence(" ".join(column.title.value.split()))
            if column.yearly == "yes":
                yearly.add(column.key.value)
                for row in same:
                    yield from _kept_cell(row, column.key.value, title, old_year)
            elif not column.compute and column.kind != "order" and column.key.value != "code":
                count = sum(_is_number(row, column.key.value) for row in same)
                if count:
                    message = f"cột {title}: {count} số giữ từ năm {old_year}"
                    yield column.title.finding(KEPT_FIGURE, message, CONFIRM_FIGURES)
    for printed in facts.texts:
        cell = printed.role == "cell"
        if printed.role not in _TELLING or (cell and printed.column in {"code", *yearly}):
            continue
        figures = [*_figures(printed.prose)]
        if figures and printed.text.value in last.texts:
            every = "; ".join(figure[0] for figure in figures)
            message = f"câu có số liệu giữ nguyên từ năm {old_year}: {every}"
            first = figures[0]
            yield printed.text.finding(
                KEPT_FIGURE, message, CONFIRM_FIGURES, first.start(), len(first[0])
            )


def _kept_cell(row: Row, key: str, title: str, old_year: int) -> Iterator[Finding]:
    value = row.cells[key]
    text = value[0] if isinstance(value, tuple) else value.text
    message = f"{title} giữ từ năm {old_year}: {said(value)}"
    yield text.finding(KEPT, message, "Xác nhận, hoặc ghi lý do của năm mới.", 0, 1)


def _is_number(row: Row, key: str) -> bool:
    value = row.cells[key]
    return not isinstance(value, tuple) or bool(_NUMBER.fullmatch(said(value)))


def _figures(prose: str) -> Iterator[re.Match[str]]:
    """The amounts in a text: shares and counts.

    Dates, codes and numbers of acts are none, nor is how long or how often something is done:
    a limit of five days is a rule and no result of a year.
    """
    for match in _FIGURE.finditer(prose):
        named = _NO_AMOUNT.search(prose[: match.start()])
        if not named and not _TIME.match(prose, match.end()) and match[0] != "100%":
            yield match


def _kept_judgements(facts: Facts) -> Iterator[Finding]:
    """Texts that quote an index: what they say about it was true of the old year's result."""
    for printed in facts.texts:
        quoted = _QUOTES.finditer(printed.text.value)
        first = next((each for each in quoted if each[1] in facts.plan.indices), None)
        if first:
            message = "lời nhận xét về chỉ số là của kết quả năm cũ"
            hint = "Có số liệu mới thì đọc lại cả câu: cải thiện, tăng, giảm có còn đúng không."
            yield printed.text.finding(KEPT, message, hint, first.start(), len(first[0]))


def _merged_agencies(facts: Facts) -> Iterator[Finding]:
    """Mentions of agencies that have a successor but no last day, so that no check can tell.

    Where their source names a year, it must not lie behind the plan's.
    """
    plan = facts.plan
    for key, text, offset, length in named(facts):
        agency = plan.agencies[key]
        if agency.valid_until or not agency.successor:
            continue
        years = [int(each) for each in _YEAR_IN_SOURCE.findall(str(agency.source or ""))]
        if not years or min(years) <= plan.year.value.last:
            message = f"{agency.name}: {agency.source or 'đã có cơ quan kế thừa'}".rstrip(".")
            hint = f"{successor(plan, agency)} Đối chiếu rồi tự sửa.".strip()
            yield text.finding(MERGED, message, hint, offset, length)
