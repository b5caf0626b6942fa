"""What some tests need from outside the repository, and how its absence is said.

Elsewhere such a test is skipped with the reason; where `CI` or `DOCGEN_REQUIRE_TOOLS` is
set it fails, so that a green run there has left nothing out.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest
from openxml_audit import OpenXmlValidator

REPOSITORY = Path(__file__).resolve().parents[1]
CONVERSION_SECONDS = 120

Found = TypeVar("Found")


def demanded() -> bool:
    """Whether a missing tool is a failure."""
    return any(
        os.environ.get(name, "") not in {"", "0", "false"}
        for name in ("CI", "DOCGEN_REQUIRE_TOOLS")
    )


def sampled(cases: Iterable[Any], every: int) -> list[Any]:
    """The cases as parameters of a test: one in `every` is quick, the others are slow."""
    return [
        case if number % every == 0 else pytest.param(case, marks=pytest.mark.slow)
        for number, case in enumerate(cases)
    ]


def required(found: Found | None, missing: str) -> Found:
    """`found`, or the end of the test: skipped with `missing` as the reason, or failed in CI."""
    if found is not None:
        return found
    if demanded():
        pytest.fail(missing, pytrace=False)
    pytest.skip(missing)


def program(*names: str, package: str) -> str:
    """The path of the first of these programs that is installed; `package` is Debian's name."""
    found = next(filter(None, map(shutil.which, names)), None)
    return required(found, f"{names[0]} is not installed (Debian: apt-get install {package})")


def shared(name: str) -> Path:
    """A file of the folder `shared` beside the checkout, or of `DOCGEN_SHARED`."""
    override = os.environ.get("DOCGEN_SHARED")
    folders = [Path(override)] if override else [up / "shared" for up in REPOSITORY.parents]
    found = next((path for folder in folders if (path := folder / name).is_file()), None)
    return required(
        found, f"shared/{name} is not beside the checkout; DOCGEN_SHARED may name the folder"
    )


def ooxml_checker(script: Path) -> Callable[[Path], list[str]]:
    """The function `check` of the script: path of a .docx in, what is unsound out."""
    spec = importlib.util.spec_from_file_location("check_ooxml", script)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    writes_bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = writes_bytecode
    return module.check


def audit(document: Path) -> list[str]:
    """What openxml-audit finds unsound in a .docx, its guess at what Word would do included."""
    return [str(error) for error in OpenXmlValidator().validate(document).errors]


def convert_to_pdf(
    soffice: str, profile: Path, documents: Sequence[Path], folder: Path
) -> list[Path]:
    """The documents as LibreOffice prints them, in `folder`.

    A profile of our own keeps the run apart from an open LibreOffice, which would take the
    order and leave no file.
    """
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, documents)]
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=CONVERSION_SECONDS
    )
    printed = [folder / f"{document.stem}.pdf" for document in documents]
    for pdf in printed:
        assert pdf.is_file(), f"LibreOffice made no {pdf.name}: {run.stdout}{run.stderr}"
    return printed
