"""A submission → what the rules say of it, beside the catalog and the other open submissions, and its preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from bot.catalog.model import Mistake, Record
from bot.catalog.parse import read_record
from bot.catalog.write import record_path, record_text
from bot.flows.regen import generated_from
from bot.lint.engine import run
from bot.lint.finding import Finding
from bot.lint.neighbours import evidence
from bot.lint.wording import identity
from bot.readme.generate.contents import anchored
from bot.render.book import Book, Revised
from bot.render.piece import form_of
from bot.sources.card import card
from bot.submissions.context import Desk
from bot.submissions.model import Submission, Verdict


def judge(
    submission: Submission, desk: Desk, others: Sequence[Record], today: date, *, always: bool = False
) -> Verdict:
    """`others` are records of other open submissions; dates up to `today` are past.

    The files, the page among them, are made where the submission is sound, or `always`.
    """
    after, before = submission.after, submission.before
    if after is None:
        return Verdict(submission, preview_before=preview(before, desk, desk.book) if before else "")
    path = record_path(after)
    written, mistakes = read_record(record_text(after).encode(), path)
    after = written or replace(after, file=path)
    known = {identity(f) for f in _findings(before, desk, (), today)} if before else set()
    with desk.index.trying([*others, after]):
        found = _findings(after, desk, tuple(mistakes), today)
    blocking = tuple(f for f in found if f.severity == "error" and identity(f) not in known)
    wanted = not (mistakes or submission.waits) and (always or not (blocking or submission.problems))
    book = cache(lambda: Revised(desk.book(), [after]))
    return Verdict(
        submission,
        blocking,
        tuple(f for f in found if f not in blocking and not (f.severity == "info" and identity(f) in known)),
        preview(before, desk, desk.book) if before else "",
        "" if any(one.field == "kind" for one in submission.problems) else preview(after, desk, book),
        tuple(files(after, before, book(), desk).items()) if wanted else (),
    )


def _findings(record: Record, desk: Desk, mistakes: tuple[Mistake, ...], today: date) -> list[Finding]:
    """Those that touch the record, as one that asks to be let in."""
    seen = evidence(record, desk.index, today, alone=True, mistakes=mistakes)
    return [f for f in run(seen) if record.slug in f.records]


def files(after: Record, before: Record | None, book: Book, desk: Desk) -> dict[str, str | None]:
    """The record's file, its old one where it moved, and the generated files that change."""
    made: dict[str, str | None] = {record_path(after): record_text(after)}
    if before and record_path(before) != record_path(after):
        made[record_path(before)] = None
    made |= {p: t for p, t in generated_from(book, desk.template).items() if t != desk.generated.get(p)}
    return made


def preview(record: Record, desk: Desk, book: Callable[[], Book]) -> str:
    """The entry as README.md will show it; only relations need the rest of the page."""
    section = next((one for one in desk.outline.sections if one.path == record.section), None)
    if section is None or record.body:
        return record.body if section else ""
    level, told = section.level + 2, ""
    if record.relations:
        page = anchored(book(), desk.template)
        level = next((row[1] for row in page.rows[record.section] if row[0].slug == record.slug), level)
        told = page.told(card(record))
    return str(form_of(section.entry.show).render(record, told, level))
