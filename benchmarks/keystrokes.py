"""From a key to pages and findings in `docgen studio`: `python -m benchmarks.keystrokes [N]`.

On the real plan: keys in the text editor and in a cell of the grid, each waited for; median and
95th percentile in milliseconds, as the page's own clock tells them. Needs Chromium.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.desk import serving

ROOT = Path(__file__).parents[1]
MOST_WAITS, WAIT_MS = 400, 20
Times = dict[str, list[float]]


def press(page: Page, key: str, times: Times) -> None:
    """Presses a key and waits for what it brings."""
    page.keyboard.press(key)
    for _ in range(MOST_WAITS):
        page.wait_for_timeout(WAIT_MS)
        told = page.evaluate("({...docgen.timing})")
        if told["found"]:
            times["pages"].append(told["drawn"])
            times["findings"].append(told["found"])
            times["drawing"].append(told["cutting"])
            return


def measure(turns: int) -> dict[str, Times]:
    """The times of each place, `turns` keys there and as many back."""
    found: dict[str, Times] = {}
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        root = Path(scratch)
        for name in ("content", "templates"):
            shutil.copytree(ROOT / name, root / name)
        engine = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), chromium_sandbox=False
        )
        page = engine.new_page(viewport={"width": 1600, "height": 1000})
        with serving(root) as address:
            page.goto(address)
            page.locator(".finding").first.wait_for(timeout=60000)
            page.get_by_role("button", name="purposes.yaml").click()
            page.get_by_role("group", name="Cách soạn").get_by_role("button", name="Chữ").click()
            page.get_by_role("textbox", name="Nội dung tệp purposes.yaml").click()
            page.keyboard.press("Control+End")
            page.wait_for_timeout(1500)
            found["text"] = {"pages": [], "findings": [], "drawing": []}
            for key in ["a"] * turns + ["Backspace"] * turns:
                press(page, key, found["text"])
            page.get_by_role("group", name="Cách soạn").get_by_role("button", name="Biểu").click()
            page.get_by_role("button", name="appendix.yaml").first.click()
            page.get_by_role("textbox", name="Điểm thẩm định, dòng 1.1", exact=True).click()
            page.keyboard.press("End")
            page.wait_for_timeout(1500)
            found["grid"] = {"pages": [], "findings": [], "drawing": []}
            for key in ["Backspace", "1"] * turns:
                press(page, key, found["grid"])
        engine.close()
    return found


def main() -> None:
    """Prints a line a place."""
    for place, times in measure(int(sys.argv[1]) if sys.argv[1:] else 20).items():
        for what, values in times.items():
            middle, last = statistics.median(values), statistics.quantiles(values, n=20)[-1]
            print(f"{place:>5} → {what:<8}: median {middle:.0f} ms, 95th {last:.0f} ms")


if __name__ == "__main__":
    main()
