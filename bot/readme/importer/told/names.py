"""How a told thing is named, and when two names may be one thing's."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.markdown.page import Span
from bot.names.compare import EDITIONS, GENERIC, words
from bot.readme.importer.words import aliases, named_by_url

# A name in Latin letters that no common word looks like: a capital or a digit is in it.
NAME = r"(?=[a-z.+_-]{0,20}[A-Z0-9])[A-Za-z][A-Za-z0-9]*(?:[.+_-]+[A-Za-z0-9]+)*\+{0,2}"
# What can be released, without the words that say of which kind it is.
THING = (
    "(?:大?模型|数据集|语料库?|语料|(?:测试|评估|评测|验证)(?:集|基准)|基准|榜单|框架|工具包|平台|智能体|机器人"
    "|系统|助手)"
)
RELEASED = "(?:发布|开源|推出|提出|公布|公开|上线|构建|开发|研发|打造)"
_OTHER = re.compile(r"[\W_]+")
_SHORTEST = 3


def folded_name(name: str) -> str:
    return _OTHER.sub("", name).casefold()


def is_name(name: str) -> bool:
    """Whether it tells one thing from others: `Chat` or `API` alone does not."""
    return any(len(word) >= _SHORTEST and word not in EDITIONS and word not in GENERIC for word in words(name))


def names_of(whole: Span) -> frozenset[str]:
    """What an entry goes by: its name, the halves of it, the ends of its addresses."""
    given = [whole.name, *aliases(whole.name), *re.split(r"[\s（()）/、,，]+|和|与", whole.name)]
    ends = [named_by_url([link]) for link in whole.links if link.outward]
    return frozenset(name for one in (*given, *ends) if len(name := folded_name(one)) >= _SHORTEST)


def akin(name: str, names: Collection[str]) -> bool:
    """Whether one contains the other: `RockLM-Chat` is RockLM's own."""
    return any(name in other or other in name for other in names)
