"""Records of a catalog to be written anew, planned from the findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.catalog.model import Catalog, Mistake, Record
from bot.lint.finding import Finding
from bot.lint.fix import duplicates
from bot.lint.fix.model import Rewrite
from bot.urls.safe_repair import is_safe


def plan(catalog: Catalog, findings: Iterable[Finding], mistakes: Sequence[Mistake]) -> tuple[Rewrite, ...]:
    """What to write, one step a record: what a second look at the result would add is left to it.

    A file with a mistake of any other kind is left alone: what could not be read of it would be lost.
    """
    unread = {mistake.file for mistake in mistakes if mistake.kind != "url"}
    now = {record.slug: record for record in catalog.records if record.file not in unread}
    touched: set[str] = set()
    found: list[Rewrite] = []
    for finding in findings:
        step = [*_mended(finding, now), *_merged(finding, now, catalog.records)]
        if len(step) > 1 and any(rewrite.old.slug in touched for rewrite in step):
            continue
        found += step
        touched |= {rewrite.old.slug for rewrite in step}
        now |= {rewrite.old.slug: rewrite.new for rewrite in step if rewrite.new}
        for rewrite in step:
            if rewrite.new is None:
                now.pop(rewrite.old.slug)
    return tuple(found)


def _mended(finding: Finding, records: dict[str, Record]) -> Iterator[Rewrite]:
    record, url = records.get(finding.place.record), str(finding.evidence.get("url", ""))
    repaired = str(finding.evidence.get("repaired", ""))
    if record is None or finding.fix != "link" or repaired in {"", url} or not is_safe(url, repaired):
        return
    if any(link.url == repaired for link in record.links) or (record.body and record.body.count(url) != 1):
        return
    links = tuple(replace(link, url=repaired) if link.url == url else link for link in record.links)
    body = record.body.replace(url, repaired)
    yield Rewrite(record, replace(record, links=links, body=body), finding, f"网址改为 {repaired}")


def _merged(finding: Finding, records: dict[str, Record], everything: Iterable[Record]) -> Iterator[Rewrite]:
    pointed = {slug for record in everything for slug in (*record.base, *(r.record for r in record.relations))}
    kept: Record | None = None
    first: Record | None = None
    for keep, gone in duplicates.pairs(finding, records):
        first = keep
        if gone.slug not in pointed and duplicates.adds_nothing(gone, keep):
            yield Rewrite(gone, None, finding, f"与 {keep.file} 相同，删去")
            kept = duplicates.merged(kept or keep, gone)
    if first and kept and kept != first:
        yield Rewrite(first, kept, finding, f"保留，{_dates(kept)}")


def _dates(record: Record) -> str:
    told = [f"{word} {day}" for word, day in (("收录日期", record.added), ("更新日期", record.updated)) if day]
    return "，".join(told)
