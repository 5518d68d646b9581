"""How many findings of a rule were true where a person read them, on 31 lists of other people.

Measured by `python -m bench.accuracy` on judged findings; debatable ones, such as the same entry under another heading
that a list may want there, count as read and not as true.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

DATE = "2026-11-27"


class Read(NamedTuple):
    """Of the errors and of the warnings: how many were true, and how many were read."""

    errors: tuple[int, int] = (0, 0)
    warnings: tuple[int, int] = (0, 0)


READ: Mapping[str, Read] = {
    "DUP001": Read((13, 13), (35, 58)),
    "DUP002": Read(warnings=(11, 12)),
    "LNK001": Read((14, 14)),
    "LNK003": Read(warnings=(5, 5)),
    "LNK004": Read((4, 4)),
    "LNK005": Read(warnings=(1, 1)),
    "LNK006": Read((7, 7), (15, 15)),
    "TXT003": Read((1, 1)),
}


def precision(code: str) -> str:
    """A sentence for the rulebook; empty for a rule of which nothing was read."""
    if not (read := READ.get(code)):
        return ""
    parts = (("错误", read.errors), ("警告", read.warnings))
    shown = "，".join(f"{word} {total} 条，属实 {true} 条" for word, (true, total) in parts if total)
    return f"{DATE} 在 31 份列表上逐条读过：{shown}。"
