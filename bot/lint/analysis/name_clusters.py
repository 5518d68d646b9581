"""Groups of entries that are one project by name, found without asking of every pair.

Two names that `kinship` takes for one share a spelling, their telling words or their base, or are a few letters apart;
so only such pairs are asked about, and of those only the ones that are not in one group yet.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import TypeVar

from bot.catalog.model import Record
from bot.names.compare import NEAR, SHORTEST, VARIANT, YEAR, marks, telling, title
from bot.names.normalise import name_key, simplify

FEW = 12  # records up to which asking of every pair is quicker
LONGER = (200 - NEAR) / NEAR  # times as long a name can be that is still NEAR another one

T = TypeVar("T")
NUMBER = re.compile(r"[\d.]+")
Same = Callable[[int, int], bool]


def clusters(records: Sequence[Record], same: Same) -> list[list[int]]:
    """The indexes of the records, those that are one by name (`same`, directly or by way of others) together."""
    root = list(range(len(records)))

    def top(at: int) -> int:
        while root[at] != at:
            root[at] = at = root[root[at]]
        return at

    def join(one: int, other: int) -> bool:
        """Whether the two are in one group, after asking if need be."""
        mine, yours = sorted((top(one), top(other)))
        if mine != yours and same(one, other):
            root[yours] = yours = mine
        return mine == yours

    _ask(records, join)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(records)):
        groups[top(at)].append(at)
    return list(groups.values())


def _ask(records: Sequence[Record], join: Same) -> None:
    if len(records) <= FEW:
        for one, other in combinations(range(len(records)), 2):
            join(one, other)
        return
    heads: dict[str, list[int]] = defaultdict(list)
    for at in _unlike(records, join):
        heads[title(records[at].name)].append(at)

    def join_all(one: str, other: str) -> bool:
        """Names that differ before their explanations do so whatever the explanations say."""
        one_name = join(heads[one][0], heads[other][0])
        if one_name:
            _through_first(heads[one], heads[other], join)
        return one_name

    for alike in _spellings(heads):
        _but_variants(records, alike, join)
    for names, aliased in _aliases(records, heads):
        _through_first(names, aliased, join)
    for block in _blocks(heads):
        _all_with_all(block, join_all)
    for name, like in _near(heads):
        join_all(name, like)


def _unlike(records: Sequence[Record], join: Same) -> list[int]:
    """One record for each set of names."""
    first: dict[Hashable, int] = {}
    return [
        at
        for at, record in enumerate(records)
        if (known := first.setdefault(record.names, at)) == at or not join(known, at)
    ]


def _spellings(heads: Mapping[str, list[int]]) -> Iterable[list[int]]:
    """Those with a spelling in common; the explanation after a name does not count."""
    found: dict[str, list[int]] = defaultdict(list)
    for head, members in heads.items():
        for form in name_key(head).forms or {head}:
            found[form] += members
    return found.values()


def _but_variants(records: Sequence[Record], block: Iterable[int], join: Same) -> None:
    """Not asking of names of one spelling that are alike but for their numbers: those are told apart by them."""
    bundles: dict[Hashable, dict[frozenset[str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for at in block:
        name = simplify(records[at].name)
        frame = NUMBER.sub("", name)
        variant = len(frame) >= max(SHORTEST, len(name) * VARIANT / 100)
        bundles[frame if variant else at][marks(records[at].name)].append(at)
    groups: list[list[int]] = []
    for bundle in bundles.values():
        fresh: list[list[int]] = []
        for members in bundle.values():
            _through_first(members, members, join)
            hit = [group for group in groups if any(join(member, other) for member in members for other in group)]
            if hit:
                hit[0].extend(members)
            else:
                fresh.append(members)
        groups += fresh


def _aliases(records: Sequence[Record], heads: Mapping[str, list[int]]) -> Iterator[tuple[list[int], list[int]]]:
    """Those with some spelling as their name, beside those with it as another name."""
    names: dict[str, list[int]] = defaultdict(list)
    aliased: dict[str, list[int]] = defaultdict(list)
    for members in heads.values():
        for at in members:
            for form in name_key(records[at].name).forms:
                names[form].append(at)
            for alias in records[at].names[1:]:
                for form in name_key(alias).forms:
                    aliased[form].append(at)
    yield from ((names[form], aliased[form]) for form in names.keys() & aliased.keys())


def _blocks(heads: Iterable[str]) -> Iterable[list[str]]:
    """Those with the same telling words, or the same base; numbers tell them apart, a year not always."""
    found: dict[Hashable, list[str]] = defaultdict(list)
    for head in heads:
        numbers = _numbers(head)
        found[telling(head), numbers].append(head)
        found[name_key(head).base, numbers].append(head)
    return found.values()


def _near(heads: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Those a few letters apart, whose numbers are equal."""
    spelt: dict[frozenset[str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for head in heads:
        spelt[_numbers(head)][name_key(head).full].append(head)
    for names in spelt.values():
        for one, other in near(names):
            yield from product(names[one], names[other])


def _numbers(head: str) -> frozenset[str]:
    return frozenset(mark for mark in marks(head) if not YEAR.fullmatch(mark))


def near(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of folded names that are a few letters apart; compared in C, and only with those about as long."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only for a page with many entries

    ordered = sorted(names, key=len)
    lengths = [len(name) for name in ordered]
    for at, name in enumerate(ordered):
        others = ordered[at + 1 : bisect_right(lengths, len(name) * LONGER)]
        for other, _, _ in process.extract(name, others, scorer=fuzz.ratio, score_cutoff=NEAR, limit=None):
            yield name, other


def _all_with_all(block: Iterable[T], join: Callable[[T, T], bool]) -> None:
    """Quick where most of them are one."""
    groups: list[list[T]] = []
    for at in block:
        mine: list[T] = [at]
        others: list[list[T]] = []
        for group in groups:
            if any(join(at, other) for other in group):
                mine += group
            else:
                others.append(group)
        groups = [*others, mine]


def _through_first(ones: Sequence[int], others: Sequence[int], join: Same) -> None:
    """For two sides of which every one is the same as every other."""
    for other in others:
        if other != ones[0]:
            join(ones[0], other)
    for one in ones:
        if one != others[0]:
            join(one, others[0])
