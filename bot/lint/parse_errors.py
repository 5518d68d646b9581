"""What the loader could not read becomes findings: each mistake kind belongs to one rule.

The loader has put them into words: other commands print the same ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.catalog.model import Mistake
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Place
from bot.lint.wording import GIVEN


def of_kinds(ctx: LintContext, *kinds: str) -> Iterator[Finding]:
    """One finding for every mistake of these kinds, at its place."""
    yield from findings(ctx, (mistake for mistake in ctx.mistakes if mistake.kind in kinds))


def findings(ctx: LintContext, mistakes: Iterable[Mistake]) -> Iterator[Finding]:
    """Mistakes as findings; the record is known where the file holds just one."""
    slugs: dict[str, str] | None = None
    for mistake in mistakes:
        slugs = _by_file(ctx) if slugs is None else slugs
        place = Place(slugs.get(mistake.file, ""), mistake.file, mistake.line, mistake.column)
        words = {"message": mistake.message, "fix": mistake.fix}
        yield Finding(GIVEN, place, {"kind": mistake.kind}, words, stops=True)


def _by_file(ctx: LintContext) -> dict[str, str]:
    slugs: dict[str, str] = {}
    for record in ctx.catalog.records:
        slugs[record.file] = "" if record.file in slugs else record.slug
    return slugs
