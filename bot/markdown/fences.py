"""Markdown's code fences, line by line: what stands inside one is no heading and no label."""

from __future__ import annotations

import re

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")


def after_line(line: str, fence: str) -> str:
    """The fence open after `line`, given the one open before it, "" for none (CommonMark 0.31, 4.5)."""
    match = _FENCE.match(line)
    if not match:
        return fence
    marks, rest = match[1], match[2]
    if fence:
        closes = marks[0] == fence[0] and len(marks) >= len(fence) and not rest.strip(" \t")
        return "" if closes else fence
    return "" if marks[0] == "`" and "`" in rest else marks


def opened(line: str) -> str:
    """The fence that `line` opens where none is open, "" for none."""
    return after_line(line, "")
