"""Where the entries of a section in one of our styles stand on the edited page."""

from __future__ import annotations

from collections.abc import Sequence

from bot.catalog.model import Section
from bot.readme.absorb.changed_entries import Pages, Stretch, across
from bot.readme.absorb.diff import Hunk, moved
from bot.readme.absorb.entries import Cut, Reading, cut_by_style
from bot.readme.absorb.list_file import Zone
from bot.readme.styles import parts, style

Place = tuple[Stretch | None, Zone | None]  # of a section's entries, and of its title with the introduction


def cut(pages: Pages, section: Section, place: Place, reading: Reading) -> Cut | None:
    """The section's entries; None where it has none, before and now."""
    stretch, zone = place
    if stretch is None:
        return _first_ones(pages, section, zone, reading) if zone else None
    start, end = moved(stretch.start, pages.hunks, after=False), moved(stretch.end, pages.hunks, after=True)
    if start < 0 or end < 0:
        if (gone := taken_out(stretch, pages.hunks)) >= 0:
            return Cut(section.path, gone, gone)
        return Cut(section.path, -1, -1, left=across(pages, stretch))
    if zone:
        start = max(start, zone.new[0])
        below = moved(stretch.start, pages.hunks, after=True)
        start = min([_first(pages, section, start, end), *_titles(pages, start, below)])
    return cut_by_style(section, Cut(section.path, min(start, end), end), pages.new, reading)


def _first_ones(pages: Pages, section: Section, zone: Zone, reading: Reading) -> Cut | None:
    """Entries below the title of a section that had none."""
    start, end = zone.new
    first = min([_first(pages, section, start, end), *_titles(pages, start, end)])
    if first >= end:
        return None
    return cut_by_style(section, Cut(section.path, first, end), pages.new, reading)


def _first(pages: Pages, section: Section, start: int, end: int) -> int:
    """The line in which the first entry begins."""
    begins = style(section.entry.show).BEGINS
    bounds = (at for at, _ in parts.cut(pages.new[start:end], begins))
    return next((start + at for at in bounds if begins.match(pages.new[start + at])), end)


def _titles(pages: Pages, start: int, end: int) -> Sequence[int]:
    return [at for at in range(start, end) if pages.new[at].startswith("##")]


def taken_out(stretch: Stretch, hunks: Sequence[Hunk]) -> int:
    """Where a section stood that was deleted as a whole; -1 where it was not."""
    cuts = (hunk for hunk in hunks if hunk.start <= stretch.start and stretch.end <= hunk.end)
    return next((hunk.new_start for hunk in cuts if hunk.new_start == hunk.new_end), -1)
