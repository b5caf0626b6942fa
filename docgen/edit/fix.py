"""`docgen check --fix`: mends what has one certain answer, in the YAML text itself.

Only the characters that a finding's `Fix` names are changed: comments, quotes and layout stay
as they are. A file that is not in NFC is put into NFC as a whole.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

from yaml.nodes import MappingNode, Node, ScalarNode

from docgen.finding import Finding, Fix
from docgen.load.yaml_text import compose
from docgen.output import replace_file
from docgen.pipeline import Checked, check
from docgen.plan.source import Source

_BOM = b"\xef\xbb\xbf"
# One mend can lay another open: a no-break space becomes a space beside a space.
_MOST_PASSES = 5


def fix_files(checked: Checked, root: Path) -> tuple[list[str], list[Finding]]:
    """Mends the files of a plan; the difference of each that changed, and what is left to do.

    Silenced findings are left alone. Work is done on a copy; files are replaced at the end.
    """
    if checked.plan is None:
        return [], checked.findings
    paths = [root / source.name for source in checked.plan.sources]
    folder = paths[0].parent
    differences = []
    with TemporaryDirectory() as scratch:
        copies = {path: Path(scratch) / path.relative_to(folder.parent) for path in paths}
        for path, copy in copies.items():
            copy.parent.mkdir(exist_ok=True)
            shutil.copy(path, copy)
        _mend_all(copies[paths[0]].parent, Path(scratch))
        for path, source in zip(paths, checked.plan.sources, strict=True):
            before, after = path.read_bytes(), copies[path].read_bytes()
            if before != after:
                differences.append(_difference(source.name, before, after))
                replace_file(path, after)
    return differences, check(folder, root).findings if differences else checked.findings


def _mend_all(folder: Path, root: Path) -> None:
    for _ in range(_MOST_PASSES):
        checked = check(folder, root)
        changed = False
        for source in checked.plan.sources if checked.plan else ():
            fixes = [
                finding.fix for finding in checked.findings if finding.where.file == source.name
            ]
            after = mended(source, [fix for fix in fixes if fix])
            if after != (source.text if source.written is None else source.written):
                path = root / source.name
                bom = _BOM if path.read_bytes().startswith(_BOM) else b""
                path.write_bytes(bom + after.encode("utf-8"))
                changed = True
        if not changed:
            return


def mended(source: Source, fixes: Sequence[Fix]) -> str:
    """The text of a file with the fixes carried out; as it was written where there are none.

    Of two that overlap the longer is taken. One after which YAML would read something else
    (a key, a comment, another list) is left out.
    """
    if not fixes:
        return source.text if source.written is None else source.written
    chosen = _apart(fixes)
    after = _replaced(source.text, chosen)
    if _reads_alike(source.text, after, chosen):
        return after
    kept: list[Fix] = []
    for fix in chosen:
        after = _replaced(source.text, sorted([*kept, fix], key=lambda each: each.start))
        if _reads_alike(source.text, after, [*kept, fix]):
            kept.append(fix)
    return _replaced(source.text, kept)


def _apart(fixes: Iterable[Fix]) -> list[Fix]:
    """Fixes that do not overlap, in order."""
    taken: list[Fix] = []
    for fix in sorted(set(fixes), key=lambda fix: (fix.start - fix.end, fix.start)):
        if all(fix.end <= other.start or other.end <= fix.start for other in taken):
            taken.append(fix)
    return sorted(taken, key=lambda fix: fix.start)


def _replaced(text: str, fixes: Iterable[Fix]) -> str:
    parts: list[str] = []
    end = 0
    for fix in fixes:
        parts += (text[end : fix.start], fix.replacement)
        end = fix.end
    return "".join([*parts, text[end:]])


def _reads_alike(before: str, after: str, fixes: Iterable[Fix]) -> bool:
    """Whether YAML still reads the same tree, longer or shorter by what the fixes add or take."""
    (shape, length), (new_shape, new_length) = _shape(before), _shape(after)
    added = sum(len(fix.replacement) - (fix.end - fix.start) for fix in fixes)
    return shape == new_shape and new_length - length == added


def _shape(text: str) -> tuple[list[str], int]:
    """A file's faults, its kinds of nodes, its keys; and how many characters its texts hold."""
    root, findings = compose(Source("", text))
    kinds = [finding.code for finding in findings]
    length = 0
    stack: list[Node] = [root] if root else []
    while stack:
        node = stack.pop()
        kinds.append(type(node).__name__)
        if isinstance(node, ScalarNode):
            length += len(node.value)
        elif isinstance(node, MappingNode):
            kinds += [str(key.value) for key, _ in node.value]
            stack += [value for _, value in node.value]
        else:
            stack += node.value
    return kinds, length


def _difference(name: str, before: bytes, after: bytes) -> str:
    """A unified diff, as `git diff` shows it."""
    old, new = (data.decode("utf-8-sig").splitlines(keepends=True) for data in (before, after))
    lines = unified_diff(old, new, fromfile=name, tofile=name)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
