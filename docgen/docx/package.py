"""The one door through which Word and Excel files come in: a zip of parts, most of them XML.

Whoever opens a file here gets parts that can be read: none above the limits, none packed in
a way that nobody reads, every XML part well-formed and without a document type.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from docgen import limits
from docgen.limits import Limit

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_XML = (".xml", ".rels")
_SMALL = 1 << 17
_PIECE = 1 << 20
_DOCUMENT_TYPE = re.compile(rb"<!DOCTYPE|<\x00?!\x00D\x00O\x00C")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class NotAPackage(ValueError):
    """The file cannot be taken in; the message says why, without a full stop."""


def parts_of(source: Path | bytes) -> dict[str, bytes]:
    """The parts of a package by name, in its order; raises `NotAPackage` and `OSError`."""
    return opened(source)[0]


def opened(
    source: Path | bytes, shortened: Callable[[bytes], bytes] = bytes
) -> tuple[dict[str, bytes], dict[str, Any]]:
    """The same, and the root elements of the large parts, which are parsed once.

    Of such a part stays what `shortened` makes of it: it may leave out what stands there again.
    """
    parts = unpacked(source)
    return parts, well_formed(parts, shortened)


def well_formed(
    parts: dict[str, bytes], shortened: Callable[[bytes], bytes] = bytes
) -> dict[str, Any]:
    """The root elements of the large parts; raises `NotAPackage` where a part cannot be read."""
    roots = {}
    for name in [name for name in parts if name.endswith(_XML)]:
        _allowed(name, parts[name])
        try:
            if len(parts[name]) < _SMALL:
                _parse_once(parts[name])
            else:
                parts[name] = shortened(parts[name])
                roots[name] = parse(parts[name])
        except etree.XMLSyntaxError as error:
            raise NotAPackage(f"phần {name} bên trong tệp đã hỏng") from error
    return roots


def unpacked(source: Path | bytes) -> dict[str, bytes]:
    """The same, whatever the parts hold."""
    data = source if isinstance(source, bytes) else limits.read_bytes(source, limits.PACKAGE)
    _within(limits.PACKAGE, len(data))
    if data.startswith(OLD_OFFICE):
        raise NotAPackage(
            "tệp có mật khẩu, hoặc ở dạng đời cũ (.doc, .xls); mở ra, lưu lại dạng mới"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = [each for each in package.infolist() if not each.is_dir()]
            _check(entries)
            return {each.filename: _part(package, each) for each in entries}
    except NotAPackage:
        raise
    except _DAMAGE as error:
        raise NotAPackage("tệp đã hỏng") from error


def _part(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """A part of a package; `ZipFile.read` would hold it twice."""
    target = io.BytesIO()
    with package.open(entry) as part:
        shutil.copyfileobj(part, target, _PIECE)
    return target.getvalue()


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Parts as one file, not compressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), part)
    return target.getvalue()


def parse(part: bytes) -> Any:
    """The root element of a part: entities left alone, only elements in it."""
    return etree.fromstring(part, _parser())


@lru_cache(maxsize=32)
def relationships(part: bytes) -> tuple[Any, ...]:
    """The relationships of a part that lead somewhere, by their attributes (Part 2, 9.3)."""
    found = (dict(each.attrib) for each in parse(part).iter(RELATIONSHIP))
    return tuple(each for each in found if each.get("Id") and each.get("Target"))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, remove_pis=True, remove_comments=True
    )


def _check(entries: list[zipfile.ZipInfo]) -> None:
    """What the zip says of its parts, before any of them is unpacked."""
    _within(limits.PARTS, len(entries))
    _within(limits.PART, max((each.file_size for each in entries), default=0))
    _within(limits.UNPACKED, sum(each.file_size for each in entries))
    if any(each.flag_bits & _ENCRYPTED for each in entries):
        raise NotAPackage("tệp có mật khẩu; mở ra, bỏ mật khẩu rồi lưu lại")
    if any(each.compress_type not in _METHODS for each in entries):
        raise NotAPackage("tệp nén theo cách Word không dùng; mở bằng Word rồi lưu lại")
    names = Counter(each.filename.casefold() for each in entries)
    if any(count > 1 for count in names.values()):
        raise NotAPackage("bên trong tệp có hai phần cùng tên")


def _allowed(name: str, part: bytes) -> None:
    _within(limits.MARKS, part.count(b"<"))
    if _DOCUMENT_TYPE.search(part[:2000]):
        raise NotAPackage(f"phần {name} bên trong tệp có khai báo DOCTYPE mà Word không dùng")


@lru_cache(maxsize=64)
def _parse_once(part: bytes) -> None:
    """That a part can be parsed: the small ones of a document are those of its template."""
    parse(part)


def _within(limit: Limit, amount: int) -> None:
    if amount > limit.most:
        raise NotAPackage(limit.sentence)
