"""What follows from unchanged files alone, kept beside the output, so that it is not made again.

An entry stands under the digest of all that it follows from: the files' bytes, docgen's own
files, the versions of Python and of every library. It carries a digest of itself: a damaged one
counts as none. Entries are data, never code; all of them may be deleted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from docgen.project import OUTPUT

KEPT = OUTPUT / ".docgen" / "kept"
MOST_KEPT = 60


class Kept:
    """The entries of the project at `root`."""

    def __init__(self, root: Path) -> None:
        self.folder = root / KEPT
        self.wanted = (root / OUTPUT).is_dir()

    def get(self, key: str) -> bytes | None:
        """What is kept under a key; nothing where there is none, or where it is damaged."""
        try:
            digest, _, data = (self.folder / key).read_bytes().partition(b"\n")
        except OSError:
            return None
        return data if sha256(data).hexdigest().encode() == digest else None

    def put(self, key: str, data: bytes) -> None:
        """Keeps something, in a project that has output; a full disk is no reason to stop."""
        if not self.wanted:
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            new = self.folder / f"{key}.{os.getpid()}.tmp"
            new.write_bytes(sha256(data).hexdigest().encode() + b"\n" + data)
            new.replace(self.folder / key)
            every = sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime)
            for old in every[:-MOST_KEPT]:
                old.unlink()


def key_of(what: str, files: Iterable[Path], *more: str) -> str:
    """The key of what follows from these files and words, and from nothing else."""
    digest = sha256(program())
    for word in (what, *more):
        digest.update(sha256(word.encode()).digest())
    for path in files:
        digest.update(sha256(str(path).encode()).digest())
        digest.update(sha256(path.read_bytes()).digest() if path.is_file() else b"none")
    return digest.hexdigest()


@cache
def program() -> bytes:
    """What docgen, Python and the libraries are: another version makes something else."""
    lines = [sys.version, *_files(Path(__file__).parent)]
    library = find_spec("yaml")
    if library and library.origin:
        beside = Path(library.origin).parents[1].glob("*.dist-info")
        lines += sorted(each.name for each in beside)
    return sha256("\n".join(lines).encode()).digest()


def _files(folder: Path) -> Iterator[str]:
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        if entry.is_dir():
            yield from _files(Path(entry)) if entry.name != "__pycache__" else ()
        else:
            state = entry.stat()
            yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
