"""Entries of a zip deflated by ISA-L: a tenth of zlib's time at its default, a quarter more bytes.

The bytes are the same wherever the versions are (decision 033).
"""

from __future__ import annotations

import zipfile
import zlib
from typing import IO

from isal import isal_zlib

COMPRESSION = 2


def entry(package: zipfile.ZipFile, name: str) -> IO[bytes]:
    """An entry to be written; opened by name, it carries zip's first day, 1980."""
    opened = package.open(name, "w")
    deflate = isal_zlib.compressobj(COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    opened._compressor = deflate  # type: ignore[attr-defined] # noqa: SLF001 - no public way
    return opened
