"""What the parts of a plan say of one another: years, number and date, appendices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.appendix_names import OF_ANY_DOCUMENT, Reference, labels_of, named, references
from docgen.plan.compute import names
from docgen.plan.dates import IssueDay, Period
from docgen.plan.expressions import fill
from docgen.plan.model import NO_REFERENCE
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Facts, rule

_YEAR = re.compile(r"(?<!\d)(?<!\d[/.,-])(?:19|20)\d\d(?!\d|[/.,-]\d)")
_OF_A_DAY = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+$", re.IGNORECASE)
_SYMBOL = re.compile(r"\bsố\s+\d+[/-]\S|\b\d+(?:/\d{4})?[/-](?:NQ|CT|QĐ|KL|CTr|NĐ)[/-]")
_GOAL = re.compile(
    r"\b(?:đến|tới|trước|tầm nhìn|định hướng|giai đoạn)"
    r"\s+(?:đến\s+)?(?:hết\s+)?(?:năm\s+)?(20\d\d)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(?<![\d/.-])(20\d\d)\s*[-–]\s*(20\d\d)(?!\d)")
# What a plan of this year says of the year before: “tồn tại, hạn chế của Chỉ số … năm 2023”.
_OF_LAST_YEAR = re.compile(
    r"kết quả|chỉ số|tồn tại|hạn chế|tổng kết|sơ kết|công bố|giám sát|đánh giá|quyết toán|hậu quả",
    re.IGNORECASE,
)
_ARABIC = re.compile(r"phụ lục\s+(?:số\s+)?\d", re.IGNORECASE)


# -------------------------------------------------------------------------------- years


@rule(
    "KH140", Severity.WARNING, "năm trong trích yếu hoặc tên phụ lục không phải năm của kế hoạch",
    "Kế hoạch chép từ năm trước hay sót năm cũ ở ngay đầu đề.",
)  # fmt: skip
def year_of_titles(facts: Facts) -> Iterator[Finding]:
    """A subject without the plan's year though it names years; likewise an appendix title."""
    if not facts.plan.year:
        return
    year = facts.plan.year.value
    for printed in facts.texts:
        if printed.role not in ("subject", "appendix title"):
            continue
        shown = fill(printed.text, names(facts.plan))[0]
        printed_years = {int(each[0]) for each in _years(shown)}
        looks_back = printed.role != "subject" or _OF_LAST_YEAR.search(printed.prose)
        near = {*range(year, year.last + 1), *((year - 1,) if looks_back else ())}
        goals = set(map(int, _GOAL.findall(printed.prose)))
        for first, last in _SPAN.findall(printed.prose):
            goals |= {int(last)} if int(first) - 1 <= year <= int(last) else set()
        typed = next(_years(printed.prose), None)
        if printed_years and not printed_years & {*near, *(goal for goal in goals if goal >= year)}:
            message = (
                f"chỉ nói năm {', '.join(map(str, sorted(printed_years)))}, kế hoạch là năm {year}"
            )
            offset, length = (typed.start(), 4) if typed else (0, len(printed.text.value))
            yield year_of_titles.at(
                printed.text, message, "Viết {{ year }} để máy tự điền.", offset, length
            )
    yield from _years_of_headings(facts)


def _years(title: str) -> Iterator[re.Match[str]]:
    """The years that a title names; not in the date and the title of a document that it cites."""
    cited = _SYMBOL.search(title)
    for each in _YEAR.finditer(title, 0, cited.start() if cited else len(title)):
        if not _OF_A_DAY.search(title, 0, each.start()):
            yield each


_AIMS = re.compile(
    r"(?P<aims>mục tiêu|nhiệm vụ|chỉ tiêu|phương hướng|giải pháp|kinh phí)"
    r"|kết quả|tình hình|đánh giá|tồn tại", re.IGNORECASE,
)  # fmt: skip
_OF_A_YEAR = re.compile(r"(?<!đến )(?<!từ )năm (?P<year>20\d\d)\W*$", re.IGNORECASE)


def _years_of_headings(facts: Facts) -> Iterator[Finding]:
    """`MỤC TIÊU NĂM 2028`, `KẾT QUẢ NĂM 2025` in a plan of 2027."""
    year = facts.year
    one = facts.plan.year and not facts.plan.year.value.several
    for each in facts.filled.texts if one else ():
        kind = _AIMS.match(each.prose) if each.printed.role == "heading" else None
        match = _OF_A_YEAR.search(each.prose) if kind else None
        if kind and match:
            named = int(match["year"])
            if named not in (year, *([] if kind["aims"] else [year - 1])):
                yield year_of_titles.on(
                    each, match, f"đề mục ghi năm {named}, kế hoạch là năm {year}",
                    "Kiểm tra lại năm.", "year",
                )  # fmt: skip


