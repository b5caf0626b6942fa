"""Colour only where it shows and nobody asked for none."""

import sys

import pytest

from docgen.commands.screen import takes_colour


@pytest.mark.parametrize(
    ("named", "colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour_is_for_a_terminal_that_was_not_asked_for_none(named, colour, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in named.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert takes_colour() is colour
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False)
    assert not takes_colour()
