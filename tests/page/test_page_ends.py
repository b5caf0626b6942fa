"""Rows parted where pages end: what is read back is whole, what is printed says that it goes on."""

from dataclasses import replace

import pytest

from docgen.docx.read import read
from docgen.load.folder import load
from docgen.page.page_ends import on_pages, parted
from docgen.page.row_parts import split_at
from docgen.page.sheet import sheet
from docgen.pipeline import TEMPLATE
from docgen.render.document import render
from docgen.render.template import open_template
from docgen.verify import verify
from docgen.view.inline import Footnote, Inline, Run
from docgen.view.origin import Origin
from docgen.view.plan import build_view
from docgen.view.printed import Cell, Merge, TableRow
from tests.plan_files import ROOTS
from tests.tools import REPOSITORY

OFFICE = REPOSITORY / TEMPLATE


@pytest.fixture(scope="module")
def looks():
    return sheet(OFFICE, None)


@pytest.fixture(scope="module")
def real():
    root = ROOTS["2024"]
    plan, _ = load(root / "content" / "2024", root)
    return build_view(plan)[0]


def lower(looks, height):
    """The same looks on paper whose text is `height` twips high, standing or lying."""
    size = height + looks["appendix"]["top"] + looks["appendix"]["bottom"]
    return {**looks, "appendix": {**looks["appendix"], "height": size}}


def rows_of(view):
    (table,) = (block.table for block in view.appendices[0].body if block.table)
    return table.parts


def told(rows):
    return [cell.told for row in rows for cell in row.cells if cell.told]


# ------------------------------------------------------------------ small tables of lines


def cell(lines, merge=Merge.NONE, word="chữ"):
    words = " ".join([word] * lines) if isinstance(lines, int) else lines
    return Cell((Inline((Run(words),) if words else (), Origin("text", None)),), 1, merge)


def on(view, looks, *rows):
    """The parts of a table of these rows on the real plan's appendix, one word to a line."""
    blocks = view.appendices[0].body
    (at,) = (number for number, block in enumerate(blocks) if block.table)
    head = [row for row in blocks[at].table.rows if row.header]
    body = [
        each if isinstance(each, TableRow) else TableRow("KHTableCell", tuple(each))
        for each in rows
    ]
    table = replace(blocks[at].table, rows=(*head, *body), parts=())
    appendix = replace(
        view.appendices[0], body=(*blocks[:at], replace(blocks[at], table=table), *blocks[at + 1 :])
    )
    made = parted(replace(view, appendices=(appendix,)), looks)
    return [row for row in rows_of(made) if not row.header]


def ten(number, lines, **others):
    """A row of the ten columns: its number, and words of so many lines in the sixth."""
    word = "x" * 18  # more than half of the column
    cells = [cell(number), *(cell("") for _ in range(4)), cell(lines, word=word)]
    return [*cells, *(others.get(f"c{n}", cell("")) for n in range(6, 10))]


def test_a_row_that_leaves_much_white_is_parted_and_says_its_number_again(real, looks):
    rows = on(real, looks, ten("1", 20), ten("2", 20))
    assert [row.cells[0].words or row.cells[0].told for row in rows] == ["1", "2", "2 (tiếp)"]
    words = [row.cells[5].words for row in rows]
    assert f"{words[1]} {words[2]}" == words[0]
    assert rows[2].cells[5].runs_on
    assert told(rows) == ["2 (tiếp)"]


def test_a_row_that_leaves_little_white_stands_on_the_next_page_whole(real, looks):
    rows = on(real, looks, ten("1", 25), ten("2", 10))
    assert len(rows) == 2
    assert told(rows) == []


def test_a_row_higher_than_a_page_is_parted_on_each_of_its_pages(real, looks):
    rows = on(real, looks, ten("1", 100))
    assert [row.cells[0].told for row in rows] == ["", *["1 (tiếp)"] * (len(rows) - 1)]
    assert len(rows) == 4
    assert " ".join(row.cells[5].words for row in rows) == ten("1", 100)[5].words


