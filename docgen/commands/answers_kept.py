"""The answer of a command, given again where nothing has changed since."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from docgen.commands.say import USAGE, Say
from docgen.kept import Kept, key_of
from docgen.project import OUTPUT, content_of, templates

Run = Callable[[Namespace, Say], int]


class _Listening(Say):
    """Passes on what is said and remembers it."""

    def __init__(self, say: Say) -> None:
        self.say = say
        self.said: list[str] = []
        self.only_answers = True

    def out(self, text: str, *, painted: bool = False) -> None:
        self.said.append(text)
        self.say.out(text, painted=painted)

    def problem(self, text: str) -> None:
        self.only_answers = False
        self.say.problem(text)

    def stage(self, name: str) -> None:
        self.say.stage(name)

    def progress(self, text: str) -> None:
        self.say.progress(text)


def answer_again(options: Namespace, say: Say, folder: Path, run: Run) -> int:
    """What `run` answers about the plan in `folder`; what it answered where nothing changed."""
    kept = Kept(options.root)
    key = _key(options, folder)
    if data := kept.get(key):
        code, said = json.loads(data)
        for text in said:
            say.out(text)
        return int(code)
    listening = _Listening(say)
    code = run(options, listening)
    if listening.only_answers and code != USAGE:
        kept.put(key, json.dumps([code, listening.said]).encode())
    return code


def unchanged(options: Namespace, say: Say, folder: Path) -> bool:
    """Whether the document of the plan is the one that would be built; then it says so."""
    data = Kept(options.root).get(_key(options, folder))
    if data is None:
        return False
    said, digest, base = json.loads(data)
    if digest != _digest(_document(options.root, folder)) or not (options.root / base).is_file():
        return False
    say.out(said)
    return True


def keep_unchanged(options: Namespace, folder: Path, said: str, base: Path) -> None:
    """Keeps what is to be said when the document, just built, would be built again."""
    digest = _digest(_document(options.root, folder))
    Kept(options.root).put(_key(options, folder), json.dumps([said, digest, str(base)]).encode())


def _key(options: Namespace, folder: Path) -> str:
    asked = {name: str(value) for name, value in vars(options).items() if name != "root"}
    files = [*content_of(folder), *templates(options.root)]
    return key_of("answer", files, json.dumps(asked, sort_keys=True), str(folder.resolve()))


def _document(root: Path, folder: Path) -> Path:
    return root / OUTPUT / f"KH_{folder.name}.docx"


def _digest(path: Path) -> str:
    from hashlib import sha256

    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
