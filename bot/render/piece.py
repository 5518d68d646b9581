"""What a page shows of one record and no other record can change: it can be kept from one run to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bot.record import Record


class Piece(NamedTuple):
    """`text` is empty where other records show in it; `name` stands in the table of contents.

    `slugs` are the fragments of its headings, before those that come twice are told apart; the record's own first.
    """

    text: str
    name: str
    slugs: tuple[str, ...]


Remember = Callable[[Record, str, Callable[[], Piece]], Piece]  # the piece made before, or made now


def made_now(_: Record, __: str, make: Callable[[], Piece]) -> Piece:
    """A `Remember` that remembers nothing."""
    return make()
