"""From a key to pages and findings in `docgen studio`: `python -m benchmarks.keystrokes [N]`.

On the real plan: keys in the text editor and in a cell of the grid, each waited for; median and
95th percentile in milliseconds, as the page's own clock tells them. Needs Chromium.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from time import process_time

from playwright.sync_api import Page, sync_playwright

from benchmarks.desk import serving
from docgen.studio.desk import Desk

ROOT = Path(__file__).parents[1]
MOST_WAITS, WAIT_MS = 400, 20
PATIENCE_MS = 180_000  # for a page to come on a machine that has other work
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
        page.set_default_timeout(PATIENCE_MS)
        with serving(root) as address:
            page.goto(address)
            page.locator(".finding").first.wait_for()
            page.get_by_role("button", name=re.compile(r"^I\. MỤC ĐÍCH, YÊU CẦU")).click()
            page.get_by_role("group", name="Cách soạn").get_by_role("button", name="Chữ").click()
            page.get_by_role("textbox", name="Nội dung tệp purposes.yaml").click()
            for key in ("Control+End", "ArrowUp", "End"):  # the end of a sentence
                page.keyboard.press(key)
            page.wait_for_timeout(1500)
            found["the text"] = {"pages": [], "findings": [], "drawing": []}
            for key in ["a"] * turns + ["Backspace"] * turns:
                press(page, key, found["the text"])
            page.get_by_role("group", name="Cách soạn").get_by_role("button", name="Biểu").click()
            page.get_by_role("button", name=re.compile("^Phụ lục nhiệm vụ")).first.click()
            page.get_by_role("textbox", name="Điểm thẩm định, dòng 1.1", exact=True).click()
            page.keyboard.press("End")
            page.wait_for_timeout(1500)
            found["the grid"] = {"pages": [], "findings": [], "drawing": []}
            for key in ["Backspace", "1"] * turns:
                press(page, key, found["the grid"])
        engine.close()
    return found


def processor(turns: int) -> dict[str, float]:
    """Median processor time of the server in milliseconds for each thing that a key asks of it."""
    desk = Desk(ROOT)
    names = ("content/2024/plan.yaml", "content/2024/appendix.yaml")
    plan, rows = ((ROOT / name).read_text(encoding="utf-8") for name in names)
    place = ["table", "rows", 0, "rows", 0, "score"]
    times: dict[str, list[float]] = {}
    for turn in range(turns):
        typed = rows.replace("1,4741", f"1,{4000 + turn}")
        body = {"year": "2024", "buffers": {names[1]: typed}}
        file = {"name": names[1], "text": typed, "plan": plan}
        edits = [{"do": "set", "place": place, "value": "1,5"}]
        for what, ask in (
            ("pages", lambda: json.dumps(next(desk.looking.see(body)))),  # noqa: B023
            ("pages and findings", lambda: json.dumps([*desk.looking.see(body)])),  # noqa: B023
            ("a form's edit", lambda: json.dumps(desk.edit({**file, "edits": edits}))),  # noqa: B023
        ):
            begun = process_time()
            ask()
            times.setdefault(what, []).append((process_time() - begun) * 1000)
    return {what: statistics.median(values[1:]) for what, values in times.items()}


def table(turns: int = 20) -> list[str]:
    """The times as a table of Markdown, and the processor times as a sentence."""
    made = [
        "| a key in | to the pages, median | 95th | to the findings, median | 95th |",
        "|---|---|---|---|---|",
    ]
    for place, times in measure(turns).items():
        cells = [
            f"{figure:.0f} ms"
            for what in ("pages", "findings")
            for figure in (
                statistics.median(times[what]),
                statistics.quantiles(times[what], n=20)[-1],
            )
        ]
        made.append(f"| {' | '.join((place, *cells))} |")
    spent = ", ".join(f"{what} {figure:.0f} ms" for what, figure in processor(turns).items())
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    return [
        *made,
        "",
        f"Processor time of the server for one key: {spent}.",
        f"Meanwhile the machine had {load:.1f} times as much to do as it has cores.",
    ]


def main() -> None:
    """Prints the table."""
    print("\n".join(table(int(sys.argv[1]) if sys.argv[1:] else 20)))


if __name__ == "__main__":
    main()
