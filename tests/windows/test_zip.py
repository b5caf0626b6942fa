"""The zip for Windows: what can be known of it without Windows and without a network.

The packages themselves are `make windows`'s to fetch; here the folder has only the program, and
runs with the packages of the tests.
"""

import importlib.util
import os
import re
import subprocess
import sys
import sysconfig
import zipfile

import pytest

from tests.tools import REPOSITORY

REFUSED = re.compile(
    r'[<>:"|?*\x00-\x1f]|[ .](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)'
)
LONGEST = 140  # of 260, the rest is for where the officer unpacks it


@pytest.fixture(scope="module")
def make_zip():
    spec = importlib.util.spec_from_file_location(
        "make_zip", REPOSITORY / "windows" / "make_zip.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def packed(make_zip, tmp_path_factory):
    """The zip with no packages but one made-up one, and its names."""
    app = tmp_path_factory.mktemp("app")
    for name in ("bin/docgen", "babel/locale-data/vi.dat", "babel/locale-data/fr.dat",
                 "babel/locale-data/vi_VN.dat", "lxml/includes/a.h", "lxml/etree.pyd",
                 "some/tests/test_a.py", "some/__pycache__/a.pyc", "some-1.0.dist-info/RECORD",
                 "some-1.0.dist-info/METADATA"):  # fmt: skip
        (app / name).parent.mkdir(parents=True, exist_ok=True)
        (app / name).write_bytes(b"x")
    target = tmp_path_factory.mktemp("dist") / "docgen-windows.zip"
    make_zip.pack(make_zip.files(app, REPOSITORY), target)
    with zipfile.ZipFile(target) as package:
        return target, package.namelist()


def test_what_no_officer_needs_stays_out_and_what_docgen_reads_is_in(packed):
    _, names = packed
    travels = {name.removeprefix("docgen/app/") for name in names if "docgen/app/" in name}
    assert {each for each in travels if not each.startswith("docgen/")} == {
        "babel/locale-data/vi.dat", "babel/locale-data/vi_VN.dat", "lxml/etree.pyd",
        "some-1.0.dist-info/METADATA",
    }  # fmt: skip
    assert {"docgen/data/words.txt", "docgen/cli.py", "docgen/studio/app.py"} <= travels
    assert any(each.startswith("docgen/studio/static/") for each in travels)
    assert not any(each.startswith("docgen/studio/front/") for each in travels)
    guide = (REPOSITORY / "docs" / "huong-dan.md").read_text("utf-8")
    assert {f"docgen/{each}" for each in re.findall(r"images/[\w.-]+", guide)} <= set(names)
    assert {"docgen/docgen.bat", "docgen/DOC-TRUOC.txt", "docgen/ke-hoach/content/2024/plan.yaml",
            "docgen/ke-hoach/templates/KH_template.docx"} <= set(names)  # fmt: skip


def test_every_name_holds_on_windows(packed):
    _, names = packed
    assert [name for name in names if REFUSED.search(name.casefold())] == []
    assert len({name.casefold() for name in names}) == len(names)
    assert max(map(len, names)) < LONGEST


def test_the_same_files_give_the_same_bytes_whatever_the_day(packed, make_zip, tmp_path):
    target, names = packed
    with zipfile.ZipFile(target) as package:
        held = {name.removeprefix("docgen/"): package.read(name) for name in names}
        assert {entry.date_time for entry in package.infolist()} == {make_zip.FIXED_DATE}
    make_zip.pack(dict(reversed(held.items())), tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == target.read_bytes()
    assert names == sorted(names)


def test_no_file_that_is_our_own_names_a_place_of_this_machine(packed):
    target, names = packed
    home = str(REPOSITORY).encode()
    with zipfile.ZipFile(target) as package:
        assert [name for name in names if home in package.read(name)] == []


def test_the_batch_file_is_as_cmd_wants_it(packed):
    """Code page before the first Vietnamese letter; UNC folders; what was dropped as it came."""
    with zipfile.ZipFile(packed[0]) as package:
        data = package.read("docgen/docgen.bat")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert not data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8").split("\r\n")
    first = next(at for at, line in enumerate(lines) if not line.isascii())
    assert lines[:2] == ["@echo off", "chcp 65001 >nul"]
    assert 'pushd "%~dp0"' in lines[2:first]
    assert 'set "PYTHONUTF8=1"' in lines[2:first]
    run = lines.index("%RUN% -X utf8 -m docgen open %*")
    # In a block a dropped `KH(1).docx`, which Explorer does not quote, would end the block.
    assert not any("(" in line for line in lines[:run])
    assert sum("%*" in line for line in lines) == 1
    # cmd finds labels badly in a file of several bytes a letter.
    assert not any(line.startswith(":") or "goto" in line for line in lines)


def embeddable(path, *names):
    with zipfile.ZipFile(path, "w") as package:
        for name in names:
            package.writestr(name, "python313.zip\n.\n#import site\n")
    return path


def test_python_is_told_that_the_program_stands_beside_it(make_zip, tmp_path):
    path = embeddable(tmp_path / "e.zip", "python.exe", "python313._pth", "python313.zip")
    found = make_zip.python_files(path)
    assert set(found) == {"python/python.exe", "python/python313._pth", "python/python313.zip"}
    assert found["python/python313._pth"] == b"python313.zip\r\n.\r\n..\\app\r\n"


@pytest.mark.parametrize("names", [("a.txt",), ("python.exe",), ("python.exe", "python312._pth")])
def test_another_zip_or_another_python_is_refused(make_zip, tmp_path, names):
    with pytest.raises(ValueError, match="is not"):
        make_zip.python_files(embeddable(tmp_path / "e.zip", *names))


def test_pins_for_windows_alone_are_taken_though_pip_runs_elsewhere(make_zip):
    text = '# why\nlxml==6.1\ncolorama==0.4; sys_platform == "win32"  # click\n\n'
    assert make_zip.requirements(text) == ["lxml==6.1", "colorama==0.4"]
    with pytest.raises(ValueError, match="not about Windows"):
        make_zip.requirements('uvloop==1; sys_platform == "linux"')
    own = make_zip.requirements((REPOSITORY / "requirements.txt").read_text("utf-8"))
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", each) for each in own)


@pytest.mark.slow
def test_the_unpacked_folder_runs_and_takes_nothing_from_the_checkout(packed, tmp_path):
    folder = tmp_path / "Tài liệu (bản Đ)"
    with zipfile.ZipFile(packed[0]) as package:
        package.extractall(folder)
    program = folder / "docgen"
    ask = "import docgen, docgen.cli; print(docgen.__file__); raise SystemExit(docgen.cli.main())"
    paths = os.pathsep.join(("app", sysconfig.get_paths()["purelib"]))
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", ask, "-C", "ke-hoach", "build", "2024"],
        cwd=program, env={**os.environ, "PYTHONPATH": paths, "LC_ALL": "C"},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    first, *said = run.stdout.splitlines()
    assert first == str(program / "app" / "docgen" / "__init__.py")
    assert any("KH_2024.docx" in line for line in said)
    assert (program / "ke-hoach" / "output" / "KH_2024.docx").is_file()
