"""By what a reader can filter: the values of each entry, in the order in which they are offered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.catalog.model import Catalog
from bot.catalog.words import LANGUAGES, USES
from bot.site.shown import Entry
from bot.site.words import FACETS, SIZES, STATUSES

_SIZE = re.compile(r"(?:([0-9]+)x)?([0-9.]+)([MBT])")
_BILLIONS = {"M": 0.001, "B": 1.0, "T": 1000.0}
MOST_OFTEN = 2  # organisations with fewer entries are found by searching


@dataclass(frozen=True)
class Facet:
    """`values` are what is offered, with how many entries have each; `rows` are positions in it, entry by entry."""

    key: str
    label: str
    values: tuple[tuple[str, int], ...]
    rows: tuple[tuple[int, ...], ...]


def facets(catalog: Catalog, entries: Sequence[Entry]) -> tuple[Facet, ...]:
    """Those that tell entries apart: a list whose records say little has few."""
    made = (_facet(key, entries, _ORDERS[key](catalog)) for key in FACETS)
    return tuple(one for one in made if len(one.values) > 1)


def _facet(key: str, entries: Sequence[Entry], order: Iterable[str]) -> Facet:
    rows = [tuple(dict.fromkeys(filter(None, _VALUES[key](entry)))) for entry in entries]
    counts: dict[str, int] = {}
    for row in rows:
        for value in row:
            counts[value] = counts.get(value, 0) + 1
    known = {value: at for at, value in enumerate(order)}
    least = MOST_OFTEN if key == "organisation" and len(counts) > 50 else 1
    kept = [value for value, count in counts.items() if count >= least]
    ordered = sorted(kept, key=lambda value: (known.get(value, len(known)), -counts[value], value))
    if key == "year":
        ordered.sort(reverse=True)
    places = {value: at for at, value in enumerate(ordered)}
    return Facet(
        key,
        FACETS[key],
        tuple((value, counts[value]) for value in ordered),
        tuple(tuple(places[value] for value in row if value in places) for row in rows),
    )


def size_groups(sizes: Iterable[str]) -> tuple[str, ...]:
    """`8x7B` counts as 56."""
    found = []
    for size in sizes:
        if match := _SIZE.fullmatch(size):
            billions = int(match[1] or 1) * float(match[2]) * _BILLIONS[match[3]]
            found.append(next(word for below, word in SIZES if billions < below))
    return tuple(found)


_VALUES: Mapping[str, Callable[[Entry], Iterable[str]]] = {
    "section": lambda entry: entry.sections,
    "kind": lambda entry: [entry.kind],
    "use": lambda entry: [entry.use],
    "size": lambda entry: size_groups(entry.record.sizes),
    "base": lambda entry: [name for name, _ in entry.base],
    "language": lambda entry: entry.languages,
    "organisation": lambda entry: entry.record.organisations,
    "year": lambda entry: [entry.year],
    "status": lambda entry: [STATUSES[entry.record.status]],
}
_ORDERS: Mapping[str, Callable[[Catalog], Iterable[str]]] = {
    "section": lambda catalog: catalog.titles.values(),
    "kind": lambda catalog: catalog.list.kinds.values(),
    "use": lambda _: USES.values(),
    "size": lambda _: [word for _, word in SIZES],
    "base": lambda _: (),
    "language": lambda _: (LANGUAGES["zh"], LANGUAGES["en"]),
    "organisation": lambda _: (),
    "year": lambda _: (),
    "status": lambda _: STATUSES.values(),
}
