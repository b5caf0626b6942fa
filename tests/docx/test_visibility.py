"""Words that stand off the page cannot be read, those in its margin can; a made-up document."""

import pytest

from docgen.docx.read import read
from docgen.docx.visibility import unreadable
from tests.small_docx import docx, run

PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1700" w:right="850"/></w:sectPr>'
)
IN_MARGIN, OFF_PAGE = -1200, -4000  # twips


def indented(left, words):
    return f'<w:p><w:pPr><w:ind w:left="{left}"/></w:pPr>{run(words)}</w:p>'


def in_text(line):
    return docx(line + PAGE)


def in_note(line):
    call = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    return docx(call + PAGE, footnotes=f'<w:footnote w:id="1">{line}</w:footnote>')


@pytest.mark.parametrize("document", [in_text, in_note])
@pytest.mark.parametrize(("left", "hidden"), [(0, []), (IN_MARGIN, []), (OFF_PAGE, ["chữ"])])
def test_what_stands_in_the_margin_is_read_and_what_stands_off_the_page_is_not(
    document, left, hidden
):
    found = unreadable(read(document(indented(left, "chữ"))))
    assert [run.text for _, run, _ in found] == hidden
    assert {why for *_, why in found} <= {"chữ ở ngoài trang"}
