"""Records that lead to one page, and what they are to each other. Shared by several rules; a rule picks a verdict."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from bot.catalog.model import Catalog, Link, Record
from bot.lint.analysis.name_clusters import clusters
from bot.lint.context import LintContext
from bot.lint.finding import EntryRef, Place, place
from bot.names.compare import Kinship, kinship
from bot.names.match_url import fit
from bot.names.normalise import same_name
from bot.names.similar_text import LONGEST, likeness, plain
from bot.urls.normalise import LinkKey, link_key

# Sections that name again what stands elsewhere.
NEWS = re.compile(
    r"(?i)\bnews\b|\bupdates?\b|change ?log|what'?s new|动态|更新|新闻|公告|日志|目录|contents|索引|^index$"
)
DATED = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d|\b\d{1,2}[-/.月]\s?\d{1,2}\b")
HUBS = frozenset({"repository", "directory", "file", "model", "dataset", "space", "paper", "organisation"})
# Badges and licences stand beside many entries and for none.
BADGE = re.compile(r"(?i)\blicen[cs]e|^stars?$|\bbadge\b|\bicon\b")
LICENCE = re.compile(r"(?i)/licen[cs]es?\b|license:|shields\.io|tosdr\.org|badge")
ADDRESS = re.compile(r"https?://[^\s<>()（）]+")
EVERYWHERE = 50  # sections of one page: what stands in so many tells of no two of them
REPEATED = 6  # entries two sections share before one is seen as a summary of the other


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
        if record.status == "active" and (link := main_link(record))
    )


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


def once(found: tuple[Entry, ...], ctx: LintContext) -> tuple[Entry, ...]:
    """Without the entries that the list repeats by design."""
    kept: list[Entry] = []
    first: dict[str, Entry] = {}  # of each section: sections are all that tells
    for entry in found:
        path = entry.record.section
        if path in first or not any(on_purpose(entry, other, ctx) for other in first.values()):
            kept.append(entry)
            first.setdefault(path, entry)
    return tuple(kept)


def on_purpose(one: Entry, other: Entry, ctx: LintContext) -> bool:
    """Whether the list shows the page twice by design: as news, or in a summary of another section."""
    paths = frozenset({one.record.section, other.record.section})
    if len(paths) == 1:
        return False
    news = ctx.once("news", _news)
    return any(path in news for path in paths) or paths in ctx.once("repeated", repeated_sections)


def summed_up(kept: tuple[Entry, ...], entry: Entry, ctx: LintContext) -> Entry | None:
    """The entry that this one shows again, in a section that goes through the other's entries; None where none is."""
    repeated = ctx.once("repeated", repeated_sections)
    return next((one for one in kept if frozenset({one.record.section, entry.record.section}) in repeated), None)


def _news(ctx: LintContext) -> frozenset[str]:
    """The sections that tell what is new or where it stands: most there is dated, or stands elsewhere too."""
    titled = titled_news(ctx.catalog)
    if not titled:
        return frozenset()
    own: dict[str, list[Entry]] = defaultdict(list)
    sections: dict[str, set[str]] = defaultdict(set)
    for entry in listed(ctx):
        own[entry.record.section].append(entry)
        sections[entry.key.page].add(entry.record.section)
    return frozenset(path for path in titled if sum(_retold(e, sections) for e in own[path]) * 2 >= len(own[path]))


def titled_news(catalog: Catalog) -> set[str]:
    return {path for path, title in catalog.titles.items() if NEWS.search(title)}


def _retold(entry: Entry, sections: Mapping[str, set[str]]) -> bool:
    return len(sections[entry.key.page]) > 1 or is_dated(entry.record)


def is_dated(record: Record) -> bool:
    return bool(DATED.search(record.body or record.description))


def repeated_sections(ctx: LintContext) -> frozenset[frozenset[str]]:
    """Pairs of sections of which one goes through the entries of the other again, under another title."""
    sizes = {path: len(records) for path, records in ctx.catalog.by_section.items()}
    return repeated(((entry.key.page, entry.record.section) for entry in listed(ctx)), sizes, ctx.catalog.titles)


def repeated(
    standing: Iterable[tuple[Hashable, str]], sizes: Mapping[str, int], titles: Mapping[str, str]
) -> frozenset[frozenset[str]]:
    """Of these pages, each with a section that an entry of it stands in; `sizes` are the records of each section."""
    by_page: dict[Hashable, list[str]] = defaultdict(list)
    for page, path in standing:
        by_page[page].append(path)
    told = (places for paths in by_page.values() if len(places := dict.fromkeys(paths)) <= EVERYWHERE)
    shared = Counter(frozenset(pair) for places in told for pair in combinations(places, 2))
    return frozenset(
        pair
        for pair, times in shared.items()
        if times >= max(REPEATED, 0.8 * min(sizes[path] for path in pair))
        and len({titles.get(path) for path in pair}) > 1
    )


def projects(ctx: LintContext) -> list[list[tuple[Entry, ...]]]:
    """Of every group of `pages`, the entries that are one project together."""
    return ctx.once("projects", lambda ctx: list(map(_projects, pages(ctx))))


def _projects(group: tuple[Entry, ...]) -> list[tuple[Entry, ...]]:
    """Where a page holds several things, or they stand side by side, only their names tell."""
    told_apart = len(group) > 2 or beside(group[0], group[1], 1)
    same = one_name if told_apart else duplicates
    found = clusters([entry.record for entry in group], lambda one, other: same(group[one], group[other]))
    return [tuple(group[at] for at in members) for members in found]


def beside(one: Entry, other: Entry, most: int) -> bool:
    """Whether two entries stand near one another in one page; a catalog's order tells nothing."""
    return one.record.file == other.record.file and abs(one.at - other.at) <= most


def one_name(one: Entry, other: Entry) -> bool:
    """Whether the names of two entries are one. Neighbours, or many on a page, are told apart on purpose."""
    mine, yours = one.record, other.record
    if kinship(mine.name, yours.name) in ("same", "near"):
        return True
    # Two aliases in common are a series or a maker; an alias that is the other's name is the project.
    return any(same_name(mine.name, a) for a in yours.names[1:]) or any(
        same_name(a, yours.name) for a in mine.names[1:]
    )


def duplicates(one: Entry, other: Entry) -> bool:
    if one_name(one, other):
        return True
    kin: Kinship = kinship(one.record.name, other.record.name)
    if kin == "variant":
        return False
    if text_likeness(one.record, other.record) >= 80:
        return True
    together = one.record.section == other.record.section
    if one.key.kind in HUBS:
        alias = kin == "strangers" and together and one.key.kind == "repository"
        return alias or (kin == "part" and _is_owner_prefix(one, other))
    if min(fit(one.record.name, one.link.url), fit(other.record.name, other.link.url)) >= 0.85:
        return True
    return not _root(one.key) or (kin == "strangers" and together)


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
