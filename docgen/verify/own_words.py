"""The words that the template itself puts on paper, and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.docx.model import Document

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_OPENS, _CLOSES = re.compile(r"\{%p?\w*\s+(?:for|if)\b"), re.compile(r"\{%p?\w*\s+end(?:for|if)\b")

Word = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """The template's own words, each with the style of its paragraph.

    `always` says how often each stands outside loops and conditions: so often it must be printed,
    and no more; those of `sometimes` may be printed any number of times.
    """

    always: Mapping[Word, int]
    sometimes: frozenset[Word]


def template_words(template: Document) -> TemplateWords:
    """The words of a template that stand outside its tags."""
    always: Counter[Word] = Counter()
    sometimes: set[Word] = set()
    depth = 0
    for paragraph in template.paragraphs:
        text = paragraph.text
        words = [(paragraph.style, part.strip()) for part in _TAG.split(text) if part.strip()]
        if depth == 0:
            always.update(words)
        else:
            sometimes.update(words)
        depth += len(_OPENS.findall(text)) - len(_CLOSES.findall(text))
    return TemplateWords(always, frozenset(sometimes))
