"""What a YAML node says by itself, before any class of the model is asked."""

from __future__ import annotations

from yaml.nodes import MappingNode, Node, ScalarNode


def by_key(node: MappingNode) -> dict[str, Node]:
    """The nodes of a mapping by key, without those that say `null`, as programs do for nothing."""
    return {
        key.value: child
        for key, child in node.value
        if isinstance(key, ScalarNode) and not is_null(child)
    }


def names_agency(node: Node) -> bool:
    """Whether a mapping says whose task it holds: an assignment among the items of a list."""
    keys = [key.value for key, _ in node.value] if isinstance(node, MappingNode) else []
    return "agency" in keys or "agencies" in keys


def is_blank(node: Node) -> bool:
    """Whether the content leaves the place empty."""
    return isinstance(node, ScalarNode) and not node.value.strip()


def is_null(node: Node) -> bool:
    """Whether it is what programs write for nothing behind a key."""
    return isinstance(node, ScalarNode) and not node.style and node.value == "null"


def child_path(path: str, node: Node, number: int) -> str:
    """The address of a list's entry: by its code or agency where it has one, else by number."""
    if isinstance(node, MappingNode):
        for key, child in node.value:
            if isinstance(child, ScalarNode) and key.value in ("code", "agency", "key"):
                return f"{path}[{child.value}]"
    return f"{path}[{number}]"
