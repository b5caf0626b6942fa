"""One broken file, and what docgen makes of it: in this process, time and memory measured."""

import gc
import io
import os
import re
import signal
import time
import traceback
import unicodedata
from collections import Counter
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from docgen import cli

MOST_SECONDS, MOST_MEGABYTES = 5, 500
_DEAD_AFTER = 20
WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Outcome:
    """What a command did: `fault` says what it must not do, "" where all is well."""

    what: str
    fault: str
    code: int | None
    seconds: float
    megabytes: float
    said: str = ""

    @property
    def clean(self) -> bool:
        """Whether it found nothing at all."""
        return self.said.rstrip().endswith("không có lỗi.")


class TooLong(BaseException):
    """Nobody waits so many seconds of CPU time."""


@contextmanager
def _alarm(seconds: int):
    def ring(*_):
        raise TooLong

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _megabytes() -> float:
    """The most memory since `_forget_memory`."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


def _forget_memory() -> None:
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def command(*arguments: str) -> Outcome:
    """Runs docgen in this process; time is CPU time, memory what the process rose to."""
    os.environ["DOCGEN_TRACEBACK"] = "1"
    out, err = io.StringIO(), io.StringIO()
    fault, code = "", None
    _forget_memory()
    start = time.process_time()
    try:
        with _alarm(_DEAD_AFTER), redirect_stdout(out), redirect_stderr(err):
            code = cli.main(arguments)
    except TooLong:
        fault = "hangs: " + _where()
    except SystemExit as error:
        fault = f"SystemExit {error.code}"
    except BaseException:  # noqa: BLE001  (that is what is looked for)
        fault = _where()
    seconds, megabytes = time.process_time() - start, _megabytes()
    if not fault and seconds > MOST_SECONDS:
        fault = f"slow: {seconds:.1f} s"
    if not fault and megabytes > MOST_MEGABYTES:
        fault = f"big: {megabytes:.0f} MB"
    if not fault and (unprintable := _unprintable(out.getvalue() + err.getvalue())):
        fault = f"sends U+{ord(unprintable):04X} to the terminal"
    return Outcome(arguments[2], fault, code, seconds, megabytes, out.getvalue())


def _where() -> str:
    lines = [line.strip() for line in traceback.format_exc().strip().splitlines()]
    places = [line for line in lines if line.startswith("File") and "/docgen/" in line]
    place = re.sub(r'File ".*/docgen/', "", places[-1]) if places else ""
    return f"{lines[-1][:150]} @ {place}"


def _unprintable(text: str) -> str:
    match = re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", text)
    return match[0] if match else ""


def words_of(text: str) -> Counter[str]:
    """How often each word stands in a text, its letters composed, without what no eye sees."""
    seen = "".join(each for each in text if unicodedata.category(each) != "Cf")
    return Counter(WORD.findall(unicodedata.normalize("NFC", seen).casefold()))
