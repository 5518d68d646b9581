"""Which record each entry of the edited page is: the one it is word for word, or that it shares a link or name with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.catalog.model import Record, is_url
from bot.text.squeezed import squeezed

_TARGET = re.compile(r"\]([(\[][^()\[\]\s]*)")  # where a link leads, on this site or by a mark: `](x.md)`, `][1]`
_URL = re.compile(r"https?://[^\s()<>\[\]]+")
_WORDS = re.compile(r"\w")
_FEW = 3  # letters: an entry of no more says nothing of its own
_MUCH = 60  # of 100


@dataclass(frozen=True, slots=True)
class Chunk:
    """The text of one entry in the edited page, from line `start` on (0-based), and what it was read as."""

    section: str
    start: int
    end: int
    text: str
    read: Record


def matched(chunks: Sequence[Chunk], records: Iterable[Record], texts: Mapping[str, str]) -> list[str]:
    """For each chunk the slug of its record, empty for a new entry. `texts` are what the page showed of each record.

    Where both name and links are others, it is another project, though it stands in the same place.
    """
    left = {record.slug: record for record in records}
    owners = [""] * len(chunks)
    by_text: dict[str, list[str]] = defaultdict(list)
    for slug in left:
        by_text[texts[slug].strip()].append(slug)
    for at, chunk in enumerate(chunks):
        same = [slug for slug in by_text.get(chunk.text.strip(), ()) if slug in left]
        if same:
            owners[at] = min(same, key=lambda slug: left[slug].section != chunk.section)
            del left[owners[at]]
    pairs = [pair for at, chunk in enumerate(chunks) if not owners[at] for pair in _pairs(at, chunk, left, texts)]
    for _, at, slug in sorted(pairs):
        if not owners[at] and slug in left:
            owners[at] = slug
            del left[slug]
    return owners


def _pairs(
    at: int, chunk: Chunk, left: Mapping[str, Record], texts: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    """How far the chunk is from each record that it may be."""
    urls = {link.url for link in chunk.read.links if is_url(link.url)}
    for record in left.values():
        named = squeezed(record.name) == squeezed(chunk.read.name)
        own = {link.url for link in record.links}
        linkless = not urls and (record.body or not own) and _alike(chunk, record, texts[record.slug])
        if named or urls & own or linkless or _differs_by_url(chunk, texts[record.slug]):
            first = bool(urls & own) and record.links[0].url == chunk.read.links[0].url
            yield 4 - 2 * named - bool(urls & own) - first + (record.section != chunk.section), at, record.slug


def _alike(chunk: Chunk, record: Record, text: str) -> bool:
    """Whether an entry without an address of the web is the record: it says the same, or much the same of one page."""
    if chunk.section != record.section:
        return False
    if chunk.read.description.strip() == record.description.strip() != "":
        return True
    from rapidfuzz import fuzz  # noqa: PLC0415 - few entries have no link

    return _TARGET.findall(chunk.text) == _TARGET.findall(text) and fuzz.ratio(chunk.text, text) > _MUCH


def _differs_by_url(chunk: Chunk, text: str) -> bool:
    """Whether an entry that has no name but its address is the record: all else that is said is the same."""
    if not any(chunk.read.name in link.url for link in chunk.read.links):
        return False
    said = _URL.sub("", chunk.text).strip()
    return said == _URL.sub("", text).strip() and len(_WORDS.findall(said)) > _FEW
