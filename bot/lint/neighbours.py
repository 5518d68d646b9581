"""All that a full check would say of one record, from that record and the few of a long list that bear on it.

Some things are told of the list as a whole and cannot be seen in a few records: sections that repeat one another,
sentences of a template. The index knows them, and rules find them in `LintContext.memo`, with their own. A rule
that counts anything over the whole list needs a place in `_told`; tests/edge/test_index.py tells when it has none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.catalog.model import Catalog, ListFile, Mistake, Record
from bot.lint.analysis.copied_links import COMMON
from bot.lint.analysis.same_page import Entry, listed, repeated, titled_news
from bot.lint.analysis.similar_descriptions import LEAST, Near, own, sentences
from bot.lint.context import LintContext
from bot.lint.traits import compared, entry_of, pointing, title
from bot.names.similar_text import SHARED, plain, sketch
from bot.rules.dup009_name_in_use import NAMESAKES, forms
from bot.rules.rec004_broken_relation import LOOKED_AT, onward

Found = Mapping[int, Record]  # by their places in the order of the list


class Index(Protocol):
    """The records of a sound catalog, found by their traits."""

    list_file: ListFile

    def named(self, slug: str) -> Found: ...

    def find(self, word: str, most: int = 0) -> Found:
        """Records with that word, any `most` of them where it is not 0."""

    def is_common(self, sentence: str) -> bool:
        """Whether the sentence occurs FAMILY times."""

    def bucket(self, mark: int) -> Sequence[int]:
        """The places of the first records, a CROWD at most, in the sketch of whose text the mark is."""

    def taken_from(self, places: Iterable[int]) -> Found: ...

    def pages(self, sections: Iterable[str]) -> Iterable[tuple[Hashable, str]]:
        """The page of every entry in these sections, with its section."""

    def retold(self, section: str) -> tuple[int, int]:
        """How many entries a section has, and how many are dated or have a page that stands in another one too."""

    def shared(self, one: str, other: str) -> Found:
        """The records with a link to any page that both sections have an entry of."""

    def sizes(self, sections: Iterable[str]) -> Mapping[str, int]:
        """How many records each section has."""


def evidence(
    record: Record, index: Index, today: date, *, alone: bool = False, mistakes: tuple[Mistake, ...] = ()
) -> LintContext:
    """What rules must see to say all there is to say of a record in the index; `alone` it asks to be let in."""
    found = {**index.named(record.slug), **index.find(f"slug {record.slug}"), **_circles(record, index)}
    for seed in _seeds(record, index):
        for word, most in compared(seed, entry_of(seed)).items():
            found |= index.find(word, most)
    if alone:
        found |= _namesakes(record, index)
    alike = _alike(record, index)
    for pair in alike:
        found |= pair.records
    if not alone:
        found |= _repeated(found.values(), [record, *_seeds(record, index)], index)
    catalog = Catalog(index.list_file, tuple(found[at] for at in sorted(found)))
    ctx = LintContext(catalog, (record,) if alone else catalog.records, mistakes, today, new=alone)
    ctx.memo.update(_told(ctx, index))
    entries = {entry.record.slug: entry for entry in listed(ctx)}
    ctx.memo["near texts"] = [_near(pair, entries) for pair in alike]
    return ctx


def _told(ctx: LintContext, index: Index) -> Mapping[str, object]:
    """What rules ask of the list as a whole, as far as these records need it."""
    sections = {record.section for record in ctx.catalog.records}
    labels = {link.label for record in ctx.catalog.records for link in record.links if link.label}
    return {
        "repeated": _repeating(sections, index),
        "news": frozenset(path for path in titled_news(ctx.catalog) & sections if _is_news(*index.retold(path))),
        "common labels": frozenset(label for label in labels if _is_common(label, index)),
    }


def _repeating(sections: Iterable[str], index: Index) -> frozenset[frozenset[str]]:
    paths = sorted(sections)
    if len(paths) < 2:
        return frozenset()
    return repeated(index.pages(paths), index.sizes(paths), Catalog(index.list_file).titles)


def _is_news(entries: int, retold: int) -> bool:
    return retold * 2 >= entries


def _is_common(label: str, index: Index) -> bool:
    """Whether so many pages are linked with that text; more and more of them are looked at until there are."""
    most = 2 * COMMON
    while True:
        found = index.find(f"label {label}", most)
        urls = {link.url for record in found.values() for link in record.links if link.label == label}
        if len(urls) >= COMMON or len(found) < most:
            return len(urls) >= COMMON
        most *= 4


def _repeated(records: Iterable[Record], seeds: Iterable[Record], index: Index) -> Found:
    """Where sections repeat each other, one finding names all that they share: those are looked at too."""
    sections: dict[str, set[str]] = defaultdict(set)
    for one in records:
        if entry := entry_of(one):
            sections[entry.key.page].add(one.section)
    found: dict[int, Record] = {}
    for entry in filter(None, map(entry_of, seeds)):
        for pair in _repeating(sections[entry.key.page], index):
            found |= index.shared(*pair)
    return found


def _seeds(record: Record, index: Index) -> Iterator[Record]:
    """The record, and the first of its name: what is said of a name depends on what else is said of that one."""
    yield record
    namesakes = index.find(title(record)) if record.status == "active" else {}
    if namesakes and (first := namesakes[min(namesakes)]).slug != record.slug:
        yield first


def _namesakes(record: Record, index: Index) -> Found:
    """Those of one name with it, in any spelling, or with one of its other names."""
    found: dict[int, Record] = {}
    for form in forms(record):
        found |= index.find(f"called {form}", NAMESAKES + 2)  # one may be the record itself
    return found


def _circles(record: Record, index: Index) -> Found:
    """Where relations lead from the record back to it: those on the way, and all that lead there."""
    found: dict[int, Record] = {}
    for relation in LOOKED_AT:
        way: dict[int, Record] = {}
        step, on = onward(record, relation), index.named(record.slug)
        while step and on and not on.keys() & way.keys():
            way |= on
            on = index.named(step.record)
            step = next((onward(one, relation) for one in on.values()), None)
        if any(one.slug == record.slug for one in on.values()) and way:
            found |= _upstream(way, relation, index)
    return found


def _upstream(way: Found, relation: str, index: Index) -> Found:
    found, waiting = dict(way), list(way.values())
    while waiting:
        new = {at: one for at, one in index.find(pointing(relation, waiting.pop().slug)).items() if at not in found}
        found |= new
        waiting += new.values()
    return found


@dataclass(frozen=True)
class Alike:
    """Two records, by place, whose own sentences (`said`) are near-identical."""

    records: Found
    said: Mapping[int, str]
    likeness: float


def _alike(record: Record, index: Index) -> list[Alike]:
    """The pairs of the record; where there is just one, those of the other too: a third makes it a family."""
    found = _pairs(record, index)
    if len(found) == 1:
        other = next(one for one in found[0].records.values() if one.slug != record.slug)
        found += [pair for pair in _pairs(other, index) if pair.records.keys() != found[0].records.keys()]
    return found


def _near(pair: Alike, entries: Mapping[str, Entry]) -> Near:
    one, other = sorted(pair.records)
    both = entries[pair.records[one].slug], entries[pair.records[other].slug]
    return Near(*both, (pair.said[one], pair.said[other]), pair.likeness)


def _pairs(record: Record, index: Index) -> list[Alike]:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only where texts are compared

    at = next(iter(index.named(record.slug)))
    text = own_text(record, index)
    often: Counter[int] = Counter()
    for mark in sketch(plain(text)) if entry_of(record) else ():
        bucket = index.bucket(mark)
        often.update(bucket if at in bucket else ())
    found = []
    for other, theirs in index.taken_from(sorted(one for one, times in often.items() if times >= SHARED)).items():
        said = own_text(theirs, index)
        if other != at and (score := fuzz.ratio(plain(text), plain(said), score_cutoff=LEAST)):
            found.append(Alike({at: record, other: theirs}, {at: text, other: said}, score))
    return found


def own_text(record: Record, index: Index) -> str:
    """What a record's description says that no template says."""
    parts = sentences(record)
    return own(parts, {part for part in parts if index.is_common(part)})
