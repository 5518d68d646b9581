"""The edited page → the catalog and the template that make it, or the lines that stand in the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.catalog.model import Catalog
from bot.readme.absorb.agreement import apart
from bot.readme.absorb.before import seen
from bot.readme.absorb.by_hand import files
from bot.readme.absorb.changed_entries import Pages
from bot.readme.absorb.diff import hunks
from bot.readme.absorb.draft import drafted
from bot.readme.absorb.edited_page import prose, taken_apart
from bot.readme.absorb.prose import applied, without_calls
from bot.readme.absorb.source_map import settled, traced
from bot.readme.importer.read import read_readme


@dataclass(frozen=True)
class Taken:
    """`left` are 1-based first and last lines of the edited page that nothing could be made of: then nothing holds.
    `files` are those to edit instead.
    """

    catalog: Catalog
    template: str
    left: tuple[tuple[int, int], ...] = ()
    files: tuple[str, ...] = ()


def take(catalog: Catalog, template: str, new: Sequence[str]) -> Taken:
    """`new` are the lines of the edited page without its mark and without blank ones at its end."""
    old = traced(catalog, template)
    read = read_readme("\n".join(new) + "\n", "README.md").catalog
    changes = [settled(hunk, old, new) for hunk in hunks([line.text for line in old], new)]
    before = seen(catalog, template, old)
    edited = taken_apart(before, Pages(old, new, changes, read.records))
    left = edited.left
    if not left:
        written = without_calls(applied(template, prose(before, edited)), edited.removed)
        for renumber in (False, True):
            draft = drafted(before, edited, renumber=renumber)
            left = apart(edited, traced(draft.catalog, written), draft)
            if not left:
                return Taken(draft.catalog, written)
    return Taken(catalog, template, _numbered(left), files(catalog, edited, left))


def _numbered(places: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted({(start + 1, max(end, start + 1)) for start, end in places}))
