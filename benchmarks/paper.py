"""The pages of `docgen studio` held against those of LibreOffice: `python -m benchmarks.paper`.

For the real plan and those of tests/plans: how many pages each has, and on each page how many words
stand in the one and not in the other. Needs LibreOffice, poppler and Chromium.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.desk import serving

ROOT = Path(__file__).parents[1]


def words(text: str) -> Counter[str]:
    """The words of a page, hyphens and spaces as in the content."""
    return Counter(re.findall(r"\S+", text.replace("\u2011", "-").replace("\u00a0", " ")))


def of_libreoffice(document: Path, folder: Path) -> list[Counter[str]]:
    """The words of each page as LibreOffice sets them."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    how = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*how, str(document)], check=True, capture_output=True, timeout=300)
    pdf = folder / f"{document.stem}.pdf"
    made = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True)
    return [words(page) for page in made.stdout.decode("utf-8").split("\f")[:-1]]


def of_browser(page: Page, address: str) -> list[Counter[str]]:
    """The same in the browser."""
    page.goto("about:blank")
    page.goto(address)
    page.locator(".pages .sheet").first.wait_for(timeout=60000)
    page.wait_for_timeout(1500)
    texts = page.evaluate(
        "[...document.querySelectorAll('.pages .sheet')].map((s) => [...s.querySelectorAll('p')]"
        ".map((p) => p.textContent).join('\\n'))"
    )
    return [words(text) for text in texts]


def compare(year: str, root: Path, page: Page, folder: Path) -> None:
    """Prints a line a plan, and one for each page that differs by more than a few words."""
    subprocess.run([sys.executable, "-m", "docgen", "-C", str(root), "build", year], check=True,
                   cwd=ROOT, capture_output=True)  # fmt: skip
    theirs = of_libreoffice(root / "output" / f"KH_{year}.docx", folder)
    with serving(root) as address:
        own = of_browser(page, address)
    print(f"{year}: {len(own)} pages, LibreOffice {len(theirs)}")
    for number, (one, other) in enumerate(zip(own, theirs, strict=False), 1):
        more, less = (one - other).total(), (other - one).total()
        print(f"  page {number}: {more} more, {less} less of {other.total()} words")
        if "-v" in sys.argv:
            print("    more:", " ".join((one - other).elements())[:900])
            print("    less:", " ".join((other - one).elements())[:900])


def _project(year: str, scratch: Path) -> Path:
    """A project of that one year: the studio opens the newest."""
    homes = (ROOT, ROOT / "tests" / "plans", ROOT / "tests" / "second_office")
    content = next(home / "content" for home in homes if (home / "content" / year).exists())
    root = scratch / year
    shutil.copytree(content / year, root / "content" / year)
    for shared in content.glob("*.yaml"):
        shutil.copy(shared, root / "content")
    shutil.copytree(ROOT / "templates", root / "templates")
    return root


def main() -> None:
    """The plans that are named, or the real one."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        engine = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), chromium_sandbox=False
        )
        page = engine.new_page(viewport={"width": 1600, "height": 1000})
        for year in [each for each in sys.argv[1:] if each != "-v"] or ["2024"]:
            compare(year, _project(year, Path(scratch)), page, Path(scratch))
        engine.close()


if __name__ == "__main__":
    main()
