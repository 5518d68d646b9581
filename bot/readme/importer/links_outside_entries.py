"""Links outside of every entry: each stretch of prose that holds some is a record of its own, to be judged only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.catalog.model import Record
from bot.markdown.page import Block, Page, Span
from bot.readme.importer.entry_name import entry_name
from bot.readme.importer.outline import Part
from bot.readme.importer.records import Names, record

_READ = {"heading", "paragraph", "quote", "html", "list", "table"}


def loose(page: Page, outline: Sequence[Part], spans: Sequence[Span], file: str, names: Names) -> Iterator[Record]:
    taken = {line for span in spans for line in range(span.start, span.end)}
    for part in outline:
        for block in (*([part.heading] if part.heading else ()), *part.blocks):
            if block.kind in _READ:
                for start, end in _free(block, taken):
                    if span := _span(page, start, end):
                        yield record(span, "", 0, file, names)


def _free(block: Block, taken: set[int]) -> Iterator[tuple[int, int]]:
    start = -1
    for line in range(block.start, block.end):
        if line in taken:
            if start >= 0:
                yield start, line
            start = -1
        elif start < 0:
            start = line
    if start >= 0:
        yield start, block.end


def _span(page: Page, start: int, end: int) -> Span | None:
    text = page.text(start, end)
    found = page.links(start, end)
    named = [link for link in found if link.outward and not link.badge]
    return Span(start, end, "prose", entry_name("", named), found, text=text) if named else None
