"""Records of a page that stand within others."""

from __future__ import annotations

from bot.catalog.model import Catalog, Record


def lies_within(record: Record, catalog: Catalog) -> bool:
    """Whether a record read from a page stands on lines of the record that it is part of."""
    whole = catalog.by_slug.get(record.target("part-of")) if record.relations else None
    return whole is not None and whole.line() <= record.line() and record.line("end") <= whole.line("end")
