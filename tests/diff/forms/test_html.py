"""The page of a comparison, in a real browser: it works, reads, prints and keeps to itself."""

import json
import re
import subprocess
import time
from dataclasses import replace
from decimal import Decimal
from itertools import cycle

import pytest

from docgen.diff.changes import Added, Changed, Figure, Removed, Rescored, Subject
from docgen.diff.forms.chart import chart
from docgen.diff.forms.html import slug
from docgen.diff.forms.places import numbered
from docgen.diff.summary import FieldScore
from docgen.vietnamese import format_decimal
from tests.comparisons import HOSTILE, by_hand, marks, place, saved

VISIBLE = "[...document.querySelectorAll('.change')].filter(e => e.checkVisibility()).length"
STATUS = "document.getElementById('so-dang-hien').textContent"
A4_BETWEEN_MARGINS = 661  # pixels: 175 mm


# ------------------------------------------------------------------------- on its own, offline


def test_the_page_asks_for_nothing_and_has_nothing_to_complain_of(browser, page):
    browser.open(page)
    assert browser.evaluate(VISIBLE) > 100
    assert browser.requests == [page]
    assert browser.complaints == []


def test_the_page_forbids_itself_to_fetch_anything(browser, page):
    browser.open(page)
    browser.evaluate("fetch('https://example.com/').then(() => 'came', () => 'refused')")
    assert browser.requests == [page]
    assert "Content Security Policy" in " ".join(browser.complaints)


def test_hostile_text_is_shown_as_text(browser, tmp_path):
    change = Changed(
        subject=Subject.TASK, old=place(HOSTILE, HOSTILE, HOSTILE),
        new=place(f"{HOSTILE} mới", HOSTILE), agencies=(HOSTILE, "' onfocus=alert(3) autofocus='"),
        spans=marks(HOSTILE, f"{HOSTILE} mới"),
    )  # fmt: skip
    address = saved(by_hand(change, agencies=dict.fromkeys(change.agencies, HOSTILE)), tmp_path)
    browser.open(address)
    assert (
        browser.evaluate("document.querySelector('ins span').textContent")
        == "chữ chỉ có ở bản 2025"
    )
    shown = browser.evaluate("document.querySelectorAll('.change .text')[1].textContent")
    assert shown == f"{HOSTILE} mới".replace("*y*", "y")
    assert browser.evaluate("document.querySelectorAll('script').length") == 1
    assert browser.evaluate("document.querySelectorAll('img, [onfocus]').length") == 0
    browser.evaluate("document.getElementById('co-quan').selectedIndex = 2")
    browser.evaluate("document.getElementById('bo-loc').dispatchEvent(new Event('input'))")
    assert browser.evaluate(VISIBLE) == 1
    assert HOSTILE in browser.evaluate(STATUS)
    assert browser.requests == [address]
    assert browser.complaints == []


def test_two_equal_plans_give_a_page_that_says_so(browser, tmp_path):
    address = saved(by_hand(), tmp_path)
    browser.open(address)
    assert "Không có gì thay đổi." in browser.evaluate("document.body.innerText")
    assert browser.evaluate("document.querySelectorAll('#bo-loc, .change').length") == 0
    assert browser.complaints == []


# ------------------------------------------------------------------------------------ filters


def expected(comparison, agency="", kinds=()):
    return [
        number
        for number, change in numbered(comparison.changes)
        if (not agency or agency in change.agencies) and (not kinds or change.word in kinds)
    ]


def test_each_agency_and_each_kind_and_both_show_just_their_changes(browser, page, comparison):
    browser.open(page)
    agencies, words = [*comparison.agencies], sorted({each.word for each in comparison.changes})
    both = zip(agencies, cycle(words), strict=False)
    chosen = [*((agency, "") for agency in agencies), *(("", word) for word in words), *both]
    addresses = [f"co-quan={agency}&loai={slug(word)}" for agency, word in chosen]
    shown = browser.evaluate(f"""(async () => {{
      const shown = [];
      for (const address of {json.dumps(addresses)}) {{
        const turned = new Promise(done => addEventListener("hashchange", done, {{once: true}}));
        location.hash = address;
        await turned;
        const visible = [...document.querySelectorAll(".change")].filter(e => e.checkVisibility());
        shown.push(visible.map(e => Number(e.id.split("-").pop())).sort((a, b) => a - b));
      }}
      return shown;
    }})()""")
    wanted = [expected(comparison, agency, [word] if word else ()) for agency, word in chosen]
    assert shown == wanted
    assert len(wanted[agencies.index("so-noi-vu")]) > 5
    assert browser.complaints == []


