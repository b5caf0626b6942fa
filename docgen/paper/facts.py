"""What the rules of the paper are given, and what such a rule is.

As in `docgen.rules.facts`, a rule is one decorated function, here from `Paper` to findings. All
of them stand at the document as a whole; the message quotes the paragraph that is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from docgen.docx.form import Layout, Styles
from docgen.docx.model import Block, Document, Paragraph, Run, Section, Table, W
from docgen.docx.named_styles import PARAGRAPH_STYLES
from docgen.docx.style_sheet import Look
from docgen.finding import Finding, Rule, Severity, Where
from docgen.visible import shortened

BODY = (
    *("KHParagraph", "KHHeading1", "KHHeading2", "KHHeading3", "KHNumbered", "KHPoint"),
    *("KHCenter", "KHDash", "KHPlus", "KHClosing"),
)
FRAME = frozenset({"KHNational", "KHIssuer", "KHNumber", "KHSignature", "KHRecipientsTitle"})
STRUCTURE = (W + "pStyle", W + "sectPr", W + "rPr", W + "numPr")
IN_TEMPLATE = "Trong tệp mẫu"
BY_HAND = (
    "Đoạn này được định dạng tay, tệp mẫu vẫn đúng: chọn đoạn, bấm Ctrl+Q rồi Ctrl+Space để lấy "
    "lại định dạng của kiểu."
)


@dataclass(frozen=True)
class Paper:
    """A built document and what the rules need of it; components go by their named styles.

    `template` is the office's, where it is known: what it writes is not strange.
    """

    document: Document
    name: str
    template: Paper | None = None

    @cached_property
    def styles(self) -> Styles:
        """The looks of the document."""
        return self.document.once(Styles)

    def style(self, paragraph: Paragraph) -> str:
        """The id of the component that a paragraph is, or of its style."""
        return self._ids.get(paragraph.style, paragraph.style)

    @cached_property
    def _ids(self) -> dict[str, str]:
        return self.styles.sheet.ids

    @cached_property
    def components(self) -> dict[str, list[Paragraph]]:
        """The paragraphs with words of each named style, in reading order.

        The text inside an appendix is left out: the decree says how to head it, no more.
        """
        found: dict[str, list[Paragraph]] = {style: [] for style in PARAGRAPH_STYLES}
        for section in (*self.main, *self.appendices):
            for paragraph in section.paragraphs:
                style = self.style(paragraph)
                counts = style in found and not (style in BODY and section in self.appendices)
                if counts and paragraph.text.strip():
                    found[style].append(paragraph)
        return found

    @cached_property
    def printed(self) -> tuple[Paragraph, ...]:
        """Every paragraph of the text, the notes, the headers and the footers, each once."""
        pages = {
            id(each): each
            for section in self.document.sections
            for paragraphs in (*section.headers.values(), *section.footers.values())
            for each in paragraphs
        }
        return (*self.document.paragraphs, *self.document.notes, *pages.values())

    def text(self, style: str) -> str:
        """The words of a component, its lines joined by a space; "" where it is missing."""
        return " ".join(each.text.strip() for each in self.components[style])

    def has_look(self, seems: Callable[[Look], bool]) -> bool:
        """Whether any printed words look so: asked once of each look, not of each run."""
        return any(map(seems, self._every_look))

    @cached_property
    def _every_look(self) -> list[Look]:
        look = self.styles.look
        runs = ((each, run) for each in self.printed for run in each.runs if run.text.strip())
        return [*{id(found): found for found in (look(*each) for each in runs)}.values()]

    def looks(self, paragraph: Paragraph) -> list[tuple[Run, Look]]:
        """The runs of a paragraph that print something, and how each looks."""
        if id(paragraph) not in self._looks:
            self._looks[id(paragraph)] = [
                (run, self.styles.look(paragraph, run))
                for run in paragraph.runs
                if run.text.strip()
            ]
        return self._looks[id(paragraph)]

    @cached_property
    def _looks(self) -> dict[int, list[tuple[Run, Look]]]:
        return {}

    def look(self, paragraph: Paragraph) -> Look:
        """How the first words of a paragraph look."""
        return next((look for _, look in self.looks(paragraph)), self.styles.look(paragraph, None))

    def layout(self, paragraph: Paragraph) -> Layout:
        """How a paragraph stands on the page."""
        return self.styles.layout(paragraph)

    @cached_property
    def body(self) -> list[Paragraph]:
        """The paragraphs of the text itself (nội dung), headings included, in reading order."""
        blocks = [block for section in self.main for block in section.blocks]
        paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
        return [each for each in paragraphs if self.style(each) in BODY and each.text.strip()]

    @cached_property
    def _parts(self) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
        sections = self.document.sections
        first = next(
            (number for number, each in enumerate(sections) if self.labels(each)), len(sections)
        )
        before, rest = sections[:first], sections[first:]
        if rest and any(self.style(each) == "KHKind" for each in rest[0].paragraphs):
            text, appendix = self._at_label(rest[0])
            return (*before, text), (appendix, *rest[1:])
        return before, rest

    def _at_label(self, section: Section) -> tuple[Section, Section]:
        """A section that holds the text and an appendix, parted where the appendix begins."""
        label = self.labels(section)[0]
        at = next(
            number for number, block in enumerate(section.blocks) if label in block.paragraphs
        )
        text, appendix = section.blocks[:at], section.blocks[at:]
        return replace(section, blocks=text), replace(section, blocks=appendix)

    @property
    def main(self) -> tuple[Section, ...]:
        """The sections before the first appendix."""
        return self._parts[0]

    @property
    def appendices(self) -> tuple[Section, ...]:
        """The sections from the first appendix on."""
        return self._parts[1]

    def labels(self, section: Section) -> list[Paragraph]:
        """The lines “Phụ lục …” of a section."""
        return [each for each in section.paragraphs if self.style(each) == "KHAppendixLabel"]

    def cell(self, paragraph: Paragraph) -> Any:
        """The `w:tc` that a paragraph stands in; None outside tables."""
        xml = paragraph.xml
        if xml not in self._cells:
            self._cells[xml] = next(xml.iterancestors(W + "tc"), None)
        return self._cells[xml]

    @cached_property
    def _cells(self) -> dict[Any, Any]:
        return {}

    def is_frame(self, table: Table) -> bool:
        """Whether a table only places the letterhead or the signature block."""
        if table.xml not in self._frames:
            styles = {self.style(each) for each in table.paragraphs}
            self._frames[table.xml] = not styles.isdisjoint(FRAME)
        return self._frames[table.xml]

    @cached_property
    def _frames(self) -> dict[Any, bool]:
        return {}

    def after(self, paragraph: Paragraph) -> Paragraph | None:
        """The paragraph that follows in reading order."""
        return self._followers.get(id(paragraph))

    @cached_property
    def _followers(self) -> dict[int, Paragraph]:
        every = self.document.paragraphs
        return {id(each): following for each, following in pairwise(every)}


Finder = Callable[[Paper], Iterable[Finding]]


@dataclass(frozen=True)
class PaperCheck:
    """A rule of the paper and the function that finds what breaks it."""

    rule: Rule
    find: Finder

    def __call__(self, paper: Paper) -> Iterable[Finding]:
        """What breaks the rule."""
        return self.find(paper)

    def at(self, paper: Paper, message: str, hint: str = "") -> Finding:
        """A finding of this rule in a document."""
        return self.rule.at(Where(paper.name), message, hint)

    def at_each(
        self, paper: Paper, faults: Iterable[tuple[Paragraph, str]], hint: str = ""
    ) -> Iterator[Finding]:
        """A finding for each kind of fault; it quotes the first paragraph and counts the rest."""
        found: dict[str, list[Paragraph]] = {}
        for paragraph, fault in faults:
            found.setdefault(fault, []).append(paragraph)
        for fault, paragraphs in found.items():
            style = paper.components.get(paper.style(paragraphs[0]), [])
            alone = len(paragraphs) < len(style) or len(style) == 1
            if hint.startswith(IN_TEMPLATE) and alone and is_set_by_hand(paragraphs[0]):
                hint = BY_HAND
            more = f" và {len(paragraphs) - 1} đoạn khác" if len(paragraphs) > 1 else ""
            yield self.at(paper, f"{fault}: đoạn “{shortened(paragraphs[0].text)}”{more}", hint)


def rule(
    code: str, severity: Severity, title: str, reason: str, clause: str = ""
) -> Callable[[Finder], PaperCheck]:
    """Makes a `PaperCheck` of a function; `clause` is of Phụ lục I, Phần I unless it says more."""
    where = f"Phụ lục I, Phần I, {clause}" if clause and "Phụ lục" not in clause else clause
    return lambda find: PaperCheck(Rule(code, severity, title, reason, where), find)


def is_set_by_hand(paragraph: Paragraph) -> bool:
    """Whether a paragraph, or a run of it, has a form that no style gave it."""
    own = paragraph.xml.find(W + "pPr")
    formed = own is not None and any(each.tag not in STRUCTURE for each in own)
    letters = (each for run in paragraph.runs for each in run.xml.iterchildren(W + "rPr"))
    return formed or any(len(each) for each in letters)


def in_template(style: str) -> str:
    """The hint for a look that a named style decides."""
    name = PARAGRAPH_STYLES[style]
    return f"{IN_TEMPLATE}: Home, Styles, bấm chuột phải vào “{name}”, chọn Modify rồi sửa."


def blocks_of(sections: Iterable[Section]) -> Iterator[tuple[Section, Block]]:
    """Each block with the section it stands in."""
    for section in sections:
        yield from ((section, block) for block in section.blocks)
