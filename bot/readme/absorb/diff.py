"""Where the lines of one page are in another: a diff, as a map of boundaries between lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.readme.absorb.rising import rising

_SMALL = 2000  # lines; with more, difflib had better not follow each blank one


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines `start`-`end` of the old page became lines `new_start`-`new_end` of the new one; 0-based, ends excluded."""

    start: int
    end: int
    new_start: int
    new_end: int


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """What differs, in order. Lines that each page has once, and in the same order, are where they meet."""
    found: list[Hunk] = []
    at, new_at = 0, 0
    for old_end, new_end in [*_anchors(old, new), (len(old), len(new))]:
        found += _differing(old[at:old_end], new[new_at:new_end], at, new_at)
        at, new_at = old_end, new_end
    return _together(found)


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    once = {line for line, times in Counter(new).items() if times == 1}
    where = {line: at for at, line in enumerate(new) if line in once}
    times = Counter(old)
    pairs = [(at, where[line]) for at, line in enumerate(old) if times[line] == 1 and line in where]
    return [pairs[place] for place in rising([new_at for _, new_at in pairs])]


def _differing(old: Sequence[str], new: Sequence[str], at: int, new_at: int) -> list[Hunk]:
    """The stretch between two anchors; equal lines at both ends are set aside first."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    rest = old[head : len(old) - tail], new[head : len(new) - tail]
    if not any(rest):
        return []
    matcher = SequenceMatcher(None, *rest, autojunk=len(rest[0]) + len(rest[1]) > _SMALL)
    at, new_at = at + head, new_at + head
    return [
        Hunk(at + i1, at + i2, new_at + j1, new_at + j2)
        for kind, i1, i2, j1, j2 in matcher.get_opcodes()
        if kind != "equal"
    ]


def _together(found: Sequence[Hunk]) -> list[Hunk]:
    """Hunks that touch as one."""
    made: list[Hunk] = []
    for hunk in found:
        if made and (made[-1].end, made[-1].new_end) == (hunk.start, hunk.new_start):
            made[-1] = Hunk(made[-1].start, hunk.end, made[-1].new_start, hunk.new_end)
        else:
            made.append(hunk)
    return made


def moved(at: int, found: Sequence[Hunk], *, after: bool) -> int:
    """Where the boundary before old line `at` is in the new page; -1 inside of what was replaced.

    Where lines were inserted just there, `after` says on which side of them the boundary is.
    """
    shift = 0
    for hunk in found:
        if at < hunk.start:
            break
        if hunk.start < at < hunk.end:
            return -1
        if at == hunk.start and not (after and hunk.end == at):
            return hunk.new_start
        shift = hunk.new_end - hunk.end
    return at + shift


def counterpart(at: int, found: Sequence[Hunk], old: Callable[[int], bool], new: Callable[[int], bool]) -> int:
    """Where old line `at` is in the new page: in a hunk, the line of its kind with as many of the kind before it.

    `old` and `new` say whether a line of either page is of the kind; -1 where it holds too few of them.
    """
    for hunk in found:
        if hunk.start <= at < hunk.end:
            before = sum(map(old, range(hunk.start, at)))
            same = [line for line in range(hunk.new_start, hunk.new_end) if new(line)]
            return same[before] if before < len(same) else -1
    return moved(at, found, after=True)


def merged(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> tuple[list[str], list[Hunk]]:
    """`theirs` with the edits made from `base` to `mine`; and those edits that touch what `theirs` changed too."""
    edits, others = hunks(base, mine), hunks(base, theirs)
    clashes = [edit for edit in edits if any(_meet(edit, other) for other in others)]
    result = list(theirs)
    for edit in reversed([edit for edit in edits if edit not in clashes]):
        start = moved(edit.start, others, after=True)
        result[start : start + edit.end - edit.start] = mine[edit.new_start : edit.new_end]
    return result, clashes


def _meet(one: Hunk, other: Hunk) -> bool:
    """Whether two edits of the same text overlap or touch: then neither order of them is sure to be right."""
    return one.start <= other.end and other.start <= one.end
