"""A YAML tree → one of the model's dataclasses, driven by the dataclass's own fields.

`reader(Record)` compiles the type hints once into a function; every mistake is appended, none stops the reading,
and a field that cannot be read keeps its default.
"""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import cache
from typing import Any

from bot import zh
from bot.model import Mistake
from bot.sources.yaml_tree import Mapping as MapNode
from bot.sources.yaml_tree import Node, Scalar, Sequence

LARGEST = 999_999_999
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LOOSE_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
KEY = re.compile(r"\S.{0,59}")
NULLS = {"", "~", "null", "Null", "NULL"}
EMPTY = "请填写，或删去这一行"
# What people write for a field that has another name here.
SYNONYMS = {
    "title": "name", "type": "kind", "category": "kind", "url": "links", "link": "links", "date": "added",
    "desc": "description", "summary": "description", "org": "organisations", "organizations": "organisations",
    "alias": "aliases", "text": "label", "href": "url", "slug": "record", "parent": "relations",
}  # fmt: skip
WORDS = {word: key for table in (zh.KINDS, zh.LINKS, zh.RELATIONS) for key, word in table.items()}


@dataclasses.dataclass(slots=True)
class Log:
    """Where mistakes of one file are gathered."""

    file: str
    mistakes: list[Mistake]

    def add(self, kind: str, node: Node, message: str, fix: str) -> None:
        self.mistakes.append(Mistake(kind, self.file, node.line, node.column, message, fix))


Convert = Callable[[Node, str, Log], Any]
NOT_READ = object()


@cache
def reader(cls: type) -> Callable[[MapNode, Log, Mapping[str, Any]], Any]:
    """A function (tree, log, derived fields) → instance, or None when a required field is missing."""
    hints = typing.get_type_hints(cls)
    stored = {f.name: f for f in dataclasses.fields(cls) if not f.metadata.get("derived")}
    converts = {name: converter(hints[name], f.metadata.get("form", "")) for name, f in stored.items()}
    required = [f for f in stored.values() if is_required(f)]
    needed = [f.name for f in required if f.default is dataclasses.MISSING]
    first = next(iter(stored))

    def read(tree: MapNode, log: Log, derived: Mapping[str, Any]) -> Any:
        values, lines = _values(tree, converts, log)
        for field in required:
            if field.name not in lines:
                fix = f"请补上“{field.name}: …”（{field.metadata['doc']}）"
                log.add("missing", tree, f"缺少必填字段“{field.name}”", fix)
        if any(name not in values for name in needed):
            return None
        if "lines" in hints:
            values["lines"] = lines
        elif "line" in hints:
            values["line"] = lines.get(first, tree.line)
        return cls(**values, **derived)

    return read


def _values(tree: MapNode, converts: Mapping[str, Convert], log: Log) -> tuple[dict[str, Any], dict[str, int]]:
    """What can be read of a mapping, and the line of each known key."""
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key, node in tree.pairs:
        convert = converts.get(key.value)
        if convert is None:
            _unknown(key, converts, log)
        elif key.value in lines:
            log.add("duplicate-key", key, f"字段“{key.value}”写了两次", "请合并成一处")
        else:
            lines[key.value] = key.line
            if is_null(node):
                log.add("missing", node, f"“{key.value}”是空的", EMPTY)
            elif (value := convert(node, key.value, log)) is not NOT_READ:
                values[key.value] = value
    return values, lines


def is_required(field: dataclasses.Field[Any]) -> bool:
    """Without a default, or marked so: the loader and the JSON Schema agree through this."""
    return bool(field.metadata.get("required")) or (
        field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    )


def _unknown(key: Scalar, known: Mapping[str, Any], log: Log) -> None:
    near = _nearest(key.value, known)
    fix = f"是不是想写“{near}”" if near else f"可用的字段：{zh.join(known)}"
    log.add("unknown-key", key, f"不认识的字段{zh.quote(key.value)}", fix)


