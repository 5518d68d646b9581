"""`curate check FILE`: every rule on one hand-kept page, without a catalog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.catalog.arrange import LIST_FILE
from bot.catalog.locate import list_above
from bot.errors import CurateError
from bot.files.below import is_file, text
from bot.files.decode import decode
from bot.files.given import given_bytes
from bot.flows.checked import NO_FACTS, Checked
from bot.flows.checkout import checkout_with
from bot.flows.today import latest_today
from bot.lint.engine import run
from bot.lint.page_context import page_context
from bot.markdown.page import mark_of

if TYPE_CHECKING:
    from bot.web.model import Fact

# Where GitHub looks for one, and in which order it is likely.
PAGES = ("README.md", "readme.md", "Readme.md", "README.markdown", "README.rst", "docs/README.md", ".github/README.md")
DATA = {".json", ".yaml", ".yml"}


def check_page(path: Path, today: date | None = None, facts: Mapping[str, Fact] = NO_FACTS) -> Checked:
    """All findings for one hand-kept page, read as `curate import` would; lines are the page's own."""
    seen = page_context(read_page(path), str(path), today or latest_today(), checkout_with(path))
    return Checked(tuple(run(replace(seen, facts=facts))), len(seen.catalog.records))


def page_instead(root: Path) -> str:
    """The README of a folder that no catalog makes; empty where `curate check` has a catalog to look for."""
    if is_file(root, LIST_FILE) or list_above(root):
        return ""
    name = next((name for name in PAGES if is_file(root, name)), "")
    return "" if name and mark_of(text(root, name)) else name


def read_page(path: Path) -> str:
    """The text of a page given by its path. Raises CurateError for what is no UTF-8 text, or far too large."""
    return decode(page_bytes(path), str(path))


def page_bytes(path: Path) -> bytes:
    if path.suffix in DATA:
        raise CurateError(
            "这是数据文件，不是列表页面", str(path), "请写 Markdown 文件；检查一条记录，请写它在 catalog/ 里的路径"
        )
    return given_bytes(path)
