"""The state of one search for links: what was found, and the brackets and anchors that are still open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.markdown.page import Found


@dataclass
class Scan:
    """`brackets` hold offset, whether of an image, and how many links stood before; `anchors` likewise with the URL.

    `closed` is the last pair of brackets that made no link: its offsets.
    """

    text: str
    line: int
    refs: Mapping[str, str]
    found: list[Found] = field(default_factory=list)
    brackets: list[tuple[int, bool, int]] = field(default_factory=list)
    anchors: list[tuple[int, int, str]] = field(default_factory=list)
    closed: tuple[int, int] = (-1, -1)
    comments: bool = True
    counted: tuple[int, int] = (0, 0)

    def line_at(self, offset: int) -> int:
        """The line of an offset. Counted on from the last one asked for, so that a long text is read once."""
        at, line = self.counted
        if offset < at:
            return self.line + self.text.count("\n", 0, offset)
        line += self.text.count("\n", at, offset)
        self.counted = (offset, line)
        return self.line + line
