"""Titles that stand in the template as they are, as those of an imported page do: the section below each, and what
became of it in the edited page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.markdown.visible import visible
from bot.readme.absorb.before import Before
from bot.readme.absorb.changed_entries import Pages
from bot.readme.absorb.diff import counterpart
from bot.readme.generate.completed import TITLE


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
        while at >= 0 and not (pages.old[at].section or TITLE.fullmatch(pages.old[at].text)):
            at -= 1
        heading = TITLE.fullmatch(pages.old[at].text) if at >= 0 and pages.old[at].literal else None
        if heading and visible(heading[2]) == before.sections[path].entry.title:
            new = _place(pages, at, len(heading[1]))
            now = TITLE.fullmatch(pages.new[new]) if new >= 0 else None
            yield Title(path, len(heading[1]), at, new, visible(now[2]) if now else "")


def _place(pages: Pages, at: int, marks: int) -> int:
    """Where the heading is now; -1 where no heading of its level stands in its place."""
    return counterpart(
        at,
        pages.hunks,
        lambda line: _marks(pages.old[line].text) == marks,
        lambda line: _marks(pages.new[line]) == marks,
    )


def _marks(line: str) -> int:
    heading = TITLE.fullmatch(line)
    return len(heading[1]) if heading else 0
