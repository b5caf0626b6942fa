"""`docgen batch THƯ_MỤC…`: the documents of all plans below folders."""

from __future__ import annotations

import os
import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from docgen.batch import cluster, log, pool, summary
from docgen.batch.outcome import How, Outcome, State, build_one, still_holds
from docgen.batch.plans import plans_below
from docgen.commands.deliver import deliver
from docgen.commands.say import FINDINGS, UNFORESEEN, USAGE, Say
from docgen.edit.journal import JOURNAL
from docgen.edit.write import finish
from docgen.load.folder import shown
from docgen.project import OUTPUT
from docgen.refused import why

FOLDER = OUTPUT / "hang-loat"
SHUT = "không mở được thư mục này: xem quyền đọc, rồi chạy lại"
LOG, SUMMARY = "nhat-ky.jsonl", "tong-hop.xlsx"


def run(options: Namespace, say: Say) -> int:
    """Builds what is not done yet; tells what came of all plans."""
    asked = _plans(options, say)
    if asked is None:
        return USAGE
    plans, shut = asked
    target: Path = options.output or options.root / FOLDER
    how = How(options.draft, options.force, options.strict)
    outcomes: dict[str, Outcome] = {}
    try:
        target.mkdir(parents=True, exist_ok=True)
        say.stage("xem kế hoạch nào đã xong")
        outcomes |= _done(log.read_log(target / LOG), plans, how)
        waiting = [each for each in plans if each.as_posix() not in outcomes]
        for outcome in _built(waiting, how, options, say):
            log.add(target / LOG, outcome)
            outcomes[outcome.plan] = outcome
    except KeyboardInterrupt:
        say.problem(f"đã dừng: xong {len(outcomes)}/{len(plans)}; chạy lại lệnh này để làm tiếp")
        return UNFORESEEN
    except cluster.NoCluster as error:
        say.problem(str(error))
        return USAGE
    except OSError as error:
        say.problem(f"không ghi được vào {shown(target, options.root)}: {why(error)}")
        return FINDINGS
    return _told([*(outcomes[each.as_posix()] for each in plans), *shut], target, options.root, say)


def _plans(options: Namespace, say: Say) -> tuple[list[Path], list[Outcome]] | None:
    """The plans that are asked for, and what nobody can look into; says why there are none."""
    if options.workers is not None and options.workers < 1:
        say.problem("--workers là số tiến trình, từ 1 trở lên")
        return None
    missing = [each for each in options.folders if not each.is_dir()]
    for folder in missing:
        say.problem(f"không có thư mục {folder.as_posix()}")
    if missing:
        return None
    plans, closed = plans_below(options.folders)
    if not plans:
        say.problem("không thấy kế hoạch nào: cần có content/NĂM/plan.yaml trong các thư mục đó")
        return None
    for root in dict.fromkeys(each.parents[1] for each in plans):
        if (root / JOURNAL).exists():
            for finding in finish(root):
                say.problem(f"{finding.message}. {finding.hint}")
    return plans, [Outcome(each.as_posix(), State.REFUSED, said=(SHUT,)) for each in closed]


def _done(
    before: dict[str, Outcome], plans: Sequence[Path], how: How
) -> Iterator[tuple[str, Outcome]]:
    """What an earlier batch has done and still holds."""
    for plan in plans:
        outcome = before.get(plan.as_posix())
        if outcome and still_holds(outcome, how):
            written = outcome.state is not State.REFUSED
            yield outcome.plan, replace(outcome, state=State.KEPT) if written else outcome


def _built(waiting: Sequence[Path], how: How, options: Namespace, say: Say) -> Iterator[Outcome]:
    """The outcomes of the plans that are still to be done, as they come; tells how far it is."""
    began, most = time.monotonic(), 0
    if options.scheduler and waiting:
        outcomes = cluster.outcomes(waiting, how, options.scheduler)
    else:
        workers = options.workers or os.cpu_count() or 1
        outcomes = pool.outcomes(partial(build_one, how=how), waiting, workers)
    say.stage(f"tạo văn bản của {len(waiting)} kế hoạch")
    for done, outcome in enumerate(outcomes, 1):
        most = max(most, outcome.megabytes)
        left = (time.monotonic() - began) * (len(waiting) - done) / done
        memory = f", bộ nhớ tới {most} MB" if most else ""
        say.progress(f"{done}/{len(waiting)} kế hoạch, còn khoảng {_time(round(left))}{memory}")
        yield outcome


def _time(seconds: int) -> str:
    if seconds < 60:
        return f"{seconds} giây"
    minutes = round(seconds / 60)
    return f"{minutes} phút" if minutes < 60 else f"{minutes // 60} giờ {minutes % 60} phút"


def _told(outcomes: Sequence[Outcome], target: Path, root: Path, say: Say) -> int:
    """Says what came of all, writes the summary, gives the code."""
    say.out(summary.table(outcomes, root))
    states = {each.state for each in outcomes}
    code = deliver(summary.xlsx(outcomes, root), target / SUMMARY, root, say)
    say.out(f"Nhật ký từng kế hoạch: {shown(target / LOG, root)}")
    if State.FAILED in states:
        return UNFORESEEN
    return FINDINGS if State.REFUSED in states else code
