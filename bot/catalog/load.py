"""The catalog on the disk → a Catalog."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bot.catalog.arrange import LIST_FILE, SCHEMA_FILE, assemble, not_a_file, section_and_slug, too_large
from bot.catalog.limits import LARGEST_FILE
from bot.catalog.model import Catalog, ListFile, Mistake, Record
from bot.catalog.show import is_pattern, show_mistakes
from bot.catalog.snapshot import Snapshot
from bot.errors import UnreadableCatalog
from bot.files.access import read_bytes
from bot.files.below import is_there, read, state
from bot.files.walk import stats
from bot.text import zh


def load_sound(root: Path) -> Catalog:
    """The catalog, or UnreadableCatalog with every mistake."""
    catalog, mistakes = load(root)
    if mistakes:
        raise _unreadable(mistakes)
    return catalog


def load(root: Path) -> tuple[Catalog, list[Mistake]]:
    """Everything below root/catalog, and every mistake in it.

    Raises CurateError where there is no catalog, UnreadableCatalog where its list file cannot be used.
    """
    if not is_there(root, LIST_FILE):
        from bot.catalog.locate import no_catalog  # noqa: PLC0415 - only then

        raise no_catalog(root)
    snapshot = Snapshot(root)
    list_file, of_list = _list_file(root, snapshot)
    files = _files(root, snapshot)
    snapshot.save()
    catalog, of_many = assemble(list_file or ListFile(""), files.records, files.strays, files.unread)
    if of_list:  # a section or a kind that could not be read is not missing
        of_many = [mistake for mistake in of_many if mistake.kind not in {"section", "choice", "missing"}]
    terse = {section.path for section in catalog.sections if is_pattern(section.entry.show)}
    terse |= {record.section for record in catalog.records if record.body}
    files.mistakes = [mistake for mistake in files.mistakes if not _optional(mistake, terse)]
    mistakes = [*of_list, *show_mistakes(catalog.list), *files.mistakes, *of_many]
    if list_file is None:
        raise _unreadable(mistakes)
    return catalog, mistakes


def _optional(mistake: Mistake, terse: Collection[str]) -> bool:
    """Whether it is a description that is missing in a section of those that may do without.

    These are the ones whose pattern need not show any, and those of an imported page: there it stands in the text.
    """
    missing = (mistake.kind, mistake.field) == ("missing", "description")
    return missing and section_and_slug(mistake.file)[0] in terse


@dataclass
class _Files:
    """The records in the catalog's files, and what else there is."""

    records: list[Record] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, path: str, record: Record | None, mistakes: list[Mistake]) -> None:
        self.mistakes += mistakes
        if record:
            self.records.append(record)
        else:
            self.unread.append(path)


def _list_file(root: Path, snapshot: Snapshot) -> tuple[ListFile | None, list[Mistake]]:
    stat = state(root, LIST_FILE)
    if known := snapshot.list_file(LIST_FILE, stat):
        return known, []
    from bot.catalog.parse import read_list  # noqa: PLC0415 - PyYAML takes a while to load

    list_file, mistakes = read_list(read(root, LIST_FILE, LARGEST_FILE))
    if list_file and not mistakes:
        snapshot.keep(LIST_FILE, stat, list_file)
    return list_file, mistakes


def _files(root: Path, snapshot: Snapshot) -> _Files:
    special: list[str] = []
    files = _Files()
    for name, stat in stats(root, "catalog", special):
        path = zh.visible(name)
        if path.endswith(".yml") and path.count("/") > 1:
            files.add(path, *_record(f"{root}/{name}", path, stat, snapshot))
        elif path not in {LIST_FILE, SCHEMA_FILE}:
            files.strays.append(path)
    files.mistakes += map(not_a_file, map(zh.visible, special))
    return files


def _record(file: str, path: str, stat: os.stat_result, snapshot: Snapshot) -> tuple[Record | None, list[Mistake]]:
    """`path` is what people may read of the file's name."""
    if known := snapshot.record(path, stat):
        return known, []
    from bot.catalog.parse import read_record  # noqa: PLC0415 - PyYAML takes a while to load

    if stat.st_size > LARGEST_FILE:
        return None, [too_large(path)]
    record, mistakes = read_record(read_bytes(file, LARGEST_FILE), path)
    if record and not mistakes:
        snapshot.keep(path, stat, record)
    return record, mistakes


def _unreadable(mistakes: Iterable[Mistake]) -> UnreadableCatalog:
    return UnreadableCatalog(tuple(sorted(mistakes, key=lambda mistake: (mistake.file, mistake.line, mistake.column))))
