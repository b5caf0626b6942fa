"""KH455: an abbreviation of the office in another form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.syllables import is_syllable
from docgen.rules.prose.tokens import Run

_MIXED = re.compile(r"[^\W\d_]{3,}")


@rule(
    "KH455", Severity.WARNING, "chữ tắt viết sai dạng",
    "Chữ tắt viết một kiểu trong cả kế hoạch: TTHC không viết tthc, Index không thêm s.",
)  # fmt: skip
def abbreviation_changed(facts: Facts) -> Iterator[Finding]:
    """`tthc`, `Sipas`, `PAR Indexs`, `PAPl`."""
    known = _short_forms(facts)
    by_case: dict[str, str] = {word.lower(): word for word in known}
    for printed, run, found in facts.saying(_no_syllables):
        for word in (run[at] for at in found):
            text = word.text
            if text in known:
                continue
            right = by_case.get(text.lower()) or _with_ending(text, known)
            if (
                right
                and text not in (right, right.upper())
                and not _known_otherwise(text, printed.prose)
            ):
                yield abbreviation_changed.at(
                    printed.text, f"“{text}” viết khác chữ tắt “{right}”", f"Viết “{right}”.",
                    word.start, len(text),
                )  # fmt: skip


def _no_syllables(run: Run) -> list[int]:
    """The words of three letters and more that are no syllables of Vietnamese."""
    texts = enumerate(run.texts)
    return [at for at, text in texts if not is_syllable(text) and _MIXED.fullmatch(text)]


def _short_forms(facts: Facts) -> frozenset[str]:
    """The words of which the office's abbreviations are made, three letters and more."""
    texts = [*facts.abbreviations]
    texts += [index.name.value for index in facts.plan.indices.values() if index.name]
    made = {word for text in texts for word in re.findall(r"[^\W\d_]+", text)}
    return frozenset(word for word in made if len(word) > 2 and not is_syllable(word))


def _with_ending(text: str, known: Iterable[str]) -> str | None:
    """The abbreviation of which the last letter was doubled, changed or added to."""
    return next(
        (
            word
            for word in known
            if len(word) >= 4
            and text[0] == word[0]
            and text != word
            and (
                text == word + "s"
                or (word.isupper() and text[:-1] == word[:-1] and text[-1].islower())
            )
        ),
        None,
    )


def _known_otherwise(text: str, prose: str) -> bool:
    """Whether the word is part of an address."""
    return bool(
        re.search(rf"[\w.@/]{re.escape(text)}|{re.escape(text)}[@/]|{re.escape(text)}\.\w", prose)
    )
