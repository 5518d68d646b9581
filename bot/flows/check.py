"""`curate check`: load everything, gather the evidence, run every rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from bot.catalog.load import load
from bot.catalog.model import Catalog, Mistake
from bot.errors import CurateError
from bot.files.below import is_file, text
from bot.flows import forms
from bot.flows.check_shown import as_shown, is_imported
from bot.flows.checked import NO_FACTS, Checked
from bot.flows.checkout import checkout
from bot.flows.regen import left_out_of_page, look
from bot.flows.today import latest_today
from bot.lint.context import LintContext, Page
from bot.lint.engine import in_order, run
from bot.lint.stale_files import ABSORB
from bot.readme.generate.page import README, edited_by_hand
from bot.readme.generate.template import TEMPLATE
from bot.submissions.form_template import FORM_FOLDER

if TYPE_CHECKING:
    from bot.web.model import Fact


def check(root: Path, today: date | None = None, facts: Mapping[str, Fact] = NO_FACTS) -> Checked:
    """All findings for the catalog below `root`, `facts` being what is known of its links.

    Raises CurateError where there is no catalog.
    """
    catalog, mistakes = load(root)
    outdated = stale(root, catalog, mistakes)
    seen = _context(root, catalog, mistakes, today)
    printed = _printed(root, mistakes, outdated)
    seen = replace(seen, template=_template(root), printed=printed)
    evidence = replace(seen, stale=outdated, facts=facts, checkout=checkout(root))
    findings = run(evidence)
    if printed and evidence.template and is_imported(catalog):
        findings = in_order(as_shown(evidence, printed.text, evidence.template.text, findings))
    return Checked(tuple(findings), len(catalog.records))


def _template(root: Path) -> Page | None:
    """None where it cannot be read: that the page cannot be made then is said already."""
    try:
        return Page(TEMPLATE, text(root, TEMPLATE)) if is_file(root, TEMPLATE) else None
    except CurateError:
        return None


def _printed(root: Path, mistakes: Sequence[Mistake], outdated: Mapping[str, str | CurateError]) -> Page | None:
    """The page, where it is what the catalog makes: only the whole of it tells where a link within it leads."""
    current = not mistakes and README not in outdated and is_file(root, README)
    return Page(README, text(root, README)) if current else None


def check_record(root: Path, file: str, today: date | None = None, facts: Mapping[str, Fact] = NO_FACTS) -> Checked:
    """Of the findings for the catalog those about the record in `file`, a path below `root`; nothing of the page.

    Raises CurateError where the catalog has no such record.
    """
    catalog, mistakes = load(root)
    slug = PurePosixPath(file).stem
    if not mistakes and not any(record.file == file for record in catalog.records):
        raise CurateError("条目库里没有这条记录", file, "请写记录的路径，如 catalog/小节/名称.yml")
    findings = run(replace(_context(root, catalog, mistakes, today), facts=facts))
    return Checked(
        tuple(finding for finding in findings if slug in finding.records or (mistakes and finding.place.file == file))
    )


def _context(root: Path, catalog: Catalog, mistakes: Sequence[Mistake], today: date | None) -> LintContext:
    left_out = left_out_of_page(root, catalog)
    return LintContext(catalog, catalog.records, tuple(mistakes), today or latest_today(), unprinted=left_out)


def stale(root: Path, catalog: Catalog, mistakes: Sequence[Mistake]) -> Mapping[str, str | CurateError]:
    """Path → why, for generated files that are not what the catalog makes; unknown while it has mistakes."""
    if mistakes:
        return {}
    found: dict[str, str | CurateError] = {}
    renewals = (
        ("regen", lambda: look(root, catalog), README),
        ("forms", lambda: forms.look(root, catalog), f"{FORM_FOLDER}/"),
    )
    for command, renewed, path in renewals:
        try:
            found |= dict.fromkeys(renewed().stale, f"curate {command}")
        except CurateError as error:
            where = error.where.removeprefix(str(root / "x")[:-1])  # files are named from the list's folder
            found[path] = CurateError(error.what, where, error.next_step)
    if found.get(README) == "curate regen" and is_file(root, README):
        found[README] = ABSORB if edited_by_hand(text(root, README)) else found[README]
    return found
