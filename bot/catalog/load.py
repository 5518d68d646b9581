"""The catalog on the disk → a Catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from bot.catalog.arrange import LIST_FILE, arrange, unread
from bot.catalog.model import Catalog, ListFile, Mistake
from bot.edge.reading import Reading
from bot.edge.record_cache import RecordCache
from bot.edge.shelf import Shelf
from bot.errors import UnreadableCatalog
from bot.files.access import inside, read_bytes
from bot.readme import styles
from bot.readme.styles.pattern import NAMES, strangers
from bot.render.piece import is_form
from bot.text import zh


def load(root: Path) -> tuple[Catalog, list[Mistake]]:
    """Everything below root/catalog. Raises CurateError only where there is no catalog or no usable list file."""
    found = shelf(root)
    catalog = found.catalog()
    found.save()
    return catalog, list(found.mistakes)


def load_sound(root: Path) -> Catalog:
    """The catalog, or UnreadableCatalog with every mistake."""
    found = _sound(shelf(root))
    catalog = found.catalog()
    found.save()
    return catalog


def cards_alone(root: Path, meanwhile: Callable[[], object] = lambda: None) -> Shelf:
    """The shelf for a page, or UnreadableCatalog with every mistake. Whoever is done with it saves it.

    `meanwhile` is something to do while several processes read many files.
    """
    return _sound(shelf(root, meanwhile, whole=False))


def _sound(found: Shelf) -> Shelf:
    if found.mistakes:
        found.save()
        raise UnreadableCatalog(tuple(sorted(found.mistakes, key=lambda m: (m.file, m.line, m.column))))
    return found


def shelf(root: Path, meanwhile: Callable[[], object] = lambda: None, *, whole: bool = True) -> Shelf:
    """As `load`, with no more of each record at hand than its card. Whoever is done with it saves it.

    A list file that cannot be used raises UnreadableCatalog, with the mistakes of the records too.
    """
    if not (root / LIST_FILE).is_file():
        from bot.catalog.locate import no_catalog  # noqa: PLC0415 - only then

        raise no_catalog(root)
    cache = RecordCache(root)
    read, mistakes = _list_file(root, cache)
    list_file = read or ListFile("")
    reading = Reading(root, cache, Catalog(list_file).sections, whole=whole)
    cards = reading.cards(meanwhile)
    strange = unread(reading.mistakes, (one.file for one in cards))
    cards, last = arrange(list_file, cards, reading.strays, strange)
    if mistakes:  # a section that could not be read is not missing
        last = [mistake for mistake in last if mistake.kind != "section"]
    mistakes += [*_shows(list_file), *reading.mistakes, *last]
    found = Shelf(reading, list_file, cards, mistakes)
    return found if read else _sound(found)


def _list_file(root: Path, cache: RecordCache) -> tuple[ListFile | None, list[Mistake]]:
    data = read_bytes(inside(root, LIST_FILE))
    if kept := cache.get_list(LIST_FILE, data):
        return kept, []
    from bot.catalog.parse_tree import read_list  # noqa: PLC0415 - only for a file that is not in the cache

    list_file, mistakes = read_list(data)
    if list_file and not mistakes:
        cache.put_list(LIST_FILE, data, list_file)
    return list_file, mistakes


def _shows(list_file: ListFile) -> Iterator[Mistake]:
    for section in Catalog(list_file).sections:
        show, at = section.entry.show, section.entry.place("show")
        strange = strangers(show) if "{" in show else []
        for word, meant in strange:
            what = f"小节“{section.path}”的 show 里有“{{{word}}}”，没有这个占位符"
            also = f"是不是想写“{{{meant}}}”？" if meant else ""
            known = zh.join(f"{{{name}}}" for name in NAMES)
            yield Mistake("choice", LIST_FILE, *at, what, f"{also}可用：{known}")
        if not strange and not is_form(show):
            what = f"小节“{section.path}”的 show 写了{zh.quote(show)}，没有这种显示方式"
            yield Mistake("choice", LIST_FILE, *at, what, f"可选：{zh.join(styles.names())}")
