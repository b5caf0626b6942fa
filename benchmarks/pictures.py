"""The guide's pictures of the page, taken of the real plan: `python -m benchmarks.pictures`."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.desk import serving

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "images"


def main() -> None:
    """Writes docs/images/studio.png and studio-grid.png."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        root = Path(scratch)
        for name in ("content", "templates"):
            shutil.copytree(ROOT / name, root / name)
        engine = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), chromium_sandbox=False
        )
        page = engine.new_page(viewport={"width": 1440, "height": 860}, locale="vi")
        with serving(root) as address:
            page.goto(address)
            page.locator(".finding").first.wait_for(timeout=60000)
            page.get_by_role("button", name="1. Mục đích", exact=True).click()
            page.wait_for_timeout(2500)
            page.screenshot(path=PICTURES / "studio.png")
            page.get_by_role("button", name="Phụ lục nhiệm vụ").click()
            page.get_by_role("button", name="Mở các ô chữ của dòng 1.1", exact=True).click()
            page.locator(".finding-main").first.click()
            page.get_by_role("textbox", name="Điểm thẩm định, dòng 1.1", exact=True).click()
            page.wait_for_timeout(2500)
            page.screenshot(path=PICTURES / "studio-grid.png")
        engine.close()


if __name__ == "__main__":
    main()
