"""Edits of tables, of dates and the frame, and those that touch several texts at once.

They are chosen on the paper as those of `tests.edit_corpus`. `answered` is wanted where a person
may mean two things: asked, and the first answer prints the words of the Word file.
"""

import re
from itertools import pairwise

from tests.edit_corpus import LISTED, PROSE, Paper, _flat, bare
from tests.plan_files import W, words

NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")
NEW = "Nội dung mới đưa thêm vào bảng"
# Several of these in one small table leave nothing to know its rows by: each in its own document.
ALONE = ("group_with_its_rows_out", "row_below_a_group", "two_rows_in", "row_in_without_figures",
         "row_moved", "row_of_a_merged_block_out")  # fmt: skip


class Wide(Paper):
    """All edits of a paper: those of texts, and these."""

    def __init__(self, data, folder):
        super().__init__(data, folder)
        self.year = folder.name[:4]

    def edits(self):
        """One of each kind; a sitting of all of them leaves out those that stand `ALONE`."""
        return (each for each in super().edits() if self.only or each.name not in ALONE)

    # ------------------------------------------------------------------------- choosing rows

    def _tables(self):
        """Tables of content, each a list of rows: (its number, its cells' words, their merges)."""
        number = -1
        for table in self.body.iter(W + "tbl"):
            rows = []
            for row in table.iter(W + "tr"):
                number += 1
                cells = row.findall(W + "tc")
                texts = [" ".join(words(p) for p in cell.iter(W + "p")) for cell in cells]
                kind = self._style(next(row.iter(W + "p")))
                rows.append((number, texts, [self._merge(cell) for cell in cells], kind))
            if any(kind == "KHTableHeader" for _, _, _, kind in rows):
                yield rows

    @staticmethod
    def _merge(cell):
        below = cell.find(f"{W}tcPr/{W}vMerge")
        across = cell.find(f"{W}tcPr/{W}gridSpan")
        return (
            "" if below is None else below.get(W + "val") or "continue",
            1 if across is None else int(across.get(W + "val")),
        )

    def _row_of(self, *kinds, merged=False, least=6):
        """A row that no other edit has, by words of its own: (name, texts, merges, neighbours)."""
        for rows in self._tables():
            for at, (number, texts, merges, kind) in enumerate(rows):
                if kind not in kinds or any(m[0] for m in merges) != merged:
                    continue
                name = next((x for x in texts[:3] if len(x) >= least and self._unique(x)), None)
                if name and -1 - number not in self.used:
                    self.used.add(-1 - number)
                    return name, texts, merges, rows, at
        return None

    def _typed(self, texts):
        """The cells of a row whose words stand in the content as they are."""
        return [
            at for at, said in enumerate(texts)
            if len(said) > 8 and _flat(bare(said)) in self.content and self._unique(said)
        ]  # fmt: skip

    def _below(self, texts):
        """The cells of a new row below one: its number is the next, its words are new."""
        cells = [NEW if len(each) > 8 and not NUMBER.fullmatch(each) else each for each in texts]
        ordinal = re.fullmatch(r"((?:\d+\.)*)(\d+)(\.?)", cells[0])
        if ordinal:
            step = 90 if ordinal[1] else 1
            cells[0] = f"{ordinal[1]}{int(ordinal[2]) + step}{ordinal[3]}"
        return cells

    # ------------------------------------------------------------------------------ rows

    def e_row_in(self):
        found = self._row_of("KHTableCell")
        if found and [row[3] for row in found[3][found[4] + 1 :][:1]] == ["KHTableAcross"]:
            return None  # LibreOffice gives a new row the cells of the row below
        return found and ((("copy_row", found[0], *self._below(found[1])),),)

    def e_row_in_without_figures(self):
        found = self._row_of("KHTableCell")
        if not found:
            return None
        cells = [
            "" if at and NUMBER.fullmatch(said.lstrip("-")) else said
            for at, said in enumerate(self._below(found[1]))
        ]
        return ((("copy_row", found[0], *cells),),)

    def e_two_rows_in(self):
        found = self._row_of("KHTableCell")
        if not found:
            return None
        one = self._below(found[1])
        other = [said.replace(NEW, f"{NEW} lần hai") for said in self._below(one)]
        return ((("copy_row", found[0], *other), ("copy_row", found[0], *one)),)

    def e_row_below_a_group(self):
        found = self._row_of("KHTableGroup", "KHTableAcross", least=4)
        if not found:
            return None
        _, _, _, rows, at = found
        following = rows[at + 1] if at + 1 < len(rows) else None
        if not following or following[3] != "KHTableCell" or any(m[0] for m in following[2]):
            return None
        cells = self._below(following[1])
        name = max(following[1][:3], key=len)
        self.used.add(-1 - following[0])
        return self._unique(name) and ((("copy_row_above", name, *cells),),)

    def e_row_moved(self):
        for rows in self._tables():
            for (one, texts, merges, kind), (two, below, others, style) in pairwise(rows):
                plain = not any(m[0] for m in (*merges, *others)) and kind == style == "KHTableCell"
                names = max(texts[:3], key=len), max(below[:3], key=len)
                if plain and all(map(self._unique, names)) and not {-1 - one, -1 - two} & self.used:
                    self.used |= {-1 - one, -1 - two}
                    return ((("move_row", *names),),)
        return None

    def e_row_of_a_merged_block_out(self):
        for rows in self._tables():
            for number, texts, merges, kind in rows:
                name = max(texts[:3], key=len)
                inside = any(m[0] == "continue" for m in merges) and kind == "KHTableCell"
                if inside and self._unique(name) and -1 - number not in self.used:
                    self.used.add(-1 - number)
                    return ((("delete_row", name),),)
        return None

    def e_group_reworded(self):
        found = self._row_of("KHTableGroup", "KHTableAcross", least=4)
        return found and ((("replace", bare(found[0]), f"{bare(found[0])} của địa phương"),),)

    def e_group_out(self):
        found = self._row_of("KHTableGroup", "KHTableAcross", least=4)
        return found and ((("delete_row", found[0]),), "answered")

    def e_group_with_its_rows_out(self):
        found = self._row_of("KHTableGroup", "KHTableAcross", least=4)
        if not found:
            return None
        name, _, _, rows, at = found
        names, taken = [name], set()
        for number, texts, _, kind in rows[at + 1 :]:
            if kind != "KHTableCell":
                break
            names.append(max(texts[:3], key=len))
            taken.add(-1 - number)
        if taken & self.used:
            return None
        self.used |= taken
        return all(map(self._unique, names)) and (
            tuple(("delete_row", each) for each in reversed(names)),
        )

    # ----------------------------------------------------------------- labels and paragraphs

    def e_label(self):
        """The bold words before a colon with which a point begins."""
        for number, (said, style, _) in enumerate(self.lines):
            label = re.match(r"([^:]{6,40}):\s\S", bare(said))
            if style not in ("KHPoint", "KHNumbered") or not label or number in self.used:
                continue
            if self._unique(label[1]) and re.search(rf"title: \W*{label[1]}:", self.content):
                self.used.add(number)
                # Behind its first word: LibreOffice gives new words the look of what stands before.
                rest = label[1].partition(" ")[2] or label[1]
                return ((("replace", rest, f"{rest} và việc kèm theo"),),)
        return None

    def e_paragraph_below_a_paragraph(self):
        for number, (said, style, _) in enumerate(self.lines):
            above = self.lines[number - 1][1] if number else ""
            free = not {number, number + 1} & self.used and self._unique(said)
            if style == "KHParagraph" and above.startswith("KHHeading") and free:
                self.used.add(number)
                return ((("insert", said, "Việc này làm thường xuyên trong năm."),),)
        return None

    def e_sentence_behind_the_closing(self):
        said = self._take("KHClosing", least=30)
        end = said and said.rstrip(" ;./")[-20:]
        return end and self._unique(end) and ((("replace", end, f"{end}. Báo cáo mỗi quý"),),)

    # ------------------------------------------------------------------------------ cells

    def e_column_title(self):
        for rows in self._tables():
            for _, texts, _, kind in rows:
                for said in texts if kind == "KHTableHeader" else ():
                    if len(said) > 6 and self._unique(said) and _flat(said) in self.content:
                        return ((("replace", said, f"{said} (năm)"),),)
        return None

    def e_typed_number(self):
        for rows in self._tables():
            for number, texts, _, kind in rows:
                name = max(texts[:3], key=len)
                if kind != "KHTableCell" or not self._unique(name) or -1 - number in self.used:
                    continue
                for at, said in enumerate(texts):
                    typed = NUMBER.fullmatch(said) and re.search(
                        rf"\w: {re.escape(said)}(?![\d,.])", self.content
                    )
                    if at and typed:
                        self.used.add(-1 - number)
                        return ((("cell", name, at, "7" if said != "7" else "8"),),)
        return None

    def e_cell_emptied(self):
        found = self._row_of("KHTableCell")
        at = found and next((at for at in self._typed(found[1]) if found[1][at] != found[0]), None)
        return at and ((("cell", found[0], at, ""),),)

    def e_cell_filled(self):
        for rows in self._tables():
            for number, texts, merges, kind in rows:
                name = max(texts[:3], key=len)
                empty = [
                    at for at, said in enumerate(texts)
                    if not said and not merges[at][0]
                    and any(map(str.isalpha, "".join(x[1][at] for x in rows[1:] if at < len(x[1]))))
                ]  # fmt: skip
                if kind == "KHTableCell" and empty and len(name) > 5 and self._unique(name):
                    self.used.add(-1 - number)
                    return ((("cell", name, empty[-1], "Đã làm xong"),),)
        return None

    def e_paragraph_in_a_cell(self):
        found = self._row_of("KHTableCell")
        typed = [at for at in self._typed(found[1]) if found[1][at] != found[0]] if found else []
        return typed and ((("insert", found[1][typed[0]], "Có báo cáo riêng."),),)

    def e_words_in_a_merged_cell(self):
        found = self._row_of("KHTableCell", merged=True)
        at = found and next(
            (at for at in self._typed(found[1]) if found[2][at][0] == "restart"), None
        )
        phrase = at and self._phrase(found[1][at])
        return phrase and ((("replace", phrase, "nội dung đã sửa lại"),),)

    def e_unmerged(self):
        found = self._row_of("KHTableCell", merged=True)
        at = found and next(
            (at for at in self._typed(found[1]) if found[2][at][0] == "restart"), None
        )
        return at and ((("unmerge", found[1][at]),), "answered")

    def e_merged(self):
        for rows in self._tables():
            for (_, texts, merges, kind), (_, below, others, style) in pairwise(rows):
                same = [
                    at for at in range(1, min(len(texts), len(below)))
                    if len(texts[at]) > 5 and texts[at] == below[at]
                ]  # fmt: skip
                name = max(texts[:3], key=len)
                plain = kind == style == "KHTableCell" and not any(
                    m[0] or m[1] > 1 for m in (*merges, *others)
                )
                if plain and same and self._unique(name):
                    return ((("merge", name, same[0]),), "answered")
        return None

    # ---------------------------------------------------------------------------- the frame

    def e_date(self):
        line = next((said for said, style, _ in self.lines if style == "KHPlaceDate"), "")
        gap = re.search(r"ngày\s+tháng\s+năm\s*(?=\d{4}|$)", line)
        if gap:
            year = "" if line[gap.end() :] else self.year
            return ((("replace", gap[0], f"ngày 05 tháng 3 năm {year}"),),)
        day = re.search(r"ngày (\d\d) tháng", line)
        return day and ((("replace", day[0], "ngày 28 tháng"),),)

    def e_place(self):
        if not self.only:  # one sitting edits the line once
            return None
        line = next((said for said, style, _ in self.lines if style == "KHPlaceDate"), "")
        place = line.partition(",")[0]
        return self.whole.count(f"{place}, ngày") == 1 and (
            (("replace", f"{place}, ngày", "Thành phố Mới, ngày"),),
        )

    def e_signature_line(self):
        said = next((x for x, style, _ in self.lines if style == "KHSignature"), "")
        said = next(
            (x for x, _, p in self.lines if x in ("CHỦ TỊCH", "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC")), said
        )
        return said and self._unique(f"{said}") and ((("replace", said, f"Q. {said}"),),)

    def e_appendix_title(self):
        said = self._take("KHAppendixTitle", least=10, literal=False)
        phrase = said and " ".join(said.split()[-3:])
        return phrase and self._unique(phrase) and ((("replace", phrase, f"{phrase} SỬA ĐỔI"),),)

    # ---------------------------------------------------------------------- the whole document

    def e_replace_all(self):
        """A phrase of prose that stands three times or more, and never in what is computed."""
        literal = [
            bare(said).rstrip(" ;./") for said, style, _ in self.lines
            if style in PROSE and _flat(bare(said)).rstrip(" ;./") in self.content
        ]  # fmt: skip
        for said in literal:
            tokens = said.split(" ")
            for at in range(1, len(tokens) - 2):
                phrase = " ".join(tokens[at : at + 2])
                inside = sum(each.count(phrase) for each in literal)
                clean = re.fullmatch(r"[a-zà-ỹđ ]+", phrase)
                if clean and inside >= 3 and inside == self.whole.count(phrase):
                    return ((("replace_all", phrase, "việc đã đổi tên"),),)
        return None

    # --------------------------------------------------------------------- several texts at once

    def _two_lists(self):
        """A listed paragraph, and one of its kind that stands below another heading."""
        first = self._take(*LISTED)
        start = next((at for at, (said, _, _) in enumerate(self.lines) if said == first), None)
        if start is None:
            return None
        style, left = self.lines[start][1], False
        for number in range(start + 2, len(self.lines)):
            said, own, _ = self.lines[number]
            left = left or own not in LISTED
            known = _flat(bare(said)).rstrip(" ;./") in self.content
            if left and own == style and known and self._unique(said) and len(said) > 30:
                self.used.add(number)
                return first, said
        return None

    def e_moved_to_another_list(self):
        two = self._two_lists()
        return two and ((("move", *two),),)

    def e_moved_to_another_list_and_reworded(self):
        two = self._two_lists()
        phrase = two and self._phrase(two[0])
        if not phrase:
            return None
        said, behind = two
        new = f"{phrase} kịp thời"
        return ((("replace", phrase, new), ("move", said.replace(phrase, new), behind)),)

    def e_heading_with_points(self):
        said = self._take(*LISTED)
        head = said and next(
            x for x, style, _ in reversed(self.lines[: [y for y, _, _ in self.lines].index(said)])
            if style.startswith("KHHeading") or style == "KHPoint"
        )  # fmt: skip
        mark = head and re.match(r"[IVX]+\.|\d+(?:\.\d+)*\.|[a-zđ]\)", head)
        return mark and self._unique(head) and (
            (("insert_like", said, head, f"{mark[0]} Việc cần làm ngay"),
             ("insert_like", "Việc cần làm ngay", said, "- Rà soát, lập danh mục việc cần làm.")),
            "answered",
        )  # fmt: skip

    def e_paragraph_split_over_two_kinds(self):
        """The half of a `-` becomes a `+` below it; nothing of its kind stands there."""
        said = self._take("KHDash", least=100)
        at = said and said.find(" ", len(said) // 2)
        head = said and said[at - 20 : at]
        return head and self._unique(head) and ((("split", head, "+ "),),)
