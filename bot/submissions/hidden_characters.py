"""Hidden characters in what somebody typed, shown amid the text around them; never silently removed."""

from __future__ import annotations

import unicodedata
from itertools import islice

from bot.text import invisible

ASIDE = 8  # characters shown on either side


def hidden(text: str, most: int = 20) -> list[str]:
    """The first `most` of them, in order: “…免费商用。⟨零宽字符 U+200B⟩见官网…”."""
    return [_amid(text, one) for one in islice(invisible.hidden(text), most)]


def _amid(text: str, one: invisible.Hidden) -> str:
    name = one.what if one.what == invisible.PILE else f"{one.what} {one.code}"
    start, after = max(0, one.at - ASIDE), one.at + 1
    while one.what == invisible.PILE and unicodedata.combining(text[after : after + 1] or "."):
        after += 1
    before = ("…" if start else "") + _seen(text[start : one.at])
    rest = _seen(text[after : after + ASIDE]) + ("…" if len(text) > after + ASIDE else "")
    return f"“{before}⟨{name}⟩{rest}”"


def _seen(text: str) -> str:
    """What of it can be seen, on one line."""
    places = {one.at for one in invisible.hidden(text)}
    return " ".join("".join(char for at, char in enumerate(text) if at not in places).split("\n"))
