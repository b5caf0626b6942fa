"""`look` at a workbook that came back: from a file to edits of the content of today, as values.

    returned = read_workbook(data)
    found = look(returned, folder, root)
    found.changes                          # applied by itself, asked, refused, already so
    answer(found, {key: 0})                # docgen.accept.look: as with what comes back from Word

Nothing is written here. What a rebuild does not bear out is asked, never written.
"""

from __future__ import annotations

from pathlib import Path

from docgen.accept.base import base_today
from docgen.accept.look import Accepted
from docgen.sheets.differ import Differ
from docgen.sheets.lines import sheets_of
from docgen.sheets.prove import Proof
from docgen.sheets.read import Returned


def look(returned: Returned, folder: Path, root: Path) -> Accepted:
    """What a workbook changes of the plan in `folder`."""
    base, findings = base_today(folder, root)
    if base is None:
        return Accepted((), (), known=False, findings=tuple(findings))
    today = sheets_of(base.paper)
    differ = Differ(returned)
    proof = Proof(base, today, differ.found(today), differ.found)
    changes = tuple(proof.settled())
    return Accepted(changes, (), True, differ.is_of(today), (), (), proof, changes)
