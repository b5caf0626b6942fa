"""The published indices: against the appendix, and in the sentences that quote them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.compute import ComputedTable, move_in_rank
from docgen.plan.fields import Number
from docgen.plan.model import Index
from docgen.plan.reading_order import Printed
from docgen.plan.source import Text
from docgen.plan.table import Column
from docgen.rules.codes import code_of
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.shapes import SENTENCE_ENDS, slips

MAX, SCORE = "max", "score"
_QUOTING = ("preamble", "paragraph", "point", "task", "closing")
_FIGURES = re.compile(
    r"\bđạt (?P<score>\d[\d.]*(?:,\d+)?)(?=%|/\d| điểm)"
    r"|\b(?:xếp|đứng)(?: hạng| thứ| vị trí)+ (?P<rank>\d+)(?:/(?P<of>\d+))?"
    r"|\b(?P<way>tăng|giảm) (?P<steps>\d+) bậc"
)
_GOAL = re.compile(r"phấn đấu|mục tiêu|chỉ tiêu|ít nhất|tối thiểu|trở lên|dự kiến", re.IGNORECASE)
_YEAR = re.compile(r"(?<!so với )\bnăm (\{\{.*?\}\}|\w+)")
_OUT_OF = re.compile(r"\{\{\s*(\w+)\.score\s*\}\}/(\d+)")


def _totals(facts: Facts) -> Iterator[tuple[Index, ComputedTable]]:
    """The indices that a table's total row names, with that table."""
    for table in facts.tables:
        key = table.table.total.index if table.table.total else None
        if key and key.value in facts.plan.indices:
            yield facts.plan.indices[key.value], table


@rule(
    "KH130", Severity.WARNING, "điểm của chỉ số khác dòng tổng của phụ lục",
    "Lời văn và phụ lục phải cùng một điểm; khác nhau thì một nơi sai.",
)  # fmt: skip
def index_against_total(facts: Facts) -> Iterator[Finding]:
    """An index whose score is not the table's total, rounded to the index's digits."""
    for index, table in _totals(facts):
        total = _score_total(table)
        if index.score is None or total is None:
            continue
        digits = max(0, -int(index.score.value.as_tuple().exponent))
        rounded = vietnamese.round_half_up(total, digits)
        if rounded != index.score.value:
            exact, shown = vietnamese.format_decimal(total), vietnamese.format_decimal(rounded)
            message = f"{index.name} ghi {index.score.text}, dòng tổng của phụ lục là {exact}"
            if rounded != total:
                message += f" (làm tròn {shown})"
            difference = vietnamese.format_decimal(abs(index.score.value - rounded))
            hint = f"Chênh {difference}: đối chiếu điểm đã công bố với từng dòng của phụ lục."
            yield index_against_total.at(index.score.text, message, hint)


@rule(
    "KH137", Severity.WARNING, "điểm của chỉ số khác dòng của phụ lục",
    "Lời văn và dòng phụ lục nói cùng một chỉ số; khác nhau thì một nơi sai.",
)  # fmt: skip
def index_against_row(facts: Facts) -> Iterator[Finding]:
    """An index that is neither the score of its `row` nor the share of the row's maximum."""
    for index in facts.plan.indices.values():
        if index.row is None or index.score is None:
            continue
        numbers = _numbers_of(facts, index.row.value)
        if numbers is None:
            message = f"không dòng nào của phụ lục có mã {index.row}"
            yield index_against_row.at(index.row, message, "Ghi mã dòng như ở cột STT.")
            continue
        score, most = numbers.get(SCORE), numbers.get(MAX)
        if score is None:
            continue
        digits = max(0, -int(index.score.value.as_tuple().exponent))
        right, said = [vietnamese.round_half_up(score, digits)], vietnamese.format_decimal(score)
        if most:
            right.append(vietnamese.round_half_up(100 * score / most, digits))
            said += f"/{vietnamese.format_decimal(most)} = {vietnamese.format_decimal(right[-1])}%"
        if index.score.value not in right:
            message = f"{index.name} ghi {index.score.text}, dòng {index.row} của phụ lục là {said}"
            hint = "Đối chiếu cả hai với kết quả đã công bố."
            yield index_against_row.at(index.score.text, message, hint)


def _numbers_of(facts: Facts, code: str) -> Mapping[str, Decimal] | None:
    """The numbers of the row with a code, in whichever table; None where none has it."""
    for row in facts.rows:
        written = code_of(row.row)
        if written and written.value == code:
            return row.numbers
    return None


