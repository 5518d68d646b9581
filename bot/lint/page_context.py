"""What rules may know of one hand-kept page."""

from __future__ import annotations

from datetime import date

from bot.lint.context import Checkout, LintContext, Page


def page_context(text: str, file: str, today: date, checkout: Checkout | None = None) -> LintContext:
    """The page read as `curate import` would; `file` is the path that findings name, lines are the page's own."""
    from bot.readme.importer.read import read_readme  # noqa: PLC0415 - it takes much that a catalog does not

    read = read_readme(text, file)
    subjects = read.catalog.records + read.loose
    return LintContext(
        catalog=read.catalog, subjects=subjects, today=today, pages=(Page(file, text),), checkout=checkout
    )
