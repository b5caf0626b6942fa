"""The list as an officer reads it on the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.gather.forms.words import cut, dates, people, remark, shortened, summary, who
from docgen.gather.opinion import COMMENT, Gathered, Opinion, Received

_SIGNS = {"": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}


def as_text(gathered: Gathered) -> str:
    """What came in, then each opinion at its place; contradictions once more side by side."""
    lines = [summary(gathered), *map(_received, gathered.copies), ""]
    place = None
    for opinion in gathered.opinions:
        if opinion.place != place:
            lines.append(opinion.place)
            place = opinion.place
        lines += _told(opinion)
    for number, group in enumerate(gathered.contradictions, 1):
        lines += ["", f"Mâu thuẫn {number}: {group[0].place}"]
        lines += [f"  {each.number}. {people(each)}: {_short(each)}" for each in group]
    return "\n".join(lines).rstrip()


def _received(copy: Received) -> str:
    office = f" ({copy.office})" if copy.office and copy.office not in copy.name else ""
    told = copy.refused or "; ".join(
        filter(None, [f"{copy.opinions} ý kiến" if copy.opinions else "", copy.note])
    )
    return f"  {copy.name}{office}: {told}"


def _told(opinion: Opinion) -> Iterator[str]:
    heading = f"  {opinion.number}. {opinion.label}: {people(opinion)}"
    when = dates(opinion)
    yield f"{heading}, {when}" if when else heading
    if opinion.address:
        yield f"     {opinion.address}"
    yield f"     {_short(opinion)}"
    for answer in opinion.answers:
        yield f"     ↳ {who(answer.voice)}: {' '.join(answer.said.split())}"
    if told := remark(opinion):
        yield f"     {told}"


def _short(opinion: Opinion) -> str:
    if opinion.kind == COMMENT:
        said = " ".join(opinion.said.split())
        return f"“{cut(opinion.quote)}”: {said}" if opinion.quote.strip() else said
    return "".join(_SIGNS[each.sign].format(each.words) for each in shortened(opinion.pieces))
