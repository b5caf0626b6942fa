"""Lines that a hand wrote almost as YAML: what is wrong, and the line as it must be written.

The parser only knows that something stopped it; the line itself mostly tells what was meant.
Each fault keeps the length of its line, so that the file can be parsed on with every place kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from typing import NamedTuple

from docgen.plan.model import Agency, Appendix, Assignment, Index, Item, Plan, Signature
from docgen.plan.office import Issuer
from docgen.plan.table import Column, Table, Total
from docgen.visible import MOST_SHOWN, shortened

_CLASSES = (
    Plan,
    Issuer,
    Index,
    Signature,
    Item,
    Assignment,
    Column,
    Table,
    Total,
    Appendix,
    Agency,
)
KEYS = frozenset(
    each.name for kind in _CLASSES for each in fields(kind) if not each.metadata.get("private")
)
ODD_SPACES = "\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff\u00ad"
_BULLETS = "–—−‐‑•·▪●○◦‣➢➤►✓✔√*+＊＋－"
_ODD = rf"[{ODD_SPACES}][\s{ODD_SPACES}]*"
_BULLET = rf"(?P<mark>[{re.escape(_BULLETS)}])(?![*\w]*\*) *(?P<text>[^\s*].*)"
_ONE_TEXT = r"(?P<lead>[ ]*(?:- +)*(?:[a-z][a-z0-9_]*: +)?)"
_KEY = r"(?P<lead>[ \t]*(?:- +)*)(?P<key>[a-z][a-z0-9_]*)"
_DASHED = r"(?P<lead>[ \t]*(?:- +)*)"


class LineFault(NamedTuple):
    """What is wrong with a line, what to do, and the line mended, of the same length."""

    message: str
    hint: str
    mended: str


def line_fault(line: str) -> LineFault | None:
    """The fault that a line shows by itself; `None` where it shows none."""
    for pattern, explain in _FAULTS:
        if (match := pattern.match(line)) and (fault := explain(match)):
            return LineFault(fault.message, fault.hint, fault.mended[: len(line)].ljust(len(line)))
    return None


def write_it(line: str) -> str:
    """The hint that shows how the line should be written."""
    return f"Viết: {shortened(line)}"


def quotable(text: str, most: int = MOST_SHOWN) -> str:
    """The start of a text, ready to stand in double quotes in a hint."""
    return shortened(text, most).replace('"', '\\"')


def _conflict(match: re.Match[str]) -> LineFault:
    hint = "Giữ một trong hai đoạn giữa <<<<<<< và >>>>>>>, rồi xóa cả ba dòng dấu."
    message = "dấu xung đột của git: hai người cùng sửa chỗ này"
    return LineFault(message, hint, "#" * len(match.string))


def _odd_space(match: re.Match[str]) -> LineFault:
    line = match.string
    length = match.end()
    mended = re.sub(f"[{ODD_SPACES}]", " ", line[:length]) + line[length:]
    odd = next(each for each in line[:length] if re.match(f"[{ODD_SPACES}]", each))
    message = f"dấu cách lạ (U+{ord(odd):04X}), thường do dán từ Word hoặc trang web"
    return LineFault(message, "Xóa khoảng trống đó rồi gõ lại bằng phím cách.", mended)


def _tab(match: re.Match[str]) -> LineFault:
    hint = "Thụt vào bằng dấu cách, mỗi tầng hai dấu cách."
    message = "dòng thụt vào bằng phím Tab"
    return LineFault(message, hint, match[0].replace("\t", " ") + match.string[match.end() :])


def _close_dash(match: re.Match[str]) -> LineFault:
    lead, text = match["lead"], match["text"]
    hint = write_it(f"- {text}")
    return LineFault("thiếu dấu cách sau dấu - đầu dòng", hint, f"{lead}- {text[1:]}")


def _bullet(match: re.Match[str]) -> LineFault:
    lead, mark, text = match["lead"], match["mark"], match["text"]
    message = f"đầu dòng là dấu {mark}, không phải dấu - của danh sách"
    return LineFault(message, write_it(f"- {text}"), f"{lead}- {text}")


def _close_colon(match: re.Match[str]) -> LineFault:
    lead, key, text = match["lead"], match["key"], match["text"]
    hint = write_it(f"{lead}{key}: {text}")
    return LineFault("thiếu dấu cách sau dấu :", hint, f"{lead}{key}: {text[1:]}")


def _no_colon(match: re.Match[str]) -> LineFault | None:
    lead, key, text = match["lead"], match["key"], match["text"] or ""
    if key not in KEYS:
        return None
    mended = f"{lead}{key}: {text[1:]}" if text else f"{lead}{key[:-1]}:"
    return LineFault(f"thiếu dấu : sau “{key}”", write_it(f"{lead}{key}: {text}"), mended)


def _wrong_colon(match: re.Match[str]) -> LineFault:
    lead, key, mark, text = match["lead"], match["key"], match["mark"].strip(), match["text"]
    message = f"sau khóa là dấu {mark}, không phải dấu :"
    mended = f"{lead}{key}: {text}".ljust(len(match.string))
    if len(mended) > len(match.string):
        mended = f"{lead}{key}: {text[1:]}"
    return LineFault(message, write_it(f"{lead}{key}: {text}"), mended)


def _quoted_key(match: re.Match[str]) -> LineFault:
    lead, key, text = match["lead"], match["key"], match["text"]
    text = text.removesuffix(",")
    hint = write_it(f"{lead}{key}: {text}")
    mended = f"{lead}{key}: {text}"
    return LineFault("khóa và giá trị viết kiểu JSON", hint, mended)


def _word_quotes(match: re.Match[str]) -> LineFault:
    lead, text = match["lead"], match["text"]
    straight = f'{lead}"{text}"'
    message = "ngoặc kép của Word không bao được câu có dấu : hay dấu #"
    return LineFault(message, write_it(straight), straight)


def _after_quote(match: re.Match[str]) -> LineFault:
    lead, text, rest = match["lead"], match["text"], match["rest"].strip()
    if rest in (",", ";", "."):
        message = f"dấu {rest} đứng ngoài ngoặc kép"
        return LineFault(message, write_it(f'{lead}"{text}"'), f'{lead}"{text}"')
    hint = f"Đặt cả câu trong ngoặc đơn: '{quotable(match.string[len(lead) :].strip())}'"
    return LineFault("có chữ sau ngoặc kép", hint.replace('\\"', '"'), f'{lead}"{text}"')


Explain = Callable[["re.Match[str]"], LineFault | None]
_FAULTS: tuple[tuple[re.Pattern[str], Explain], ...] = (
    (re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$"), _conflict),
    (re.compile(rf"[ \t]*{_ODD}(?:-[\s{ODD_SPACES}]*)?"), _odd_space),
    (re.compile(rf"[ \t]*-[ \t]*{_ODD}"), _odd_space),
    (re.compile(rf"[ \t]*(?:- +)?[a-z][a-z0-9_]*:[ ]*{_ODD}"), _odd_space),
    (re.compile(r" *\t\s*(?=\S)"), _tab),
    (re.compile(r"(?P<lead>[ ]*)" + _BULLET), _bullet),
    (re.compile(r"(?P<lead>[ ]*)-(?P<text>[^\W\d].*|[\"'“(\[{].*)"), _close_dash),
    (re.compile(_KEY + r"(?P<mark>[：﹕꞉∶])[ ]*(?P<text>.*)"), _wrong_colon),
    (re.compile(_KEY + r"(?P<mark> ?(?:[=;]|->|=>)) ?(?P<text>\S.*)"), _wrong_colon),
    (re.compile(_KEY + r":(?!//)(?P<text>[^\s:].*)"), _close_colon),
    (re.compile(_KEY + r"(?: (?P<text>[^\s:].*))?$"), _no_colon),
    (re.compile(_DASHED + r"[\"'](?P<key>[a-z][a-z0-9_]*)[\"'] ?:[ ]*(?P<text>.*)"), _quoted_key),
    (re.compile(_ONE_TEXT + r"[“”„‟«](?P<text>[^“”„‟«»]*)[“”„‟»]\s*$"), _word_quotes),
    (
        re.compile(_ONE_TEXT + r'"(?P<text>(?:[^"\\]|\\.)*)"(?P<rest> *[^\s#].*)'),
        _after_quote,
    ),
)  # fmt: skip
