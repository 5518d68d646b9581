"""How a section shows its records: one file a shape, named as `show` in list.yml names it.

A shape is a module with `render(record, page, level) -> str`: the record's Markdown without a final newline.
`level` is the heading level the record would have. `BETWEEN` is what stands between two records. A record without
relations is shown without a look at `page`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.errors import CurateError
from bot.record import Catalog, ListFile, Record
from bot.render.piece import Piece

Render = Callable[[Record, "Page", int], str]


@dataclass(frozen=True)
class Page:
    """The catalog, anchors by record slug and by section path, and pieces by record slug."""

    catalog: Catalog
    anchors: dict[str, str]
    sections: dict[str, str]
    pieces: dict[str, Piece]


ALONE = Page(Catalog(ListFile("")), {}, {}, {})  # for a record that names no other


@cache
def names() -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def shape(show: str) -> Any:
    """The module of that name; raises CurateError that lists the known ones."""
    if show not in names():
        raise CurateError(f"不认识的显示方式“{show[:40]}”", "catalog/list.yml", f"show 可写：{'、'.join(names())}")
    return importlib.import_module(f"{__name__}.{show}")
