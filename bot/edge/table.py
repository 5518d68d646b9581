"""A table kept in a file of the user's cache folder: written whole at times, appended to in between.

A run after one change appends one row. The file may be deleted, cut short or spoilt at any time.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from bot.edge.cache import keep
from bot.edge.files import read_bytes
from bot.errors import CurateError

MOST_CHANGES = 30  # appended ones, before the table is written anew


class Table:
    """Key → a tuple of what marshal can hold. `used` are the keys that still stand for something."""

    def __init__(self, path: Path, version: bytes) -> None:
        self.path = path
        self.version = version
        self.rows: dict[str, tuple[Any, ...]] = {}
        self.new: dict[str, tuple[Any, ...]] = {}
        self.used: set[str] = set()
        self.changes = 0
        with suppress(OSError, CurateError, ValueError, EOFError, TypeError):
            version_there, *tables = _parts(read_bytes(path))
            if version_there == version:
                for table in tables:
                    self.rows |= table
                self.changes = len(tables)

    def put(self, key: str, row: tuple[Any, ...]) -> None:
        self.used.add(key)
        self.rows[key] = self.new[key] = row

    def save(self) -> None:
        """Append what is new, or begin afresh when much is new, gone or appended. Failing to is no failure."""
        gone = len(self.rows) - len(self.used)
        if self.changes and self.changes < MOST_CHANGES and (len(self.new) + gone) * 8 < len(self.rows):
            if self.new:
                with suppress(OSError), self.path.open("ab") as file:
                    file.write(_part(self.new))
        elif self.new or gone:
            used = {key: row for key, row in self.rows.items() if key in self.used}
            keep(self.path, _part(self.version) + _part(used))
        self.new = {}


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
