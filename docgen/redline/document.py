"""The new plan's document as tracked changes of the old one's, for Word (ECMA-376, 17.13.5).

Accepting all of them gives exactly the new text, tables and merged cells included;
rejecting all of them exactly the old. docs/decisions/010 says why no library does it.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from docgen.docx.model import Document, Paragraph, W
from docgen.docx.named_styles import TABLE_STYLES, with_ids_of
from docgen.docx.package import parse, relationships
from docgen.docx.read import NotADocx, attribute, read
from docgen.redline.carried import FOLDER, RELATIONS, carried, serialized
from docgen.redline.inscribed import Looks, bared
from docgen.redline.summary_page import counted, put_in_front
from docgen.redline.tracked import Tracker
from docgen.redline.tracked_text import Marks

MAIN, STYLES = f"{FOLDER}/document.xml", f"{FOLDER}/styles.xml"
_TRACKED = tuple(W + tag for tag in ("ins", "del", "moveFrom", "moveTo"))

Parts = Mapping[str, bytes]


class AlreadyTracked(ValueError):
    """A document to be compared has tracked changes itself; the message is for the officer."""


def redline(
    old: bytes,
    new: bytes,
    *,
    author: str = "docgen",
    summary: bool = False,
    told: Sequence[str] = (),
) -> tuple[bytes, list[str]]:
    """A .docx with native tracked changes, and in Vietnamese what they do not show.

    A page in front tells the latter where whole tables were replaced or things left out; with
    `summary` it also says what the caller has `told`, or else counts the changes. The same
    documents and author give the same bytes. Raises `AlreadyTracked`, and
    `docgen.docx.read.NotADocx` for what is no .docx.
    """
    was, now = read(old, revised=False), read(new)
    ours, theirs = with_ids_of(was.parts, now.parts), now.parts
    before, after = (_main_part(each) for each in (ours, theirs))
    tracker = Tracker(Marks(author), _same_page_texts(ours, theirs))
    body = after.find(W + "body")
    looks = Looks()
    for each, parts in ((before, ours), (after, theirs)):
        looks.inscribe(each.find(W + "body"), parts)
    brought = carried(before.find(W + "body"), ours, theirs)
    tracker.body(before.find(W + "body"), body)
    bared(body)
    others = {**theirs, **brought, **_styles_of_both(ours, theirs)}
    data = _package(new, {**others, MAIN: serialized(after)})
    notes = [*_unshown(tracker, ours, theirs)]
    notes += _astray("Chấp nhận", read(data), now)
    notes += _astray("Từ chối", read(data, revised=False), was)
    if summary or tracker.recast_tables or tracker.marks.left_out:
        lines = told or counted(body, tracker.moved_paragraphs, tracker.moved_rows)
        put_in_front(body, lines if summary else [], notes)
        data = _package(new, {**others, MAIN: serialized(after)})
    return data, notes


def _main_part(parts: Parts) -> Any:
    if MAIN not in parts:
        raise NotADocx("Tệp Word lưu dạng lạ: mở bằng Word rồi lưu lại dạng .docx.")
    root = parse(parts[MAIN])
    if next(root.iter(*_TRACKED), None) is not None:
        raise AlreadyTracked(
            "Văn bản đang có thay đổi được theo dõi: chấp nhận hoặc từ chối hết trong Word,"
            " lưu lại, rồi so sánh."
        )
    return without_page_ends(root)


def without_page_ends(root: Any) -> Any:
    """The document, in whose tables no row is asked to stay with the next: pages are no words.

    Only tables of docgen's own styles are meant; an office's may hold a signature.
    """
    for table in root.iter(W + "tbl"):
        if attribute(table, "tblPr/tblStyle") in TABLE_STYLES:
            for kept in [*table.iter(W + "keepNext")]:
                kept.getparent().remove(kept)
    return root


def _same_page_texts(old: Parts, new: Parts) -> dict[str, str]:
    """The new document's names for parts that both have, by the old one's (relationship ids)."""
    there = {part: name for name, part in _related(new)}
    return {name: there[part] for name, part in _related(old) if part in there}


def _related(parts: Parts) -> Iterator[tuple[str, bytes]]:
    for each in relationships(parts[RELATIONS]) if RELATIONS in parts else ():
        part = posixpath.normpath(posixpath.join(FOLDER, each.get("Target")))
        if each.get("TargetMode") != "External" and part in parts:
            yield each.get("Id"), parts[part]


def _styles_of_both(old: Parts, new: Parts) -> dict[str, bytes]:
    """The styles of the new document and, behind them, those that only the old one knows."""
    if STYLES not in old or STYLES not in new or old[STYLES] == new[STYLES]:
        return {}
    styles = parse(new[STYLES])
    known = {style.get(W + "styleId") for style in styles.iterchildren(W + "style")}
    others = parse(old[STYLES]).iterchildren(W + "style")
    styles.extend(style for style in [*others] if style.get(W + "styleId") not in known)
    return {STYLES: serialized(styles)}


def _unshown(tracker: Tracker, old: Parts, new: Parts) -> Iterator[str]:
    """What the tracked changes do not show, or show as something else."""
    if tracker.remerged_rows:
        yield (
            f"{tracker.remerged_rows} dòng của bảng có ô gộp thay đổi được ghi là xóa cả dòng"
            " rồi thêm lại, kể cả những chữ vẫn như cũ."
        )
    if tracker.recast_tables:
        yield (
            f"{tracker.recast_tables} bảng có các cột khác hẳn được ghi là xóa cả bảng rồi thêm"
            " bảng mới, kể cả những chữ vẫn như cũ."
        )
    if tracker.marks.left_out:
        yield (
            f"{tracker.marks.left_out} hình, biểu đồ hoặc chú thích của bản cũ không đưa sang"
            " được: từ chối hết thì thiếu những thứ ấy."
        )
    if _page_texts(old) != _page_texts(new):
        yield "Đầu trang, chân trang không theo dõi được: luôn là của văn bản mới."
    if old.get(STYLES) != new.get(STYLES):
        yield (
            "Kiểu trình bày (style) khai trong tệp mẫu đã đổi và không theo dõi được: luôn là của"
            " văn bản mới."
        )


def _page_texts(parts: Parts) -> list[bytes]:
    kinds = (f"{FOLDER}/header", f"{FOLDER}/footer")
    return sorted(data for name, data in parts.items() if name.startswith(kinds))


def _astray(told: str, settled: Document, wanted: Document) -> Iterator[str]:
    """Where the document does not come back; a net under what other hands put into a file."""
    for found, asked in zip_longest(_content(settled), _content(wanted), fillvalue=()):
        if found != asked:
            place = " ".join(text for *_, text in asked or found).strip()[:60]
            yield f"{told} hết thì có chỗ không trùng văn bản gốc, từ “{place}”: xem lại chỗ đó."
            return


def _content(document: Document) -> Iterator[tuple[tuple[str, int, str], ...]]:
    """Every paragraph and every table row: merge, span and text of each cell."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield (("", 1, block.text),)
            continue
        for row in block.rows:
            texts = ("\n".join(each.text for each in cell.paragraphs) for cell in row.cells)
            yield tuple(
                (cell.merge, cell.span, text) for cell, text in zip(row.cells, texts, strict=True)
            )


def _package(new: bytes, changed: Parts) -> bytes:
    """The new document with other parts in place of its own, every other byte as it was."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(new)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for entry in source.infolist():
            package.writestr(entry, changed.get(entry.filename, source.read(entry)))
        for name in sorted(changed.keys() - {*source.namelist()}):
            package.writestr(zipfile.ZipInfo(name), changed[name])
    return target.getvalue()
