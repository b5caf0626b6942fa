"""What a known edit is, and how the comparison must report it."""

from dataclasses import dataclass

from tests.content_edits import Edit


@dataclass(frozen=True)
class Found:
    """How a change must be reported: `old` and `new` are words of its two sides, "" for none."""

    kind: str
    subject: str
    old: str
    new: str
    aspect: str = ""
    figures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """A known edit: what was done, how, and every change that it is to be found as."""

    what: str
    edit: Edit
    found: tuple[Found, ...]


def known(what, edit, *found):
    return Known(what, edit, found)


def changed(subject, old, new, aspect=""):
    return Found("changed", subject, old, new, aspect)


def added(subject, new, aspect=""):
    return Found("added", subject, "", new, aspect)


def removed(subject, old, aspect=""):
    return Found("removed", subject, old, "", aspect)


def moved(subject, old, new):
    return Found("moved", subject, old, new)
