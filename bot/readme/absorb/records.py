"""An entry of the edited page → its record: as it was, with fields that changed, moved, or new."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.catalog.model import PLACING, Record, Section
from bot.readme.absorb.before import Before
from bot.readme.absorb.edited_page import EditedPage
from bot.readme.absorb.entries import path_of
from bot.readme.absorb.fields import changed, created, revised
from bot.readme.absorb.match import Chunk
from bot.readme.importer.records import new_slug
from bot.readme.styles import style

_WITH_KINDS = ("headings", "cards")  # styles that show what kind an entry is of


class Remade(NamedTuple):
    """`alike` says that the record is shown otherwise than written, and read the same, as `（已撤下）` alone is."""

    record: Record
    alike: bool = False


@dataclass(frozen=True)
class Workshop:
    before: Before
    edited: EditedPage

    def record(self, chunk: Chunk, slug: str, used: dict[str, int]) -> Remade:
        return self._revised(chunk, slug) if slug else self._new(chunk, used)

    def _revised(self, chunk: Chunk, slug: str) -> Remade:
        record, old = self.before.catalog.by_slug[slug], self.before.texts[slug]
        moves = chunk.section != record.section
        if moves:
            record = _placed(_apart(record), chunk.section)
        section = self._section(chunk.section)
        looks_other = moves and not record.body and self._show(record, section, chunk) != chunk.text
        if chunk.text == old and not looks_other:
            return Remade(record)
        by_style = not (record.body or chunk.read.body)
        was = self._read(old, section) if by_style else None
        if by_style and (was or moves):
            now = changed(record, was, chunk.read) if was else _from_elsewhere(record, chunk)
            text = self._show(now, section, chunk)
            if text == chunk.text or self._reads_alike(text, section, chunk):
                return Remade(now, text != chunk.text)
        return Remade(revised(record, old, chunk.text, lambda one: self._show(one, section, chunk)))

    def _new(self, chunk: Chunk, used: dict[str, int]) -> Remade:
        section = self._section(chunk.section)
        if chunk.read.body:
            fresh = created(chunk.text, section.entry.show, chunk.section)
            fresh = replace(fresh, kind=self.before.page.words.usual_kind)
        else:
            kind = self._kind(chunk, section)
            fresh = replace(chunk.read, section=chunk.section, kind=kind, description=chunk.read.description + "\n")
        fresh = _placed(replace(fresh, slug=new_slug(fresh, used)), chunk.section)
        if chunk.read.body:
            return Remade(fresh)
        text = self._show(fresh, section, chunk)
        return Remade(fresh, text != chunk.text and self._reads_alike(text, section, chunk))

    def _kind(self, chunk: Chunk, section: Section) -> str:
        """What the entry says, or else what most entries beside it are."""
        if section.entry.show in _WITH_KINDS:
            return chunk.read.kind
        kinds = Counter(record.kind for record in self.before.catalog.by_section.get(chunk.section, ()))
        return max(kinds, key=kinds.__getitem__, default=self.before.page.words.usual_kind)

    def _section(self, path: str) -> Section:
        if path in self.before.sections:
            return self.before.sections[path]
        added = (one for cut in self.edited.cuts for one in cut.added if path_of(cut.section, one) == path)
        return next(Section(path, one.entry, one.level) for one in added)

    def _show(self, record: Record, section: Section, chunk: Chunk) -> str:
        level = len(chunk.text) - len(chunk.text.lstrip("#"))
        told = self.before.page.told(record)
        return str(style(section.entry.show).render(record, told, level or section.level + 2, self.before.page.words))

    def _reads_alike(self, text: str, section: Section, chunk: Chunk) -> bool:
        return self._read(text, section) == chunk.read

    def _read(self, text: str, section: Section) -> Record | None:
        read: Record | None = style(section.entry.show).parse(text, self.before.targets, self.before.page.words)
        return read


def _placed(record: Record, section: str) -> Record:
    return replace(record, section=section, order=None, file=f"catalog/{section}/{record.slug}.yml")


def _apart(record: Record) -> Record:
    """A record that moves is no longer shown as a part of what it left."""
    return replace(record, relations=tuple(one for one in record.relations if one.type not in PLACING))


def _from_elsewhere(record: Record, chunk: Chunk) -> Record:
    """A record that came from a section of another style: what that one showed and this one does not stays."""
    read = chunk.read
    shown = replace(record, name=read.name, links=read.links, description=read.description)
    return replace(shown, added=read.added or record.added)
