"""The one function that writes a record (or the list file) as YAML: the same bytes for the same value, always.

A subset of YAML that every parser reads alike: block mappings and sequences; a scalar is plain where that is
beyond doubt, a literal block where it has several lines, else a double-quoted string.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from bot.catalog.model import ListFile, Record, is_required, stored_fields

# Letters, digits, CJK and harmless punctuation; never a character that starts or ends another YAML construct.
# CJK: U+3001-U+303F, ideographs, full-width forms; “”‘’…—·(U+00B7) too.
_WORD = r"0-9A-Za-z_\u00b7\u2014\u2018-\u201d\u2026\u3001-\u303f\u3400-\u9fff\uff01-\uff5e"
# Possessive, so that a long run of them is never tried in parts.
_PLAIN = re.compile(rf"[{_WORD}/](?:[{_WORD}()+,./@%=&?~;'\"*!|-]++| (?![#\s])|:(?=[^\s]))*(?<![ :])")
# What YAML 1.1 or 1.2 readers might take for something other than text.
_NOT_TEXT = re.compile(
    r"(?i:null|true|false|yes|no|on|off|y|n)|[-+.0-9_]*[0-9][-+.0-9_eExXoOa-fA-F:]*|[0-9]{4}-.*|=|\.inf|\.nan"
)
_LITERAL = re.compile(r"[\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]+")
_BREAKS = re.compile("[\x85\u2028\u2029]")
_ESCAPE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def record_text(record: Record) -> str:
    """The text of a record's file, ending in one newline. The modeline tells editors where the schema is."""
    up = "../" * (record.section.count("/") + 1)
    return f"# yaml-language-server: $schema={up}record.schema.json\n" + "".join(_fields(record, ""))


def list_text(list_file: ListFile) -> str:
    """The text of catalog/list.yml."""
    return "".join(_fields(list_file, ""))


def record_path(record: Record) -> str:
    """Where a record is kept, relative to the folder that holds catalog/."""
    return f"catalog/{record.section}/{record.slug}.yml"


def _fields(value: Any, indent: str) -> Iterator[str]:
    for name, default, required in _stored(value.__class__):
        item = getattr(value, name)
        if required or not (item == default or (not item and item != 0)):
            yield from _entry(name, item, indent)


@cache
def _stored(cls: type[Any]) -> tuple[tuple[str, Any, bool], ...]:
    """The fields that are written: name, default, and whether they are written even then."""
    return tuple((field.name, field.default, is_required(field)) for field in stored_fields(cls))


def _entry(key: str, item: Any, indent: str) -> Iterator[str]:
    if isinstance(item, tuple):
        yield f"{indent}{key}:\n" if item else f"{indent}{key}: []\n"
        for one in item:
            yield from _item(one, indent + "  ")
    elif dataclasses.is_dataclass(item):
        yield f"{indent}{key}:\n"
        yield from _fields(item, indent + "  ")
    elif isinstance(item, Mapping):
        yield f"{indent}{key}:\n"
        for name in item:
            yield f"{indent}  {_in_line(name)}: {scalar(item[name], indent + '  ')}\n"
    else:
        yield f"{indent}{key}: {scalar(item, indent)}\n"


def _item(one: Any, indent: str) -> Iterator[str]:
    if dataclasses.is_dataclass(one):
        first, *rest = _fields(one, indent + "  ")
        yield f"{indent}- {first.removeprefix(indent + '  ')}"
        yield from rest
    else:
        yield f"{indent}- {scalar(one, indent)}\n"


def scalar(value: str | int | date, indent: str) -> str:
    """A value as it stands after `key: `; a literal block continues on indented lines."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    if "\n" in value and _fits_literal(value):
        return _literal(value, indent + "  ")
    return _in_line(value)


def _in_line(value: str) -> str:
    if _PLAIN.fullmatch(value) and not _NOT_TEXT.fullmatch(value):
        return value
    return _ESCAPE.sub(_escape, json.dumps(value, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _fits_literal(value: str) -> bool:
    lines = value.split("\n")
    return bool(
        _LITERAL.fullmatch(value)
        and not _BREAKS.search(value)
        and lines[0].strip()
        and not any(line and not line.strip(" \t") for line in lines)
    )


def _literal(value: str, indent: str) -> str:
    """`|-` without a final newline, `|` with one, `|+` with more; an indentation digit if line one is indented."""
    body = value.rstrip("\n")
    ends = len(value) - len(body)
    digit = "2" if body[0] in " \t" else ""
    chomp = {0: "-", 1: ""}.get(ends, "+")
    lines = [f"{indent}{line}" if line else "" for line in body.split("\n")]
    return "\n".join([f"|{digit}{chomp}", *lines, *[""] * max(0, ends - 1)])
