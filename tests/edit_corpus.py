"""Edits that people make in a document of docgen, chosen in any plan by what its paper has.

An edit is a list of orders that `tests.word_edits` carries out as Word does and
`tests.libreoffice_edits` by LibreOffice. Nothing of docgen chooses them: the paper is read with
plain lxml, and whether words stand in the content is asked of the files' text.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from tests.plan_files import W, words, xml

MARK = re.compile(r"^(?:[-+•]|[a-zđ]\)|\(\d+\)|[a-z]\.\d+\)|[IVX]+\.|\d+(?:\.\d+)*\.)\s+")
PROSE = ("KHDash", "KHPlus", "KHParagraph", "KHPoint", "KHNumbered", "KHBasis", "KHClosing")
LISTED = ("KHDash", "KHPlus")


@dataclass(frozen=True)
class Edit:
    """What somebody does: the orders, and what is expected: `taken`, `asked` or `nothing`."""

    name: str
    orders: tuple[tuple, ...]
    wanted: str = "taken"


class Paper:
    """A built document and the text of the content that it was built from."""

    def __init__(self, data: bytes, folder: Path) -> None:
        self.body = xml(data)
        files = [*folder.glob("*.yaml"), folder.parent / "office.yaml"]
        self.content = _flat(" ".join(p.read_text("utf-8") for p in files if p.exists()))
        self.lines = [
            (words(p), self._style(p), p) for p in self.body.iter(W + "p") if words(p).strip()
        ]
        self.whole = "\n".join(said for said, _, _ in self.lines)
        self.used = set()
        self.only = ""

    @staticmethod
    def _style(p):
        found = p.find(f"{W}pPr/{W}pStyle")
        return "" if found is None else found.get(W + "val")

    def edits(self):
        """One of each kind that this paper has room for."""
        makers = [getattr(self, name) for name in sorted(dir(type(self))) if name.startswith("e_")]
        for make in makers:
            edit = make() if self.only in ("", make.__name__) else None
            if edit:
                yield Edit(make.__name__[2:], *edit)

    # ---------------------------------------------------------------------------- choosing

    def _unique(self, said):
        return self.whole.count(said) == 1

    def _take(self, *styles, least=40, literal=True, twin=False):
        """A paragraph that no other edit has, and with `twin` the one of its style behind it."""
        for number, (said, style, p) in enumerate(self.lines):
            behind = self.lines[number + 1] if number + 1 < len(self.lines) else ("", "", None)
            if style not in styles or len(said) < least or not self._unique(said):
                continue
            if "\u00a0" in said or {number, number + 1, number - 1} & self.used:
                continue
            if literal and _flat(bare(said)).rstrip(" ;./") not in self.content:
                continue
            if p.find(f".//{W}footnoteReference") is not None:
                continue
            if twin:
                other = self.lines[number + 2] if number + 2 < len(self.lines) else ("", "", None)
                fits = behind[1] == style and len(behind[0]) >= least and self._unique(behind[0])
                known = _flat(bare(behind[0])).rstrip(" ;./") in self.content
                if not (fits and known and number + 2 not in self.used and other[1] == style):
                    continue
                self.used |= {number, number + 1, number + 2}
                return said, behind[0]
            self.used.add(number)
            return said
        return None

    def _phrase(self, said, start=1, length=3):
        """Some words of a paragraph that stand nowhere else."""
        tokens = bare(said).rstrip(" ;./").split(" ")
        for size in range(length, len(tokens)):
            for at in range(start, len(tokens) - size):
                phrase = " ".join(tokens[at : at + size])
                if self._unique(phrase) and re.search(r"\w$", phrase) and phrase[0].isalnum():
                    return phrase
        return None

    def _in_prose(self, *styles, **how):
        said = self._take(*(styles or PROSE), **how)
        return (said, self._phrase(said)) if said and self._phrase(said) else (None, None)

    # ------------------------------------------------------------------------------- edits

    def e_word(self):
        said, phrase = self._in_prose()
        return said and ((("replace", phrase, "nội dung đã sửa lại"),),)

    def e_words_in_two_places(self):
        said, phrase = self._in_prose(least=90)
        last = said and self._phrase(said[len(said) // 2 :], 2)
        if not last or phrase in last or last in phrase:
            return None
        return ((("replace", phrase, phrase + " nhanh"), ("replace", last, "kịp thời, đúng hạn")),)

    def e_words_at_the_end(self):
        said = self._take(*PROSE)
        end = said and said.rstrip(" ;./")[-25:]
        return (
            end and self._unique(end) and ((("replace", end, end + ", hoàn thành trong quý IV"),),)
        )

    def e_words_at_the_beginning(self):
        said = self._take(*PROSE)
        start = said and bare(said)[:30]
        return start and self._unique(start) and ((("replace", start, "Tích cực " + start),),)

    def e_phrase_out(self):
        said, phrase = self._in_prose()
        return said and ((("replace", phrase + " ", ""),),)

    def e_sentence_in(self):
        said = self._take("KHParagraph", "KHDash", "KHPoint", least=60)
        end = said and said.rstrip(" ;./")[-25:]
        new = ". Kết quả báo cáo bằng văn bản: trước ngày 15"
        return end and self._unique(end) and ((("replace", end, end + new),),)

    def e_capitals(self):
        said, phrase = self._in_prose()
        return said and ((("replace", phrase, phrase.upper()),),)

    def e_marks_of_vowels(self):
        said, phrase = self._in_prose()
        return said and ((("replace", phrase, "hoà thuận, uỷ quyền"),),)

    def e_signs_that_yaml_knows(self):
        said, phrase = self._in_prose()
        return said and ((("replace", phrase, 'là: "việc gấp" #1, {mới}; - &a *b* [c]'),),)

    def e_smart_quotes_and_dash(self):
        said, phrase = self._in_prose()
        return said and ((("replace", phrase, "“việc gấp” – ‘mới’ 20%…"),),)

    def e_italics(self):
        said, phrase = self._in_prose("KHDash", "KHPoint", "KHParagraph")
        return said and ((("emphasize", phrase, "i"),),)

    def e_bold(self):
        said, phrase = self._in_prose("KHDash", "KHPoint", "KHParagraph")
        return said and ((("emphasize", phrase, "b"),),)

    def e_paragraph_in(self):
        said = self._take(*LISTED)
        return said and ((("insert", said, "- Tăng cường kiểm tra, đôn đốc: mỗi quý một lần."),),)

    def e_paragraph_out(self):
        twins = self._take(*LISTED, twin=True)
        return twins and ((("delete", twins[1]),),)

    def e_paragraph_moved(self):
        twins = self._take(*LISTED, twin=True)
        return twins and ((("move", twins[0], twins[1]),),)

    def e_paragraph_split(self):
        said = self._take(*LISTED, least=100)
        at = said and said.find(" ", len(said) // 2)
        head = said and said[at - 20 : at]
        return head and self._unique(head) and ((("split", head, "- "),),)

    def e_paragraphs_joined(self):
        twins = self._take(*LISTED, twin=True)
        return twins and ((("join", twins[0]),),)

    def e_heading(self):
        said = self._take("KHHeading1", "KHHeading2", "KHHeading3", least=8)
        old = said and bare(said)
        return said and self._unique(old) and ((("replace", old, f"{old} VÀ VIỆC KHÁC"),),)

    def e_subject(self):
        said = self._take("KHSubject", least=10, literal=False)
        phrase = said and " ".join(said.split()[:3])
        return phrase and self._unique(phrase) and ((("replace", phrase, "Tập trung " + phrase),),)

    def e_recipient_in(self):
        said = self._take("KHRecipient", least=6)
        return said and ((("insert", said, "- Đài Phát thanh và Truyền hình tỉnh;"),),)

    def e_recipient_out(self):
        said = self._take("KHRecipient", least=6)
        return said and ((("delete", said),),)

    def e_recipient_reworded(self):
        said = self._take("KHRecipient", least=6)
        old = said and bare(said).rstrip(" ;./")
        return old and self._unique(old) and ((("replace", old, old + " (để biết)"),),)

    def e_signer(self):
        said = self._take("KHSigner", least=4)
        return said and ((("replace", said, "Nguyễn Thị Mẫu"),),)

    def e_basis_in(self):
        said = self._take("KHBasis")
        return said and ((("insert", said, "Căn cứ Luật Tổ chức chính quyền địa phương;"),),)

    def e_number(self):
        gap = "\u00a0" * 6
        line = next((said for said, _, _ in self.lines if said.startswith("Số: " + gap)), None)
        return line and ((("replace", "Số: " + gap, "Số: 128"),),)

    def e_noise_of_spaces(self):
        said, phrase = self._in_prose()
        return said and ((("replace", phrase, phrase.replace(" ", "\u00a0")),), "nothing")

    def e_noise_of_fonts(self):
        said, phrase = self._in_prose()
        return said and ((("restyle", phrase),), "nothing")

    def e_noise_of_line_breaks(self):
        said, phrase = self._in_prose()
        return said and ((("break", phrase),), "nothing")

    def e_braces(self):
        said, phrase = self._in_prose()
        return said and ((("replace", phrase, "{{ điều mới }}"),), "asked")

    def e_template_word(self):
        line = next((said for said, style, _ in self.lines if style == "KHMotto"), None)
        return line and ((("replace", "Tự do", "Tự chủ"),), "asked")

    def e_heading_in(self):
        said = self._take("KHHeading1", least=5, literal=False)
        return said and ((("insert", said, "IX. VIỆC MỚI"),), "answered")

    # ----------------------------------------------------------------------------- tables

    def _rows(self):
        """Rows without merges by a number of their own, and the words of their cells."""
        for number, row in enumerate(self.body.iter(W + "tr")):
            if (
                row.find(f"{W}trPr/{W}tblHeader") is not None
                or row.find(f".//{W}vMerge") is not None
            ):
                continue
            cells = row.findall(W + "tc")
            texts = [" ".join(words(p) for p in cell.iter(W + "p")) for cell in cells]
            style = self._style(next(row.iter(W + "p")))
            if style == "KHTableCell":
                yield -1 - number, texts

    def _row(self):
        for number, texts in self._rows():
            name = max(texts[:3], key=len)
            if number not in self.used and len(name) > 5 and self._unique(name):
                self.used.add(number)
                return name, texts
        return None, None

    def e_cell(self):
        name, texts = self._row()
        if not name:
            return None
        numbers = [
            at for at, said in enumerate(texts)
            if len(said) > 8 and said != name and _flat(said) in self.content
        ]  # fmt: skip
        at = numbers[-1] if numbers else texts.index(name)
        return ((("cell", name, at, texts[at] + " (đã rà soát)"),),)

    def e_row_out(self):
        name, _ = self._row()
        return name and ((("delete_row", name),),)

    def e_cell_name(self):
        name, texts = self._row()
        return name and ((("cell", name, texts.index(name), "Việc đã đổi tên"),),)


def bare(said):
    """A line without its mark."""
    return MARK.sub("", said, count=1)


def _flat(text):
    return re.sub(r"\s+", " ", text)
