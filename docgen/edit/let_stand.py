"""A finding that is let stand: the comment that says so, put above the text it speaks of."""

from __future__ import annotations

from docgen.edit.yaml_writer import tree
from docgen.finding import Where
from docgen.load.yaml_text import compose
from docgen.plan.source import Source
from docgen.rules.silence import scalars


def let_stand(source: Source, where: Where, code: str, reason: str) -> str | None:
    """The file with `# docgen: bỏ qua CODE – reason` above the finding's text.

    `None` where YAML would then read something else, or where the reason has no words.
    """
    if not any(map(str.isalnum, reason)):
        return None
    above = comment_above(source, where, code, reason)
    return above and source.text[: above[0]] + above[1] + source.text[above[0] :]


def comment_above(
    source: Source, where: Where, code: str, reason: str = ""
) -> tuple[int, str] | None:
    """That comment, a line, and the index at which it goes in; without a reason it is begun only.

    `None` where YAML would then read something else.
    """
    line = _first_line(source, where.line)
    start = source.line_start(line - 1)
    own = source.line_text(line)
    indent = own[: len(own) - len(own.lstrip(" "))]
    newline = "\r\n" if "\r\n" in source.text else "\n"
    comment = f"{indent}# docgen: bỏ qua {code} – {' '.join(reason.split())}{newline}"
    after = source.text[:start] + comment + source.text[start:]
    if tree(compose(source)[0]) != tree(compose(Source(source.name, after))[0]):
        return None
    return start, comment


def _first_line(source: Source, line: int) -> int:
    """The line on which the text begins that reaches over `line`: no comment can stand inside."""
    spans = (
        (source.where(start).line, source.where(max(start, end - 1)).line)
        for start, end in scalars(source.text)
    )
    return min([line, *(first for first, last in spans if first <= line <= last)])
