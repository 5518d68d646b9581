"""`curate check`: load everything, gather the evidence, run every rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from bot.catalog.load import shelf
from bot.catalog.model import Catalog, Mistake
from bot.errors import CurateError
from bot.files.access import read_text
from bot.flows import forms
from bot.flows.regen import README, ahead, look
from bot.flows.today import latest_today
from bot.lint.context import LintContext
from bot.lint.discover import all_rules
from bot.lint.engine import run
from bot.lint.finding import Finding
from bot.lint.stale_files import ABSORB
from bot.readme.generate.page import edited_by_hand
from bot.render.book import Book, Fresh


def check(root: Path, today: date | None = None) -> list[Finding]:
    """All findings for the catalog below `root`. Raises CurateError where there is none."""
    return run(_evidence(root, today or latest_today()))


def _evidence(root: Path, today: date) -> LintContext:
    """What rules may know of the catalog; what is kept of it in bytes is let go before they run."""
    found = shelf(root, partial(_ahead, root))
    catalog = found.catalog()
    old = stale(root, catalog, found.mistakes, found)
    found.save()
    mistakes = tuple(found.mistakes)
    return LintContext(catalog=catalog, subjects=catalog.records, mistakes=mistakes, today=today, stale=old)


def _ahead(root: Path) -> None:
    """As for a page, and the rules."""
    all_rules()
    ahead(root)


def check_page(path: Path, today: date | None = None) -> list[Finding]:
    """All findings for one hand-kept page, read as `curate import` would; lines are the page's own."""
    from bot.flows.import_ import read_page  # noqa: PLC0415 - not needed for a catalog
    from bot.lint.page_context import page_context  # noqa: PLC0415 - likewise

    text = read_page(path)
    return run(page_context(text, str(path), today or latest_today()))


def stale(
    root: Path, catalog: Catalog, mistakes: Sequence[Mistake], book: Book | None = None
) -> Mapping[str, str | CurateError]:
    """Path → why, for generated files that are not what the catalog makes; unknown while it has mistakes.

    `book` is the same catalog, where somebody has more of it at hand.
    """
    if mistakes:
        return {}
    found: dict[str, str | CurateError] = {}
    renewals = (
        ("regen", lambda: look(root, book or Fresh(catalog)), README),
        ("forms", lambda: forms.look(root, catalog), f"{forms.FOLDER}/"),
    )
    for command, renewed, path in renewals:
        try:
            found |= dict.fromkeys(renewed().stale, f"curate {command}")
        except CurateError as error:
            where = error.where.removeprefix(str(root / "x")[:-1])  # files are named from the list's folder
            found[path] = CurateError(error.what, where, error.next_step)
    if found.get(README) == "curate regen" and (page := root / README).is_file():
        found[README] = ABSORB if edited_by_hand(read_text(page)) else found[README]
    return found
