"""Characters a reader cannot see, or that reorder what a reader sees: where they stand, never silently removed.

A joiner and a variation selector are kept where they build an emoji. Unicode 15, categories of UAX #44; the
letters that show nothing are those with Default_Ignorable_Code_Point or no ink (DerivedCoreProperties.txt).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_SUSPECT = re.compile(
    # controls but tab and line feed; format and bidi characters; fillers; selectors; tags; private; no characters
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u08e2\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    f"\u2060-\u206f{_BLANK}\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U000110bd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
_STACK = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]{4,}")
_EMOJI = re.compile("[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff#*0-9]")


@dataclass(frozen=True, slots=True)
class Hidden:
    """`line` and `column` are 1-based, counted in characters; `name` as in “U+202E RIGHT-TO-LEFT OVERRIDE”."""

    line: int
    column: int
    name: str


def hidden(text: str, most: int = 20) -> list[Hidden]:
    """The first `most` of them, in order."""
    found: list[Hidden] = []
    for match in _SUSPECT.finditer(text):
        if len(found) == most:
            break
        if not _in_emoji(text, match.start()):
            found.append(_at(text, match.start(), _name(match[0])))
    stacks = [_at(text, match.start(), "一连串叠加的附加符号") for match in islice(_STACK.finditer(text), most)]
    return sorted([*found, *stacks], key=lambda one: (one.line, one.column))[:most]


def _in_emoji(text: str, at: int) -> bool:
    """A joiner between two emoji, or a selector right after one."""
    if text[at] not in "\u200d\ufe0e\ufe0f" or not at:
        return False
    before = text[max(0, at - 2) : at].rstrip("\ufe0f")[-1:]
    if not _EMOJI.match(before):
        return False
    return text[at] != "\u200d" or bool(_EMOJI.match(text[at + 1 : at + 2]))


def _at(text: str, at: int, name: str) -> Hidden:
    return Hidden(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), name)


def _name(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
