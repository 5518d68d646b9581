"""What a page is made of, whoever has it: a catalog in memory, or the edge with what earlier runs have left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.record import Catalog, ListFile, Record, Section
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

    def piece(self, one: Card, show: str, level: int, told: tuple[str, ...] | None = None) -> Piece:
        """As `render.piece.piece`; where nothing is said of `told`, a piece that has been told something will do."""


class Fresh:
    """A catalog in memory: every piece is made now."""

    def __init__(self, catalog: Catalog) -> None:
        self.list = catalog.list
        self.sections = catalog.sections
        self.cards = [card(record) for record in catalog.records]
        self._records = catalog.by_slug

    def record(self, one: Card) -> Record:
        return self._records[one.slug]

    def piece(self, one: Card, show: str, level: int, told: tuple[str, ...] | None = None) -> Piece:
        return piece(self.record(one), show, level, told)
