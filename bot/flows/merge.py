"""`curate import --merge`: the entries of a page that a catalog does not have yet are added to it.

Sections are matched by their titles; what the page says outside of its entries stays out of the template.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.catalog.arrange import LIST_FILE
from bot.catalog.load import load_sound
from bot.catalog.model import Catalog, Record, SectionEntry
from bot.catalog.words import words_of
from bot.catalog.write import list_text, record_path, record_text
from bot.errors import HandEdited
from bot.files.below import text_as_it_stands, text_if_there
from bot.files.together import write_all
from bot.flows.check_page import read_page
from bot.names.normalise import same_name
from bot.readme.generate.page import README, edited_by_hand, generated
from bot.readme.generate.template import TEMPLATE
from bot.readme.importer.read import Imported, read_readme
from bot.readme.importer.records import new_slug
from bot.readme.importer.restructure import fitted
from bot.text.line_ends import with_ends_of
from bot.urls.normalise import canonical_url

_EVERY = "entries(section.path)"


@dataclass(frozen=True)
class Merge:
    """`known` pairs each entry that is left out with the record that is there already."""

    read: Imported
    added: tuple[Record, ...]
    known: tuple[tuple[Record, Record], ...]
    files: dict[str, str]


def look(file: Path, into: Path) -> Merge:
    """Compute everything, write nothing. Raises HandEdited where README.md holds edits that would be lost."""
    catalog, template = load_sound(into), text_as_it_stands(into, TEMPLATE)
    there = text_if_there(into, README)
    if there and edited_by_hand(there):
        raise HandEdited("README.md 被人直接改过，并入会丢掉这些改动", str(into / README), "请先运行 curate absorb")
    read = read_readme(read_page(file), file.name)
    page = fitted(read.catalog, read.columns)
    places, sections = _sections(catalog, page)
    known = tuple(_known(catalog, page.records))
    left_out = {record.slug for record, _ in known}
    new = [record for record in page.records if record.slug not in left_out]
    added = tuple(_placed(catalog, new, places))
    listed = replace(catalog.list, sections=(*catalog.list.sections, *sections))
    merged = Catalog(listed, tuple(sorted((*catalog.records, *added), key=lambda record: record.section)))
    files = {record_path(record): record_text(record) for record in added}
    if sections:
        template = template if _EVERY in template else with_ends_of(template + "".join(_calls(sections)), template)
        files |= {LIST_FILE: list_text(listed), TEMPLATE: template}
    return Merge(read, added, known, files | dict(generated(merged, template)))


def write(into: Path, made: Merge) -> None:
    write_all(into, made.files)


def _sections(catalog: Catalog, page: Catalog) -> tuple[dict[str, str], list[SectionEntry]]:
    """Section path of the page → of the catalog, and the sections the catalog lacks, all of the first level."""
    places: dict[str, str] = {}
    made: list[SectionEntry] = []
    by_title = {section.entry.title: section.path for section in catalog.sections}
    used = {section.entry.id for section in catalog.sections if section.level == 1}
    for section in page.sections:
        if section.path not in page.by_section:
            continue
        if section.entry.title not in by_title:
            name, number = section.path.replace("/", "-"), 1
            while name in used:
                number += 1
                name = f"{section.path.replace('/', '-')}-{number}"
            used.add(name)
            by_title[section.entry.title] = name
            made.append(replace(section.entry, id=name, sections=()))
        places[section.path] = by_title[section.entry.title]
    return places, made


def _known(catalog: Catalog, records: Sequence[Record]) -> Iterator[tuple[Record, Record]]:
    by_url = {canonical_url(link.url): record for record in catalog.records for link in record.links}
    by_name = {record.name.casefold(): record for record in catalog.records}
    for record in records:
        other = next((by_url[url] for link in record.links[:1] if (url := canonical_url(link.url)) in by_url), None)
        named = by_name.get(record.name.casefold())
        if other or (named and same_name(named.name, record.name)):
            yield record, other or named  # type: ignore[misc]  # one of the two is there


def _placed(catalog: Catalog, records: Sequence[Record], places: dict[str, str]) -> Iterator[Record]:
    """The new records after those that are there, with slugs of their own; a whole that stays out is forgotten."""
    used = {record.slug: 1 for record in catalog.records}
    slugs = {record.slug: new_slug(record, used) for record in records}
    last: dict[str, int] = {}
    kind = words_of(catalog.list).usual_kind
    for record in catalog.records:
        last[record.section] = max(last.get(record.section, 0), record.order or 0)
    for record in records:
        section = places[record.section]
        last[section] = last.get(section, 0) + 10
        relations = tuple(
            replace(relation, record=slugs[relation.record])
            for relation in record.relations
            if relation.record in slugs
        )
        order = last[section] if section not in catalog.by_section or last[section] > 10 else None
        yield replace(record, slug=slugs[record.slug], section=section, order=order, relations=relations, kind=kind)


def _calls(sections: Sequence[SectionEntry]) -> Iterator[str]:
    for section in sections:
        yield f'\n## {section.title}\n\n{{{{ entries("{section.id}") }}}}\n'
