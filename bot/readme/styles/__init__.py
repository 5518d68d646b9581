"""How a section shows its records: one file a style, named as `show` in list.yml names it, and lines written out.

A style is a module with `render(record, told, level) -> str`: the record's Markdown without a final newline.
`told` is what is said of the record's relations, if anything; `level` the heading level the record would have.
`BETWEEN` is what stands between two records.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from bot.catalog.model import Record
from bot.catalog.show import STYLES, is_pattern
from bot.errors import CurateError
from bot.text.zh import join, quote


@cache
def style(show: str) -> Any:
    """The style that `show` names or writes out; raises CurateError that lists the known ones."""
    if is_pattern(show):
        from bot.readme.styles.pattern import Pattern  # noqa: PLC0415 - many lists have none

        return Pattern(show)
    if show not in STYLES:
        raise CurateError(f"不认识的显示方式{quote(show, 40)}", "catalog/list.yml", f"show 可写：{join(STYLES)}")
    return import_module(f"{__name__}.{show}")


def markdown(record: Record, show: str, told: str, level: int) -> str:
    """The record as a page shows it: a body is printed to the letter."""
    return record.body or str(style(show).render(record, told, level))


def joined(texts: list[str], show: str) -> str:
    """The texts of a section's records, one after another."""
    return str(style(show).BETWEEN).join(texts)
