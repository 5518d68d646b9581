"""Which texts are near-identical: light edits are found, whatever the script, the width or the dates.

Candidates agree in several of the smallest hashes of their shingles (bottom-k sketches, Broder, 1997), so that all
pairs of a large catalog are compared in linear time; rapidfuzz then measures how much is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from zlib import crc32

from bot.names.normalise import DATE, simplify

KEPT = 12  # smallest hashes kept per text: with a tenth of the characters changed, five or more stay
SHARED = 2  # of them in common before two texts are compared
CROWD = 24  # texts with one hash in common beyond which it is boilerplate and says nothing
SHORTEST = 12  # letters below which a text says too little to be compared
LONGEST = 10_000  # letters of a text that are compared: twice as many take four times as long
ALIKE = 75.0

_NOISE = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Only letters and digits, simplified and lower case; dates are left out.

    >>> plain("支援中英雙語（2023-07-03）。") == plain("支援中英双语")
    True
    """
    if "20" in text or "19" in text:
        text = DATE.sub(" ", text)
    letters = simplify(_NOISE.sub("", text))  # without full-width marks there is little left to normalise
    return letters if letters.isalnum() else _NOISE.sub("", letters)


def likeness(one: str, other: str) -> float:
    """How much of two plain texts is the same, 0 to 100."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only when texts are compared

    return fuzz.ratio(one, other)


def alike(texts: Sequence[str], least: float = ALIKE) -> Iterator[tuple[int, int, float]]:
    """Indexes of plain texts that are near-identical, smaller first, with their likeness. Memory is linear."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - as above

    buckets: dict[int, list[int]] = {}
    for index, text in enumerate(texts):
        near: list[int] = []
        for mark in sketch(text):
            if (bucket := buckets.get(mark)) is None:
                buckets[mark] = [index]
            elif len(bucket) < CROWD:
                near += bucket
                bucket.append(index)
        if len(near) >= SHARED:
            for other in _often(near):
                if score := fuzz.ratio(text, texts[other], score_cutoff=least):
                    yield other, index, score


def _often(near: list[int]) -> list[int]:
    """What occurs at least SHARED times, in order."""
    near.sort()
    return sorted({one for one, later in zip(near, near[SHARED - 1 :], strict=False) if one == later})


def sketch(text: str) -> list[int]:
    """The smallest hashes of the text's shingles: three characters of Chinese, five of Latin script."""
    if len(text) < SHORTEST:
        return []
    width = 6 if len(text.encode(errors="replace")) > 1.6 * len(text) else 10
    data = text.encode("utf-16-le", "replace")
    return sorted({crc32(data[at : at + width]) for at in range(0, len(data) - width + 2, 2)})[:KEPT]
