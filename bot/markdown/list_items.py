"""A list block as its items. An item's own lines end where its first child starts: no line belongs to two items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.markdown.blocks import MARKER
from bot.markdown.fences import after_line
from bot.markdown.page import Page

_TASK = re.compile(r"\[[ xX]\][ \t]+")


@dataclass(frozen=True, slots=True)
class Item:
    """`parent` is the index of the item around this one, -1 for none; `text` begins at `column`, after the marker."""

    start: int
    end: int
    parent: int
    depth: int
    column: int
    text: str


def items(page: Page, start: int, end: int) -> list[Item]:
    """The items of the list in lines `start` to `end`, in order. Children are told by two columns of indentation."""
    starts = _starts(page, start, end)
    bounds = [at for at, *_rest in starts[1:]] + [end]
    return [
        Item(at, _without_blanks(page, at, bound), parent, depth, column, _text(page, at, bound, column))
        for (at, column, parent, depth), bound in zip(starts, bounds, strict=True)
    ]


def _starts(page: Page, start: int, end: int) -> list[tuple[int, int, int, int]]:
    found: list[tuple[int, int, int, int]] = []
    open_items: list[tuple[int, int]] = []  # column of the marker, index in `found`
    fence = ""
    for at in range(start, end):
        line = page.lines[at]
        before, fence = fence, after_line(line.strip(), fence)
        if before:
            continue
        marker = MARKER.match(line)
        if not marker:
            continue
        column = len(marker[1].expandtabs(4))
        while open_items and column < open_items[-1][0] + 2:
            open_items.pop()
        parent = open_items[-1][1] if open_items else -1
        open_items.append((column, len(found)))
        task = _TASK.match(line, marker.end())
        found.append((at, task.end() if task else marker.end(), parent, len(open_items) - 1))
    return found


def _without_blanks(page: Page, start: int, end: int) -> int:
    while end > start + 1 and not page.lines[end - 1].strip():
        end -= 1
    return end


def _text(page: Page, start: int, end: int, column: int) -> str:
    return page.text(start, _without_blanks(page, start, end))[column:]
