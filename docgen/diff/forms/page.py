"""A page for a browser that fetches nothing: its template, its look, its script in one file.

Look and script are package data (`docgen/data`). A page says by its Content-Security-Policy
that it runs no script but its own.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from docgen.vietnamese import without_marks
from docgen.visible import visible

DATA = Path(__file__).parents[2] / "data"


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to filter: the value in the page's address, the words, how many changes."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Inlined:
    """A file of the page, and by what the browser knows it (CSP Level 3, hash-source)."""

    text: Markup
    hash: str


def inlined(name: str) -> Inlined:
    """A look or a script to stand in the page."""
    text = (DATA / name).read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Inlined(Markup(text), f"sha256-{digest}")  # noqa: S704 - our own file


def template(name: str, filters: Mapping[str, Callable[..., Any]]) -> Template:
    """A page's template; everything put into it is escaped."""
    environment = Environment(
        autoescape=True,
        finalize=_shown,
        loader=FileSystemLoader(DATA),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= filters
    return environment.get_template(name)


def _shown(value: Any) -> Any:
    """What the page prints; our own markup as it is."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def slug(word: str) -> str:
    """A kind or subject in the page's address: `đổi số liệu` → `doi-so-lieu`."""
    return without_marks(word).replace(" ", "-")
