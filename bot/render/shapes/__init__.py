"""How a section shows its records: one file a shape, named as `show` in list.yml names it.

A shape is a module with `render(record, told, level) -> str`: the record's Markdown without a final newline.
`told` is what is said of the record's relations, `level` the heading level the record would have. `BETWEEN` is what
stands between two records.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Any

from bot.errors import CurateError


@cache
def names() -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def shape(show: str) -> Any:
    """The module of that name; raises CurateError that lists the known ones."""
    if show not in names():
        raise CurateError(f"不认识的显示方式“{show[:40]}”", "catalog/list.yml", f"show 可写：{'、'.join(names())}")
    return importlib.import_module(f"{__name__}.{show}")
