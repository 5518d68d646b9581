"""Where the lines of one page are in another: a diff, as a map of boundaries between lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines `start`-`end` of the old page became lines `new_start`-`new_end` of the new one; 0-based, ends excluded."""

    start: int
    end: int
    new_start: int
    new_end: int


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """What differs, in order. Equal lines at both ends are set aside first: an edit is mostly small."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    matcher = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail])
    return [
        Hunk(head + i1, head + i2, head + j1, head + j2)
        for kind, i1, i2, j1, j2 in matcher.get_opcodes()
        if kind != "equal"
    ]


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
