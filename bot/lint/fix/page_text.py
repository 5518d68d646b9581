"""A page as it stands, to the letter, with its lines counted as findings count them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from bot.lint.fix.model import Edit

_ENDING = re.compile(r"\r\n?|\n")


class Text:
    """`raw` is the text with its own line endings; lines are counted from 1."""

    def __init__(self, raw: str) -> None:
        self.raw = raw

    @cached_property
    def _bounds(self) -> list[tuple[int, int]]:
        """Where each line starts, and where its ending starts."""
        starts = [0, *(match.end() for match in _ENDING.finditer(self.raw))]
        ends = [*(match.start() for match in _ENDING.finditer(self.raw)), len(self.raw)]
        return list(zip(starts, ends, strict=True))

    @property
    def lines(self) -> int:
        return len(self._bounds)

    def start(self, line: int) -> int:
        """The offset of a line's first character; that of the end for a line after the last."""
        return self._bounds[line - 1][0] if line <= self.lines else len(self.raw)

    def line(self, line: int) -> str:
        """A line without its ending; empty where there is no such line."""
        start, end = self._bounds[line - 1] if 1 <= line <= self.lines else (0, 0)
        return self.raw[start:end]

    def at(self, offset: int) -> int:
        """The line that an offset lies in."""
        return bisect_right(self._bounds, (offset, len(self.raw) + 1))

    def between(self, first: int, last: int) -> str:
        """Lines `first` to `last`, both included, with the endings between them as \\n."""
        return "\n".join(self.line(line) for line in range(first, last + 1))


def without_overlaps(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits in order of place; of two that touch the same characters the first one found."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return tuple(kept)


def applied(raw: str, edits: Iterable[Edit]) -> str:
    """The text with edits made that do not overlap."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda one: one.start):
        parts += [raw[at : edit.start], edit.new]
        at = edit.end
    return "".join([*parts, raw[at:]])
