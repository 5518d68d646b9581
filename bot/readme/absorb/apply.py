"""The edited page → the catalog and the template that make it, or the lines that stand in the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.catalog.arrange import LIST_FILE, in_order
from bot.catalog.model import PLACING, Catalog, Record, Section
from bot.catalog.show import SHOWN
from bot.catalog.write import record_path
from bot.readme.absorb import changed_entries
from bot.readme.absorb.changed_entries import Pages, sections
from bot.readme.absorb.diff import Hunk, hunks, moved
from bot.readme.absorb.entries import Cut, Reading, cut_by_style, path_of
from bot.readme.absorb.fields import changed, created, revised
from bot.readme.absorb.list_file import Zone, rewritten, with_sections, zones
from bot.readme.absorb.match import Chunk, matched
from bot.readme.absorb.order import ordered
from bot.readme.absorb.propagate import followed
from bot.readme.absorb.prose import Edit, applied, edits
from bot.readme.absorb.source_map import Line, settled, traced
from bot.readme.generate.contents import anchored
from bot.readme.generate.template import TEMPLATE
from bot.readme.importer.read import read_readme
from bot.readme.importer.records import new_slug
from bot.readme.importer.single_entry import read_entry
from bot.readme.styles import style
from bot.readme.styles.parts import Targets, cut

_WITH_KINDS = ("headings", "cards")  # styles that show what kind an entry is of


@dataclass(frozen=True)
class Taken:
    """`left` are 1-based first and last lines of the edited page that nothing could be made of: then nothing holds.
    `files` are those to edit instead.
    """

    catalog: Catalog
    template: str
    left: tuple[tuple[int, int], ...] = ()
    files: tuple[str, ...] = ()


def take(catalog: Catalog, template: str, new: Sequence[str]) -> Taken:
    """`new` are the lines of the edited page without its mark and without blank ones at its end."""
    old = traced(catalog, template)
    read = read_readme("\n".join(new) + "\n", "README.md").catalog
    found = [settled(hunk, old, new) for hunk in hunks([line.text for line in old], new)]
    taking = _Taking(catalog, template, Pages(old, new, found, read.records))
    if taking.left:
        return Taken(catalog, template, _told(taking.left), taking.files(taking.left))
    written = applied(template, taking.prose())
    left: list[tuple[int, int]] = []
    for renumber in (False, True):
        taken = taking.catalog(renumber=renumber)
        left = taking.apart(traced(taken, written))
        if not left:
            return Taken(taken, written)
    return Taken(catalog, template, _told(left), taking.files(left))


def _told(places: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted({(start + 1, max(end, start + 1)) for start, end in places}))


@dataclass
class _Taking:
    """One edited page: what it holds now in place of each section, and whose entry is whose."""

    old: Catalog
    template: str
    pages: Pages
    reading: Reading = field(init=False)
    cuts: list[Cut] = field(default_factory=list)
    left: list[tuple[int, int]] = field(default_factory=list)
    alike: set[str] = field(default_factory=set)  # records that are shown otherwise than written, and mean the same

    def __post_init__(self) -> None:
        self.page = anchored(self.old, self.template)
        self.shown = {section.path: section for section in self.old.sections}
        self.targets: Targets = {
            (record.name, self.page.anchors.get(record.slug, "")): record.slug for record in self.old.records
        }
        self.texts: dict[str, str] = {}
        for line in self.pages.old:
            if line.record:
                before = self.texts.get(line.record)
                self.texts[line.record] = line.text if before is None else f"{before}\n{line.text}"
        self.zones = zones(self.old, self.pages.old, self.pages.new, self.pages.hunks)
        self.stretches = {one.name: one for one in sections(self.pages.old)}
        self._cut()
        self.chunks = [chunk for found in self.cuts for chunk in found.chunks]
        records = [self.old.by_slug[slug] for slug in self.texts]
        self.owners = matched(self.chunks, records, self.texts)

    def _cut(self) -> None:
        """Cut each section into its entries; between a title and its entries the introduction may have grown."""
        titled = {zone.path: at for at, zone in enumerate(self.zones)}
        ids = {section.entry.id: 1 for section in self.old.sections}
        shows = {section.level: section.entry.show for section in reversed(self.old.sections)}
        self.reading = Reading(self.targets, ids, shows)
        for path in [*self.shown]:
            stretch = self.stretches.get(path)
            zone = self.zones[titled[path]] if path in titled else None
            if stretch and not self._ours(path):
                self.cuts.append(self._imported(stretch))
            elif stretch or zone:
                self._styled(self.shown[path], stretch, zone)
            if zone and self.cuts and self.cuts[-1].section == path and self.cuts[-1].start >= 0:
                at = titled[path]
                start = self.cuts[-1].start
                if zone.new[0] <= start <= zone.new[1]:
                    self.zones[at] = replace(zone, new=(zone.new[0], start))
        self.left += [place for found in self.cuts for place in found.left]

    def _ours(self, path: str) -> bool:
        return self.shown[path].entry.show in SHOWN and not any(
            record.body for record in self.old.by_section.get(path, ())
        )

    def _styled(self, section: Section, stretch: Any, zone: Zone | None) -> None:
        hunks, new = self.pages.hunks, self.pages.new
        if stretch:
            start, end = moved(stretch.start, hunks, after=False), moved(stretch.end, hunks, after=True)
            if (start < 0 or end < 0) and (gone := _taken_out(stretch, hunks)) >= 0:
                self.cuts.append(Cut(section.path, gone, gone))
                return
            if start < 0 or end < 0:
                self.left += changed_entries.across(self.pages, stretch)
                return
            start = max(start, zone.new[0]) if zone else start
            below = moved(stretch.start, hunks, after=True)
        else:
            start, end = zone.new if zone else (0, 0)
            below = end
        begins = style(section.entry.show).BEGINS
        bounds = [at for at, _ in cut(new[start:end], begins)]
        titles = [at for at in range(start, below) if new[at].startswith("#" * 2) and (stretch or at >= start)]
        first = next((start + at for at in bounds if begins.match(new[start + at])), end)
        first = min([first, *titles]) if (titles or not stretch) else first
        if not stretch and first >= end:
            return
        if not zone and stretch:
            first = start
        self.cuts.append(cut_by_style(section, Cut(section.path, min(first, end), end), new, self.reading))

    def _imported(self, stretch: Any) -> Cut:
        found = changed_entries.cut(self.pages, stretch)
        made = Cut(found.section, found.start, found.end, left=found.left)
        texts = _texts(self.pages.new, found, str(style(self.shown[found.section].entry.show).BETWEEN))
        for piece, text in zip(found.pieces, texts, strict=True):
            known = self.old.by_slug[piece.slug] if piece.slug else None
            read = known if known and self.texts[piece.slug] == text else read_entry(text)
            made.chunks.append(Chunk(found.section, piece.start, piece.end, text, read))
        return made

    def prose(self) -> list[Edit]:
        """Edits of the template: of what stands outside of entries, titles and introductions."""
        taken = [(*zone.old, *zone.new) for zone in self.zones if zone.title is not None]
        taken += [
            (self.stretches[found.section].start, self.stretches[found.section].end, found.start, found.end)
            for found in self.cuts
            if found.section in self.stretches
        ]
        made: list[Edit] = []
        old_at = new_at = 0
        for start, end, new_start, new_end in sorted(taken):
            made += edits(self.pages.old[old_at : max(start, old_at)], self.pages.new[new_at : max(new_start, new_at)])
            old_at, new_at = max(end, old_at), max(new_end, new_at)
        return made + edits(self.pages.old[old_at:], self.pages.new[new_at:])

    def catalog(self, *, renumber: bool) -> Catalog:
        owners = dict(zip(map(id, self.chunks), self.owners, strict=True))
        used = {record.slug: 1 for record in self.old.records}
        made: dict[str, list[Record]] = {}
        for chunk in self.chunks:
            slug = owners[id(chunk)]
            record = self._revised(slug, chunk) if slug else self._new(chunk, used)
            made.setdefault(chunk.section, []).append(record)
        for path, records in made.items():
            before = [one.slug for one, _ in self.page.rows.get(path, ())]
            now = [record.slug for record in records]
            if renumber and now != [slug for slug in before if slug in now]:
                made[path] = ordered(records)
        others = [record for record in self.old.records if record.slug not in self.texts]
        everything = followed(self.old, [*others, *(one for records in made.values() for one in records)])
        return in_order(self._list(made), everything)

    def _list(self, made: Mapping[str, Sequence[Record]]) -> Any:
        titles = {zone.path: zone.title for zone in self.zones if zone.title}
        texts = {
            zone.path: "\n".join(self.pages.new[slice(*zone.new)])
            for zone in self.zones
            if zone.title and zone.introduced
        }
        gone = {zone.path for zone in self.zones if zone.title is None and not made.get(zone.path)}
        listed = rewritten(self.old, titles, texts, gone)
        return with_sections(listed, [one for found in self.cuts for one in found.added])

    def _revised(self, slug: str, chunk: Chunk) -> Record:
        record, old = self.old.by_slug[slug], self.texts[slug]
        moves = chunk.section != record.section
        if moves:
            path = f"catalog/{chunk.section}/{slug}.yml"
            record = replace(record, section=chunk.section, order=None, relations=_outside(record), file=path)
        section = self._section(chunk.section)
        before = style(section.entry.show).parse(old, self.targets) if self._styled_text(chunk) else None
        if chunk.text == old and not (moves and not record.body and self._show(record, section, chunk) != chunk.text):
            return record
        if before and not record.body:
            now = changed(record, before, chunk.read)
            if self._means(now, section, chunk):
                return now
        elif moves and not record.body and self._styled_text(chunk):
            now = self._from_elsewhere(record, chunk)
            if self._means(now, section, chunk):
                return now
        return revised(record, old, chunk.text, lambda one: self._show(one, section, chunk))

    def _from_elsewhere(self, record: Record, chunk: Chunk) -> Record:
        """A record that came from a section of another style: what that one showed and this one does not stays."""
        read = chunk.read
        shown = replace(record, name=read.name, links=read.links, description=read.description)
        return replace(shown, added=read.added or record.added)

    def _section(self, path: str) -> Section:
        if path in self.shown:
            return self.shown[path]
        added = (one for found in self.cuts for one in found.added if path_of(found.section, one) == path)
        return next(Section(path, one.entry, one.level) for one in added)

    def _styled_text(self, chunk: Chunk) -> bool:
        """Whether the chunk was read by its section's style."""
        return not chunk.read.body

    def _show(self, record: Record, section: Section, chunk: Chunk) -> str:
        level = len(chunk.text) - len(chunk.text.lstrip("#"))
        return str(style(section.entry.show).render(record, self.page.told(record), level or section.level + 2))

    def _means(self, record: Record, section: Section, chunk: Chunk) -> bool:
        """Whether the record is shown as written, or at least read alike, as `（已撤下）` alone is."""
        text = self._show(record, section, chunk)
        if text != chunk.text and style(section.entry.show).parse(text, self.targets) == chunk.read:
            self.alike.add(record.slug)
        return text == chunk.text or record.slug in self.alike

    def _new(self, chunk: Chunk, used: dict[str, int]) -> Record:
        section = self._section(chunk.section)
        if self._styled_text(chunk):
            kinds = Counter(record.kind for record in self.old.by_section.get(chunk.section, ()))
            kind = (
                chunk.read.kind
                if section.entry.show in _WITH_KINDS
                else max(kinds, key=kinds.__getitem__, default=chunk.read.kind)
            )
            fresh = replace(chunk.read, section=chunk.section, kind=kind, description=chunk.read.description + "\n")
        else:
            fresh = created(chunk.text, section.entry.show, chunk.section)
        slug = new_slug(fresh, used)
        fresh = replace(fresh, slug=slug, file=f"catalog/{chunk.section}/{slug}.yml")
        if self._styled_text(chunk):
            self._means(fresh, section, chunk)
        return fresh

    def files(self, left: Sequence[tuple[int, int]]) -> tuple[str, ...]:
        """Where to write by hand what the edited lines `left` were meant to say."""
        named: dict[str, None] = {}
        for start, end in left:
            texts = set(self.pages.new[start : max(end, start + 1)])
            if not any(hunk.new_start <= end and start <= hunk.new_end for hunk in self.pages.hunks):
                named |= {self._file(line): None for line in self.pages.old if line.text in texts and line.text}
            for hunk in self.pages.hunks:
                if hunk.new_start <= end and start <= hunk.new_end:
                    near = self.pages.old[hunk.start : hunk.end] or self.pages.old[max(hunk.start - 1, 0) : hunk.start]
                    named |= dict.fromkeys(self._file(line) for line in near if line.text.strip())
        return tuple(named)

    def _file(self, line: Line) -> str:
        if line.record:
            return self.old.by_slug[line.record].file or record_path(self.old.by_slug[line.record])
        if line.section:
            return f"catalog/{line.section}/"
        titles = {self.pages.old[zone.old[0] - 1].text for zone in self.zones}
        return LIST_FILE if line.text in titles else TEMPLATE

    def apart(self, made: Sequence[Line]) -> list[tuple[int, int]]:
        """Where the new page is not the edited one.

        What nobody edited may follow: what is computed, like a count, and names of other records. Blank lines between
        entries are the style's, and so is how a change is written that is read alike.
        """
        pages = self.pages
        written = {at for zone in self.zones for at in range(zone.old[0] - 1, zone.old[1])}
        untouched = {
            moved(at, pages.hunks, after=True): line
            for at, line in enumerate(pages.old)
            if at not in written and not any(hunk.start <= at < hunk.end for hunk in pages.hunks)
        }
        alike = {
            at for chunk, slug in zip(self.chunks, self.owners, strict=True)
            if not slug or slug in self.alike for at in range(chunk.start, chunk.end + 1)
        }  # fmt: skip
        inside = {at for found in self.cuts for at in range(found.start, found.end + 1)}
        left = []
        for hunk in hunks([line.text for line in made], pages.new):
            own, theirs = made[hunk.start : hunk.end], range(hunk.new_start, hunk.new_end)
            before = [untouched.get(at) for at in theirs]
            follows = all(line.computed for line in own) and all(line and line.computed for line in before)
            named = len(own) == len(theirs) and all(
                line.record and line.record == (was.record if was else "")
                for line, was in zip(own, before, strict=False)
            )
            blank = not any(line.text.strip() for line in own) and not any(pages.new[at].strip() for at in theirs)
            read_alike = all(line.record in self.alike or not line.text.strip() for line in own) and alike.issuperset(
                theirs
            )
            if not (follows or named or (blank and inside.issuperset(theirs)) or (own and read_alike)):
                left.append((hunk.new_start, hunk.new_end))
        return left


def _taken_out(stretch: Any, found: Sequence[Hunk]) -> int:
    """Where a section stood that was deleted as a whole; -1 where it was not."""
    cuts = (hunk for hunk in found if hunk.start <= stretch.start and stretch.end <= hunk.end)
    return next((hunk.new_start for hunk in cuts if hunk.new_start == hunk.new_end), -1)


def _outside(record: Record) -> tuple[Any, ...]:
    """A record that moves is no longer shown as a part of what it left."""
    return tuple(relation for relation in record.relations if relation.type not in PLACING)


def _texts(new: Sequence[str], found: changed_entries.Cut, between: str) -> list[str]:
    """The text of each piece, with what stands between it and the next beyond the usual."""
    texts = []
    for piece, after in zip(found.pieces, [*found.pieces[1:], None], strict=True):
        text = "\n".join(new[piece.start : after.start if after else piece.end])
        texts.append(f"{text}\n".removesuffix(between) if after else text)
    return texts
