"""The text of one entry, known to be one: its record, though there is no page around it to tell."""

from __future__ import annotations

import re

from bot.catalog.model import Record
from bot.markdown.blocks import MARKER, blocks
from bot.markdown.links import links
from bot.markdown.page import Page, Span, page_lines
from bot.readme.importer.entries import headings
from bot.readme.importer.entries.table import cells
from bot.readme.importer.entry_name import entry_name
from bot.readme.importer.records import Names, record
from bot.readme.importer.words import clean_name

_LETTER = re.compile(r"[^\W\d_]")


def read_entry(text: str) -> Record:
    """The record of `text`, with neither section nor order; its body is `text`."""
    page = Page(page_lines(text))
    found = links(text)
    first = next(iter(blocks(page.lines)), None)
    heading = headings.title(page, first) if first and first.kind == "heading" else ""
    name = clean_name(heading) if heading else _name(text)
    span = Span(0, len(page.lines), "headings" if heading else "items", name, found, text=text, heading=heading)
    return record(span, "", 0, "", Names())


def _name(text: str) -> str:
    line = text.lstrip()
    if line.startswith("|"):
        line = next((cell for cell in cells(line.split("\n", 1)[0]) if _LETTER.search(cell)), "")
    if marker := MARKER.match(line):
        line = line[marker.end() :]
    return entry_name(line, [link for link in links(line) if link.outward])
