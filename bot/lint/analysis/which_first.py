"""Which of several entries that may be one came first, and how a reader can tell.

First is what stood in the list before (git says so), then what was added on an earlier day, then what stands before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from bot.lint.analysis.same_page import Entry
from bot.lint.context import LintContext
from bot.lint.finding import Clause

# For the CLAUSES of a rule that names two entries.
WHY: Mapping[str, str] = {
    "there-before": "（它在先）",
    "added-before": "（它先收录，{day}）",
    "stands-before": "（它排在前面）",
}


class First(NamedTuple):
    """The entry to keep, the others in order, and what speaks for it."""

    keep: Entry
    others: tuple[Entry, ...]
    why: Clause


def first_of(entries: Iterable[Entry], ctx: LintContext) -> First:
    """Of two and more entries."""
    found = sorted(entries, key=lambda entry: entry.at)
    keep = min(found, key=lambda entry: (ctx.is_new(entry.record), _day(entry), entry.at))
    others = tuple(entry for entry in found if entry is not keep)
    return First(keep, others, _why(keep, others, ctx))


def _why(keep: Entry, others: tuple[Entry, ...], ctx: LintContext) -> Clause:
    if not ctx.is_new(keep.record) and all(ctx.is_new(other.record) for other in others):
        return Clause("there-before")
    if _day(keep) < min(map(_day, others)):
        return Clause("added-before", {"day": _day(keep)})
    return Clause("stands-before")


def _day(entry: Entry) -> date:
    return entry.record.added or entry.record.updated or date.max
