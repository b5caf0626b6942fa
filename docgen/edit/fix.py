"""`docgen check --fix`: mends what has one certain answer, in the YAML text itself.

Only the characters that a finding's `Fix` names are changed: comments, quotes and layout stay
as they are. A file that is not in NFC is put into NFC as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from docgen.edit.apply import apply, difference
from docgen.edit.edits import Mend
from docgen.edit.rewrite import rewritten
from docgen.edit.write import Replacement, write_all
from docgen.finding import Finding, Fix, has_errors
from docgen.load.folder import shown
from docgen.pipeline import Checked, check
from docgen.plan.source import Source

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
    read = {path: path.read_bytes() for path in paths}
    replacements = []
    with TemporaryDirectory() as scratch:
        copies = {path: Path(scratch) / path.relative_to(folder.parent) for path in paths}
        for path, copy in copies.items():
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(read[path])
        _mend_all(copies[paths[0]].parent, Path(scratch))
        for path in paths:
            before, after = read[path], copies[path].read_bytes()
            if before != after:
                replacements.append(Replacement(path, before, after))
    refused = write_all(replacements, root) if replacements else []
    if has_errors(refused):
        return [], [*refused, *checked.findings]
    differences = [difference(shown(each.path, root), each.old, each.new) for each in replacements]
    left = check(folder, root).findings if differences else checked.findings
    return differences, [*refused, *left]


def _mend_all(folder: Path, root: Path) -> None:
    for _ in range(_MOST_PASSES):
        checked = check(folder, root)
        edits = [
            edit
            for source in (checked.plan.sources if checked.plan else ())
            for edit in mends(
                source,
                [
                    each.fix
                    for each in checked.findings
                    if each.fix and each.where.file == source.name
                ],
            )
        ]
        if not apply(edits, root).differences:
            return


def mends(source: Source, fixes: Sequence[Fix]) -> list[Mend]:
    """The edits that carry out the fixes of one file.

    Of two that overlap the longer is taken. One after which YAML would read something else
    (a key, a comment, another list) is left out.
    """
    chosen = [Mend(source, (), fix) for fix in _apart(fixes)]
    if not chosen or rewritten(source, chosen)[0] is not None:
        return chosen
    kept: list[Mend] = []
    for edit in chosen:
        if rewritten(source, [*kept, edit])[0] is not None:
            kept.append(edit)
    return kept


def _apart(fixes: Iterable[Fix]) -> list[Fix]:
    """Fixes that do not overlap, in order."""
    taken: list[Fix] = []
    for fix in sorted(set(fixes), key=lambda fix: (fix.start - fix.end, fix.start)):
        if all(fix.end <= other.start or other.end <= fix.start for other in taken):
            taken.append(fix)
    return sorted(taken, key=lambda fix: fix.start)
