"""What a page is made of, whoever has it: a catalog in memory, or the edge with what earlier runs have left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from bot.catalog.arrange import arrange
from bot.catalog.model import Catalog, ListFile, Record, Section
from bot.render.piece import Piece, piece
from bot.sources.card import Card, card


class Book(Protocol):
    """`cards` stand in display order."""

    @property
    def list(self) -> ListFile: ...

    @property
    def sections(self) -> Sequence[Section]: ...

    @property
    def cards(self) -> Sequence[Card]: ...

    def record(self, one: Card) -> Record:
        """The whole record."""

    def piece(self, one: Card, show: str, level: int) -> Piece:
        """As `render.piece.piece`."""


class Fresh:
    """A catalog in memory: every piece is made now."""

    def __init__(self, catalog: Catalog) -> None:
        self.list = catalog.list
        self.sections = catalog.sections
        self.cards = [card(record) for record in catalog.records]
        self._records = catalog.by_slug

    def record(self, one: Card) -> Record:
        return self._records[one.slug]

    def piece(self, one: Card, show: str, level: int) -> Piece:
        return piece(self.record(one), show, level)


class Revised:
    """Another book with these records in it, each in the place of one of that slug."""

    def __init__(self, book: Book, records: Iterable[Record]) -> None:
        self.list = book.list
        self.sections = book.sections
        self._book = book
        self._records = {record.slug: record for record in records}
        kept = [one for one in book.cards if one.slug not in self._records]
        self.cards, _ = arrange(book.list, [*kept, *map(card, self._records.values())])

    def record(self, one: Card) -> Record:
        return self._records.get(one.slug) or self._book.record(one)

    def piece(self, one: Card, show: str, level: int) -> Piece:
        if record := self._records.get(one.slug):
            return piece(record, show, level)
        return self._book.piece(one, show, level)
