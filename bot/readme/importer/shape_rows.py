"""What stands around the name and the link of an entry in a table: every cell with a text is a slot."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.catalog.model import Link
from bot.markdown.visible import visible
from bot.readme.importer.shape_texts import Texts, closing, opening
from bot.readme.styles.pattern_slots import BEYOND

_CELL = re.compile(r"(?:[^|\\`]|\\.|`[^`]*`|`|\\$)*", re.DOTALL)
_COLUMN = re.compile(r"\w(?:[^{}:\n]{0,18}\w)?")


@dataclass
class Row(Texts):
    """`column` is that of the cell we are in, 1 for the first."""

    column: int = 0

    def lead(self, text: str) -> None:
        *cells, text = _cells(text)
        for cell in cells:
            self._cell(cell)
            self._bar()
        at = opening(text)
        self.said(text[:at], self._heading)
        self.literal(text[at:])

    def middle(self, text: str) -> None:
        first, *cells = _cells(text)
        begin = closing(first)
        self.literal(first[:begin])
        if cells:
            self.said(first[begin:], self._heading)
            self._bar()
            self.lead("|".join(cells))
        else:
            at = opening(first, begin)
            self.said(first[begin:at], self._heading)
            self.literal(first[at:])

    def tail(self, text: str) -> tuple[Link, ...]:
        first, *cells = _cells(text)
        begin = closing(first)
        self.literal(first[:begin])
        self.said(first[begin:], self._heading)
        for cell in cells:
            self._bar()
            self._cell(cell)
        return ()

    def _cell(self, text: str) -> None:
        value = text.strip()
        if value and self.column == 1 and value == str(self.number):
            self.literal(text.replace(value, "{number}"))
        elif value:
            begin = text.index(value)
            self.literal(text[:begin])
            self.slot(self._heading, value)
            self.literal(text[begin + len(value) :])
        else:
            self.literal(text)

    def _bar(self) -> None:
        self.literal("|")
        self.column += 1

    @property
    def _heading(self) -> str:
        given = visible(self.columns[self.column - 1]) if 0 < self.column <= len(self.columns) else ""
        own = given if _COLUMN.fullmatch(given) and given not in BEYOND and self.columns.count(given) <= 1 else ""
        return own or f"第 {self.column} 列"


def _cells(text: str) -> list[str]:
    """What bars divide; an escaped bar, or one in code, divides nothing."""
    cells, at = [], 0
    while True:
        found = _CELL.match(text, at)
        end = found.end() if found else at
        cells.append(text[at:end])
        if end >= len(text):
            return cells
        at = end + 1