@rule(
    "KH141", Severity.INFO, "năm của kế hoạch gõ tay ở đầu đề",
    "Năm đã ghi một lần ở year; gõ lại thì sang năm dễ sót.",
)  # fmt: skip
def year_typed_in_title(facts: Facts) -> Iterator[Finding]:
    """The plan's year or the one before, typed in the subject, a heading or a title.

    Not in the span of a programme, `giai đoạn 2021 - 2025`: that one does not move.
    """
    if not facts.plan.year:
        return
    year = facts.plan.year.value
    first, last = ("first_year", "last_year") if year.several else ("year", "year")
    meant = {
        f"{year:d}": f"{{{{ {first} }}}}",
        f"{year.last:d}": f"{{{{ {last} }}}}",
        f"{year - 1}": "{{ year - 1 }}",
    }
    for printed in facts.texts:
        if printed.role in ("subject", "heading", "appendix title"):
            others = [
                span.span()
                for span in _SPAN.finditer(printed.prose)
                if tuple(map(int, span.groups())) != (year, year.last)
            ]
            for match in _years(printed.prose):
                within = any(start <= match.start() < end for start, end in others)
                if match[0] in meant and not within:
                    yield year_typed_in_title.at(
                        printed.text, f"năm {match[0]} gõ tay", f"Viết {meant[match[0]]}.",
                        match.start(), 4,
                    )  # fmt: skip


@rule(
    "KH142", Severity.WARNING, "ngày ban hành không thuộc năm kế hoạch hoặc năm liền trước",
    "Kế hoạch của một năm ban hành trong năm đó hoặc cuối năm trước; khác đi là gõ nhầm năm.",
)  # fmt: skip
def date_in_other_year(facts: Facts) -> Iterator[Finding]:
    """A plan dated neither in its year nor in the second half of the one before.

    What says how next year's plan is to be drawn up comes earlier.
    """
    plan = facts.plan
    if plan.subject and plan.subject.value.lower().startswith(
        ("xây dựng kế hoạch", "lập kế hoạch")
    ):
        return
    if plan.date and plan.year and not _issued_for(plan.year.value, plan.date):
        message = f"kế hoạch năm {plan.year.value} ghi {plan.date.shown}"
        for text in (plan.date.text, plan.year.text):
            yield date_in_other_year.at(text, message, "Kiểm tra lại năm.")


def _issued_for(period: Period, issued: IssueDay) -> bool:
    late_enough = period.several or not issued.month or issued.month >= _SECOND_HALF
    return issued.year in period or (issued.year == period - 1 and late_enough)


_SECOND_HALF = 7


@rule(
    "KH143", Severity.INFO, "có số mà chưa có ngày, hoặc có ngày mà chưa có số",
    "Số và ngày được cấp cùng lúc khi ban hành; thiếu một thì chưa xong.",
)  # fmt: skip
def number_without_date(facts: Facts) -> Iterator[Finding]:
    """A number without a date or a date without a number."""
    plan = facts.plan
    if plan.number and not plan.date:
        hint = "Ghi ngày ban hành ở “date:”, hoặc bỏ trống cả hai."
        yield number_without_date.at(plan.number, "có số mà chưa có ngày ban hành", hint)
    elif plan.date and plan.date.day and not plan.number:
        hint = "Ghi số ở “number:”, hoặc bỏ trống cả hai."
        yield number_without_date.at(plan.date.text, "có ngày ban hành mà chưa có số", hint)


# --------------------------------------------------------------------------- appendices


def _references(facts: Facts) -> Iterator[tuple[Printed, Reference]]:
    """Where the plan itself speaks of its appendices."""
    for printed, found in facts.seeing(_references_in, labels_of(facts.plan)):
        if not printed.appendix:
            yield from ((printed, each) for each in found)


def _references_in(prose: str, called: tuple[str, ...]) -> list[Reference]:
    return [*references(prose, called)]


@rule(
    "KH144", Severity.WARNING, "phụ lục không được nhắc tới trong kế hoạch",
    "Kế hoạch có phụ lục thì trong kế hoạch phải có chỉ dẫn về phụ lục đó.",
    "Phụ lục I, Phần I, III.1.a",
)  # fmt: skip
def appendix_not_named(facts: Facts) -> Iterator[Finding]:
    """An appendix that the body does not refer to."""
    appendices = facts.plan.appendices
    met = named([each for _, each in _references(facts)]) if appendices else frozenset()
    for at, (appendix, label) in enumerate(zip(appendices, labels_of(facts.plan), strict=True)):
        place = appendix.label or (appendix.title[0] if appendix.title else appendix.where)
        if at not in met and place:
            hint = f"Thêm chỉ dẫn vào lời văn, ví dụ: (tại {label} kèm theo Kế hoạch này)."
            yield appendix_not_named.at(place, f"lời văn không nhắc tới {label}", hint)


