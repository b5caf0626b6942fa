"""What is compiled once: patterns and templates are the very ones that Python would make."""

import dataclasses
import re
import subprocess
import sys
from functools import partial

import pytest

import docgen.rules.checks  # noqa: F401 - most patterns are those of rules
from docgen import compiled
from docgen.compiled import Compiled
from docgen.plan.expressions import environment
from tests.plan_files import tiny_project

PATTERNS = list(
    dict.fromkeys(
        each
        for name, module in sorted(sys.modules.items())
        if name.startswith("docgen")
        for each in vars(module).values()
        if isinstance(each, re.Pattern)
    )
)
ASKED = re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE | re.ASCII


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "__pycache__" / "compiled.kept"


def made(kept: Compiled) -> list[re.Pattern]:
    return [kept.pattern(each.pattern, each.flags & ASKED.value) for each in PATTERNS]


def there(kept: Compiled, key: object, _: object):
    return kept._there[key]


def refuse(*_):
    raise AssertionError("it was compiled again")


@pytest.mark.skipif(sys.version_info[:2] not in compiled.LOOKED_AT, reason="as ever there")
def test_a_pattern_that_was_kept_is_the_one_that_python_compiles(path, monkeypatch):
    kept = Compiled(path)
    assert len(PATTERNS) > 300
    assert made(kept) == PATTERNS
    kept.keep()
    monkeypatch.setattr(compiled, "_steps", refuse)
    again = made(Compiled(path))
    assert again == PATTERNS
    assert [each.groupindex for each in again] == [each.groupindex for each in PATTERNS]


def test_a_kept_template_says_what_it_said(path):
    sandbox, source = environment(), "{% for each in range(3) %}{{ each }}, {% endfor %}"
    kept = Compiled(path)
    kept.code("", source, lambda: sandbox.compile(source))
    kept.keep()
    template = sandbox.template_class.from_code(
        sandbox, Compiled(path).code("", source, refuse), {}
    )
    assert template.render(range=range) == "0, 1, 2, "


@pytest.mark.skipif(sys.version_info[:2] not in compiled.LOOKED_AT, reason="as ever there")
def test_the_methods_of_a_dataclass_are_compiled_once(path, monkeypatch):
    for turn in range(2):
        kept = Compiled(path)
        monkeypatch.setattr(dataclasses, "exec", kept.run, raising=False)
        if turn:
            monkeypatch.setattr(kept, "_get", partial(there, kept))
        made = dataclasses.make_dataclass("Made", [("one", int), ("two", list)], frozen=True)
        kept.keep()
        assert repr(made(1, [2])).endswith("Made(one=1, two=[2])")
        assert made(1, [2]) == made(1, [2]) != made(1, [3])
        with pytest.raises(dataclasses.FrozenInstanceError):
            made(1, [2]).one = 3


@pytest.mark.parametrize("left", [-1, 0, 65])
def test_what_is_damaged_or_of_another_version_is_none(path, monkeypatch, left):
    kept = Compiled(path)
    first = kept.code("", "1", lambda: compile("1", "", "eval"))
    kept.keep()
    data = path.read_bytes()
    path.write_bytes(data[:left])
    assert Compiled(path).code("", "1", lambda: compile("2", "", "eval")) != first
    path.write_bytes(data)
    assert Compiled(path).code("", "1", refuse) == first
    monkeypatch.setattr(compiled, "program", lambda: b"another")
    assert Compiled(path).code("", "1", lambda: compile("2", "", "eval")) != first


def test_only_so_much_is_kept(path, monkeypatch):
    monkeypatch.setattr(compiled, "MOST_KEPT", 2)
    for source in ("1", "2", "3"):
        kept = Compiled(path)
        kept.code("", source, lambda: compile("1", "", "eval"))
        kept.keep()
    with pytest.raises(AssertionError):
        Compiled(path).code("", "1", refuse)
    Compiled(path).code("", "3", refuse)


def test_a_command_says_the_same_where_nothing_could_be_kept(tmp_path):
    root = tiny_project(tmp_path)
    words = [sys.executable, "-B", "-m", "docgen", "-C", str(root), "check"]
    said = [subprocess.run(words, capture_output=True, check=False) for _ in range(2)]
    assert said[0].stdout == said[1].stdout
    assert said[0].stdout