def test_filters_work_by_keyboard_alone_from_the_top_of_the_page(browser, page, comparison):
    browser.open(page)
    browser.press("Tab", "Enter", *["Tab"] * 6, "ArrowDown", "ArrowDown")
    browser.press("Tab", "Tab")  # past the fields, onto the heading of the subjects
    browser.press("Enter", "Tab", "Tab", "Space")
    key, first_kind = browser.evaluate(
        "[document.getElementById('co-quan').value,"
        " document.activeElement.parentElement.textContent.trim()]"
    )
    assert key == sorted(comparison.agencies, key=lambda key: browser.evaluate(
        f"document.querySelector('option[value=\"{key}\"]').index"))[1]  # fmt: skip
    assert first_kind.startswith("thêm")
    wanted = expected(comparison, key, ["thêm"])
    assert browser.evaluate(VISIBLE) == len(wanted)
    assert browser.evaluate("location.hash") == f"#co-quan={key}&loai=them"


def test_an_address_with_filters_opens_filtered_and_says_so_aloud(browser, page, comparison):
    browser.open(f"{page}#co-quan=so-noi-vu&loai=sua,chuyen")
    wanted = expected(comparison, "so-noi-vu", ["sửa", "chuyển"])
    said = f"{len(wanted)} trong {len(comparison.changes)} thay đổi: Sở Nội vụ; sửa, chuyển"
    assert browser.evaluate(STATUS) == said
    assert browser.evaluate(VISIBLE) == len(wanted)
    empty = "[...document.querySelectorAll('.part, .group')].some(e => e.checkVisibility()"
    assert not browser.evaluate(f"{empty} && !e.innerText.match(/2024/))")


def test_an_address_that_names_nobody_shows_everything(browser, page, comparison):
    browser.open(f"{page}#co-quan=khong-co&loai=khong-co&%zz")
    assert browser.evaluate(VISIBLE) == len(comparison.changes)
    assert browser.complaints == []


def test_the_button_takes_the_filters_away(browser, page, comparison):
    browser.open(f"{page}#co-quan=so-y-te")
    assert browser.evaluate(VISIBLE) < len(comparison.changes)
    browser.evaluate("document.querySelector('#bo-loc [type=reset]').click()")
    time.sleep(0.1)
    assert browser.evaluate(VISIBLE) == len(comparison.changes)
    assert browser.evaluate("location.hash") == ""
    assert browser.evaluate(STATUS) == f"{len(comparison.changes)} thay đổi"


def test_a_link_shows_its_change_though_a_filter_hides_it(browser, page):
    browser.open(f"{page}#loai=sap-nhap")
    link = "document.querySelector('.deadlines a')"
    assert not browser.evaluate(f"document.querySelector({link}.hash).checkVisibility()")
    browser.evaluate(f"{link}.click()")
    time.sleep(0.1)
    assert browser.evaluate(f"document.querySelector({link}.hash).checkVisibility()")


def test_without_scripts_every_change_is_there_and_no_dead_control(browser, page, comparison):
    browser.scripting(on=False)
    try:
        browser.open(page)
        roles = [role for role, _ in browser.heard()]
    finally:
        browser.scripting(on=True)
    assert roles.count("article") == len(comparison.changes)
    assert not {"combobox", "checkbox", "button"} & set(roles)


# ------------------------------------------------------------------------------ who reads it


def test_a_screen_reader_hears_names_marks_scores_and_the_count(browser, page, comparison):
    browser.open(page)
    heard = browser.heard()
    controls = [(role, name) for role, name in heard if role in {"combobox", "checkbox", "button"}]
    assert ("combobox", "Cơ quan") in controls
    assert ("button", "Bỏ lọc") in controls
    assert all(name for _, name in controls)
    roles = [role for role, _ in heard]
    assert "status" in roles
    assert "deletion" in roles
    assert "insertion" in roles
    articles = [name for role, name in heard if role == "article"]
    assert len({*articles}) == len(comparison.changes)
    images = [name for role, name in heard if role == "image"]
    assert len(images) == len(comparison.summary.fields)
    assert "2024: 88,7%; 2025: 88,7%" in images
    assert browser.evaluate("document.documentElement.lang") == "vi"


def test_the_page_reads_at_1280_pixels_and_on_a_telephone(browser, page):
    for width in (1280, 390):
        browser.size(width, 900)
        browser.open(page)
        assert browser.evaluate("document.documentElement.scrollWidth") <= width
        assert browser.evaluate("""[...document.querySelectorAll('.text, .what, h4')].every(e =>
            e.getBoundingClientRect().right <= innerWidth)""")
        assert browser.evaluate("""[...document.querySelectorAll('.fields .difference')].every(e =>
            e.getBoundingClientRect().right <= innerWidth)""")
    browser.size(1280, 900)
    old, new = browser.evaluate(
        "[...document.querySelectorAll('#thay-doi-5 .side')]"
        ".map(side => side.getBoundingClientRect().toJSON())"
    )
    assert old["top"] == new["top"]
    assert old["right"] < new["left"]


