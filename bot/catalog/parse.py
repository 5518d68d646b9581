"""The bytes of one of a catalog's files → a record or the list file, and every mistake in it.

The dataclasses' own fields say how: their type hints are compiled once into a function. A mistake is appended, none
stops the reading, and a field that cannot be read keeps its default.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from yaml.nodes import MappingNode, Node, SequenceNode

from bot.catalog.arrange import LIST_FILE, section_and_slug
from bot.catalog.mappings import mapping
from bot.catalog.model import SLUG, ListFile, Mistake, Record, is_required, stored_fields, waiver
from bot.catalog.values import (
    NOT_READ,
    Convert,
    Log,
    choice,
    day,
    filling,
    integer,
    is_null,
    key_of,
    nearest,
    text,
)
from bot.catalog.yaml_tree import Refused, place, read_tree
from bot.text import zh

_BEGIN = "请从“title: 列表标题”开始写，再用“sections:”列出小节"
Places = dict[str, tuple[Node, Node]]  # a key's name → the key and its value


def read_list(data: bytes, file: str = LIST_FILE) -> tuple[ListFile | None, list[Mistake]]:
    """The list file; None when it cannot be used at all."""
    tree = read_tree(data, file)
    if isinstance(tree, Mistake):
        return None, [dataclasses.replace(tree, fix=_BEGIN) if tree.kind == "empty" else tree]
    log = Log(file, [])
    return _read(ListFile, tree, log, {}), log.mistakes


def read_record(data: bytes, file: str) -> tuple[Record | None, list[Mistake]]:
    """One record; its slug and section are taken from its path."""
    tree = read_tree(data, file)
    if isinstance(tree, Mistake):
        return None, [tree]
    section, slug = section_and_slug(file)
    log = Log(file, [])
    if not SLUG.fullmatch(slug):
        what = f"文件名{zh.quote(file.rpartition('/')[2])}不合规"
        log.add("file-name", tree, what, "文件名只用小写字母、数字和连字符，如 chatglm2-6b.yml")
    record: Record | None = _read(Record, tree, log, {"slug": slug, "section": section, "file": file})
    if record and not (record.description.strip() or record.body) and not {"description", "body"} & set(record.lines):
        log.add("missing", tree, "缺少必填字段“description”", "请补上“description: |”和一段中文介绍", "description")
    return record, log.mistakes


def _read(cls: type, tree: MappingNode, log: Log, derived: Mapping[str, Any]) -> Any:
    try:
        return reader(cls)(tree, log, derived)
    except Refused as refused:
        log.mistakes[:] = [refused.mistake(log.file)]
        return None


@cache
def reader(cls: type) -> Callable[[MappingNode, Log, Mapping[str, Any]], Any]:
    """A function (tree, log, derived fields) → instance, or None when a required field is missing."""
    hints = typing.get_type_hints(cls)
    stored = {f.name: f for f in stored_fields(cls)}
    converts = {name: _field(f, hints[name]) for name, f in stored.items()}
    required = [f for f in stored.values() if is_required(f)]
    needed = [f.name for f in required if f.default is dataclasses.MISSING]
    pointed = next((name for name, f in stored.items() if "pointed" in f.metadata), next(iter(stored)))
    positions = {name: make for name, make in _POSITIONS.items() if name in hints}

    def read(tree: MappingNode, log: Log, derived: Mapping[str, Any]) -> Any:
        values, places = _values(tree, converts, log)
        for field in required:
            if field.name not in places:
                fix = f"请补上“{field.name}: …”（{field.metadata['doc']}）"
                log.add("missing", tree, f"缺少必填字段“{field.name}”", fix, field.name)
        if any(name not in values for name in needed):
            return None
        node = places[pointed][1] if pointed in places else tree
        return cls(**values, **derived, **{name: make(places, node) for name, make in positions.items()})

    return read


# Where things stand, in each way that a dataclass may want to know it.
_POSITIONS: Mapping[str, Callable[[Places, Node], Any]] = {
    "lines": lambda places, _: {name: key.start_mark.line + 1 for name, (key, _) in places.items()},
    "places": lambda places, _: {name: place(value) for name, (_, value) in places.items()},
    "line": lambda _, node: node.start_mark.line + 1,
    "column": lambda _, node: node.start_mark.column + 1,
}


class Field(NamedTuple):
    """How one field is read, and what to do where it has no value."""

    read: Convert
    empty: str


def _field(field: dataclasses.Field[Any], hint: Any) -> Field:
    required = is_required(field)
    read = converter(hint, field.metadata.get("form", ""), required=required)
    return Field(read, filling(required=required, unless=field.metadata.get("unless", "")))


def _values(tree: MappingNode, converts: Mapping[str, Field], log: Log) -> tuple[dict[str, Any], Places]:
    """What can be read of a mapping, and where each known key and waiver stands."""
    values: dict[str, Any] = {}
    places: Places = {}
    for key, node in tree.value:
        name = key_of(key)
        convert = converts.get(name)
        if convert is None:
            _unknown(key, name, converts, log)
        elif name in places:
            log.add("duplicate-key", key, f"字段“{name}”写了两次", "请合并成一处")
        else:
            places[name] = (key, node)
            if is_null(node):
                log.add("missing", node, f"“{name}”是空的", convert.empty, name)
            elif (value := convert.read(node, name, log)) is not NOT_READ:
                values[name] = value
                if name == "allow" and isinstance(node, MappingNode):
                    for code, _ in node.value:
                        places.setdefault(waiver(key_of(code)), (code, code))
    return values, places


def _unknown(key: Node, name: str, known: Mapping[str, Any], log: Log) -> None:
    near = nearest(name, known)
    fix = f"是不是想写“{near}”" if near else f"可用的字段：{zh.join(known)}"
    log.add("unknown-key", key, f"不认识的字段{zh.quote(name)}", fix)


def converter(hint: Any, form: str, *, required: bool = False, dash: str = "") -> Convert:
    """The converter for one type hint: str, int, date, Literal, tuple, Mapping or a dataclass."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in {types.UnionType, typing.Union}:
        return converter(next(a for a in args if a is not types.NoneType), form, required=required)
    if origin is typing.Literal:
        return choice(args)
    if origin is tuple:
        return _sequence(converter(args[0], form, dash="- "))
    if hint is date:
        return day
    if hint is int:
        return integer
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _nested(hint, dash)
    if hint is str:
        return text(form, required=required)
    return mapping(form)


def _sequence(convert_item: Convert) -> Convert:
    def convert(node: Node, name: str, log: Log) -> Any:
        if not isinstance(node, SequenceNode):
            log.add("type", node, f"“{name}”应当是列表", "请改成列表：每项另起一行，以“- ”开头")
            return NOT_READ
        for item in filter(is_null, node.value):
            log.add("missing", item, f"“{name}”里有一项是空的", filling())
        items = (convert_item(item, name, log) for item in node.value if not is_null(item))
        return tuple(item for item in items if item is not NOT_READ)

    return convert


def _nested(cls: type, dash: str) -> Convert:
    first = dataclasses.fields(cls)[0].name

    def convert(node: Node, name: str, log: Log) -> Any:
        if not isinstance(node, MappingNode):
            each = "的每一项" if dash else ""
            log.add("type", node, f"“{name}”{each}应当带有字段名", f"请写成“{dash}{first}: …”")
            return NOT_READ
        return NOT_READ if (made := reader(cls)(node, log, {})) is None else made

    return convert
