"""What the list as a whole asks of one record: its place, its date, what it is related to.

Enough to put all records in order, to find what no single file can tell, and to lay out the page, with no need to
have read the rest of them. Made of what marshal can hold, so that a cache gives it back as it is.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from bot.catalog.model import Record, RelationType

_LAST = "9999-12-31"  # after every date, as in `display_order`

Tie = tuple[RelationType, str, int, int]  # the fields of a Relation


class Card(NamedTuple):
    """`place` sorts as `display_order` does; `added` is an ISO date or empty; `line` is that of `relations`.

    `kept` is whatever else a cache has of the record, for those who put it there.
    """

    file: str
    section: str
    slug: str
    name: str
    place: tuple[bool, int, str, str]
    added: str
    withdrawn: bool
    has_body: bool
    ties: tuple[Tie, ...]
    line: int
    kept: tuple[Any, ...] | None = None

    @property
    def whole(self) -> str:
        """The slug this record is part of, or an empty string."""
        return next((slug for kind, slug, *_ in self.ties if kind == "part-of"), "")


def card(record: Record) -> Card:
    added = record.added.isoformat() if record.added else ""
    return Card(
        record.file,
        record.section,
        record.slug,
        record.name,
        (record.order is None, record.order or 0, added or _LAST, record.slug),
        added,
        record.status == "withdrawn",
        bool(record.body),
        tuple([(one.type, one.record, one.line, one.column) for one in record.relations]) if record.relations else (),
        record.line("relations") if record.relations else 1,
    )


def standing(file: str) -> tuple[str, str]:
    """Section and slug, which the path of a record's file tells."""
    section, _, name = file.removeprefix("catalog/").rpartition("/")
    return section, name.removesuffix(".yml")


def bare(file: str) -> Card:
    """All that is known of a record from the path of its file."""
    section, slug = standing(file)
    return Card(file, section, slug, "", (True, 0, _LAST, slug), "", False, False, (), 1)
