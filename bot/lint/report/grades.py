"""How well a list does, one grade for each kind of fault; docs/maintaining.md says it to people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bot.lint.discover import all_rules
from bot.lint.finding import Finding, Kind

TITLES: Mapping[Kind, str] = {
    "links": "链接",
    "doubles": "重复",
    "anchors": "目录与锚点",
    "text": "文字与 Markdown",
    "records": "条目库",
}
LIMITS = (("B", 1), ("C", 5))  # faults in a hundred entries
LINE = "评级（{entries} 个条目）：{grades}。"


class Grade(NamedTuple):
    kind: Kind
    grade: str
    faults: int


def grades(findings: Iterable[Finding], entries: int) -> tuple[Grade, ...]:
    """A to D for each kind. Errors and warnings count, hints do not; one fault alone is never worse than B.

    "records" is of catalogs only, and is left out where all is well.
    """
    kinds = {rule.code: rule.kind for rule in all_rules()}
    faults = Counter(kinds.get(finding.code, "records") for finding in findings if finding.severity != "info")
    shown = (kind for kind in TITLES if kind != "records" or faults[kind])
    return tuple(Grade(kind, _grade(faults[kind], entries), faults[kind]) for kind in shown)


def _grade(faults: int, entries: int) -> str:
    if faults < 2:
        return "AB"[faults]
    return next((grade for grade, most in LIMITS if faults * 100 <= most * entries), "D")


def line(findings: Iterable[Finding], entries: int) -> str:
    """All grades in one line; empty where there are no entries to judge."""
    words = (
        f"{TITLES[grade.kind]} {grade.grade}" + (f"（{grade.faults} 处）" if grade.faults else "")
        for grade in grades(findings, entries)
    )
    return LINE.format(entries=entries, grades="，".join(words)) if entries else ""
