"""Characters that no reader sees, written as HTML's references: `&#x202e;`, `&lrm;`."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from bot.markdown.parse import nodes
from bot.text.invisible import hidden

_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


class Character(NamedTuple):
    """`written` at `at` stands for a character that is `kind` in Chinese, with the code point `code`."""

    at: int
    written: str
    kind: str
    code: str


def characters(markdown: str) -> Iterator[Character]:
    """In order; those in code are shown as they are written."""
    found = [(match, what) for match in _REFERENCE.finditer(markdown) if (what := _hidden(match))]
    if not found:
        return
    code = sorted((node.start, node.end) for node in nodes(markdown) if node.kind in {"Code", "CodeBlock"})
    starts = [start for start, _ in code]
    ends = [0, *accumulate((end for _, end in code), max)]  # of all that begin before
    for match, (kind, point) in found:
        if match.start() >= ends[bisect_right(starts, match.start())]:
            yield Character(match.start(), match[0], kind, point)


def _hidden(match: re.Match[str]) -> tuple[str, str] | None:
    """What the reference stands for; a joiner between two emoji is at home there, written out or not."""
    char = html.unescape(match[0])
    if len(char) != 1 or char == match[0]:
        return None
    start, end = match.span()
    before, after = match.string[max(start - 1, 0) : start], match.string[end : end + 1]
    one = next((one for one in hidden(before + char + after) if one.at == len(before)), None)
    return (one.what, one.code) if one else None
