"""An entry of the edited page → its record: as it was, with fields that changed, moved, or new."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.catalog.model import PLACING, Record, Section
from bot.catalog.show import SHOWN
from bot.readme.absorb.before import Before
from bot.readme.absorb.edited_page import EditedPage
from bot.readme.absorb.entries import path_of
from bot.readme.absorb.fields import changed, revised
from bot.readme.absorb.imported_entries import read_by
from bot.readme.absorb.match import Chunk
from bot.readme.importer.entry_name import aliases
from bot.readme.importer.records import new_slug, storable
from bot.readme.styles import kept, markdown, style
from bot.readme.styles.struck import unstruck

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
        chunk = replace(chunk, text=chunk.text + old[len(old.rstrip()) :])  # what is blank behind it is the record's
        moves = chunk.section != record.section
        if moves:
            record = _placed(_apart(record), chunk.section)
        if record.body:
            return Remade(_kept_anew(record, chunk.text))
        section = self._section(chunk.section)
        if chunk.text == old and not (moves and self._show(record, section, chunk) != chunk.text):
            return Remade(record)
        if not chunk.read.body:
            was = self._read(section, old)
            now = _from_elsewhere(record, chunk) if was is None or was.body else changed(record, was, chunk.read)
            text = self._show(now, section, chunk)
            if text == chunk.text or self._read(section, text) == chunk.read:
                return Remade(now, text != chunk.text)
        if section.entry.show not in SHOWN and (longer := _with_more(record, old, chunk.text)):
            return Remade(longer)
        now = revised(record, old, chunk.text, lambda one: self._show(one, section, chunk))
        blinded = now.body and section.entry.show in SHOWN
        return Remade(record if blinded else now)  # as it was, it does not make the edited page: that is told

    def _new(self, chunk: Chunk, used: dict[str, int]) -> Remade:
        section = self._section(chunk.section)
        fresh = replace(chunk.read, kind=self._kind(chunk, section))
        if section.entry.show not in SHOWN:
            fresh = replace(fresh, aliases=aliases(fresh.name))
        elif fresh.description:
            fresh = replace(fresh, description=fresh.description + "\n")
        fresh = _placed(replace(fresh, slug=new_slug(fresh, used)), chunk.section)
        if fresh.body:
            return Remade(storable(fresh))
        text = self._show(fresh, section, chunk)
        return Remade(fresh, text != chunk.text and self._read(section, text) == chunk.read)

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
        page = self.before.page
        return markdown(record, section.entry.show, page.told(record), level or section.level + 2, page.words)

    def _read(self, section: Section, text: str) -> Record | None:
        show, targets, words = section.entry.show, self.before.targets, self.before.page.words
        if show in SHOWN:
            read: Record | None = style(show).parse(text, targets, words)
            return read
        return read_by(show, text, words)


def _with_more(record: Record, old: str, new: str) -> Record | None:
    """The record with what was written behind it, if that holds no link."""
    rest = new.rstrip()[len(old.rstrip()) :]
    if not new.startswith(old.rstrip()) or not rest or "](" in rest or "://" in rest:
        return None
    return replace(record, extra={**record.extra, "after": record.extra.get("after", "") + rest})


def _kept_anew(record: Record, text: str) -> Record:
    """A record whose text is kept, with another text; a name that is struck out there says that it was withdrawn."""
    gone = unstruck(text)
    if gone:
        now = replace(record, status="withdrawn", reason=gone[1])
    else:
        now = replace(record, status="active", reason="") if record.status == "withdrawn" else record
    if kept(now) == text:
        return now
    return revised(now, record.body, gone[0] if gone else text, kept)


def _placed(record: Record, section: str) -> Record:
    return replace(record, section=section, order=None, file=f"catalog/{section}/{record.slug}.yml")


def _apart(record: Record) -> Record:
    """A record that moves is no longer shown as a part of what it left."""
    return replace(record, relations=tuple(relation for relation in record.relations if relation.type not in PLACING))


def _from_elsewhere(record: Record, chunk: Chunk) -> Record:
    """A record that came from a section of another style: what that one showed and this one does not stays."""
    read = chunk.read
    shown = replace(record, name=read.name, links=read.links, description=read.description)
    return replace(shown, added=read.added or record.added)
