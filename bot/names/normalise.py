"""From a project's name to its keys: spelling is folded, versions and sizes are not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bot.text import look_alikes

if TYPE_CHECKING:
    from opencc import OpenCC

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002ffff"
HAN_ONE = re.compile(f"[{HAN}]")
HAN_RUNS = re.compile(f"[{HAN}]+")
HAN_PHRASES = re.compile(rf"[{HAN}\s·]+")
BETWEEN = re.compile(r"[\s·:,，：]+")
LATIN = re.compile("[a-z]{2}")
BRACKETED = re.compile(r"[(\[【「『《]([^()\[\]【】「」『』《》]*)[)\]】」』》]")
# A date is news about an entry, not part of its name.
DATE = re.compile(
    r"(?:更新于|发布于|updated?\s*)?(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2})?\s*[日月]?",
)
# Counts of stars and forks, and shortcodes of emoji, that a list prints beside a name.
COUNTS = re.compile(r"[★☆⭐⧗🌟]\ufe0f?\s*[\d.,]*k?|:[a-z][a-z0-9_+-]+:")
DOT_ZERO = re.compile(r"(?<=\d)\.0(?![\d.])")
VERSION_V = re.compile(r"(?<![a-z])v(?:er(?:sion)?)?\.?\s*(?=\d)|(?<=[a-z]{2})[-_\s]v(?=\d)")
# All that joins words, but for the hyphen that DIGIT_GAP leaves between two numbers.
JOINED = re.compile(r"(?!(?<=\d)-\d)(?:[^\w+#.]+|_+)")
DIGIT_GAP = re.compile(r"(?<=\d)(?:[^\w+#.]|_)+(?=\d)")
STRAY_DOT = re.compile(r"(?<!\d)\.|\.(?!\d)")
MARK = re.compile(r"\d+(?:\.\d+)*(?:[bmk](?![a-z]))?")
PART = re.compile(
    r"[第上中下续终零一二三四五六七八九十百0-9.-]*[期部篇章讲节集卷季回]?|[a-z]?[0-9.]*|[ivx]+|part[0-9]+"
)
# Chinese words that say what a thing is; beside a Latin name they qualify it and are no second name.
COMMON = re.compile(
    r"数据|语料|模型|榜|中文|英文|中英|版|项目|教程|课程|指南|手册|文档|论文|博客|官网|官方|系列|平台|"
    r"工具|框架|社区|论坛|网站|入门|实战|算法|笔记|源码|开源|量化|库|集$|翻译|编程|语言|[的与和及]",
)


@dataclass(frozen=True, slots=True)
class NameKey:
    """`full` compares names, `base` has no versions and sizes, `aliases` are second names inside the first.

    "Baize（白泽）" is "baize", also "白泽"; "ChatGLM2-6B" is "chatglm2-6b" on the base "chatglm".
    """

    full: str
    base: str
    aliases: frozenset[str]

    @property
    def forms(self) -> frozenset[str]:
        return self.aliases | {self.full} if self.full else self.aliases


@lru_cache(maxsize=1 << 19)
def name_key(name: str) -> NameKey:
    """The keys of a name; all empty where nothing of it is a letter or a digit.

    >>> name_key("Chat GLM2–6b").full == name_key("ChatGLM2-6B").full != name_key("ChatGLM-6B").full
    True
    """
    plain = _undated(simplify(name))
    inside = [part for part in BRACKETED.findall(plain) if _second_name(part, BRACKETED.sub(" ", plain))]
    outside = BRACKETED.sub(lambda m: " " if m[1] in inside else f" {m[1]} ", plain)
    whole = fold(plain)
    full = (whole if outside == plain else fold(outside)) or whole
    aliases = {whole, *map(fold, inside), *_two_scripts(outside)}
    return NameKey(full, MARK.sub("", full).strip("-.") or full, frozenset(aliases - {full, ""}))


def _undated(text: str) -> str:
    text = uncounted(text)
    return DATE.sub(" ", text) if "19" in text or "20" in text else text


def uncounted(text: str) -> str:
    """A simplified name without counts and shortcodes; most hold nothing that one begins with."""
    return text if text.isascii() and ":" not in text else COUNTS.sub(" ", text)


def same_name(one: str, other: str) -> bool:
    """Whether two names can be one project's, spelling, script and second names aside.

    >>> same_name("Baize（白泽）", "baize"), same_name("Dolly", "Dolly 2.0")
    (True, False)
    """
    return not name_key(one).forms.isdisjoint(name_key(other).forms)


def simplify(text: str) -> str:
    """Lower case, half width, simplified characters, Latin letters for their look-alikes; otherwise as it was."""
    if text.isascii():
        return text.lower()
    text = look_alikes.folded(unicodedata.normalize("NFKC", text)).lower()
    return _converter().convert(text) if HAN_ONE.search(text) else text


def fold(text: str) -> str:
    """Letters and digits of an already simplified name; groups of digits stay apart."""
    if text.isalpha():
        return text
    text = JOINED.sub("", DIGIT_GAP.sub("-", VERSION_V.sub(" ", text)))
    return DOT_ZERO.sub("", STRAY_DOT.sub("", text)) if "." in text else text


def _second_name(inside: str, outside: str) -> bool:
    """Whether a bracket holds a name of its own: in the other script, and neither a part, a number nor a kind."""
    if not (HAN_ONE.search(inside) or HAN_ONE.search(outside)) or COMMON.search(inside):
        return False
    return not PART.fullmatch(fold(inside)) and (bool(HAN_ONE.search(inside)) != bool(HAN_ONE.search(outside)))


def _two_scripts(text: str) -> list[str]:
    """Both halves of "白泽baize", where the Chinese one can stand as a name."""
    if not HAN_ONE.search(text):
        return []
    han = [part for part in BETWEEN.split("".join(HAN_PHRASES.findall(text))) if part]
    if len(han) != 1 or not 2 <= len(han[0]) <= 6 or COMMON.search(han[0]) or PART.fullmatch(han[0]):
        return []
    latin = fold(HAN_RUNS.sub(" ", text))
    return [han[0], latin] if LATIN.search(latin) and not PART.fullmatch(latin) else []


@cache
def _converter() -> OpenCC:
    """Its tables take a while to load; lists without Chinese never need them."""
    from opencc import OpenCC  # noqa: PLC0415

    return OpenCC("t2s")
