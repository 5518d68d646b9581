"""Which imported records need no body: those that a pattern for their section shows letter for letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.catalog.model import Catalog, Record, SectionEntry, retells
from bot.readme.importer.line_patterns import pattern
from bot.readme.importer.records import storable
from bot.readme.styles.pattern import Pattern


def fitted(catalog: Catalog) -> Catalog:
    """The catalog as its files hold it: each section shown by its commonest pattern, bodies only where that fails."""
    shows = {path: show for path, records in catalog.by_section.items() if (show := _commonest(records))}
    apart = {section.path: section.entry.show == "headings" for section in catalog.sections}
    shows = {path: show + "\n" * apart.get(path, False) for path, show in shows.items()}
    records = tuple(_fitted(record, catalog, shows.get(record.section, "")) for record in catalog.records)
    kept = {record.section for record in records if not record.body}
    shows = {path: show for path, show in shows.items() if path in kept}
    listed = replace(catalog.list, sections=_shown(catalog.list.sections, "", shows))
    return Catalog(listed, records)


def _fitted(record: Record, catalog: Catalog, show: str) -> Record:
    made = fit(record, show)
    whole = catalog.by_slug.get(record.whole) if record.relations and not made.body else None
    return storable(record) if whole and retells(whole, made) else made  # or it would not be shown


def _commonest(records: Sequence[Record]) -> str:
    found = Counter(show for record in records if (show := pattern(record.body)[0]) and _single(record))
    return min(found, key=lambda show: (-found[show], show)) if found else ""


def _single(record: Record) -> bool:
    return len(record.links) == 1


def fit(record: Record, show: str) -> Record:
    """The record as its file holds it: without a body if the pattern `show` gives its text, else with it."""
    kept = storable(record)
    if not show or not _single(record) or len(kept.links) != 1:
        return kept
    said = pattern(record.body)[1]
    bare = replace(kept, body="", description=said)
    return bare if said and Pattern(show).line(bare) == record.body else kept


def _shown(entries: Sequence[SectionEntry], above: str, shows: Mapping[str, str]) -> tuple[SectionEntry, ...]:
    return tuple(
        replace(
            entry,
            show=shows.get(above + entry.id, entry.show),
            sections=_shown(entry.sections, f"{above}{entry.id}/", shows),
        )
        for entry in entries
    )