def _score_total(table: ComputedTable) -> Decimal | None:
    """The total that is the index's score: of the column `score`, else of the rounded one."""

    def weight(column: Column) -> int:
        return 2 if column.key.value == SCORE else 1 if column.total_decimals else 0

    column = max(table.table.columns, key=weight)
    return table.totals.get(column.key.value) if weight(column) else None


_ALL_RANKED = re.compile(r"(?<![\d/.,])\d\d(?= (?:tỉnh, thành phố|địa phương))")


@rule(
    "KH131", Severity.WARNING, "thứ hạng ngoài số đơn vị được xếp hạng",
    "Thứ hạng nằm trong khoảng từ 1 đến số đơn vị; ngoài khoảng đó là gõ nhầm.",
)  # fmt: skip
def rank_out_of_range(facts: Facts) -> Iterator[Finding]:
    """A rank of zero or beyond the last."""
    for index in facts.plan.indices.values():
        for rank in (index.rank, index.previous_rank):
            if rank and rank.value < 1:
                yield rank_out_of_range.at(
                    rank.text, f"thứ hạng {rank.text} nhỏ hơn 1",
                    "Ghi thứ hạng đã công bố, từ 1 trở lên.",
                )  # fmt: skip
        if index.rank and index.of and index.rank.value > index.of.value:
            message = f"xếp thứ {index.rank.text} trong {index.of.text} đơn vị"
            yield rank_out_of_range.at(index.rank.text, message, "Đối chiếu lại hai số này.")
    ranked = {f"{index.of.value}" for index in facts.plan.indices.values() if index.of}
    for printed, match in facts.matches(_ALL_RANKED, "00 tỉnh, thành phố", "00 địa phương"):
        if match[0] not in ranked and any(sorted(match[0]) == sorted(each) for each in ranked):
            message = f"{match[0]} ở đây, các chỉ số xếp trong {min(ranked)} đơn vị"
            yield rank_out_of_range.on(printed, match, message, "Đối chiếu lại hai số này.")


# ------------------------------------------------------------------ indices in sentences


class _Quoted(NamedTuple):
    """A figure of an index typed in a sentence, and what is declared; `name` fills it in."""

    printed: Printed
    offset: int
    written: str
    title: str
    name: str
    declared: str
    is_right: bool

    @property
    def place(self) -> tuple[int, int]:
        """The offset and length of it in its text."""
        return self.offset, len(self.written)

    @property
    def is_move(self) -> bool:
        return self.name.endswith(".move")


def _quoted(facts: Facts) -> tuple[_Quoted, ...]:
    """The figures of indices in all sentences."""
    return tuple(_found(facts))


def _found(facts: Facts) -> Iterator[_Quoted]:
    """The figures that stand behind the name of an index and speak of this year's result."""
    indices = {
        index.name.value: (key, index) for key, index in facts.plan.indices.items() if index.name
    }
    if not indices:
        return
    names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, indices))})(?!\w)")
    for printed, mentions in facts.seeing(_matches, names):
        if printed.role not in _QUOTING:
            continue
        prose = printed.prose
        ends = [*(each.start() for each in mentions[1:]), len(prose)]
        for mention, end in zip(mentions, ends, strict=False):
            stop = SENTENCE_ENDS.search(prose, mention.end(), end)
            begins = max(prose.rfind(mark, 0, mention.start()) for mark in (". ", "; "))
            last = stop.start() if stop else end
            if not _GOAL.search(prose, max(begins, 0), last):
                figures = _figures(printed, mention.end(), last, *indices[mention[0]])
                yield from _of_this_result(facts, figures, mention.end())


