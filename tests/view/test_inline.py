import pytest
from lxml import etree

from docgen.view.inline import inline
from docgen.view.origin import Origin, Traced
from tests.plan_files import W

TYPED = Origin("text", None)


def marked(text: str) -> list[str]:
    """The runs of a text, italic ones in /…/ and bold ones in #…#."""
    frames = {(False, False): "{}", (False, True): "/{}/", (True, False): "#{}#"}
    return [
        frames[run.bold, run.italic].format(run.text) for run in inline(Traced(text, TYPED)).runs
    ]


@pytest.mark.parametrize(
    ("written", "runs"),
    [
        ("không có dấu", ["không có dấu"]),
        ("(*tại Phụ lục*).", ["(", "/tại Phụ lục/", ")."]),
        ("**Đậm** và *nghiêng*", ["#Đậm#", " và ", "/nghiêng/"]),
        ("*a* *b*", ["/a/", " ", "/b/"]),
        ("**một *hai* ba**", ["#một *hai* ba#"]),
        (r"*một \*hai\*, CO\~2 ba*", ["/một *hai*, CO~2 ba/"]),
        (r"**\[…] là** […]", ["#[…] là#", " ", "⋯"]),
    ],
)
def test_stars_around_words_make_them_italic_or_bold(written, runs):
    assert marked(written) == runs


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "5*3*2",
        "2**3**2",
        "ghi chú *",
        "* đầu dòng *",
        "**",
        "****",
        "a\\b",
        "\\\\may\\chu",
    ],
)
def test_stars_and_backslashes_that_mark_nothing_are_words(text):
    assert marked(text) == [text]


def test_a_star_after_a_backslash_is_a_star():
    assert marked(r"\*không nghiêng\*") == ["*không nghiêng*"]


def test_runs_are_xml_whatever_they_say():
    runs = inline(Traced("a & *<b>* </w:t>", TYPED)).__html__()
    paragraph = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{runs}</w:p>')
    assert [text.text for text in paragraph.iter(W + "t")] == ["a & ", "<b>", " </w:t>"]


def test_no_line_breaks_in_a_number_of_a_document_nor_before_a_dash():
    runs = inline(Traced("Nghị quyết số 01-NQ/TU về kinh tế - xã hội 2021-2025", TYPED)).xml()
    paragraph = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{runs}</w:p>')
    pieces = [each.text if each.tag == W + "t" else "⁃" for each in paragraph[0]]
    assert "".join(pieces) == "Nghị quyết số 01⁃NQ/TU về kinh tế\u00a0- xã hội 2021-2025"
