"""Where the text breaks over pages, some of it stands on the page of the signature."""

import subprocess

import pytest

from docgen.paper import check_paper
from tests.plan_files import TINY, build, tiny_project

POINT = "      - Việc thứ {} của các cơ quan, đơn vị, xong trước ngày 15 hằng tháng.\n"
NO_CLOSING = TINY.replace("closing: [Các cơ quan báo cáo kết quả thực hiện về Sở Nội vụ]\n", "")
TABLE = """\
      - table:
          columns: [{key: a, title: Việc, width: 160}]
          rows: [{a: Việc thứ nhất}, {a: Việc thứ hai}]
"""
ENDS = {
    "a closing paragraph": (TINY, ""),
    "a dash": (NO_CLOSING, ""),
    "a point": (NO_CLOSING.replace("    items:", "    marker: letter\n    items:"), ""),
    "a paragraph": (NO_CLOSING, "      - plain: Đoạn cuối của kế hoạch, không có dấu ở đầu.\n"),
    "a table": (NO_CLOSING, TABLE),
}
LENGTHS = range(13, 23)


def plan(start, end, points):
    """A plan whose signature comes to the foot of a page or a little beyond."""
    more = "".join(POINT.format(number) for number in range(2, points + 1))
    return start.replace("      - Việc thứ nhất.\n", f"      - Việc thứ nhất.\n{more}{end}")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Documents of each end and length."""
    return {
        (name, points): build(
            tiny_project(tmp_path_factory.mktemp("plan"), plan(start, end, points)), draft=True
        )
        for name, (start, end) in ENDS.items()
        for points in LENGTHS
    }


@pytest.mark.slow
def test_no_end_of_a_text_lets_the_signature_stand_alone(built):
    for made in built.values():
        assert made.written, made.findings
        codes = {finding.code for finding in check_paper(made.written.path.read_bytes(), "KH")}
        assert "KH778" not in codes


def test_in_libreoffice_some_of_the_text_stands_on_the_page_of_the_signature(
    built, to_pdf, poppler, tmp_path
):
    files = {}
    for number, (key, made) in enumerate(built.items()):
        files[key] = tmp_path / f"{number}.docx"
        files[key].write_bytes(made.written.path.read_bytes())
    breaks = set()
    for (name, points), pdf in zip(files, to_pdf(*files.values()), strict=True):
        command = [poppler("pdftotext"), "-layout", str(pdf), "-"]
        text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        pages = text.rstrip("\f").split("\f")
        before = pages[-1].partition("Nơi nhận")[0]
        assert "iệc" in before or "Đoạn cuối" in before or "báo cáo" in before, (name, points)
        breaks.add((name, len(pages)))
    assert breaks == {(name, count) for name in ENDS for count in (1, 2)}, "both sides of a break"
