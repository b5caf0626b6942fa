"""`{{ … }}` in texts and formulas of columns: Jinja in a sandbox, exact decimals only.

A name that does not exist, a value that is still blank and a formula that cannot be
computed become findings at their place; a `Decimal` can leave only in Vietnamese form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, DecimalException
from functools import cache, partial
from typing import Any, NoReturn

from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen import vietnamese
from docgen.compiled import KEPT
from docgen.finding import Finding, Rule, Severity
from docgen.plan.source import Text

UNKNOWN_NAME = Rule(
    "KH020", Severity.ERROR, "tên trong {{ }} không có", "Tên sai thì chỗ đó trong câu để trống."
)
BLANK_VALUE = Rule(
    "KH021", Severity.ERROR, "giá trị trong {{ }} còn trống", "Câu in ra sẽ khuyết con số này."
)
BAD_EXPRESSION = Rule(
    "KH022", Severity.ERROR, "biểu thức viết sai", "Biểu thức sai thì không tính được số để in."
)

RULES = (UNKNOWN_NAME, BLANK_VALUE, BAD_EXPRESSION)

_FAULTS = (
    TemplateSyntaxError, SecurityError, TypeError, ValueError, DecimalException,
    ZeroDivisionError, RecursionError,
)  # fmt: skip

_PLACEHOLDER = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_MISSING = re.compile(r"\[\[thiếu: [^\[\]]*\]\]")


@dataclass(frozen=True, slots=True)
class Blank:
    """A value that the content knows by name but has not been given yet."""

    title: str

    def __str__(self) -> str:
        return missing_mark(self.title)

    def _still_blank(self, *_: Any) -> Blank:
        """What is computed from a blank value is as blank: one cause, one finding."""
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = _still_blank
    __truediv__ = __rtruediv__ = __neg__ = _still_blank


def missing_mark(title: str) -> str:
    """What a draft shows where something is still to be filled in."""
    return f"[[thiếu: {title}]]"


def is_missing_mark(text: str) -> bool:
    """Whether a text of a draft only says that something is still to be filled in."""
    return bool(_MISSING.fullmatch(text.strip()))


class UnknownName(Exception):
    """A name that no plan has, and those that were there to choose from."""

    def __init__(self, name: str, candidates: list[str]) -> None:
        super().__init__(name)
        self.name = name
        self.candidates = candidates


class _Undefined(StrictUndefined):
    """A name that does not exist says which names there are."""

    def _raise(self, *_: Any, **__: Any) -> NoReturn:
        owner = self._undefined_obj
        names = (
            [name for name in dir(owner) if not name.startswith("_")] if owner is not None else []
        )
        raise UnknownName(str(self._undefined_name), names if hasattr(owner, "__slots__") else [])

    __str__ = __iter__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = __contains__ = _raise
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = (
        _raise
    )
    __neg__ = __getitem__ = __call__ = __lt__ = __gt__ = __le__ = __ge__ = _raise
    __getattr__ = _raise


def printed(value: Any) -> Any:
    """How a value reaches the paper: a decimal in Vietnamese form, the rest as it is."""
    return vietnamese.format_decimal(value) if isinstance(value, Decimal) else value


class _Sandbox(ImmutableSandboxedEnvironment):
    """Powers and repetition are for numbers only: no text grows without end."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._safe: dict[tuple[type, str], bool] = {}

    def compile(self, source: Any, *name: Any, **how: Any) -> Any:
        """Jinja's code of a source, kept from one process to the next."""
        if not isinstance(source, str):
            return super().compile(source, *name, **how)
        kind = f"jinja {self.autoescape} {name} {sorted(how.items())}"
        return KEPT.code(kind, source, partial(super().compile, source, *name, **how))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Jinja's answer, which is the same for all objects of a type: asked once."""
        key = type(obj), attr
        if key not in self._safe:
            self._safe[key] = super().is_safe_attribute(obj, attr, value)
        return self._safe[key]

    def call_binop(self, _: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or any(isinstance(each, str | list | tuple) for each in (left, right)):
            raise SecurityError(operator)
        return left * right


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """The one sandbox for texts and formulas; nothing of Python's or Jinja's own is in it."""
    sandbox = _Sandbox(undefined=_Undefined, finalize=printed, optimized=False)
    for names in (sandbox.globals, sandbox.filters, sandbox.tests):
        names.clear()
    return sandbox


def fill(text: Text, names: Mapping[str, Any]) -> tuple[str, list[Finding]]:
    """The text with every `{{ … }}` replaced by its value, and what is wrong with them."""
    value = text.value
    if "{" not in value and "}}" not in value:
        return value, []
    findings: list[Finding] = []

    def replace(match: re.Match[str]) -> str:
        expression = match[0][2:-2]
        span = match.start(), len(match[0])
        result = _evaluate(expression, names, text, span, findings)
        if isinstance(result, Blank):
            message, hint = f"{result.title} còn trống", "Điền giá trị này trong plan.yaml."
            findings.append(text.finding(BLANK_VALUE, message, hint, *span))
        return str(printed(result))

    filled = _PLACEHOLDER.sub(replace, value)
    remainder = _PLACEHOLDER.sub(lambda match: " " * len(match[0]), value)
    findings += [
        text.finding(
            BAD_EXPRESSION, f"dấu {opening[0]} không thành cặp {{{{ … }}}}",
            "Viết {{ tên }}; muốn in chính dấu này thì viết {{ '" + opening[0] + "' }}.",
            opening.start(), 2,
        )
        for opening in re.finditer(r"\{\{|\{%|\{#|\}\}", remainder)
    ]  # fmt: skip
    return filled, findings


def formula(text: Text, names: Mapping[str, Any]) -> tuple[Any, list[Finding]]:
    """The value of a column's formula on the numbers of one row, and what is wrong with it."""
    findings: list[Finding] = []
    value = _evaluate(text.value, names, text, (0, len(text.value)), findings)
    if not findings and not isinstance(value, Decimal | int):
        findings.append(text.finding(BAD_EXPRESSION, "công thức không cho ra số"))
    return value, findings


@cache
def _compiled(expression: str) -> Any:
    return environment().compile_expression(expression, undefined_to_none=False)


def _evaluate(
    expression: str,
    names: Mapping[str, Any],
    text: Text,
    span: tuple[int, int],
    findings: list[Finding],
) -> Any:
    """The value of an expression; after a finding, a mark that shows what was meant.

    `span` is the offset and length of the place that a finding points at.
    """
    try:
        value = _compiled(expression)(**names)
        str(value)
        if isinstance(value, bool) or not isinstance(value, str | int | Decimal | Blank):
            raise TypeError("neither words nor an exact number")
    except UnknownName as error:
        candidates = sorted(error.candidates or names)
        near = vietnamese.closest(error.name, candidates)
        known = f"Các tên có thể dùng: {', '.join(candidates)}."
        hint = f"Có phải ý là “{near[0]}”?" if near else known
        start = text.value.find(error.name, span[0])
        message = f"không có tên “{error.name}”"
        findings.append(text.finding(UNKNOWN_NAME, message, hint, start, len(error.name)))
    except _FAULTS:
        hint = "Dùng tên, số nguyên và các dấu + - * /; ví dụ: year - 1, score - max, sum('loss')."
        message = f"không tính được “{expression.strip()[:60]}”"
        findings.append(text.finding(BAD_EXPRESSION, message, hint, *span))
    else:
        return value
    return missing_mark(expression.strip())


_SUM = re.compile(r"sum\(\s*['\"]\w+['\"]\s*\)")
_WORD = re.compile(r"[^\W\d]\w*")


def of_the_row(formula: Text) -> frozenset[str]:
    """The keys that a formula takes from its own row; not those of `sum('…')`."""
    return frozenset(_WORD.findall(_SUM.sub("", formula.value)))
