"""JSON Schemas of the content files, from the declarations in `model`.

Editors use them for completion and show the Vietnamese titles on hover. Numbers and
dates are text in the content, so a schema accepts what YAML may make of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from docgen.load.read import type_hints
from docgen.load.scalars import SCALARS
from docgen.plan.model import Agency, Appendix, Assignment, Glossary, Item, Plan
from docgen.plan.office import Office
from docgen.plan.source import Text
from docgen.plan.table import Row

DRAFT = "http://json-schema.org/draft-07/schema#"
SCALAR: Mapping[str, Any] = {"type": ["string", "number", "boolean", "null"]}

ROW = {
    "title": "Dòng của bảng",
    "description": "Các ô theo mã cột; ô trải qua nhiều cột: cột đầu - cột cuối.",
    "type": "object",
}
ROW_KEYS: Mapping[str, Mapping[str, Any]] = {
    "rows": {
        "title": "Các dòng bên dưới",
        "type": "array",
        "items": {"$ref": "#/definitions/row"},
    },
    "shared": {
        "title": "Các ô dùng chung",
        "description": "Ghi một lần cho mọi dòng dưới rows; bản in gộp ô.",
        "type": "object",
    },
    "across": {
        "title": "Dòng chữ ngang bảng",
        "description": "In trên cả bề ngang, rồi đến các dòng dưới rows.",
        **SCALAR,
    },
    "blank": {
        "title": "Số dòng trống",
        "description": "In bấy nhiêu dòng để trống cho người điền biểu mẫu.",
        **SCALAR,
    },
}

FILES: Mapping[str, tuple[str, Any]] = {
    "plan": ("Kế hoạch: phần đầu, nơi nhận, chữ ký", Plan),
    "section": ("Một phần của kế hoạch", Item),
    "appendix": ("Phụ lục", Appendix),
    "agencies": ("Danh mục cơ quan", Mapping[str, Agency]),
    "glossary": ("Chữ viết tắt và từ ngữ", Glossary),
    "office": ("Cơ quan và thể thức dùng chung mọi năm", Office),
}


@dataclass(frozen=True)
class Known:
    """What only the content knows: codes and names of agencies, titles of columns by their keys."""

    agencies: Sequence[str] = ()
    columns: Mapping[str, str] = field(default_factory=dict)


def schemas(known: Known | None = None) -> dict[str, dict[str, Any]]:
    """One schema a kind of content file, by its name (`plan`, `section`, …)."""
    maker = _Maker(known or Known())
    return {name: maker.document(title, wanted) for name, (title, wanted) in FILES.items()}


class _Maker:
    """Makes the schemas of content that has these agencies and columns."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.definitions: dict[str, Any] = {}

    def document(self, title: str, wanted: Any) -> dict[str, Any]:
        self.definitions = {}
        root = self.schema(wanted, {})
        return {"$schema": DRAFT, "title": title, **root, "definitions": self.definitions}

    def schema(self, wanted: Any, metadata: Mapping[str, Any]) -> dict[str, Any]:
        origin, arguments = get_origin(wanted), get_args(wanted)
        if origin in (Union, UnionType):
            wanted = next(each for each in arguments if each is not type(None))
            return self.schema(wanted, metadata)
        if origin is tuple:
            return self._list(arguments[0], metadata)
        if origin is not None and origin is not Literal:
            return {
                "type": ["object", "null"],
                "additionalProperties": self.schema(arguments[1], {}),
            }
        if origin is Literal:
            return {"enum": list(arguments)}
        if wanted is Row:
            return self._row()
        if wanted is Text and metadata.get("agency") and self.known.agencies:
            return {"enum": [*self.known.agencies, None]}
        if wanted is Text or wanted in SCALARS:
            return dict(SCALAR)
        if is_dataclass(wanted):
            return self._reference(wanted)
        raise TypeError(f"no schema for {wanted!r}")

    def _list(self, wanted: Any, metadata: Mapping[str, Any]) -> dict[str, Any]:
        """Several, or one alone. Editors show a title once for each alternative of `anyOf`."""
        item = self.schema(wanted, metadata)
        alone = ["object", "null"] if "$ref" in item else SCALAR["type"]
        if metadata.get("shorthand") or metadata.get("include"):
            mixed = [self._reference(Assignment)] * bool(metadata.get("mixed"))
            item, alone = {"anyOf": [SCALAR, item, *mixed]}, ["object", *SCALAR["type"]]
        return {"type": ["array", *alone], "items": item}

    def _reference(self, wanted: Any) -> dict[str, Any]:
        name = wanted.__name__.lower()
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name].update(self._object(wanted))
        return {"$ref": f"#/definitions/{name}"}

    def _object(self, wanted: Any) -> dict[str, Any]:
        hints = type_hints(wanted)
        shown = [each for each in fields(wanted) if not each.metadata.get("private")]
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [each.name for each in shown if required(each)],
            "properties": {each.name: self._property(each, hints[each.name]) for each in shown},
        }

    def _property(self, declared: Any, wanted: Any) -> dict[str, Any]:
        """One key with what an editor shows on hover. Beside `$ref` draft 7 reads nothing else."""
        schema = self.schema(wanted, declared.metadata)
        words = {name: declared.metadata[name] for name in ("title", "description")}
        shown = {name: text for name, text in words.items() if text}
        return {**shown, **({"allOf": [schema]} if "$ref" in schema else schema)}

    def _row(self) -> dict[str, Any]:
        """A row's keys are those of the table's columns; another table may have others."""
        cells = {
            key: {"title": title or key, **self._list(Text, {})}
            for key, title in self.known.columns.items()
        }
        self.definitions["row"] = {**ROW, "properties": {**cells, **ROW_KEYS}}
        return {"$ref": "#/definitions/row"}


def required(declared: Any) -> bool:
    """Whether a file must have a key of its own; `office.yaml` may stand in for a shared one."""
    return bool(declared.metadata["required"]) and not declared.metadata.get("shared")
