"""Sections that show again what stands in another one, on purpose: seen from the shape of the list.

News and contents; a second view of a section; lists by platform or by category, whose sections share much; a summary
of which nearly all stands elsewhere; and what is put in front of all sections, such as sponsors and latest additions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, islice

from bot.catalog.model import Record
from bot.lint.analysis.same_page import Entry, listed
from bot.lint.context import LintContext
from bot.names.normalise import name_key

NEWS = re.compile(
    r"(?i)\bnews\b|\bupdates?\b|change ?log|what'?s new|动态|更新|新闻|公告|日志|目录|contents|索引|^index$"
)
DATED = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d|\b\d{1,2}[-/.月]\s?\d{1,2}\b")
EVERYWHERE = 50  # sections of one page: what stands in so many tells of no two of them, nor is each compared with all
REPEATED = 6  # entries that sections share before it is seen as a plan
MOST = 0.8  # of a section's entries
PARALLEL = 0.2  # of the entries of sections side by side

Pairs = frozenset[frozenset[str]]


def once(found: tuple[Entry, ...], ctx: LintContext) -> tuple[Entry, ...]:
    """Without the entries that the list repeats by design."""
    kept: list[Entry] = []
    first: dict[str, Entry] = {}  # of each section: sections are all that tells
    for entry in found:
        path = entry.record.section
        if path in first or not any(on_purpose(entry, other, ctx) for other in islice(first.values(), EVERYWHERE)):
            kept.append(entry)
            first.setdefault(path, entry)
    return tuple(kept)


def on_purpose(one: Entry, other: Entry, ctx: LintContext) -> bool:
    """Whether the list shows the page twice by design: as news, or by a plan of its sections."""
    paths = frozenset({one.record.section, other.record.section})
    if len(paths) < 2:
        return False
    opens = _opens(one, other, ctx) or _opens(other, one, ctx)
    return opens or bool(paths & ctx.once("news", _news)) or _planned(paths, ctx)


def _opens(one: Entry, other: Entry, ctx: LintContext) -> bool:
    """Whether one is a linked heading, and the other a line below it that says the same."""
    title = ctx.catalog.titles.get(other.record.section, "")
    heading = one.record.body.startswith("#") and name_key(title).full == name_key(one.record.name).full
    return heading and name_key(other.record.name).full == name_key(one.record.name).full


def shown_by(kept: tuple[Entry, ...], entry: Entry, ctx: LintContext) -> Entry | None:
    """The entry that this one shows again by a plan of the list's sections; None where none is."""
    section, news = entry.record.section, ctx.once("news", _news)
    shown = (one for one in kept[:EVERYWHERE] if section not in news and one.record.section not in news)
    return next((one for one in shown if _planned(frozenset({one.record.section, section}), ctx)), None)


def _planned(paths: frozenset[str], ctx: LintContext) -> bool:
    """Whether a plan of the list puts a thing into both; one title twice is a chapter pasted twice, and no plan."""
    if len(paths) < 2:
        return False
    one, other = paths
    if _twins(one, other, ctx):
        return False
    if paths in ctx.once("repeated", _repeated):
        return True
    if paths & (ctx.once("summaries", _summaries) | ctx.once("showcase", _showcase)):
        return True
    return _fork(one, other, ctx) in ctx.once("parallel", _parallel)


def _twins(one: str, other: str, ctx: LintContext) -> bool:
    return ctx.catalog.titles.get(one) == ctx.catalog.titles.get(other)


def _news(ctx: LintContext) -> frozenset[str]:
    """The sections that tell what is new or where it stands: most there is dated, or stands elsewhere too."""
    titled = {path for path, title in ctx.catalog.titles.items() if NEWS.search(title)}
    if not titled:
        return frozenset()
    sections = ctx.once("sections of pages", _sections)
    own = ctx.once("entries of sections", _by_section)
    return frozenset(path for path in titled if sum(_retold(e, sections) for e in own[path]) * 2 >= len(own[path]))


