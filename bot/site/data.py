"""The list for programs: list.json with its schema, list.csv."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.catalog.model import Catalog, stored_fields
from bot.catalog.schema import schema_text
from bot.catalog.words import USES
from bot.site.shown import Entry
from bot.site.words import COLUMNS, STATUSES

_UNSAID = {"allow", "order", "search_names"}  # how the list is kept, not what is in it
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets run
_HERE: Mapping[str, str] = {
    "slug": "条目的标识，不会改变",
    "section": "小节的路径",
    "sections": "小节的标题，由外到内",
    "page": "条目自己的页面，相对于 list.json",
}


def list_json(catalog: Catalog, entries: Sequence[Entry]) -> str:
    about = catalog.list
    head = {"title": about.title, "repository": about.repository, "introduction": about.introduction}
    value = {"list": {key: text for key, text in head.items() if text}, "entries": [_entry(entry) for entry in entries]}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def list_schema(catalog: Catalog) -> str:
    """JSON Schema (draft 2020-12) of list.json: the fields of a record, and where it stands."""
    record = json.loads(schema_text(catalog.list))
    fields = {name: shape for name, shape in record["properties"].items() if name not in _UNSAID}
    texts: dict[str, Any] = {name: {"type": "string", "description": words} for name, words in _HERE.items()}
    texts["sections"] = {"type": "array", "items": {"type": "string"}, "description": _HERE["sections"]}
    entry = _object({**texts, **fields}, [*_HERE, "name", "status"])
    about = _object({name: {"type": "string"} for name in ("title", "repository", "introduction")}, ["title"])
    schema = {
        "$schema": record["$schema"],
        "title": "curate site 写出的列表",
        **_object({"list": about, "entries": {"type": "array", "items": entry}}, ["list", "entries"]),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def list_csv(entries: Sequence[Entry]) -> str:
    """With a byte order mark, without which Excel reads no Chinese; nothing in it is run as a formula."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(COLUMNS.values())
    for entry in entries:
        row = _row(entry)
        table.writerow([_tame(row[key]) for key in COLUMNS])
    return "\ufeff" + text.getvalue()


def _object(properties: Mapping[str, Any], required: Sequence[str]) -> dict[str, Any]:
    return {
        "type": "object", "additionalProperties": False, "required": list(required), "properties": dict(properties),
    }  # fmt: skip


def _entry(entry: Entry) -> dict[str, Any]:
    here = {
        "slug": entry.record.slug,
        "section": entry.record.section,
        "sections": list(entry.sections),
        "page": entry.page,
    }
    fields = {name: value for name, value in _plain(entry.record).items() if name not in _UNSAID}
    return {**here, **fields, "status": entry.record.status}


def _plain(value: Any) -> Any:
    """As JSON has it; fields that say nothing are left out."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if dataclasses.is_dataclass(value):
        there = {field.name: _plain(getattr(value, field.name)) for field in stored_fields(type(value))}
        return {name: part for name, part in there.items() if part or part == 0}
    return value


def _row(entry: Entry) -> Mapping[str, object]:
    record = entry.record
    plain = _plain(record)
    lists = {name: "；".join(map(str, value)) for name, value in plain.items() if isinstance(value, list) and value}
    licences = {f"license_{part}": getattr(record.license, part) for part in ("code", "weights", "data")}
    return {
        **dict.fromkeys(COLUMNS, ""), **plain, **lists, **licences,
        "slug": record.slug,
        "kind": entry.kind,
        "section": " / ".join(entry.sections),
        "status": STATUSES[record.status],
        "base": "；".join(name for name, _ in entry.base),
        "languages": "；".join(entry.languages),
        "use": USES[record.use] if record.use else "",
        "links": " ".join(link.url for link in record.links),
        "description": entry.plain,
    }  # fmt: skip


def _tame(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
