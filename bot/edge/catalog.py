"""The catalog on the disk → a Catalog."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from bot import zh
from bot.edge.files import inside, read_bytes, stats
from bot.edge.record_cache import RecordCache
from bot.errors import CurateError, UnreadableCatalog
from bot.record import Catalog, ListFile, Mistake, Record
from bot.render import shapes
from bot.render.pattern import is_pattern
from bot.sources.catalog import LIST_FILE, assemble, not_a_file

SCHEMA_FILE = "catalog/record.schema.json"


def load(root: Path, cache: RecordCache | None = None) -> tuple[Catalog, list[Mistake]]:
    """Everything below root/catalog. Raises CurateError only where there is no catalog or no usable list file.

    Whoever brings a cache saves it.
    """
    if not (root / LIST_FILE).is_file():
        raise CurateError(
            "这里没有目录（缺少 catalog/list.yml）",
            str(root),
            "请进入列表所在的文件夹，或用 -C 指定；新建请用 curate import",
        )
    kept = cache or RecordCache(root)
    list_file, mistakes = _list_file(root, kept)
    records, more, strays = _records(root, kept)
    if cache is None:
        kept.save()
    catalog, last = assemble(list_file, records, strays)
    if mistakes:  # a section that could not be read is not missing
        last = [mistake for mistake in last if mistake.kind != "section"]
    return catalog, [*mistakes, *_shows(catalog), *more, *last]


def _list_file(root: Path, cache: RecordCache) -> tuple[ListFile, list[Mistake]]:
    data = read_bytes(inside(root, LIST_FILE))
    if kept := cache.get_list(LIST_FILE, data):
        return kept, []
    from bot.sources.record_file import read_list  # noqa: PLC0415 - only for a file that is not in the cache

    list_file, mistakes = read_list(data)
    if list_file is None:
        raise UnreadableCatalog(tuple(mistakes))
    if not mistakes:
        cache.put_list(LIST_FILE, data, list_file)
    return list_file, mistakes


def _shows(catalog: Catalog) -> Iterator[Mistake]:
    known = shapes.names()
    for section in catalog.sections:
        if (show := section.entry.show) not in known and not is_pattern(show):
            what = f"小节“{section.path}”的 show 写了{zh.quote(show)}，没有这种显示方式"
            yield Mistake("choice", LIST_FILE, section.entry.line, 1, what, f"可选：{zh.join(known)}")


def load_sound(root: Path, cache: RecordCache | None = None) -> Catalog:
    """The catalog, or UnreadableCatalog with every mistake."""
    catalog, mistakes = load(root, cache)
    if mistakes:
        raise UnreadableCatalog(tuple(sorted(mistakes, key=lambda m: (m.file, m.line, m.column))))
    return catalog


def _records(root: Path, cache: RecordCache) -> tuple[list[Record], list[Mistake], list[str]]:
    records: list[Record] = []
    mistakes: list[Mistake] = []
    strays: list[str] = []
    special: list[str] = []
    for name, stat in stats(root, "catalog", special):
        path = zh.visible(name)
        if path in {LIST_FILE, SCHEMA_FILE}:
            continue
        if not path.endswith(".yml") or path.count("/") < 2:
            strays.append(path)
            continue
        record = cache.untouched(path, stat)
        if record is None:
            record, found = _record(f"{root}/{name}", path, stat, cache)
            mistakes += found
        if record:
            records.append(record)
    return records, [*mistakes, *map(not_a_file, map(zh.visible, special))], strays


def _record(name: str, path: str, stat: os.stat_result, cache: RecordCache) -> tuple[Record | None, list[Mistake]]:
    data = read_bytes(name)
    if kept := cache.get(path, data, stat):
        return kept, []
    from bot.sources.record_file import read_record  # noqa: PLC0415 - only for a file that is not in the cache

    record, mistakes = read_record(data, path)
    if record and not mistakes:
        cache.put(path, data, stat, record)
    return record, mistakes
