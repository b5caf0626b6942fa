"""Forms of letters that the content cannot say: struck out, hidden, coloured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from docgen.docx.model import Run, W


@dataclass(frozen=True, slots=True)
class Form:
    """What it is called; `why` it matters, where more than the look is lost with it."""

    name: str
    why: str = ""


STRUCK = Form(
    "gạch ngang",
    "Chữ gạch ngang vẫn còn trong văn bản: nếu ý là bỏ, xóa hẳn trong Word hoặc trong tệp.",
)
HIDDEN = Form(
    "chữ ẩn",
    "Word không in chữ này, nội dung vẫn in: nếu ý là bỏ, xóa hẳn trong Word hoặc trong tệp.",
)
_CAPITALS = Form("in hoa bằng định dạng")
FORMS = {
    W + "strike": STRUCK, W + "dstrike": STRUCK, W + "vanish": HIDDEN,
    W + "highlight": Form("tô nền"), W + "u": Form("gạch chân"), W + "color": Form("đổi màu"),
    W + "caps": _CAPITALS, W + "smallCaps": _CAPITALS,
}  # fmt: skip
_OFF = frozenset(("none", "nil", "0", "false", "off", "auto", "000000"))

Formed = tuple[tuple[Form, str], ...]


def forms_of(runs: Iterable[Run]) -> Formed:
    """The forms that stand at letters of some runs, each with its words."""
    found: list[tuple[Form, str]] = []
    pairs = [(form, run.text) for run in runs for form in _forms(run)]
    for form, said in groupby(sorted(pairs, key=_name), key=lambda pair: pair[0]):
        found.append((form, " ".join("".join(words for _, words in said).split())))
    return tuple(each for each in found if each[1])


def _name(pair: tuple[Form, str]) -> str:
    return pair[0].name


def _forms(run: Run) -> Iterator[Form]:
    said = next(run.xml.iterchildren(W + "rPr"), None)
    for each in () if said is None else said:
        if each.tag in FORMS and each.get(W + "val") not in _OFF:
            yield FORMS[each.tag]
