"""A Markdown page as lines: what every shape of entry reads. Lines are counted from 0 here, from 1 in records."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from operator import attrgetter

from bot.markdown.found import Found
from bot.markdown.links import links

MARK = re.compile(r"\[/{2,}\]: # \(curate:sha256:([0-9a-f]+)\)")
BLANK = " \t\n"
_ENDINGS = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines `start` to `end` (not included) that are one thing: a heading, a list, a table, a paragraph …"""

    kind: str
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True)
class Page:
    """`lines` without their endings."""

    lines: tuple[str, ...]

    def text(self, start: int, end: int) -> str:
        return "\n".join(self.lines[start:end])

    def links(self, start: int, end: int, column: int = 0) -> tuple[Found, ...]:
        """The links that start in lines `start` to `end`; their offsets count from `column` of the first line."""
        first = self._line_starts[start] + column
        at = bisect_left(self._links, first, key=attrgetter("start"))
        until = bisect_left(self._links, self._line_starts[end], key=attrgetter("start"))
        return tuple(replace(link, start=link.start - first, end=link.end - first) for link in self._links[at:until])

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Anchor in lower case → the heading or the id it stands for."""
        from bot.markdown.anchors import places  # noqa: PLC0415 - few pages are asked

        return places("\n".join(self.lines))

    @cached_property
    def _links(self) -> tuple[Found, ...]:
        return links("\n".join(self.lines))

    @cached_property
    def _line_starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.lines), initial=0))


@dataclass(frozen=True, slots=True)
class Span:
    """The lines of one entry and what was understood of them. `parent` is the first line of the entry it is part of."""

    start: int
    end: int
    shape: str
    name: str
    links: tuple[Found, ...] = ()
    parent: int = -1
    text: str = ""
    heading: str = ""


def page_lines(text: str) -> tuple[str, ...]:
    """The lines of `text`; a mark left by curate, a byte order mark, the kind of line
    ending and what is blank at the end are no part of them. The last one is empty.
    """
    text = _ENDINGS.sub("\n", text.lstrip("\ufeff")).rstrip(BLANK)
    body, _, last = text.rpartition("\n")
    if MARK.fullmatch(last):
        text = body.rstrip(BLANK)
    return (*text.split("\n"), "")


def mark_of(text: str) -> str:
    """The digest in the mark at the end of a page; empty where there is none."""
    found = MARK.fullmatch(text.rstrip(BLANK + "\r").rpartition("\n")[2])
    return found[1] if found else ""
