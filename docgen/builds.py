"""What each document was built from: kept small beside the output, so that edits find their base.

A document says which build it is by its stamp (`dc:identifier`); `output/.docgen/built/` holds
for each stamp the content and the template of that build, and whether it was a draft. All of it
may be deleted: then a Word file is held against today's content only.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from docgen.docx.deflate import entry
from docgen.docx.package import NotAPackage, unpacked
from docgen.load.folder import shown
from docgen.output import OUTPUT, replace_file
from docgen.project import TEMPLATE, content_of

BUILT = OUTPUT / ".docgen" / "built"
MOST_KEPT = 100
DRAFT, FINAL = b"draft", b"final"  # the comment of the zip; earlier builds have none
_STAMP = re.compile(rb"docgen:[0-9a-f]{64}")


def stamp_of(data: bytes) -> str:
    """Which build a document comes from, `docgen:` and 64 digits; "" where it does not say."""
    try:
        core = unpacked(data).get("docProps/core.xml", b"")
    except NotAPackage:
        return ""
    stamp = _STAMP.search(core)
    return stamp[0].decode("ascii") if stamp else ""


def keep(data: bytes, folder: Path, template: Path, root: Path, *, draft: bool) -> None:
    """Keeps what the document in `data` was built from; a full disk is no reason not to build."""
    kept = _kept(stamp_of(data), root)
    packed = io.BytesIO()
    with suppress(OSError):
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
            package.comment = DRAFT if draft else FINAL
            for path in content_of(folder):
                with entry(package, shown(path, root)) as opened:
                    opened.write(path.read_bytes())
            stored = zipfile.ZipInfo(shown(template, root))
            package.writestr(stored, template.read_bytes(), zipfile.ZIP_STORED)
        kept.parent.mkdir(parents=True, exist_ok=True)
        if not kept.exists() or kept.read_bytes() != packed.getvalue():
            replace_file(kept, packed.getvalue())
        every = sorted(kept.parent.glob("*.zip"), key=lambda path: path.stat().st_mtime)
        for old in every[:-MOST_KEPT]:
            old.unlink()


def base_of(data: bytes) -> Path:
    """Where in a project it is kept what the document in `data` was built from."""
    return _kept(stamp_of(data), Path())


def kept_files(stamp: str, root: Path) -> dict[str, bytes]:
    """The files of a build by their names in the project; none where it is not known."""
    try:
        return unpacked(_kept(stamp, root))
    except (OSError, NotAPackage):
        return {}


def was_draft(stamp: str, root: Path) -> bool | None:
    """Whether a build was a draft; None where it is not known."""
    try:
        with zipfile.ZipFile(_kept(stamp, root)) as package:
            return {DRAFT: True, FINAL: False}.get(package.comment)
    except (OSError, zipfile.BadZipFile):
        return None


def files_of(folder: Path, template: Path, root: Path) -> dict[str, bytes]:
    """The same of the project as it stands now."""
    paths = (path for path in (*content_of(folder), template) if path.is_file())
    return {shown(path, root): path.read_bytes() for path in paths}


def template_among(files: Iterable[str]) -> str:
    """The template among the names of the files of a build; the usual one where there is none."""
    folder = f"{TEMPLATE.parent.as_posix()}/"
    return next((name for name in files if name.startswith(folder)), TEMPLATE.as_posix())


def _kept(stamp: str, root: Path) -> Path:
    name = stamp.removeprefix("docgen:") or "none"
    return root / BUILT / f"{name}.zip"
