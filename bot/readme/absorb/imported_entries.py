"""The entries of a section of an imported page: kept to the letter, or shown by the section's pattern."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.catalog.model import Record, is_url
from bot.catalog.show import is_pattern
from bot.catalog.words import Words
from bot.readme.absorb import changed_entries
from bot.readme.absorb.before import Before
from bot.readme.absorb.changed_entries import Pages
from bot.readme.absorb.entries import Cut
from bot.readme.absorb.match import Chunk
from bot.readme.absorb.styled_entries import taken_out
from bot.readme.importer.restructure import fit
from bot.readme.importer.single_entry import read_entry
from bot.readme.styles import style
from bot.readme.styles.struck import unstruck

_NUMBER = re.compile(r"\D{0,4}(\d+)")


def cut(before: Before, pages: Pages, path: str) -> Cut:
    stretch, show = before.stretches[path], before.sections[path].entry.show
    found = changed_entries.cut(pages, stretch)
    if found.start < 0 and (gone := taken_out(stretch, pages.hunks)) >= 0:
        return Cut(path, gone, gone)
    made = Cut(path, found.start, found.end, left=found.left)
    for piece in found.pieces:
        text = "\n".join(pages.new[piece.start : piece.end]).rstrip()
        known = before.catalog.by_slug[piece.slug] if piece.slug else None
        read = known or read_by(show, text, before.page.words)
        made.chunks.append(Chunk(path, piece.start, piece.end, text, read))
    return made


def read_by(show: str, text: str, words: Words) -> Record:
    """By the section's pattern or one of the entry's own; where nothing fits, with the text as its body."""
    gone = unstruck(text)
    made = by_pattern(show, text, words)
    if made is None:
        made = fit(read_entry(gone[0] if gone else text), show if is_pattern(show) else "")
    if gone and not made.body:
        made = replace(made, status="withdrawn", reason=gone[1])
    return replace(_with_number_as_written(made, show, text), slug="", section="", order=None, aliases=(), file="")


def _with_number_as_written(record: Record, show: str, text: str) -> Record:
    """In a section that does not count, like one where each line begins with `1.`, an entry's own pattern does not."""
    own, number = record.extra.get("show", ""), _NUMBER.match(text)
    if "{number}" not in own or "{number}" in show or not number:
        return record
    return replace(record, extra={**record.extra, "show": own.replace("{number}", number[1], 1)})


def by_pattern(show: str, text: str, words: Words) -> Record | None:
    made: Record | None = style(show).parse(text, {}, words) if is_pattern(show) else None
    if made is None or "](" in made.name:
        return None
    return made if made.links and all(is_url(link.url) for link in made.links) else None
