"""Where to write by hand what edited lines were meant to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.catalog.arrange import LIST_FILE
from bot.catalog.model import Catalog
from bot.catalog.write import record_path
from bot.readme.absorb.edited_page import EditedPage
from bot.readme.absorb.source_map import Line
from bot.readme.generate.template import TEMPLATE


def files(catalog: Catalog, edited: EditedPage, left: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The files behind the lines that stood where the edited lines `left` are."""
    titles = {edited.pages.old[zone.old[0] - 1].text for zone in edited.zones}
    lines = (line for place in left for line in _lines(edited, *place))
    return tuple(dict.fromkeys(_file(catalog, line, titles) for line in lines))


def _lines(edited: EditedPage, start: int, end: int) -> Iterator[Line]:
    old, new = edited.pages.old, edited.pages.new
    hunks = [hunk for hunk in edited.pages.hunks if hunk.new_start <= end and start <= hunk.new_end]
    if not hunks:
        texts = set(new[start : max(end, start + 1)])
        yield from (line for line in old if line.text in texts and line.text)
    for hunk in hunks:
        near = old[hunk.start : hunk.end] or old[max(hunk.start - 1, 0) : hunk.start]
        yield from (line for line in near if line.text.strip())


def _file(catalog: Catalog, line: Line, titles: set[str]) -> str:
    if line.record:
        record = catalog.by_slug[line.record]
        return record.file or record_path(record)
    if line.section:
        return f"catalog/{line.section}/"
    return LIST_FILE if line.text in titles else TEMPLATE
