"""The door of tables: one limit of cells, whoever asks; a cell far off costs nothing."""

import io

import pytest
from openpyxl import Workbook

from docgen import limits
from docgen.docx.package import packed, unpacked
from docgen.gather.read_back import NotDecided, decisions
from docgen.sheets.published import read_published
from docgen.sheets.read import read_workbook
from docgen.tasking.read_back import NotAReport, report_of
from docgen.workbooks import NotReadable, opened, values

MOST = 100
PART = "xl/worksheets/sheet1.xml"


def saved(book):
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def sheet(rows, columns):
    """A workbook with as many full rows and columns."""
    book = Workbook()
    for _ in range(rows):
        book.active.append([1] * columns)
    return saved(book)


@pytest.fixture
def few(monkeypatch):
    """The limit of cells made small."""
    monkeypatch.setattr(limits, "CELLS", limits.Limit(MOST, limits.CELLS.said))


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    "read",
    [
        pytest.param(read_workbook, id="excel in"),
        pytest.param(lambda data: read_published(data, "x.xlsx", "", "", "Điểm"), id="scores"),
        pytest.param(decisions, id="gather"),
        pytest.param(lambda data: report_of(data, "x.xlsx", None, None), id="progress"),
    ],
)
def test_too_many_cells_are_refused_at_every_door(read):
    refused = (NotReadable, NotDecided, NotAReport)
    with pytest.raises(refused, match=r"^tệp bảng tính có hơn 100 ô, kể cả ô trống và ô gộp$"):
        read(sheet(10, 10))  # ten rows beside the cells
    with pytest.raises(refused) as error:
        read(sheet(9, 10))
    assert "hơn 100 ô" not in str(error.value)


@pytest.mark.usefixtures("few")
def test_a_csv_has_the_same_limit():
    with pytest.raises(NotReadable, match="hơn 100 ô"):
        read_published(b"a;b\n" * 51, "x.csv", "", "", "Điểm")
    with pytest.raises(NotReadable, match="không thấy cột mã"):
        read_published(b"a;b\n" * 50, "x.csv", "", "", "Điểm")


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "area",
    [
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        "<mergeCells><mergeCell  ref = 'A1:B1048576' /></mergeCells>",
        '<hyperlinks><hyperlink display="x" ref="1:1048576"/></hyperlinks>',
    ],
)
def test_an_area_counts_with_all_its_cells(area, code):
    parts = unpacked(sheet(2, 2))
    part = parts[PART].decode("utf-8").replace("</sheetData>", f"</sheetData>{area}")
    with pytest.raises(NotReadable, match="ô gộp"):
        opened(packed({**parts, PART: part.encode(code)}))


def test_cells_far_off_cost_nothing():
    book = Workbook()
    made = book.active
    made["B2"], made["XFD3"], made["A1048576"] = "gần", "cuối dòng", "cuối cột"
    assert values(opened(saved(book))[1].active) == {
        2: {2: "gần"},
        3: {16384: "cuối dòng"},
        1048576: {1: "cuối cột"},
    }
