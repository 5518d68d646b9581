"""What the loader could not read becomes findings: each mistake kind belongs to one rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.catalog.model import Mistake
from bot.lint.context import Evidence
from bot.lint.finding import Finding, Place


def of_kinds(seen: Evidence, *kinds: str) -> Iterator[Finding]:
    """One finding for every mistake of these kinds, at its place."""
    yield from findings(seen, (mistake for mistake in seen.mistakes if mistake.kind in kinds))


def findings(seen: Evidence, mistakes: Iterable[Mistake]) -> Iterator[Finding]:
    """Mistakes as findings; the record is known where the file holds just one."""
    slugs: dict[str, str] | None = None
    for mistake in mistakes:
        slugs = _by_file(seen) if slugs is None else slugs
        at = Place(slugs.get(mistake.file, ""), mistake.file, mistake.line, mistake.column)
        yield Finding(mistake.message, mistake.fix, at, {"kind": mistake.kind}, stops=True)


def _by_file(seen: Evidence) -> dict[str, str]:
    slugs: dict[str, str] = {}
    for record in seen.catalog.records:
        slugs[record.file] = "" if record.file in slugs else record.slug
    return slugs
