"""Two entries of one project become one: what the one that goes has, and the other has not, goes over to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from bot.catalog.model import Catalog, License, Record, Relation
from bot.catalog.words import words_of
from bot.submissions.kept_text import followed
from bot.submissions.read_answers import distinct
from bot.text.squeezed import squeezed

LISTS = ("organisations", "sizes", "base", "languages")
FACTS = ("released", "context", "data", "use", "hardware")


@dataclass(frozen=True, slots=True)
class Merge:
    """`kept` becomes `after`, `gone` is taken away; `others` are the records that named it, naming `kept` now."""

    kept: Record
    after: Record
    gone: Record
    others: tuple[Record, ...] = ()


def merge(kept: Record, gone: Record, catalog: Catalog) -> Merge:
    after = replace(
        kept,
        aliases=(*kept.aliases, *_unknown(kept, (gone.name, *gone.aliases))),
        includes=(*kept.includes, *_unknown(kept, gone.includes)),
        search_names=(*kept.search_names, *_unknown(kept, gone.search_names)),
        added=min((day for day in (kept.added, gone.added) if day), default=None),
        updated=max((day for day in (kept.updated, gone.updated) if day), default=None),
        links=distinct([*kept.links, *gone.links]),
        relations=tuple(_relations(kept, gone)),
        license=License(*(_filled(kept.license, gone.license))),
        **{name: getattr(kept, name) or getattr(gone, name) for name in (*LISTS, *FACTS)},
    )
    return Merge(kept, followed(kept, after, words_of(catalog.list)), gone, repointed(catalog, gone.slug, kept.slug))


def repointed(catalog: Catalog, old: str, new: str) -> tuple[Record, ...]:
    """The records that name `old`, naming `new` instead; without that one itself."""
    found = [(record, _instead(record, old, new)) for record in catalog.records if record.slug not in {old, new}]
    return tuple(after for before, after in found if after is not before)


def _instead(record: Record, old: str, new: str) -> Record:
    if old not in record.base and not any(relation.record == old for relation in record.relations):
        return record
    relations = (replace(relation, record=new) if relation.record == old else relation for relation in record.relations)
    base = (new if one == old else one for one in record.base)
    return replace(record, relations=tuple(dict.fromkeys(relations)), base=tuple(dict.fromkeys(base)))


def _unknown(kept: Record, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those that the entry does not have yet, whatever their case and blanks."""
    new: dict[str, str] = {}
    for name in names:
        new.setdefault(squeezed(name), name)
    known = set(map(squeezed, kept.names))
    return tuple(name for bare, name in new.items() if bare not in known)


def _relations(kept: Record, gone: Record) -> Iterator[Relation]:
    """Of both, without those between the two."""
    pair = {kept.slug, gone.slug}
    yield from dict.fromkeys(relation for relation in (*kept.relations, *gone.relations) if relation.record not in pair)


def _filled(mine: License, yours: License) -> Iterator[Any]:
    for field in fields(License):
        yield getattr(mine, field.name) or getattr(yours, field.name)
