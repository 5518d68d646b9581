"""A catalog with every sure edit made in memory, again and again until none is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.catalog.arrange import assemble, unread
from bot.catalog.model import Catalog, Mistake, Record
from bot.catalog.parse import read_record
from bot.catalog.write import record_text
from bot.lint.context import LintContext
from bot.lint.engine import run
from bot.lint.fix.model import Rewrite, Step
from bot.lint.fix.records import plan

ROUNDS = 20
_COMMENT = re.compile(r"^\s*#|\s#\s", re.MULTILINE)
_OF_MANY = frozenset({"section", "duplicate-slug", "reference", "stray"})  # what `assemble` finds anew


@dataclass(frozen=True)
class State:
    """The catalog as it would be, its mistakes, and the text of every file touched (None where it goes)."""

    catalog: Catalog
    mistakes: tuple[Mistake, ...]
    texts: Mapping[str, str | None]
    steps: tuple[Step, ...] = ()
    commented: frozenset[str] = frozenset()


def fixed_catalog(ctx: LintContext, read: Callable[[str], bytes]) -> State:
    """`read` gives the bytes of a record's file as they are on the disk."""
    state = State(ctx.catalog, tuple(ctx.mistakes), {})
    for _ in range(ROUNDS):
        now = replace(ctx, catalog=state.catalog, subjects=state.catalog.records, mistakes=state.mistakes, memo={})
        planned = plan(state.catalog, run(now), state.mistakes)
        commented = {r.old.file for r in planned if r.old.file not in state.texts and not _free(r.old, read)}
        bad = {id(r.finding) for r in planned if r.old.file in commented | state.commented}
        good = [r for r in planned if id(r.finding) not in bad]
        state = replace(state, commented=state.commented | commented)
        if not good:
            break
        state = _applied(state, good)
    return state


def _free(record: Record, read: Callable[[str], bytes]) -> bool:
    """Whether a file holds no comment of a person's, which writing it anew would lose."""
    text = read(record.file).decode("utf-8-sig", "replace").replace("\r\n", "\n")
    return text == record_text(record) or not _COMMENT.search(text.partition("\n")[2])


def _applied(state: State, rewrites: Sequence[Rewrite]) -> State:
    texts = dict(state.texts)
    for one in rewrites:
        texts[one.old.file] = record_text(one.new) if one.new else None
    touched = {one.old.file for one in rewrites}
    records = [record for record in state.catalog.records if record.file not in touched]
    mistakes = [m for m in state.mistakes if m.file not in touched and m.kind not in _OF_MANY]
    strays = [m for m in state.mistakes if m.kind == "stray"]
    for path in sorted(touched):
        if (text := texts[path]) is not None:
            record, found = read_record(text.encode(), path)
            records += [record] if record else []
            mistakes += found
    lost = unread([*mistakes, *strays], (record.file for record in records))
    catalog, more = assemble(state.catalog.list, records, unread=lost)
    steps = (*state.steps, *map(_step, rewrites))
    return State(catalog, (*mistakes, *strays, *more), texts, steps, state.commented)


def _step(one: Rewrite) -> Step:
    line = one.finding.place.line if one.finding.place.file == one.old.file else 1
    return Step(one.finding, one.old.file, line, one.what)
