"""The order of a section's records: as they are numbered; the others at the end, or where the alphabet has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from bot.catalog.model import Record, display_order

_ENOUGH = 5  # names: of fewer, one in six rows or so is in order by chance
_SLIPS = 10  # so many names may have one out of its place
_LEAD = re.compile(r"^\W+")


def in_section(records: Iterable[Record]) -> list[Record]:
    """Those without an `order` come last, unless the names of the others are in alphabetical order."""
    rows = sorted(records, key=display_order)
    ordered = sum(record.order is not None for record in rows)
    if ordered == len(rows) or ordered < _ENOUGH:
        return rows
    slugs = {record.slug for record in rows}
    tops = [record for record in rows[:ordered] if record.whole not in slugs]
    key = _alphabet([record.name for record in tops])
    if key is None:
        return rows
    parts = [record for record in rows if record.whole in slugs]
    keys = [key(record.name) for record in tops]
    for record in rows[ordered:]:
        if record.whole not in slugs:
            own = key(record.name)
            at = _place(own, keys)
            tops.insert(at, record)
            keys.insert(at, own)
    return [*tops, *parts]


def _alphabet(names: Sequence[str]) -> Callable[[str], bytes] | None:
    """How the names are in order; None where they are in none."""
    for key in (_latin, _chinese):
        keys = [key(name) for name in names]
        slips = sum(one > other for one, other in pairwise(keys))
        if len(set(keys)) >= _ENOUGH and slips <= len(keys) // _SLIPS:
            return key
    return None


def _latin(name: str) -> bytes:
    return _LEAD.sub("", name).casefold().encode()


def _chinese(name: str) -> bytes:
    """By pinyin: so the common characters stand in GB 2312, and behind Latin letters."""
    return _LEAD.sub("", name).casefold().encode("gb18030", "replace")


def _place(key: bytes, keys: Sequence[bytes]) -> int:
    """Where the fewest names are on the wrong side of it."""
    wrong = sum(one < key for one in keys)
    best, place = wrong, 0
    for at, one in enumerate(keys, 1):
        wrong += 1 if one > key else -1 if one < key else 0
        if wrong <= best:
            best, place = wrong, at
    return place
