"""The other open submissions. Of two that propose the same thing, the later one is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.catalog.model import Catalog, Record
from bot.catalog.parse import read_record
from bot.github.snapshot import Pull
from bot.text import zh


def earlier(pulls: Iterable[Pull], issue: int) -> list[Pull]:
    """Those that go before this issue; a draft has to be mended first, so it stands in nobody's way."""
    found = (pull for pull in pulls if 0 < pull.issue < issue and not pull.draft)
    return sorted(found, key=lambda pull: pull.issue)


def records_of(pulls: Iterable[Pull]) -> list[Record]:
    """The records that pull requests bring, as far as they can be read."""
    texts = [pair for pull in pulls if pull.branch for pair in pull.branch.records.items()]
    read = [read_record(text.encode(), path) for path, text in texts if text is not None]
    return [record for record, mistakes in read if record and not mistakes]


def rivals(pulls: Sequence[Pull], catalog: Catalog) -> tuple[tuple[str, int], ...]:
    """Slug of each record that the list does not have yet → the issue that proposes it."""
    found = {record.slug: pull.issue for pull in pulls for record in records_of([pull])}
    return tuple((slug, issue) for slug, issue in found.items() if slug not in catalog.by_slug)


def same_file(pulls: Iterable[Pull], path: str) -> str:
    """The submissions that change this file, as “#3、#5”."""
    return zh.join(f"#{pull.issue}" for pull in pulls if pull.branch and path in pull.branch.records)
