"""A record as the index keeps it: its traits as numbers."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from bot.catalog.model import Record
from bot.lint.traits import traits
from bot.names.similar_text import plain, sketch

Row = tuple[int, int, int]  # a word, the record it is of, how many times


@dataclass(frozen=True, slots=True)
class Known:
    """What is kept of a record: traits with their words as numbers, and what it says with each sentence's number."""

    page: int | None
    dated: bool
    words: array[int]
    said: tuple[tuple[int, str], ...]

    def rows(self, at: int) -> Iterator[Row]:
        said = Counter(word for word, _ in self.said)
        return ((word, at, said.get(word, 1)) for word in self.words)


def number(word: str) -> int:
    """A word as the database knows it; two words hardly ever share one, and then a record more is looked at."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)


def said(sentence: str) -> int:
    return number(f"said {sentence}")


def known_of(record: Record) -> Known:
    found = traits(record)
    told = tuple((said(part), part) for part in found.said)
    words = {*map(number, found.words), *(word for word, _ in told)}
    return Known(number(found.page) if found.page else None, found.dated, array("q", words), told)


def marks_of(parts: Iterable[str]) -> array[int]:
    """As words: from -1 to -2^32, where hardly any of the others is."""
    return array("q", (~mark for mark in sketch(plain("\n".join(parts)))))
