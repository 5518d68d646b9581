"""A submission → what the rules say of it, beside the catalog and the other open submissions, and its preview."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.checks.registry import run
from bot.flows.regen import generated
from bot.flows.submission import Desk
from bot.model import Catalog, Evidence, Finding, Mistake, Record
from bot.render.book import Fresh
from bot.render.contents import anchored, in_section
from bot.render.piece import form_of
from bot.render.record import record_path, record_text
from bot.sources.card import card
from bot.sources.catalog import assemble
from bot.sources.record_file import read_record
from bot.sources.submission import Submission, Verdict


def judge(submission: Submission, desk: Desk, others: Sequence[Record], today: date) -> Verdict:
    """`others` are records of other open submissions; dates up to `today` are past."""
    after, before = submission.after, submission.before
    if after is None:
        return Verdict(submission, preview_before=preview(before, desk.catalog) if before else "")
    path = record_path(after)
    written, mistakes = read_record(record_text(after).encode(), path)
    after = written or replace(after, file=path)
    catalog = with_records(desk.catalog, [after])
    found = _findings(with_records(desk.catalog, [*others, after]), after, mistakes, today)
    known = {(f.code, f.message) for f in _findings(desk.catalog, before, (), today)} if before else set()
    blocking = tuple(f for f in found if f.severity == "error" and (f.code, f.message) not in known)
    return Verdict(
        submission,
        blocking,
        tuple(f for f in found if f not in blocking),
        preview(before, desk.catalog) if before else "",
        preview(after, catalog),
        tuple(files(after, before, catalog, desk).items()) if not mistakes else (),
    )


def _findings(catalog: Catalog, record: Record, mistakes: Iterable[Mistake], today: date) -> list[Finding]:
    """Those that touch the record."""
    seen = Evidence(catalog=catalog, subjects=(record,), mistakes=tuple(mistakes), today=today)
    return [f for f in run(seen) if record.slug in {f.place.record, *(other.record for other in f.related)}]


def with_records(catalog: Catalog, records: Iterable[Record]) -> Catalog:
    """The catalog with these records added, each in the place of one of the same slug."""
    merged = {record.slug: record for record in (*catalog.records, *records)}
    return assemble(catalog.list, list(merged.values()))[0]


def files(after: Record, before: Record | None, catalog: Catalog, desk: Desk) -> dict[str, str | None]:
    """The record's file, its old one where it moved, and the generated files that change."""
    made: dict[str, str | None] = {record_path(after): record_text(after)}
    if before and record_path(before) != record_path(after):
        made[record_path(before)] = None
    made |= {p: t for p, t in generated(catalog, desk.template).items() if t != desk.generated.get(p)}
    return made


def preview(record: Record, catalog: Catalog) -> str:
    """The entry as README.md will show it."""
    section = next((one for one in catalog.sections if one.path == record.section), None)
    if section is None:
        return ""
    depth = next((d for one, d in in_section(catalog, record.section) if one.slug == record.slug), 2)
    if record.body:
        return record.body
    told = anchored(Fresh(catalog)).told(card(record))
    return str(form_of(section.entry.show).render(record, told, section.level + depth))
