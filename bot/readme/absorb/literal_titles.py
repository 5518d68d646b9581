"""Titles that stand in the template as they are, as those of an imported page do: the section below each, and what
became of it in the edited page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.markdown.visible import visible
from bot.readme.absorb.before import Before
from bot.readme.absorb.changed_entries import Pages
from bot.readme.absorb.diff import moved

HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*")


@dataclass(frozen=True, slots=True)
class Title:
    """`old` and `new` are its lines in the two pages, `new` -1 where it is gone; `now` is what it says there."""

    path: str
    marks: int
    old: int
    new: int
    now: str = ""


def literal_titles(before: Before, pages: Pages) -> list[Title]:
    return sorted(_titles(before, pages), key=lambda title: title.old)


def _titles(before: Before, pages: Pages) -> Iterator[Title]:
    for path, stretch in before.stretches.items():
        at = stretch.start - 1
        while at >= 0 and not (pages.old[at].section or HEADING.fullmatch(pages.old[at].text)):
            at -= 1
        heading = HEADING.fullmatch(pages.old[at].text) if at >= 0 and pages.old[at].literal else None
        if heading and visible(heading[2]) == before.sections[path].entry.title:
            new = _place(pages, at, len(heading[1]))
            now = HEADING.fullmatch(pages.new[new]) if new >= 0 else None
            yield Title(path, len(heading[1]), at, new, visible(now[2]) if now else "")


def _place(pages: Pages, at: int, marks: int) -> int:
    """Where the heading is now; -1 where no heading of its level stands in its place."""
    for hunk in pages.hunks:
        if hunk.start <= at < hunk.end:
            before = sum(_marks(pages.old[line].text) == marks for line in range(hunk.start, at))
            same = [line for line in range(hunk.new_start, hunk.new_end) if _marks(pages.new[line]) == marks]
            return same[before] if before < len(same) else -1
    return moved(at, pages.hunks, after=True)


def _marks(line: str) -> int:
    heading = HEADING.fullmatch(line)
    return len(heading[1]) if heading else 0
