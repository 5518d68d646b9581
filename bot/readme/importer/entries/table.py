"""Entries as rows of a GitHub table: `| [Name](url) | text |`, with or without the outer bars, ragged rows included."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.markdown.found import Found
from bot.markdown.page import Block, Page, Span
from bot.markdown.visible import visible
from bot.readme.importer.entry_name import entry_name, is_way
from bot.readme.importer.words import clean_name, dates, is_field_label

_CELLS = re.compile(r"(?:[^|\\`]|\\.|`[^`]*`|`|\\$)+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"<?https?://[^\s<>]+>?")
_WAYS = re.compile(r"\[{1,2}([^\[\]]*)\]\([^()\s]*\)\]?")
_LETTER = re.compile(r"[^\W\d_]")


def cells(row: str) -> list[str]:
    """The cells of a row; an escaped bar, or one in code, divides nothing."""
    row = row.strip()
    parts, at = [""], 0
    while at < len(row):
        if row[at] == "|":
            parts.append("")
            at += 1
        elif match := _CELLS.match(row, at):
            parts[-1] = match[0].strip()
            at = match.end()
    parts = parts[1:] if row.startswith("|") else parts
    return parts[:-1] if len(parts) > 1 and row.endswith("|") and not parts[-1] else parts


def find(page: Page, block: Block) -> list[Span]:
    """The rows of one table block that are entries, in order.

    A row that begins with a link to another place of the page sums up the entry that stands there.
    """
    linked = {at: page.links(at, at + 1) for at in range(block.start + 2, block.end)}
    numbers = [at for at, links in linked.items() if not (links and links[0].url.startswith("#"))]
    outward = [at for at in numbers if any(link.outward for link in linked[at])]
    if not outward:
        return []
    rows = {at: cells(page.lines[at]) for at in numbers}
    column = _name_column(list(rows.values()))
    entries = numbers if len(outward) * 2 > len(numbers) else outward
    return [
        Span(at, at + 1, "table", _name(rows[at], column, linked[at]), linked[at], text=page.lines[at])
        for at in entries
    ]


def _name_column(rows: Sequence[Sequence[str]]) -> int:
    """The first column that holds words in at least half of the rows, each row its own.

    Numbers, stars and dates are no words; `[code]` in every row names none, nor does a category.
    """
    found = []
    for column in range(max(map(len, rows), default=0)):
        told = [visible(row[column]) for row in rows if column < len(row)]
        if sum(map(_is_word, told)) * 2 >= len(rows):
            found.append(column)
            if len(set(told)) * 2 > len(rows) and not all(map(is_field_label, filter(None, told))):
                return column
    return found[0] if found else 0


def _is_word(cell: str) -> bool:
    return bool(_LETTER.search(cell)) and not (dates(cell) and len(cell) < 16)


def _name(row: Sequence[str], column: int, found: Sequence[Found]) -> str:
    outward = [link for link in found if link.outward]
    parts = [part for part in _BREAK.split(row[column]) if visible(part)] if column < len(row) else []
    cell = next((part for part in parts if not is_way(clean_name(part)) or "](" in part), "")
    shown = visible(cell)
    named = next((link for link in outward if link.label and _is_named(link.label, shown)), None)
    return clean_name(named.label if named else _ADDRESS.sub("", _WAYS.sub(_without_way, cell))).rstrip(
        ".。"
    ) or entry_name("", outward)


def _is_named(label: str, cell: str) -> bool:
    """Whether a link in the cell names the entry: all of the cell does, `[paper]` behind a title does not."""
    return label == cell or (label in cell and not is_way(label))


def _without_way(link: re.Match[str]) -> str:
    """A link whose words name nothing, such as `[paper]`, is no part of a title."""
    return "" if is_way(link[1]) else link[0]
