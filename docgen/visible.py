"""Text as it may be shown: short, and what would steer a screen as a sign for itself."""

from __future__ import annotations

import re

_STEERING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
MOST_SHOWN = 60  # letters
_PICTURES = 0x2400  # Unicode's own signs for the control characters of ASCII
_DELETE, _PICTURE_OF_DELETE = 0x7F, "\u2421"


def visible(text: str) -> str:
    """The text with what steers a screen as signs: `␛[31m`, `‹U+202E›`; breaks and tabs stay."""
    return _STEERING.sub(lambda match: _sign(ord(match[0])), text)


def shortened(text: str, most: int = MOST_SHOWN) -> str:
    """The beginning of a text on one line, to find it by."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most].rstrip() + "…"


def _sign(code: int) -> str:
    if code < 0x20:
        return chr(_PICTURES + code)
    return _PICTURE_OF_DELETE if code == _DELETE else f"‹U+{code:04X}›"


def escaped(json: str) -> str:
    r"""JSON that says the same, those characters as `\u202e`."""
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", json)
