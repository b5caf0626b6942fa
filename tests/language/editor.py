"""A small editor: it starts `docgen lsp` and speaks the protocol with it over its pipes."""

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path

from tests.tools import REPOSITORY

PATIENCE_SECONDS = 60


class Editor:
    """One editor on a folder; files are named from it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.server = subprocess.Popen(
            [sys.executable, "-m", "docgen", "-C", str(root), "lsp"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        )
        self.got: queue.Queue[dict] = queue.Queue()
        self.told: dict[str, dict] = {}
        self.shown: list[str] = []
        self.versions: dict[str, int] = {}
        self.asked = 0
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        self.can = self.ask("initialize", processId=None, rootUri=root.as_uri(), capabilities={})[
            "capabilities"
        ]
        self.say("initialized")

    # ------------------------------------------------------------------ the protocol

    def _listen(self) -> None:
        pipe = self.server.stdout
        while header := pipe.readline():
            name, _, length = header.decode("ascii").partition(": ")
            assert name == "Content-Length", f"not of the protocol: {header!r}"
            while pipe.readline().strip():
                pass
            self.got.put(json.loads(pipe.read(int(length))))
        self.got.put({})

    def _send(self, **message) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode("utf-8")
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.server.stdin.flush()

    def say(self, method: str, **params) -> None:
        self._send(method=method, params=params)

    def ask(self, method: str, **params):
        self.asked += 1
        self._send(id=self.asked, method=method, params=params)
        while True:
            message = self._next()
            if message.get("id") == self.asked:
                assert "error" not in message, message["error"]
                return message["result"]

    def _next(self) -> dict:
        message = self.got.get(timeout=PATIENCE_SECONDS)
        assert message, "the server has ended"
        if message.get("method") == "textDocument/publishDiagnostics":
            told = message["params"]
            self.told[told["uri"]] = told
        if message.get("method") == "window/showMessage":
            self.shown.append(message["params"]["message"])
        return message

    def close(self) -> int:
        """The way an editor ends: the exit code of the server."""
        self.ask("shutdown")
        self._send(method="exit")
        with self.server:
            self.listener.join(PATIENCE_SECONDS)
            return self.server.wait(PATIENCE_SECONDS)

    # ------------------------------------------------------------------ files

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def open(self, name: str, text: str | None = None) -> str:
        """Opens a file, or another text in its place; gives the text."""
        text = (self.root / name).read_text("utf-8") if text is None else text
        document = {"uri": self.uri(name), "languageId": "yaml", "version": 0, "text": text}
        self.versions[name] = 0
        self.say("textDocument/didOpen", textDocument=document)
        return text

    def type(self, name: str, text: str) -> None:
        """The text that a file has now."""
        self.versions[name] += 1
        self.say(
            "textDocument/didChange",
            textDocument={"uri": self.uri(name), "version": self.versions[name]},
            contentChanges=[{"text": text}],
        )

    def findings(self, name: str) -> list[dict]:
        """What is told of a file as it was typed last."""
        while self.told.get(self.uri(name), {}).get("version") != self.versions[name]:
            self._next()
        return self.told[self.uri(name)]["diagnostics"]

    def at(self, name: str, position: dict, what: str, **more):
        """The answer about a place."""
        return self.ask(
            f"textDocument/{what}",
            textDocument={"uri": self.uri(name)},
            position=position,
            **more,
        )

    def actions(self, name: str, place: dict) -> dict[str, dict]:
        """What can be done about a range, by title."""
        found = self.ask(
            "textDocument/codeAction",
            textDocument={"uri": self.uri(name)},
            range=place,
            context={"diagnostics": []},
        )
        return {each["title"]: each for each in found or ()}

    def labels(self, name: str, position: dict) -> dict[str, dict]:
        """What may be written at a place, by label."""
        return {each["label"]: each for each in self.at(name, position, "completion") or ()}


def place_of(text: str, words: str, into: int = 0) -> dict:
    """Where words stand in a text, as the protocol counts: UTF-16 units in a line."""
    index = text.index(words) + into
    line = text.count("\n", 0, index)
    before = text[text.rfind("\n", 0, index) + 1 : index]
    return {"line": line, "character": len(before.encode("utf-16-le")) // 2}


def covered(text: str, place: dict) -> str:
    """The words of a range, which may run over lines."""
    lines = text.splitlines(keepends=True)
    start, end = (_index(lines, place[each]) for each in ("start", "end"))
    return text[start:end]


def _index(lines: list[str], position: dict) -> int:
    line = position["line"]
    units = (
        lines[line].encode("utf-16-le")[: position["character"] * 2] if line < len(lines) else b""
    )
    return sum(map(len, lines[:line])) + len(units.decode("utf-16-le"))


def edited(text: str, edits: list[dict]) -> str:
    """The text after the edits of one file."""
    lines = text.splitlines(keepends=True)
    for edit in sorted(edits, key=lambda each: _index(lines, each["range"]["start"]), reverse=True):
        start, end = (_index(lines, edit["range"][each]) for each in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    return text
