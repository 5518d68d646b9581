"""What a page says is on purpose: `<!-- curate: allow dup001 why -->` in an entry's lines, or alone before it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.catalog.model import Record, waiver

_COMMENT = re.compile(r"<!--\s*curate:\s*allow\s+([A-Za-z]{3}\d{3}|[a-z]+(?:-[a-z]+)+)\b[ \t:：,，]*(.*?)\s*-->")


class Waiver(NamedTuple):
    """Of the line it stands on, 1-based: the rule's code as written, and the reason."""

    line: int
    code: str
    reason: str


def waivers(lines: Sequence[str]) -> Mapping[int, list[Waiver]]:
    """By the 1-based line that each is about: its own, or where nothing else stands on that, the next with a text."""
    found: dict[int, list[Waiver]] = defaultdict(list)
    waiting: list[Waiver] = []
    for number, line in enumerate(lines, 1):
        here = (
            [Waiver(number, code.lower(), reason) for code, reason in _COMMENT.findall(line)] if "<!--" in line else []
        )
        waiting += here
        if waiting and line.strip() and (not here or _COMMENT.sub("", line).strip()):
            found[number] += waiting
            waiting = []
    return found


def with_waivers(record: Record, there: Mapping[int, list[Waiver]]) -> Record:
    """The record with those that are about one of its lines."""
    first, last = record.lines["name"], record.lines["end"]
    own = [one for line in range(first, last + 1) for one in there.get(line, ())] if there else []
    if not own:
        return record
    lines = {waiver(one.code): one.line for one in own}
    return replace(record, allow={one.code: one.reason for one in own}, lines={**record.lines, **lines})