def _matches(prose: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    return [*pattern.finditer(prose)]


def _of_this_result(facts: Facts, figures: Iterator[_Quoted], start: int) -> Iterator[_Quoted]:
    """The figures up to the first that speaks of another year than the last one."""
    year = facts.year
    for figure in figures:
        years = _YEAR.findall(figure.printed.text.value, start, figure.offset)
        if not {each.replace(" ", "") for each in years} <= {str(year - 1), "{{year-1}}"}:
            return
        yield figure


def _figures(printed: Printed, start: int, stop: int, key: str, index: Index) -> Iterator[_Quoted]:
    for match in _FIGURES.finditer(printed.prose, start, stop):
        for group, declared, before in (
            ("score", index.score, index.previous_score),
            ("rank", index.rank, index.previous_rank),
            ("of", index.of, None),
        ):
            written = match[group]
            if not written or declared is None:
                continue
            is_right = vietnamese.parse_decimal(written) == declared.value
            if is_right or before is None or written != before.text.value:
                yield _Quoted(
                    printed, match.start(group), written, str(index.name), f"{key}.{group}",
                    declared.text.value, is_right,
                )  # fmt: skip
        if match["way"] and index.rank and index.previous_rank:
            move = move_in_rank(index.rank.value, index.previous_rank.value)
            yield _Quoted(
                printed, match.start(), match[0], str(index.name), f"{key}.move",
                move, match[0] == move,
            )  # fmt: skip


@rule(
    "KH132", Severity.WARNING, "số của chỉ số trong câu khác số đã khai báo",
    "Cùng một chỉ số mà lời văn và phần khai báo (indices) khác nhau thì một nơi sai.",
)  # fmt: skip
def figure_differs(facts: Facts) -> Iterator[Finding]:
    """A score or rank typed in a sentence that is not the index's."""
    for quoted in facts.once(_quoted):
        if not quoted.is_right and not quoted.is_move:
            message = f"câu ghi {quoted.written}, {quoted.title} khai báo {quoted.declared}"
            yield figure_differs.at(
                quoted.printed.text, message, f"Viết {{{{ {quoted.name} }}}} để máy tự điền.",
                *quoted.place,
            )  # fmt: skip


@rule(
    "KH133", Severity.WARNING, "mức tăng, giảm thứ bậc không khớp hai thứ hạng",
    "Mức tăng giảm tính từ thứ hạng hai năm; gõ tay dễ nhầm tăng với giảm.",
)  # fmt: skip
def move_differs(facts: Facts) -> Iterator[Finding]:
    """A change of rank typed in a sentence that both ranks contradict."""
    for quoted in facts.once(_quoted):
        if not quoted.is_right and quoted.is_move:
            message = f"câu ghi “{quoted.written}”, theo hai thứ hạng là “{quoted.declared}”"
            yield move_differs.at(
                quoted.printed.text, message, f"Viết {{{{ {quoted.name} }}}} để máy tự tính.",
                *quoted.place,
            )  # fmt: skip


@rule(
    "KH134", Severity.INFO, "số của chỉ số gõ tay trong câu",
    "Số đã ghi một lần ở indices; gõ lại thì khi sửa dễ sót một nơi.",
)  # fmt: skip
def figure_typed(facts: Facts) -> Iterator[Finding]:
    """A right figure of an index that a name in braces would fill in."""
    for quoted in facts.once(_quoted):
        if quoted.is_right:
            yield figure_typed.at(
                quoted.printed.text, f"“{quoted.written}” đã có ở {quoted.title}",
                f"Viết {{{{ {quoted.name} }}}}.", *quoted.place,
            )  # fmt: skip


@rule(
    "KH135", Severity.WARNING, "mẫu số của điểm khác tổng điểm chuẩn",
    "Viết 86,25/100 thì tổng điểm chuẩn của phụ lục phải là 100.",
)  # fmt: skip
def out_of_differs(facts: Facts) -> Iterator[Finding]:
    """`{{ par_index.score }}/100` where the maxima of the table add up to another figure."""
    indices = {id(index): key for key, index in facts.plan.indices.items()}
    tables = {indices[id(index)]: table for index, table in _totals(facts) if MAX in table.totals}
    for printed in facts.texts if tables else ():
        for match in _OUT_OF.finditer(printed.text.value):
            if match[1] not in tables:
                continue
            table, stated = tables[match[1]], Decimal(match[2])
            total = sum((row.numbers.get(MAX, Decimal(0)) for row in table.rows), Decimal(0))
            if total != stated:
                message = (
                    f"câu ghi trên {match[2]}, "
                    f"tổng điểm chuẩn của phụ lục là {vietnamese.format_decimal(total)}"
                )
                yield out_of_differs.on(printed, match, message, "Đối chiếu lại hai số này.", 2)
                for cell in _that_explain(table, stated - total):
                    hint = f"Sửa số này thì tổng điểm chuẩn là {match[2]}."
                    yield out_of_differs.at(cell, f"điểm chuẩn {cell}, {message}", hint)


def _that_explain(table: ComputedTable, missing: Decimal) -> Iterator[Text]:
    """The maxima of fields of which two digits exchanged make up for what the total lacks."""
    for row in table.rows:
        cell = row.row.cells.get(MAX)
        if isinstance(cell, Number) and cell.value + missing in slips(cell.value):
            yield cell.text
