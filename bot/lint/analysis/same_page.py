"""Records that lead to one page, and what they are to each other. Shared by several rules; a rule picks a verdict."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.catalog.model import Link, Record
from bot.lint.analysis.name_clusters import clusters
from bot.lint.context import LintContext
from bot.lint.finding import EntryRef, Place, place
from bot.markdown.visible import visible
from bot.names.compare import EDITIONS, GENERIC, Kinship, kinship, words
from bot.names.match_url import fit
from bot.names.normalise import same_name
from bot.names.similar_text import LONGEST, likeness, plain
from bot.names.whose_url import contrast
from bot.urls.normalise import LinkKey, link_key

HUBS = frozenset({"repository", "directory", "file", "model", "dataset", "space", "paper", "organisation"})
# Badges and licences stand beside many entries and for none.
BADGE = re.compile(r"(?i)\blicen[cs]e|^stars?$|\bbadge\b|\bicon\b")
LICENCE = re.compile(
    r"(?i)/licen[cs]es?\b|license:|shields\.io|tosdr\.org|//(?:[\w-]+\.)*badge\w*\.|/badges?(?:[/.]|$)|badge\.svg"
)
_WORD = re.compile(r"[^\W\d_]")
_PARTED = re.compile(r"[-–—:：|,，.。]\W*$")  # then the words before it name it
ADDRESS = re.compile(r"https?://[^\s<>()（）]+")


@dataclass(frozen=True)
class Entry:
    """A record with the link that stands for it, and its place in the list."""

    record: Record
    link: Link
    at: int

    @property
    def key(self) -> LinkKey:
        return link_key(self.link.url)

    @property
    def place(self) -> Place:
        """Where its link stands."""
        return place(self.record, "links", self.link.line)

    @property
    def ref(self) -> EntryRef:
        return EntryRef(self.record.name, self.place)


def refs(entries: Iterable[Entry]) -> tuple[EntryRef, ...]:
    return tuple(entry.ref for entry in entries)


def main_link(record: Record) -> Link | None:
    """The link that stands for the record: the one that carries its name, else the first that is no badge."""
    kept = [link for link in record.links if link_key(link.url).host and not _beside(link)]
    if len(kept) < 2:  # names are compared only where there is a choice: most records have one link
        return kept[0] if kept else None
    named = (link for link in kept if link.label and kinship(link.label, record.name) == "same")
    return next(named, kept[0] if kept else None)


def _beside(link: Link) -> bool:
    return bool(BADGE.search(link.label) or LICENCE.search(link.url))


def entries(records: Iterable[Record]) -> tuple[Entry, ...]:
    """The entries in order; withdrawn ones and those without a link have no page."""
    return tuple(
        Entry(record, link, at)
        for at, record in enumerate(records)
        if record.status == "active" and (link := main_link(record)) and not _aside(record, link)
    )


def _aside(record: Record, link: Link) -> bool:
    """Whether a line below an entry only mentions the link in a sentence: “Taught by [a teacher](…)”."""
    if not record.whole or record.file.endswith(".yml") or not link.label:
        return False
    before, found, _ = record.body.partition(f"[{link.label}](")
    return bool(found and _WORD.search(visible(before))) and not _PARTED.search(before)


def listed(ctx: LintContext) -> tuple[Entry, ...]:
    """The entries of the list in order, and a judged record that is not in it yet."""
    return ctx.once("entries", lambda ctx: entries(everything(ctx)))


def everything(ctx: LintContext) -> tuple[Record, ...]:
    """The catalog's records and the judged ones that it lacks; prose around the entries (no section) is neither."""
    known = ctx.catalog.by_slug
    return (*ctx.catalog.records, *(r for r in ctx.subjects if r.section and r.slug not in known))


def pages(ctx: LintContext) -> list[tuple[Entry, ...]]:
    """Groups of two or more entries with one page, at least one of them judged; in order of the list."""
    return ctx.once("pages", _pages)


def _pages(ctx: LintContext) -> list[tuple[Entry, ...]]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in listed(ctx):
        groups[entry.key.page].append(entry)
    judged = {record.slug for record in ctx.subjects}
    return [
        tuple(group)
        for group in groups.values()
        if len(group) > 1 and any(entry.record.slug in judged for entry in group)
    ]


