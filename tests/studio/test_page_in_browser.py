"""The officer's page in a real browser, with the server that `docgen studio` starts."""

import re

import pytest
from playwright.sync_api import expect

from benchmarks.desk import serving
from tests.plan_files import copy_project

pytestmark = pytest.mark.usefixtures("chromium")


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return copy_project(tmp_path_factory.mktemp("desk") / "project")


@pytest.fixture(scope="module")
def desk(browser, root):
    """The page of the real plan, its pages drawn and its findings told."""
    with serving(root) as address:
        browser.open(address)
        browser.page.locator(".pages .sheet").nth(20).wait_for(state="attached")
        browser.page.locator(".finding").first.wait_for()
        yield browser
        browser.page.goto("about:blank")


def sheets(desk):
    return desk.page.locator(".pages .sheet")


def test_the_plan_is_there_page_by_page_and_nothing_comes_from_elsewhere(desk):
    assert sheets(desk).count() == 21
    assert sheets(desk).nth(8).inner_text().rstrip().endswith("Lê Đức Tiên")
    assert "Điểm bị trừ" in sheets(desk).nth(20).inner_text()  # the head of the table, repeated
    assert all(url.startswith("http://127.0.0.1:") for url in desk.requests)
    assert desk.complaints == []


def outline(desk, title):
    desk.page.get_by_role("navigation", name="Mục lục").get_by_role(
        "button", name=title, exact=True
    ).click()


def way(desk, title):
    desk.page.get_by_role("group", name="Cách soạn").get_by_role("button", name=title).click()


def saved(desk):
    return desk.page.get_by_role("status").get_by_text("Đã lưu hết")


def test_a_score_changed_in_the_grid_changes_the_sums_and_the_page(desk):
    outline(desk, "appendix.yaml")
    score = desk.page.get_by_role("textbox", name="Điểm thẩm định, dòng 1.1", exact=True)
    score.fill("1,4000")
    desk.page.locator(".grid output", has_text="8,3498").wait_for()  # of the field, computed
    total = sheets(desk).nth(20).locator("tr").last
    total.get_by_text("86,1741 (86,17)").wait_for(state="attached")


def test_undo_in_a_form_takes_back_the_edit_wherever_it_was(desk):
    desk.page.get_by_role("button", name="Hoàn tác").click()
    saved(desk).wait_for()
    score = desk.page.get_by_role("textbox", name="Điểm thẩm định, dòng 1.1", exact=True)
    expect(score).to_have_value("1,4741")


def test_a_mistake_is_told_and_mended_by_a_click(desk):
    outline(desk, "purposes.yaml")
    first = desk.page.locator(".entries .entries .words").first
    first.fill(first.input_value().replace("Duy trì kết quả", "Duy trì  kết quả"))
    mend = desk.page.get_by_role("button", name="Sửa: ").first
    mend.click()
    saved(desk).wait_for()
    expect(first).to_have_value(re.compile("^Duy trì kết quả"))
    desk.page.get_by_role("button", name="Hoàn tác").click()
    desk.page.get_by_role("button", name="Hoàn tác").click()
    saved(desk).wait_for()


def test_a_task_goes_to_another_agency_and_all_of_it_is_saved(desk, root):
    file = root / "content" / "2024" / "assignments.yaml"
    before = file.read_text(encoding="utf-8")
    outline(desk, "assignments.yaml")
    goes = desk.page.get_by_role("combobox", name="Chuyển nhiệm vụ sang cơ quan khác").nth(1)
    goes.select_option(label="Sở Tư pháp")
    desk.page.get_by_text("1 tệp chưa lưu").wait_for()
    desk.press("Control+s")
    saved(desk).wait_for()
    after = file.read_text(encoding="utf-8")
    task = after.index("Thực hiện niêm yết, công khai thủ tục hành chính (TTHC) đầy đủ")
    assert after.index("agency: so-tu-phap") < task < after.index("agency: van-phong-ubnd-tinh")
    assert sorted(after.split()) == sorted(before.split())


def test_a_click_on_the_page_goes_to_the_place_and_the_place_shows_on_the_page(desk):
    desk.page.get_by_text("Tiếp tục thực hiện đồng bộ, quyết liệt").first.click()
    desk.page.locator(".middle .strip h2", has_text="purposes.yaml").wait_for()
    desk.page.locator(".pages .here", has_text="Tiếp tục thực hiện đồng bộ").wait_for()
    expect(desk.page.locator(":focus")).to_have_value(re.compile("^Tiếp tục thực hiện đồng bộ"))


def test_what_is_typed_as_text_stands_among_the_findings_when_it_is_wrong(desk):
    outline(desk, "Phần đầu")
    way(desk, "Chữ")
    desk.page.get_by_role("textbox", name="Nội dung tệp plan.yaml").click()
    desk.press("Control+Home")
    desk.page.keyboard.type("plce: x\n")
    desk.page.get_by_role("button", name="không có khóa “plce”").wait_for()
    desk.press("Control+z", "Control+z")
    saved(desk).wait_for()
    way(desk, "Biểu mẫu")


@pytest.mark.parametrize("width", [390, 980, 1280, 2560])
def test_nothing_sticks_out(desk, width):
    desk.size(width)
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
    desk.size(1280)


@pytest.mark.parametrize(("width", "ground"), [(390, "dark"), (1280, "light")])
def test_nobody_is_kept_out(desk, width, ground):
    desk.size(width)
    desk.media(ground=ground)
    assert desk.barriers() == []
    desk.size(1280)
    desk.media()