def _nearest(word: str, known: Collection[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    meant = [one for one in (SYNONYMS.get(word.lower(), ""), WORDS.get(word.strip(), "")) if one in known]
    return [*meant, *get_close_matches(word[:60].lower(), known, 1, 0.5), ""][0]


def converter(hint: Any, form: str) -> Convert:
    """The converter for one type hint: str, int, date, Literal, tuple, Mapping or a dataclass."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in {types.UnionType, typing.Union}:
        return converter(next(a for a in args if a is not types.NoneType), form)
    if origin is typing.Literal:
        return _choice(args)
    if origin is tuple:
        return _sequence(converter(args[0], form))
    if hint is date:
        return _date
    if hint is int:
        return _integer
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _nested(hint)
    if hint is str:
        return _text(form)
    return _notes


def _scalar(node: Node, name: str, log: Log) -> str | None:
    if isinstance(node, Scalar):
        return node.value
    what = "列表" if isinstance(node, Sequence) else "带字段的内容"
    log.add("type", node, f"“{name}”应当是一段文字，这里却是{what}", "请只写一个值")
    return None


def is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.value in NULLS


def _text(form: str) -> Convert:
    def convert(node: Node, name: str, log: Log) -> Any:
        value = _scalar(node, name, log)
        if value is None:
            return NOT_READ
        if form and not value.strip():
            log.add("missing", node, f"“{name}”是空的", EMPTY)
            return NOT_READ if form == "line" else value
        _check_form(form, value, node, name, log)
        return value

    return convert


def _check_form(form: str, value: str, node: Node, name: str, log: Log) -> None:
    if form == "line" and len(value.splitlines()) > 1:
        log.add("type", node, f"“{name}”只能写一行", "请把换行删去")
    elif form == "slug" and not SLUG.fullmatch(value):
        log.add("slug", node, f"“{name}”的值{zh.quote(value)}不合规", "只用小写字母、数字和连字符，如 chatglm2-6b")
    elif form == "url" and not (WEB.match(value) and not any(c.isspace() for c in value)):
        log.add("url", node, f"{zh.quote(value)}不是完整网址", "请写以 https:// 开头、不含空格的网址")


def _choice(known: tuple[str, ...]) -> Convert:
    def convert(node: Node, name: str, log: Log) -> Any:
        value = _scalar(node, name, log)
        if value in known or value is None:
            return NOT_READ if value is None else value
        choices = f"可选：{zh.join(known)}"
        fix = f"是不是想写“{near}”？{choices}" if (near := _nearest(value, known)) else choices
        log.add("choice", node, f"“{name}”的值{zh.quote(value)}不在可选项里", fix)
        return NOT_READ

    return convert


def _date(node: Node, name: str, log: Log) -> Any:
    value = _scalar(node, name, log)
    if value is None:
        return NOT_READ
    if DAY.fullmatch(value) and (day := _day(*value.split("-"))):
        return day
    meant = _day(*parts.groups()) if (parts := LOOSE_DAY.fullmatch(value.strip())) else None
    fix = f"应为 {meant}" if meant else "请写成年-月-日，如 2023-08-14"
    log.add("date", node, f"“{name}”的日期{zh.quote(value)}无效", fix)
    return NOT_READ


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _integer(node: Node, name: str, log: Log) -> Any:
    value = _scalar(node, name, log)
    if value is not None and re.fullmatch(r"-?[0-9]{1,9}", value):
        return int(value)
    if value is not None:
        log.add("type", node, f"“{name}”应当是整数，这里却是{zh.quote(value)}", "请写不超过九位的整数，如 120")
    return NOT_READ


def _sequence(convert_item: Convert) -> Convert:
    def convert(node: Node, name: str, log: Log) -> Any:
        if not isinstance(node, Sequence):
            log.add("type", node, f"“{name}”应当是列表", "请写成每行一个“- ”")
            return NOT_READ
        for item in filter(is_null, node.items):
            log.add("missing", item, f"“{name}”里有一项是空的", EMPTY)
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


def _notes(node: Node, name: str, log: Log) -> Any:
    if not isinstance(node, MapNode):
        log.add("type", node, f"“{name}”应当是“规则: 理由”", "如 dup001: 同一仓库的两个数据集")
        return NOT_READ
    notes: dict[str, str] = {}
    for key, item in node.pairs:
        if not KEY.fullmatch(key.value):
            log.add(
                "unknown-key",
                key,
                f"{zh.quote(key.value)}不是规则的代码",
                "请写规则的代码，如 dup001（见 curate rules）",
            )
        elif key.value in notes:
            log.add("duplicate-key", key, f"“{key.value}”写了两次", "请合并成一处")
        elif (text := _scalar(item, key.value, log)) is not None:
            notes[key.value] = "" if is_null(item) else text
    return notes
