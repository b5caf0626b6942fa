"""Ways in which the zip of a .docx or .xlsx is broken."""

import io
import struct
import warnings
import zipfile
from random import Random


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target.getvalue()


_CENTRAL, _LOCAL = b"PK\x01\x02", b"PK\x03\x04"


def _zip_field(data: bytes, random: Random) -> bytes:
    """One field of a header of the zip: flags, method, sizes, the name's length, the offset."""
    central = random.random() < 0.7
    mark, fields = (
        (_CENTRAL, (8, 10, 16, 20, 24, 28, 30, 32, 42))
        if central
        else (_LOCAL, (6, 8, 14, 18, 22, 26, 28))
    )
    found = [at for at in range(len(data)) if data.startswith(mark, at)]
    if not found:
        return data
    at = random.choice(found) + random.choice(fields)
    value = random.choice((0, 1, 9, 12, 14, 93, 99, 0x41, 0x800, 0xFFFF, random.randrange(65536)))
    changed = bytearray(data)
    changed[at : at + 2] = struct.pack("<H", value)
    return bytes(changed)


def _zip_bytes(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 3, 30))):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _zip_cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


def _zip_more(data: bytes, random: Random) -> bytes:
    return random.choice((b"x" * 50 + data, data + b"x" * 50, data + data, b"PK\x05\x06" + data))


def _zip_again(data: bytes, random: Random) -> bytes:
    """The same parts, packed as no office program does."""
    target = io.BytesIO()
    kind = random.randrange(7)
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as package:
        warnings.simplefilter("ignore")
        parts = list(unpacked(data).items())
        if kind == 0:
            random.shuffle(parts)
        for name, part in parts:
            entry = zipfile.ZipInfo(name, date_time=(1980 if kind else 2107, 1, 1, 0, 0, 0))
            if kind == 1:
                entry.external_attr = 0o120777 << 16  # a symbolic link
            elif kind == 2:
                entry.filename = random.choice(("/", "./", "", "..//")) + name
            elif kind == 3:
                entry.extra = struct.pack("<HH", 1, random.choice((0, 8, 200)))
            elif kind == 4 and random.random() < 0.2:
                entry.filename = name + random.choice(("/", " ", "\0x", "ạ", ".", "%20"))
            elif kind == 5:
                entry.comment = b"x" * 60_000
            package.writestr(entry, part, zipfile.ZIP_DEFLATED)
            if kind == 6 and random.random() < 0.2:
                package.writestr(name, b"<again/>")
    return target.getvalue()


def _no_zip(data: bytes, random: Random) -> bytes:
    """A file of another kind under this name."""
    return random.choice(
        (
            b"",
            b"\0",
            b"PK",
            b"PK\x05\x06" + b"\0" * 18,
            b"{\\rtf1 ch\\u7919? l}",
            b"%PDF-1.7\n%%EOF",
            b"<html><body>ch\xe1\xbb\xaf</body></html>",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            b"\xd0\xcf\x11\xe0",
            b'<?xml version="1.0"?><pkg:package/>',
            "chữ".encode("utf-16"),
            data[::-1],
            packed(
                {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}
            ),
            packed({"a.docx": data}),
            packed({"[Content_Types].xml": b"<Types/>"}),
            b"\0" * 100_000,
        )
    )


ZIP_BREAKINGS = (
    *(_zip_field, _zip_field, _zip_field, _zip_bytes, _zip_cut, _zip_more),
    *(_zip_again, _zip_again, _zip_again, _no_zip, _no_zip),
)
