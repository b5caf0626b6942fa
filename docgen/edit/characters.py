"""The characters of a file as a rule's `Fix` mends them, held against what YAML reads."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from yaml.nodes import MappingNode, Node, ScalarNode

from docgen.finding import Fix
from docgen.load.yaml_text import compose
from docgen.plan.source import Source


def replaced(text: str, fixes: Iterable[Fix]) -> str:
    """The text with the fixes carried out, which must not overlap."""
    ordered = sorted(fixes, key=lambda fix: fix.start)
    assert all(first.end <= second.start for first, second in pairwise(ordered)), "two mends"
    parts: list[str] = []
    end = 0
    for fix in ordered:
        parts += (text[end : fix.start], fix.replacement)
        end = fix.end
    return "".join([*parts, text[end:]])


def reads_alike(before: str, after: str, fixes: Iterable[Fix]) -> bool:
    """Whether YAML still reads the same tree, longer or shorter by what the fixes add or take."""
    (shape, length), (new_shape, new_length) = _shape(before), _shape(after)
    added = sum(len(fix.replacement) - (fix.end - fix.start) for fix in fixes)
    return shape == new_shape and new_length - length == added


def _shape(text: str) -> tuple[list[str], int]:
    """A file's faults, its kinds of nodes, its keys; and how many characters its texts hold."""
    root, findings = compose(Source("", text))
    kinds = [finding.code for finding in findings]
    length = 0
    stack: list[Node] = [root] if root else []
    while stack:
        node = stack.pop()
        kinds.append(type(node).__name__)
        if isinstance(node, ScalarNode):
            length += len(node.value)
        elif isinstance(node, MappingNode):
            kinds += [str(key.value) for key, _ in node.value]
            stack += [value for _, value in node.value]
        else:
            stack += node.value
    return kinds, length
