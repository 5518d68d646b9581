"""Records read earlier, kept in the user's cache folder by the digest of their file's bytes.

It can be deleted, cut short or spoilt at any time without changing a byte of any output. It lies outside the
list's folder, so no pull request can bring one along. One file per list folder: a table, then the changes of the
runs since, each appended, so that a run after one change writes one record.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

from bot.edge.cache import keep, place, version
from bot.edge.files import read_bytes
from bot.errors import CurateError
from bot.model import Link, ListFile, Record, Relation, SectionEntry

MOST_CHANGES = 30  # appended ones, before the table is written anew
_NAMES = [f.name for f in fields(Record)]
_ALL = attrgetter(*_NAMES)
_DATES = [_NAMES.index("added"), _NAMES.index("updated")]
_MAPPINGS = [_NAMES.index("allow"), _NAMES.index("lines")]
_NESTED = {
    _NAMES.index(name): (cls, attrgetter(*(f.name for f in fields(cls))))
    for name, cls in (("links", Link), ("relations", Relation))
}
Table = dict[str, tuple[bytes, tuple[Any, ...]]]


class RecordCache:
    """Path of a record's file → the digest of its bytes, and the record as plain tuples."""

    def __init__(self, root: Path) -> None:
        self.path = place(root, "records")
        self.version = version("sources")
        self.table: Table = {}
        self.new: Table = {}
        self.seen: list[str] = []
        self.changes = 0
        self._load()

    def _load(self) -> None:
        with suppress(OSError, CurateError, ValueError, EOFError, TypeError):
            version, *tables = _parts(read_bytes(self.path))
            if version == self.version:
                for table in tables:
                    self.table |= table
                self.changes = len(tables)

    def get(self, path: str, data: bytes) -> Record | None:
        """The record those bytes hold, if they were read before without a mistake."""
        return None if (kept := self._kept(path, data)) is None else _thaw(kept)

    def put(self, path: str, data: bytes, record: Record) -> None:
        self.new[path] = (hashlib.sha256(data).digest(), _freeze(record))

    def get_list(self, path: str, data: bytes) -> ListFile | None:
        """As `get`, for the list file."""
        return None if (kept := self._kept(path, data)) is None else _thaw_list(ListFile, kept)

    def put_list(self, path: str, data: bytes, list_file: ListFile) -> None:
        self.new[path] = (hashlib.sha256(data).digest(), _freeze_list(list_file))

    def _kept(self, path: str, data: bytes) -> tuple[Any, ...] | None:
        kept = self.table.get(path)
        if kept and kept[0] == hashlib.sha256(data).digest():
            self.seen.append(path)
            return kept[1]
        return None

    def save(self) -> None:
        """Append what is new, or begin afresh when much is new, gone or appended. Failing to is no failure."""
        gone = len(self.table) - len(self.seen)
        if self.changes and self.changes < MOST_CHANGES and (len(self.new) + gone) * 8 < len(self.table):
            if self.new:
                with suppress(OSError), self.path.open("ab") as file:
                    file.write(_part(self.new))
        elif self.new or gone:
            seen = {path: self.table[path] for path in self.seen}
            keep(self.path, _part(self.version) + _part(seen | self.new))


def _part(value: Any) -> bytes:
    """Length and digest, then the value: marshal trusts what it is given, so a spoilt byte must be seen before."""
    data = marshal.dumps(value)
    return len(data).to_bytes(8) + hashlib.sha256(data).digest() + data


def _parts(data: bytes) -> Iterator[Any]:
    """Raises ValueError at the first part that is not whole."""
    at = 0
    while at < len(data):
        start, end = at + 40, at + 40 + int.from_bytes(data[at : at + 8])
        part = memoryview(data)[start:end]
        if hashlib.sha256(part).digest() != data[at + 8 : start]:
            raise ValueError
        yield marshal.loads(part)  # noqa: S302 - the user's own cache folder
        at = end


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
