"""`curate check --fix`: what a machine can be sure of is mended; the rest is listed as ever."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.catalog.arrange import LIST_FILE
from bot.catalog.load import load
from bot.errors import CurateError
from bot.files.below import is_file, read
from bot.files.together import change_all
from bot.flows import regen
from bot.flows.check import stale
from bot.flows.check_page import read_page
from bot.flows.today import latest_today
from bot.lint.context import LintContext
from bot.lint.engine import run
from bot.lint.fix.catalog import State, fixed_catalog
from bot.lint.fix.model import Changes, Fixed, still
from bot.lint.fix.rounds import fixed_page
from bot.lint.stale_files import ABSORB
from bot.markdown.page import mark_of
from bot.readme.generate.page import README, edited_by_hand


def fix_page(path: Path, today: date | None = None) -> Fixed:
    """What a fix of one hand-kept page comes to. Raises CurateError for one that a catalog makes."""
    text = read_page(path)
    if path.suffix.lower() in {".rst", ".csv"}:
        raise CurateError("--fix 只改 Markdown 文件", str(path), "请照 curate check 列出的问题手工改")
    if mark_of(text) or (path.name == README and is_file(path.parent, LIST_FILE)):
        fix = "请在它的文件夹里运行 curate check --fix，不写文件名"
        raise CurateError("这份页面由 catalog/ 生成，改了也会被覆盖", str(path), fix)
    data = read(path.parent, path.name)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    if mark + text.encode() != data:
        raise CurateError("文件在检查时又被改过", str(path), "请重新运行")
    new, fixed = fixed_page(text, str(path), today or latest_today())
    return replace(fixed, files={str(path): (data, mark + new.encode())} if fixed.steps else {})


def fix_catalog(root: Path, today: date | None = None) -> Fixed:
    """What a fix of the catalog below `root` comes to: records, and the page where it was made from them."""
    catalog, mistakes = load(root)
    left_out = regen.left_out_of_page(root, catalog)
    seen = LintContext(catalog, catalog.records, tuple(mistakes), today or latest_today(), unprinted=left_out)
    state = fixed_catalog(seen, lambda file: read(root, file))
    files: Changes = {
        file: (read(root, file), None if text is None else text.encode()) for file, text in state.texts.items()
    }
    page, notes = _page(root, state) if files else ({}, [])
    notes += [f"{file} 里有手写的注释，重写会丢掉它们，请手工改" for file in sorted(state.commented)]
    old = stale(root, catalog, mistakes)
    new = stale(root, state.catalog, list(state.mistakes)) if files else old
    new = {file: why for file, why in new.items() if file not in page}
    before = run(replace(seen, stale=old, memo={}))
    left = run(_evidence(seen, state, new)) if files else before
    return Fixed(files | page, state.steps, tuple(left), still(before, left), tuple(notes))


def _evidence(seen: LintContext, state: State, outdated: Mapping[str, str | CurateError]) -> LintContext:
    return replace(
        seen,
        catalog=state.catalog,
        subjects=state.catalog.records,
        mistakes=state.mistakes,
        stale=outdated,
        memo={},
    )


def _page(root: Path, state: State) -> tuple[Changes, list[str]]:
    """The page as the mended catalog makes it: a run that left it stale would leave a finding of its own making."""
    if not is_file(root, README):
        return {}, []
    if state.mistakes:
        return {}, ["README.md 还不能重新生成，请改好其余问题后运行 curate regen"]
    old = read(root, README)
    if edited_by_hand(old.decode("utf-8-sig", "replace")):
        return {}, [f"README.md 被直接改过，没有动它，请运行 {ABSORB} 把改动写回 catalog/"]
    made = regen.look(root, state.catalog)
    return {README: (old, made.files[README])} if README in made.stale else {}, []


def write(fixed: Fixed, root: Path | None) -> None:
    """All files, below `root` if given, or none. Raises CurateError where one must not be written."""
    for file, change in {} if root else fixed.files.items():
        change_all(Path(file).parent, {Path(file).name: change})
    if root:
        change_all(root, fixed.files)
