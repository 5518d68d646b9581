"""A table kept in a file of the user's cache folder: written whole at times, appended to in between.

A run after one change appends one row. The file may be deleted, cut short or spoilt at any time.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from os import SEEK_END
from pathlib import Path
from typing import Any, BinaryIO

from bot.edge.cache import keep

MOST_CHANGES = 30  # appended ones, before the table is written anew
SPOILT = (OSError, ValueError, EOFError, TypeError, StopIteration)  # what a file that is none of ours may raise
_ROWS = 5_000  # of a part: a hundred thousand rows need not stand in memory twice


class Table:
    """Key → a tuple of what marshal can hold, read when it is asked for. `used` are keys that stand for something."""

    def __init__(self, path: Path, version: bytes) -> None:
        self.path = path
        self.version = version
        self.new: dict[str, tuple[Any, ...]] = {}
        self.used: set[str] = set()
        self.changes: int | None = None  # None where there is no table to append to

    @cached_property
    def rows(self) -> dict[str, tuple[Any, ...]]:
        rows: dict[str, tuple[Any, ...]] = {}
        with suppress(*SPOILT), self.path.open("rb") as file:
            found = parts(file)
            version_there, size = next(found)
            if version_there == self.version:
                for more in found:
                    rows |= more
                    size -= 1
                self.changes = max(0, -size)
        rows |= self.new
        return rows

    def put(self, key: str, row: tuple[Any, ...]) -> None:
        self.used.add(key)
        self.new[key] = row
        if "rows" in self.__dict__:
            self.rows[key] = row

    def save(self) -> bool:
        """Append what is new, or begin afresh when much is new, gone or appended; True if so."""
        gone = len(self.rows) - len(self.used)
        few = (len(self.new) + gone) * 8 < len(self.rows)
        if few and self.changes is not None and self.changes < MOST_CHANGES and self.append():
            return False
        if self.new or gone:
            self.begin_afresh()
            return True
        return False

    def append(self) -> bool:
        """Add what is new to a table that need not have been read; False where there is none that fits."""
        with suppress(*SPOILT), self.path.open("r+b") as file:
            if next(parts(file))[0] == self.version:
                if self.new:
                    file.seek(0, SEEK_END)
                    file.writelines(part(self.new))
                self.new = {}
                return True
        return False

    def begin_afresh(self) -> None:
        """Write what is used. Failing to is no failure."""
        keep(self.path, self._whole())
        self.new = {}

    def _whole(self) -> Iterator[bytes]:
        used = [key for key in self.rows if key in self.used]
        yield from part((self.version, -(-len(used) // _ROWS)))
        for at in range(0, len(used), _ROWS):
            yield from part({key: self.rows[key] for key in used[at : at + _ROWS]})


def part(value: Any) -> tuple[bytes, bytes]:
    """Length and digest, then the value: marshal trusts what it is given, so a spoilt byte must be seen before."""
    data = marshal.dumps(value)
    return len(data).to_bytes(8) + hashlib.sha256(data).digest(), data


def parts(file: BinaryIO) -> Iterator[Any]:
    """The values of all parts. Raises ValueError at the first that is not whole."""
    most = file.seek(0, SEEK_END)
    file.seek(0)
    while head := file.read(40):
        data = file.read(min(int.from_bytes(head[:8]), most))
        if hashlib.sha256(data).digest() != head[8:]:
            raise ValueError
        yield marshal.loads(data)  # noqa: S302 - the user's own cache folder