def _retold(entry: Entry, sections: Mapping[str, tuple[str, ...]]) -> bool:
    return len(sections[entry.key.page]) > 1 or is_dated(entry.record)


def is_dated(record: Record) -> bool:
    return bool(DATED.search(record.body or record.description))


def _sections(ctx: LintContext) -> Mapping[str, tuple[str, ...]]:
    """Of each page the sections that its entries stand in, in order."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in listed(ctx):
        found[entry.key.page][entry.record.section] = None
    return {page: tuple(paths) for page, paths in found.items()}


def _by_section(ctx: LintContext) -> Mapping[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in listed(ctx):
        found[entry.record.section].append(entry)
    return found


def _pairs(ctx: LintContext) -> Iterator[frozenset[str]]:
    for paths in ctx.once("sections of pages", _sections).values():
        yield from map(frozenset, combinations(paths, 2) if len(paths) <= EVERYWHERE else ())


def _repeated(ctx: LintContext) -> Pairs:
    """Pairs of sections of which one goes through the entries of the other again, under another title."""
    sizes = {path: len(records) for path, records in ctx.catalog.by_section.items()}
    return frozenset(
        pair
        for pair, times in Counter(_pairs(ctx)).items()
        if times >= max(REPEATED, MOST * min(sizes.get(path, 0) for path in pair))
    )


def _again(entries: Iterable[Entry], ctx: LintContext) -> int:
    """How many of a section's entries stand in another one too."""
    sections = ctx.once("sections of pages", _sections)
    return sum(len(sections[entry.key.page]) > 1 for entry in entries)


def _summaries(ctx: LintContext) -> frozenset[str]:
    """Sections of which nearly all stands in others: a table below the bullets, a second index."""
    own = ctx.once("entries of sections", _by_section)
    return frozenset(path for path, found in own.items() if _again(found, ctx) >= max(REPEATED, MOST * len(found)))


def _showcase(ctx: LintContext) -> frozenset[str]:
    """The sections in front of all others, with a title of their own, whose every entry stands in a later one."""
    own = ctx.once("entries of sections", _by_section)
    found: list[str] = []
    for path, entries in own.items():
        untitled = len(entries) > 1 and ctx.catalog.titles.get(path) == ctx.catalog.list.title
        if untitled or _again(entries, ctx) < len(entries):
            break
        found.append(path)
    shown = sum(len(own[path]) for path in found)
    return frozenset(found if shown * 3 <= sum(map(len, own.values())) else ())


def _parallel(ctx: LintContext) -> frozenset[str]:
    """The sections whose subsections share so much that the list is one of several: by platform, by category."""
    shared: dict[str, list[int]] = defaultdict(list)
    for paths in ctx.once("sections of pages", _sections).values():
        standing: dict[str, set[str]] = defaultdict(set)
        for one, other in combinations(paths, 2) if len(paths) <= EVERYWHERE else ():
            if (fork := _fork(one, other, ctx)) is not None:
                standing[fork] |= {one, other}
        for fork, below in standing.items():
            shared[fork].append(len(below))
    many = {fork: sum(times) for fork, times in shared.items() if len(times) >= REPEATED}
    own = ctx.once("entries of sections", _by_section)
    return frozenset(
        fork
        for fork, times in many.items()
        if times
        >= PARALLEL * sum(len(found) for path, found in own.items() if f"{path}/".startswith(f"{fork}/" * bool(fork)))
    )


def _fork(one: str, other: str, ctx: LintContext) -> str | None:
    """The section in which two paths part, each going on in a subsection with another title; None where none is."""
    mine, yours = one.split("/"), other.split("/")
    apart = next((at for at, (a, b) in enumerate(zip(mine, yours, strict=False)) if a != b), None)
    if apart is None or _twins("/".join(mine[: apart + 1]), "/".join(yours[: apart + 1]), ctx):
        return None
    return "/".join(mine[:apart])
