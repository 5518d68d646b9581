"""`curate check catalog/…/x.yml`: what a check of the catalog says of one record, without reading all the others."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath

from bot.edge.indexed import asked
from bot.errors import CurateError, UnreadableCatalog
from bot.flows.today import latest_today
from bot.lint.engine import run
from bot.lint.finding import Finding
from bot.lint.neighbours import Index, evidence


def check_record(root: Path, file: str, today: date | None = None) -> list[Finding]:
    """Of the findings for the catalog those about the record in `file`, a path below `root`; nothing of the page.

    Raises CurateError where the catalog has no such record.
    """
    slug, day = PurePosixPath(file).stem, today or latest_today()
    try:
        return asked(root, lambda index: _said(index, slug, file, day))
    except UnreadableCatalog:  # which of many mistakes are this record's only a look at all of them can tell
        from bot.flows.check import check  # noqa: PLC0415 - only then

        return [one for one in check(root, today) if one.place.file == file or slug in one.records]


def _said(index: Index, slug: str, file: str, today: date) -> list[Finding]:
    record = next((one for one in index.named(slug).values() if one.file == file), None)
    if record is None:
        raise CurateError("目录里没有这条记录", file, "请写记录的路径，如 catalog/小节/名称.yml")
    return [one for one in run(evidence(record, index, today)) if slug in one.records]
