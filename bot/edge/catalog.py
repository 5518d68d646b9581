"""The catalog on the disk → a Catalog."""

from __future__ import annotations

from pathlib import Path

from bot.edge.files import paths, read_bytes
from bot.edge.record_cache import RecordCache
from bot.errors import CurateError, UnreadableCatalog
from bot.model import Catalog, Mistake, Record
from bot.sources.catalog import LIST_FILE, assemble, read_list, read_record

SCHEMA_FILE = "catalog/record.schema.json"


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
    cache = RecordCache(root)
    records: list[Record] = []
    mistakes: list[Mistake] = []
    strays: list[str] = []
    for path in paths(root, "catalog"):
        if path in {LIST_FILE, SCHEMA_FILE}:
            continue
        if not path.endswith(".yml") or path.count("/") < 2:
            strays.append(path)
            continue
        data = read_bytes(f"{root}/{path}")
        record = cache.get(path, data)
        if record is None:
            record, found = read_record(data, path)
            mistakes += found
            if record and not found:
                cache.put(path, data, record)
        if record:
            records.append(record)
    cache.save()
    return records, mistakes, strays
