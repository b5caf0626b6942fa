"""What processes of a pool do in tests: `spawn` imports it by name, so it imports little."""

import os
import time
from pathlib import Path

from docgen.batch.outcome import Outcome, State


def by_name(folder: Path) -> Outcome:
    """Dies, sleeps or works, as the folder is called; says which process it was."""
    if folder.name.startswith("dies"):
        os._exit(9)
    if folder.name.startswith("sleeps"):
        time.sleep(600)
    return Outcome(folder.as_posix(), State.BUILT, said=(str(os.getpid()),))
