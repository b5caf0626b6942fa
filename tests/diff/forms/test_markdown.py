"""The Markdown of a comparison says what the comparison says, whatever the content holds."""

import html as entities
import re
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml.html import fromstring
from markdown_it import MarkdownIt

from docgen.diff.changes import Added, Changed, Figure, Moved, Removed, Rescored, Subject
from docgen.diff.forms.markdown import escape, markdown, paragraph
from docgen.diff.forms.places import by_place
from docgen.vietnamese import format_decimal
from tests.comparisons import HOSTILE, by_hand, made_up, marks, place

RENDER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render


@pytest.fixture(scope="module")
def comparison(tmp_path_factory):
    return made_up(tmp_path_factory.mktemp("made-up"))


def rendered(comparison):
    return fromstring(f"<div>{RENDER(markdown(comparison))}</div>")


def words(element):
    return " ".join(element.text_content().split())


def test_the_summary_comes_first_and_each_place_has_one_heading(comparison):
    page = rendered(comparison)
    headings = [(heading.tag, words(heading)) for heading in page.iter("h1", "h2", "h3")]
    assert headings[:3] == [
        ("h1", "So sánh kế hoạch 2024 và 2025"),
        ("h2", "Tóm tắt"),
        ("h3", "Điểm theo lĩnh vực"),
    ]
    parts = [text for tag, text in headings if tag == "h2"]
    assert parts[1:] == [part.title for part in by_place(comparison.changes)]
    assert ("h3", "2. Sở Nội vụ") in headings
    head = next(page.iter("tr"))
    assert [words(each) for each in head] == ["Nội dung", "Thay đổi"]


def test_every_change_is_one_item_with_its_kind_its_numbers_and_its_words(comparison):
    page = rendered(comparison)
    items = page.xpath("//li[p/strong or strong]")
    told = [
        change
        for part in by_place(comparison.changes)
        for group in part.groups
        for change in group.changes
    ]
    assert len(items) == len(told) == len(comparison.changes)
    for item, change in zip(items, told, strict=True):
        said = words(item)
        assert said.startswith(change.word)
        for figure in change.figures:
            assert figure.new is None or format_decimal(figure.new) in said
        if change.kind in {"added", "removed"} and not change.figures:
            assert " ".join(change.place.text.split()) in said


def test_words_are_marked_inside_the_sentence():
    old, new = "Hàng quý báo cáo UBND tỉnh.", "Hàng tháng, báo cáo cho UBND tỉnh."
    change = Changed(
        subject=Subject.PARAGRAPH, old=place(old), new=place(new), spans=marks(old, new)
    )
    assert (
        "  Hàng <del>quý</del> <ins>tháng,</ins> báo cáo <ins>cho</ins> UBND tỉnh.\n"
        in markdown(by_hand(change))
    )


def test_a_text_that_moved_says_from_where():
    change = Moved(
        subject=Subject.TASK,
        old=place("Việc chung.", "III. PHÂN CÔNG › 2. Sở A › nhiệm vụ 1"),
        new=place("Việc chung.", "III. PHÂN CÔNG › 3. Sở B › nhiệm vụ 4"),
    )
    text = markdown(by_hand(change))
    assert "### 3. Sở B\n\n- **chuyển** nhiệm vụ 4 (content/plan.yaml:7)\n" in text
    assert "  trước đây: III. PHÂN CÔNG › 2. Sở A › nhiệm vụ 1\n" in text
    assert text.count("Việc chung.") == 1


def test_numbers_stand_in_vietnamese_form_with_their_difference_and_nothing_twice():
    figure = Figure("score", "Điểm", "Điểm", Decimal("0.8430"), Decimal("0.9"))
    change = Rescored(
        subject=Subject.INDEX,
        old=place("0,8430 điểm", "Chỉ số PAPI"),
        new=place("0,9 điểm", "Chỉ số PAPI"),
        figures=(figure,),
    )
    assert markdown(by_hand(change)).endswith(
        "- **đổi số liệu** Chỉ số PAPI (content/plan.yaml:7)\n\n  - Điểm: 0,8430 → 0,9 (+0,0570)\n"
    )


def test_hostile_text_is_shown_as_text_everywhere():
    at = place(HOSTILE, f"{HOSTILE} › nhiệm vụ 1", HOSTILE)
    changes = (
        Added(subject=Subject.TASK, old=None, new=at),
        Removed(subject=Subject.CRITERION, old=at, new=None),
        Changed(
            subject=Subject.CRITERION, old=at, new=place(f"{HOSTILE} mới", HOSTILE),
            spans=marks(HOSTILE, f"{HOSTILE} mới"),
        ),
    )  # fmt: skip
    page = rendered(by_hand(*changes, notes=(HOSTILE,)))
    allowed = {"div", "h1", "h2", "h3", "p", "ul", "li", "strong", "blockquote", "br", "ins", "del",
               "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip
    assert {element.tag for element in page.iter()} <= allowed
    assert words(page.find(".//blockquote")) == HOSTILE
    assert words(page).count(HOSTILE) >= 5


def test_two_equal_plans_are_told_in_one_line():
    assert markdown(by_hand()) == (
        "# So sánh kế hoạch 2024 và 2025\n\n## Tóm tắt\n\nKhông có gì thay đổi.\n"
    )


@example("- một gạch")
@example("12. một số")
@example("# không phải đề mục")
@example("---")
@example("    không phải mã")
@settings(max_examples=40)
@given(
    st.text(
        st.one_of(
            st.sampled_from("-+*_=#>~`|[]()!<&\\1. \t:$^{}aâ\n"), st.characters(codec="utf-8")
        )
    )
)
def test_any_text_reads_back_as_itself(text):
    visible = [" ".join(line.split()) for line in text.replace("\0", "\ufffd").split("\n")]
    parts = RENDER(paragraph(escape(text))).strip()
    if not any(visible):
        assert re.fullmatch(r"(<p>)?(<br>)*(</p>)?", parts)
        return
    inside = re.fullmatch(r"<p>(.*)</p>", parts, re.DOTALL)
    assert inside, parts
    lines = [entities.unescape(line).strip() for line in inside[1].split("<br>")]
    assert lines == [line.strip() for line in visible]
