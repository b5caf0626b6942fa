"""Make `docgen-windows.zip`: docgen for a Windows PC, without installing, without a network.

    python windows/make_zip.py [--python-embed FILE.zip] [--here] [-o FILE.zip]

The zip holds the program and its packages (`app/`), a first content (`ke-hoach/`), `docgen.bat`
and, given the path of python.org's "Windows embeddable package (64-bit)" for Python 3.13, Python
itself. `--here` takes the packages of this machine's kind instead, to try the folder out.
Entries are sorted and carry one date, so the same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
TOP = "docgen"  # the one folder that unpacking makes
PYTHON = "3.13"
PLATFORM = "win_amd64"
FIXED_DATE = (2020, 3, 5, 0, 0, 0)
MADE_OF = ("docgen.bat", "DOC-TRUOC.txt")
CONTENT = ("content", "templates", "schemas")
FIRST_CONTENT = "ke-hoach"
# What no officer's run asks for. Babel: only Vietnamese, and the root that it stands on.
NEEDLESS = re.compile(
    r"^bin/|^Scripts/|/(?:tests?|testing)/|__pycache__/|\.(?:pyc|pyi|pxd|pxi|h|c|cpp|pyx)$"
    r"|^lxml/(?:includes|isoschematron)/|\.dist-info/(?:RECORD|INSTALLER|REQUESTED|direct_url\.json)$"
    r"|^babel/locale-data/(?!(?:root|vi|vi_VN)\.dat$)|^docgen/studio/front/"
)
_MARKER = re.compile(r"^(?P<pin>[^;#\s]+)\s*;\s*(?P<marker>.+)$")


def requirements(text: str) -> list[str]:
    """The pins of a requirements file that Windows needs.

    pip asks the machine it runs on whether a line is for Windows, so it is asked here.
    """
    pins = []
    for line in (each.partition("#")[0].strip() for each in text.splitlines()):
        match = _MARKER.match(line)
        if match and "win32" not in match["marker"] and "Windows" not in match["marker"]:
            raise ValueError(f"a marker that is not about Windows: {line}")
        if line:
            pins.append(match["pin"] if match else line)
    return pins


def install(target: Path, pins: Sequence[str], *, here: bool) -> None:
    """Puts the packages into `target`: wheels of Windows, or of this machine."""
    kind = [] if here else ["--platform", PLATFORM, "--python-version", PYTHON]
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-compile"]
    options += ["--only-binary=:all:", "--target", str(target), *kind]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, *pins], check=True)


def needed(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files below a folder that travel, by their names in it, in order."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not NEEDLESS.search(name):
            yield name, path


def files(app: Path, root: Path) -> dict[str, bytes]:
    """All that the zip holds but Python: names below its top folder and their bytes."""
    found = {f"app/{name}": path.read_bytes() for name, path in needed(app)}
    for name, path in needed(root / "docgen"):
        if not NEEDLESS.search(f"docgen/{name}"):
            found[f"app/docgen/{name}"] = path.read_bytes()
    for folder in CONTENT:
        for name, path in needed(root / folder):
            if path.suffix != ".py":
                found[f"{FIRST_CONTENT}/{folder}/{name}"] = path.read_bytes()
    for name in MADE_OF:
        found[name] = windows_text(HERE / name)
    guide = root / "docs" / "huong-dan.md"
    found[guide.name] = windows_text(guide)
    for image in re.findall(r"\]\((images/[^)]+)\)", guide.read_text(encoding="utf-8")):
        found[image] = (guide.parent / image).read_bytes()
    return found


def windows_text(path: Path) -> bytes:
    """A text as Windows' own programs read it: lines end with CR LF, no byte order mark."""
    return path.read_text(encoding="utf-8").replace("\n", "\r\n").encode("utf-8")


