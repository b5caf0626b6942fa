"""JSON Schemas of the content files, from the declarations in `model`.

Editors use them for completion and show the Vietnamese titles on hover. Numbers and
dates are text in the content, so a schema accepts what YAML may make of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from docgen.load.read import type_hints
from docgen.load.scalars import SCALARS
from docgen.plan.model import Agency, Appendix, Assignment, Glossary, Item, Plan
from docgen.plan.office import Office
from docgen.plan.source import Text
from docgen.plan.table import Row

DRAFT = "http://json-schema.org/draft-07/schema#"
SCALAR = {"type": ["string", "number", "boolean", "null"]}

FILES: Mapping[str, tuple[str, Any]] = {
    "plan": ("Kế hoạch: phần đầu, nơi nhận, chữ ký", Plan),
    "section": ("Một phần của kế hoạch", Item),
    "appendix": ("Phụ lục", Appendix),
    "agencies": ("Danh mục cơ quan", Mapping[str, Agency]),
    "glossary": ("Chữ viết tắt và từ ngữ", Glossary),
    "office": ("Cơ quan và thể thức dùng chung mọi năm", Office),
}


def schemas() -> dict[str, dict[str, Any]]:
    """One schema a kind of content file, by its name (`plan`, `section`, …)."""
    return {name: _document(title, wanted) for name, (title, wanted) in FILES.items()}


def _document(title: str, wanted: Any) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    root = _schema(wanted, {}, definitions)
    return {"$schema": DRAFT, "title": title, **root, "definitions": definitions}


def _schema(
    wanted: Any, metadata: Mapping[str, Any], definitions: dict[str, Any]
) -> dict[str, Any]:
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        wanted = next(each for each in arguments if each is not type(None))
        return _schema(wanted, metadata, definitions)
    if origin is tuple:
        item = _schema(arguments[0], metadata, definitions)
        if metadata.get("shorthand") or metadata.get("include"):
            mixed = [_reference(Assignment, definitions)] * bool(metadata.get("mixed"))
            item = {"anyOf": [SCALAR, item, *mixed]}
        return {"anyOf": [{"type": "array", "items": item}, item, {"type": "null"}]}
    if origin is not None and origin is not Literal:
        return {
            "type": ["object", "null"],
            "additionalProperties": _schema(arguments[1], {}, definitions),
        }
    if origin is Literal:
        return {"enum": list(arguments)}
    if wanted is Row:
        return _row(definitions)
    if wanted is Text or wanted in SCALARS:
        return dict(SCALAR)
    if is_dataclass(wanted):
        return _reference(wanted, definitions)
    raise TypeError(f"no schema for {wanted!r}")


def _reference(wanted: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name = wanted.__name__.lower()
    if name not in definitions:
        definitions[name] = {}
        definitions[name].update(_object(wanted, definitions))
    return {"$ref": f"#/definitions/{name}"}


def _object(wanted: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = type_hints(wanted)
    shown = [each for each in fields(wanted) if not each.metadata.get("private")]
    properties = {each.name: _property(each, hints[each.name], definitions) for each in shown}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [each.name for each in shown if required(each)],
        "properties": properties,
    }


def required(declared: Any) -> bool:
    """Whether a file must have a key of its own; `office.yaml` may stand in for a shared one."""
    return bool(declared.metadata["required"]) and not declared.metadata.get("shared")


def _property(declared: Any, wanted: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """One key with what an editor shows on hover. Beside `$ref` draft 7 reads nothing else."""
    schema = _schema(wanted, declared.metadata, definitions)
    words = {name: declared.metadata[name] for name in ("title", "description")}
    shown = {name: text for name, text in words.items() if text}
    return {**shown, **({"allOf": [schema]} if "$ref" in schema else schema)}


def _row(definitions: dict[str, Any]) -> dict[str, Any]:
    """A row's keys are those of the table's columns, which only the content knows."""
    if "row" not in definitions:
        definitions["row"] = {
            "title": "Dòng của bảng",
            "description": "Các ô theo mã cột; ô trải qua nhiều cột: cột đầu - cột cuối.",
            "type": "object",
            "properties": {
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
            },
        }
    return {"$ref": "#/definitions/row"}
