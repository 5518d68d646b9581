"""Catalog + facts → the entries of the site, in the order of the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from urllib.parse import urlencode

from bot.catalog.model import Catalog, Record
from bot.catalog.words import RELATIONS, words_of
from bot.site.file_names import file_names
from bot.site.link_facts import shown_links
from bot.site.shown import Entry
from bot.site.words import BACK
from bot.web.facts_format import Facts

FORM = "fix-entry.yml"
FIELDS = ("entry", "old-link")  # of the form, by id


def site_entries(catalog: Catalog, facts: Facts, *, form: bool) -> tuple[Entry, ...]:
    """`form` where the list's repository has the form for corrections."""
    words = words_of(catalog.list)
    names = file_names(record.slug for record in catalog.records)
    related = _related(catalog)
    successors = {old: record.slug for record in catalog.records if (old := record.target("successor-of"))}
    forms = _Corrections(catalog, form=form)
    return tuple(
        Entry(
            record=record,
            file=names[record.slug],
            sections=_sections(record.section, catalog.titles),
            kind=words.kind(record),
            links=shown_links(record, facts, words),
            correction=forms.link(record),
            base=tuple(_base(name, catalog.by_slug) for name in record.base),
            related=related[record.slug],
            successor=successors.get(record.slug, ""),
        )
        for record in catalog.records
    )


def _sections(path: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    """The titles from the top section down to its own."""
    parts = path.split("/")
    return tuple(titles.get("/".join(parts[: at + 1]), part) for at, part in enumerate(parts))


def _base(name: str, by_slug: Mapping[str, Record]) -> tuple[str, str]:
    return (by_slug[name].name, name) if name in by_slug else (name, "")


def _related(catalog: Catalog) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Slug → word → the slugs of the entries that are so related to it; each entry once in a row."""
    found: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for record in catalog.records:
        for relation in record.relations:
            if relation.record in catalog.by_slug:
                found[record.slug][RELATIONS[relation.type]][relation.record] = None
                found[relation.record][BACK[relation.type]][record.slug] = None
    words = (*RELATIONS.values(), *BACK.values())
    return defaultdict(
        dict, {slug: {word: tuple(rows[word]) for word in words if word in rows} for slug, rows in found.items()}
    )


class _Corrections:
    """Links to the form for corrections, with the entry and its first link filled in."""

    def __init__(self, catalog: Catalog, *, form: bool) -> None:
        self.start = catalog.list.repository.rstrip("/")
        self.form = form
        self.by_slug = catalog.by_slug
        self.counts: dict[str, int] = defaultdict(int)
        for record in catalog.records:
            self.counts[record.name] += 1

    def link(self, record: Record) -> str:
        if not self.start:
            return ""
        asked = {"title": f"更正：{record.name}"}
        if self.form:
            answers = (self._entry(record), record.links[0].url if record.links else "")
            asked = {"template": FORM, **asked, **dict(zip(FIELDS, answers, strict=True))}
        return f"{self.start}/issues/new?{urlencode({key: value for key, value in asked.items() if value})}"

    def _entry(self, record: Record) -> str:
        """Its name, or its slug where the name could mean another entry."""
        meant = self.by_slug.get(record.name.strip().lower(), record)
        return record.name if self.counts[record.name] == 1 and meant is record else record.slug
