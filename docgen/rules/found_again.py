"""What the rules found in a plan, kept beside the output while its files stay.

After `check` come `build`, `sheets`, `todo`: the rules need not be asked, nor imported, again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import Any

from docgen.finding import Finding, Fix, Severity, Where
from docgen.kept import Kept, key_of
from docgen.plan.source import Source


def found_again(
    sources: Sequence[Source], kept: Kept, ask: Callable[[], Iterable[Finding]]
) -> list[Finding]:
    """What `ask` finds in the plan that these files are; what it found where it is kept."""
    read = (json.dumps([each.name, each.text, each.written]) for each in sources)
    key = key_of("found", (), *read)
    if data := kept.get(key):
        return [_finding(said) for said in json.loads(data)]
    from docgen.rules.prose.held import remembering

    with remembering(kept, sources[0].name):
        found = list(ask())
    kept.put(key, json.dumps([asdict(each) for each in found]).encode())
    return found


def _finding(said: dict[str, Any]) -> Finding:
    where, severity = Where(**said["where"]), Severity(said["severity"])
    fix = said["fix"] and Fix(**said["fix"])
    return Finding(**{**said, "where": where, "severity": severity, "fix": fix})
