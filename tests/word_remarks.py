"""Comments in a .docx as Word writes them: ranges, replies, threads that are settled.

Written with lxml alone; nothing of docgen is asked.
"""

from lxml import etree

from tests.word_edits import W, Word

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
RELATIONS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = {
    "comments": (f"{OFFICE}/comments", "comments"),
    "commentsExtended": (
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
        "commentsExtended",
    ),
}
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DATE = "2024-06-06T09:30:00Z"


class Remarks:
    """The comments of one document, put on words, on a cell, over several paragraphs."""

    def __init__(self, word: Word, author: str = "Phạm Thị Góp"):
        self.word = word
        self.author = author
        self.said = etree.Element(W + "comments", nsmap={"w": W[1:-1], "w14": W14[1:-1]})
        self.threads = etree.Element(W15 + "commentsEx", nsmap={"w15": W15[1:-1]})

    def of(self, words, text, *, nth=0, resolved=False, answers=()):
        """A comment on words of a paragraph."""
        paragraph = self.word.paragraph(words, nth)
        start = self.word.text(paragraph).index(words)
        self.word._split(paragraph, start)
        self.word._split(paragraph, start + len(words))
        middle = self.word._between(paragraph, start, len(words))
        for number in self._thread(text, resolved, answers):
            self._around(number, middle[0], middle[-1])
        return self

    def over(self, first, last, text):
        """A comment from the beginning of one paragraph to the end of another."""
        (number,) = self._thread(text, False, ())
        runs = [list(self.word.paragraph(each).iter(W + "r")) for each in (first, last)]
        self._around(number, runs[0][0], runs[1][-1])
        return self

    def of_deleted(self, words, text):
        """A comment on the words of a tracked deletion."""
        (number,) = self._thread(text, False, ())
        gone = (each for each in self.word.root.iter(W + "delText") if words in (each.text or ""))
        run = next(gone).getparent()
        self._around(number, run, run)
        return self

    def in_cell(self, row, cell, text):
        """A comment at an empty cell."""
        (number,) = self._thread(text, False, ())
        paragraph = self.word.cell(row, cell).find(W + "p")
        paragraph.append(self._mark("commentRangeStart", number))
        paragraph.append(self._mark("commentRangeEnd", number))
        paragraph.append(self._reference(number))
        return self

    def in_note(self, words, text):
        """A comment on a footnote."""
        (number,) = self._thread(text, False, ())
        notes = etree.fromstring(self.word.parts["word/footnotes.xml"])
        paragraph = next(p for p in notes.iter(W + "p") if words in self.word.text(p))
        runs = list(paragraph.iter(W + "r"))
        self._around(number, runs[0], runs[-1])
        self.word.parts["word/footnotes.xml"] = etree.tostring(notes)
        return self

    def saved(self):
        """The file with its comments."""
        word = self.word
        word.parts["word/comments.xml"] = etree.tostring(self.said, encoding="UTF-8")
        word.parts["word/commentsExtended.xml"] = etree.tostring(self.threads, encoding="UTF-8")
        relations = etree.fromstring(word.parts[RELATIONS])
        types = etree.fromstring(word.parts[TYPES])
        for name, (kind, own) in KINDS.items():
            attributes = {"Id": f"rIdR{name}", "Type": kind, "Target": f"{name}.xml"}
            etree.SubElement(relations, relations[0].tag, attributes)
            attributes = {
                "PartName": f"/word/{name}.xml", "ContentType": f"{MAIN_TYPE}.{own}+xml",
            }  # fmt: skip
            override = etree.QName(types.tag).namespace
            etree.SubElement(types, f"{{{override}}}Override", attributes)
        word.parts[RELATIONS] = etree.tostring(relations, encoding="UTF-8", standalone=True)
        word.parts[TYPES] = etree.tostring(types, encoding="UTF-8", standalone=True)
        return word.saved()

    def _thread(self, text, resolved, answers):
        """A comment with its replies; gives their ids."""
        first = self._comment(text, self.author)
        own = {W15 + "paraId": first[1], W15 + "done": str(int(resolved))}
        etree.SubElement(self.threads, W15 + "commentEx", own)
        ids = [first[0]]
        for author, said in answers:
            number, name = self._comment(said, author)
            parent = {W15 + "paraId": name, W15 + "paraIdParent": first[1], W15 + "done": "0"}
            etree.SubElement(self.threads, W15 + "commentEx", parent)
            ids.append(number)
        return ids

    def _comment(self, text, author):
        number = str(len(self.said))
        comment = etree.SubElement(
            self.said, W + "comment",
            {W + "id": number, W + "author": author, W + "date": DATE, W + "initials": "G"},
        )  # fmt: skip
        name = f"{0x10000000 + len(self.said):08X}"
        paragraph = etree.SubElement(comment, W + "p", {W14 + "paraId": name})
        etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t").text = text
        return number, name

    def _mark(self, tag, number):
        return etree.Element(W + tag, {W + "id": number})

    def _reference(self, number):
        run = etree.Element(W + "r")
        run.append(self._mark("commentReference", number))
        return run

    def _around(self, number, first, last):
        first = self._out_of_change(first)
        last = self._out_of_change(last)
        first.addprevious(self._mark("commentRangeStart", number))
        end = self._mark("commentRangeEnd", number)
        last.addnext(end)
        end.addnext(self._reference(number))

    @staticmethod
    def _out_of_change(run):
        parent = run.getparent()
        return parent if parent.tag in (W + "ins", W + "del") else run
