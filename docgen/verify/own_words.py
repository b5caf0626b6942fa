"""The words that the template itself puts on paper, and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple

from docgen.docx.model import Document

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_BLOCK = re.compile(r"\{%p?\w*-?\s*(for|if|elif|else|endfor|endif)\b\s*(.*?)\s*-?%\}")

Word = tuple[str, str]


class TemplateWords(NamedTuple):
    """The template's own words, each with the style of its paragraph.

    `always` says how often each stands outside loops and open conditions: so often it must be
    printed, and no more; those of `sometimes` may be printed any number of times.
    """

    always: Mapping[Word, int]
    sometimes: frozenset[Word]


def template_words(template: Document, held: Collection[str]) -> TemplateWords:
    """The words of a template that stand outside its tags.

    A condition that asks for one of the names in `held`, those that have something to print, is
    known to hold: what stands under it must be printed, and what stands under its `else` may not.
    """
    always: Counter[Word] = Counter()
    sometimes: set[Word] = set()
    around: list[bool | None] = []
    for paragraph in template.paragraphs:
        text = paragraph.text
        words = [(paragraph.style, part.strip()) for part in _TAG.split(text) if part.strip()]
        if all(around):
            always.update(words)
        elif False not in around:
            sometimes.update(words)
        for word, asked in _BLOCK.findall(text):
            if word in ("for", "if"):
                around.append(True if word == "if" and asked in held else None)
            elif word in ("elif", "else"):
                around[-1:] = [False if around[-1:] == [True] else None]
            else:
                del around[-1:]
    return TemplateWords(always, frozenset(sometimes))
