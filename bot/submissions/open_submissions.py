"""The other open submissions. Of two that propose the same thing, the later one is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.catalog.arrange import section_and_slug
from bot.catalog.model import Catalog, Record
from bot.catalog.parse import read_record
from bot.github.snapshot import Pull
from bot.submissions.merge_entries import repointed
from bot.submissions.model import FormName, Submission
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


def read_change(pull: Pull, catalog: Catalog) -> Submission | None:
    """What a branch does to the catalog as it is now; None where it is not one record, with those that follow it.

    In a merge one record goes, and those that named it name the one that stays: they are worked out anew.
    """
    brought, paths = records_of([pull]), pull.branch.records if pull.branch else {}
    slugs = {record.slug for record in brought}
    gone = [slug for path, text in paths.items() if text is None and (slug := section_and_slug(path)[1]) not in slugs]
    lost = catalog.by_slug.get(gone[0]) if gone else None
    for after in brought if len(gone) < 2 else ():
        others = repointed(catalog, lost.slug, after.slug) if lost else ()
        if (gone and not lost) or slugs <= {after.slug, *(other.slug for other in others)}:
            before = catalog.by_slug.get(after.slug)
            form: FormName = "fix-entry" if before else "new-entry"
            return Submission(form, before=before, after=after, gone=lost, others=others)
    return None


def rivals(pulls: Sequence[Pull], catalog: Catalog) -> tuple[tuple[str, int], ...]:
    """Slug of each record that the list does not have yet → the issue that proposes it."""
    found = {record.slug: pull.issue for pull in pulls for record in records_of([pull])}
    return tuple((slug, issue) for slug, issue in found.items() if slug not in catalog.by_slug)


def same_file(pulls: Iterable[Pull], path: str) -> str:
    """The submissions that change this file, as “#3、#5”."""
    return zh.join(f"#{pull.issue}" for pull in pulls if pull.branch and path in pull.branch.records)
