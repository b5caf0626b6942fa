"""A server that dies while it saves: what the officer typed is on the disk or comes back."""

import os
import signal
import threading
import time

import pytest
from playwright.sync_api import expect

from benchmarks.desk import started
from docgen.studio.files import HISTORY
from tests.plan_files import copy_project

pytestmark = pytest.mark.usefixtures("chromium")

TITLES = {
    "purposes.yaml": ("I. MỤC ĐÍCH, YÊU CẦU", "MỤC ĐÍCH MỚI"),
    "solutions.yaml": ("II. NHIỆM VỤ, GIẢI PHÁP", "VIỆC PHẢI LÀM"),
    "assignments.yaml": ("III. PHÂN CÔNG THỰC HIỆN", "PHÂN CÔNG MỚI"),
}


def kill_once(there, process):
    while not there():
        time.sleep(0)
    os.kill(process, signal.SIGKILL)


def opened(browser, address):
    browser.open(address)
    browser.page.locator(".finding").first.wait_for()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal on Windows")
@pytest.mark.parametrize("moment", ["the old texts are kept", "the first file is written"])
def test_nothing_is_lost_when_the_server_is_killed_in_the_middle_of_a_save(
    browser, tmp_path, moment
):
    root = copy_project(tmp_path / "project")
    folder = root / "content" / "2024"
    before = {name: (folder / name).read_bytes() for name in TITLES}
    moments = {
        "the old texts are kept": lambda: any((root / HISTORY).rglob("*.yaml")),
        "the first file is written": lambda: any(
            (folder / name).read_bytes() != text for name, text in before.items()
        ),
    }
    with started(root) as (server, address):
        opened(browser, address)
        for place, title in TITLES.values():
            browser.page.get_by_role("button", name=place, exact=True).click()
            browser.page.get_by_role("textbox", name="Đề mục").first.fill(title)
            browser.page.locator(".pages .KHHeading1", has_text=title).wait_for()
        dying = moments[moment], server.pid
        killing = threading.Thread(target=kill_once, args=dying, daemon=True)
        killing.start()
        browser.press("Control+s")
        killing.join(30)
        assert server.wait() == -signal.SIGKILL
        browser.page.locator(".notice", has_text="Mất liên lạc với docgen").wait_for()
    with started(root) as (_, again):
        assert again.split("#")[0] == address.split("#")[0]  # or the browser would not know them
        now = {name: (folder / name).read_bytes() for name in TITLES}
        changed = [name for name in TITLES if now[name] != before[name]]
        assert changed in ([], [*TITLES])  # none or all, and none by half
        opened(browser, again)
        for _, title in TITLES.values():
            browser.page.locator(".pages .KHHeading1", has_text=title).wait_for()
        told = browser.page.get_by_text("Có phần sửa chưa lưu")
        expect(told).to_have_count(0 if changed else 1)
        expect(browser.page.get_by_role("dialog")).to_have_count(0)
        browser.press("Control+s")
        browser.page.get_by_role("status").get_by_text("Đã lưu hết").wait_for()
        for name, (_, title) in TITLES.items():
            assert f"title: {title}\n" in (folder / name).read_text(encoding="utf-8")
        browser.page.goto("about:blank")
