"""Where hidden characters stand in what somebody typed, by line and column; never silently removed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import islice

from bot import hidden as characters


@dataclass(frozen=True, slots=True)
class Hidden:
    """`line` and `column` are 1-based, counted in characters; `name` as in “U+202E RIGHT-TO-LEFT OVERRIDE”."""

    line: int
    column: int
    name: str


def hidden(text: str, most: int = 20) -> list[Hidden]:
    """The first `most` of them, in order."""
    return [_at(text, one) for one in islice(characters.hidden(text), most)]


def _at(text: str, one: characters.Hidden) -> Hidden:
    name = one.what if one.what == characters.PILE else f"{one.code} {unicodedata.name(one.char, '')}".strip()
    return Hidden(text.count("\n", 0, one.at) + 1, one.at - text.rfind("\n", 0, one.at), name)
