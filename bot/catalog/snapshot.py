"""What the last run read of a catalog's files, kept in the user's cache folder. Only `load` knows of it.

A file counts as read where its times, size and number are what they were, as git's index has it. Deleting the snapshot
never changes a byte of any output. It is JSON, it lies outside the list's folder, so that no pull request can bring one
along, and it is read only where nobody else could have written it.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import fields
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

from bot.catalog.model import Intake, License, Link, ListFile, Record, Relation, SectionEntry
from bot.errors import CurateError
from bot.files.user_cache import cache_path, keep, read_own
from bot.files.walk import stats

# Two changes within one tick of a file system's clock cannot be told apart: ext4 and the like tick every few
# milliseconds, FAT and some network file systems every two seconds, with no fraction of one.
TICK, COARSE_TICK = 20_000_000, 2_000_000_000  # ns
_NAMES = [field.name for field in fields(Record)]
_VALUES = attrgetter(*_NAMES)
_LINKS, _RELATIONS, _LICENSE = (_NAMES.index(name) for name in ("links", "relations", "license"))
_OF_LIST = [field.name for field in fields(ListFile)]
_DATES = [at for at, field in enumerate(fields(Record)) if field.type == "date | None"]
_TUPLES = [at for at, field in enumerate(fields(Record)) if field.type == "tuple[str, ...]"]
_OF_LINK, _OF_RELATION, _OF_LICENSE = (
    attrgetter(*(field.name for field in fields(cls))) for cls in (Link, Relation, License)
)

Row = list[Any]  # the state of a file, then what stood in it


class Snapshot:
    """File name → its row: those of the last run, and those this run has made use of or read anew."""

    def __init__(self, root: Path) -> None:
        self._path = cache_path(root, "records")
        self._now = time.time_ns()
        self._version = _version()
        self._old = self._read()
        self._rows: dict[str, Row] = {}

    def record(self, name: str, stat: os.stat_result) -> Record | None:
        """What was read of a file that nobody has touched since."""
        row = self._untouched(name, stat)
        return _thawed(row[1]) if row else None

    def list_file(self, name: str, stat: os.stat_result) -> ListFile | None:
        row = self._untouched(name, stat)
        if row is None:
            return None
        values = dict(zip(_OF_LIST, row[1], strict=True))
        values |= {"intake": Intake(*values["intake"]), "sections": tuple(map(_section, values["sections"]))}
        return ListFile(**values)

    def keep(self, name: str, stat: os.stat_result, read: Record | ListFile) -> None:
        """`stat` must be older than what was read. A second change in the same moment would not show: not kept."""
        tick = TICK if stat.st_mtime_ns % 1_000_000 else COARSE_TICK
        if stat.st_ctime_ns + tick < self._now:
            self._rows[name] = [_state(stat), _frozen(read) if isinstance(read, Record) else _plain(read)]

    def save(self) -> None:
        """Failing to is no failure."""
        if not self._version or (self._rows.keys() == self._old.keys() and all(map(self._is_old, self._rows))):
            return
        data = json.dumps(self._rows, ensure_ascii=False, check_circular=False).encode("utf-8", "surrogatepass")
        keep(self._path, self._version + hashlib.sha256(data).digest() + data)

    def _is_old(self, name: str) -> bool:
        return self._rows[name] is self._old[name]

    def _untouched(self, name: str, stat: os.stat_result) -> Row | None:
        row = self._old.get(name)
        if row is None or row[0] != _state(stat):
            return None
        self._rows[name] = row
        return row

    def _read(self) -> dict[str, Row]:
        data = read_own(self._path) if self._version else b""
        if data[:64] != self._version + hashlib.sha256(memoryview(data)[64:]).digest():
            return {}
        rows: dict[str, Row] = json.loads(data[64:].decode("utf-8", "surrogatepass"))
        return rows


def _version() -> bytes:
    """Changes with the interpreter and each module of this package; empty where that is not known, or no POSIX."""
    with suppress(CurateError, OSError):
        modules = [(name, stat) for name, stat in stats(Path(__file__).parents[1], "catalog", []) if name[-3:] == ".py"]
        if modules and os.name == "posix":
            states = [(name, _state(stat)) for name, stat in modules]
            return hashlib.sha256(repr((sys.version, states)).encode()).digest()
    return b""


def _state(stat: os.stat_result) -> list[int]:
    return [stat.st_ctime_ns, stat.st_mtime_ns, stat.st_size, stat.st_ino]


def _frozen(record: Record) -> Row:
    """Every field in order, as JSON holds it."""
    values = list(_VALUES(record))
    for at in _DATES:
        values[at] = values[at] and values[at].toordinal()
    values[_LICENSE] = _OF_LICENSE(record.license)
    values[_LINKS] = list(map(_OF_LINK, record.links))
    values[_RELATIONS] = list(map(_OF_RELATION, record.relations))
    return values


def _thawed(row: Row) -> Record:
    values = list(row)
    for at in _DATES:
        values[at] = values[at] and date.fromordinal(values[at])
    values[_LICENSE] = License(*values[_LICENSE])
    for at in _TUPLES:
        values[at] = tuple(values[at])
    values[_LINKS] = tuple([Link(*parts) for parts in values[_LINKS]])
    values[_RELATIONS] = tuple([Relation(*parts) for parts in values[_RELATIONS]])
    return Record(*values)


def _plain(listed: ListFile | SectionEntry | Intake) -> Row:
    """Every field in order, sections within sections."""
    values = [getattr(listed, field.name) for field in fields(listed)]
    values = [_plain(value) if isinstance(value, Intake) else value for value in values]
    return [list(map(_plain, value)) if isinstance(value, tuple) else value for value in values]


def _section(row: Row) -> SectionEntry:
    *values, sections, places = row
    values += [tuple(map(_section, sections)), {key: tuple(place) for key, place in places.items()}]
    return SectionEntry(*values)
