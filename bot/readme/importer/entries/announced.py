"""The name of an entry that has a link but no name of its own: what its text says was released."""

from __future__ import annotations

import re

from bot.markdown.visible import visible
from bot.names.compare import EDITIONS, GENERIC, words

# A name in Latin letters that no common word looks like: a capital or a digit is in it.
_NAME = r"(?=[a-z.+_-]{0,20}[A-Z0-9])[A-Za-z][A-Za-z0-9]*(?:[.+_-]+[A-Za-z0-9]+)*\+{0,2}"
_WIDE = rf"[\u4e00-\u9fff]{{2,6}}\s?[（(]{_NAME}[)）]"
_THING = (
    "(?:大?模型|数据集|语料库?|语料|(?:测试|评估|评测|验证)(?:集|基准)|基准|榜单|框架|工具包|平台|智能体|机器人"
    "|系统|助手)"
)
_ANNOUNCED = re.compile(
    rf"(?:发布|开源|推出|提出|公布|公开|上线|构建|开发|研发|打造)[了的]?(?:[^，。；A-Za-z]{{0,16}}?{_THING}(?P<wide>{_WIDE})"
    rf"|[^，。；A-Za-z]{{0,16}}?(?P<plain>{_NAME})(?=[，。；]|系列|[^，。；A-Za-z]{{0,4}}{_THING}|$))"
)
_SHORTEST = 3


def announced(text: str) -> str:
    """`A公司推出B系列模型` → `B`; empty where nothing is announced by its name."""
    names = (match["wide"] or match["plain"] for match in _ANNOUNCED.finditer(visible(text)))
    return next((name for name in names if _tells(name)), "")


def _tells(name: str) -> bool:
    """Whether the name tells one thing from others: `Chat` or `API` alone does not."""
    return any(len(word) >= _SHORTEST and word not in EDITIONS and word not in GENERIC for word in words(name))
