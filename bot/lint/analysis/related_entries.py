"""Entries that keep company: pages of one project, projects of one account. Notes only, and few of them.

One maker often has many entries, and rightly so. In a whole list a pair is worth a note only where its names leave a
reader in doubt; of one new entry a maintainer wants to know what the list has of the same project or maker already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.lint.analysis.same_page import Entry, listed, refs
from bot.lint.analysis.same_project import likeness
from bot.lint.analysis.shown_again import on_purpose
from bot.lint.context import LintContext
from bot.lint.finding import Finding
from bot.names.compare import kinship
from bot.names.normalise import name_key

COLLECTION = 4  # entries of a whole list from which they are a collection, listed one by one on purpose
FAMILY = 8  # the same beside one new entry: that it is one more of them is no news


@dataclass(frozen=True)
class Company:
    """An entry and those of the list it keeps company with; `new` when it asks to be let in."""

    entry: Entry
    others: tuple[Entry, ...]
    new: bool


def companies(
    ctx: LintContext,
    belongs: Callable[[Entry], str],
    near: Callable[[Entry, Entry], bool],
    doubtful: Callable[[Entry, Entry], bool],
) -> Iterator[Company]:
    """Groups of entries that `belongs` puts together: those `near` a single judged one, or the `doubtful` of a list."""
    judged = {record.slug for record in ctx.subjects}
    new = len(judged) == 1 < len(listed(ctx))
    wanted = doubtful if not new else near
    for group in _groups(ctx, belongs, FAMILY if new else COLLECTION):
        heads = [entry for entry in group if entry.record.slug in judged][-1:]
        for entry in heads:
            others = tuple(o for o in group if o is not entry and wanted(entry, o) and _untold(entry, o, ctx))
            if others:
                yield Company(entry, others, new)


def _groups(ctx: LintContext, belongs: Callable[[Entry], str], most: int) -> Iterable[list[Entry]]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in listed(ctx):
        if name := belongs(entry):
            groups[name].append(entry)
    return (group for group in groups.values() if 1 < len(group) < most)


def _untold(one: Entry, other: Entry, ctx: LintContext) -> bool:
    """Whether no other rule, no relation and no plan of the list has said how the two stand to each other."""
    related = {r.record for r in one.record.relations} | {r.record for r in other.record.relations}
    return (
        one.key.page != other.key.page
        and related.isdisjoint({one.record.slug, other.record.slug})
        and not likeness(one, other)
        and not on_purpose(one, other, ctx)
    )


def akin(one: Entry, other: Entry) -> bool:
    """Whether a reader may wonder if two names mean one thing: equal, a letter apart, or one within the other."""
    return kinship(one.record.name, other.record.name) in ("same", "near", "part") or _within(one, other)


def alike(one: Entry, other: Entry) -> bool:
    """Whether the names have something in common."""
    return kinship(one.record.name, other.record.name) != "strangers" or _within(one, other)


def _within(one: Entry, other: Entry) -> bool:
    """Chinese names are not told apart by blanks: 画框 within 画框文档."""
    short, long = sorted((name_key(one.record.name).full, name_key(other.record.name).full), key=len)
    return short in long and len(short) >= (4 if short.isascii() else 2)


def note(company: Company, sentence: str, url: str) -> Finding:
    """Placed at the entry; the sentence names it and the others (`name`, `others`)."""
    entry, others = company.entry, company.others
    evidence = {"url": url, "names": [entry.record.name, *(other.record.name for other in others)]}
    parts = {"name": entry.record.name, "others": refs(others)}
    return Finding(sentence, entry.place, evidence, parts, tuple(other.place for other in others))
