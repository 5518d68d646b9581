"""The edited page taken apart: titles and introductions, entries, and whose entry is whose."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.catalog.show import SHOWN
from bot.readme.absorb import imported_entries, new_sections, styled_entries
from bot.readme.absorb.before import Before
from bot.readme.absorb.changed_entries import Pages
from bot.readme.absorb.entries import Cut, Reading
from bot.readme.absorb.list_file import Zone, zones
from bot.readme.absorb.literal_titles import Title, literal_titles
from bot.readme.absorb.match import Chunk, matched
from bot.readme.absorb.prose import Call, Edit, edits
from bot.readme.generate.template import call


@dataclass(frozen=True)
class EditedPage:
    """`zones` are at titles that the template prints from list.yml, `titles` those that stand in it as they are.

    `entries` have the slug of the record that each is, empty for a new one; of `left` lines nothing can be made.
    """

    pages: Pages
    zones: tuple[Zone, ...]
    titles: tuple[Title, ...]
    cuts: tuple[Cut, ...]
    entries: tuple[tuple[Chunk, str], ...]

    @property
    def left(self) -> list[tuple[int, int]]:
        return [place for cut in self.cuts for place in cut.left]

    @property
    def removed(self) -> set[str]:
        """Sections that are gone with their titles, and what is below them too."""
        filled = {chunk.section for chunk, _ in self.entries}
        gone = {title.path for title in self.titles if title.new < 0 and title.path not in filled}
        kept = {title.path for title in self.titles} | filled
        return {path for path in gone if not any(one.startswith(f"{path}/") for one in kept - gone)}


def taken_apart(before: Before, pages: Pages) -> EditedPage:
    places = {zone.path: zone for zone in zones(before.catalog, pages.old, pages.new, pages.hunks)}
    cuts = _cuts(before, pages, places)
    for cut in cuts:  # between a title and its entries the introduction may have grown
        zone = places.get(cut.section)
        if zone and cut.start >= 0 and zone.new[0] <= cut.start <= zone.new[1]:
            places[cut.section] = replace(zone, new=(zone.new[0], cut.start))
    titles = literal_titles(before, pages)
    cuts += new_sections.cuts(before, pages, titles, cuts)
    chunks = [chunk for cut in cuts for chunk in cut.chunks]
    records = [before.catalog.by_slug[slug] for slug in before.texts]
    owners = matched(chunks, records, before.texts)
    return EditedPage(
        pages, tuple(places.values()), tuple(titles), tuple(cuts), tuple(zip(chunks, owners, strict=True))
    )


def _cuts(before: Before, pages: Pages, places: dict[str, Zone]) -> list[Cut]:
    """Each section of the page cut into its entries."""
    ids = {section.entry.id: 1 for section in before.catalog.sections}
    shows = {section.level: section.entry.show for section in reversed(before.catalog.sections)}
    reading = Reading(before.targets, ids, shows, before.page.words)
    cuts: list[Cut] = []
    for path, section in before.sections.items():
        stretch, zone = before.stretches.get(path), places.get(path)
        if stretch and not _is_ours(before, path):
            cuts.append(imported_entries.cut(before, pages, path))
        elif made := styled_entries.cut(pages, section, (stretch, zone), reading):
            cuts.append(made)
    return cuts


def _is_ours(before: Before, path: str) -> bool:
    bodies = any(record.body for record in before.catalog.by_section.get(path, ()))
    return before.sections[path].entry.show in SHOWN and not bodies


def prose(before: Before, edited: EditedPage) -> list[Edit]:
    """Edits of the template: of what stands outside of entries, titles and introductions."""
    old, new, stretches = edited.pages.old, _with_calls(edited), before.stretches
    taken = [(*zone.old, *zone.new) for zone in edited.zones if zone.title is not None]
    taken += [
        (stretches[cut.section].start, stretches[cut.section].end, cut.start, cut.end)
        for cut in edited.cuts
        if cut.section in stretches
    ]
    made: list[Edit] = []
    old_at = new_at = 0
    for start, end, new_start, new_end in [*sorted(taken), (len(old), len(old), len(new), len(new))]:
        lines = [line for line in new[new_at : max(new_start, new_at)] if line is not None]
        made += edits(old[old_at : max(start, old_at)], lines)
        old_at, new_at = max(end, old_at), max(new_end, new_at)
    return made


def _with_calls(edited: EditedPage) -> list[str | None]:
    """The edited lines, with a call in place of the entries of each new section of an imported page."""
    lines: list[str | None] = list(edited.pages.new)
    for cut in edited.cuts:
        if cut.called:
            lines[cut.start : cut.end] = [Call(call(cut.section)), *[None] * (cut.end - cut.start - 1)]
    return lines
