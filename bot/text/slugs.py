"""File and folder names for what people call by name: lower case letters, digits and single hyphens.

English words where there are some that tell one thing from others, else the whole in pinyin.
"""

from __future__ import annotations

import re
import unicodedata

_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 60
_LONGEST_SOUND = 48  # of what is spelled out
_WIDE = re.compile(r"[\u3007\u3400-\u9fff\U00020000-\U0003ffff]+")
_COUNTED = re.compile(r"^\s*[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]\s*(?=\S)")
_NUMBERED = re.compile(r"\d{1,2}(?:-\d{1,2})+-(?=[a-z])")
_FIELD_WORDS = (
    "a ai ml dl nlp cv llm llms gpt rag java python go golang rust javascript typescript js ts php ruby swift kotlin c "
    "cpp csharp scala linux windows macos mac android ios web html css sql mysql redis docker kubernetes git github "
    "http https tcp api apis app apps pc ui ux seo iot vr ar vue react node spring pdf faq wiki blog"
)
FIELDS = frozenset(_FIELD_WORDS.split())  # fields of work, which name no one thing
_SPELLED = (("c++", "cpp"), ("c#", "csharp"), (".net", "dotnet"))


def ascii_slug(text: str) -> str:
    """What of `text` can stand in a file name; empty where none of it is a Latin letter or a digit."""
    return _OTHER.sub("-", _ascii(text))[:_LONGEST].strip("-")


def telling_slug(text: str) -> str:
    """The English of `text` where it names something: `通义千问Qwen-7B`, but neither `Java 详解` nor `Z 计划`."""
    slug = ascii_slug(text)
    words = set(re.findall("[a-z]+", slug))
    if not _WIDE.search(text):
        return slug
    return slug if words - FIELDS and sum(map(len, words)) > 1 else ""


def spoken_slug(text: str) -> str:
    """All of `text`, what is Chinese in pinyin: `Java 详解` → `java-xiang-jie`."""
    if not _WIDE.search(text):
        return ascii_slug(text)
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - a tenth of a second, for names in Chinese alone

    text = text.lower()
    for sign, word in _SPELLED:
        text = text.replace(sign, word)
    said = _WIDE.sub(lambda found: f" {' '.join(lazy_pinyin(found[0], errors='ignore'))} ", text)
    slug = _NUMBERED.sub("", _OTHER.sub("-", _ascii(said)).strip("-"))
    return slug if len(slug) <= _LONGEST_SOUND else slug[: _LONGEST_SOUND + 1].rpartition("-")[0] or slug[:_LONGEST]


def title_slug(title: str) -> str:
    """For a section: its English, or all of it in pinyin; without its number."""
    title = _COUNTED.sub("", title)
    return telling_slug(title) or spoken_slug(title)


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
