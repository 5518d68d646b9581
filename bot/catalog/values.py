"""One YAML value → text, a whole number, a date, a choice or notes; a mistake is logged with the way out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from yaml.nodes import Node, ScalarNode, SequenceNode

from bot.catalog.model import INTEGER, LANGUAGE, NULLS, SIZE, SLUG, Mistake, is_url
from bot.catalog.words import LINKS, RELATIONS, USES
from bot.catalog.yaml_tree import Refused, place
from bot.text import zh

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LOOSE_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
# What people write for a field that has another name here.
SYNONYMS = {
    "title": "name", "type": "kind", "category": "kind", "url": "links", "link": "links", "date": "added",
    "desc": "description", "summary": "description", "org": "organisations", "organizations": "organisations",
    "alias": "aliases", "text": "label", "href": "url", "slug": "record", "parent": "relations",
}  # fmt: skip
WORDS = {word: key for table in (LINKS, RELATIONS, USES) for key, word in table.items()}


@dataclasses.dataclass(slots=True)
class Log:
    """Where mistakes of one file are gathered."""

    file: str
    mistakes: list[Mistake]

    def add(self, kind: str, node: Node, message: str, fix: str, field: str = "") -> None:
        self.mistakes.append(Mistake(kind, self.file, *place(node), message, fix, field))


Convert = Callable[[Node, str, Log], Any]
NOT_READ = object()


def nearest(word: str, known: Collection[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    meant = [one for one in (SYNONYMS.get(word.lower(), ""), WORDS.get(word.strip(), "")) if one in known]
    return [*meant, *get_close_matches(word[:60].lower(), known, 1, 0.5), ""][0]


def scalar_text(node: Node, name: str, log: Log) -> str | None:
    if isinstance(node, ScalarNode):
        value: str = node.value
        return value
    what = "列表" if isinstance(node, SequenceNode) else "带字段的内容"
    log.add("type", node, f"“{name}”应当是一段文字，这里却是{what}", "请只写一个值")
    return None


def key_of(key: Node) -> str:
    """The name of a field."""
    if isinstance(key, ScalarNode):
        name: str = key.value
        return name
    raise Refused("字段名不是文字", "字段名写在冒号前面，不加括号", place(key))


def is_null(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.style and node.value in NULLS


def filling(*, required: bool = False, unless: str = "") -> str:
    """What to do about a value that is not there."""
    also = f"{unless}也可以整行删去" if unless else "不是必填的，也可以整行删去"
    return "请填写，这一项是必填的" if required else f"请填写；{also}"


def text(form: str, *, required: bool = False) -> Convert:
    def convert(node: Node, name: str, log: Log) -> Any:
        value = scalar_text(node, name, log)
        if value is None:
            return NOT_READ
        if form and not value.strip():
            log.add("missing", node, f"“{name}”是空的", filling(required=required), name)
            return NOT_READ if form == "line" else value
        _check_form(form, value, node, name, log)
        return value

    return convert


def _check_form(form: str, value: str, node: Node, name: str, log: Log) -> None:
    if form == "line" and len(value.splitlines()) > 1:
        log.add("type", node, f"“{name}”只能写一行", "请把换行删去")
    elif form == "slug" and not SLUG.fullmatch(value):
        log.add("slug", node, f"“{name}”的值{zh.quote(value)}不合规", "只用小写字母、数字和连字符，如 chatglm2-6b")
    elif form == "url" and not is_url(value):
        log.add("url", node, f"{zh.quote(value)}不是完整网址", "请写以 https:// 开头、不含空格的网址")
    elif form == "size" and not SIZE.fullmatch(value):
        log.add("size", node, f"“{name}”的值{zh.quote(value)}不合规", "请写数字加 M、B 或 T，如 7B、1.5B、15M")
    elif form == "language" and not LANGUAGE.fullmatch(value):
        log.add("language", node, f"“{name}”的值{zh.quote(value)}不是语言代码", "请写 zh、en、ja 之类的代码")


def choice(known: tuple[str, ...]) -> Convert:
    def convert(node: Node, name: str, log: Log) -> Any:
        value = scalar_text(node, name, log)
        if value in known or value is None:
            return NOT_READ if value is None else value
        choices = f"可选：{zh.join(known)}"
        fix = f"是不是想写“{near}”？{choices}" if (near := nearest(value, known)) else choices
        log.add("choice", node, f"“{name}”的值{zh.quote(value)}不在可选项里", fix)
        return NOT_READ

    return convert


def day(node: Node, name: str, log: Log) -> Any:
    value = scalar_text(node, name, log)
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


def integer(node: Node, name: str, log: Log) -> Any:
    value = scalar_text(node, name, log)
    if value is not None and INTEGER.fullmatch(value):
        if isinstance(node, ScalarNode) and not node.style:
            return int(value)
        log.add("type", node, f"“{name}”应当是整数，加了引号就成了文字", f"请去掉引号，写成 {value}")
    elif value is not None:
        log.add("type", node, f"“{name}”应当是整数，这里却是{zh.quote(value)}", "请写不超过九位的整数，如 120")
    return NOT_READ
