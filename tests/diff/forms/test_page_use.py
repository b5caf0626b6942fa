"""The page of a comparison in its readers' hands: search, filters, keys, grounds, barriers."""

import json
import re

import pytest

from docgen.diff.changes import Added, Subject, Unfilled
from docgen.diff.forms.html import slug
from docgen.diff.forms.places import numbered
from docgen.vietnamese import without_marks
from tests.comparisons import by_hand, place, saved

SHOWN = (
    "[...document.querySelectorAll('.change')].filter(e => e.checkVisibility())"
    ".map(e => Number(e.id.split('-').pop())).sort((a, b) => a - b)"
)
HERE = "Number(document.activeElement.id.split('-').pop())"
STATUS = "document.getElementById('so-dang-hien').textContent"
PAPER = "getComputedStyle(document.body).backgroundColor"
WHITE, DARK = "rgb(255, 255, 255)", "rgb(22, 22, 22)"


def numbers(comparison, fits):
    return [number for number, change in numbered(comparison.changes) if fits(change)]


# -------------------------------------------------------------------------- search and filters


def test_each_field_and_each_subject_shows_just_its_changes(browser, page, comparison):
    nouns = {change.called for change in comparison.changes}
    addresses = [f"linh-vuc={code}" for code in comparison.fields]
    addresses += [f"noi-dung={slug(noun)}" for noun in nouns]
    browser.open(page)
    shown = browser.evaluate(f"""(async () => {{
        const shown = [];
        for (const address of {json.dumps(addresses)}) {{
            const turned = new Promise(
                done => addEventListener('hashchange', done, {{once: true}}));
            location.hash = address;
            await turned;
            shown.push({SHOWN});
        }}
        return shown;
    }})()""")
    wanted = [numbers(comparison, lambda each, c=code: c in each.fields)
              for code in comparison.fields]  # fmt: skip
    wanted += [numbers(comparison, lambda each, n=noun: each.called == n)
               for noun in nouns]  # fmt: skip
    assert shown == wanted
    assert len(comparison.fields) > 5


def test_filters_and_search_narrow_each_other(browser, page, comparison):
    browser.open(f"{page}#linh-vuc=1&noi-dung=tieu-chi&loai=sua&tim=quy")
    shown = browser.evaluate(SHOWN)
    assert shown
    for number in shown:
        change = dict(numbered(comparison.changes))[number]
        assert change.subject is Subject.CRITERION
        assert "1" in change.fields
        assert change.word == "sửa"
    said = browser.evaluate(STATUS)
    assert said.startswith(f"{len(shown)} trong 105 thay đổi: tìm “quy”; 1 Công tác chỉ đạo")
    assert said.endswith("; tiêu chí; sửa")


def texts(browser):
    """What a reader sees of each change, its heading included, in small letters, by number."""
    said = browser.evaluate("""[...document.querySelectorAll('.change')].map(e => [
        Number(e.id.split('-').pop()),
        (e.parentElement.querySelector('h4')?.textContent ?? '') + ' ' + e.innerText])""")
    return {number: " ".join(text.casefold().split()) for number, text in sorted(said)}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("so noi vu", ["so", "noi", "vu"]),
        ("SỞ NỘI VỤ", ["sở", "nội", "vụ"]),
        ('"đăng ký"', ["đăng ký"]),
        ("“dang ky", ["dang ky"]),
        ("86,25", ["86,25"]),
        ("không có chữ này", ["không", "có", "chữ", "này", "\0"]),
    ],
)
def test_search_finds_words_with_and_without_their_marks(browser, page, typed, words):
    browser.open(page)
    browser.page.fill("#tim", typed)
    found = browser.evaluate(SHOWN)
    browser.page.fill("#tim", "")

    def has(text, word):
        return word in text or word in without_marks(text)

    wanted = [
        number for number, text in texts(browser).items() if all(has(text, word) for word in words)
    ]
    assert found == wanted
    assert bool(found) == ("\0" not in words)


def test_a_word_typed_with_marks_is_not_another_word(browser, page):
    browser.open(page)
    browser.page.fill("#tim", "giá")
    with_marks = browser.evaluate(SHOWN)
    browser.page.fill("#tim", "gia")
    assert set(with_marks) < set(browser.evaluate(SHOWN))
    assert browser.evaluate("location.hash") == "#tim=gia"


# --------------------------------------------------------------------------------------- keys


def test_keys_walk_through_what_is_shown_and_stop_at_its_ends(browser, page):
    browser.open(f"{page}#co-quan=so-noi-vu")
    wanted = browser.evaluate(SHOWN)
    order = browser.evaluate(
        "[...document.querySelectorAll('.change:not([hidden])')]"
        ".map(e => Number(e.id.split('-').pop()))"
    )
    assert sorted(order) == wanted
    walked = []
    for key in ("n", "j", "n", "p", "k", "p"):
        browser.press(key)
        walked.append(browser.evaluate(HERE))
        assert 0 <= browser.evaluate("document.activeElement.getBoundingClientRect().top") < 850
    first, second, third = order[:3]
    assert walked == [first, second, third, second, first, first]
    for _ in range(len(order) + 2):
        browser.press("j")
    assert browser.evaluate(HERE) == order[-1]


def test_buttons_walk_too_and_a_letter_typed_in_a_field_stays_a_letter(browser, page):
    browser.open(page)
    for number in (1, 2, 3):
        browser.page.click("[name=sau]")
        assert browser.evaluate(HERE) == number
    browser.page.click("[name=truoc]")
    assert browser.evaluate(HERE) == 2
    browser.press("/")
    assert browser.evaluate("document.activeElement.id") == "tim"
    browser.press("n", "j")
    assert browser.evaluate("document.getElementById('tim').value") == "nj"


