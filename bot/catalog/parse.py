"""The bytes of a record's file → the record, and every mistake in it."""

from __future__ import annotations

from bot.catalog.model import Mistake, Record
from bot.catalog.value_syntax import SLUG
from bot.sources.card import standing
from bot.sources.record_plain import read_record_plain


def read_record(data: bytes, file: str) -> tuple[Record | None, list[Mistake]]:
    """One record; its slug and section are taken from its path."""
    section, slug = standing(file)
    if SLUG.fullmatch(slug) and (plain := read_record_plain(data, section, slug, file)):
        return plain, []
    from bot.catalog.parse_tree import record_by_tree  # noqa: PLC0415 - nearly every file is a plain one

    return record_by_tree(data, file, section, slug)
