"""The model → catalog/record.schema.json, so that editors complete and check a record while it is typed."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.catalog.limits import LONGEST
from bot.catalog.model import LANGUAGE, LARGEST, SIZE, SLUG, ListFile, Record, is_required, stored_fields
from bot.catalog.words import words_of

# `$(?!\n)`: in some languages `$` also matches before a last line end.
_PATTERNS = {
    "slug": f"^{SLUG.pattern}$(?!\\n)",
    "size": f"^{SIZE.pattern}$(?!\\n)",
    "language": f"^{LANGUAGE.pattern}$(?!\\n)",
    "url": r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/]\S*$(?!\n)",
    "line": r"^(?![\s\S]*[\n\r\u000b\u000c\u001c-\u001e\u0085\u2028\u2029])[\s\S]*\S",
}


def schema_text(listed: ListFile) -> str:
    """JSON Schema (draft 2020-12) of one record file of this list, ending in a newline."""
    words = words_of(listed)
    record = _object(Record, {"kinds": tuple(words.kinds), "link_types": tuple(words.links)})
    if words.kinds:
        record["required"].append("kind")
    else:
        record["properties"]["kind"] = {**record["properties"]["kind"], "type": "string"}
        del record["properties"]["kind"]["enum"]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "curate 条目库中的一条记录",
        **record,
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _object(cls: type, known: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    stored = stored_fields(cls)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [f.name for f in stored if is_required(f)],
        "properties": {
            f.name: {"description": f.metadata["doc"], **_bounded(f.name, _property(hints[f.name], f.metadata, known))}
            for f in stored
        },
    }


def _bounded(name: str, shape: dict[str, Any]) -> dict[str, Any]:
    """The shape of a field, or of each of its items, with the length it may have."""
    if name not in LONGEST:
        return shape
    if "items" in shape:
        return {**shape, "items": _bounded(name, shape["items"])}
    return {**shape, "maxLength": LONGEST[name]}


def _property(hint: Any, metadata: Mapping[str, Any], known: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    if choices := metadata.get("known"):
        return {"enum": list(known[choices])}
    return _shape(hint, metadata.get("form", ""), known)


def _shape(hint: Any, form: str, known: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in {types.UnionType, typing.Union}:
        return _shape(next(a for a in args if a is not types.NoneType), form, known)
    if origin is typing.Literal:
        return {"enum": list(args)}
    if origin is tuple:
        return {"type": "array", "items": _shape(args[0], form, known)}
    if hint is date:
        return {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$(?!\n)"}
    if hint is int:
        return {"type": "integer", "minimum": -LARGEST, "maximum": LARGEST}
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _object(hint, known)
    if hint is str:
        return {"type": "string", **({"pattern": _PATTERNS[form]} if form else {})}
    return {
        "type": "object",
        "propertyNames": {"pattern": r"^\S.{0,59}$(?!\n)"},
        "additionalProperties": {"type": "string"},
    }
