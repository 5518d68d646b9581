"""The page with every run of entries replaced by a call: the rest of it stays letter for letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bot.readme.generate.template import call, escaped

if TYPE_CHECKING:
    from bot.markdown.page import Page
    from bot.readme.importer.sections import Run


def template(page: Page, runs: Sequence[Run], paths: Iterable[str]) -> str:
    """README.template.md for this page; `paths` are the runs' sections."""
    lines: list[str] = []
    at = 0
    for run, path in zip(runs, paths, strict=True):
        lines += map(escaped, page.lines[at : run.spans[0].start])
        lines.append(call(path))
        at = run.spans[-1].end
    lines += map(escaped, page.lines[at:])
    return "\n".join(lines)