def projects(ctx: LintContext) -> list[list[tuple[Entry, ...]]]:
    """Of every group of `pages`, the entries that are one project together."""
    return ctx.once("projects", lambda ctx: list(map(_projects, pages(ctx))))


def _projects(group: tuple[Entry, ...]) -> list[tuple[Entry, ...]]:
    """Where a page holds several things, or they stand side by side, only their names tell."""
    told_apart = len(group) > 2 or beside(group[0], group[1], 1)
    same = one_name if told_apart else duplicates

    def one_project(one: int, other: int) -> bool:
        mine, yours = group[one], group[other]
        return same(mine, yours) and not _below(mine.record, yours.record)

    found = clusters([entry.record for entry in group], one_project)
    return [tuple(group[at] for at in members) for members in found]


def _below(one: Record, other: Record) -> bool:
    """Whether one is a part with another name: a course and its “Lecture Notes” may well share a page."""
    below = one.whole == other.slug or other.whole == one.slug
    return below and kinship(one.name, other.name) != "same"


def beside(one: Entry, other: Entry, most: int) -> bool:
    """Whether two entries stand near one another in one page; a catalog's order tells nothing."""
    return one.record.file == other.record.file and abs(one.at - other.at) <= most


def one_name(one: Entry, other: Entry) -> bool:
    """Whether the names of two entries are one. Neighbours, or many on a page, are told apart on purpose."""
    mine, yours = one.record, other.record
    if kinship(called(one), called(other)) in ("same", "near"):
        return True
    if any(_only_an_address(entry) for entry in (one, other)):
        return True  # it has no name that could be another one
    # Two aliases in common are a series or a maker; an alias that is the other's name is the project.
    return any(same_name(mine.name, a) for a in yours.names[1:]) or any(
        same_name(a, yours.name) for a in mine.names[1:]
    )


def _only_an_address(entry: Entry) -> bool:
    """Whether the link shows its address, from which the entry was named."""
    return bool(ADDRESS.fullmatch(entry.link.label)) and entry.record.name.lower() in entry.link.url.lower()


def called(entry: Entry) -> str:
    """The entry's name, or what its link says where that is only a word of what it is: `Chinese: [SnowNLP](…)`."""
    label = entry.link.label
    telling = words(entry.record.name) - GENERIC - EDITIONS
    return label if label and not telling and words(label) - GENERIC - EDITIONS else entry.record.name


def duplicates(one: Entry, other: Entry) -> bool:
    if one_name(one, other):
        return True
    kin: Kinship = kinship(one.record.name, other.record.name)
    if kin == "variant":
        return False
    if text_likeness(one.record, other.record) >= 80:
        return True
    if one.record.whole and one.record.whole == other.record.whole:
        return False
    together = one.record.section == other.record.section
    if one.key.kind in HUBS:
        alias = kin == "strangers" and together and one.key.kind == "repository"
        return alias or (kin == "part" and _is_owner_prefix(one, other))
    if kin == "siblings" and not together and _is_of_one(one, other):
        return False
    if min(fit(one.record.name, one.link.url), fit(other.record.name, other.link.url)) >= 0.85:
        return True
    return not _root(one.key) or (kin == "strangers" and together)


def _is_of_one(one: Entry, other: Entry) -> bool:
    """Whether the address says what one of the names says beyond the other: of two products of a company, that one."""
    told = (contrast(a.record.name, b.record.name, a.link.url) for a, b in ((one, other), (other, one)))
    return any(each.theirs >= 0.5 and not each.own for each in told)


def _is_owner_prefix(one: Entry, other: Entry) -> bool:
    """`owner/name` beside `name`."""
    short, long = sorted((one.record.name, other.record.name), key=len)
    return long.lower().endswith(f"/{short.lower()}")


def _root(key: LinkKey) -> bool:
    return "/" not in key.page and "?" not in key.page and "#" not in key.page


def text_likeness(one: Record, other: Record) -> float:
    """How alike two descriptions are, 0 to 100; 0 where one says too little."""
    mine, yours = (_plain(r.description or ADDRESS.sub(" ", r.body).replace(r.name, " ")) for r in (one, other))
    return likeness(mine, yours) if min(len(mine), len(yours)) >= 16 else 0.0


@lru_cache(maxsize=1 << 12)
def _plain(text: str) -> str:
    return plain(text[:LONGEST])
