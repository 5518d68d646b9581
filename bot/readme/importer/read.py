"""`read_readme`: the text of a page → its records in order, with sections, template and a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from bot.catalog.model import Catalog, ListFile, Record
from bot.markdown.found import Found
from bot.markdown.page import Page, Span, page_lines
from bot.markdown.unclosed_blocks import closed
from bot.readme.importer import sections
from bot.readme.importer.entries import headings
from bot.readme.importer.entries.table import cells
from bot.readme.importer.links_outside_entries import loose
from bot.readme.importer.other_formats import as_markdown
from bot.readme.importer.outline import Part, entries, parts
from bot.readme.importer.records import Names, record
from bot.readme.importer.sections import Run
from bot.readme.importer.template import template
from bot.readme.importer.waivers import waivers, with_waivers
from bot.readme.importer.words import clean_name

STEP = 10


@dataclass(frozen=True)
class Imported:
    """What a page gave.

    `loose` are records of prose with links: they belong to no section and are there to be judged only. `prose` are
    the 1-based first and last lines of what belongs to no entry. `broken` are links that GitHub reads otherwise than
    their writer meant, by line. `columns` are the headings of a section's table, by its path.
    """

    catalog: Catalog
    loose: tuple[Record, ...]
    template: str
    prose: tuple[tuple[int, int], ...]
    broken: tuple[Found, ...]
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)


def read_readme(text: str, file: str) -> Imported:
    """Read a Markdown page; `file` is its path, for the records. Any text is read, and nothing of it is lost."""
    lines = closed(page_lines(as_markdown(text, PurePath(file).suffix.lower())))
    page = Page(lines)
    outline = parts(page)
    found = sections.runs(page, outline, entries(page, outline))
    title = _title(page, outline) or PurePath(file).stem
    top, chosen = sections.build(page, outline, found, title)
    names = Names()
    told = waivers(lines)
    listed_records = _records(page, found, [node.path for node in chosen], file, names)
    records = tuple(with_waivers(one, told) for one in listed_records)
    listed = ListFile(title, sections=tuple(sections.entry(node) for node in top))
    spans = [span for run in found for span in run.spans]
    return Imported(
        catalog=Catalog(listed, records),
        loose=tuple(with_waivers(one, told) for one in loose(page, outline, spans, file, names)),
        template=template(page, found, (node.path for node in chosen)),
        prose=tuple(_prose(page, spans)),
        broken=tuple(link for span in spans for link in span.links if link.written),
        columns=dict(_columns(page, found, [node.path for node in chosen])),
    )


def _title(page: Page, outline: Sequence[Part]) -> str:
    first = next((part for part in outline if part.heading), None)
    return clean_name(headings.title(page, first.heading)) if first and first.heading else ""


def _records(page: Page, found: Sequence[Run], paths: Sequence[str], file: str, names: Names) -> Iterator[Record]:
    for run, path in zip(found, paths, strict=True):
        following = [*run.spans[1:], None]
        for place, (span, after) in enumerate(zip(run.spans, following, strict=True), 1):
            gap = sections.gap(page, span, after).removesuffix(run.between) if after else ""
            body = page.text(span.start, span.end) + gap
            yield record(span, path, place * STEP, file, names, body=body)


def _columns(page: Page, found: Sequence[Run], paths: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The heading stands two lines above the first row of a table."""
    for run, path in zip(found, paths, strict=True):
        first = run.spans[0]
        if first.shape == "table" and first.start >= 2 and page.lines[first.start - 2].startswith("|"):
            yield path, cells(page.lines[first.start - 2])


def _prose(page: Page, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in [*((span.start, span.end) for span in spans), (len(page.lines), len(page.lines))]:
        first = next((line for line in range(at, start) if page.lines[line].strip()), None)
        if first is not None:
            last = next(line for line in range(start - 1, at - 1, -1) if page.lines[line].strip())
            yield first + 1, last + 1
        at = end
