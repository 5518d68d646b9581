"""Characters a reader cannot see, or that change how the text around them is read.

Categories and bidi classes are Unicode's own (unicodedata); which joiners and selectors are at home in emoji and
in Arabic or Indic scripts follows UTS #51 and UAX #31.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

# Everything outside this needs no second look: ASCII, Latin, CJK, kana, hangul, common punctuation and symbols.
_HARMLESS = (
    r"[\n\t\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u05ff\u2010-\u2027\u2030-\u205e\u2070-\u27ff\u2900-\u3163"
    r"\u3165-\ud7ff\uf900-\ufaff\uff01-\uff9f\uffa1-\uffee]*"
)
# Four accents on one letter are at home in no script.
_PILE = r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f]{4,}"
_compiled = cache(re.compile)  # sets of Chinese take milliseconds to compile, and most runs need none of these
PILE = "一连串叠加的附加符号"
_TELLING = {"私用区字符", "无法识别的字符", "残缺的字符"}
_BLANK = {"\u115f", "\u1160", "\u2800", "\u3164", "\uffa0", "\u034f", "\u17b4", "\u17b5"}
_JOINERS = {"\u200c", "\u200d"}
_MARKS = {"\u200e", "\u200f", "\u061c"}
_NUMBER_SIGNS = {*map(chr, range(0x600, 0x606)), "\u06dd", "\u070f", "\u08e2", "\U000110bd"}
_TAG_FLAG = "\U0001f3f4"


class Hidden(NamedTuple):
    """`at` counts characters from 0; `what` is Chinese; `removable` when the text is the same without it."""

    at: int
    char: str
    what: str
    removable: bool

    @property
    def code(self) -> str:
        return f"U+{ord(self.char):04X}"


def seems_harmless(text: str) -> bool:
    """Whether a first look finds nothing to look at twice; cheap, for the many texts that are."""
    return _compiled(_HARMLESS).fullmatch(text) is not None


def hidden(text: str) -> Iterator[Hidden]:
    """Every such character of `text`, in order; line feeds and tabs are none. A pile of accents counts once."""
    at, harmless, accents = 0, _compiled(_HARMLESS), _compiled(_PILE)
    while (at := harmless.match(text, at).end()) < len(text):  # type: ignore[union-attr] # matches empty too
        if pile := accents.match(text, at):
            yield Hidden(at, text[at], PILE, removable=False)
            at = pile.end()
        else:
            if what := _what(text, at):
                yield Hidden(at, text[at], what, what not in _TELLING)
            at += 1


def _what(text: str, at: int) -> str:
    char = text[at]
    category = unicodedata.category(char)
    if category == "Co":
        return "私用区字符"
    if char == "\ufffd" or category == "Cs":
        return "残缺的字符"
    if category == "Cn":
        return "无法识别的字符" if ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF else ""
    if category == "Cc":
        return "控制字符"
    if char in _BLANK or category in {"Zl", "Zp"}:
        return "看不见的字符"
    if _is_selector(char):
        return "" if _selects(text, at) else "多余的变体选择符"
    if category != "Cf" or char in _NUMBER_SIGNS:
        return ""
    return _format(text, at, char)


def _format(text: str, at: int, char: str) -> str:
    """Format characters: joiners and direction marks have their uses, overrides and the rest have none here."""
    if char in _JOINERS:
        return "" if _joins(text, at) else "零宽字符"
    if char in _MARKS:
        return "" if _has_rtl(text) else "文字方向标记"
    if "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069":
        return "文字方向控制符"
    if "\U000e0020" <= char <= "\U000e007f":
        return "" if _TAG_FLAG in text[max(0, at - 8) : at] else "看不见的标签字符"
    return "零宽字符"


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _selects(text: str, at: int) -> bool:
    """After a symbol, a keycap's base or a Chinese character a selector picks the shape it is shown in."""
    before = text[at - 1 : at]
    return bool(before) and (before in "#*0123456789" or unicodedata.category(before) in {"So", "Sm", "Po", "Lo", "Pd"})


def _joins(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or not after:
        return False
    emoji = unicodedata.category(after) == "So" and (unicodedata.category(before) in {"So", "Sk", "Mn"})
    script = all("\u0600" <= c <= "\u0dff" for c in (before, after))
    return emoji or script


@lru_cache(maxsize=1)
def _has_rtl(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text if c not in _MARKS)
