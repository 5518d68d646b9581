"""The state of one search for links: what was found, and what of the text is left to search."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from bot.markdown.found import Found

HIDDEN = "\0"  # stands for each character of a link, of code, of a picture, of a tag


class Scan:
    """`rest` is `text` with what was read hidden. `brackets` are the offsets of those that are open, each with the
    number of links found before it; `closed` is the last pair of brackets that made no link.
    """

    def __init__(self, text: str, line: int) -> None:
        self.text = self.rest = text
        self.first = line
        self.found: list[Found] = []
        self.brackets: list[tuple[int, int]] = []
        self.closed = (-1, -1)

    def add(self, url: str, label: str, kind: str, start: int, end: int, *, written: str = "") -> None:
        """A link on the line where it starts. What is broken is written as it stands."""
        written = self.text[start:end] if kind == "broken" and not written else written
        self.found.append(Found(url, label, self.line(start), kind, start, end, False, written))

    def line(self, offset: int) -> int:
        return self.first + self.row(offset)

    def row(self, offset: int) -> int:
        return bisect_left(self._line_ends, offset)

    def hide(self, places: Iterable[tuple[int, int]]) -> None:
        """Hide the characters of each place; line ends stay."""
        pieces: list[str] = []
        done = 0
        for start, end in sorted(places):
            if end > done:
                lines = self.rest[max(start, done) : end].split("\n")
                pieces += [self.rest[done:start], "\n".join(HIDDEN * len(line) for line in lines)]
                done = end
        self.rest = "".join([*pieces, self.rest[done:]])

    @cached_property
    def _line_ends(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.text)]
