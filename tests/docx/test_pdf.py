"""The pages as LibreOffice prints them: how many, what is numbered, what stays together."""

import base64
import re
import subprocess
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from docgen.docx import pdf as making
from docgen.docx.pdf import count_pages, to_pdf
from tests.plan_files import ROOTS

# By section.
PAGES = {
    "2024": (9, 12), "2030": (3,), "2031": (1, 1, 1), "2032": (2,), "2033": (2,),
    "2034": (1, 1, 1, 1, 1), "2035-2039": (2,), "2036": (1, 1, 1), "2037": (1, 1),
}  # fmt: skip
WIDTH, MILLIMETRE = 595.3, 72 / 25.4
WORD = re.compile(
    r'<word xMin="(?P<left>[\d.]+)" yMin="(?P<top>[\d.]+)"'
    r' xMax="(?P<right>[\d.]+)" yMax="(?P<bottom>[\d.]+)">(?P<text>.*?)</word>'
)


@dataclass(frozen=True)
class Page:
    """A page: its text as laid out, and in points its width and its words."""

    text: str
    width: float
    words: tuple[re.Match[str], ...]

    @property
    def number(self) -> str:
        """What stands in the top margin (20 mm)."""
        words = [w for w in self.words if float(w["bottom"]) < 20 * MILLIMETRE]
        return " ".join(word["text"] for word in words)

    @property
    def number_centre(self) -> float:
        """The middle of the page number, from the left edge of the paper."""
        (word,) = (word for word in self.words if float(word["bottom"]) < 20 * MILLIMETRE)
        return (float(word["left"]) + float(word["right"])) / 2


@pytest.fixture(scope="module")
def pdfs(documents, to_pdf) -> dict[str, Path]:
    return dict(zip(documents, to_pdf(*documents.values()), strict=True))


@pytest.fixture(scope="module")
def pages(pdfs, poppler) -> dict[str, list[Page]]:
    return {year: read(pdf, poppler("pdftotext")) for year, pdf in pdfs.items()}


def read(pdf: Path, pdftotext: str) -> list[Page]:
    def output(option: str) -> str:
        command = [pdftotext, option, str(pdf), "-"]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")

    texts = output("-layout").split("\f")
    boxes = re.findall(r'<page width="([\d.]+)".*?>(.*?)</page>', output("-bbox"), re.DOTALL)
    return [
        Page(text, float(width), tuple(WORD.finditer(words)))
        for text, (width, words) in zip(texts, boxes, strict=False)
    ]


def sections(year: str, pages: dict[str, list[Page]]) -> list[list[Page]]:
    """The pages by section: each appendix begins one."""
    starts = [
        number
        for number, page in enumerate(pages[year])
        if number == 0 or re.match(r"\s*(Phụ lục( [IVX]+)?|\w+( lục)?( số)? \d\d)\n", page.text)
    ]
    return [pages[year][start:stop] for start, stop in pairwise([*starts, len(pages[year])])]


@pytest.mark.parametrize("year", ROOTS)
def test_there_are_as_many_pages_as_committed(year, pages, pdfs):
    found = tuple(len(section) for section in sections(year, pages))
    assert found == PAGES[year]
    assert count_pages(pdfs[year].read_bytes()) == sum(PAGES[year])


@pytest.mark.parametrize("year", ROOTS)
def test_pages_are_numbered_from_the_second_of_each_section_on(year, pages):
    for section in sections(year, pages):
        expected = ["", *map(str, range(2, len(section) + 1))]
        assert [page.number for page in section] == expected


@pytest.mark.parametrize("year", ROOTS)
def test_a_page_number_stands_in_the_middle_between_the_margins(year, pages):
    for page in (page for section in sections(year, pages) for page in section[1:]):
        between_margins = (30 * MILLIMETRE + page.width - 20 * MILLIMETRE) / 2
        assert abs(page.number_centre - between_margins) < 2


