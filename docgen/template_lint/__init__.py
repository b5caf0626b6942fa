"""The lint of the office's Word template: what `docgen check --template` says.

Word changes tags behind an officer's back, and docxtpl loses text without a word; each
rule here is one way in which that happens.
"""

from __future__ import annotations

import io
from collections.abc import Collection
from pathlib import Path

from docgen.docx.package import NotAPackage, parts_of
from docgen.finding import Finding, Rule, Severity, Where, in_order
from docgen.template_lint.rules import CHECKS
from docgen.template_lint.tags import DOCUMENT, Sheet, Spotted

NOT_A_DOCX = Rule(
    "KH800",
    Severity.ERROR,
    "tệp mẫu không phải tệp Word .docx",
    "Không có mẫu thì không in được văn bản.",
)
RULES = (NOT_A_DOCX, *(check.rule for check in CHECKS))
AUTHOR = "docgen"
MARK_STYLE = "annotation reference"


def lint(path: Path, name: str) -> list[Finding]:
    """What is wrong with the template at `path`, shown to the officer as `name`."""
    return in_order(each.finding for each in _spotted(path, name))


def with_comments(path: Path, findings: Collection[Finding]) -> bytes:
    """The bytes of a copy of the template, the findings as Word comments at their paragraphs.

    What is about the file as a whole, or about a header, stands at the first paragraph.
    Raises `ValueError` where the template cannot be opened in Word.
    """
    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    name = next((finding.where.file for finding in findings), path.name)
    spots = {each.finding: each.spot for each in _spotted(path, name)}
    document = docx.Document(str(path))
    if MARK_STYLE not in document.styles:  # the marks that add_comment sets are in this style
        mark = document.styles.add_style(MARK_STYLE, WD_STYLE_TYPE.CHARACTER, builtin=True)
        mark.element.set(qn("w:styleId"), "CommentReference")
    paragraphs = list(document.element.iter(qn("w:p")))
    for finding in findings:
        spot = spots.get(finding)
        number = spot.number if spot and spot.part == DOCUMENT else 0
        paragraph = Paragraph(paragraphs[number], document)
        runs = paragraph.runs or [paragraph.add_run()]
        text = f"{finding.code} ({finding.severity.label}): {finding.message}"
        document.add_comment(runs, f"{text}\n{finding.hint}".strip(), author=AUTHOR, initials="dg")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _spotted(path: Path, name: str) -> list[Spotted]:
    try:
        parts = parts_of(path)
        sheet = Sheet(name, {DOCUMENT: parts.pop(DOCUMENT), **parts})
        return [spotted for check in CHECKS for spotted in check(sheet)]
    except (OSError, KeyError, NotAPackage):
        hint = "Mở tệp bằng Word rồi lưu lại dạng .docx."
        return [Spotted(NOT_A_DOCX.at(Where(name), f"không đọc được tệp mẫu {name}", hint))]
