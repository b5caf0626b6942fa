"""The content files as the page may read and write them, and what they said before.

A file is known by its name from the project (`content/2024/plan.yaml`) and by the sum of the
bytes that were read. A save of a file that has another sum by now is refused with the difference.
Each save keeps the text before it in `output/.docgen/history`; bringing one back is a save.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docgen.edit.apply import difference
from docgen.edit.write import Replacement, write_all
from docgen.finding import has_errors
from docgen.load.yaml_text import read_source
from docgen.output import OUTPUT, replace_file
from docgen.pipeline import CONTENT, YEAR_FOLDER
from docgen.studio.safety import Refused

HISTORY = OUTPUT / ".docgen" / "history"
MOST_KEPT = 50
_NAME = re.compile(rf"{CONTENT}/(?:{YEAR_FOLDER}/)?[^/\\:*?\"<>|~.][^/\\:*?\"<>|]*\.yaml")
_VERSION = re.compile(r"\d{8}T\d{12}\.yaml")
_BOM = b"\xef\xbb\xbf"


class Files:
    """The content files of one project."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()

    def path(self, name: object) -> Path:
        """The file of a name; raises `Refused` (403) for whatever is no content file in its place.

        A link that leads elsewhere is refused, whether it is the file or a folder on the way.
        """
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise Refused(403, "Chỉ mở được tệp nội dung của dự án.")
        path = self.root / name
        if path.resolve() != path or not path.is_file():
            raise Refused(403, f"Không mở được {name}.")
        return path

    def year(self, year: object) -> str:
        """A year that has a plan; raises `Refused` for any other."""
        if not isinstance(year, str) or not re.fullmatch(YEAR_FOLDER, year):
            raise Refused(403, "Không có năm này.")
        self.path(f"{CONTENT.as_posix()}/{year}/plan.yaml")
        return year

    def names(self, year: str) -> list[str]:
        """The files of a year, then those of all years."""
        content = self.root / CONTENT
        paths = [*sorted((content / year).glob("*.yaml")), *sorted(content.glob("*.yaml"))]
        paths.sort(key=lambda path: (path.parent == content, path.name != "plan.yaml"))
        names = (path.relative_to(self.root).as_posix() for path in paths)
        return [name for name in names if _NAME.fullmatch(name)]

    def read(self, name: str) -> dict[str, Any]:
        """A file for the page: its text with plain ends of line, and its sum."""
        path = self.path(name)
        source, findings = read_source(path, name)
        if source is None:
            raise Refused(422, f"{findings[0].message}. {findings[0].hint}")
        text = (source.written or source.text).replace("\r\n", "\n")
        return {"name": name, "text": text, "sum": _sum(path.read_bytes())}

    def sums(self, names: Sequence[str]) -> dict[str, str]:
        """The sums that the files have now, those that are gone left out."""
        paths = {name: self.root / name for name in names if _NAME.fullmatch(name)}
        return {name: _sum(path.read_bytes()) for name, path in paths.items() if path.is_file()}

    def save(self, wanted: Sequence[Mapping[str, Any]]) -> dict[str, str]:
        """Writes texts over the files whose sums are still those given, all or none.

        The new sums; raises `Refused`: 409 with what the disk says where a sum is another.
        """
        replacements: list[Replacement] = []
        for each in wanted:
            path = self.path(each.get("name"))
            text, sum_read = each.get("text"), each.get("sum")
            if not isinstance(text, str):
                raise Refused(400, "Thiếu nội dung tệp.")
            old = path.read_bytes()
            new = _as_written(text, old)
            if _sum(old) != sum_read and old != new:
                theirs = self.read(str(each["name"]))
                shown = difference(str(each["name"]), old, new)
                message = f"{each['name']} vừa được sửa ở nơi khác."
                raise Refused(409, message, theirs=theirs, difference=shown)
            if old != new:
                replacements.append(Replacement(path, old, new))
        for replacement in replacements:
            self._keep(replacement.path, replacement.old)
        findings = write_all(replacements, self.root) if replacements else []
        if has_errors(findings):
            raise Refused(409, f"{findings[-1].message}. {findings[-1].hint}")
        return self.sums([str(each["name"]) for each in wanted])

    # ------------------------------------------------------------------ what was there before

    def history(self, name: str) -> list[str]:
        """What is kept of a file, the newest first: names that say when it was replaced (UTC)."""
        self.path(name)
        return sorted((path.name for path in self._kept(name)), reverse=True)

    def version(self, name: str, version: object) -> str:
        """One text that a file had before."""
        self.path(name)
        if not isinstance(version, str) or not _VERSION.fullmatch(version):
            raise Refused(403, "Không có bản này.")
        path = self._folder(name) / version
        if path.is_symlink() or not path.is_file():
            raise Refused(404, "Không có bản này.")
        return path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")

    def _folder(self, name: str) -> Path:
        return self.root / HISTORY / Path(name).relative_to(CONTENT).with_suffix("")

    def _kept(self, name: str) -> list[Path]:
        return [each for each in self._folder(name).glob("*.yaml") if _VERSION.fullmatch(each.name)]

    def _keep(self, path: Path, data: bytes) -> None:
        name = path.relative_to(self.root).as_posix()
        folder = self._folder(name)
        folder.mkdir(parents=True, exist_ok=True)
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        replace_file(folder / f"{stamp}.yaml", data)
        for old in sorted(self._kept(name))[:-MOST_KEPT]:
            old.unlink(missing_ok=True)


def _as_written(text: str, old: bytes) -> bytes:
    """A text with the ends of line and the mark at its beginning that the file has."""
    text = text.replace("\r\n", "\n")
    if b"\r\n" in old:
        text = text.replace("\n", "\r\n")
    return (_BOM if old.startswith(_BOM) else b"") + text.encode("utf-8")


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