def test_only_the_appendices_that_ask_for_it_lie_across(pages):
    def across(year: str) -> list[set[bool]]:
        return [{page.width > WIDTH + 1 for page in part} for part in sections(year, pages)]

    assert across("2024") == [{False}, {True}]
    assert across("2031") == [{False}, {True}, {False}]


def test_the_header_of_a_table_is_on_each_of_its_pages(pages):
    _, appendix = sections("2024", pages)
    for page in appendix:
        header = " ".join(page.text.split())
        assert "STT" in header
        assert "Điểm chuẩn" in header or "chuẩn" in header
        assert "Sản phẩm" in header or "phẩm" in header


def test_docgen_parts_the_rows_where_the_pages_end(pages):
    """Each page of the table begins with a numbered row, and only there is a row said to go on."""
    _, appendix = sections("2024", pages)
    for page in appendix[1:]:
        first = min(float(w["top"]) for w in page.words if w["text"] == "Điểm")
        below = [w for w in page.words if float(w["top"]) > first + 38]
        top = min(float(w["top"]) for w in below)
        begins = min(
            (w for w in below if float(w["top"]) < top + 1), key=lambda w: float(w["left"])
        )
        assert re.fullmatch(r"[\d.]+", begins["text"])
        told = [w for w in page.words if w["text"] in {"(tiếp)", "(tiếp", "(như"}]
        assert [w for w in told if float(w["top"]) > top + 14] == []


def test_merged_text_says_on_each_page_what_it_goes_on_from(pages):
    _, appendix = sections("2024", pages)
    for row, counts in (("5.7.3", (1, 3, 4)), ("5.7.4", (0, 4, 4))):
        (page,) = (each for each in appendix if row in each.text)
        said = [word["text"] for word in page.words]
        assert tuple(map(said.count, ("(tiếp", "(như", "5.2.3)"))) == counts


def test_a_sixth_of_a_page_of_the_table_is_white_at_most(pages):
    """What is free above the lower margin (20 mm), the last page apart."""
    _, appendix = sections("2024", pages)
    low, high = 20 * MILLIMETRE, 190 * MILLIMETRE
    white = [high - max(float(w["bottom"]) for w in page.words) for page in appendix[:-1]]
    assert max(white) < (high - low) / 6


