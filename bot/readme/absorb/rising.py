"""The longest rising part of a row of numbers: what kept its order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def rising(values: Sequence[int | None]) -> list[int]:
    """The places of as many values as can be such that each is more than the one before; None is in no row."""
    tails: list[int] = []
    ends: list[int] = []  # the values at `tails`
    before: dict[int, int] = {}
    for at, value in enumerate(values):
        if value is not None:
            place = bisect_left(ends, value)
            before[at] = tails[place - 1] if place else -1
            tails[place : place + 1] = [at]
            ends[place : place + 1] = [value]
    kept: list[int] = []
    at = tails[-1] if tails else -1
    while at >= 0:
        kept.append(at)
        at = before[at]
    return kept[::-1]
