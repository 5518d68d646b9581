"""The edited page cut into what each section holds now: records as they were, changed, gone, and new text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from bot.catalog.model import Record
from bot.readme.absorb.diff import Hunk, moved
from bot.readme.absorb.source_map import Line
from bot.readme.importer.read import read_readme


@dataclass(frozen=True, slots=True)
class Piece:
    """Edited lines `start`-`end` (0-based, end excluded) hold one entry; `slug` says whose where it is as it was."""

    slug: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Generated lines that one section or record made."""

    name: str
    start: int
    end: int


@dataclass
class Pieces:
    """`pieces` of a section in order, between edited lines `start` and `end`.

    `left` are the edited lines (0-based, ends excluded) of which nothing can be made.
    """

    section: str
    start: int
    end: int
    pieces: list[Piece] = field(default_factory=list)
    left: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Pages:
    """The generated page, the edited one, what differs, and the entries that reading the edited one by itself finds."""

    old: Sequence[Line]
    new: Sequence[str]
    hunks: Sequence[Hunk]
    read: Sequence[Record]


def sections(lines: Sequence[Line]) -> list[Stretch]:
    """Where each section stands in the generated page."""
    groups = groupby(enumerate(lines), key=lambda one: one[1].section)
    runs = [(name, [at for at, _ in run]) for name, run in groups if name]
    return [Stretch(name, run[0], run[-1] + 1) for name, run in runs]


def cut(pages: Pages, section: Stretch) -> Pieces:
    """What the edited page holds in place of a section."""
    start, end = moved(section.start, pages.hunks, after=False), moved(section.end, pages.hunks, after=True)
    if start < 0 or end < 0:
        return Pieces(section.name, -1, -1, left=across(pages, section))
    found = Pieces(section.name, start, end)
    gone: list[str] = []
    at = start
    for record in [*_records(pages, section), Stretch("", end, end)]:
        place = (end, end) if not record.name else _kept(pages, record)
        if place is None:
            gone.append(record.name)
            continue
        _between(pages, found, gone, at, place[0])
        if record.name:
            found.pieces.append(Piece(record.name, *place))
        at, gone = place[1], []
    return _without_edges(pages, found)


def _records(pages: Pages, section: Stretch) -> list[Stretch]:
    within = ((at, pages.old[at].record) for at in range(section.start, section.end))
    groups = groupby(within, key=lambda one: one[1])
    runs = [(slug, [at for at, _ in run]) for slug, run in groups if slug]
    return [Stretch(slug, run[0], run[-1] + 1) for slug, run in runs]


def _kept(pages: Pages, record: Stretch) -> tuple[int, int] | None:
    """The edited lines of a record that no edit touched; None for any other."""
    for hunk in pages.hunks:
        inside = record.start < hunk.start < record.end if hunk.start == hunk.end else False
        if inside or (hunk.start < record.end and hunk.end > record.start):
            return None
    start = moved(record.start, pages.hunks, after=True)
    return start, start + record.end - record.start


def _between(pages: Pages, found: Pieces, gone: Sequence[str], start: int, end: int) -> None:
    """Tell what edited lines `start`-`end` are, where the records `gone` stood."""
    end = _before_title(pages, found.section, start, end)
    first = next((at for at in range(start, end) if pages.new[at].strip()), None)
    if first is None:
        return
    last = next(at for at in range(end - 1, start - 1, -1) if pages.new[at].strip()) + 1
    entries = [record for record in pages.read if first <= record.line() - 1 < last]
    if len(gone) == 1 and (len(entries) <= 1 or _has_parts(pages, gone[0])):
        found.pieces.append(Piece("", first, last))
    elif entries and entries[0].line() - 1 == first:
        bounds = [*(record.line() - 1 for record in entries[1:]), last]
        found.pieces += [Piece("", record.line() - 1, bound) for record, bound in zip(entries, bounds, strict=True)]
    elif found.pieces and _goes_on(pages, found.pieces[-1].slug, first):
        found.pieces[-1] = replace(found.pieces[-1], slug="", end=last)
    else:
        found.left.append((first, last))


def _before_title(pages: Pages, section: str, start: int, end: int) -> int:
    """Up to where lines belong to the section: a heading above those of its entries begins another one."""
    lines = (line for line in pages.old if line.section == section)
    firsts = (next(run).text for slug, run in groupby(lines, key=lambda line: line.record) if slug)
    marks = min((count for text in firsts if (count := _marks(text))), default=7)
    titles = (at for at in range(start, end) if 0 < _marks(pages.new[at]) < marks)
    return next(titles, end)


def _marks(line: str) -> int:
    return len(line) - len(line.lstrip("#")) if re.match(r"#{1,6}[ \t]", line) else 0


def _goes_on(pages: Pages, slug: str, at: int) -> bool:
    """Whether text behind a record is more of it: below a heading, or further in."""
    first = next((line.text for line in pages.old if line.record == slug), "")
    return first.startswith("#") or pages.new[at].startswith(("  ", "\t"))


def _has_parts(pages: Pages, slug: str) -> bool:
    text = "\n".join(line.text for line in pages.old if line.record == slug)
    return len(read_readme(text, "").catalog.records) > 1


def _without_edges(pages: Pages, found: Pieces) -> Pieces:
    """Text before the first entry or after the last is no part of the section, nor are blank lines there."""
    if found.pieces:
        found.start, found.end = found.pieces[0].start, found.pieces[-1].end
    elif found.left:
        found.end = found.start
    else:
        while found.end > found.start and not pages.new[found.end - 1].strip():
            found.end -= 1
    found.left = [place for place in found.left if found.start <= place[0] < found.end]
    return found


def across(pages: Pages, section: Stretch) -> list[tuple[int, int]]:
    edges = (section.start, section.end)
    return [
        (hunk.new_start, hunk.new_end) for hunk in pages.hunks if any(hunk.start < edge < hunk.end for edge in edges)
    ]
