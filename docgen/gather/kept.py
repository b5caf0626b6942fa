"""The gathered files, kept by their digests: so a workbook that comes back finds them again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from docgen.output import OUTPUT, replace_file

KEPT = OUTPUT / ".docgen" / "gathered"
DIGEST_LETTERS = frozenset("0123456789abcdef")


def keep(files: Iterable[bytes], root: Path) -> None:
    """Keeps files in the project; raises `OSError` as files do."""
    folder = root / KEPT
    folder.mkdir(parents=True, exist_ok=True)
    for data in files:
        path = folder / f"{sha256(data).hexdigest()}.docx"
        if not path.exists():
            replace_file(path, data)


def kept(copies: Mapping[str, str], root: Path) -> tuple[list[tuple[str, bytes]], list[str]]:
    """The files of these names and digests, by their names; the names of those not kept."""
    found: list[tuple[str, bytes]] = []
    missing: list[str] = []
    for name, digest in copies.items():
        path = root / KEPT / f"{digest}.docx"
        known = set(digest) <= DIGEST_LETTERS and path.is_file()
        data = path.read_bytes() if known else b""
        if known and sha256(data).hexdigest() == digest:
            found.append((name, data))
        else:
            missing.append(name)
    return found, missing
