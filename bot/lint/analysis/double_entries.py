"""Entries that stand twice: by their page, by name and project, or by their heading alone."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from bot.catalog.model import Record
from bot.lint.analysis.copied_links import taken
from bot.lint.analysis.same_page import Entry, everything, listed, projects
from bot.lint.analysis.same_project import Likeness, likeness
from bot.lint.analysis.shown_again import on_purpose, once, shown_by
from bot.lint.analysis.two_pages import core
from bot.lint.analysis.which_first import first_of
from bot.lint.context import LintContext
from bot.names.compare import GENERIC, title, words
from bot.names.normalise import name_key
from bot.text import look_alikes

CROWD = 3  # entries of one name beyond which it is a heading, not a name
OVERLOOKED = str.maketrans("", "", "-_·")


@dataclass(frozen=True)
class SameLink:
    """`groups`: entries that are one project on one page, the one to keep first.

    `shown_again`: by two sections, of which the second lists the first one's things by design, the entries in pairs.
    """

    groups: tuple[tuple[Entry, ...], ...] = ()
    shown_again: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)


def same_link(ctx: LintContext) -> SameLink:
    return ctx.once("same link", _same_link)


def _same_link(ctx: LintContext) -> SameLink:
    groups: list[tuple[Entry, ...]] = []
    shown: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for project in (project for page in projects(ctx) for project in page):
        own = tuple(entry for entry in project if not taken(entry, ctx))
        if len(kept := once(own, ctx)) > 1:
            keep, others, _ = first_of(kept, ctx)
            groups.append((keep, *others))
        standing = {entry.at for entry in kept}
        for entry in own:
            if entry.at not in standing and (first := shown_by(kept, entry, ctx)):
                shown[first.record.section, entry.record.section] += [first, entry]
    return SameLink(tuple(groups), shown)


def same_name(ctx: LintContext) -> tuple[tuple[Entry, Entry, Likeness], ...]:
    """Pairs with a name or a project in common, at least one of them judged, and what makes them one project."""
    return ctx.once("same name", lambda ctx: tuple(_same_name(ctx)))


def _same_name(ctx: LintContext) -> Iterator[tuple[Entry, Entry, Likeness]]:
    judged = {record.slug for record in ctx.subjects}
    known: set[tuple[int, int]] = set()
    for group in _name_groups(ctx):
        for one, other in combinations(group, 2):
            if (one.at, other.at) in known or not {one.record.slug, other.record.slug} & judged:
                continue
            known.add((one.at, other.at))
            why = likeness(one, other)
            if why and not on_purpose(one, other, ctx):
                keep, (last,), _ = first_of((one, other), ctx)
                yield keep, last, why


def _name_groups(ctx: LintContext) -> Iterator[list[Entry]]:
    """Entries with a name in common, and entries of one project."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in listed(ctx):
        for form in spellings(entry.record.name):
            groups[form].append(entry)
        groups[f"project {entry.key.project}"].append(entry)
        if short := core(entry.record.name):
            groups[f"core {short}"].append(entry)
    yield from (group for group in groups.values() if 1 < len(group) <= CROWD)


def spellings(name: str) -> frozenset[str]:
    """What another name must share to be looked at: of the whole, or of what stands before an explanation."""
    short = title(name)
    return name_key(name).forms if short == name else name_key(name).forms | name_key(short).forms


def same_title(ctx: LintContext) -> tuple[tuple[Record, ...], ...]:
    """Records with one kind and one heading that is a name, without those that the two above tell of."""
    return ctx.once("same title", lambda ctx: () if ctx.pages else tuple(_same_title(ctx)))


def _same_title(ctx: LintContext) -> Iterator[tuple[Record, ...]]:
    judged = {record.slug for record in ctx.subjects}
    groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in everything(ctx):
        if record.status == "active":
            groups[record.kind, folded(record.name)].append(record)
    alike = [group for group in groups.values() if 1 < len(group) <= CROWD and any(one.slug in judged for one in group)]
    alike = [group for group in alike if words(group[0].name) - GENERIC]
    known = set(_known_pairs(ctx)) if alike else set()
    for first, *others in (sorted(group, key=ctx.is_new) for group in alike):
        rest = [other for other in others if frozenset((first.slug, other.slug)) not in known]
        if rest:
            yield first, *rest


def folded(name: str) -> str:
    """The name without what readers overlook; what tells C from C++ stays."""
    text = look_alikes.folded(unicodedata.normalize("NFKC", name)).casefold()
    return "".join(text.split()).translate(OVERLOOKED)


def _known_pairs(ctx: LintContext) -> Iterator[frozenset[str]]:
    """The slugs of two that a finding on their links or names puts together: its place, and each related one."""
    doubles = same_link(ctx)
    for *others, last in (*doubles.groups, *doubles.shown_again.values()):
        yield from (frozenset((last.record.slug, other.record.slug)) for other in others)
    yield from (frozenset((one.record.slug, other.record.slug)) for one, other, _ in same_name(ctx))


def doubled(ctx: LintContext) -> set[str]:
    """The slugs of all entries that the above tell of."""
    doubles = same_link(ctx)
    linked = (entry for group in (*doubles.groups, *doubles.shown_again.values()) for entry in group)
    named = (entry for one, other, _ in same_name(ctx) for entry in (one, other))
    headed = (record.slug for group in same_title(ctx) for record in group)
    return {*(entry.record.slug for entry in (*linked, *named)), *headed}