def test_a_part_ends_with_a_sentence_where_one_ends_near(real, looks):
    words = " ".join(["x" * 18] * 8 + ["x" * 17 + "."] + ["x" * 18] * 12)
    rows = on(real, looks, ten("1", 17), ten("2", words))
    assert rows[1].cells[5].words.endswith(".")


def test_a_word_without_end_is_not_parted_and_nothing_goes_on_for_ever(real, looks):
    rows = on(real, looks, ten("1", 20), ten("2", "x" * 500), ten("3", "y" * 2000))
    assert "".join(row.cells[5].words for row in rows).endswith("x" * 500 + "y" * 2000)
    assert all(cell.paragraphs for row in rows for cell in row.cells)


def test_a_footnote_called_where_a_part_ends_stays_with_its_word():
    origin = Origin("text", None)
    note = Footnote(1001, Inline((Run("chú thích"),), origin))
    text = Inline((Run("một"), Run("", note=note), Run(" hai")), origin)
    before, after = split_at(Cell((text,)), (0, 4))
    assert before.paragraphs[0].runs == (Run("một"), Run("", note=note))
    assert after.paragraphs[0].runs == (Run("hai"),)


def test_merged_cells_begin_anew_on_the_next_page(real, looks):
    shared = {"c6": cell(30, Merge.START, "y" * 20), "c7": cell("ngắn", Merge.START)}
    below = {"c6": cell("", Merge.CONTINUE), "c7": cell("", Merge.CONTINUE)}
    rows = on(real, looks, ten("1", 6, **shared), *(ten(str(n), 6, **below) for n in range(2, 7)))
    (first,) = (row for row in rows if row.cells[7].told)
    assert first.cells[7].told == "(như mục 1)"
    assert first.cells[6].told == "(tiếp mục 1)"
    assert f"{rows[0].cells[6].words} {first.cells[6].words}" == shared["c6"].words
    assert first.cells[6].merge is first.cells[7].merge is Merge.START


def test_merged_text_longer_than_all_its_rows_goes_on_in_a_part_of_the_last_one(real, looks):
    shared, below = cell(90, Merge.START, "y" * 20), cell("", Merge.CONTINUE)
    rows = on(real, looks, ten("1", 2, c6=shared), ten("2", 2, c6=below), ten("3", 2))
    assert " ".join(row.cells[6].words for row in rows).strip() == shared.words
    assert [row.cells[0].told for row in rows if row.cells[0].told] == ["2 (tiếp)"]


def test_a_heading_is_not_the_last_row_of_a_page(real, looks):
    heading = TableRow("KHTableGroup", tuple(ten("II", 1)))
    for lines in range(18, 29):
        above, *rows = on(real, looks, ten("1", lines), heading, ten("2", 12))
        assert len(rows) in (2, 3), lines  # the row below it is whole, or parted on its page
        assert len(rows[1].cells[5].words.split()) >= 3
        assert above.cells[5].words == ten("1", lines)[5].words


# ------------------------------------------------------------------ printed and read back


def documents(view, looks):
    plain = read(render(open_template(OFFICE, "")[0], view)[0])
    for height in (3000, 4500, 7500):
        made = parted(view, lower(looks, height))
        yield made, plain, render(open_template(OFFICE, "")[0], made)[0]


def test_whatever_is_parted_is_read_as_the_rows_that_it_is(real, looks):
    for made, plain, data in documents(real, looks):
        assert len(told(rows_of(made))) > 5
        assert verify(data, real.pieces, OFFICE, "KH.docx") == []
        again = read(data)
        assert [each.text for each in again.paragraphs] == [each.text for each in plain.paragraphs]
        assert [[c.merge for c in row.cells] for row in again.tables[-1].rows] == [
            [c.merge for c in row.cells] for row in plain.tables[-1].rows
        ]


def test_a_template_without_paper_is_printed_as_it_was(real, tmp_path):
    broken = tmp_path / "KH.docx"
    broken.write_bytes(b"no template")
    office = open_template(OFFICE, "")[0]
    assert on_pages(real, replace(office, path=broken)) is real
