"""Which boxes are ticked in a list of them, by their labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.submissions.form import plain

LONGEST_LABEL = 500
_TICK = re.compile(r"[-*+] \[([ xX]?)\](?: +(.*))?$")


def read_ticks(text: str, options: Sequence[str]) -> tuple[str, ...]:
    """The labels, each once, whether they are among the options or not."""
    items = [line.strip() for line in text.split("\n") if line.strip()]
    ticks = [(at, match[2] or "") for at, item in enumerate(items) if (match := _TICK.match(item)) and match[1].strip()]
    return tuple(dict.fromkeys(_label(first, items[at + 1 : at + 9], options) for at, first in ticks))


def _label(first: str, followers: Sequence[str], options: Sequence[str]) -> str:
    """A tick box's label; the form may have it over several lines, which GitHub then writes so."""
    whole = first = plain(first)
    for follower in followers:
        if whole in options or _TICK.match(follower) or len(whole) > LONGEST_LABEL:
            break
        whole = plain(f"{whole} {follower}")
    return whole if whole in options else first
