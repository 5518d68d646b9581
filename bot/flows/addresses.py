"""Which web addresses a list holds, each once, with the places where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.catalog.load import load
from bot.catalog.model import Catalog, Record
from bot.urls.web_address import web_address

LIST_FILE = "catalog/list.yml"


@dataclass(frozen=True, slots=True)
class Use:
    """An address as it is written first, in which records, and in which line of which file it stands first."""

    url: str
    records: tuple[str, ...]
    file: str
    line: int


def of_catalog(root: Path) -> dict[str, Use]:
    """Those of all records that are shown, and of the texts, in the order of the page."""
    catalog, _ = load(root)
    return _uses(_in_catalog(catalog))


def of_page(path: Path) -> dict[str, Use]:
    """Those of a hand-kept page, wherever they stand in it: it has no records to name."""
    from bot.flows.check_page import read_page  # noqa: PLC0415 - not needed for a catalog
    from bot.markdown.links import links  # noqa: PLC0415 - likewise

    text = read_page(path)
    found = links(text)
    return _uses(Use(link.url, (), str(path), link.line + 1) for link in found)


def _in_catalog(catalog: Catalog) -> Iterator[Use]:
    yield from _in_text(catalog.list.introduction, (), LIST_FILE, 1)
    for section in catalog.sections:
        yield from _in_text(section.entry.introduction, (), LIST_FILE, section.entry.place("introduction")[0])
    for record in catalog.records:
        if record.status == "active":
            yield from _in_record(record)


def _in_record(record: Record) -> Iterator[Use]:
    slugs = (record.slug,)
    for link in record.links:
        yield Use(link.url, slugs, record.file, link.line or record.line("links"))
    for key in ("description", "body"):
        yield from _in_text(getattr(record, key), slugs, record.file, record.line(key))


def _in_text(text: str, records: tuple[str, ...], file: str, line: int) -> Iterator[Use]:
    if "//" not in text and "www." not in text:
        return
    from bot.markdown.links import links  # noqa: PLC0415 - few texts hold a link

    for found in links(text):
        yield Use(found.url, records, file, line)


def _uses(uses: Iterable[Use]) -> dict[str, Use]:
    merged: dict[str, Use] = {}
    for use in uses:
        if address := web_address(use.url):
            first = merged.setdefault(address, use)
            if new := tuple(name for name in use.records if name not in first.records):
                merged[address] = Use(first.url, (*first.records, *new), first.file, first.line)
    return merged
