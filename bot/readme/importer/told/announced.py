"""The name of an entry that has a link but no name of its own: what its text says was released."""

from __future__ import annotations

import re

from bot.markdown.visible import visible
from bot.readme.importer.told.names import NAME, RELEASED, THING, is_name

_WIDE = r"[\u4e00-\u9fff]{2,6}\s?[（(]" + NAME + r"[)）]"
_ANNOUNCED = re.compile(
    rf"{RELEASED}[了的]?(?:[^，。；A-Za-z]{{0,16}}?{THING}(?P<wide>{_WIDE})"
    rf"|[^，。；A-Za-z]{{0,16}}?(?P<plain>{NAME})(?=[，。；]|系列|[^，。；A-Za-z]{{0,4}}{THING}|$))"
)


def announced(text: str) -> str:
    """`A公司推出B系列模型` → `B`; empty where nothing is announced by its name."""
    for found in _ANNOUNCED.finditer(visible(text)):
        name = found["wide"] or found["plain"]
        if is_name(name):
            return name
    return ""
