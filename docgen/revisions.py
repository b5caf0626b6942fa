"""The project as git remembers it, where there is git: offline, nothing is checked out."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

SECONDS = 30


class NoRevision(Exception):
    """Git, or what was asked of it, is not there; the message is a Vietnamese sentence."""


def files_at(revision: str, root: Path, *paths: str) -> dict[str, bytes]:
    """The files below some paths of a project as they were at a revision, by their names."""
    if revision.startswith("-"):
        raise NoRevision(f"“{revision}” không phải tên một bản git")
    said = f"git không có bản “{revision}”, hoặc bản đó không có thư mục {paths[0]}/"
    data = _git(root, said, "archive", "--format=tar", revision, "--", *paths)
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        return dict(_files(archive))


def revisions(root: Path, most: int, *paths: str) -> list[str]:
    """The last revisions that changed some paths of a project, the newest first; without git none.

    A path that git does not know is none.
    """
    try:
        told = _git(root, "", "log", f"--max-count={most}", "--format=%H", "--", *paths)
    except NoRevision:
        return []
    return told.decode("ascii").split()


def _git(root: Path, said: str, *arguments: str) -> bytes:
    """What git answers; raises `NoRevision` with what is `said` where it refuses."""
    try:
        command = ["git", *arguments]
        done = subprocess.run(  # noqa: S603  (no shell; what comes from outside is no option)
            command, cwd=root, capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoRevision("không chạy được git; hãy cài git hoặc so sánh hai thư mục") from error
    if done.returncode:
        raise NoRevision(said)
    return done.stdout


def _files(archive: tarfile.TarFile) -> Iterator[tuple[str, bytes]]:
    for member in archive:
        if member.isfile() and (file := archive.extractfile(member)):
            yield member.name, file.read()
