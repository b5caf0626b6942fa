"""A headless Chromium that a test drives and listens to, by its DevTools protocol over a pipe.

Nothing stands between: no driver, no port, no library. See
https://chromedevtools.github.io/devtools-protocol/ for the methods.
"""

import base64
import json
import os
import select
import subprocess
import time
from pathlib import Path

SECONDS = 60


class Browser:
    """One browser with one page; `requests`, `complaints` are what the page did since `open`."""

    def __init__(self, chromium: str, profile: Path) -> None:
        self._in, theirs_out = os.pipe()
        theirs_in, self._out = os.pipe()
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        flags += ["--no-first-run", "--disable-extensions", "--disable-background-networking"]
        flags += ["--remote-debugging-pipe", f"--user-data-dir={profile}", "--lang=vi"]
        # Chromium hears on 3 and speaks on 4; bash can move any descriptor there.
        moved = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
        self._process = subprocess.Popen(
            ["bash", "-c", moved, "-", chromium, *flags, "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(theirs_in, theirs_out),
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._buffer = b""
        self._number = 0
        self._session: str | None = None
        self._loaded = False
        self.requests: list[str] = []
        self.complaints: list[str] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        attached = self.send("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")
        self.size(1280, 900)

    def close(self) -> None:
        """Ends the browser."""
        self._session = None
        try:
            self.send("Browser.close")
            self._process.wait(SECONDS)
        finally:
            self._process.kill()
            self._process.wait()
            os.close(self._in)
            os.close(self._out)

    def send(self, method: str, **parameters: object) -> dict:
        """Asks the browser for something and waits for the answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self._number:
                assert "error" not in answer, (method, answer["error"])
                return answer["result"]

    def _receive(self) -> dict:
        """The next message; an event is also noted."""
        deadline = time.monotonic() + SECONDS
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], max(0, deadline - time.monotonic()))
            read = os.read(self._in, 1 << 20) if ready else b""
            assert read, "the browser says nothing"
            self._buffer += read
        raw, _, self._buffer = self._buffer.partition(b"\0")
        message = json.loads(raw)
        self._note(message.get("method", ""), message.get("params", {}))
        return message

    def _note(self, event: str, what: dict) -> None:
        if event == "Network.requestWillBeSent":
            self.requests.append(what["request"]["url"])
        elif event == "Page.loadEventFired":
            self._loaded = True
        elif event == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(what["exceptionDetails"], ensure_ascii=False))
        elif event == "Runtime.consoleAPICalled":
            self.complaints.append(json.dumps(what["args"], ensure_ascii=False))
        elif event == "Log.entryAdded":
            self.complaints.append(what["entry"]["text"])

    def open(self, url: str) -> None:
        """Loads a page anew and waits until it is there."""
        self._load("about:blank")
        self.requests.clear()
        self.complaints.clear()
        self._load(url)

    def _load(self, url: str) -> None:
        self._loaded = False
        self.send("Page.navigate", url=url)
        while not self._loaded:
            self._receive()

    def evaluate(self, expression: str) -> object:
        """The value of a JavaScript expression in the page; a promise is awaited."""
        answer = self.send(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def size(self, width: int, height: int) -> None:
        """Sets the window, in CSS pixels."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def scripting(self, *, on: bool) -> None:
        """Lets pages run scripts, or not."""
        self.send("Emulation.setScriptExecutionDisabled", value=not on)

    def press(self, key: str, code: int, text: str = "") -> None:
        """Presses and lets go one key; `code` is its Windows virtual key code."""
        known = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self.send("Input.dispatchKeyEvent", type="keyDown", text=text, **known)
        self.send("Input.dispatchKeyEvent", type="keyUp", **known)

    def print(self, path: Path) -> None:
        """Saves the page as it prints, as PDF."""
        pdf = self.send("Page.printToPDF", preferCSSPageSize=True)
        path.write_bytes(base64.b64decode(pdf["data"]))
