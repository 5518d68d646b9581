"""What `show` of a section may say: the name of a style, or a line written out with placeholders."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from bot.catalog.arrange import LIST_FILE
from bot.catalog.model import Catalog, Link, ListFile, Mistake, Record
from bot.text import zh

STYLES = ("headings", "list")  # each a module of bot/readme/styles
FACTS = ("cards", "folded")  # likewise, with what more the fields say: sizes, base, terms, days
SHOWN = (*STYLES, *FACTS)
PLACEHOLDERS = ("name", "url", "label", "description", "links", "updated", "number")
# What stands beside the name in the braces is printed with the value; `, ...` says what stands between several.
_BESIDE = r"(?:[^\w{}]|[\u3400-\u9fff])*"  # marks and Chinese words
SLOT = (
    rf"\{{(?P<before>{_BESIDE}?)(?P<slot>updated:YYYY[^\w{{}}年]*年?[^\w{{}}]*MM?[^\w{{}}月]*月?[^\w{{}}]*DD?\s?日?"
    rf"|{'|'.join(PLACEHOLDERS)}|extra:\w(?:[^{{}}:]*\w)?)"
    r"(?:(?P<between>[^\w{}]+?)\.\.\.)?(?P<after>(?:[^\w{}]|[\u3400-\u9fff])*)\}"
)
_WORD = re.compile(r"\{([A-Za-z]+)\}")


def is_pattern(show: str) -> bool:
    return "{name}" in show or "{url}" in show


def show_mistakes(list_file: ListFile) -> Iterator[Mistake]:
    """A mistake for each placeholder that nobody fills, and for each style that there is not."""
    for section in Catalog(list_file).sections:
        show, at = section.entry.show, section.entry.place("show")
        strange = strangers(show)
        for word, meant in strange:
            what = f"小节“{section.path}”的 show 里有“{{{word}}}”，没有这个占位符"
            also = f"是不是想写“{{{meant}}}”？" if meant else ""
            known = zh.join(f"{{{name}}}" for name in PLACEHOLDERS)
            yield Mistake("choice", LIST_FILE, *at, what, f"{also}可用：{known}")
        if not (strange or is_pattern(show) or show in SHOWN):
            what = f"小节“{section.path}”的 show 写了{zh.quote(show)}，没有这种显示方式"
            yield Mistake("choice", LIST_FILE, *at, what, f"可选：{zh.join(SHOWN)}")


def strangers(show: str) -> list[tuple[str, str]]:
    """Placeholders that nobody fills: each with the one that is meant, or an empty string for another field's name.

    Other words in braces are the list's own, and are printed.
    """
    words = [(word, _meant(word.lower())) for word in _WORD.findall(show) if word not in PLACEHOLDERS]
    return [(word, meant) for word, meant in words if meant is not None]


@cache
def _fields() -> AbstractSet[str]:
    return {field.name for cls in (Record, Link) for field in dataclasses.fields(cls)}


def _meant(word: str) -> str | None:
    """The placeholder of another name, or of one or two letters less, more or exchanged; None for any other word."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only needed for a mistake

    from bot.catalog.values import SYNONYMS  # noqa: PLC0415 - likewise

    field = word if word in PLACEHOLDERS else SYNONYMS.get(word, word)
    if field in PLACEHOLDERS:
        return field
    if {field, f"{field}s"} & _fields():
        return ""
    near = {name: OSA.distance(word, name) for name in PLACEHOLDERS}
    likely = min(near, key=near.__getitem__)
    return likely if near[likely] <= min(2, len(likely) // 2) else None
