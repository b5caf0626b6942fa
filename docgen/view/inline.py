"""`*nghiêng*` and `**đậm**` in a text, and the runs they become in Word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from docgen.view.origin import Origin, Traced

_MARKED = re.compile(
    r"\\(?P<escaped>\*)"
    r"|(?<!\w)\*\*(?P<bold>(?=\S)(?:(?!\*\*).)*?\S)\*\*(?!\w)"
    r"|(?<!\w)\*(?P<italic>(?=[^\s*])[^*]*?[^\s*])\*(?![\w*])",
    re.DOTALL,
)
SIZE = '<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>'


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style (ECMA-376 Part 1, 17.3.2.25 `r`)."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Inline:
    """A printed text. As a string it is the words; in a template, its runs."""

    runs: tuple[Run, ...]
    origin: Origin

    def __str__(self) -> str:
        return "".join([run.text for run in self.runs])

    def __bool__(self) -> bool:
        return any(run.text for run in self.runs)

    def __html__(self) -> str:
        """The runs as WordprocessingML, for `{{r text }}` in the template."""
        return self.xml()

    def xml(self, half_points: int | None = None) -> str:
        """The runs as WordprocessingML; `half_points` is their size where it is not the style's."""
        size = SIZE.format(half_points) if half_points else ""
        return "".join([_run_xml(run, size) for run in self.runs])


def inline(text: Traced) -> Inline:
    r"""The words with their marks read.

    A lone `*` and those inside a word or a sum (`5*3*2`) stay; `\*` is always a star.
    """
    if "*" not in text:
        return Inline((Run(text),) if text else (), text.origin)
    runs: list[Run] = []
    end = 0
    for match in _MARKED.finditer(text):
        runs.append(Run(text[end : match.start()]))
        if match["escaped"]:
            runs.append(Run(match["escaped"]))
        elif match["bold"]:
            runs.append(Run(match["bold"], bold=True))
        else:
            runs.append(Run(match["italic"], italic=True))
        end = match.end()
    runs.append(Run(text[end:]))
    return Inline(tuple(_joined(run for run in runs if run.text)), text.origin)


def _joined(runs: Iterable[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        if joined and (joined[-1].bold, joined[-1].italic) == (run.bold, run.italic):
            joined[-1] = Run(joined[-1].text + run.text, run.bold, run.italic)
        else:
            joined.append(run)
    return joined


def _run_xml(run: Run, size: str) -> str:
    properties = ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "") + size
    style = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{style}<w:t xml:space="preserve">{escape(run.text, quote=False)}</w:t></w:r>'
