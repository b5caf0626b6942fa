"""`docgen check --learn`: shows what the glossary may learn, and adds what is accepted."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from itertools import groupby

from docgen import pipeline
from docgen.commands.chosen_year import folder_of
from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.edit.learn import GLOSSARY, learn
from docgen.finding import Where
from docgen.report import findings as report
from docgen.rules.facts import Facts
from docgen.rules.vocabulary import Unknown, unknown

MOST_LINES = 5


def run(options: Namespace, say: Say) -> int:
    """Shows the unknown words of a plan; `--write` adds the sure ones, `--accept` those named."""
    folder = folder_of(options.root, next(iter(options.targets), None), say)
    if folder is None:
        return USAGE
    checked = pipeline.check(folder, options.root, on_stage=say.stage)
    if checked.plan is None:
        say.out(report.as_text(checked.findings))
        return FINDINGS
    found = unknown(Facts(checked.plan))
    accepted = _accepted(options, found)
    if not accepted:
        say.out(_shown(found))
        return CLEAN
    applied = learn(accepted, options.root)
    for difference in applied.differences:
        say.out(difference)
    if applied.findings:
        say.out(report.as_text(applied.findings))
        return FINDINGS
    added = f"Đã thêm {len(accepted)} chữ vào {GLOSSARY.as_posix()}."
    say.out(added if applied.differences else f"{GLOSSARY.as_posix()} đã có đủ.")
    return CLEAN


def _accepted(options: Namespace, found: Sequence[Unknown]) -> Mapping[str, str]:
    """What is to be learnt, with its meaning where one is known."""
    sure = {each.word: each.meaning for each in found if not each.doubtful}
    named = (part.partition("=") for part in (options.accept or "").split(","))
    chosen = {
        word.strip(): meaning.strip() or sure.get(word.strip(), "")
        for word, _, meaning in named
        if word.strip()
    }
    return {**(sure if options.write else {}), **chosen}


def _shown(found: Sequence[Unknown]) -> str:
    """The unknown words in two lists, and the commands that add them."""
    sure = [each for each in found if not each.doubtful]
    doubtful = [each for each in found if each.doubtful]
    if not found:
        return "Không có chữ tắt, từ riêng nào cần thêm vào content/glossary.yaml."
    lines = []
    if sure:
        lines += ["Chữ tắt chưa được giải thích:", *map(_line, sure)]
        lines += ["Thêm tất cả: docgen check --learn --write", ""]
    if doubtful:
        lines += [
            "Có thể viết sai; nếu là từ riêng của cơ quan thì nêu tên:",
            *map(_line, doubtful),
            "",
        ]
    example = (sure or doubtful)[0]
    named = f"{example.word}={example.meaning or 'nghĩa đầy đủ'}"
    named = named if example.is_abbreviation else example.word
    lines += [f'Chỉ thêm chữ nào, hoặc ghi nghĩa: docgen check --learn --accept "{named}"']
    return "\n".join(lines)


def _line(each: Unknown) -> str:
    meaning = f" = {each.meaning}" if each.meaning else ""
    if each.is_abbreviation and not each.meaning:
        meaning = " (văn bản chưa ghi nghĩa)"
    return f"  {each.word}{meaning}: {len(each.places)} lần, {_lines(each.places)}"


def _lines(places: Sequence[Where]) -> str:
    """`content/2024/plan.yaml: 12, 15`: the first lines of each file."""
    files = groupby(places[:MOST_LINES], key=lambda place: place.file)
    said = [f"{file}:{', '.join(str(place.line) for place in own)}" for file, own in files]
    return "; ".join(said) + ("…" if len(places) > MOST_LINES else "")
