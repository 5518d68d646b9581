"""How a section shows its records: one file a style, named as `show` in list.yml names it, and lines written out.

A style is a module with `render(record, told, level, words) -> str`: the record's Markdown without a final newline.
`told` is what is said of the record's relations, if anything; `level` the heading level the record would have.
`BETWEEN` is what stands between two records. One with `heading(record, name)` gives each record a heading, one with
`anchor(record)` an id.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from bot.catalog.model import Record
from bot.catalog.show import SHOWN, is_pattern
from bot.catalog.words import PLAIN, Words
from bot.errors import CurateError
from bot.markdown.escape import flat
from bot.text.zh import join, quote


@cache
def style(show: str) -> Any:
    """The style that `show` names or writes out; raises CurateError that lists the known ones."""
    if is_pattern(show):
        from bot.readme.styles.pattern import Pattern  # noqa: PLC0415 - many lists have none

        return Pattern(show)
    if show not in SHOWN:
        raise CurateError(f"不认识的显示方式{quote(show, 40)}", "catalog/list.yml", f"show 可写：{join(SHOWN)}")
    return import_module(f"{__name__}.{show}")


def markdown(record: Record, show: str, told: str, level: int, words: Words = PLAIN, *, number: int = 1) -> str:
    """The record as a page shows it: a body is printed to the letter. `number` is its place in the section."""
    if record.body:
        return kept(record)
    own = record.extra.get("show", show)
    if is_pattern(own):
        return str(style(own).render(record, told, level, words, number))
    return str(style(show).render(record, told, level, words))


def kept(record: Record) -> str:
    """The body as a page shows it: to the letter, but for the name of what was withdrawn."""
    if record.status == "active":
        return record.body
    from bot.readme.styles.struck import struck  # noqa: PLC0415 - loads the parser, and few are withdrawn

    return struck(record)


def joined(texts: list[str], show: str) -> str:
    """The texts of a section's records, one after another."""
    return str(style(show).BETWEEN).join(texts)


def heading_of(record: Record, show: str) -> str:
    """The visible text of the record's heading; empty in a style without headings."""
    heading = getattr(style(show), "heading", None)
    return str(heading(record, flat(record.name))) if heading else ""


def anchor_of(record: Record, show: str) -> str:
    """The id that the record's text begins with; empty in a style without ids."""
    anchor = getattr(style(show), "anchor", None)
    return str(anchor(record)) if anchor else ""
