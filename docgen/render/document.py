"""Template and view to the bytes of a .docx; what is rendered is never parsed again.

The parts that hold tags are streamed from Jinja straight into the zip. Every entry
carries one fixed time, so the same input gives the same bytes. The core properties
carry a digest of all other parts: by it `build` knows its own file from one that
somebody has worked on since.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from jinja2 import TemplateError
from markupsafe import escape

from docgen.docx.deflate import entry
from docgen.docx.package import NotAPackage, unpacked
from docgen.finding import Finding, Where
from docgen.plan.expressions import UnknownName
from docgen.render.footnotes import with_footnotes
from docgen.render.prepare import CORE_PROPERTIES
from docgen.render.template import TEMPLATE_SYNTAX, Template
from docgen.vietnamese import closest
from docgen.view.inline import Footnote

LONGEST_TITLE = 255
# How Jinja says that a filter or a test under a condition does not exist.
_UNKNOWN = re.compile(r"No (?:filter|test) named '(.+?)'")
CHUNK = 1 << 16


class Shown(Protocol):
    """What a template shows: the names it may use; `title` and `issuer` are for the properties."""

    @property
    def context(self) -> dict[str, Any]:
        """The names for the template."""

    @property
    def footnotes(self) -> Sequence[Footnote]:
        """The footnotes that the names call."""

    @property
    def title(self) -> str:
        """What the document is called."""

    @property
    def issuer(self) -> Sequence[str]:
        """The lines of the name of who issues it."""


def render(template: Template, view: Shown) -> tuple[bytes, list[Finding]]:
    """The finished .docx, or a finding where the template names what no plan has."""
    target = io.BytesIO()
    digests: dict[str, str] = {}
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            static = with_footnotes(template.static, view.footnotes)
            for part in (*static, *template.tagged):
                if part == CORE_PROPERTIES:
                    continue
                chunks = (
                    _streamed(template.tagged[part], view.context)
                    if part in template.tagged
                    else [static[part]]
                )
                digests[part] = _write(package, part, chunks)
            if CORE_PROPERTIES in static:
                _write(package, CORE_PROPERTIES, [_core_properties(view, _stamp(digests))])
    except UnknownName as error:
        near = closest(error.name, error.candidates or list(view.context))
        hint = (
            f"Có phải ý là “{near[0]}”?"
            if near
            else "Xem các tên dùng được trong docs/huong-dan.md."
        )
        message = f"thẻ trong tệp mẫu gọi tên “{error.name}” không có"
        return b"", [TEMPLATE_SYNTAX.at(Where(template.name), message, hint)]
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        unknown = _UNKNOWN.search(str(error))
        message = (
            f"thẻ trong tệp mẫu gọi “{unknown[1]}” không có"
            if unknown
            else f"có thẻ trong tệp mẫu không in ra được ({error})"
        )
        hint = "Sửa lại thẻ, hoặc chép thẻ từ tệp mẫu gốc."
        return b"", [TEMPLATE_SYNTAX.at(Where(template.name), message, hint)]
    return target.getvalue(), []


def _streamed(compiled: Any, context: dict[str, Any]) -> Iterator[bytes]:
    """The rendered part in UTF-8, in pieces of some 64 KB."""
    pending: list[str] = []
    size = 0
    for piece in compiled.generate(context):
        pending.append(piece)
        size += len(piece)
        if size > CHUNK:
            yield "".join(pending).encode("utf-8")
            pending.clear()
            size = 0
    yield "".join(pending).encode("utf-8")


def _write(package: zipfile.ZipFile, part: str, chunks: Iterable[bytes]) -> str:
    """Writes one part; gives its digest."""
    digest = hashlib.sha256()
    with entry(package, part) as opened:
        for chunk in chunks:
            opened.write(chunk)
            digest.update(chunk)
    return digest.hexdigest()


def _stamp(digests: dict[str, str]) -> str:
    lines = "".join(f"{part} {digest}\n" for part, digest in sorted(digests.items()))
    return f"docgen:{hashlib.sha256(lines.encode()).hexdigest()}"


def _core_properties(view: Shown, stamp: str) -> bytes:
    """Title, author and stamp (ECMA-376 Part 2, 11: core properties)."""
    title = escape(view.title[:LONGEST_TITLE])
    author = escape(" ".join(view.issuer)[:LONGEST_TITLE])
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<dc:identifier>{stamp}</dc:identifier><dc:language>vi-VN</dc:language>"
        "</cp:coreProperties>"
    ).encode()


def is_untouched(path: Path) -> bool:
    """Whether the file at `path` is byte for byte, part for part, what docgen wrote."""
    try:
        parts = unpacked(path)
    except NotAPackage:
        return False
    core = parts.pop(CORE_PROPERTIES, b"")
    digests = {name: hashlib.sha256(part).hexdigest() for name, part in parts.items()}
    return f"<dc:identifier>{_stamp(digests)}</dc:identifier>".encode() in core
