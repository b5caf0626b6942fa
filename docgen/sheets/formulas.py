"""A column's formula as Excel computes it: blank while a number that it needs is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError, nodes

from docgen.plan.expressions import environment
from docgen.plan.source import Text
from docgen.plan.table import Column

_SIGNS = {nodes.Add: "+", nodes.Sub: "-", nodes.Mul: "*", nodes.Div: "/"}
_ANY_NUMBER = '"<1000000000000000"'  # 15 digits, all that Excel knows of a number


@dataclass(frozen=True, slots=True)
class Range:
    """Where the cells of a line and of the rows below it stand: `$A7`, `$B$3:$B$56`.

    `cell` gives that of a column in the line, `below` where the numbers of the rows right below
    the line stand, none of them its own; "" for none.
    """

    own: str
    parents: str
    cell: Callable[[str], str]
    below: Callable[[str], str]


class _NoFormula(Exception):
    """What Excel is not told to compute: an if, a word, a column that holds no numbers."""


def excel_formula(text: Text, column: Column, place: Range) -> str | None:
    """The formula of a cell, with its `=`; None where only docgen can compute it.

    Sums go over the rows whose parent is this line, so they survive rows put in and taken out.
    """
    try:
        template = environment().parse(f"{{{{ {text.value} }}}}")
    except TemplateSyntaxError:
        return None
    output = template.body[0] if len(template.body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        return None
    writer = _Writer(place)
    try:
        said = writer.of(output.nodes[0])
    except _NoFormula:
        return None
    if column.decimals is not None:
        said = f"ROUND({said},{column.decimals.value})"
    needs = list(dict.fromkeys(writer.needs))
    if not needs:
        return f"={said}"
    return f'=IF(AND({",".join(needs)}),{said},"")'


@dataclass(slots=True)
class _Writer:
    """Writes a Jinja expression as one of Excel; `needs` are what must hold for it."""

    place: Range
    needs: list[str] = field(default_factory=list)

    def of(self, node: nodes.Node) -> str:
        """An expression; raises `_NoFormula`."""
        if isinstance(node, nodes.Const) and isinstance(node.value, int):
            return str(node.value)
        if isinstance(node, nodes.Name):
            return self._number(node.name)
        if isinstance(node, nodes.Neg):
            return f"(-{self.of(node.node)})"
        if isinstance(node, nodes.BinExpr) and type(node) in _SIGNS:
            if isinstance(node, nodes.Div):
                self.needs.append(f"({self.of(node.right)})<>0")
            return f"({self.of(node.left)}{_SIGNS[type(node)]}{self.of(node.right)})"
        if isinstance(node, nodes.Call) and getattr(node.node, "name", "") == "sum":
            return self._sum(node.args)
        raise _NoFormula

    def _number(self, key: str) -> str:
        cell = self.place.cell(key)
        if not cell:
            raise _NoFormula
        self.needs.append(f"ISNUMBER({cell})")
        return cell

    def _sum(self, named: Sequence[nodes.Node]) -> str:
        key = named[0].value if len(named) == 1 and isinstance(named[0], nodes.Const) else ""
        cells = self.place.below(str(key))
        if not cells:
            raise _NoFormula
        rows = f"{self.place.parents},{self.place.own}"
        count = f"COUNTIFS({rows},{cells},{_ANY_NUMBER})"
        self.needs += [f"{count}>0", f"{count}=COUNTIF({rows})"]
        return f"SUMIF({rows},{cells})"
