"""Links within a page that lead to a heading, but to the wrong one of several that share a title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from bot.markdown.anchors import Anchor, Jump
from bot.markdown.visible import visible

GAP = 3  # lines between two entries of one table of contents


class Astray(NamedTuple):
    """`jump` leads to `there`; `meant` is the heading it should lead to; `why` is Chinese."""

    jump: Jump
    there: Anchor
    meant: Anchor
    why: str


def astray(jumps: Sequence[Jump], anchors: Sequence[Anchor]) -> Iterator[Astray]:
    """The links whose label or place says that another heading of that name is meant, one nobody links to."""
    first: dict[str, Anchor] = {}
    twins: dict[str, list[Anchor]] = defaultdict(list)
    for anchor in anchors:
        if anchor.name not in first and anchor.base:
            twins[anchor.base].append(anchor)
        first.setdefault(anchor.name, anchor)
    wanted = {plain(jump.target) for jump in jumps}
    runs = _runs(jumps)
    alone = {name: anchor for name, anchor in first.items() if len(twins[anchor.base]) == 1}
    for jump in jumps:
        there = first.get(plain(jump.target))
        if there is None or not there.base:
            continue
        free = [a for a in twins[there.base] if a is not there and a.name not in wanted and a.line != jump.line]
        found = _meant(jump, there, free, runs[jump.line], alone) if free else None
        if found:
            yield Astray(jump, there, *found)


def plain(target: str) -> str:
    return unquote(target).lower().removeprefix("user-content-")


def _meant(
    jump: Jump, there: Anchor, free: Sequence[Anchor], run: Sequence[Jump], alone: Mapping[str, Anchor]
) -> tuple[Anchor, str] | None:
    if there.line == jump.line:
        return (free[0], "链接所在的这一行自己也是标题，点了停在原地") if len(free) == 1 else None
    label = visible(jump.label).lower()
    named = [a for a in free if a.title.lower() == label]
    if len(named) == 1 and there.title.lower() != label:
        return named[0], f"那是标题“{there.title}”"
    before, after = _around(jump, run, alone)
    between = [a for a in free if before < a.line < after]
    if len(between) == 1 and before < after and not before < there.line < after:
        return between[0], f"那是第 {there.line} 行的同名标题，和目录的次序不合"
    return None


def _around(jump: Jump, run: Sequence[Jump], alone: Mapping[str, Anchor]) -> tuple[int, int]:
    """The lines of the headings before and after which the target should stand, told by the entries around its own.

    Only entries whose heading has no twin tell; without one before it nothing is known.
    """
    at = next(index for index, other in enumerate(run) if other is jump)
    known = [alone.get(plain(other.target)) for other in run]
    before = next((anchor.line for anchor in reversed(known[:at]) if anchor), 0)
    after = next((anchor.line for anchor in known[at + 1 :] if anchor), 1 << 30)
    return (before, after) if before else (1 << 30, 0)


def _runs(jumps: Sequence[Jump]) -> Mapping[int, Sequence[Jump]]:
    """Line → the entries of the table of contents that it is part of."""
    found: dict[int, list[Jump]] = {}
    run: list[Jump] = []
    for jump in jumps:
        if run and not 0 <= jump.line - run[-1].line <= GAP:
            run = []
        run.append(jump)
        found[jump.line] = run
    return found
