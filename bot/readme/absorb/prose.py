"""Edits outside of every section → the lines of the template that they stand for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.readme.absorb.diff import hunks
from bot.readme.absorb.source_map import Line
from bot.readme.generate.template import CALL, escaped


class Call(str):
    """A line that is the template's already."""

    __slots__ = ()


Edit = tuple[int, int, list[str]]


def edits(old: Sequence[Line], new: Sequence[str]) -> list[Edit]:
    """Template edits: first line and line after the last, 0-based, and the lines to stand there.

    An edit of what the template computed gives none: it holds if the new catalog computes the same, or not at all.
    """
    return [
        (*place, [line if isinstance(line, Call) else escaped(line) for line in new[hunk.new_start : hunk.new_end]])
        for hunk in hunks([line.text for line in old], new)
        if (place := _place(old, hunk.start, hunk.end))
    ]


def _place(old: Sequence[Line], start: int, end: int) -> tuple[int, int] | None:
    """The template's lines behind old lines `start`-`end`; None where some were computed."""
    if start < end:
        numbers = [line.literal for line in old[start:end]]
        together = all(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        return (numbers[0] - 1, numbers[-1]) if together else None
    if start and old[start - 1].literal:
        return old[start - 1].literal, old[start - 1].literal
    if start < len(old) and old[start].literal:
        return old[start].literal - 1, old[start].literal - 1
    return None


def applied(template: str, found: Sequence[Edit]) -> str:
    lines = template.split("\n")
    for start, end, new in sorted(found, key=lambda edit: edit[:2], reverse=True):
        lines[start:end] = new
    return "\n".join(lines)


def without_calls(template: str, paths: Collection[str]) -> str:
    """The template without the lines that print the entries of these sections, and of all below them."""
    if not paths:
        return template
    named = ((line, CALL.fullmatch(line.strip())) for line in template.split("\n"))
    kept = (line for line, found in named if not (found and _is_below(found["path"], paths)))
    return "\n".join(kept)


def _is_below(path: str, paths: Collection[str]) -> bool:
    return any(f"{path}/".startswith(f"{one}/") for one in paths)
