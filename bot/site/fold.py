"""Text → what the search compares: half width, lower case, simplified characters. `search.js` folds a query alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from bot.names.normalise import simplify

_IDEOGRAPHS = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))
_BETWEEN = re.compile(r"[\s_·・.-]+")


def fold(text: str) -> str:
    """One line for one text."""
    return " ".join(unicodedata.normalize("NFKC", text).lower().translate(simplified()).split())


def squeeze(folded: str) -> str:
    """The same without what people put between the parts of a name: `llama 2` and `LLaMA-2` are one."""
    return _BETWEEN.sub("", folded)


@cache
def simplified() -> Mapping[int, str]:
    """Each traditional character that has a simplified one."""
    there = [chr(code) for code in _IDEOGRAPHS]
    here = simplify("\n".join(there)).split("\n")
    return {ord(old): new for old, new in zip(there, here, strict=True) if old != new and len(new) == 1}