@pytest.mark.parametrize(
    ("year", "block"),
    [
        ("2024", ["báo cáo UBND tỉnh theo quy định./.", "Nơi nhận:", "- Lưu: VT, NC_Y.",
                  "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Đức Tiên"]),
        ("2030", ["quyết định./.", "Nơi nhận:", "- Lưu: VT, SNV.", "CHỦ TỊCH", "Nguyễn Văn Mẫu"]),
        ("2031", ["này./.", "Nơi nhận:", "- Lưu: VT, NN.", "PHÓ CHỦ TỊCH", "Trần Thị Ví Dụ"]),
        ("2032", ["thực hiện./.", "Nơi nhận:", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thử Nghiệm"]),
    ],
)  # fmt: skip
def test_the_end_of_the_text_the_signature_and_the_recipients_share_a_page(year, block, pages):
    last = sections(year, pages)[0][-1]
    text = " ".join(last.text.split())
    assert [piece for piece in block if piece not in text] == []


@pytest.mark.parametrize("year", ROOTS)
def test_no_page_is_blank(year, pages):
    assert all(len(page.words) > 10 for page in pages[year])


@pytest.mark.parametrize("year", ROOTS)
def test_no_heading_is_left_alone_at_the_foot_of_a_page(year, pages):
    for page in sections(year, pages)[0]:
        last = page.text.strip().splitlines()[-1].strip()
        assert not re.fullmatch(r"([IVX]+\. [^a-zà-ỹ]+|\d+(\.\d+)*\. .{0,60}[^.;:])", last), last


def test_every_letter_comes_from_one_family_of_fonts(pdfs, poppler):
    for pdf in pdfs.values():
        command = [poppler("pdffonts"), str(pdf)]
        fonts = subprocess.run(command, capture_output=True, check=True, text=True).stdout
        names = {line.split()[0].split("+")[-1] for line in fonts.splitlines()[2:]}
        families = {re.split(r"[-,]", name)[0] for name in names}
        assert families in ({"LiberationSerif"}, {"Tinos"}, {"TimesNewRomanPSMT"}), fonts


def test_the_letterhead_keeps_its_lines(pages):
    """Quốc hiệu and Tiêu ngữ each take one line, level with the issuer."""
    for year in ROOTS:
        text = pages[year][0].text
        assert re.search(r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", text), year
        assert re.search(r"Độc lập - Tự do - Hạnh phúc\n", text), year


# ------------------------------------------------------------------------------ through Word


def script(command):
    return base64.b64decode(command[command.index("-EncodedCommand") + 1]).decode("utf-16-le")


@pytest.mark.parametrize(
    ("folder", "told_folder"),
    [
        ("C:/Kế hoạch của Sở 'Một'", "C:/Kế hoạch của Sở ''Một''"),
        ("C:/Sở ‘Một’", "C:/Sở ‘‘Một’’"),  # PowerShell takes a curly quote for a straight one
        ("//may-chu/Kế hoạch $năm `2024`", "//may-chu/Kế hoạch $năm `2024`"),
    ],
    ids=["straight quotes", "curly quotes", "a share"],
)
def test_word_is_told_unseen_and_without_a_question_to_write_the_pdf_of_any_path(
    folder, told_folder
):
    folder = Path(folder)
    command = making.word_command("powershell", folder / "KH 2024.docx", folder / "KH 2024.pdf")
    assert command[:3] == ["powershell", "-NoProfile", "-NonInteractive"]
    assert all(word.isascii() for word in command)
    told = script(command)
    assert f"Documents.Open('{Path(told_folder)}" in told
    assert "KH 2024.pdf', 17)" in told
    assert told.index("DisplayAlerts = 0") < told.index("Documents.Open")
    assert told.index("finally") < told.index("$word.Quit()")


def test_word_makes_the_pdf_where_it_is_and_libreoffice_where_it_fails(tmp_path, monkeypatch):
    document = tmp_path / "KH.docx"
    document.write_bytes(b"docx")
    asked = []

    def run(command, **_):
        asked.append(command[0])
        if command[0] == "powershell":
            if fails:
                raise fails
            told = script(command)
            Path(re.search(r"Format\('(.*)', 17\)", told)[1]).write_bytes(b"by Word")
            return subprocess.CompletedProcess(command, 0, b"21\r\n", b"")
        Path(command[command.index("--outdir") + 1], "KH.pdf").write_bytes(
            b"/Type/Page /Type/Pages"
        )
        return subprocess.CompletedProcess(command, 0, b"", b"")

    monkeypatch.setattr(making, "powershell", lambda: "powershell")
    monkeypatch.setattr(making, "office", lambda: "soffice")
    monkeypatch.setattr(subprocess, "run", run)
    fails = None
    made = to_pdf(document)
    assert (made.path, made.pages, made.reason) == (tmp_path / "KH.pdf", 21, "")
    assert made.path.read_bytes() == b"by Word"
    faults = (
        subprocess.CalledProcessError(1, "powershell"),
        subprocess.TimeoutExpired("powershell", making.LONGEST_SECONDS),
        FileNotFoundError("powershell"),
    )
    for fault in faults:
        fails = fault
        asked.clear()
        assert to_pdf(document).pages == 1
        assert asked == ["powershell", "soffice"]
    monkeypatch.setattr(making, "office", lambda: None)
    assert to_pdf(document).reason == "Word không tạo được PDF (tệp PDF cũ đang mở?)"


def test_a_machine_with_neither_word_nor_libreoffice_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(making, "powershell", lambda: None)
    monkeypatch.setattr(making, "office", lambda: None)
    made = to_pdf(tmp_path / "KH.docx")
    assert made.path is None
    assert made.reason == "máy này không có Word hay LibreOffice nên chưa tạo được PDF"
