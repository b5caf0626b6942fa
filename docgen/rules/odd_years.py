"""KH227-KH229: a year that stands alone against its neighbours, read on the printed text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.named_years import Named, named_years
from docgen.rules.prose.shapes import SENTENCE_ENDS
from docgen.rules.years import last_year, time_columns

_FARTHEST_BACK = 3
_LONG_AGO = 10  # years: what a column of time does not reach back to


@rule(
    "KH227", Severity.INFO, "năm xa năm của kế hoạch",
    "Năm tương lai, hoặc nhiều năm trước, mà không phải của văn bản, giai đoạn: thường gõ nhầm số.",
)  # fmt: skip
def far_from_the_plan(facts: Facts) -> Iterator[Finding]:
    """`năm 2032`, `kết quả năm 2013` in a plan of 2024; not in a citation or `đến năm 2030`."""
    if not facts.plan.year:
        return
    yield from _endless_spans(facts)
    first, last = facts.plan.year.value, facts.once(last_year)
    deadlines = time_columns(facts)
    for each in facts.once(named_years):
        in_time = each.filled.printed.column in deadlines
        if in_time and each.year > first - _LONG_AGO:
            continue
        compared = each.said.compared
        bound = each.said.later and not compared
        far = each.year > last + 1 or each.year <= first - _FARTHEST_BACK
        ahead = each.year > last and (
            compared
            or re.search(r"(?:kiểm tra|kết quả|đạt|đã)\b", each.before, re.IGNORECASE)
            or each.after.startswith(" đã ")
        )
        if (far or ahead) and not bound and not each.said.of_a_document:
            yield each.finding(
                far_from_the_plan, f"năm {each.year}, kế hoạch năm {first}", "Kiểm tra lại năm."
            )


_ALREADY = re.compile(r"\bđã\b[^.;]{0,60}?\b(?:từ|vào) (?P<year>20\d\d)(?![\d/-])")
_LONG_SPAN = re.compile(r"giai đoạn (?P<first>20\d\d) ?[-–] ?(?P<year>20\d\d)(?!\d)")


def _endless_spans(facts: Facts) -> Iterator[Finding]:
    """`giai đoạn 2021-2052`: a span of so many years ends in a round one; `đã hết … từ 2027`."""
    for each, match in facts.filled.matches(_ALREADY, "từ 0000", "vào 0000"):
        if int(match["year"]) > facts.once(last_year):
            message = f"“đã … {match['year']}” trong kế hoạch năm {facts.year}"
            yield far_from_the_plan.on(each, match, message, "Kiểm tra lại năm.", "year")
    for each, match in facts.filled.matches(_LONG_SPAN, "giai đoạn 0"):
        first, last = int(match["first"]), int(match["year"])
        if last - first > _LONG_AGO and last % 5:
            message = f"giai đoạn dài {last - first} năm"
            yield far_from_the_plan.on(each, match, message, "Kiểm tra lại năm cuối.", "year")


_GOAL = re.compile(r"[Pp]hấn đấu(?: đến| trong)? $")
_AIMS = re.compile(r",? (?:tiếp tục |tỉnh )?phấn đấu\b")
_ON = re.compile(r"\d{4} (?:và|trở đi|cùng)(?: các| những)? (?:năm )?(?:tiếp theo|sau|trở đi)")
_CHANGE = re.compile(r"(?:Tăng|Giảm|Tiết kiệm|Nâng|Cắt giảm|Hạ) ")
_BY_SO_MUCH = re.compile(r"\d.*\b(?:tăng|giảm) [\d,]+% so với $")
_RESULT = re.compile(r"^ ?(?:tỉnh )?(?:đạt|xếp) ")


@rule(
    "KH228", Severity.WARNING, "năm trái với việc câu nói tới",
    "Không phấn đấu cho năm đã qua, không có kết quả của năm chưa hết, không so một năm với "
    "chính nó.",
)  # fmt: skip
def year_against_the_sentence(facts: Facts) -> Iterator[Finding]:
    """`Phấn đấu năm 2023` in 2024; `kết quả năm 2023 … so với năm 2023`; `Giảm … so với 2024`."""
    if not facts.plan.year:
        return
    year = facts.plan.year.value
    spoken: dict[int, tuple[str, Named]] = {}
    for each in facts.once(named_years):
        if each.year < year and (_GOAL.search(each.before) or _AIMS.match(each.after)):
            message = f"phấn đấu năm {each.year}, kế hoạch năm {year}"
            yield each.finding(year_against_the_sentence, message, "Viết {{ year }}.")
        elif each.year < year and _ON.match(each.filled.prose, each.said.start):
            message = f"“{each.year} và những năm tiếp theo” trong kế hoạch năm {year}"
            yield each.finding(year_against_the_sentence, message, "Viết {{ year }}.")
        elif each.year < year and _raises_an_index(facts, each):
            message = f"nâng chỉ số của năm {each.year}, kế hoạch năm {year}"
            yield each.finding(year_against_the_sentence, message, "Viết {{ year }}.")
        elif each.year == year and _RESULT.match(each.after) and _speaks_of_an_index(facts, each):
            message = f"kết quả của năm {year}, năm kế hoạch chưa hết"
            yield each.finding(year_against_the_sentence, message, "Viết {{ year - 1 }}.")
        earlier = spoken.get(id(each.filled.text))
        if each.said.compared:
            if earlier and earlier[1].year == each.year and each.before.startswith(earlier[0]):
                message = f"năm {each.year} so với chính năm {each.year}"
                yield each.finding(year_against_the_sentence, message, "Kiểm tra lại hai năm.")
            elif (
                each.year == year
                and not year.several
                and (_CHANGE.match(each.before.strip()) or _BY_SO_MUCH.search(each.before))
                and not re.search(r"20\d\d", SENTENCE_ENDS.split(each.after)[0] + each.before)
            ):
                message = f"so với năm {each.year}, chính là năm của kế hoạch"
                yield each.finding(year_against_the_sentence, message, "Viết {{ year - 1 }}.")
        else:
            spoken[id(each.filled.text)] = each.before, each


_RAISES = re.compile(r"\b(?:nâng cao|cải thiện|tăng hạng)\b(?!.*(?:kết quả|\bđã\b)).*$")


def _raises_an_index(facts: Facts, each: Named) -> bool:
    """Whether a point or a task is to raise an index of that year: no title of a document."""
    to_do = each.filled.printed.role in _TO_DO and not each.said.of_a_document
    return bool(to_do and _RAISES.search(each.before) and _speaks_of_an_index(facts, each))


def _speaks_of_an_index(facts: Facts, each: Named) -> bool:
    names = [index.name.value for index in facts.plan.indices.values() if index.name]
    return any(each.before.rstrip().endswith(name) for name in names)


_WORK = re.compile(
    r"(?:triển khai|thực hiện|hoàn thành|đẩy mạnh|tổ chức)(?: thực hiện| hoàn thành)?"
    r" (?:các |tốt |đầy đủ |\d+% )*(?:nhiệm vụ|chỉ tiêu|kế hoạch|nội dung)[^.;,]{0,50}$",
    re.IGNORECASE,
)
_TO_BE_DONE = re.compile(
    r"(?:Chủ trì|Thực hiện|Tổ chức|Triển khai|Xây dựng|Đẩy mạnh|Tăng cường|Hoàn thành|Tham mưu)\b"
)
_FUNDS = re.compile(
    r"(?:kinh phí|nguồn chi|dự toán|nguồn vốn|nguồn ngân sách)[^.;]{0,60}$", re.IGNORECASE
)
_SPENT = re.compile(
    r"\bđã\b|quyết toán|chuyển nguồn|kết dư|còn (?:lại|dư)|so với|kết quả|thực hiện năm",
    re.IGNORECASE,
)
_TO_DO = ("point", "task")
_RESULTS = re.compile(r"kết quả[^.;]{0,60}$")
_PAST = re.compile(
    r"kết quả|\bđã\b|tồn tại|hạn chế|khắc phục|đánh giá|tổng kết|rà soát|báo cáo|\btừ\b"
    r"|duy trì|so với|chuyển tiếp|quyết toán|còn lại|công bố|xếp loại",
    re.IGNORECASE,
)
_NEAR = 9
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN_WORDS = "và của các trong cho với là được để từ này những về năm số tỉnh theo có"
_PLAIN = frozenset(_PLAIN_WORDS.split())


@rule(
    "KH229", Severity.INFO, "năm khác các chỗ khác cùng nói một việc",
    "Một chỗ ghi năm khác mọi chỗ còn lại nói cùng một việc thì chỗ ấy thường sót năm cũ.",
)  # fmt: skip
def year_unlike_the_others(facts: Facts) -> Iterator[Finding]:
    """`tồn tại, hạn chế … năm 2022` where the plan says 2023 of the same three times."""
    topic, explaining = _topic(facts), _explaining_columns(facts)
    names = {index.name.value for index in facts.plan.indices.values() if index.name}
    by_words: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for each in facts.once(named_years):
        if each.said.of_a_document or each.said.compared:
            continue
        words = each.said.words[-_NEAR:]
        keys = {pair for pair in pairwise(word.lower() for word in words) if pair in topic}
        keys |= {(word.lower(), "") for word in words[-1:] if word.isupper() and word not in names}
        if each.filled.printed.column in explaining:
            keys.add((each.filled.printed.column, ""))
        for key in sorted(keys):
            by_words[key].append(each)
    suspects: dict[int, tuple[Named, Named, str]] = {}
    agreeing: set[int] = set()
    for pair, places in by_words.items():
        years = Counter(each.year for each in places)
        usual, count = years.most_common(1)[0]
        alone = [each for each in places if each.year != usual]
        agreeing |= {id(each) for each in places if each.year == usual and count > 1}
        if len(alone) != 1 or alone[0].filled.printed.role == "subject":
            continue
        if count > 1 and abs(alone[0].year - usual) <= 1:
            other = next(each for each in places if each.year == usual)
            suspects.setdefault(id(alone[0]), (alone[0], other, " ".join(pair).strip()))
    for odd, other, words_before in suspects.values():
        if id(odd) not in agreeing:
            where = f"{other.filled.text.where.file}:{other.filled.text.where.line}"
            message = (
                f"“{words_before} … năm {odd.year}”, các chỗ khác ghi {other.year} (như {where})"
            )
            yield odd.finding(year_unlike_the_others, message, "Kiểm tra lại năm.")
    yield from _work_of_last_year(facts)
    yield from _plan_of_another_year(facts)
    yield from _results_of_another_year(facts)
    yield from _unlike_the_heading(facts)


_HEADING = re.compile(
    r"(?:kết quả|tình hình|thực trạng)[^.;]* năm (?P<year>20\d\d)$", re.IGNORECASE
)
_OPENS = re.compile(r"(?:Trong )?[Nn]ăm (?P<year>20\d\d)(?=,| )")


def _unlike_the_heading(facts: Facts) -> Iterator[Finding]:
    """`Năm 2024 đã mở 36 lớp` below `KẾT QUẢ NĂM 2025`."""
    heading = None
    for each in facts.filled.texts:
        if each.printed.role == "heading":
            heading = _HEADING.search(each.prose)
        opens = _OPENS.match(each.prose) if heading and each.printed.role in _SAYS else None
        if heading and opens and heading["year"] not in each.prose:
            message = f"năm {opens['year']} dưới đề mục của năm {heading['year']}"
            yield year_unlike_the_others.on(each, opens, message, "Kiểm tra lại năm.", "year")


_SAYS = ("point", "paragraph")


def _explaining_columns(facts: Facts) -> frozenset[str]:
    """The keys of the columns that explain the results of one year."""
    return facts.columns(_EXPLAINING)


_EXPLAINING = re.compile(r"^lý do|^nguyên nhân", re.IGNORECASE)


def _results_of_another_year(facts: Facts) -> Iterator[Finding]:
    """`kết quả các Chỉ số SIPAS, PAPI năm 2022` in 2024, when those of 2023 are out."""
    year = facts.year
    for each in facts.once(named_years):
        if (
            each.year == year - 2
            and _speaks_of_an_index(facts, each)
            and _RESULTS.search(each.before)
        ):
            message = f"kết quả chỉ số năm {each.year}, kế hoạch năm {year} dựa vào năm {year - 1}"
            yield each.finding(year_unlike_the_others, message, "Kiểm tra lại năm.")


def _work_of_last_year(facts: Facts) -> Iterator[Finding]:
    """`triển khai các nhiệm vụ năm 2023` among the points and tasks of 2024."""
    year = facts.year
    for each in facts.once(named_years):
        printed = each.filled.printed
        if each.year not in (year - 1, year - 2) or not (
            printed.role in _TO_DO or printed.column == "remedy"
        ):
            continue
        aims = each.after.startswith(" nhằm ")
        to_do = aims or _WORK.search(each.before) or _TO_BE_DONE.match(each.before.strip())
        funds = _FUNDS.search(each.before) and not _SPENT.search(each.before)
        if (funds or (to_do and not _PAST.search(each.before))) and not each.said.of_a_document:
            message = f"việc phải làm mà ghi năm {each.year}, kế hoạch năm {year}"
            yield each.finding(year_unlike_the_others, message, "Kiểm tra lại năm.")


_TITLED = 4  # words before a year that make it the one of the subject


def _plan_of_another_year(facts: Facts) -> Iterator[Finding]:
    """`ban hành Kế hoạch … năm 2023` of a plan whose subject, in the same words, says 2024."""
    by_words: dict[tuple[str, ...], list[Named]] = defaultdict(list)
    for each in facts.once(named_years):
        if each.filled.printed.role == "subject":
            by_words[_last_words(each.before)].append(each)
    for each in facts.once(named_years):
        known = by_words.get(_last_words(each.before), [])
        issues = re.search(r"ban hành kế hoạch", each.before, re.IGNORECASE)
        if issues and known and each.year not in {one.year for one in known}:
            message = f"trích yếu ghi năm {known[0].year}, ở đây ghi năm {each.year}"
            yield each.finding(year_unlike_the_others, message, "Kiểm tra lại năm.")
            if known[0].year != facts.year:
                message = f"trích yếu ghi năm {known[0].year}, phần mở đầu ghi năm {each.year}"
                yield known[0].finding(year_unlike_the_others, message, "Kiểm tra lại năm.")


def _last_words(before: str) -> tuple[str, ...]:
    words = tuple(_WORD.findall(before.lower()))[-_TITLED:]
    return words if len(words) == _TITLED else (before,)


def _topic(facts: Facts) -> set[tuple[str, str]]:
    """The pairs of words of the subject, but for those that abbreviations stand for."""
    known = facts.abbreviations.values()
    named = {pair for text in known for pair in pairwise(_WORD.findall(text.value.lower()))}
    words = _WORD.findall(facts.plan.subject.value.lower()) if facts.plan.subject else []
    short = {index.name.value.lower() for index in facts.plan.indices.values() if index.name}
    return {pair for pair in pairwise(words) if (_PLAIN | short).isdisjoint(pair)} - named
