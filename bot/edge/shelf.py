"""The catalog as the disk and the user's cache have it: a card of every record at hand, the whole of one on demand."""

from __future__ import annotations

from collections.abc import Sequence

from bot.catalog.model import Catalog, ListFile, Mistake, Record
from bot.edge.reading import Reading
from bot.render.piece import Piece, piece
from bot.sources.card import Card


class Shelf:
    """A `Book` with all `mistakes` in it; `cards` stand in display order.

    Nothing in it is ever changed, so that the piece a cache has of a file is that of its record.
    """

    def __init__(
        self, reading: Reading, list_file: ListFile, cards: Sequence[Card], mistakes: Sequence[Mistake]
    ) -> None:
        self.list = list_file
        self.sections = Catalog(list_file).sections
        self.cards = cards
        self.mistakes = mistakes
        self._reading = reading

    def record(self, one: Card) -> Record:
        return self._reading.record(one)

    def catalog(self) -> Catalog:
        return Catalog(self.list, tuple(map(self.record, self.cards)))

    def piece(self, one: Card, show: str, level: int) -> Piece:
        if one.kept:
            kept = Piece._make(one.kept)
            if kept.show == show and kept.level == level:
                return kept
        made = piece(self.record(one), show, level)
        if one.file not in self._reading.faulty:
            self._reading.cache.put_piece(one.file, made)
        return made

    def save(self) -> None:
        """Keep what this run has made for the next; failing to is no failure."""
        self._reading.cache.save()
