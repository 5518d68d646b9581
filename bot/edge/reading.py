"""The files of a catalog → cards, from the user's cache or read anew, and the whole of a record on demand."""

from __future__ import annotations

import os
from pathlib import Path

from bot import zh
from bot.edge.files import read_bytes, stats
from bot.edge.record_cache import RecordCache
from bot.errors import CurateError
from bot.record import Mistake, Record
from bot.sources.card import Card, card
from bot.sources.catalog import LIST_FILE, SCHEMA_FILE, not_a_file


class Reading:
    """All files of records below root/catalog: their cards, and what is wrong with them.

    `faulty` are the records, by file, of which something could not be read: no cache has them.
    """

    def __init__(self, root: Path, cache: RecordCache) -> None:
        self.root = root
        self.cache = cache
        self.faulty: dict[str, Record] = {}
        self.mistakes: list[Mistake] = []
        self.strays: list[str] = []

    def cards(self) -> list[Card]:
        """Fills the other fields too."""
        cards: list[Card] = []
        special: list[str] = []
        for name, stat in stats(self.root, "catalog", special):
            path = zh.visible(name)
            if path.endswith(".yml") and path.count("/") > 1:
                one = self.cache.untouched(path, stat) or self._card(f"{self.root}/{name}", path, stat)
                cards += [one] if one else []
            elif path not in {LIST_FILE, SCHEMA_FILE}:
                self.strays.append(path)
        self.mistakes += map(not_a_file, map(zh.visible, special))
        return cards

    def _card(self, name: str, path: str, stat: os.stat_result) -> Card | None:
        data = read_bytes(name)
        if kept := self.cache.get(path, data, stat):
            return kept
        from bot.sources.record_file import read_record  # noqa: PLC0415 - only for a file that is not in the cache

        record, mistakes = read_record(data, path)
        if record and not mistakes:
            return self.cache.put(path, data, stat, record)
        self.mistakes += mistakes
        if record:
            self.faulty[path] = record
        return card(record) if record else None

    def record(self, one: Card) -> Record:
        """The whole record of a card."""
        return self.faulty.get(one.file) or self.cache.record(one.file) or self._again(one)

    def _again(self, one: Card) -> Record:
        """A cache that was spoilt or deleted in part may have no more than the card."""
        from bot.sources.record_file import read_record  # noqa: PLC0415 - nearly never needed

        data = read_bytes(self.root / one.file)
        record, _ = read_record(data, one.file)
        if record is None or not self.cache.put_again(one.file, data, record):
            raise CurateError("文件在读取时又被改过", one.file, "请重新运行")
        return record
