"""What a record may have in common with others, as words: an index finds by them all that a rule would compare it with.

Each word begins with what it tells: `page`, `within`, `name`, `project`, `owner` and `title` are what the rules
put records together by; `slug`, `called`, `label` and the kinds of relations are looked up one way only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.catalog.model import Record
from bot.lint.analysis.copied_links import MANY
from bot.lint.analysis.double_entries import CROWD, folded, spellings
from bot.lint.analysis.related_entries import FAMILY
from bot.lint.analysis.same_page import Entry, is_dated, main_link
from bot.lint.analysis.similar_descriptions import sentences
from bot.names.normalise import name_key
from bot.rules.dup007_same_owner import owner
from bot.rules.slg001_unstable_slug import latin
from bot.urls.normalise import link_key

ALL = 0


def entry_of(record: Record) -> Entry | None:
    """The record as an entry with a page; None for one withdrawn or without a link."""
    link = main_link(record) if record.status == "active" else None
    return Entry(record, link, 0) if link else None


def title(record: Record) -> str:
    return f"title {record.kind} {folded(record.name)}"


def compared(record: Record, entry: Entry | None) -> Mapping[str, int]:
    """Word → of how many records with it a rule must know; beyond that many they are a crowd, and none are compared."""
    found = {f"page {link_key(link.url).page}": MANY + 1 for link in record.links}
    found |= {f"within {link_key(link.url).project}": 2 for link in record.links}  # whether it is the only one
    if entry:
        key = entry.key
        found[f"page {key.page}"] = ALL
        found |= {f"name {form}": CROWD + 1 for form in spellings(record.name)}
        found[f"project {key.project}"] = max(CROWD + 1, FAMILY)
        if account := owner(entry):
            found[f"owner {account}"] = FAMILY
    if record.status == "active":
        found[title(record)] = ALL
    return found


@dataclass(frozen=True, slots=True)
class Traits:
    """`page` of an entry, as a word, empty for other records; `dated` whether its text tells a day.

    `words` it is found by, and `said` are the sentences of its text.
    """

    page: str
    dated: bool
    words: frozenset[str]
    said: tuple[str, ...]


def traits(record: Record) -> Traits:
    entry = entry_of(record)
    found = {*compared(record, entry), f"slug {latin(record.name)}"}
    for name in (record.name, *record.aliases):
        found |= {f"called {form}" for form in name_key(name).forms or {name}}
    found |= {pointing(relation.type, relation.record) for relation in record.relations}
    found |= {f"label {link.label}" for link in record.links if link.label}
    page = f"page {entry.key.page}" if entry else ""
    return Traits(page, is_dated(record), frozenset(found), tuple(sentences(record)) if entry else ())


def pointing(relation: str, slug: str) -> str:
    """The word of the records that have this relation to the record of that slug."""
    return f"{relation} {slug}"
