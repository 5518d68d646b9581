"""The catalog on the disk → a Catalog; parsed records are kept in the user's cache, by the digest of their bytes.

The cache can be deleted at any time without changing a byte of any output. It lies outside the list's folder, so
no pull request can bring one along.
"""

from __future__ import annotations

import dataclasses
import hashlib
import marshal
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from bot.edge.files import read_bytes, replace, walk
from bot.errors import CurateError, UnreadableCatalog
from bot.model import Catalog, Link, Mistake, Record, Relation
from bot.sources.catalog import LIST_FILE, assemble, read_list, read_record

SCHEMA_FILE = "catalog/record.schema.json"
_FIELDS = [f.name for f in dataclasses.fields(Record) if f.name not in {"slug", "section", "file"}]
_LAYOUT = repr([[(f.name, f.type) for f in dataclasses.fields(c)] for c in (Record, Link, Relation)])
_VERSION = hashlib.sha256(f"1 {sys.version} {_LAYOUT}".encode()).hexdigest()


def load(root: Path) -> tuple[Catalog, list[Mistake]]:
    """Everything below root/catalog. Raises CurateError only where there is no catalog or no usable list file."""
    if not (root / LIST_FILE).is_file():
        raise CurateError(
            "这里没有目录（缺少 catalog/list.yml）",
            str(root),
            "请进入列表所在的文件夹，或用 -C 指定；新建请用 curate import",
        )
    list_file, mistakes = read_list(read_bytes(root / LIST_FILE))
    if list_file is None:
        raise UnreadableCatalog(tuple(mistakes))
    records, more, strays = _records(root)
    catalog, last = assemble(list_file, records, strays)
    return catalog, mistakes + more + last


def load_sound(root: Path) -> Catalog:
    """The catalog, or UnreadableCatalog with every mistake."""
    catalog, mistakes = load(root)
    if mistakes:
        raise UnreadableCatalog(tuple(sorted(mistakes, key=lambda m: (m.file, m.line, m.column))))
    return catalog


def _records(root: Path) -> tuple[list[Record], list[Mistake], list[str]]:
    cache = _Cache(root)
    records: list[Record] = []
    mistakes: list[Mistake] = []
    strays: list[str] = []
    for path, where in walk(root, "catalog"):
        if path in {LIST_FILE, SCHEMA_FILE}:
            continue
        if not path.endswith(".yml") or path.count("/") < 2:
            strays.append(path)
            continue
        record, found = cache.read(path, read_bytes(where))
        mistakes += found
        if record:
            records.append(record)
    cache.save()
    return records, mistakes, strays


class _Cache:
    """Digest of a file's path and bytes → its record as plain tuples, for one list folder."""

    def __init__(self, root: Path) -> None:
        home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 - may be absent
        name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]
        self.path = Path(home, "curate", f"{name}.records")
        self.old: dict[bytes, tuple[Any, ...]] = self._load()
        self.new: dict[bytes, tuple[Any, ...]] = {}

    def _load(self) -> dict[bytes, tuple[Any, ...]]:
        with suppress(OSError, ValueError, EOFError, TypeError):
            version, table = marshal.loads(self.path.read_bytes())  # noqa: S302 - the user's own cache folder
            if version == _VERSION and isinstance(table, dict):
                return table
        return {}

    def read(self, path: str, data: bytes) -> tuple[Record | None, Iterable[Mistake]]:
        key = hashlib.blake2b(data, digest_size=16, key=hashlib.sha256(path.encode()).digest()).digest()
        if kept := self.old.get(key):
            self.new[key] = kept
            return _thaw(path, kept), ()
        record, mistakes = read_record(data, path)
        if record and not mistakes:
            self.new[key] = _freeze(record)
        return record, mistakes

    def save(self) -> None:
        if self.new.keys() == self.old.keys():
            return
        with suppress(OSError, CurateError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            replace(self.path, marshal.dumps((_VERSION, self.new)))


def _freeze(record: Record) -> tuple[Any, ...]:
    return tuple(_plain(getattr(record, name)) for name in _FIELDS)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    if isinstance(value, Link | Relation):
        return tuple(getattr(value, f.name) for f in dataclasses.fields(value))
    return dict(value) if isinstance(value, dict) else value


def _thaw(path: str, kept: tuple[Any, ...]) -> Record:
    section, _, name = path.removeprefix("catalog/").rpartition("/")
    values = dict(zip(_FIELDS, kept, strict=True))
    for day in ("added", "updated"):
        values[day] = values[day] and date.fromordinal(values[day])
    values["links"] = tuple(Link(*one) for one in values["links"])
    values["relations"] = tuple(Relation(*one) for one in values["relations"])
    return Record(slug=name.removesuffix(".yml"), section=section, file=path, **values)
