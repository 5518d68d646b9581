"""How two names stand to each other: one name, a variant of one project, brothers in a family, strangers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from bot.names.normalise import HAN, NameKey, name_key, simplify, uncounted

Kinship = Literal["same", "variant", "part", "siblings", "near", "strangers"]
_Traits = tuple[frozenset[str], NameKey, frozenset[str]]

WORDS = re.compile(rf"[a-z]+(?:\+\+|#)?|\d+(?:\.\d+)*|[{HAN}]+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
# "name: what it is", "name - what it is", "name | what it is": only the name is the name.
YEAR = re.compile(r"(?:19|20)\d\d")
TITLE = re.compile(r"^(.{3,}?)\s*(?:[:：|｜—–]|\s-\s)")
# Words that tell versions, sizes, editions and languages of one project apart.
_EDITIONS = (
    "mini small medium large xl xxl tiny nano base chat instruct lite pro plus turbo max ultra vision coder math "
    "zh cn en chinese english int4 int8 gguf gptq awq hf sft rlhf lora b m k v x alpha beta preview i ii iii iv "
    "一 二 三 四 五 上 下 中 第 卷 期 部分 part next new legacy clean train test dev"
)
EDITIONS = frozenset(_EDITIONS.split())
NEAR = 86.0  # how alike two folded names are, 0 to 100, that are a slip of the pen apart
VARIANT = 75.0  # how alike two names as written are, of one spelling, that their numbers tell apart
SHORTEST = 4  # letters of a name that can be alike
UNITS = frozenset({"v", "b", "m", "k", "x"})
# Words that say what a thing is and not which.
_GENERIC = (
    "the a an of for in and to by with on at from io com org net ai app js py site website web official homepage "
    "book books handbook guide guides tutorial tutorials course courses question questions blog search engine "
    "library lib framework toolkit tool tools collection list lists awesome repo repository project github online "
    "docs documentation wiki edition your you s 官网 官方 网站 中文 中文版 教程 指南 手册 文档 博客 数据集 "
    "数据 模型 "
    "工具 库 框架 项目 的 社区 系列 课程 翻译 版"
)
GENERIC = frozenset(_GENERIC.split())


@lru_cache(maxsize=1 << 15)
def title(name: str) -> str:
    """The part of a heading that names: "wepy-template：a template" → "wepy-template"."""
    found = TITLE.match(name)
    return found[1] if found else name


@lru_cache(maxsize=1 << 15)
def words(name: str) -> frozenset[str]:
    """The words, numbers and Chinese runs of a name."""
    return frozenset(WORDS.findall(uncounted(simplify(CAMEL.sub(" ", name)))))


@lru_cache(maxsize=1 << 15)
def telling(name: str) -> frozenset[str]:
    """The words that say which project it is; all of them where nothing else is left."""
    found = words(name)
    return frozenset(w for w in found - GENERIC - EDITIONS if not w[0].isdigit()) or found


def kinship(one: str, other: str) -> Kinship:
    """How two names stand to each other; symmetric.

    >>> kinship("Dolly", "Dolly 2.0"), kinship("Reverse Interview", "reverse-interview questions")
    ('variant', 'same')
    """
    if one == other:
        return "same" if name_key(one).full else "strangers"
    head, tail = title(one), title(other)
    mine, yours = name_key(head), name_key(tail)
    if not mine.forms.isdisjoint(yours.forms):
        parts = marks(one) != marks(other) and _near(simplify(one), simplify(other), VARIANT)
        return "variant" if parts else "same"
    found = marks(head), marks(tail)
    if not (found[0] and found[1]) and all(YEAR.fullmatch(m) for m in found[0] | found[1]):
        found = frozenset(), frozenset()
    return _kin((telling(head), mine, found[0]), (telling(tail), yours, found[1]))


def _kin(one: _Traits, other: _Traits) -> Kinship:
    """Of two names that are not one: by their telling words, their keys and the numbers and editions in them."""
    (mine, key, mark), (yours, their_key, their_mark) = one, other
    if mine == yours or key.base == their_key.base:
        return "variant" if mark != their_mark else "same"
    if mine < yours or yours < mine:
        return "part" if mark == their_mark else "siblings"
    if mark == their_mark and _near(key.full, their_key.full, NEAR):
        return "near"
    return "siblings" if mine & yours or _stem(key.full, their_key.full) else "strangers"


@lru_cache(maxsize=1 << 15)
def marks(name: str) -> frozenset[str]:
    """The numbers in a name, and the words for editions."""
    return frozenset(w for w in words(name) if w not in UNITS and (w in EDITIONS or w[0].isdigit()))


def _near(one: str, other: str, least: float) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only for names on one page

    return min(len(one), len(other)) >= SHORTEST and fuzz.ratio(one, other) >= least


def _stem(one: str, other: str) -> bool:
    short = min(len(one), len(other))
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), short)
    return shared >= 4 or (shared >= 2 and (shared == short or not one[:2].isascii()))
