"""One Word copy that came back: what stands in it, whose it is, when it was saved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from docgen.accept.units import Unit, units
from docgen.builds import stamp_of
from docgen.docx.model import Document
from docgen.docx.package import parse
from docgen.docx.read import read
from docgen.plan.model import Agency
from docgen.vietnamese import without_marks

CORE = "docProps/core.xml"
_EDITOR = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy"
_SAVED = "{http://purl.org/dc/terms/}modified"
_BUILT = re.compile(r"KH_\d{4}(?:-\d{4})?(?: ?\(\d+\))?")
_OPINION = r"(?:bản|ý kiến|y kien|góp ý|gop y|tham gia)"
_AROUND = re.compile(
    rf"^(?:\d+[.)]? +)?(?:{_OPINION}(?: +|$))*(?:(?:của|cua) +)?|(?: +{_OPINION})+$", re.IGNORECASE
)


@dataclass(frozen=True)
class Copy:
    """A copy: `name` is its file as shown, `office` whose it is as far as the name tells.

    `document` is read with its tracked changes made, `former` as it was before them.
    """

    name: str
    office: str
    data: bytes
    document: Document
    former: Document
    stamp: str

    @property
    def digest(self) -> str:
        """What tells these bytes from any others."""
        return sha256(self.data).hexdigest()

    @cached_property
    def units(self) -> list[Unit]:
        """The lines and rows of the copy."""
        return list(units(self.document))

    @cached_property
    def former_units(self) -> list[Unit]:
        """Those that it had before the tracked changes."""
        return list(units(self.former))

    @property
    def editor(self) -> str:
        """Who saved it last, as far as the file says."""
        return self._core(_EDITOR)

    @property
    def saved(self) -> str:
        """When it was saved, in ISO 8601; "" where the file does not say."""
        return self._core(_SAVED)

    def _core(self, tag: str) -> str:
        part = self.document.parts.get(CORE)
        return (parse(part).findtext(tag) or "").strip() if part else ""


def copy_of(
    data: bytes, name: str, agencies: Mapping[str, Agency], *, namesake: bool = False
) -> Copy:
    """The copy in these bytes; raises `NotADocx`. `namesake`: another has the same file name."""
    office = _office(Path(name), agencies, namesake=namesake)
    return Copy(name, office, data, read(data), read(data, revised=False), stamp_of(data))


def _office(path: Path, agencies: Mapping[str, Agency], *, namesake: bool) -> str:
    """The agency that a file or its folder is named for, by key or any name.

    Else the file's name, without its number and without what it is (`03_UBND xã A góp ý`); where
    that is still the one that docgen gave it, or tells it from no other, the folder's.
    """
    for name in (path.stem, path.parent.name):
        named = [
            (len(each), agency.name.value)
            for key, agency in agencies.items()
            for each in {key, *(_slug(said.value) for said in (agency.name, *agency.short))}
            if f"-{each}-" in f"-{_slug(name)}-"
        ]
        if named:
            return max(named)[1]
    unsaid = namesake or _BUILT.fullmatch(path.stem)
    own = path.parent.name if unsaid and path.parent.name else path.stem
    return _AROUND.sub("", " ".join(re.split(r"[\s_-]+", own))) or path.stem


def _slug(text: str) -> str:
    letters = (each if each.isalnum() else " " for each in without_marks(text).casefold())
    return "-".join("".join(letters).split())
