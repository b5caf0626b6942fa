"""The new plan's document as tracked changes of the old one's, for Word.

Accepting all of them gives exactly the new text, rejecting all of them exactly the old.
"""

from __future__ import annotations


def redline(old: bytes, new: bytes, *, author: str = "docgen") -> tuple[bytes, list[str]]:
    """A .docx with native tracked changes, and in Vietnamese what it cannot show."""
    raise NotImplementedError((len(old), len(new), author))
