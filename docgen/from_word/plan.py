"""A plan read back from a Word document that docgen built, to be compared by its text.

The paragraph styles say what each text is. What the paper does not show is lost: the
indices behind the sentences, `{{ … }}`, the keys of several agencies under one title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from docgen.docx import read as docx_text
from docgen.docx.model import Block, Document, Paragraph
from docgen.docx.model import Table as WordTable
from docgen.from_word.marked_text import LABEL, MARK, WHOLE, Texts, marked
from docgen.from_word.table import table_of
from docgen.from_word.tree import HEADINGS, POINTS, Node, deepest, depth_of, first_point
from docgen.plan.agencies import find
from docgen.plan.dates import IssueDay, Period, Years
from docgen.plan.model import (
    NO_REFERENCE,
    Agency,
    Appendix,
    Assignment,
    Glossary,
    Item,
    Plan,
    Signature,
)
from docgen.plan.office import Issuer, Office
from docgen.plan.source import Text
from docgen.vietnamese import parse_partial_day

NUMBER = re.compile(r"Số:\s*(\d+)?\s*/\s*(\S+)")
PLACE_DATE = re.compile(
    r"(?P<place>.*?),\s*(?P<date>ngày\s*(?P<day>\d*)\s*tháng\s*(?P<month>\d*)\s*năm\s*(?P<year>\d{4})?)"
)
YEARS = re.compile(r"(?<!\d)20\d\d(?:\s*[-–]\s*20\d\d)?(?!\d)")
REFERENCE = re.compile(r"năm\s*(?:\d{4})? của (.+?)\)?$")
AUTOMATIC_LABEL = re.compile(r"Phụ lục(?: [IVXLC]+)?")
USUAL_REFERENCE = re.compile(r"\(Ban hành kèm theo Kế hoạch số")
END = "./."
HOLD_NOTHING = ("KHParagraph", "KHCenter", "table")


def plan_of(path: Path, name: str, agencies: Mapping[str, Agency]) -> Plan:
    """The plan that a document shows; `name` is how the officer knows the file.

    Places in it count paragraphs, not lines: `KH_2024.docx:12` is the twelfth. Raises
    `NotADocx` where docgen did not build the file, and `OSError` as files do.
    """
    document = docx_text.read(path)
    if not any(paragraph.style == "KHSubject" for paragraph in document.paragraphs):
        raise docx_text.NotADocx("Tệp không do docgen tạo: không có các kiểu đoạn văn của mẫu.")
    return _Reader(document, name, agencies).plan()


class _Reader:
    def __init__(self, document: Document, name: str, agencies: Mapping[str, Agency]) -> None:
        self.document = document
        self.agencies = agencies
        self.texts = Texts(document, name)
        self.unit: Text | None = None  # the line above the table that comes next

    def plan(self) -> Plan:
        """The plan, section by section."""
        head = {style: self._all(style) for style in ("KHSuperior", "KHIssuer", "KHSignature")}
        reference = next(iter(self._styled("KHAppendixReference")), None)
        short = REFERENCE.search(reference.text) if reference else None
        place, day = self._place_and_day()
        number, symbol = self._number()
        body = self.document.sections[0].blocks
        starts = [n for n, block in enumerate(body) if _style(block).startswith("KHHeading")]
        first = starts[0] if starts else len(body)
        values: dict[str, Any] = {
            "year": self._years(day),
            "issuer": Issuer(
                head["KHIssuer"],
                self.texts.of(reference, short[1]) if reference and short else None,
                head["KHSuperior"],
            ),
            "number": number,
            "symbol": symbol,
            "place": place,
            "date": day,
            "subject": self.texts.of(next(iter(self._styled("KHSubject")))),
            "below_subject": self._all("KHSubjectNote"),
            "bases": self._listed("KHBasis"),
            "addressees": self._listed("KHAddressee", "KHAddresseeItem"),
            "preamble": self._in_style(body[:first], "KHParagraph"),
            "sections": self._sections(body[first:]),
            "closing": self._listed("KHClosing"),
            "recipients": self._listed("KHRecipient"),
            "signature": Signature(head["KHSignature"], next(iter(self._all("KHSigner")), None)),
            "appendices": tuple(self._appendices()),
            "agencies": self.agencies,
            "glossary": Glossary(),
            "office": Office(),
            "sources": (self.texts.source,),
        }
        return Plan(**values)

    # ------------------------------------------------------------------------------- head

    def _styled(self, *styles: str) -> Iterator[Paragraph]:
        return (each for each in self.document.paragraphs if each.style in styles and each.text)

    def _all(self, style: str) -> tuple[Text, ...]:
        return tuple(self.texts.of(paragraph) for paragraph in self._styled(style))

    def _in_style(self, blocks: Iterable[Block], style: str) -> tuple[Text, ...]:
        return tuple(
            self.texts.of(block)
            for block in blocks
            if isinstance(block, Paragraph) and block.style == style
        )

    def _listed(self, *styles: str) -> tuple[Text, ...]:
        """The entries of a list without the marks and the punctuation that docgen adds."""
        entries = []
        for paragraph in self._styled(*styles):
            said = " ".join(marked(paragraph).split()).removeprefix("Kính gửi:")
            said = MARK.sub("", said.strip(), count=1) if said.startswith(("-", " ")) else said
            entry = said.strip().removesuffix("./.").rstrip(";.")
            if entry:
                entries.append(self.texts.of(paragraph, entry))
        return tuple(entries)

    def _number(self) -> tuple[Text | None, Text | None]:
        for paragraph in self._styled("KHNumber"):
            if match := NUMBER.search(paragraph.text.replace("\u00a0", " ")):
                number = self.texts.of(paragraph, match[1]) if match[1] else None
                return number, self.texts.of(paragraph, match[2])
        return None, None

    def _place_and_day(self) -> tuple[Text | None, IssueDay | None]:
        for paragraph in self._styled("KHPlaceDate"):
            if match := PLACE_DATE.search(paragraph.text.replace("\u00a0", " ")):
                known = parse_partial_day(match["date"])
                day = IssueDay(*known, self.texts.of(paragraph)) if known else None
                return self.texts.of(paragraph, match["place"]), day
        return None, None

    def _years(self, day: IssueDay | None) -> Years | None:
        """The years that the subject names last, or else the year of the date."""
        for paragraph in self._styled("KHSubject"):
            for said in reversed(YEARS.findall(paragraph.text)):
                if period := Period.parse(said):
                    return Years(period, self.texts.of(paragraph, said))
        return Years(Period(day.year), replace(day.text, value=str(day.year))) if day else None

    # ------------------------------------------------------------------------------- body

    def _sections(self, blocks: Iterable[Block]) -> tuple[Item, ...]:
        """The body as a tree: by the depth of headings, and of points by how they first came."""
        root = Node("", 0)
        trail = [root]
        for block in blocks:
            node = self._node(block, trail)
            if node:
                while trail[-1].depth >= node.depth or trail[-1].style in HOLD_NOTHING:
                    trail.pop()
                trail[-1].below.append(node)
                trail.append(node)
        return self._items(root.below)

    def _node(self, block: Block, trail: Sequence[Node]) -> Node | None:
        heading = deepest(trail, HEADINGS)
        if isinstance(block, WordTable):
            table = table_of(block, self.texts.of, self.unit)
            self.unit = None
            return Node("table", heading + 1, table=table) if table else None
        if block.style == "KHTableCell":
            self.unit = self.texts.of(block, " ".join(block.text.split()))
        said = " ".join(marked(block).split())
        said = f"{said.removesuffix(END)}." if said.endswith(END) else said
        mark = MARK.match(said)
        bare = said[mark.end() :] if mark else said
        if block.style in (*HEADINGS, *POINTS):
            words = mark[0].strip(" *") if mark else ""
            depth = depth_of(block.style, words, trail)
            return Node(block.style, depth, self.texts.of(block, bare), mark=words)
        if block.style == "KHCenter":
            return Node(block.style, heading + 1, self.texts.of(block))
        if block.style == "KHParagraph":
            point = first_point(trail)
            if point is None:
                return Node(block.style, heading + 1, self.texts.of(block))
            point.more.append(self.texts.of(block))
        return None

    def _items(self, nodes: Sequence[Node]) -> tuple[Item, ...]:
        """The items; headings that name agencies, and few that do not, are assignments."""
        headings = [node for node in nodes if node.style in HEADINGS]
        named = [node for node in headings if node.text and find(node.text.value, self.agencies)]
        assigned = headings if 2 * len(named) > len(headings) else named
        return tuple(
            Item(assignments=(self._assignment(node),))
            if any(node is each for each in assigned)
            else self._run_in(node) or self._item(node)
            for node in nodes
        )

    def _run_in(self, node: Node) -> Item | None:
        """A point that begins with a bold label, or with the agency whose task it is."""
        text = node.text
        if text is None or node.style not in POINTS:
            return None
        if title := WHOLE.fullmatch(text.value):
            own = replace(text, value=title[2]) if title[1] == "**" else text
            return Item(title=own, text=tuple(node.more), items=self._items(node.below))
        match = LABEL.match(text.value)
        if match is None:
            return None
        key = find(match["words"].strip(), self.agencies)
        rest = (replace(text, value=text.value[match.end() :]), *node.more)
        below = self._items(node.below)
        if key:
            agency = replace(text, value=key)
            task, *more = rest
            assignment = Assignment(agency, task=task, text=tuple(more), tasks=below, where=text)
            return Item(assignments=(assignment,))
        if match["stars"] != "**":
            return None
        return Item(title=replace(text, value=f"{match['words']}:"), text=rest, items=below)

    def _item(self, node: Node) -> Item:
        below = self._items(node.below)
        if node.table:
            return Item(table=node.table)
        if node.style == "KHParagraph":
            return Item(plain=node.text)
        if node.style == "KHCenter":
            return Item(centered=node.text)
        if node.style in POINTS:
            return Item(text=(*filter(None, (node.text,)), *node.more), items=below)
        return Item(title=node.text, items=below)

    def _assignment(self, node: Node) -> Assignment:
        assert node.text is not None
        known = find(node.text.value, self.agencies)
        return Assignment(
            agency=replace(node.text, value=known) if known else None,
            title=None if known and self._is_official(known, node.text) else node.text,
            tasks=self._items(node.below),
            where=node.text,
        )

    def _is_official(self, key: str, title: Text) -> bool:
        name = self.agencies[key].name
        return bool(name) and name.value == title.value

    def _appendices(self) -> Iterator[Appendix]:
        for section in self.document.sections:
            blocks = section.blocks
            if not any(_style(block) == "KHAppendixLabel" for block in blocks):
                continue
            title = tuple(
                self.texts.of(each)
                for each in section.paragraphs
                if each.style == "KHAppendixTitle"
            )
            label, reference = (
                next((each for each in section.paragraphs if each.style == style), None)
                for style in ("KHAppendixLabel", "KHAppendixReference")
            )
            own = label and not AUTOMATIC_LABEL.fullmatch(" ".join(label.text.split()))
            yield Appendix(
                label=self.texts.of(label) if label and own else None,
                title=title,
                reference=self._reference(label, reference),
                orientation="landscape" if section.landscape else "portrait",
                items=self._sections(blocks),
            )

    def _reference(self, label: Paragraph | None, line: Paragraph | None) -> Text | None:
        """What stands in place of the usual line, or that there is none."""
        if line is None:
            return self.texts.of(label, NO_REFERENCE) if label else None
        return None if USUAL_REFERENCE.match(line.text) else self.texts.of(line)


def _style(block: Block) -> str:
    return block.style if isinstance(block, Paragraph) else ""
