"""Numbers for the records of a section such that they are shown in a given order, changing as few as can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.catalog.model import Record
from bot.catalog.placing import in_section
from bot.readme.absorb.rising import rising

STEP = 10


def ordered(records: Sequence[Record]) -> list[Record]:
    """The same records, in the same order, with numbers that put them so."""
    if _stands(records):
        return list(records)
    numbered = _interpolated(_rising(records))
    if numbered and _stands(numbered):
        return numbered
    return [replace(record, order=place * STEP) for place, record in enumerate(records, 1)]


def _rising(records: Sequence[Record]) -> list[Record]:
    """The records without the numbers of those that moved: as few as can be."""
    kept = set(rising([record.order for record in records]))
    return [record if at in kept else replace(record, order=None) for at, record in enumerate(records)]


def _stands(records: Sequence[Record]) -> bool:
    return in_section(records) == list(records)


def _interpolated(records: Sequence[Record]) -> list[Record] | None:
    """Numbers for those without one, between those of their neighbours; None where there is no room."""
    known = [record.order for record in records if record.order is not None]
    if not known or known != sorted(set(known)):
        return None
    result: list[Record] = []
    for at, record in enumerate(records):
        if record.order is not None:
            result.append(record)
            continue
        below = (result[-1].order or 0) if result else 0
        above = next((other.order for other in records[at:] if other.order is not None), None)
        number = below + STEP if above is None else (below + above) // 2
        if number <= below:
            return None
        result.append(replace(record, order=number))
    return result