def python_files(embeddable: Path) -> dict[str, bytes]:
    """Python itself, told that the program stands beside it.

    The `._pth` of the embeddable package is all that it looks at: neither PYTHONPATH nor the
    folder that it is started in.
    """
    with zipfile.ZipFile(embeddable) as package:
        found = {f"python/{name}": package.read(name) for name in package.namelist()}
    paths = [name for name in found if name.endswith("._pth")]
    if len(paths) != 1 or "python/python.exe" not in found:
        raise ValueError(f"{embeddable.name} is not the Windows embeddable package of Python")
    stem = f"python{PYTHON.replace('.', '')}"
    if paths[0] != f"python/{stem}._pth":
        raise ValueError(f"{embeddable.name} is not of Python {PYTHON}")
    found[paths[0]] = f"{stem}.zip\r\n.\r\n..\\app\r\n".encode("ascii")
    return found


def pack(found: dict[str, bytes], target: Path) -> None:
    """Writes the zip, the same bytes for the same files."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as package:
        for name in sorted(found):
            entry = zipfile.ZipInfo(f"{TOP}/{name}", FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 0
            package.writestr(entry, found[name], compresslevel=9)


def contents(target: Path) -> Iterator[str]:
    """What the zip holds and how large it is, a line a part."""
    sizes: Counter[str] = Counter()
    packed: Counter[str] = Counter()
    count: Counter[str] = Counter()
    with zipfile.ZipFile(target) as package:
        for entry in package.infolist():
            part = "/".join(entry.filename.split("/")[1:3])
            part = part if part.startswith("app/") else part.split("/")[0]
            part = re.sub(r"-[^/]*\.dist-info$|\.[^/]*\.pyd$|\.libs$", "", part)
            sizes[part] += entry.file_size
            packed[part] += entry.compress_size
            count[part] += 1
    yield f"{'part':<34} files       KB  zipped KB"
    for part, size in sizes.most_common():
        yield f"{part:<34} {count[part]:>5} {size // 1024:>8} {packed[part] // 1024:>10}"
    whole = target.stat().st_size
    yield f"{'all':<34} {count.total():>5} {sizes.total() // 1024:>8} {whole // 1024:>10}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Builds the zip and lists what it holds."""
    parser = argparse.ArgumentParser(description="Make docgen-windows.zip.")
    parser.add_argument("--python-embed", type=Path, metavar="FILE.zip")
    parser.add_argument("--here", action="store_true", help="packages for this machine, to try it")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "dist" / "docgen-windows.zip")
    options = parser.parse_args(arguments)
    pins = requirements((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    python = python_files(options.python_embed) if options.python_embed else {}
    with tempfile.TemporaryDirectory() as folder:
        install(Path(folder), pins, here=options.here)
        if lost := missing(Path(folder)):
            raise SystemExit(f"requirements.txt lacks what packages ask for: {', '.join(lost)}")
        pack({**files(Path(folder), ROOT), **python}, options.output)
    print("\n".join(contents(options.output)))
    if not python:
        print(f"Without Python: the PC needs Python {PYTHON}; --python-embed packs it.")


def missing(app: Path) -> list[str]:
    """Packages that others ask for on Windows and that are not there."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    windows = {
        "sys_platform": "win32", "platform_system": "Windows", "os_name": "nt",
        "python_version": PYTHON, "python_full_version": f"{PYTHON}.0", "extra": "",
    }  # fmt: skip
    there = {canonicalize_name(each.name.partition("-")[0]) for each in app.glob("*.dist-info")}
    asked = {
        canonicalize_name(requirement.name)
        for metadata in app.glob("*.dist-info/METADATA")
        for line in metadata.read_text(encoding="utf-8").splitlines()
        if line.startswith("Requires-Dist: ")
        and (requirement := Requirement(line.removeprefix("Requires-Dist: ")))
        and (requirement.marker is None or requirement.marker.evaluate(windows))
    }
    return sorted(asked - there)


if __name__ == "__main__":
    main()
