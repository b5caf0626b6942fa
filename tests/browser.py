"""A headless Chromium that tests drive and listen to: the `browser` of every page's tests.

Playwright drives the Chromium of the system (it brings none of its own), axe-core looks for
what keeps people out. The fixture stands in `conftest.py`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

FLAGS = ["--disable-gpu", "--disable-dev-shm-usage", "--lang=vi"]
SERIOUS = {"serious", "critical"}
HEIGHT = 900
WORKABLE = (
    "header a, header input, header select, header button,"
    " #bo-loc input, #bo-loc select, #bo-loc button, #bo-loc summary"
)


@contextmanager
def running(chromium: str) -> Iterator["Browser"]:
    """A browser with one page, at 1280 pixels and on a light ground."""
    with sync_playwright() as playwright:
        engine = playwright.chromium.launch(
            executable_path=chromium, args=FLAGS, chromium_sandbox=False
        )
        yield Browser(engine.new_page(viewport={"width": 1280, "height": HEIGHT}, locale="vi"))
        engine.close()


class Browser:
    """One page; `requests` and `complaints` are what it asked for and said since `open`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self._protocol = page.context.new_cdp_session(page)

    def open(self, url: str) -> None:
        """Loads a page anew and waits until it is there."""
        self.page.goto("about:blank")
        self.requests.clear()
        self.complaints.clear()
        self.page.goto(url)

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page; a promise is awaited."""
        return self.page.evaluate(expression)

    def size(self, width: int, height: int = HEIGHT) -> None:
        """Sets the window, in CSS pixels."""
        self.page.set_viewport_size({"width": width, "height": height})

    def media(self, media: str = "screen", ground: str = "light") -> None:
        """Shows the page on `screen` or as for `print`, to a reader of `light` or `dark` taste."""
        self.page.emulate_media(media=media, color_scheme=ground)

    def scripting(self, *, on: bool) -> None:
        """Lets pages run scripts, or not."""
        self._protocol.send("Emulation.setScriptExecutionDisabled", {"value": not on})

    def press(self, *keys: str) -> None:
        """Presses and lets go the keys one after another: `Tab`, `Enter`, `n`."""
        for key in keys:
            self.page.keyboard.press(key)

    def unreached(self) -> set[str]:
        """What can be worked with in the header and the filters but Tab alone does not reach.

        Or it does not show that it has the focus.
        """
        count = self.evaluate(f"""[...document.querySelectorAll({WORKABLE!r})]
            .filter(e => e.checkVisibility()).map((e, i) => (e.dataset.at = i)).length""")
        self.evaluate("""{
            window.reached = {};
            addEventListener('focusin', ({target}) => { if (target.dataset.at !== undefined)
                reached[target.dataset.at] = getComputedStyle(target).outlineStyle; });
        }""")
        self.press(*["Tab"] * (count + 60))
        reached = self.evaluate("reached")
        shown = {at for at, outline in reached.items() if outline != "none"}
        return {str(at) for at in range(count)} - shown

    def print(self, path: Path) -> None:
        """Saves the page as it prints, as PDF."""
        self.page.pdf(path=path, prefer_css_page_size=True)

    def heard(self) -> list[tuple[str, str]]:
        """Role and name of everything that a screen reader is told, in its order."""
        nodes = self._protocol.send("Accessibility.getFullAXTree")["nodes"]
        return [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in nodes
            if not node["ignored"]
        ]

    def barriers(self) -> list[str]:
        """What axe-core calls serious or critical: rule, help and the first place of each."""
        found = Axe().run(self.page).response["violations"]
        return [
            f"{each['id']}: {each['help']}: {each['nodes'][0]['html']}"
            for each in found
            if each["impact"] in SERIOUS
        ]

    def kept_out(self, address: str) -> list[str]:
        """The `barriers` of a page, and how far it sticks out: on a telephone, a desk, paper."""
        found = []
        for width, ground in product((390, 1280), ("light", "dark")):
            self.size(width)
            self.media(ground=ground)
            self.open(address)
            found += [f"{width} {ground}: {each}" for each in self.barriers()]
            wide = self.evaluate("document.documentElement.scrollWidth")
            found += [f"{width}: {wide} px wide"] * (wide > width)
        self.media("print")
        found += [f"print: {each}" for each in self.barriers()]
        self.media()
        return found