def test_long_names_of_the_two_plans_leave_room_for_the_numbers(browser, comparison, tmp_path):
    long = "content/thu-muc-rat-dai/cua-mot-nguoi-soan-thao"
    browser.open(saved(replace(comparison, old=f"main~3:{long}", new=f"/srv/{long}"), tmp_path))
    assert browser.evaluate("document.documentElement.scrollWidth") <= 1280
    assert browser.evaluate(
        "[...document.querySelectorAll('.scroll')].every(e => e.scrollWidth <= e.clientWidth)"
    )
    heights = browser.evaluate(
        "[...document.querySelectorAll('.fields tbody tr')].map(row => row.offsetHeight)"
    )
    assert max(heights) < 80


def test_colours_are_far_enough_from_their_ground(browser, page):
    """Contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    browser.open(page)
    lowest = browser.evaluate("""(() => {
      const rgb = text => text.match(/[\\d.]+/g).map(Number);
      const light = text => rgb(text).slice(0, 3).map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
      const ground = e => !e || rgb(getComputedStyle(e).backgroundColor)[3] !== 0
        ? (e ? getComputedStyle(e).backgroundColor : "rgb(255,255,255)") : ground(e.parentElement);
      const ratios = [...document.querySelectorAll("body *")].map(e => {
        const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      });
      return Math.min(...ratios);
    })()""")
    assert lowest >= 4.5


def test_marks_read_without_colour(browser, page):
    browser.open(page)
    browser.media("print")
    style = "getComputedStyle(document.querySelector('.text {0} span')).textDecorationLine"
    sign = "getComputedStyle(document.querySelector('.text {0}'), '::before').content"
    assert browser.evaluate(style.format("ins")) == "underline"
    assert browser.evaluate(style.format("del")) == "line-through"
    assert browser.evaluate(sign.format("ins")).strip('"')[0] == "+"
    assert browser.evaluate(sign.format("del")).strip('"')[0] == "−"
    browser.media()


# ------------------------------------------------------------------------------------ on paper


def test_the_tables_of_the_summary_take_the_whole_width_of_the_paper(browser, page):
    browser.open(page)
    browser.size(A4_BETWEEN_MARGINS)
    browser.media("print")
    wide, narrow = browser.evaluate("""(() => {
        const width = e => e.getBoundingClientRect().width;
        const tables = [...document.querySelectorAll('.summary table')];
        const whole = width(document.querySelector('main'));
        return [Math.min(...tables.map(width)) / whole,
                Math.min(...tables.map(e => width(e.querySelector('tbody th')) / width(e)))];
    })()""")
    browser.media()
    browser.size(1280)
    assert wide > 0.99
    assert narrow > 0.25, "what a line is about has room"


@pytest.fixture(scope="module")
def sheets(browser, page, poppler, tmp_path_factory):
    """The text of each printed page, with marks that only the test puts around the changes."""
    browser.open(page)
    browser.evaluate("""document.querySelectorAll('.change').forEach(e => {
      e.prepend(`⟦${e.id}⟧`); e.append(`⟦/${e.id}⟧`); })""")
    pdf = tmp_path_factory.mktemp("paper") / "so-sanh.pdf"
    browser.print(pdf)
    run = subprocess.run(
        [poppler("pdftotext"), "-layout", pdf, "-"], capture_output=True, check=True
    )
    return run.stdout.decode().split("\f")


def test_no_change_is_broken_over_two_sheets(sheets, comparison):
    for number in range(1, len(comparison.changes) + 1):
        begins, ends = (
            [at for at, sheet in enumerate(sheets) if mark in sheet]
            for mark in (f"⟦thay-doi-{number}⟧", f"⟦/thay-doi-{number}⟧")
        )
        assert len(begins) == 1
        assert begins == ends


def test_paper_has_the_summary_the_chart_and_no_controls(sheets):
    text = " ".join(" ".join(sheets).split())
    assert "105 thay đổi. 3 thời hạn đổi khác." in text
    assert "Điểm theo lĩnh vực" in text
    assert "Bỏ lọc" not in text
    assert "Mọi cơ quan" not in text
    assert "Đến danh sách" not in text


def test_paper_says_where_a_moved_thing_stood_and_stands(browser, page, comparison):
    browser.open(page)
    browser.media("print")
    moved = [
        (number, change)
        for number, change in numbered(comparison.changes)
        if change.kind == "moved" and change.old.label != change.new.label
    ]
    assert any(change.subject is Subject.CRITERION for _, change in moved)
    for number, change in moved:
        said = browser.evaluate(f"document.getElementById('thay-doi-{number}').innerText")
        assert change.old.label in said
        assert change.new.label in said
    browser.media()


def test_paper_shows_what_the_filter_shows_and_says_so(browser, page, poppler, tmp_path):
    browser.open(f"{page}#co-quan=so-y-te")
    pdf = tmp_path / "so-y-te.pdf"
    browser.print(pdf)
    run = subprocess.run([poppler("pdftotext"), pdf, "-"], capture_output=True, check=True)
    text = " ".join(run.stdout.decode().split())
    assert re.search(r"\d+ trong \d+ thay đổi: Sở Y tế", text)
    assert "Năm kế hoạch" not in text
    assert "Điểm theo lĩnh vực" not in text


# ------------------------------------------------------------------------------------- numbers


def test_numbers_stand_in_vietnamese_form_with_their_difference(browser, tmp_path):
    figures = (
        Figure("score", "Điểm", "Điểm", Decimal("0.8430"), Decimal("1234.5")),
        Figure("rank", "Xếp hạng", "Xếp hạng", Decimal(52), Decimal(41)),
        Figure("max", "Điểm chuẩn", "Điểm chuẩn", Decimal(2), None),
    )
    at = place("1.1 Tên", "Phụ lục › 1.1 Tên")
    browser.open(
        saved(
            by_hand(Rescored(subject=Subject.CRITERION, old=at, new=at, figures=figures)), tmp_path
        )
    )
    rows = browser.evaluate(
        "[...document.querySelectorAll('.change .figures tbody tr')]"
        ".map(row => row.innerText.split('\\t'))"
    )
    assert rows == [
        ["Điểm", "0,8430", "1.234,5", "+1.233,6570"],
        ["Xếp hạng", "52", "41", "tăng 11 bậc"],
        ["Điểm chuẩn", "2", "—", "—"],
    ]


def test_every_number_of_every_change_is_on_the_page(browser, page, comparison):
    browser.open(page)
    for number, change in numbered(comparison.changes):
        text = browser.evaluate(f"document.getElementById('thay-doi-{number}').innerText")
        for figure in change.figures:
            for value in (figure.old, figure.new):
                assert value is None or format_decimal(value) in text


def field(code, old, new, most="10"):
    values = [None if value is None else Decimal(value) for value in (old, new)]
    best = Figure("max", "Điểm chuẩn", "Điểm chuẩn", Decimal(most), Decimal(most))
    return FieldScore(code, f"Lĩnh vực {code}", Figure("score", "Điểm", "Điểm", *values), best)


def test_the_chart_puts_more_points_further_right_and_says_both_years():
    drawn = chart(
        [field("1", "8", "9"), field("2", "16", "16", "20"), field("3", None, "5")], ("A", "B")
    )
    up, same, new = drawn.rows
    assert up.old < up.new
    assert same.old == same.new == up.old
    assert new.old is None
    assert new.new == drawn.ticks[0].x
    assert [tick.label for tick in drawn.ticks] == ["50%", "60%", "70%", "80%", "90%", "100%"]
    assert new.words == "A: không có điểm; B: 50,0%"


@pytest.mark.parametrize("score", ["10.3", "10.6", "11"])
def test_the_scale_reaches_over_points_above_the_most(score):
    drawn = chart([field("1", "4.2", score)], ("A", "B"))
    assert [drawn.ticks[at].label for at in (0, -1)] == ["30%", "110%"]
    assert len(drawn.ticks) == 5, "labels that stand apart"
    assert drawn.ticks[0].x <= drawn.rows[0].old < drawn.rows[0].new <= drawn.ticks[-1].x


def test_there_is_no_chart_of_fields_without_scores():
    assert chart([], ("A", "B")) is None
    assert chart([field("1", None, None)], ("A", "B")) is None


def test_added_and_removed_show_the_side_that_is_missing(browser, tmp_path):
    changes = (
        Added(subject=Subject.RECIPIENT, old=None, new=place("Nơi mới", "Nơi nhận › mục 2")),
        Removed(subject=Subject.RECIPIENT, old=place("Nơi cũ", "Nơi nhận › mục 3"), new=None),
    )
    browser.open(saved(by_hand(*changes), tmp_path))
    sides = browser.evaluate(
        "[...document.querySelectorAll('.side')].map(e => e.lastElementChild.innerText)"
    )
    assert sides == ["không có", "Nơi mới", "Nơi cũ", "không có"]
