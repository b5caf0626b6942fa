"""The built plan of 2024 against the scan it was taken from, by a reader of their own.

The seed is parsed here, the mends that `content/2024/SOURCE.md` lists are made to it, and every
sentence and every cell must then stand in the .docx, in order and once. No code of docgen reads
either side.
"""

import re
from itertools import pairwise

import pytest

from tests.plan_files import W, words, xml
from tests.tools import REPOSITORY

SOURCE = REPOSITORY / "content" / "2024" / "SOURCE.md"
MEND = re.compile(r"\| (?P<place>.+?) \| `(?P<scan>[^`]*)` \| `(?P<now>[^`]*)` \| .+ \|")
PAGE_BREAK = " ⏎ "
JOINS, WORDS, FIGURES = "2. ", "3. ", "4. "
COLUMNS = 10
REMEDY, LOSS = 6, 4
DECIMAL_COLUMNS = (2, 3, 4)
ROW_GOES_ON = " (tiếp)"
CELL_GOES_ON = re.compile(r"\((?:tiếp|như) mục [\d.]+\)")
# The measures that the scan gives row by row though they are one for all (SOURCE.md, 5).
GATHERED = "2.4."


def mends(section: str) -> list[tuple[str, str, str]]:
    """Place, what the scan says and what stands now, of one section of SOURCE.md."""
    text = SOURCE.read_text(encoding="utf-8")
    chapter = next(each for each in text.split("\n## ") if each.startswith(section))
    found = [match.group("place", "scan", "now") for match in MEND.finditer(chapter)]
    assert found, section
    return found


class Seed:
    """The scan with its mends: the lines of the text, the rows of the appendix."""

    def __init__(self, scan: str) -> None:
        found = [line for line in scan.splitlines() if line.strip()]
        self.lines = [line for line in found if "\t" not in line]
        rows = [line.split("\t") for line in found if "\t" in line]
        self.header = rows[0]
        self.rows = [row for row in rows if row != self.header]
        for place, scan_says, now in mends(JOINS):
            self._join(place, *scan_says.split(PAGE_BREAK), now)
        self.rows = [row for row in self.rows if any(row)]
        for place, scan_says, now in mends(FIGURES):
            self._figure(place, scan_says, now)
        for _, scan_says, now in mends(WORDS):
            self._reword(scan_says, now)
        for row in self.rows:
            for column in DECIMAL_COLUMNS:
                row[column] = re.sub(r"(?<=\d)\.(?=\d)", ",", row[column])

    def _join(self, place: str, before: str, after: str, now: str) -> None:
        assert f"{before} {after}" == now, place
        if not place.startswith("Phụ lục"):
            (at,) = (
                number
                for number, (upper, lower) in enumerate(pairwise(self.lines))
                if upper.endswith(before) and lower.startswith(after)
            )
            self.lines[at : at + 2] = [f"{self.lines[at]} {self.lines[at + 1]}"]
            return
        filled = [[row for row in self.rows if row[column]] for column in range(COLUMNS)]
        ((upper, lower, column),) = (
            (upper, lower, column)
            for column, rows in enumerate(filled)
            for upper, lower in pairwise(rows)
            if upper[column].endswith(before) and lower[column].startswith(after)
        )
        upper[column] += f" {lower[column]}"
        lower[column] = ""

    def _figure(self, place: str, scan_says: str, now: str) -> None:
        code = place.split(", ")[1]
        (row,) = (row for row in self.rows if row[0] == code)
        assert row[LOSS] == scan_says, place
        row[LOSS] = now

    def _reword(self, scan_says: str, now: str) -> None:
        before = (self.lines, self.rows)
        self.lines = [line.replace(scan_says, now) for line in self.lines]
        self.rows = [[cell.replace(scan_says, now) for cell in row] for row in self.rows]
        assert before != (self.lines, self.rows), f"the scan does not say {scan_says}"


def marked(paragraph) -> str:
    """The words, what is italic by itself between stars as the scan has it."""
    runs = ((run, run.find(f"{W}rPr/{W}i") is not None) for run in paragraph.iter(W + "r"))
    return "".join(f"*{words(run)}*" if italic else words(run) for run, italic in runs)


