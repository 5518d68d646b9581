"""`curate check FILE`: every rule on one hand-kept page, without a catalog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.errors import CurateError
from bot.files.decode import decode
from bot.files.given import given_bytes
from bot.flows.checkout import checkout_with
from bot.flows.today import latest_today
from bot.lint.engine import run
from bot.lint.finding import Finding
from bot.lint.page_context import page_context

if TYPE_CHECKING:
    from bot.web.model import Fact

NONE: Mapping[str, Fact] = MappingProxyType({})
DATA = {".json", ".yaml", ".yml"}


def check_page(path: Path, today: date | None = None, facts: Mapping[str, Fact] = NONE) -> list[Finding]:
    """All findings for one hand-kept page, read as `curate import` would; lines are the page's own."""
    text = read_page(path)
    seen = page_context(text, str(path), today or latest_today(), checkout_with(path))
    return run(replace(seen, facts=facts))


def read_page(path: Path) -> str:
    """The text of a page given by its path. Raises CurateError for what is no UTF-8 text, or far too large."""
    return decode(page_bytes(path), str(path))


def page_bytes(path: Path) -> bytes:
    if path.suffix in DATA:
        raise CurateError(
            "这是数据文件，不是列表页面", str(path), "请写 Markdown 文件；检查一条记录，请写它在目录里的路径"
        )
    return given_bytes(path)
