"""What the page sends and gets: plain values."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from docgen.studio.safety import Refused

Body = Mapping[str, Any]
Answer = dict[str, Any]
Ask = Callable[[Body], Answer]
Stream = Callable[[Body], Iterator[Answer]]


def file_in(sent: object) -> tuple[str, bytes]:
    """A file that the page sends: its name, and its bytes in base 64."""
    if not isinstance(sent, dict) or not isinstance(sent.get("name"), str):
        raise Refused(400, "Thiếu tệp.")
    try:
        return sent["name"], base64.b64decode(str(sent.get("data", "")), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused(400, "Tệp gửi lên bị hỏng.") from error


def file_out(name: str, data: bytes) -> Answer:
    """A file that the page hands to the officer."""
    return {"name": name, "data": base64.b64encode(data).decode("ascii")}
