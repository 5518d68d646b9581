"""A catalog → where each record stands on the page, how deep, and under which anchor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from bot.catalog.model import PLACING, Catalog, Record, RelationType, Section, retells
from bot.catalog.show import FACTS, is_pattern
from bot.catalog.words import RELATIONS, Words, words_of
from bot.markdown.escape import anchor, flat, link, slug, unique
from bot.markdown.headings import heading_texts
from bot.readme.generate.bases import bases
from bot.readme.generate.written_headings import is_written, section_anchors
from bot.readme.styles import anchor_of, heading_of, joined, kept, markdown
from bot.text.line_ends import plain_ends
from bot.text.zh import join

Row = tuple[Record, int]  # with the level of the record's heading, were it to have one


@dataclass(frozen=True)
class Page:
    """`rows` and `sections` (their anchors) go by section path, `anchors` by slug.

    What has neither a heading nor an id, like an item of a list, has the anchor of its section.
    """

    catalog: Catalog
    sections: dict[str, str] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)

    @cached_property
    def words(self) -> Words:
        return words_of(self.catalog.list)

    def section(self, path: object) -> Section | None:
        return next((section for section in self.catalog.sections if section.path == path), None)

    def shown(self, section: Section) -> Iterator[tuple[Record, str]]:
        """The records of a section in reading order, each with its Markdown."""
        show = section.entry.show
        for number, (record, level) in enumerate(self.rows[section.path], 1):
            told = self.told(record) if record.relations or record.base else ""
            yield record, markdown(record, show, told, level, self.words, number=number)

    def told(self, record: Record) -> str:
        """Relations as links, those of one kind together; where the page already nests the record, that says it.

        A style that shows facts has the base before them.
        """
        groups: dict[RelationType, list[str]] = {}
        base = bases(self, record) if record.base and self.states_facts(record.section) else ""
        for relation in record.relations:
            if base and relation.type == "based-on" and relation.record in record.base:
                continue
            other = self.catalog.by_slug.get(relation.record)
            nested = relation.type in PLACING and other and other.section == record.section
            if other and not nested:
                groups.setdefault(relation.type, []).append(self.link(other))
        told = [f"{RELATIONS[kind]} {join(targets)}" for kind, targets in groups.items()]
        return " · ".join([base, *told] if base else told)

    def states_facts(self, section: str) -> bool:
        shown = self.section(section)
        return shown is not None and shown.entry.show in FACTS

    def link(self, record: Record) -> str:
        """The record's name, leading to where it stands on the page."""
        return link(record.name, f"#{self._anchor(record)}")

    def _anchor(self, record: Record) -> str:
        """That of the record, or of the whole whose body tells it."""
        by_slug, place = self.catalog.by_slug, record
        for _ in range(len(by_slug)):
            if place.slug in self.anchors or place.whole not in by_slug:
                break
            place = by_slug[place.whole]
        return self.anchors.get(place.slug, "")


def entries(page: Page, section: Section) -> str:
    """All records of one section as its `show` has it, parts right after their whole."""
    return joined([text for _, text in page.shown(section)], section.entry.show)


def anchored(catalog: Catalog, template: str) -> Page:
    """The page with every anchor, counted in the order of its headings.

    Headings in a person's words take anchors too: in introductions, in a record's body or description, and in the
    template's text before its first section; in a template that holds its own headings, wherever they stand.
    """
    text, used, page = plain_ends(template), dict[str, int](), Page(catalog)
    if is_written(text):
        _written(page, text, used)
        return page
    above = text.partition("entries(")[0]
    _count(used, flat(catalog.list.title), *heading_texts(catalog.list.introduction))
    _count(used, *(heading for heading in heading_texts(above) if "{{" not in heading))
    for section in catalog.sections:
        page.sections[section.path] = anchor(flat(section.entry.title), used)
        _count(used, *heading_texts(section.entry.introduction))
        page.rows[section.path] = _rows(page, section, used)
    return page


def _rows(page: Page, section: Section, used: dict[str, int]) -> list[Row]:
    show, place = section.entry.show, page.sections.get(section.path, "")
    rows = [(record, section.level + depth) for record, depth in _nested(page.catalog.by_section.get(section.path, ()))]
    for record, _ in rows:
        titles, first = _titles(record, show)
        anchors = [unique(slug(title), used) for title in titles]
        own = "" if record.body else anchor_of(record, show)
        page.anchors[record.slug] = anchors[0] if anchors and first else own or place
    return rows


def _titles(record: Record, show: str) -> tuple[list[str], bool]:
    """The headings in what a record shows, and whether the first of them is its own."""
    if record.body:
        return list(heading_texts(kept(record))), True
    written = record.extra.get("show", show)
    if is_pattern(written):
        own = written.startswith("#")
        return list(heading_texts(markdown(record, show, "", 2) if own else record.description)), own
    heading = heading_of(record, show)
    return [*filter(None, [heading]), *heading_texts(record.description)], bool(heading)


def _written(page: Page, template: str, used: dict[str, int]) -> None:
    """Anchors in a template that holds its own headings."""
    by_path = {section.path: section for section in page.catalog.sections}

    def fill(path: str) -> None:
        page.rows[path] = _rows(page, by_path[path], used)

    page.sections.update(section_anchors(page.catalog, template, used, fill))
    for path in by_path.keys() - page.rows.keys():
        page.rows[path] = _rows(page, by_path[path], {})
    for path, rows in page.rows.items():
        for record, _ in rows:
            page.anchors[record.slug] = page.anchors.get(record.slug) or page.sections[path]


def _count(used: dict[str, int], *titles: str) -> None:
    for title in titles:
        anchor(title, used)


def _nested(records: Iterable[Record]) -> Iterator[tuple[Record, int]]:
    """Parts right after their whole, but for those that it tells itself."""
    by_slug = {record.slug: record for record in records}
    parts: dict[str, list[Record]] = defaultdict(list)
    tops: list[Record] = []
    hidden: dict[str, Record] = {}  # by slug, the wholes that tell them
    for record in by_slug.values():
        whole = by_slug.get(record.whole) if record.relations else None
        if whole is None:
            tops.append(record)
        elif retells(whole, record):
            hidden[record.slug] = whole
        else:
            parts[whole.slug].append(record)
    if hidden and parts:
        _raise(parts, hidden)
    for record in tops:
        yield record, 2
        if parts and record.slug in parts:
            yield from _parts(parts, record, 3)


def _raise(parts: dict[str, list[Record]], hidden: dict[str, Record]) -> None:
    """What is part of something hidden comes under the whole above that, unless it is told there too."""
    waiting = [slug for slug in hidden if slug in parts]
    while waiting:
        slug = waiting.pop()
        above = hidden[slug]
        for _ in hidden:
            above = hidden.get(above.slug, above)
        for record in parts.pop(slug, ()):
            if retells(above, record):
                hidden[record.slug] = above
                waiting.append(record.slug)
            else:
                parts[above.slug].append(record)


def _parts(parts: dict[str, list[Record]], whole: Record, depth: int) -> Iterator[tuple[Record, int]]:
    """Parts of parts to any depth: an imported list may nest thousands of items."""
    waiting = [(part, depth) for part in reversed(parts.get(whole.slug, ()))]
    while waiting:
        part, level = waiting.pop()
        yield part, level
        waiting += [(record, level + 1) for record in reversed(parts.get(part.slug, ()))]
