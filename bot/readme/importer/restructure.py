"""How each section of an imported list is written, and which records their fields show letter for letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.catalog.model import Catalog, Record, SectionEntry, is_url, retells
from bot.readme.importer.records import storable
from bot.readme.importer.shapes import Shape, shape
from bot.readme.styles import markdown
from bot.readme.styles.pattern_slots import extras

Columns = Mapping[str, Sequence[str]]  # section path → headings of its table
_NONE: Columns = {}
_TRIED = 4  # of a section's patterns, the commonest


def fitted(catalog: Catalog, columns: Columns = _NONE) -> Catalog:
    """The catalog as its files hold it: each section shown by its commonest pattern, bodies only where nothing fits."""
    records: dict[str, Record] = {}
    shows: dict[str, str] = {}
    apart = {section.path: section.entry.show == "headings" for section in catalog.sections}
    for path, group in catalog.by_section.items():
        shapes = [shape(record, at, columns.get(path, ())) for at, record in enumerate(group, 1)]
        shapes = _described(shapes)
        show = _commonest([*zip(group, shapes, strict=True)]) + "\n" * apart.get(path, False)
        made = [_fit(*each, show) for each in zip(group, shapes, range(1, len(group) + 1), strict=True)]
        records |= {record.slug: record for record in made}
        if show.strip() and any(not record.body for record in made):
            shows[path] = show
    whole = tuple(_shown(record, records) for record in catalog.records)
    listed = replace(catalog.list, sections=_with(catalog.list.sections, "", shows))
    return Catalog(listed, whole)


def fit(record: Record, show: str, number: int = 1) -> Record:
    """The record as its file holds it: without a body where its fields and `extra` give its text, else with it."""
    return _fit(record, shape(record, number), number, show)


def _fit(record: Record, found: Shape | None, number: int, show: str) -> Record:
    kept = storable(record)
    if not found or not all(is_url(one.url) for one in found.record.links):
        return kept
    types = {link.url: link.type for link in kept.links}
    links = tuple(replace(one, type=types.get(one.url, one.type)) for one in found.record.links)
    filled = replace(found.record, links=links, lines={}, file=kept.file)
    counts = not show or "{number}" in show  # else each line of the section may begin with `1.`
    pattern = found.show if counts else found.show.replace("{number}", str(number), 1)
    own = replace(filled, extra={**filled.extra, "show": pattern})
    for made in (*([filled] if show else []), own):
        if markdown(made, show or "list", "", 2, number=number) == record.body:
            return made
    return kept


def _shown(record: Record, records: Mapping[str, Record]) -> Record:
    """The record as made, unless the page would not show it: one told by the record around it keeps its body."""
    made = records[record.slug]
    whole = records.get(record.whole) if record.relations and not made.body else None
    return storable(record) if whole and retells(whole, made) else made


def _described(shapes: Sequence[Shape | None]) -> list[Shape | None]:
    """In a table, the column that says most is the description."""
    sizes: Counter[str] = Counter()
    rows = [found for found in shapes if found and found.show.startswith("|")]
    for found in rows:
        sizes.update({key: len(found.record.extra[key]) for key in extras(found.show) if key in found.record.extra})
    if not sizes:
        return list(shapes)
    key = max(sizes, key=sizes.__getitem__)
    return [_renamed(found, key) if found and found.show.startswith("|") else found for found in shapes]


def _renamed(found: Shape, key: str) -> Shape:
    if key not in found.record.extra or f"{{extra:{key}}}" not in found.show:
        return found
    extra = {name: value for name, value in found.record.extra.items() if name != key}
    record = replace(found.record, description=found.record.extra[key], extra=extra)
    return Shape(found.show.replace(f"{{extra:{key}}}", "{description}"), record)


def _commonest(shapes: Sequence[tuple[Record, Shape | None]]) -> str:
    """The pattern that shows most of them letter for letter; empty where there is none."""
    given = Counter(found.show for _, found in shapes if found)
    tried = [show for show, _ in given.most_common(_TRIED)]
    tried += [f"{show}{{ - description}}" for show in tried[:1] if "description" not in show and "|" not in show]
    return max(tried, key=lambda show: (_fitting(shapes, show), "description" in show), default="")


def _fitting(shapes: Sequence[tuple[Record, Shape | None]], show: str) -> int:
    numbered = ((at, *pair) for at, pair in enumerate(shapes, 1))
    return sum(
        found is not None and markdown(found.record, show, "", 2, number=at) == record.body
        for at, record, found in numbered
    )


def _with(entries: Sequence[SectionEntry], above: str, shows: Mapping[str, str]) -> tuple[SectionEntry, ...]:
    return tuple(
        replace(
            entry,
            show=shows.get(above + entry.id, entry.show),
            sections=_with(entry.sections, f"{above}{entry.id}/", shows),
        )
        for entry in entries
    )
