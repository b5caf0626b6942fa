"""A Word file held against the content that its stamp names: what it says otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from docgen.accept.change import LABELS
from docgen.accept.find import changes
from docgen.accept.printed import Printed, printed
from docgen.accept.terminal import difference
from docgen.accept.units import units
from docgen.builds import stamp_of
from docgen.docx.read import NotADocx, read
from docgen.finding import Finding, Rule, Severity, Where, has_errors
from docgen.load.folder import load
from docgen.pipeline import CONTENT, years
from docgen.plan.model import Plan

DIFFERS = Rule(
    "KH790",
    Severity.WARNING,
    "văn bản khác nội dung tạo ra nó",
    "Chữ, số sửa thẳng trong Word thì nội dung không biết: lần tạo sau sẽ mất, các bảng so sánh "
    "giữa các năm sẽ sai.",
)
NOT_COMPARED = Rule(
    "KH791",
    Severity.INFO,
    "không so được văn bản với nội dung",
    "Chỉ biết thể thức đúng hay sai; chữ và số có đúng như nội dung hay không thì chưa biết.",
)
SAID = "văn bản Word khác"

RULES = (DIFFERS, NOT_COMPARED)


def against_content(data: bytes, name: str, root: Path) -> list[Finding]:
    """What the document in `data` says otherwise than the content in `root` that it was built from.

    Each difference stands at its line of the content. One finding says why where the content is
    not found; none where the file is no document, which is another rule's.
    """
    try:
        document = read(data)
    except NotADocx:
        return []
    stamp = stamp_of(data)
    if not stamp:
        said = "văn bản không ghi được tạo từ nội dung nào: không so với nội dung"
        return [NOT_COMPARED.at(Where(name), said)]
    base = _base(stamp, name, root)
    if base is None:
        said = "nội dung tạo ra văn bản này không còn như lúc tạo, hoặc không có ở đây: không so"
        hint = f"Nếu văn bản đã sửa trong Word: docgen accept {name}."
        return [NOT_COMPARED.at(Where(name), said, hint)]
    found = changes(base, list(units(document)))
    hint = f"Lấy chỗ sửa về nội dung: docgen accept {name}."
    return [
        DIFFERS.at(
            each.where or Where(name), f"{SAID}, {LABELS[each.kind]}: {difference(each)}", hint
        )
        for each in found
    ]


def _base(stamp: str, name: str, root: Path) -> Printed | None:
    """The paper of the plan that was built with a stamp; the year in the file's name goes first."""
    for year in sorted(years(root), key=lambda year: (year not in name, year)):
        plan, findings = load(root / CONTENT / year, root)
        if plan is not None and not has_errors(findings):
            found = stamped(plan, root / plan.template_path, stamp)
            if found is not None:
                return found
    return None


def stamped(plan: Plan, template: Path, stamp: str) -> Printed | None:
    """The paper of a plan that bears the stamp, built as it is or as a draft; None for neither."""
    papers: Iterable[Printed | None] = (
        printed(plan, template, draft=draft)[0] for draft in (False, True)
    )
    return next((each for each in papers if each is not None and each.stamp == stamp), None)
