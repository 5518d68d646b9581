"""A YAML mapping from names to texts → the same as data: waivers, further texts, the words of a list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from yaml.nodes import MappingNode, Node

from bot.catalog.model import SLUG
from bot.catalog.values import NOT_READ, Convert, Log, is_null, key_of, nearest, scalar_text
from bot.catalog.words import FORM_WORDS
from bot.text import zh

_ANY = re.compile(r"\S.{0,59}")
_CODE = re.compile(rf"(?=.{{1,40}}$){SLUG.pattern}")


class Shape(NamedTuple):
    """What a mapping holds: `pairs` in words, an example, which names it may have and what else to say of them."""

    pairs: str
    example: str
    names: re.Pattern[str]
    name: str
    write: str


_WORDS = Shape("代码: 词", "请每行写一条，如“book: 书”", _CODE, "代码", "请只用小写字母、数字和连字符，如 book")
_SHAPES: Mapping[str, Shape] = {
    "extra": Shape("名称: 文字", "请每行写一条，如“星: 803”", _ANY, "名称", "请写 60 字以内的一行"),
    "kinds": _WORDS,
    "link_types": _WORDS,
    "form": Shape("名称: 文字", "请每行写一条，如“entry: 书”", _ANY, "名称", f"可写：{zh.join(FORM_WORDS)}"),
}
_WAIVERS = Shape(
    "规则: 理由",
    "请每行写一条，如“dup001: 同一仓库的两个数据集”",
    _ANY,
    "规则的代码",
    "请写规则的代码，如 dup001（见 curate rules）",
)


def mapping(form: str) -> Convert:
    """How a mapping of this form is read; of no form, as waivers."""
    shape = _SHAPES.get(form, _WAIVERS)

    def convert(node: Node, field: str, log: Log) -> Any:
        if not isinstance(node, MappingNode):
            log.add("type", node, f"“{field}”应当是“{shape.pairs}”", shape.example)
            return NOT_READ
        read: dict[str, str] = {}
        for key, item in node.value:
            name = key_of(key)
            if not shape.names.fullmatch(name):
                log.add("unknown-key", key, f"{zh.quote(name)}不是{shape.name}", shape.write)
            elif form == "form" and name not in FORM_WORDS:
                near = nearest(name, FORM_WORDS)
                log.add(
                    "unknown-key",
                    key,
                    f"表单里没有{zh.quote(name)}这一项",
                    f"是不是想写“{near}”" if near else shape.write,
                )
            elif name in read:
                log.add("duplicate-key", key, f"“{name}”写了两次", "请合并成一处")
            elif (text := scalar_text(item, name, log)) is not None:
                if shape is _WORDS and not _word(item, name, text, read, log):
                    continue
                read[name] = "" if is_null(item) else text
        return read

    return convert


def _word(node: Node, name: str, text: str, read: Mapping[str, str], log: Log) -> bool:
    """Whether it can be offered to a contributor and be told from the others."""
    if is_null(node) or not text.strip():
        log.add("missing", node, f"“{name}”是空的", "请写上读者看到的词")
    elif len(text.splitlines()) > 1 or "*" in text or text != text.strip():
        log.add("type", node, f"“{name}”的词{zh.quote(text)}放不进页面", "请写一行，不要星号，前后不留空格")
    elif text in read.values():
        log.add("type", node, f"“{text}”写了两次", "请给其中一项换一个词")
    else:
        return True
    return False
