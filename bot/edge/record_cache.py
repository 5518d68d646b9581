"""Records read earlier, and what a page shows of them, kept in the user's cache folder.

A row counts for a file whose bytes have the digest they had then. A file whose size, number and times are as they
were is not even opened, as git does it with its index. The cache can be deleted, cut short or spoilt at any time
without changing a byte of any output; it lies outside the list's folder, so no pull request can bring one along.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import time
from dataclasses import fields
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

from bot.catalog.model import Link, ListFile, Record, Relation, SectionEntry
from bot.edge.cache import place, version
from bot.edge.clock import settled
from bot.edge.table import Table
from bot.render.piece import Piece
from bot.sources.card import Card, card

_STATE, _DIGEST, _CARD = range(3)  # the columns of a row: the fields of a card from the third on
_NAMES = [f.name for f in fields(Record)]
_ALL = attrgetter(*_NAMES)
_DATES = [_NAMES.index("added"), _NAMES.index("updated")]
_MAPPINGS = [_NAMES.index("allow"), _NAMES.index("lines")]
_NESTED = {
    _NAMES.index(name): (cls, attrgetter(*(f.name for f in fields(cls))))
    for name, cls in (("links", Link), ("relations", Relation))
}


Rows = tuple[tuple[Any, ...], tuple[Any, ...] | None]  # of the table of cards, and of that of whole records


class RecordCache:
    """A file's path → its state on the disk, the digest of its bytes, the record's card, and its piece of the page.

    Whole records have a table of their own, read when somebody asks for more than a card, and as bytes: a hundred
    thousand of them unpacked would not fit a gigabyte.
    """

    def __init__(self, root: Path) -> None:
        self.table = Table(place(root, "cards"), version())
        self.wholes = Table(place(root, "records"), version())
        self.now = time.time_ns()

    def untouched(self, path: str, stat: os.stat_result) -> Card | None:
        """The card of a file nobody has touched since it was read without a mistake."""
        row = self.table.rows.get(path)
        if row is None or row[_STATE] is None or row[_STATE] != _state(stat):
            return None
        self.table.used.add(path)
        return Card._make(row[_CARD:])

    def get(self, path: str, data: bytes, stat: os.stat_result) -> Card | None:
        """The card of the record those bytes hold, if they were read before without a mistake."""
        if not self.holds(path, data):
            return None
        row = self.table.rows[path]
        self.table.put(path, (self._settled(stat), *row[1:]))
        return Card._make(row[_CARD:])

    def holds(self, path: str, data: bytes) -> bool:
        """Whether the card of that file was made of these bytes."""
        row = self.table.rows.get(path)
        return row is not None and bool(row[_DIGEST] == hashlib.sha256(data).digest())

    def put(self, path: str, data: bytes, stat: os.stat_result, record: Record, piece: Piece | None = None) -> Card:
        """`stat` must be older than `data`; `piece` is what a page will probably show of the record."""
        made = card(record)._replace(kept=piece and tuple(piece))
        self.table.put(path, (self._settled(stat), hashlib.sha256(data).digest(), *made))
        return made

    def made(self, path: str) -> Rows | None:
        """What this run has put for a file; for `take`, in another process."""
        return (self.table.new[path], self.wholes.new.get(path)) if path in self.table.new else None

    def take(self, path: str, rows: Rows) -> Card:
        row, whole = rows
        self.table.put(path, row)
        if whole:
            self.wholes.put(path, whole)
        return Card._make(row[_CARD:])

    def record(self, path: str) -> Record | None:
        """The whole record whose card `untouched`, `get` or `put` gave, if it is kept."""
        row = self.wholes.rows.get(path)
        if row is None or row[0] != self.table.rows[path][_DIGEST]:
            return None
        return _thaw(marshal.loads(row[1]))  # noqa: S302 - the table has seen to its digest

    def put_whole(self, path: str, record: Record) -> None:
        """Keep all of a record, made of the same bytes as its card."""
        self.wholes.put(path, (self.table.rows[path][_DIGEST], marshal.dumps(_freeze(record))))

    def put_piece(self, path: str, piece: Piece) -> None:
        """Keep what the page shows of a record now."""
        self.table.put(path, (*self.table.rows[path][:-1], tuple(piece)))

    def get_list(self, path: str, data: bytes) -> ListFile | None:
        """As `get`, for the list file."""
        row = self.table.rows.get(path)
        if row is None or row[0] != hashlib.sha256(data).digest():
            return None
        self.table.used.add(path)
        list_file: ListFile = _thaw_list(ListFile, row[1])
        return list_file

    def put_list(self, path: str, data: bytes, list_file: ListFile) -> None:
        self.table.put(path, (hashlib.sha256(data).digest(), _freeze_list(list_file)))

    def save(self) -> None:
        """Failing to is no failure."""
        if self.table.save() or not self.wholes.append():
            self.wholes.used = self.table.used & self.wholes.rows.keys()
            self.wholes.begin_afresh()

    def _settled(self, stat: os.stat_result) -> tuple[int, ...] | None:
        """The state, if a change from now on would show in it."""
        return _state(stat) if settled(stat.st_ctime_ns, stat.st_mtime_ns, self.now) else None


def _state(stat: os.stat_result) -> tuple[int, ...]:
    return stat.st_ctime_ns, stat.st_mtime_ns, stat.st_size, stat.st_ino


def _freeze(record: Record) -> tuple[Any, ...]:
    """Every field in order, as what marshal can hold."""
    values = list(_ALL(record))
    for at in _DATES:
        values[at] = values[at] and values[at].toordinal()
    for at, (_, parts) in _NESTED.items():
        values[at] = tuple(parts(one) for one in values[at])
    for at in _MAPPINGS:
        values[at] = dict(values[at])
    return tuple(values)


def _freeze_list(value: ListFile | SectionEntry) -> tuple[Any, ...]:
    """Every field in order, the sections last."""
    rest = (getattr(value, f.name) for f in fields(value) if f.name != "sections")
    return (*rest, tuple(_freeze_list(section) for section in value.sections))


def _thaw_list(cls: type[Any], kept: tuple[Any, ...]) -> Any:
    names = [f.name for f in fields(cls) if f.name != "sections"]
    sections = tuple(_thaw_list(SectionEntry, section) for section in kept[-1])
    return cls(**dict(zip(names, kept[:-1], strict=True)), sections=sections)


def _thaw(kept: tuple[Any, ...]) -> Record:
    values = list(kept)
    for at in _DATES:
        values[at] = values[at] and date.fromordinal(values[at])
    for at, (cls, _) in _NESTED.items():
        values[at] = tuple([cls(*parts) for parts in values[at]])
    return Record(*values)
