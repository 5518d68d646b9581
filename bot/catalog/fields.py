"""A YAML tree → one of the model's dataclasses, driven by the dataclass's own fields.

`reader(Record)` compiles the type hints once into a function; every mistake is appended, none stops the reading,
and a field that cannot be read keeps its default.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from bot.catalog.model import waiver
from bot.catalog.values import NOT_READ, Convert, Log, choice, day, filling, integer, is_null, nearest, notes, text
from bot.catalog.yaml_tree import Mapping as MapNode
from bot.catalog.yaml_tree import Node, Scalar, Sequence
from bot.text import zh

Where = tuple[int, int, int]  # the line of a key, then line and column of its value


@cache
def reader(cls: type) -> Callable[[MapNode, Log, Mapping[str, Any]], Any]:
    """A function (tree, log, derived fields) → instance, or None when a required field is missing."""
    hints = typing.get_type_hints(cls)
    stored = {f.name: f for f in dataclasses.fields(cls) if not f.metadata.get("derived")}
    converts = {name: _field(f, hints[name]) for name, f in stored.items()}
    required = [f for f in stored.values() if is_required(f)]
    needed = [f.name for f in required if f.default is dataclasses.MISSING]
    pointed = next((name for name, f in stored.items() if "pointed" in f.metadata), next(iter(stored)))

    def read(tree: MapNode, log: Log, derived: Mapping[str, Any]) -> Any:
        values, places = _values(tree, converts, log)
        for field in required:
            if field.name not in places:
                fix = f"请补上“{field.name}: …”（{field.metadata['doc']}）"
                log.add("missing", tree, f"缺少必填字段“{field.name}”", fix, field.name)
        if any(name not in values for name in needed):
            return None
        found = _found(places, places.get(pointed, (tree.line, tree.line, tree.column)))
        return cls(**values, **derived, **{name: found[name] for name in found if name in hints})

    return read


def _found(places: Mapping[str, Where], pointed: Where) -> dict[str, Any]:
    """Where things stand, in each way that a dataclass may want to know it."""
    return {
        "lines": {name: line for name, (line, _, _) in places.items()},
        "places": {name: (line, column) for name, (_, line, column) in places.items()},
        "line": pointed[1],
        "column": pointed[2],
    }


class Field(NamedTuple):
    """How one field is read, and what to do where it has no value."""

    read: Convert
    empty: str


def _field(field: dataclasses.Field[Any], hint: Any) -> Field:
    required = is_required(field)
    read = converter(hint, field.metadata.get("form", ""), required=required)
    return Field(read, filling(required=required, unless=field.metadata.get("unless", "")))


def _values(tree: MapNode, converts: Mapping[str, Field], log: Log) -> tuple[dict[str, Any], dict[str, Where]]:
    """What can be read of a mapping, and where each known key and waiver stands."""
    values: dict[str, Any] = {}
    places: dict[str, Where] = {}
    for key, node in tree.pairs:
        convert = converts.get(key.value)
        if convert is None:
            _unknown(key, converts, log)
        elif key.value in places:
            log.add("duplicate-key", key, f"字段“{key.value}”写了两次", "请合并成一处")
        else:
            places[key.value] = (key.line, node.line, node.column)
            if is_null(node):
                log.add("missing", node, f"“{key.value}”是空的", convert.empty, key.value)
            elif (value := convert.read(node, key.value, log)) is not NOT_READ:
                values[key.value] = value
                if convert.read is notes and isinstance(node, MapNode):
                    for code, _ in node.pairs:
                        places.setdefault(waiver(code.value), (code.line, code.line, code.column))
    return values, places


def is_required(field: dataclasses.Field[Any]) -> bool:
    """Without a default, or marked so: the loader and the JSON Schema agree through this."""
    return bool(field.metadata.get("required")) or (
        field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    )


def _unknown(key: Scalar, known: Mapping[str, Any], log: Log) -> None:
    near = nearest(key.value, known)
    fix = f"是不是想写“{near}”" if near else f"可用的字段：{zh.join(known)}"
    log.add("unknown-key", key, f"不认识的字段{zh.quote(key.value)}", fix)


def converter(hint: Any, form: str, *, required: bool = False) -> Convert:
    """The converter for one type hint: str, int, date, Literal, tuple, Mapping or a dataclass."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in {types.UnionType, typing.Union}:
        return converter(next(a for a in args if a is not types.NoneType), form, required=required)
    if origin is typing.Literal:
        return choice(args)
    if origin is tuple:
        return _sequence(converter(args[0], form))
    if hint is date:
        return day
    if hint is int:
        return integer
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _nested(hint)
    if hint is str:
        return text(form, required=required)
    return notes


def _sequence(convert_item: Convert) -> Convert:
    def convert(node: Node, name: str, log: Log) -> Any:
        if not isinstance(node, Sequence):
            log.add("type", node, f"“{name}”应当是列表", "请改成列表：每项另起一行，以“- ”开头")
            return NOT_READ
        for item in filter(is_null, node.items):
            log.add("missing", item, f"“{name}”里有一项是空的", filling())
        items = (convert_item(item, name, log) for item in node.items if not is_null(item))
        return tuple(item for item in items if item is not NOT_READ)

    return convert


def _nested(cls: type) -> Convert:
    first = dataclasses.fields(cls)[0].name

    def convert(node: Node, name: str, log: Log) -> Any:
        if not isinstance(node, MapNode):
            log.add("type", node, f"“{name}”的每一项应当带有字段名", f"请写成“- {first}: …”")
            return NOT_READ
        return NOT_READ if (made := reader(cls)(node, log, {})) is None else made

    return convert