def test_keys_can_be_turned_off(browser, page):
    """WCAG 2.2, 2.1.4: who speaks to the computer must not set off single letters."""
    browser.open(page)
    browser.page.uncheck("[name=phim]")
    browser.press("n")
    assert browser.evaluate("document.activeElement.name") == "phim"


def test_everything_that_can_be_worked_is_reached_by_tab_alone(browser, page):
    for width in (1280, 390):
        browser.size(width)
        browser.open(page)
        assert browser.unreached() == set()
    browser.size(1280)


# ---------------------------------------------------------------------------------- how it looks


def test_the_ground_follows_the_machine_until_the_reader_chooses(browser, page):
    browser.open(page)
    assert browser.evaluate(PAPER) == WHITE
    browser.media(ground="dark")
    assert browser.evaluate(PAPER) == DARK
    browser.page.select_option("[name=nen]", "sang")
    assert browser.evaluate(PAPER) == WHITE
    browser.media()
    browser.page.select_option("[name=nen]", "toi")
    assert browser.evaluate(PAPER) == DARK
    browser.open(page)
    assert browser.evaluate(PAPER) == DARK  # remembered
    browser.media("print")
    assert browser.evaluate(PAPER) == WHITE
    browser.media()
    browser.page.select_option("[name=nen]", "")
    assert browser.evaluate(PAPER) == WHITE


def test_no_file_is_named_until_an_officer_asks_for_it(browser, page):
    browser.open(page)
    assert "yaml" not in browser.evaluate("document.body.innerText")
    assert not any("yaml" in name for _, name in browser.heard())
    browser.page.check("[name=tep]")
    assert "content/2025/plan.yaml:" in browser.evaluate("document.body.innerText")
    browser.media("print")
    assert "yaml" not in browser.evaluate("document.body.innerText")
    browser.media()


def test_the_numbers_of_changes_run_on_as_a_reader_meets_them(browser, tmp_path):
    at, later = place("1.1 Tên", "Phụ lục › 1.1 Tên"), place("[[thiếu]]", "Phụ lục › 1.2")
    unfilled = Unfilled(subject=Subject.CRITERION, old=later, new=later)
    added = Added(subject=Subject.CRITERION, old=None, new=at)
    browser.open(saved(by_hand(unfilled, added), tmp_path))
    assert browser.evaluate("[...document.querySelectorAll('.number')].map(e => e.innerText)") == [
        "1", "2",
    ]  # fmt: skip
    assert "thêm" in browser.evaluate("document.getElementById('thay-doi-1').innerText")


def test_an_agency_is_named_once_for_all_that_concerns_it(browser, page):
    """Unless the changes of a place concern different ones, its heading or one line says it."""
    browser.open(page)
    groups = browser.evaluate(
        "[...document.querySelectorAll('.group')].map(e =>"
        " [e.querySelector('h4')?.textContent ?? '',"
        "  [...e.querySelectorAll('.agencies')].map(a => a.textContent)])"
    )
    for said in (each for _, every in groups for each in every):
        names = said.removeprefix("Cơ quan: ").split("; ")
        assert len(names) == len(set(names))
    own = next(said for title, said in groups if re.search(r"\d\. Sở Nội vụ$", title))
    assert not any("Sở Nội vụ" in each for each in own)
    assert all(len(set(said)) == len(said) or len(said) > 1 for _, said in groups)
    assert any(len(said) == 1 for _, said in groups)


def test_a_deadline_is_told_as_old_and_new(browser, page):
    browser.open(page)
    said = browser.evaluate("document.querySelector('.deadlines').innerText")
    assert "nhiệm vụ 1: trong tháng 12/2024 → trong tháng 10/2024\n" in said


def test_the_cells_of_what_came_or_went_stand_on_its_own_side(browser, page):
    browser.open(page)
    sides = browser.evaluate("""[...document.querySelectorAll('.cells')].map(e => [
        e.closest('.change').classList.contains('added'),
        e.closest('.side') === e.closest('.sides').lastElementChild,
        e.closest('.side').classList.contains('absent')])""")
    assert len(sides) > 5
    assert all(added == last and not absent for added, last, absent in sides)


def test_paper_has_no_empty_halves_and_on_request_the_changes_alone(browser, page):
    browser.open(page)
    browser.page.check("[name=in-gon]")
    browser.media("print")
    empty = browser.evaluate("""[...document.querySelectorAll('.side')]
        .filter(e => e.checkVisibility() && e.innerText.includes('không có'))
        .map(e => e.closest('.change').id)""")
    assert empty == []
    halved = browser.evaluate("""[...document.querySelectorAll('.change.added .side')]
        .filter(e => e.checkVisibility() && e.offsetWidth < 0.9 * e.parentElement.offsetWidth)""")
    assert halved == []
    text = browser.evaluate("document.body.innerText")
    assert "Tóm tắt" not in text
    assert "105 thay đổi" in text
    assert not browser.evaluate("[...document.forms].some(e => e.checkVisibility())")
    browser.media()


def test_nobody_is_kept_out_at_any_width_on_any_ground_or_on_paper(browser, page):
    assert browser.kept_out(page) == []


def test_axe_finds_no_serious_barrier_where_nothing_fits(browser, page):
    browser.open(f"{page}#tim=khong+co+chu+nao+nhu+the")
    assert browser.evaluate(STATUS).startswith("Không có thay đổi nào")
    assert browser.barriers() == []


def test_axe_does_find_a_barrier_where_there_is_one(browser, page):
    browser.open(page)
    browser.evaluate("document.querySelector('label[for=co-quan]').remove()")
    assert any("select-name" in each for each in browser.barriers())
