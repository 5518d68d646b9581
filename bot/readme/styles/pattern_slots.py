"""A pattern taken apart: what is printed as it stands, and what is filled in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bot.catalog.show import SLOT

# Of `extra`: what a record has beyond its section's pattern.
BEYOND = frozenset({"before", "after", "name", "label", "url", "show"})
_AROUND = r"[^\w{}\\]{0,20}"
_LINKED = rf"\[(?P<open>{_AROUND})\{{(?P<linked>name|label)\}}(?P<close>{_AROUND})\]\(\{{url\}}\)"
_BARE = r"(?P<bare><?\{url\}>?)"
_MARKER = re.compile(r"[ \t]*((?:[-+*]|(?:\d+|\{number\})[.)])[ \t]+)")


class Slot(NamedTuple):
    """`name` is the slot's, `before` and `after` stand around its value, `between` the values of several."""

    name: str
    before: str = ""
    between: str = ""
    after: str = ""


@lru_cache(maxsize=2048)
def slots(text: str) -> tuple[str | Slot, ...]:
    """The pattern as what is printed and what is filled in. A link with its name or label is one slot, and so is the
    address where the pattern has no name.
    """
    made: list[str | Slot] = []
    at = 0
    bare = "" if "{name}" in text else f"|{_BARE}"
    for found in re.finditer(rf"{_LINKED}{bare}|{SLOT}", text):
        made += (text[at : found.start()], _slot(found))
        at = found.end()
    return tuple(part for part in (*made, text[at:]) if part)


def _slot(found: re.Match[str]) -> Slot:
    given = found.groupdict()
    if kind := given["linked"]:
        return Slot("linked" if kind == "name" else "labelled", given["open"], "", given["close"])
    if bare := given.get("bare"):
        angled = bare.startswith("<") and bare.endswith(">")
        return Slot("bare", "<" * angled, "", ">" * angled)
    return Slot(given["slot"], given["before"], given["between"] or "、", given["after"])


def extras(text: str) -> list[str]:
    """The names of what the pattern shows of `extra`."""
    named = (part.name for part in slots(text) if isinstance(part, Slot))
    return [name.removeprefix("extra:") for name in named if name.startswith("extra:")]


@lru_cache(maxsize=2048)
def width(text: str) -> int:
    """How far in the further lines of an entry stand; -1 where there may be none, as in a table's row."""
    if marker := _MARKER.match(text):
        return len(marker[1].replace("{number}", "1"))
    if text.lstrip().startswith(("#", "<", ">")):
        return 0
    return -1 if any("|" in part for part in slots(text) if isinstance(part, str)) else 0


def outdented(said: str, pattern: str) -> str:
    """A description as it is kept: its further lines without what `width` puts before them."""
    by = width(pattern)
    return re.sub(rf"\n {{{by}}}", "\n", said) if by > 0 else said
