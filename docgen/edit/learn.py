"""`docgen check --learn`: words and abbreviations of an office go into `content/glossary.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from docgen.edit.apply import Applied, apply
from docgen.edit.edits import AddKey, Edit, Insert, Put, root_of, tree_of
from docgen.edit.write import Replacement, write_all
from docgen.finding import Finding, has_errors
from docgen.load.yaml_text import read_source
from docgen.output import save
from docgen.plan.source import Source

GLOSSARY = Path("content") / "glossary.yaml"
ABBREVIATIONS, WORDS = "abbreviations", "words"


def learn(accepted: Mapping[str, str], root: Path) -> Applied:
    """Puts into the glossary what is accepted: each word with its meaning, or with nothing.

    What has a meaning is an abbreviation, the rest are words. What is there already stays.
    """
    path, name = root / GLOSSARY, GLOSSARY.as_posix()
    source, findings = read_source(path, name) if path.exists() else (Source(name, ""), [])
    if source is None or has_errors(findings):
        return Applied([], findings)
    if root_of(source) is None:
        keys = sorted({ABBREVIATIONS if meaning else WORDS for meaning in accepted.values()})
        begun = source.text + "".join(f"{key}:\n" for key in keys)
        if refused := _begin(path, begun.encode("utf-8"), name, root):
            return Applied([], refused)
        source = Source(name, begun)
    return apply(_edits(source, accepted), root)


def _begin(path: Path, data: bytes, name: str, root: Path) -> list[Finding]:
    """Makes a glossary of nothing, or of a file that holds comments only."""
    if path.exists():
        return write_all([Replacement(path, path.read_bytes(), data)], root)
    refused = save(path, data, name, root)
    return [refused] if refused else []


def _edits(source: Source, accepted: Mapping[str, str]) -> Iterator[Edit]:
    held = tree_of(source)
    known = held if isinstance(held, Mapping) else {}
    meanings, there = known.get(ABBREVIATIONS) or {}, known.get(WORDS) or []
    there = [there] if isinstance(there, str) else there
    new = {each: meaning for each, meaning in accepted.items() if meaning and each not in meanings}
    words = [each for each, meaning in accepted.items() if not meaning and each not in there]
    yield from _new_abbreviations(source, known, new)
    if there:
        yield from (Insert(source, (WORDS, len(there)), word) for word in words)
    elif words:
        yield Put(source, (WORDS,), words) if WORDS in known else AddKey(source, (), WORDS, words)


def _new_abbreviations(
    source: Source, known: Mapping[str, object], new: Mapping[str, str]
) -> Iterable[Edit]:
    if not new:
        return ()
    if ABBREVIATIONS not in known:
        return (AddKey(source, (), ABBREVIATIONS, new),)
    if not known[ABBREVIATIONS]:
        return (Put(source, (ABBREVIATIONS,), new),)
    return (AddKey(source, (ABBREVIATIONS,), each, meaning) for each, meaning in new.items())
