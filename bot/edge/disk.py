"""How the files of a catalog stand on the disk, in few bytes, and which of them have changed since.

Files are compared by times, size and number, as git's index does it.
"""

from __future__ import annotations

import os
import time
from array import array
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from bot.catalog.arrange import LIST_FILE, SCHEMA_FILE
from bot.edge.clock import settled
from bot.files.access import explained

State = tuple[int, ...]  # times of status and content in ns, size, inode
NO_STATE = (0, 0, 0, 0)


@dataclass(frozen=True)
class Disk:
    """The files of a catalog as they stand, folder by folder: `states` now, and what of them is to be `kept`.

    A file that was changed a moment ago is kept without a state: a second change would not show in it.
    """

    files: int
    states: Mapping[str, bytes]
    kept: Mapping[str, bytes]
    strays: bool


def changes(disk: Disk, kept: Mapping[str, bytes]) -> tuple[list[str], list[str]]:
    """Paths of the files that are new or not as they were, and of those that are no more."""
    changed: list[str] = []
    gone: list[str] = []
    for folder in kept.keys() | disk.states.keys():
        before, after = kept.get(folder, b""), disk.states.get(folder, b"")
        if before != after:
            old, new = dict(_unpacked(folder, before)), dict(_unpacked(folder, after))
            changed += [path for path, state in new.items() if old.get(path) != state]
            gone += [path for path in old if path not in new]
    return sorted(changed), sorted(gone)


def look(root: Path) -> Disk:
    now = time.time_ns()
    states: dict[str, bytes] = {}
    kept: dict[str, bytes] = {}
    files, strays = 0, False
    for folder, names, numbers, more in _stands(root, "catalog", {LIST_FILE, SCHEMA_FILE}):
        files, strays = files + len(names), strays or more
        states[folder] = kept[folder] = _packed(names, numbers)
        if not settled(max(numbers[::4], default=0), 0, now):  # else all of them are
            for at in range(0, len(numbers), 4):
                if not settled(numbers[at], numbers[at + 1], now):
                    numbers[at : at + 4] = array("Q", NO_STATE)
            kept[folder] = _packed(names, numbers)
    return Disk(files, states, kept, strays)


def _stands(root: Path, folder: str, but: Container[str]) -> Iterator[tuple[str, list[str], array[int], bool]]:
    """Folder by folder the names of its records' files, four numbers for each, and whether something else is there.

    As `files.stats` finds them, for a hundred thousand of which each step counts.
    """
    names, numbers, strays = list[str](), array("Q"), False
    with explained(root / folder), os.scandir(root / folder) as found:
        for entry in sorted(found, key=attrgetter("name")):
            name = entry.name
            if name.startswith(".") or f"{folder}/{name}" in but:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _stands(root, f"{folder}/{name}", but)
            elif entry.is_file(follow_symlinks=False) and name.endswith(".yml") and name.isprintable():
                names.append(name)
                stat = entry.stat(follow_symlinks=False)
                numbers.extend((stat.st_ctime_ns, stat.st_mtime_ns, stat.st_size, stat.st_ino))
            else:
                strays = True
    if names or strays:
        yield folder, names, numbers, strays or folder == "catalog"


def _packed(names: Sequence[str], numbers: array[int]) -> bytes:
    told = "/".join(names).encode("utf-8", "surrogateescape")
    return len(told).to_bytes(4) + told + numbers.tobytes()


def _unpacked(folder: str, packed: bytes) -> Iterator[tuple[str, State]]:
    if packed:
        end = 4 + int.from_bytes(packed[:4])
        numbers = array("Q", packed[end:])
        for at, name in enumerate(packed[4:end].decode("utf-8", "surrogateescape").split("/")):
            yield f"{folder}/{name}", tuple(numbers[4 * at : 4 * at + 4])
