"""Links that an entry seems to have taken from another one: they fit the other's name and not its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from bot.catalog.model import Link, Record
from bot.lint.analysis.link_owner import RANK, Grade, mentioned, took
from bot.lint.analysis.same_page import Entry, everything
from bot.lint.context import LintContext
from bot.urls.normalise import link_key

MANY = 12
COMMON = 5  # pages that links with one text lead to, from which on it says what a link is and not whose


@dataclass(frozen=True)
class Copied:
    """`link` of `record` fits `owner`, whose `theirs` leads to the same page.

    `grade`: "sure" enough for a warning or a "note"; "titles" where nobody can tell which of the two has the other's.
    """

    record: Record
    link: Link
    owner: Record
    theirs: Link
    grade: Grade


def copied(ctx: LintContext) -> Mapping[tuple[str, int], Copied]:
    """The links that seem to be another entry's, by slug of the record and index of the link.

    On every page that a judged record leads to, those of the records beside it too: what is said of one depends on it.
    """
    return ctx.once("copied", _copied)


def _copied(ctx: LintContext) -> Mapping[tuple[str, int], Copied]:
    judged = {record.slug for record in ctx.subjects}
    common = ctx.once("common labels", common_labels)
    found: dict[tuple[str, int], Copied] = {}
    for group in _pages(ctx):
        if not any(entry.record.slug in judged for entry, _ in group):
            continue
        owners = _owners(group, common)
        for entry, index in group:
            grades = [(o, took(entry, o, common)) for o in owners if o.record is not entry.record]
            grades = [(o, grade) for o, grade in grades if grade]
            if grades:
                owner, grade = max(grades, key=lambda one: RANK.index(one[1]))
                found[entry.record.slug, index] = Copied(entry.record, entry.link, owner.record, owner.link, grade)
    return found


def _pages(ctx: LintContext) -> list[list[tuple[Entry, int]]]:
    """Every link that two to a dozen records have in common, with its index; more is a site that all mention."""
    groups: dict[str, list[tuple[Entry, int]]] = defaultdict(list)
    for at, record in enumerate(everything(ctx)):
        for index, link in enumerate(record.links):
            groups[link_key(link.url).page].append((Entry(record, link, at), index))
    return [group for group in groups.values() if 1 < len({e.record.slug for e, _ in group}) <= MANY]


def _owners(group: Iterable[tuple[Entry, int]], common: Collection[str]) -> list[Entry]:
    """Of each record the first link that is no passing mention: to another link it is the same with all of them."""
    found: dict[int, Entry] = {}
    for entry, _ in group:
        if id(entry.record) not in found and not mentioned(entry, common):
            found[id(entry.record)] = entry
    return list(found.values())


def common_labels(ctx: LintContext) -> frozenset[str]:
    """Texts on links to many different pages, such as “Go!”: they name nothing."""
    links = {(link.label, link.url) for record in everything(ctx) for link in record.links if link.label}
    counts = Counter(label for label, _ in links)
    return frozenset(label for label, times in counts.items() if times >= COMMON)


def taken(entry: Entry, ctx: LintContext) -> bool:
    """Whether the entry's own link is such a one: then the link is wrong, and the entry no duplicate."""
    return (entry.record.slug, entry.record.links.index(entry.link)) in copied(ctx)
