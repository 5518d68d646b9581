"""The files of a catalog → cards, from the user's cache or read anew, and the whole of a record on demand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bot.catalog.arrange import LIST_FILE, SCHEMA_FILE, not_a_file
from bot.catalog.model import Mistake, Record, Section
from bot.edge.record_cache import RecordCache, Rows
from bot.errors import CurateError
from bot.files.access import read_bytes, stats
from bot.render.piece import Piece, is_form, piece
from bot.sources.card import Card, card
from bot.text import zh

MANY = 200  # files that are not in the cache: from here on, several processes pay
FEWEST = 16  # files that a process takes at a time
File = tuple[str, str, os.stat_result]  # its name on the disk, its path as people may read it, its state


class Reading:
    """All files of records below root/catalog: their cards, and what is wrong with them.

    `faulty` are the records, by file, of which something could not be read: no cache has them. `whole` is whether
    those that are read anew will be asked for: a page is made of their cards.
    """

    def __init__(self, root: Path, cache: RecordCache, sections: Sequence[Section], *, whole: bool) -> None:
        self.root = root
        self.cache = cache
        self.whole = whole
        self.faulty: dict[str, Record] = {}
        self.mistakes: list[Mistake] = []
        self.strays: list[str] = []
        self._sections = {section.path: section for section in sections}

    def cards(self, meanwhile: Callable[[], object] = lambda: None) -> list[Card]:
        """Fills the other fields too. `meanwhile` is something that will be of use where many files have to be read."""
        cards: list[Card] = []
        changed: list[File] = []
        special: list[str] = []
        for name, stat in stats(self.root, "catalog", special):
            path = zh.visible(name)
            if path.endswith(".yml") and path.count("/") > 1:
                if one := self.cache.untouched(path, stat):
                    cards.append(one)
                else:
                    changed.append((f"{self.root}/{name}", path, stat))
            elif path not in {LIST_FILE, SCHEMA_FILE}:
                self.strays.append(path)
        cards += self._many(changed, meanwhile) if len(changed) >= MANY else filter(None, map(self._card, changed))
        self.mistakes += map(not_a_file, map(zh.visible, special))
        return cards

    def _many(self, files: Sequence[File], meanwhile: Callable[[], object]) -> Iterator[Card]:
        from bot.edge.hands import MOST_TICKETS, shared  # noqa: PLC0415 - only where there is that much to do

        size = max(FEWEST, -(-len(files) // MOST_TICKETS))
        groups = [files[at : at + size] for at in range(0, len(files), size)]
        for group, found in zip(groups, shared(len(groups), lambda at: self._rows(groups[at]), meanwhile), strict=True):
            for file, rows in zip(group, found, strict=True):
                one = self.cache.take(file[1], rows) if rows else self._card(file)
                if one:
                    yield one

    def _rows(self, files: Sequence[File]) -> list[Rows | None]:
        """For each file what the cache is to keep of it; None where it has mistakes, which are left for later."""
        return [self._clean(*file)[0] and self.cache.made(file[1]) for file in files]

    def _card(self, file: File) -> Card | None:
        one, record, mistakes = self._clean(*file)
        self.mistakes += mistakes
        if record:
            self.faulty[file[1]] = record
        return one or (card(record) if record else None)

    def _clean(self, name: str, path: str, stat: os.stat_result) -> tuple[Card | None, Record | None, list[Mistake]]:
        """The card of a file without a mistake; else what can be read of the record, and the mistakes."""
        data = read_bytes(name)
        if kept := self.cache.get(path, data, stat):
            return kept, None, []
        from bot.catalog.parse import read_record  # noqa: PLC0415 - only for a file that is not in the cache

        record, mistakes = read_record(data, path)
        if record and not mistakes:
            made = self.cache.put(path, data, stat, record, self._piece(record))
            if self.whole:
                self.cache.put_whole(path, record)
            return made, None, []
        return None, record, mistakes

    def _piece(self, record: Record) -> Piece | None:
        """What a page will probably show of a record: whoever has just read it is best placed to make it."""
        section = self._sections.get(record.section)
        if section is None or not is_form(section.entry.show):
            return None
        return piece(record, section.entry.show, section.level + (3 if record.target("part-of") else 2))

    def record(self, one: Card) -> Record:
        """The whole record of a card."""
        return self.faulty.get(one.file) or self.cache.record(one.file) or self._again(one)

    def _again(self, one: Card) -> Record:
        """A cache has no more than the card where a page was all that was made of it, or a part of it was lost."""
        from bot.catalog.parse import read_record  # noqa: PLC0415 - often not needed

        data = read_bytes(self.root / one.file)
        record, _ = read_record(data, one.file)
        if record is None or not self.cache.holds(one.file, data):
            raise CurateError("文件在读取时又被改过", one.file, "请重新运行")
        self.cache.put_whole(one.file, record)
        return record
