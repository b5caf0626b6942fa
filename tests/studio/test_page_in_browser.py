"""The officer's page in a real browser, with the server that `docgen studio` starts."""

import pytest

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


def test_a_click_on_the_page_goes_to_the_text_and_the_caret_shows_the_place_on_the_page(desk):
    desk.page.get_by_text("Duy trì kết quả các tiêu chí").first.click()
    desk.page.locator(".middle .strip h2", has_text="purposes.yaml").wait_for()
    assert "Duy trì kết quả" in desk.page.locator(".pages .here").first.inner_text()


def test_what_is_typed_stands_on_the_page_and_a_mistake_among_the_findings(desk):
    desk.page.get_by_role("button", name="Phần đầu").click()
    desk.page.get_by_role("textbox", name="Nội dung tệp plan.yaml").wait_for()
    desk.press("Control+Home")
    desk.page.keyboard.type("plce: x\n")
    desk.page.get_by_role("button", name="không có khóa “plce”").wait_for()
    desk.press("Control+z", "Control+z")
    desk.page.get_by_text("Đã lưu hết").wait_for()


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
