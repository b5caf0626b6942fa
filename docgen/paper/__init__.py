"""The rules of the paper: what Decree 30/2020/NĐ-CP says of form, measured on a built .docx.

Measured are effective values, so it does not matter who changed what: a style in the
template, a run in Word, or code. What the decree says of form is an error; what it says of
words, what only its model forms show, and what officers otherwise mend by hand, is a warning.
"""

from __future__ import annotations

from collections.abc import Collection

from docgen.docx.model import Document
from docgen.docx.read import NotADocx, read
from docgen.finding import Finding, Rule, Severity, Where, in_order
from docgen.paper import (
    appendices,
    body,
    components,
    ending,
    letterhead,
    lines,
    page,
    signature_page,
    soundness,
    strange,
    word_traces,
)
from docgen.paper.facts import Paper, PaperCheck
from docgen.plan.whose_rules import binds

UNREADABLE = Rule(
    "KH700",
    Severity.ERROR,
    "tệp không phải văn bản Word",
    "Không đọc được thì không kiểm tra được.",
)

CHECKS: tuple[PaperCheck, ...] = (
    *page.CHECKS,
    *components.CHECKS,
    *letterhead.CHECKS,
    *lines.CHECKS,
    *body.CHECKS,
    *ending.CHECKS,
    *appendices.CHECKS,
    *signature_page.CHECKS,
    *soundness.CHECKS,
    *word_traces.CHECKS,
    *strange.CHECKS,
)
RULES = (UNREADABLE, *(check.rule for check in CHECKS))

# Rules on words that the content's own rules tell at their line: a build tells them once.
OF_WORDS = {
    "KH744": ("KH530",), "KH748": ("KH530", "KH531"), "KH749": ("KH603",),
    "KH762": ("KH614",), "KH763": ("KH616",), "KH765": ("KH610", "KH611"), "KH767": ("KH144",),
    "KH761": ("KH618",), "KH779": ("KH610", "KH612", "KH613"), "KH785": ("KH615", "KH630"),
}  # fmt: skip


def check_paper(
    built: bytes | Document,
    name: str,
    template: Document | None = None,
    said: Collection[str] = (),
) -> list[Finding]:
    """What is wrong with the form of a built document, shown to the officer as `name`.

    What the office's `template` holds is the office's way; `said` are the codes that the content's
    rules have told already.
    """
    try:
        document = built if isinstance(built, Document) else read(built, alike=True)
        own = Paper(template, name) if template else None
        paper = Paper(document, name, own)
    except NotADocx as error:
        return [UNREADABLE.at(Where(name), str(error))]
    names = " ".join(filter(None, map(paper.text, ("KHSuperior", "KHIssuer"))))
    asked = (check for check in CHECKS if binds(check.rule.clause, names))
    found = in_order(finding for check in asked for finding in check(paper))
    return [each for each in found if not {*said}.intersection(OF_WORDS.get(each.code, ()))]
