"""Which imported records need no body: those that a pattern for their section shows letter for letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.catalog.model import Catalog, Record, SectionEntry, is_url, retells
from bot.readme.importer.line_patterns import patterns
from bot.readme.importer.records import storable
from bot.readme.importer.words import clean_name
from bot.readme.styles import markdown
from bot.readme.styles.pattern import Pattern


def fitted(catalog: Catalog) -> Catalog:
    """The catalog as its files hold it: each section shown by its commonest pattern, bodies only where that fails."""
    shows = {path: show for path, records in catalog.by_section.items() if (show := _commonest(records))}
    apart = {section.path: section.entry.show == "headings" for section in catalog.sections}
    shows = {path: show + "\n" * apart.get(path, False) for path, show in shows.items()}
    numbers = {record.slug: at for records in catalog.by_section.values() for at, record in enumerate(records, 1)}
    records = tuple(_fitted(record, catalog, shows.get(record.section, ""), numbers) for record in catalog.records)
    kept = {record.section for record in records if not record.body}
    shows = {path: show for path, show in shows.items() if path in kept}
    listed = replace(catalog.list, sections=_shown(catalog.list.sections, "", shows))
    return Catalog(listed, records)


def _fitted(record: Record, catalog: Catalog, show: str, numbers: Mapping[str, int]) -> Record:
    made = fit(record, show, numbers[record.slug])
    whole = catalog.by_slug.get(record.whole) if record.relations and not made.body else None
    return storable(record) if whole and retells(whole, made) else made  # or it would not be shown


def _commonest(records: Sequence[Record]) -> str:
    """The pattern that shows most of them letter for letter."""
    found = patterns([record.body for record in records])
    fitting = {show: sum(not fit(record, show, at).body for at, record in enumerate(records, 1)) for show in found}
    return max(found, key=fitting.__getitem__, default="")


def fit(record: Record, show: str, number: int = 1) -> Record:
    """The record as its file holds it: without a body if the pattern `show` gives its text, else with it."""
    kept = storable(record)
    made = Pattern(show).parse(record.body, {}, beyond=True) if show else None
    if (
        not made
        or record.name not in {made.name, clean_name(made.name)}
        or not all(is_url(one.url) for one in made.links)
    ):
        return kept
    types = {link.url: link for link in kept.links}
    links = tuple(replace(link, type=types[link.url].type) if link.url in types else link for link in made.links)
    bare = replace(
        kept, name=made.name, links=links, description=made.description, extra=made.extra, body="", updated=None
    )
    if not made.links or bare.status != made.status or markdown(bare, show, "", 2, number=number) != record.body:
        return kept
    return bare


def _shown(entries: Sequence[SectionEntry], above: str, shows: Mapping[str, str]) -> tuple[SectionEntry, ...]:
    return tuple(
        replace(
            entry,
            show=shows.get(above + entry.id, entry.show),
            sections=_shown(entry.sections, f"{above}{entry.id}/", shows),
        )
        for entry in entries
    )
