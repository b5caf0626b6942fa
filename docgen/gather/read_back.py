"""The workbook that came back: what was decided about which opinion."""

from __future__ import annotations

from docgen.gather.decision import VERDICTS, Decided, Decision, verdict_of
from docgen.gather.forms.xlsx import HIDDEN, KEY, LIST, REASON, VERDICT
from docgen.workbooks import NO_WORKBOOK, NotReadable, opened, values

NOT_OURS = "tệp này không do docgen gather tạo ra, hoặc đã mất trang, mất cột"


class NotDecided(ValueError):
    """The file holds no decisions; the message is a Vietnamese sentence."""


def decisions(data: bytes) -> Decided:
    """The decisions in a workbook, whoever saved it last; raises `NotDecided`.

    Columns are known by their titles and rows by their keys, so either may have been moved.
    """
    try:
        return _decisions(data)
    except NotDecided:
        raise
    except NotReadable as error:
        raise NotDecided(str(error)) from error
    except Exception as error:
        raise NotDecided(NO_WORKBOOK) from error


def _decisions(data: bytes) -> Decided:
    written, results = opened(data)
    if LIST not in written.sheetnames or HIDDEN not in written.sheetnames:
        raise NotDecided(NOT_OURS)
    came = values(results[LIST])
    # Where a formula has no result, what was typed.
    rows = {row: cells | came.get(row, {}) for row, cells in values(written[LIST]).items()}
    titles = {_text(title): at for at, title in reversed(rows.pop(1, {}).items())}
    if any(each not in titles for each in (VERDICT, REASON, KEY)):
        raise NotDecided(NOT_OURS)
    verdict, reason, key = (titles[each] for each in (VERDICT, REASON, KEY))
    found: dict[str, Decision] = {}
    faults: list[str] = []
    for number, row in rows.items():
        name, said = _text(row.get(key)), _text(row.get(verdict))
        meant = verdict_of(said)
        if meant is None:
            wanted = ", ".join(VERDICTS)
            faults.append(f"dòng {number}: “{said}” không phải quyết định; chọn {wanted}")
        elif name in found and found[name].verdict != meant:
            faults.append(f"dòng {number}: ý kiến này có hai dòng, quyết định khác nhau")
        elif name:
            found[name] = Decision(meant, _text(row.get(reason)))
        elif meant:
            faults.append(f"dòng {number}: không rõ quyết định này cho ý kiến nào (mất mã dòng)")
    hidden = values(results[HIDDEN])
    year = _text(hidden.pop(1, {}).get(2))
    copies = {_text(row.get(2)): _text(row[1]) for row in hidden.values() if row.get(1)}
    return Decided(year, copies, found, tuple(faults))


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()
