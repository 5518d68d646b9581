"""The edited page taken apart: titles and introductions, entries, and whose entry is whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.catalog.show import SHOWN
from bot.readme.absorb import changed_entries, styled_entries
from bot.readme.absorb.before import Before
from bot.readme.absorb.changed_entries import Pages
from bot.readme.absorb.entries import Cut, Reading
from bot.readme.absorb.list_file import Zone, zones
from bot.readme.absorb.match import Chunk, matched
from bot.readme.absorb.prose import Edit, edits
from bot.readme.importer.single_entry import read_entry
from bot.readme.styles import style


@dataclass(frozen=True)
class EditedPage:
    """`entries` have the slug of the record that each is, empty for a new one; of `left` lines nothing can be made."""

    pages: Pages
    zones: tuple[Zone, ...]
    cuts: tuple[Cut, ...]
    entries: tuple[tuple[Chunk, str], ...]

    @property
    def left(self) -> list[tuple[int, int]]:
        return [place for cut in self.cuts for place in cut.left]


def taken_apart(before: Before, pages: Pages) -> EditedPage:
    places = {zone.path: zone for zone in zones(before.catalog, pages.old, pages.new, pages.hunks)}
    cuts = _cuts(before, pages, places)
    for cut in cuts:  # between a title and its entries the introduction may have grown
        zone = places.get(cut.section)
        if zone and cut.start >= 0 and zone.new[0] <= cut.start <= zone.new[1]:
            places[cut.section] = replace(zone, new=(zone.new[0], cut.start))
    chunks = [chunk for cut in cuts for chunk in cut.chunks]
    records = [before.catalog.by_slug[slug] for slug in before.texts]
    owners = matched(chunks, records, before.texts)
    return EditedPage(pages, tuple(places.values()), tuple(cuts), tuple(zip(chunks, owners, strict=True)))


def _cuts(before: Before, pages: Pages, places: dict[str, Zone]) -> list[Cut]:
    """Each section of the page cut into its entries."""
    ids = {section.entry.id: 1 for section in before.catalog.sections}
    shows = {section.level: section.entry.show for section in reversed(before.catalog.sections)}
    reading = Reading(before.targets, ids, shows, before.page.words)
    cuts: list[Cut] = []
    for path, section in before.sections.items():
        stretch, zone = before.stretches.get(path), places.get(path)
        if stretch and not _is_ours(before, path):
            cuts.append(_imported(before, pages, path))
        elif made := styled_entries.cut(pages, section, (stretch, zone), reading):
            cuts.append(made)
    return cuts


def _is_ours(before: Before, path: str) -> bool:
    bodies = any(record.body for record in before.catalog.by_section.get(path, ()))
    return before.sections[path].entry.show in SHOWN and not bodies


def _imported(before: Before, pages: Pages, path: str) -> Cut:
    found = changed_entries.cut(pages, before.stretches[path])
    made = Cut(path, found.start, found.end, left=found.left)
    texts = _texts(pages.new, found, str(style(before.sections[path].entry.show).BETWEEN))
    for piece, text in zip(found.pieces, texts, strict=True):
        known = before.catalog.by_slug[piece.slug] if piece.slug else None
        read = known if known and before.texts[piece.slug] == text else read_entry(text)
        made.chunks.append(Chunk(path, piece.start, piece.end, text, read))
    return made


def _texts(new: Sequence[str], found: changed_entries.Pieces, between: str) -> list[str]:
    """The text of each piece, with what stands between it and the next beyond the usual."""
    texts = []
    for piece, after in zip(found.pieces, [*found.pieces[1:], None], strict=True):
        text = "\n".join(new[piece.start : after.start if after else piece.end])
        texts.append(f"{text}\n".removesuffix(between) if after else text)
    return texts


def prose(before: Before, edited: EditedPage) -> list[Edit]:
    """Edits of the template: of what stands outside of entries, titles and introductions."""
    pages, stretches = edited.pages, before.stretches
    taken = [(*zone.old, *zone.new) for zone in edited.zones if zone.title is not None]
    taken += [
        (stretches[cut.section].start, stretches[cut.section].end, cut.start, cut.end)
        for cut in edited.cuts
        if cut.section in stretches
    ]
    made: list[Edit] = []
    old_at = new_at = 0
    for start, end, new_start, new_end in sorted(taken):
        made += edits(pages.old[old_at : max(start, old_at)], pages.new[new_at : max(new_start, new_at)])
        old_at, new_at = max(end, old_at), max(new_end, new_at)
    return made + edits(pages.old[old_at:], pages.new[new_at:])
