"""The edited page → the catalog and the template that make it, or the lines that stand in the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.catalog.model import PLACING, Catalog, Record, Section, display_order
from bot.readme.absorb.changed_entries import Cut, Pages, Stretch, cut, sections
from bot.readme.absorb.diff import hunks, moved
from bot.readme.absorb.fields import created, revised
from bot.readme.absorb.order import ordered
from bot.readme.absorb.propagate import followed
from bot.readme.absorb.prose import Edit, applied, edits
from bot.readme.absorb.reheaded import headed
from bot.readme.absorb.source_map import Line, traced
from bot.readme.generate.contents import anchored
from bot.readme.importer.read import read_readme
from bot.readme.importer.records import new_slug
from bot.readme.styles import style


@dataclass(frozen=True)
class Taken:
    """`left` are 1-based first and last lines of the edited page that nothing could be made of: then nothing holds."""

    catalog: Catalog
    template: str
    left: tuple[tuple[int, int], ...] = ()


def take(catalog: Catalog, template: str, new: Sequence[str]) -> Taken:
    """`new` are the lines of the edited page without its mark and without blank ones at its end."""
    old = traced(catalog, template)
    read = read_readme("\n".join(new) + "\n", "README.md").catalog
    pages = Pages(old, new, hunks([line.text for line in old], new), read.records)
    cuts = {section: cut(pages, section) for section in sections(old)}
    left = [place for found in cuts.values() for place in found.left]
    if left:
        return Taken(catalog, template, _told(left))
    written = applied(template, _prose(pages, cuts))
    for renumber in (False, True):
        taken = _Taking(catalog, template, pages, renumber).catalog(cuts.values())
        made = traced(taken, written)
        left = _apart(made, pages)
        if not left:
            return Taken(taken, written)
    return Taken(catalog, template, _told(left))


def _told(places: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted({(start + 1, max(end, start + 1)) for start, end in places}))


def _prose(pages: Pages, cuts: Mapping[Stretch, Cut]) -> list[Edit]:
    found: list[Edit] = []
    old_at = new_at = 0
    for stretch, taken in cuts.items():
        found += edits(pages.old[old_at : stretch.start], pages.new[new_at : taken.start])
        old_at, new_at = stretch.end, taken.end
    return found + edits(pages.old[old_at:], pages.new[new_at:])


def _apart(made: Sequence[Line], pages: Pages) -> list[tuple[int, int]]:
    """Where the new page is not the edited one. What is computed, like a count, may follow if nobody edited it."""
    untouched = {
        moved(at, pages.hunks, after=True)
        for at, line in enumerate(pages.old)
        if line.computed and not any(hunk.start <= at < hunk.end for hunk in pages.hunks)
    }
    return [
        (hunk.new_start, hunk.new_end)
        for hunk in hunks([line.text for line in made], pages.new)
        if not (
            all(line.computed for line in made[hunk.start : hunk.end])
            and untouched.issuperset(range(hunk.new_start, hunk.new_end))
        )
    ]


class _Taking:
    """One try at the records: `renumber` puts them in order by numbers where their dates and names do not."""

    def __init__(self, catalog: Catalog, template: str, pages: Pages, renumber: bool) -> None:
        self.old, self.pages, self.renumber = catalog, pages, renumber
        self.page = anchored(catalog, template)
        self.used = {record.slug: 1 for record in catalog.records}
        self.texts: dict[str, str] = {}
        for line in pages.old:
            if line.record:
                before = self.texts.get(line.record)
                self.texts[line.record] = line.text if before is None else f"{before}\n{line.text}"

    def catalog(self, cuts: Iterable[Cut]) -> Catalog:
        cuts = list(cuts)
        kept = {piece.slug for found in cuts for piece in found.pieces if piece.slug}
        gone = [slug for slug in self.texts if slug not in kept]
        shown = {section.path: section for section in self.old.sections}
        by_section = {found.section: self._section(shown[found.section], found, gone) for found in cuts}
        others = [record for record in self.old.records if record.slug not in self.texts]
        places = {path: at for at, path in enumerate(shown)}
        everything = followed(self.old, [*others, *(one for records in by_section.values() for one in records)])
        everything.sort(key=lambda record: (places.get(record.section, len(places)), display_order(record)))
        return Catalog(self.old.list, tuple(everything))

    def _section(self, section: Section, found: Cut, gone: list[str]) -> list[Record]:
        texts = _texts(self.pages.new, found, str(style(section.entry.show).BETWEEN))
        records = [
            self._revised(piece.slug, text, section) if piece.slug else self._new(text, section, gone)
            for piece, text in zip(found.pieces, texts, strict=True)
        ]
        before = [one.slug for one, _ in self.page.rows[section.path]]
        same = [slug for slug in before if slug in {record.slug for record in records}]
        if self.renumber and [record.slug for record in records] != same:
            return ordered(records)
        return records

    def _revised(self, slug: str, text: str, section: Section) -> Record:
        record, old = self.old.by_slug[slug], self.texts[slug]
        if text == old:
            return record
        return revised(record, old, text, lambda one: self._shown(one, section))

    def _shown(self, record: Record, section: Section) -> str:
        return str(style(section.entry.show).render(record, self.page.told(record), section.level + 2))

    def _new(self, text: str, section: Section, gone: list[str]) -> Record:
        """A record that moved here from elsewhere, or one that was not there before."""
        fresh = created(text, section.entry.show, section.path)
        for slug in gone:
            known = self.old.by_slug[slug]
            if self.texts[slug].strip() == text.strip() or (
                known.links and fresh.links and known.links[0].url == fresh.links[0].url
            ):
                gone.remove(slug)
                moved = replace(known, section=section.path, order=None, relations=_outside(known))
                if self._shown(moved, section) == text and not moved.body:
                    return moved
                return replace(revised(moved, "", text, lambda _: ""), order=None)
        told = headed(text, section.path) if section.entry.show == "headings" else None
        if told and self._shown(told, section) == text:
            fresh = told
        slug = new_slug(fresh, self.used)
        return replace(fresh, slug=slug, file=f"catalog/{section.path}/{slug}.yml")


def _outside(record: Record) -> tuple[Any, ...]:
    """A record that moves is no longer shown as a part of what it left."""
    return tuple(relation for relation in record.relations if relation.type not in PLACING)


def _texts(new: Sequence[str], found: Cut, between: str) -> list[str]:
    """The text of each piece, with what stands between it and the next beyond the usual."""
    texts = []
    for piece, after in zip(found.pieces, [*found.pieces[1:], None], strict=True):
        text = "\n".join(new[piece.start : after.start if after else piece.end])
        texts.append(f"{text}\n".removesuffix(between) if after else text)
    return texts
