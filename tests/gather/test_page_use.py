"""The page of opinions in its readers' hands, held as the page of a comparison is."""

import pytest

from docgen.gather.collect import gather
from docgen.gather.decision import NONE
from docgen.gather.forms.html import html
from tests.gather.conftest import YEAR
from tests.gather.test_decisions import COPIES
from tests.word_edits import Word

SHOWN = "[...document.querySelectorAll('.change')].filter(e => e.checkVisibility()).length"


@pytest.fixture(scope="module")
def page(built, tmp_path_factory):
    """The address of the page of three copies with eight opinions."""
    root, data = built
    files = []
    for name, (edit, author) in COPIES.items():
        word = Word(data, tracked=bool(author), author=author)
        saved = edit(word)
        files.append((f"{name}.docx", saved if isinstance(saved, bytes) else word.saved()))
    found = gather(files, root / "content" / YEAR, root)
    path = tmp_path_factory.mktemp("page") / "gop-y.html"
    path.write_text(html(found.gathered, NONE), encoding="utf-8")
    return path.as_uri()


def test_search_and_filters_narrow_each_other(browser, page):
    browser.open(page)
    assert browser.evaluate(SHOWN) == 9
    browser.page.fill("#tim", "1,4000")
    assert browser.evaluate(SHOWN) == 1
    browser.page.fill("#tim", "")
    browser.page.select_option("#co-quan", "So-Tai-chinh")
    assert browser.evaluate(SHOWN) == 3
    browser.page.fill("#tim", "1,5000")
    assert browser.evaluate(SHOWN) == 0
    assert browser.requests == [page]
    assert browser.complaints == []


def test_everything_that_can_be_worked_is_reached_by_tab_alone(browser, page):
    for width in (1280, 390):
        browser.size(width)
        browser.open(page)
        assert browser.unreached() == set()
    browser.size(1280)


def test_nobody_is_kept_out_at_any_width_on_any_ground_or_on_paper(browser, page):
    assert browser.kept_out(page) == []


def test_paper_shows_every_opinion_on_white_without_what_is_worked_with(browser, page):
    browser.open(page)
    browser.media("print")
    assert browser.evaluate(SHOWN) == 9
    assert browser.evaluate("getComputedStyle(document.body).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    assert not browser.evaluate("[...document.forms].some(e => e.checkVisibility())")
    browser.media()