@rule(
    "KH148", Severity.INFO, "một phụ lục nhắc tới nhiều lần, phụ lục khác không lần nào",
    "Nhắc hai lần Phụ lục I mà không nhắc Phụ lục II thì một chỗ thường định nói Phụ lục II.",
)  # fmt: skip
def one_named_for_another(facts: Facts) -> Iterator[Finding]:
    """`tại Phụ lục I` twice in a plan that has a Phụ lục II too and never names it.

    `Phân công nhiệm vụ tại Phụ lục II`, where that is what Phụ lục I is called.
    """
    appendices = facts.plan.appendices
    if len(appendices) < 2:
        return
    yield from _called_as_another(facts)
    found = [each for each in _references(facts) if len(each[1].named) == 1]
    met = named([each for _, each in _references(facts)])
    missing = [at for at in range(len(appendices)) if at not in met]
    for printed, reference in found if len(missing) == 1 else ():
        same = [each for each in found if each[1].named == reference.named]
        if len(same) > 1:
            yield one_named_for_another.at(
                printed.text,
                f"phụ lục này nhắc tới {len(same)} lần, "
                f"{labels_of(facts.plan)[missing[0]]} không lần nào",
                "Xem có chỗ nào định nhắc phụ lục kia không.", *reference.place,
            )  # fmt: skip


def _called_as_another(facts: Facts) -> Iterator[Finding]:
    called = labels_of(facts.plan)
    titles = [
        re.split(r"\s+năm\b|\ue000", " ".join(line.value for line in appendix.title).lower())[0]
        for appendix in facts.plan.appendices
    ]
    for printed, reference in _references(facts):
        clause = re.split(r"[.;]\s", printed.prose[: reference.start].lower())[-1]
        held = {at for at, title in enumerate(titles) if title.count(" ") > 1 and title in clause}
        if len(reference.named) == len(held) == 1 and held != reference.named:
            other = called[held.pop()]
            yield one_named_for_another.at(
                printed.text, f"nội dung này là tên của {other}", f"Có phải ý là {other}?",
                *reference.place,
            )  # fmt: skip


@rule(
    "KH145", Severity.WARNING, "nhắc tới phụ lục không có",
    "Người đọc sẽ tìm một phụ lục không được gửi kèm.",
)  # fmt: skip
def no_such_appendix(facts: Facts) -> Iterator[Finding]:
    """A reference to an appendix, or a number, that the plan does not have.

    A form may be one of a circular, unless the plan has one that it names nowhere.
    """
    count = len(facts.plan.appendices)
    found = list(_references(facts))
    met = named([each for _, each in found])
    for printed, reference in found:
        if printed.prose.lower().startswith(OF_ANY_DOCUMENT, reference.start) and not any(
            label.lower().startswith(OF_ANY_DOCUMENT)
            for at, label in enumerate(labels_of(facts.plan))
            if at not in met
        ):
            continue
        message = ""
        if not count and not reference.vague:
            message = "kế hoạch không có phụ lục"
        elif reference.unknown and count == 1:
            message = f"kế hoạch chỉ có một phụ lục, là {labels_of(facts.plan)[0]}"
        elif reference.unknown:
            message = f"kế hoạch chỉ có {', '.join(labels_of(facts.plan))}"
        if message:
            yield no_such_appendix.at(
                printed.text, message, "Sửa chỗ nhắc tới, hoặc thêm phụ lục vào appendices.",
                *reference.place,
            )  # fmt: skip


@rule(
    "KH146", Severity.INFO, "phụ lục đánh số khác cách của Nghị định",
    "Văn bản có từ hai phụ lục trở lên thì đánh số thứ tự bằng chữ số La Mã.",
    "Phụ lục I, Phần I, III.1.a",
)  # fmt: skip
def label_of_its_own(facts: Facts) -> Iterator[Finding]:
    """`Phụ lục số 01` where the decree has Phụ lục I; the office's way is named once."""
    form = facts.plan.office.form
    way = form.appendix_label if form else None
    if way and _ARABIC.match(way.value) and len(facts.plan.appendices) > 1:
        message = f"cơ quan chọn “{way}”, Nghị định đánh số La Mã"
        yield label_of_its_own.at(way, message, "Bỏ dòng này thì máy in Phụ lục I, II.")
    for number, appendix in enumerate(facts.plan.appendices, 1):
        label = appendix.label
        if label and _ARABIC.match(label.value) and len(facts.plan.appendices) > 1:
            message = f"“{label.value}” không đánh số La Mã"
            hint = f"Bỏ dòng “label” thì máy in Phụ lục {vietnamese.roman(number)}."
            yield label_of_its_own.at(label, message, hint)


@rule(
    "KH147", Severity.INFO, "phụ lục không có dòng ban hành kèm theo",
    "Trên mỗi phụ lục ghi rõ kèm theo văn bản nào, số, ký hiệu, ngày ban hành, cơ quan ban hành.",
    "Phụ lục I, Phần I, III.1.c",
)  # fmt: skip
def reference_left_out(facts: Facts) -> Iterator[Finding]:
    """`reference: none`, which the office may have its reasons for."""
    for appendix in facts.plan.appendices:
        if appendix.reference and appendix.reference.value == NO_REFERENCE:
            hint = "Bỏ dòng “reference” thì máy tự in."
            yield reference_left_out.at(appendix.reference, "không in dòng kèm theo", hint)
