"""A submission → what the rules say of it, beside the catalog and the other open submissions, and its preview."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.catalog.arrange import revised
from bot.catalog.model import Catalog, Record
from bot.catalog.parse import read_record
from bot.catalog.words import words_of
from bot.catalog.write import record_path, record_text
from bot.lint.context import LintContext
from bot.lint.engine import run
from bot.lint.finding import Finding
from bot.lint.wording import identity
from bot.readme.generate.contents import anchored
from bot.readme.generate.page import generated
from bot.readme.styles import markdown
from bot.submissions.context import SubmissionContext
from bot.submissions.model import Submission, Verdict


def judge(
    submission: Submission, context: SubmissionContext, others: Sequence[Record], today: date, *, always: bool = False
) -> Verdict:
    """`others` are records of other open submissions; dates up to `today` are past.

    The files, the page among them, are made where the submission is sound, or `always`.
    """
    after, before = submission.after, submission.before
    catalog, template = context.catalog, context.template
    there = [record for record in (submission.gone, before) if record]
    shown_before = "\n\n".join(preview(one, catalog, template) for one in there)
    if after is None:
        return Verdict(submission, preview_before=shown_before)
    path = record_path(after)
    written, mistakes = read_record(record_text(after).encode(), path)
    after = written or replace(after, file=path)
    known = _known(before, context, today)
    stay = without(catalog, submission.gone)
    new = [*submission.others, after]
    coming = frozenset() if before else frozenset({after.slug})
    beside, left_out = revised(stay, [*others, *new]), context.unprinted
    found = _findings(
        LintContext(beside, (after,), tuple(mistakes), today, new=True, coming=coming, unprinted=left_out)
    )
    blocking = tuple(f for f in found if f.severity == "error" and identity(f) not in known)
    merged = revised(stay, new)
    blocking += tuple(f for f in brought(merged, context, today, coming) if not same(f, blocking))
    wanted = not (mistakes or submission.waits) and (always or not (blocking or submission.problems))
    return Verdict(
        submission,
        blocking,
        tuple(f for f in found if not same(f, blocking) and not (f.severity == "info" and identity(f) in known)),
        shown_before,
        "" if any(problem.field == "kind" for problem in submission.problems) else preview(after, merged, template),
        tuple(files(replace(submission, after=after), merged, context).items()) if wanted else (),
    )


def _known(before: Record | None, context: SubmissionContext, today: date) -> frozenset[Hashable]:
    """What the record as it stands would be told."""
    if before is None:
        return frozenset()
    ctx = LintContext(context.catalog, (before,), (), today, new=True, unprinted=context.unprinted)
    return frozenset(map(identity, _findings(ctx)))


def _findings(ctx: LintContext) -> list[Finding]:
    """Those that touch the one subject."""
    [record] = ctx.subjects
    return [f for f in run(ctx) if record.slug in f.records]


def brought(merged: Catalog, context: SubmissionContext, today: date, coming: frozenset[str]) -> list[Finding]:
    """What whoever checks the list next would find in it and did not find before, infos aside."""
    known = context.once(f"grave {today}", lambda: frozenset(map(identity, _grave(context.catalog, today))))
    return [finding for finding in _grave(merged, today, coming) if identity(finding) not in known]


def _grave(catalog: Catalog, today: date, coming: frozenset[str] = frozenset()) -> list[Finding]:
    return [f for f in run(LintContext(catalog, catalog.records, (), today, coming=coming)) if f.severity != "info"]


def same(finding: Finding, others: Iterable[Finding]) -> bool:
    """Whether one of the others says the same."""
    return identity(finding) in set(map(identity, others))


def without(catalog: Catalog, gone: Record | None) -> Catalog:
    """The catalog as it is when that record is taken away."""
    if gone is None:
        return catalog
    return replace(catalog, records=tuple(record for record in catalog.records if record is not gone))


def files(made: Submission, merged: Catalog, context: SubmissionContext) -> dict[str, str | None]:
    """The records' files, the old one of one that moved or went, and the generated files that change."""
    now = [record for record in (made.after, *made.others) if record]
    found: dict[str, str | None] = {record_path(one): record_text(one) for one in now}
    found |= {
        record_path(record): None for record in (made.before, made.gone) if record and record_path(record) not in found
    }
    found |= {p: t for p, t in generated(merged, context.template).items() if t != context.generated.get(p)}
    return found


def preview(record: Record, catalog: Catalog, template: str) -> str:
    """The entry as README.md will show it; only its base and relations need the rest of the page."""
    section = next((one for one in catalog.sections if one.path == record.section), None)
    if section is None:
        return ""
    level, told = section.level + 2, ""
    if record.relations or record.base:
        page = anchored(catalog, template)
        level = next((level for one, level in page.rows[record.section] if one.slug == record.slug), level)
        told = page.told(record)
    return markdown(record, section.entry.show, told, level, words_of(catalog.list))
