"""The libraries of the page are what their sources and the lock file say."""

import re
import subprocess

from docgen.studio import app
from tests import tools

FRONT = app.STATIC.parent / "front"


def test_the_bundles_are_those_that_the_script_makes(tmp_path):
    tools.program("node", package="nodejs")
    installed = (FRONT / "node_modules").is_dir() or None
    tools.required(installed, "docgen/studio/front has no node_modules (npm ci)")
    command = ["node", "build.mjs", str(tmp_path)]
    subprocess.run(command, cwd=FRONT, check=True, capture_output=True, timeout=120)
    for made in tmp_path.iterdir():
        assert (app.STATIC / "lib" / made.name).read_bytes() == made.read_bytes(), made.name


def test_no_bundle_and_no_lock_names_a_registry():
    files = [*(app.STATIC / "lib").iterdir(), *FRONT.glob("*.json"), FRONT / ".npmrc"]
    assert len(files) == 6
    for file in files:
        assert not re.search(r"https?://[\w.-]*registry", file.read_text(encoding="utf-8")), file


def test_each_library_in_the_bundles_stands_with_its_licence():
    text = (app.STATIC / "lib" / "LICENCES.txt").read_text(encoding="utf-8")
    for name in ("preact", "htm", "@preact/signals", "@codemirror/view", "@lezer/yaml"):
        assert f"\n{name} " in f"\n{text}"