class Paper:
    """The built document: the lines before the appendix table, the table's cells."""

    def __init__(self, document) -> None:
        body = xml(document)[0]
        table = body.findall(W + "tbl")[-1]
        self.lines = [
            " ".join(marked(paragraph).split())
            for paragraph in body.iter(W + "p")
            if table not in paragraph.iterancestors() and words(paragraph).strip()
        ]
        self.rows: list[list[str]] = []
        self.merges: list[list[str | None]] = []
        for row in table.iter(W + "tr"):
            self._add([*row.iter(W + "tc")])

    def _add(self, cells) -> None:
        """One row more; what goes on over a page is put to the row or the cell it goes on from."""
        said = [[words(paragraph) for paragraph in cell.iter(W + "p")] for cell in cells]
        if said[0][-1].endswith(ROW_GOES_ON):
            for column, texts in enumerate(said[1:], start=1):
                self._put(len(self.rows) - 1, column, texts)
            return
        merges = [cell.find(f"{W}tcPr/{W}vMerge") for cell in cells]
        self.merges.append(
            [None if each is None else each.get(W + "val", "continue") for each in merges]
        )
        self.rows.append([" ".join(texts) for texts in said])
        for column, (mark, *rest) in enumerate(said):
            if CELL_GOES_ON.fullmatch(mark):
                self.rows[-1][column], self.merges[-1][column] = "", "continue"
                above = max(at for at, row in enumerate(self.rows[:-1]) if row[column])
                self.merges[above][column] = "restart"
                self._put(above, column, rest)

    def _put(self, row: int, column: int, texts: list[str]) -> None:
        self.rows[row][column] = " ".join(filter(None, (self.rows[row][column], *texts)))


@pytest.fixture(scope="module")
def seed(seed_text) -> Seed:
    return Seed(seed_text)


@pytest.fixture(scope="module")
def paper(documents) -> Paper:
    return Paper(documents["2024"])


def test_every_text_block_of_the_scan_stands_on_the_paper_in_order_and_nothing_else(seed, paper):
    number, kind = seed.lines[:2]
    label, first_title = seed.lines.index("Phụ lục"), seed.lines.index("Phụ lục") + 1
    text = seed.lines[2:label]
    assert len(text) == 99
    assert re.fullmatch(r"Số:\s+/KH-UBND\s+Quảng Trị, ngày\s+tháng\s+năm 2024", number)
    letterhead = [
        "ỦY BAN NHÂN DÂN",
        "TỈNH QUẢNG TRỊ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: /KH-UBND",
        "Quảng Trị, ngày tháng năm 2024",
    ]
    assert paper.lines[: len(letterhead)] == letterhead
    expected = [kind, *text, "Phụ lục", *seed.lines[first_title : first_title + 2]]
    rest = paper.lines[len(letterhead) :]
    assert rest[: len(expected)] == expected
    (reference,) = rest[len(expected) :]
    scanned = " ".join(seed.lines[-1].split())
    assert re.sub(r"\s+", "", reference) == re.sub(r"\s+", "", scanned)


def test_every_cell_of_the_scan_stands_in_the_table(seed, paper):
    assert paper.rows[0] == seed.header
    expected = [list(row) for row in seed.rows]
    gathered = [row for row in expected if row[0].startswith(GATHERED)]
    gathered[0][REMEDY] = " ".join(row[REMEDY] for row in gathered if row[REMEDY])
    for row in gathered[1:]:
        row[REMEDY] = ""
    assert paper.rows[1:] == expected
    assert len(paper.rows) == 1 + 54 + 1


def test_no_decimal_is_written_with_a_dot(paper, seed_text):
    codes = {row[0] for row in paper.rows}
    cells = [cell for row in paper.rows for cell in row]
    dotted = {
        figure
        for text in [*paper.lines, *cells]
        for figure in re.findall(r"(?<![\d./])\d+(?:\.\d+)+", text)
    } - codes
    thousands = {figure for figure in dotted if re.fullmatch(r"[1-9]\d{0,2}(\.\d{3})+", figure)}
    assert dotted == thousands
    assert all(figure in seed_text for figure in thousands)
    assert not any("." in row[column] for row in paper.rows[1:] for column in DECIMAL_COLUMNS)


SHARED = {  # what SOURCE.md, 5 says is written once: first and last row, merged columns
    ("2.4.1", "2.4.4"): (6, 7, 8, 9),
    ("4.1.4", "4.3.4"): (6, 7, 8, 9),
    ("5.2.3", "5.7.4"): (6, 7, 8, 9),
    ("6.1.4", "6.2.5"): (6, 7, 8, 9),
}


def test_cells_are_merged_where_the_content_says_that_rows_share_them_and_nowhere_else(paper):
    codes = [row[0] for row in paper.rows]
    expected = [[None] * COLUMNS for _ in paper.rows]
    for (first, last), columns in SHARED.items():
        for number in range(codes.index(first), codes.index(last) + 1):
            for column in columns:
                expected[number][column] = "restart" if codes[number] == first else "continue"
    assert paper.merges == expected
