"""A comparison as plain text for a terminal: `[-bỏ-]` `{+thêm+}` `{~in đậm: …~}`, coloured or not.

Colour only repeats what the signs say, so that a log or a black-and-white print reads the
same. A long stretch that nobody changed is cut to the words beside the change.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from docgen.diff.changes import (
    Added,
    Change,
    Divided,
    Joined,
    Merged,
    Moved,
    Removed,
    Renumbered,
    Split,
)
from docgen.diff.compare import Comparison
from docgen.diff.forms import phrases
from docgen.diff.forms.places import by_place, thing
from docgen.diff.forms.summary_lines import summary_lines
from docgen.diff.words import Span
from docgen.visible import visible

SIGNS = {
    Added: "+", Removed: "-", Moved: ">", Merged: ">", Split: "<", Renumbered: "#",
    Divided: "<", Joined: ">",
}  # fmt: skip
OTHERWISE = "~"
AROUND = 8
CUT = "…"

RED, GREEN, BOLD, PLAIN = "\033[31m", "\033[32m", "\033[1m", "\033[0m"


def terminal(comparison: Comparison, *, colour: bool = False, width: int = 100) -> str:
    """The summary, then the changes by place, in lines of at most about `width` columns."""
    headings = [phrases.title(comparison)]
    blocks = [headings[0], *_summary(comparison, width)]
    for part in by_place(comparison.changes):
        headings.append(part.title)
        blocks.append(f"\n{part.title}")
        for group in part.groups:
            if group.title:
                blocks.append("\n" + _wrapped(group.title, width, 2))
            blocks += (_change(change, width) for change in group.changes)
    text = visible("\n".join(blocks))
    return _coloured(text, headings) if colour else text


def _coloured(text: str, headings: Sequence[str]) -> str:
    for sign, paint in (("[-", RED), ("{+", GREEN)):
        text = text.replace(sign, paint + sign)
    for sign in ("-]", "+}"):
        text = text.replace(sign, sign + PLAIN)
    lines = (f"{BOLD}{line}{PLAIN}" if line in headings else line for line in text.split("\n"))
    return "\n".join(lines)


def _wrapped(text: str, width: int, indent: int, lead: str = "") -> str:
    """The text in lines, each indented; `lead` stands before the first."""
    space = " " * indent
    lines = []
    for number, paragraph in enumerate(text.split("\n")):
        lines += textwrap.wrap(
            paragraph, max(width, 40), break_long_words=False, break_on_hyphens=False,
            initial_indent=space + (lead if number == 0 else ""), subsequent_indent=space,
        )  # fmt: skip
    return "\n".join(lines)


def _summary(comparison: Comparison, width: int) -> Iterator[str]:
    for note in comparison.notes:
        yield _wrapped(f"Lưu ý: {note}", width, 0)
    yield ""
    yield from (_wrapped(line, width, 2) for line in summary_lines(comparison))


# ------------------------------------------------------------------------------- changes


def _change(change: Change, width: int) -> str:
    sign = SIGNS.get(type(change), OTHERWISE)
    place = f"{change.place.where}" if change.place.where.file else ""
    head = f"  {sign} {change.word} {thing(change)}".rstrip()
    body = filter(None, _body(change, width))
    return "\n".join([f"{head}  ({place})" if place else head, *body])


def _body(change: Change, width: int) -> Iterator[str]:
    old, new = change.old, change.new
    for figure in change.figures:
        yield _wrapped(f"{figure.title}: {phrases.move(figure)}", width, 6)
    if change.figures:
        return
    if isinstance(change, Moved | Divided | Joined) and old and new and old.label != new.label:
        yield _wrapped(old.label, width, 6, "từ  ")
        yield _wrapped(new.label, width, 6, "đến ")
        if old.text in old.label and not change.spans:
            return
    if change.spans:
        yield _wrapped(marked(change.spans), width, 6)
    elif old and new and old.text != new.text and not isinstance(change, Moved):
        yield _wrapped(f"[-{old.text}-] {{+{new.text}+}}", width, 6)
    else:
        yield _wrapped(change.place.text, width, 6)
    for cell in change.cells:
        yield _wrapped(phrases.cell(cell), width, 6)


def marked(marks: Sequence[Span]) -> str:
    """The changed text with its marks; of a long unchanged stretch the words beside them."""
    said = []
    for number, span in enumerate(phrases.laid_out(marks)):
        if span.same:
            said.append(_cut(span.new, first=number == 0, last=number == len(marks) - 1))
            continue
        said.append(_between(span))
    return "".join(said)


def _between(span: Span) -> str:
    """What was and what is, in their signs; blanks and breaks around them stay outside."""
    if span.look:
        return f"{_start(span.new)}{{~{phrases.look(span)}~}}{_end(span.new)}"
    old, new = span.old.strip(), span.new.strip()
    both = [f"[-{old}-]"] * bool(old) + [f"{{+{new}+}}"] * bool(new)
    if not both:
        gone, come = _seen(span.old), _seen(span.new)
        return f"[-{gone}-]" * bool(gone) + f"{{+{come}+}}" * bool(come)
    space = "\n" if "\n" in _end(span.old) + _end(span.new) else " "
    end = _end(span.new) or _end(span.old)
    return (_start(span.new) or _start(span.old)) + space.join(both) + end


def _seen(blank: str) -> str:
    """A break that came or went alone."""
    return "¶" * blank.count("\n") or blank


def _start(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _end(text: str) -> str:
    return text[len(text.rstrip()) :]


def _cut(text: str, *, first: bool, last: bool) -> str:
    words = text.split(" ")
    shown = AROUND * ((not first) + (not last))
    if shown >= len(words):
        return text
    head, tail = 0 if first else AROUND, len(words) - (0 if last else AROUND)
    return " ".join([*words[:head], CUT, *words[tail:]])
