"""How a section shows its records: one file a shape, named as `show` in list.yml names it.

A shape is a module with `render(record, told, level) -> str`: the record's Markdown without a final newline.
`told` is what is said of the record's relations, if anything; `level` the heading level the record would have.
`BETWEEN` is what stands between two records.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from bot.errors import CurateError


def names() -> tuple[str, ...]:
    import pkgutil  # noqa: PLC0415 - only for who asked for one that is not there

    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def is_shape(show: str) -> bool:
    """Whether there is a module of that name."""
    module = f"{__name__}.{show}"
    if not show.isalpha():
        return False
    try:
        import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        return False
    return True


def shape(show: str) -> Any:
    """The module of that name; raises CurateError that lists the known ones."""
    if not is_shape(show):
        raise CurateError(f"不认识的显示方式“{show[:40]}”", "catalog/list.yml", f"show 可写：{'、'.join(names())}")
    return import_module(f"{__name__}.{show}")
