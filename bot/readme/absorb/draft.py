"""The catalog as the edited page has it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.catalog.arrange import in_order
from bot.catalog.model import Catalog, ListFile, Record
from bot.catalog.show import SHOWN
from bot.readme.absorb.before import Before
from bot.readme.absorb.edited_page import EditedPage
from bot.readme.absorb.list_file import rewritten, with_sections
from bot.readme.absorb.order import ordered
from bot.readme.absorb.propagate import followed
from bot.readme.absorb.records import Workshop


@dataclass(frozen=True)
class Draft:
    """`alike` are records that are shown otherwise than written, and read the same; `places` are the lines of the
    edited page where each record begins.
    """

    catalog: Catalog
    alike: frozenset[str]
    places: Mapping[str, int]


def drafted(before: Before, edited: EditedPage, *, renumber: bool) -> Draft:
    """With `renumber`, records get numbers that put them as the page has them."""
    workshop = Workshop(before, edited)
    used = {record.slug: 1 for record in before.catalog.records}
    made: dict[str, list[Record]] = {}
    alike: set[str] = set()
    places: dict[str, int] = {}
    for chunk, slug in edited.entries:
        remade = workshop.record(chunk, slug, used)
        made.setdefault(chunk.section, []).append(remade.record)
        places[remade.record.slug] = chunk.start
        if remade.alike:
            alike.add(remade.record.slug)
    if renumber:
        made = {path: _numbered(before, path, records) for path, records in made.items()}
    unseen = [record for record in before.catalog.records if record.slug not in before.texts]
    records = followed(before.catalog, [*unseen, *(record for group in made.values() for record in group)])
    slugs = {record.slug for record in records}
    records = [_unbound(before, record, slugs) for record in records]
    return Draft(in_order(_list(before, edited, made), records), frozenset(alike), places)


def _unbound(before: Before, record: Record, slugs: Collection[str]) -> Record:
    """Without relations to what was deleted, unless the page shows them: there a person must say what they become."""
    section = before.sections.get(record.section)
    if not record.relations or section is None or section.entry.show in SHOWN:
        return record
    return replace(record, relations=tuple(relation for relation in record.relations if relation.record in slugs))


def _numbered(before: Before, path: str, records: list[Record]) -> list[Record]:
    now = [record.slug for record in records]
    was = [record.slug for record, _ in before.page.rows.get(path, ())]
    return records if now == [slug for slug in was if slug in now] else ordered(records)


def _list(before: Before, edited: EditedPage, made: Mapping[str, Sequence[Record]]) -> ListFile:
    titles = {title.path: title.now for title in edited.titles if title.now}
    titles |= {zone.path: zone.title for zone in edited.zones if zone.title}
    introduced = (zone for zone in edited.zones if zone.title and zone.introduced)
    texts = {zone.path: "\n".join(edited.pages.new[slice(*zone.new)]) for zone in introduced}
    gone = {zone.path for zone in edited.zones if zone.title is None and not made.get(zone.path)} | edited.removed
    added = [one for cut in edited.cuts for one in cut.added]
    return with_sections(rewritten(before.catalog, titles, texts, gone), added)
