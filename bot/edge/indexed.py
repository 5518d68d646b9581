"""The index that fits the catalog on the disk: kept in the user's cache folder, and brought up to date where it is not.

Files are compared by times and size, as git's index does it. The index can be deleted or cut short at any time
without changing a byte of any output; it lies outside the list's folder, so no pull request can bring one along.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.catalog.arrange import LIST_FILE
from bot.catalog.load import load_sound
from bot.catalog.model import Catalog, ListFile, Record
from bot.catalog.parse import read_record
from bot.catalog.parse_tree import read_list
from bot.edge.cache import made_by, place
from bot.edge.disk import Disk, changes, look
from bot.edge.index import Full, Index
from bot.errors import CurateError
from bot.files.access import inside, read_bytes

FEW = 0.02  # of the files: when more have changed, the index is filled afresh
JUDGES = ("ada_url", "opencc", "rapidfuzz", "yaml")  # what else the traits of a record depend on

T = TypeVar("T")


def asked(root: Path, question: Callable[[Index], T]) -> T:
    """The answer from the index of the catalog below `root`.

    Raises UnreadableCatalog, or another CurateError, where the catalog is not sound.
    """
    path = place(root, "index")
    for where in (str(path), str(path), ":memory:"):
        try:
            with suppress(OSError):
                path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(where, isolation_level=None)) as database:
                return question(_fitting(root, database))
        except (sqlite3.Error, Full):  # spoilt, no place to keep it, or no room between two records
            with suppress(OSError):
                path.unlink(missing_ok=True)
    raise CurateError("无法建立索引", str(path), "请检查磁盘空间后重试")


def _fitting(root: Path, database: sqlite3.Connection) -> Index:
    if not (root / LIST_FILE).is_file():
        load_sound(root)  # says what is missing
    for setting in ("synchronous = OFF", "cache_size = -64000", "temp_store = FILE"):
        database.execute(f"PRAGMA {setting}")
    disk, data = look(root), read_bytes(inside(root, LIST_FILE))
    list_file = read_list(data)[0] or ListFile("")
    sections = [section.path for section in Catalog(list_file).sections]
    before = _kept(database)
    now = {**disk.kept, "made by": _digest(repr((_version(), sections)).encode()), "list": _digest(data)}
    if before.get("made by") == now["made by"] and not disk.strays:
        index = Index(database, list_file, partial(_read, root))
        database.execute("BEGIN")
        with suppress(Full):
            if _caught_up(root, index, disk, before, sound=before.get("list") == now["list"]):
                _keep(database, now, before)
                database.execute("COMMIT")
                return index
        database.execute("ROLLBACK")
    return _filled(root, database, now, before)


def _filled(root: Path, database: sqlite3.Connection, now: Mapping[str, bytes], before: Mapping[str, bytes]) -> Index:
    catalog = load_sound(root)
    index = Index(database, catalog.list, partial(_read, root))
    database.execute("BEGIN")
    index.fill(catalog, {record.file: _digest(read_bytes(f"{root}/{record.file}")) for record in catalog.records})
    _keep(database, now, before)
    database.execute("COMMIT")
    return index


def _caught_up(root: Path, index: Index, disk: Disk, kept: Mapping[str, bytes], *, sound: bool) -> bool:
    """Whether the index is up to date now; not where much has changed, or something that is not sound.

    Raises what `load_sound` raises where only a look at the whole catalog can tell that.
    """
    changed, gone = changes(disk, {folder: kept[folder] for folder in kept if folder not in {"made by", "list"}})
    if not (changed or gone) and sound:
        return True
    new: dict[str, tuple[Record, bytes]] = {}
    for path in changed:
        data = read_bytes(f"{root}/{path}")
        if index.digest(path) != _digest(data):
            if len(new) + len(gone) > max(50, FEW * disk.files):
                return False
            record, mistakes = read_record(data, path)
            if record is None or mistakes or record.section not in index.places:
                return False
            new[path] = record, _digest(data)
    index.leave(new)
    lost = index.leave(gone)
    for slug in lost:
        index.remove(slug)
    lost -= {record.slug for record, _ in new.values()}
    for record, digest in new.values():
        if any(one.file != record.file for one in index.named(record.slug).values()):
            return False
        index.put(record, digest)
    related = any(record.relations for record, _ in new.values()) or any(map(index.is_pointed_at, lost))
    if related or not sound:
        load_sound(root)
    return True


def _read(root: Path, path: str) -> Record:
    record, mistakes = read_record(read_bytes(f"{root}/{path}"), path)
    if record is None or mistakes:
        raise CurateError("读取时文件变了", path, "请重新运行")
    return record


def _kept(database: sqlite3.Connection) -> dict[str, bytes]:
    with suppress(sqlite3.OperationalError):
        return dict(database.execute("SELECT name, value FROM kept"))
    return {}


def _keep(database: sqlite3.Connection, values: Mapping[str, bytes], before: Mapping[str, bytes]) -> None:
    database.execute("CREATE TABLE IF NOT EXISTS kept(name TEXT PRIMARY KEY, value BLOB)")
    database.executemany("DELETE FROM kept WHERE name = ?", ((name,) for name in before.keys() - values.keys()))
    new = ((name, value) for name, value in values.items() if before.get(name) != value)
    database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", new)


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _version() -> bytes:
    """Changes with the interpreter, every module, and the libraries that judge."""
    return made_by((".",), (), JUDGES)
