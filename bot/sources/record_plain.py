"""A record in just the form our writer gives it, read straight into a Record.

Nearly every file of a catalog is one, and a tree of its values takes longer to build and to walk than the file to
read. Whatever is not beyond doubt (a mistake, an escape, another indentation …) gives None: `record_file` then reads
the same bytes the long way, and tells the mistakes. Tests hold the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import Field, fields
from datetime import date
from typing import Any, get_args

from bot.catalog import model as nouns
from bot.catalog.model import Record, waiver
from bot.catalog.value_syntax import INTEGER, SLUG, is_url
from bot.sources.plain_lines import Doubt, Lines, scalar

_BLOCKS = {" |": "\n", " |-": ""}  # what ends the text of a literal block
_NOTE = re.compile("[A-Za-z][0-9A-Za-z_-]{0,59}")

Read = Callable[[str], Any]


def read_record_plain(data: bytes, section: str, slug: str, file: str) -> Record | None:
    """The record, if there is not the least doubt about it. Its slug must be a good one."""
    try:
        text = data.decode()
        shown = text[-1:] == "\n" and text.replace("\n", "").isprintable()
        return _record(text, section, slug, file) if shown else None
    except (ValueError, TypeError, Doubt):  # no UTF-8, no such day; a link without its URL
        return None


def _record(text: str, section: str, slug: str, file: str) -> Record:
    lines = Lines(text)
    while lines.lines[lines.at][:1] == "#":
        lines.at += 1
    values: dict[str, Any] = {}
    places: dict[str, int] = {}
    last = len(lines.lines) - 1
    while lines.at < last:
        key, colon, value = lines.lines[lines.at].partition(":")
        if key not in _FIELDS or key in places or not colon:
            raise Doubt
        lines.at += 1
        places[key] = lines.at
        values[key] = _FIELDS[key](lines, value)
        if key == "allow":
            places |= {waiver(code): places[key] + row for row, code in enumerate(values[key], 1)}
    if "name" not in values or "kind" not in values or not (values.get("description") or values.get("body")):
        raise Doubt
    return Record(slug=slug, section=section, file=file, lines=places, **values)


def _field(field: Field[Any]) -> Callable[[Lines, str], Any]:
    """A function (lines after the key, what follows its colon) → the value of one field of a record."""
    kind, form = str(field.type), field.metadata.get("form", "")
    if kind == "str" and not form:
        return _text
    if kind == "tuple[str, ...]":
        return _several(_reads("str", form))
    if kind.startswith("tuple["):
        return _mappings(getattr(nouns, kind.removeprefix("tuple[").removesuffix(", ...]")))
    if kind.startswith("Mapping["):
        return _notes
    read = _reads(kind, form)
    if kind == "int | None":  # a number in quotes is a text
        return lambda _, value: read(value[1:]) if value[:1] == " " else _doubted(value)
    return lambda _, value: read(_in_line(value))


def _reads(kind: str, form: str) -> Read:
    """As the converters of `values`, for what is written in one line and is no mistake."""
    if kind == "int | None":
        return lambda value: int(value) if INTEGER.fullmatch(value) else _doubted(value)
    if kind == "date | None":
        return _day
    if kind != "str":
        known = get_args(getattr(nouns, kind))
        return lambda value: value if value in known else _doubted(value)
    fits: dict[str, Callable[[str], object]] = {"line": str.strip, "slug": SLUG.fullmatch, "url": is_url}
    return (lambda value: value if fits[form](value) else _doubted(value)) if form else str


def _day(value: str) -> date:
    return date.fromisoformat(value) if len(value) == 10 and value[4] == value[7] == "-" else _doubted(value)


def _doubted(_: object) -> Any:
    raise Doubt


def _none(value: str) -> None:
    """Nothing may follow the colon."""
    if value:
        raise Doubt


def _in_line(value: str) -> str:
    return scalar(value[1:]) if value[:1] == " " else _doubted(value)


def _text(lines: Lines, value: str) -> str:
    return lines.block() + _BLOCKS[value] if value in _BLOCKS else _in_line(value)


def _several(read: Read) -> Callable[[Lines, str], Any]:
    def convert(lines: Lines, value: str) -> Any:
        _none(value)
        return tuple([read(one) for one in lines.items()]) or _doubted(value)

    return convert


def _mappings(cls: type[Any]) -> Callable[[Lines, str], Any]:
    """A list of links or relations."""
    stored = [field for field in fields(cls) if "derived" not in field.metadata]
    reads = {field.name: _reads(str(field.type), field.metadata.get("form", "")) for field in stored}
    pointed = next((field for field in stored if "pointed" in field.metadata), stored[0])
    column = {} if pointed is stored[0] else {"column": len(f"  - {pointed.name}: ") + 1}

    def convert(lines: Lines, value: str) -> Any:
        made: list[Any] = []
        _none(value)
        while lines.lines[lines.at][:4] == "  - ":
            pairs = lines.pairs("    ", "  - ")
            values = {key: reads[key](one) if key in reads else _doubted(key) for key, one, _ in pairs}
            if len(values) < len(pairs):
                raise Doubt
            values["line"] = next((line for key, _, line in pairs if key == pointed.name), 0)
            made.append(cls(**values, **column))
        return tuple(made) or _doubted(value)

    return convert


def _notes(lines: Lines, value: str) -> dict[str, str]:
    _none(value)
    pairs = lines.pairs("  ")
    notes = {key: one for key, one, _ in pairs if _NOTE.fullmatch(key)}
    return notes if notes and len(notes) == len(pairs) else _doubted(value)


_FIELDS = {field.name: _field(field) for field in fields(Record) if "derived" not in field.metadata}
