"""Which texts are near-identical: light edits are found, whatever the script, the width or the dates.

Candidates agree in several smallest hashes of their shingles (one-permutation MinHash, Li, Owen and Zhang, 2012),
so that all pairs of a large catalog are compared in linear time; rapidfuzz then measures how much is the same.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from bot.identity import simplify
from bot.identity.names import DATE

BINS = 16  # smallest hashes kept per text: with a tenth of the characters changed, six or more stay
SHARED = 2  # of them in common before two texts are compared
CROWD = 80  # texts with one hash in common beyond which it is boilerplate and says nothing
SHORTEST = 12  # letters below which a text says too little to be compared
ALIKE = 75.0

_NOISE = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Only letters and digits, simplified and lower case; dates are left out.

    >>> plain("支援中英雙語（2023-07-03）。") == plain("支援中英双语")
    True
    """
    return _NOISE.sub("", DATE.sub(" ", simplify(text)))


def likeness(one: str, other: str) -> float:
    """How much of two plain texts is the same, 0 to 100."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only when texts are compared

    return fuzz.ratio(one, other)


def alike(texts: Sequence[str], least: float = ALIKE) -> Iterator[tuple[int, int, float]]:
    """Indexes of plain texts that are near-identical, smaller first, with their likeness. Memory is linear."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - as above

    buckets: dict[int, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        near: Counter[int] = Counter()
        for mark in _sketch(text):
            bucket = buckets[mark]
            if len(bucket) < CROWD:
                near.update(bucket)
                bucket.append(index)
        for other, shared in near.items():
            if shared >= SHARED and (score := fuzz.ratio(text, texts[other], score_cutoff=least)):
                yield other, index, score


def alike_to(text: str, others: Sequence[str], least: float = ALIKE) -> Iterator[tuple[int, float]]:
    """The indexes of `others` near-identical to one plain text, best first; for one text faster than `alike`."""
    if len(text) < SHORTEST:
        return
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - as above

    for _, score, index in process.extract(text, others, scorer=fuzz.ratio, score_cutoff=least, limit=20):
        yield index, score


def _sketch(text: str) -> list[int]:
    """The smallest hash of the text's shingles in each bin: three characters of Chinese, five of Latin script."""
    if len(text) < SHORTEST:
        return []
    width = 6 if len(text.encode(errors="replace")) > 1.6 * len(text) else 10
    data = text.encode("utf-16-le", "replace")
    least: dict[int, int] = {}
    for start in range(0, len(data) - width + 2, 2):
        mark = zlib.crc32(data[start : start + width])
        key = mark % BINS
        if mark < least.get(key, mark + 1):
            least[key] = mark
    return list(least.values())
