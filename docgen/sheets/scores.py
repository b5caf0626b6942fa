"""Published scores taken into a table of the plan, as edits that a rebuild bears out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.accept.base import Base
from docgen.accept.look import Accepted
from docgen.rules.arithmetic import MAX
from docgen.sheets.cells_changed import Cells, Spot
from docgen.sheets.found import Found
from docgen.sheets.lines import Line, Sheet, Sheets
from docgen.sheets.meant import Doubt, Numbers, meant
from docgen.sheets.prove import Proof
from docgen.sheets.published import Score
from docgen.sheets.rows_in import CODE
from docgen.sheets.words import joined
from docgen.sheets.workbook import digits_of
from docgen.vietnamese import parse_decimal


@dataclass(frozen=True, slots=True)
class Scored:
    """What published scores change; the codes of either side that the other has not.

    `twice` are codes that were published with several scores: none of them is taken.
    """

    accepted: Accepted
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    twice: tuple[str, ...]


def scored(scores: Sequence[Score], name: str, key: str, base: Base, today: Sheets) -> Scored:
    """Scores for the column `key` of the sheet `name`; raises `LookupError` where it is not."""
    by_code: dict[str, Score] = {}
    twice: dict[str, None] = {}
    for each in scores:
        known = by_code.setdefault(each.code, each)
        if known.score.words != each.score.words:
            twice[each.code] = None
    taken = {code: each for code, each in by_code.items() if code not in twice}
    spots = {code: Spot(each.place[:1].upper() + each.place[1:]) for code, each in taken.items()}

    def found(sheets: Sheets) -> list[Found]:
        sheet = next(each for each in sheets.sheets if each.name == name)
        return [*_found(sheets, sheet, key, taken, spots)]

    sheet = next(each for each in today.sheets if each.name == name)
    codes = {code: line for line in sheet.lines if (code := _code(sheet, line))}
    at = sheet.position(key)
    if at is None:
        raise LookupError(key)
    proof = Proof(base, today, found(today), found)
    changes = tuple(proof.settled())
    accepted = Accepted(changes, (), True, True, (), (), proof, changes)
    waiting = (code for code, line in codes.items() if line.states[at] == "open")
    return Scored(
        accepted,
        tuple(code for code in by_code if code not in codes),
        tuple(code for code in waiting if code not in by_code),
        tuple(twice),
    )


def table_for(today: Sheets, key: str) -> Sheet | None:
    """The first table with codes and a column `key`; None where there is none."""
    return next(
        (
            each
            for each in today.sheets
            if each.position(key) is not None and each.position(CODE) is not None
        ),
        None,
    )


def _code(sheet: Sheet, line: Line) -> str:
    at = sheet.position(CODE)
    return joined(line.words(at)).strip(" .") if at is not None and line.row else ""


def _found(
    today: Sheets, sheet: Sheet, key: str, scores: dict[str, Score], spots: dict[str, Spot]
) -> Iterator[Found]:
    at, most = sheet.position(key), sheet.position(MAX)
    if at is None:
        return
    cells, digits = Cells(today, sheet), digits_of(sheet, at) or 0
    column = sheet.columns[at].column
    known = Numbers(digits, column is not None and column.kind == "integer")
    for line in sheet.lines:
        code = _code(sheet, line)
        if code not in scores or line.states[at] != "open" or scores[code].score.kind == "nothing":
            continue
        limit = parse_decimal(joined(line.words(most))) if most is not None else None
        before = line.words(at)
        said = meant(scores[code].score, before, replace(known, most=limit))
        if change := cells.change(line, at, before, said, spots[code]):
            own = {} if isinstance(said, Doubt) else {(line.address, at): said}
            yield Found(change, sheet.name, own)
