"""Edits of a .docx in the manner of Word: runs split, rsids set, tracked or not.

Written with lxml alone; nothing of docgen is asked.
"""

import io
import re
import zipfile
from copy import deepcopy
from pathlib import Path

from lxml import etree

from tests.plan_files import words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MAIN = "word/document.xml"
NOTES = "word/footnotes.xml"


class Word:
    """A document open for editing; `tracked` by `author`."""

    def __init__(self, data: bytes, *, tracked: bool = False, author: str = "Lê Văn Sửa"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self.parts[MAIN])
        self.tracked = tracked
        self.author = author
        self.number = 9000

    def saved(self) -> bytes:
        """The file as Word would save it."""
        for paragraph in self.root.iter(W + "p"):
            paragraph.set(W + "rsidR", "00A77B3E")
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as package:
            for name, data in self.parts.items():
                own = etree.tostring(self.root, encoding="UTF-8", standalone=True)
                package.writestr(name, own if name == MAIN else data)
        return target.getvalue()

    # --------------------------------------------------------------------------- places

    @staticmethod
    def text(element):
        return words(element)

    def paragraph(self, words, nth=0):
        found = [each for each in self.root.iter(W + "p") if words in self.text(each)]
        return found[nth]

    def row(self, words):
        return next(each for each in self.root.iter(W + "tr") if words in self.text(each))

    def cell(self, row, number):
        return self.row(row).findall(W + "tc")[number]

    # ---------------------------------------------------------------------------- edits

    def _change(self, tag):
        self.number += 1
        return etree.Element(
            W + tag,
            {W + "id": str(self.number), W + "author": self.author,
             W + "date": "2024-06-05T08:00:00Z"},
        )  # fmt: skip

    def _run(self, like, words):
        run = deepcopy(like)
        for child in list(run):
            if child.tag != W + "rPr":
                run.remove(child)
        text = etree.SubElement(run, W + "t")
        text.text = words
        text.set(XML_SPACE, "preserve")
        return run

    def _split(self, paragraph, at):
        """The runs before and from a place on; the run there is cut in two."""
        passed = 0
        for run in list(paragraph.iter(W + "r")):
            words = self.text(run)
            if passed < at < passed + len(words):
                tail = self._run(run, words[at - passed :])
                head = self._run(run, words[: at - passed])
                run.addprevious(head)
                run.addprevious(tail)
                run.getparent().remove(run)
                return self._split(paragraph, at)
            passed += len(words)
        runs = list(paragraph.iter(W + "r"))
        before, length = [], 0
        for run in runs:
            if length >= at:
                break
            before.append(run)
            length += len(self.text(run))
        return before, runs[len(before) :]

    def replace(self, old, new, nth=0, within=None):
        """Types `new` in the place of `old`; several runs on the way."""
        paragraph = self.paragraph(old, nth) if within is None else within
        start = self.text(paragraph).index(old)
        self._split(paragraph, start)
        self._split(paragraph, start + len(old))
        middle = self._between(paragraph, start, len(old))
        typed = self._run(middle[0], new)
        if self.tracked:
            if new:
                came = self._change("ins")
                came.append(typed)
                middle[-1].addnext(came)
            gone = self._change("del")
            middle[0].addprevious(gone)
            for run in middle:
                for text in run.iter(W + "t"):
                    text.tag = W + "delText"
                gone.append(run)
        else:
            if new:
                middle[0].addprevious(typed)
            for run in middle:
                run.getparent().remove(run)
        return self

    def _between(self, paragraph, start, length):
        """The runs of so many letters from a place on, which begin and end there."""
        middle, passed = [], 0
        for run in self._split(paragraph, start)[1]:
            if passed >= length:
                break
            if not middle and not self.text(run):
                continue
            middle.append(run)
            passed += len(self.text(run))
        return middle

    def emphasize(self, words, tag="i", value=None):
        """Sets words in italics, or in bold, or in what else a property of letters is."""
        paragraph = self.paragraph(words)
        start = self.text(paragraph).index(words)
        self._split(paragraph, start + len(words))
        for run in self._between(paragraph, start, len(words)):
            look = run.find(W + "rPr")
            if look is None:
                look = etree.Element(W + "rPr")
                run.insert(0, look)
            before = deepcopy(look)
            said = etree.SubElement(look, W + tag)
            if value:
                said.set(W + "val", value)
            if self.tracked:
                change = self._change("rPrChange")
                change.append(before)
                look.append(change)
        return self

    def type_in_header(self, words):
        """Types words in the first header."""
        name = next(each for each in self.parts if re.fullmatch(r"word/header\d*\.xml", each))
        header = etree.fromstring(self.parts[name])
        run = etree.SubElement(next(header.iter(W + "p")), W + "r")
        etree.SubElement(run, W + "t").text = words
        self.parts[name] = etree.tostring(header, encoding="UTF-8", standalone=True)
        return self

    def add_note(self, behind, words):
        """Puts a footnote behind words."""
        paragraph = self.paragraph(behind)
        end = self.text(paragraph).index(behind) + len(behind)
        before, _ = self._split(paragraph, end)
        notes = etree.fromstring(self.parts[NOTES])
        like = [each for each in notes if each.get(W + "type") is None][-1]
        new = deepcopy(like)
        self.number += 1
        new.set(W + "id", str(self.number))
        texts = [*new.iter(W + "t")]
        for text in texts[1:]:
            text.text = ""
        texts[0].text = words
        notes.append(new)
        self.parts[NOTES] = etree.tostring(notes, encoding="UTF-8", standalone=True)
        run = etree.Element(W + "r")
        etree.SubElement(run, W + "footnoteReference").set(W + "id", str(self.number))
        before[-1].addnext(run)
        return self

    def rewrite_note(self, old, new):
        """Types other words in a footnote."""
        notes = etree.fromstring(self.parts[NOTES])
        text = next(each for each in notes.iter(W + "t") if old in each.text)
        text.text = text.text.replace(old, new)
        self.parts[NOTES] = etree.tostring(notes, encoding="UTF-8", standalone=True)
        return self

    def delete_note(self, words):
        """Takes the mark of a footnote out of the text."""
        notes = etree.fromstring(self.parts[NOTES])
        number = next(each.get(W + "id") for each in notes if words in self.text(each))
        mark = next(each for each in self.root.iter(W + "footnoteReference")
                    if each.get(W + "id") == number)  # fmt: skip
        mark.getparent().getparent().remove(mark.getparent())
        return self

    def insert(self, anchor, words, *, before=False, nth=0):
        """Presses Enter at a paragraph and types another of its kind."""
        beside = self.paragraph(anchor, nth)
        new = deepcopy(beside)
        runs = list(new.iter(W + "r"))
        typed = self._run(runs[-1], words)
        for run in runs:
            run.getparent().remove(run)
        if self.tracked:
            came = self._change("ins")
            came.append(typed)
            new.append(came)
            properties = new.find(W + "pPr")
            mark = etree.SubElement(properties, W + "rPr")
            mark.append(self._change("ins"))
        else:
            new.append(typed)
        (beside.addprevious if before else beside.addnext)(new)
        return self

    def delete(self, words, nth=0):
        """Takes a paragraph out."""
        paragraph = self.paragraph(words, nth)
        if not self.tracked:
            paragraph.getparent().remove(paragraph)
            return self
        self.replace(self.text(paragraph), "", within=paragraph)
        properties = paragraph.find(W + "pPr")
        mark = etree.SubElement(properties, W + "rPr")
        mark.append(self._change("del"))
        return self

    def move(self, words, anchor):
        """Cuts a paragraph and pastes it behind another; Word tracks that as a move."""
        paragraph = self.paragraph(words)
        behind = self.paragraph(anchor)
        copy = deepcopy(paragraph)
        if self.tracked:
            for change in [*copy.iter(W + "del")]:
                change.getparent().remove(change)
            for change in [*paragraph.iter(W + "ins")]:
                change.getparent().remove(change)
            etree.strip_tags(copy, W + "ins")
            for moved, tag in ((paragraph, "moveFrom"), (copy, "moveTo")):
                for run in [*moved.iter(W + "r")]:
                    change = self._change(tag)
                    run.addprevious(change)
                    change.append(run)
                mark = etree.SubElement(moved.find(W + "pPr"), W + "rPr")
                mark.append(self._change(tag))
        else:
            paragraph.getparent().remove(paragraph)
        behind.addnext(copy)
        return self

    def type_in_cell(self, row, number, words):
        """Fills or overtypes a cell."""
        cell = self.cell(row, number)
        paragraph = cell.find(W + "p")
        old = self.text(paragraph)
        if old:
            return self.replace(old, words, within=paragraph)
        run = etree.Element(W + "r")
        text = etree.SubElement(run, W + "t")
        text.text = words
        paragraph.append(run)
        return self

    def copy_row(self, words, *cells):
        """A new row below one, with other words in its cells."""
        row = self.row(words)
        new = deepcopy(row)
        row.addnext(new)
        for cell, said in zip(new.findall(W + "tc"), cells, strict=True):
            first, *others = cell.findall(W + "p")
            for other in others:
                cell.remove(other)
            runs = list(first.iter(W + "r"))
            for run in runs:
                run.getparent().remove(run)
            if said:
                run = etree.SubElement(first, W + "r")
                etree.SubElement(run, W + "t").text = said
        if self.tracked:
            properties = new.find(W + "trPr")
            if properties is None:
                properties = etree.Element(W + "trPr")
                new.insert(0, properties)
            properties.append(self._change("ins"))
        return self

    def delete_row(self, words):
        """Takes a row out."""
        row = self.row(words)
        if self.tracked:
            properties = row.find(W + "trPr")
            if properties is None:
                properties = etree.Element(W + "trPr")
                row.insert(0, properties)
            properties.append(self._change("del"))
        else:
            row.getparent().remove(row)
        return self

    def restyle(self, words):
        """Pastes the same words in another font, size and colour."""
        paragraph = self.paragraph(words)
        start = self.text(paragraph).index(words)
        self._split(paragraph, start + len(words))
        for run in self._between(paragraph, start, len(words)):
            look = run.find(W + "rPr")
            if look is None:
                look = etree.Element(W + "rPr")
                run.insert(0, look)
            etree.SubElement(look, W + "rFonts").set(W + "ascii", "Arial")
            etree.SubElement(look, W + "color").set(W + "val", "FF0000")
            etree.SubElement(look, W + "sz").set(W + "val", "30")
        return self

    def line_break(self, words):
        """Presses Shift and Enter for the first space of words."""
        paragraph = self.paragraph(words)
        at = self.text(paragraph).index(words) + words.index(" ")
        self._split(paragraph, at + 1)
        run = self._between(paragraph, at, 1)[0]
        for text in [*run.iter(W + "t")]:
            run.remove(text)
        etree.SubElement(run, W + "br")
        return self

    def split(self, head, mark):
        """Presses Enter behind words, and types a mark before the rest."""
        paragraph = self.paragraph(head)
        before, rest = self._split(paragraph, self.text(paragraph).index(head) + len(head))
        new = etree.Element(W + "p")
        if paragraph.find(W + "pPr") is not None:
            new.append(deepcopy(paragraph.find(W + "pPr")))
        typed = self._run(before[-1], mark)
        if self.tracked:
            came = self._change("ins")
            came.append(typed)
            typed = came
            properties = paragraph.find(W + "pPr")
            etree.SubElement(properties, W + "rPr").append(self._change("ins"))
        new.append(typed)
        for run in rest:
            new.append(run)
        paragraph.addnext(new)
        self._typed_over(new, " ")
        return self

    def _typed_over(self, paragraph, space):
        """The space at which a paragraph was split goes."""
        texts = [each for each in paragraph.iter(W + "t") if each.text]
        if len(texts) > 1 and texts[1].text.startswith(space):
            texts[1].text = texts[1].text.removeprefix(space)

    def join(self, words):
        """Takes out the end of a paragraph; the mark of the next goes too."""
        paragraph = self.paragraph(words)
        following = paragraph.getnext()
        said = self.text(following)
        mark = re.match(r"[-+]\s+|[a-zđ]\)\s+", said)
        if mark:
            self.replace(mark[0], " ", within=following)
        if self.tracked:
            properties = paragraph.find(W + "pPr")
            etree.SubElement(properties, W + "rPr").append(self._change("del"))
            return self
        for child in [*following]:
            if child.tag != W + "pPr":
                paragraph.append(child)
        following.getparent().remove(following)
        return self

    def replace_all(self, old, new):
        """Finds and replaces everywhere."""
        for paragraph in [*self.root.iter(W + "p")]:
            for _ in range(self.text(paragraph).count(old)):
                self.replace(old, new, within=paragraph)
        return self

    def comment(self, words, said):
        """Puts a comment on words."""
        paragraph = self.paragraph(words)
        start = self.text(paragraph).index(words)
        self._split(paragraph, start + len(words))
        middle = self._between(paragraph, start, len(words))
        begins, ends = (etree.Element(W + f"commentRange{each}") for each in ("Start", "End"))
        for each in (begins, ends):
            each.set(W + "id", "7")
        middle[0].addprevious(begins)
        middle[-1].addnext(ends)
        self.parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="7" w:author="Trần Thị Xem" '
            f'w:date="2024-06-07T09:00:00Z"><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:comment>'
            "</w:comments>"
        ).encode()
        return self

    def picture(self, words):
        """Puts a picture behind a paragraph's words."""
        run = etree.SubElement(self.paragraph(words), W + "r")
        etree.SubElement(run, W + "drawing")
        self.parts["word/media/image9.png"] = b"a picture"
        return self

    def delete_column(self, words, number):
        """Takes a column out of the table in which words stand."""
        table = next(self.row(words).iterancestors(W + "tbl"))
        grid = table.find(W + "tblGrid")
        grid.remove(grid[number])
        for row in table.iter(W + "tr"):
            at = 0
            for cell in row.findall(W + "tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                width = 1 if span is None else int(span.get(W + "val"))
                if at <= number < at + width and width == 1:
                    row.remove(cell)
                elif at <= number < at + width:
                    span.set(W + "val", str(width - 1))
                at += width
        return self

    def unmerge(self, words):
        """Splits the merged cell in which words stand; those below are empty."""
        row = self.row(words)
        at = next(at for at, cell in enumerate(row.findall(W + "tc")) if words in self.text(cell))
        while row is not None:
            merge = row.findall(W + "tc")[at].find(f"{W}tcPr/{W}vMerge")
            if merge is None:
                break
            merge.getparent().remove(merge)
            row = row.getnext()
            following = None if row is None else row.findall(W + "tc")[at : at + 1]
            merge = following[0].find(f"{W}tcPr/{W}vMerge") if following else None
            if merge is None or merge.get(W + "val") == "restart":
                break
        return self

    def merge(self, words, number):
        """Makes one cell of that of a row and the one below, which say the same."""
        row = self.row(words)
        cells = row.findall(W + "tc")[number], row.getnext().findall(W + "tc")[number]
        for cell, value in zip(cells, ("restart", "continue"), strict=True):
            merge = etree.SubElement(cell.find(W + "tcPr"), W + "vMerge")
            merge.set(W + "val", value)
        for text in cells[1].iter(W + "t"):
            text.text = ""
        return self

    def copy_row_above(self, words, *cells):
        """A new row above one."""
        row = self.row(words)
        self.copy_row(words, *cells)
        row.addprevious(row.getnext())
        return self

    def move_row(self, words, below):
        """Cuts a row and pastes it below another; Word has no mark for that."""
        self.row(below).addnext(self.row(words))
        return self

    def insert_like(self, anchor, like, words):
        """Types a paragraph behind one and gives it the style of another."""
        self.insert(anchor, words)
        new, model = self.paragraph(anchor).getnext(), self.paragraph(like)
        own = new.find(W + "pPr")
        came = own.find(f"{W}rPr")
        properties = deepcopy(model.find(W + "pPr"))
        if came is not None:
            properties.append(came)
        new.replace(own, properties)
        return self

    def do(self, *orders):
        """Carries out the orders of `tests.edit_corpus`."""
        names = {"cell": "type_in_cell", "break": "line_break"}
        for name, *arguments in orders:
            getattr(self, names.get(name, name))(*arguments)
        return self

    def noise(self):
        """What Word does to a file that is only opened and saved: runs split, marks of proofing."""
        for paragraph in list(self.root.iter(W + "p")):
            said = self.text(paragraph)
            if len(said) > 12:
                self._split(paragraph, len(said) // 2)
                self._split(paragraph, len(said) // 3)
        for text in self.root.iter(W + "t"):
            if text.text and re.search(r"\w \w", text.text):
                text.text = text.text.replace(" ", "\u00a0", 1)
        return self


def opened(path: Path, **how) -> Word:
    """A document on the disk."""
    return Word(path.read_bytes(), **how)
