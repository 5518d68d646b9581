"""How findings name other entries: by name and by where they stand, seen from the place of the finding."""

from __future__ import annotations

from collections.abc import Iterable

from bot.catalog.model import Record
from bot.lint.finding import Place
from bot.text.zh import join, quote


def spot(at: Place, seen_from: Place) -> str:
    """第 7 行, or the file too where it is another one."""
    return f"第 {at.line} 行" if at.file == seen_from.file else f"{at.file}:{at.line}"


def named(record: Record, at: Place, seen_from: Place) -> str:
    """“OpenChat”（第 427 行）."""
    return f"{quote(record.name, 40)}（{spot(at, seen_from)}）"


def all_named(pairs: Iterable[tuple[Record, Place]], seen_from: Place, most: int = 6) -> str:
    found = [named(record, at, seen_from) for record, at in pairs]
    return join(found[:most]) + (f"等 {len(found)} 处" if len(found) > most else "")
