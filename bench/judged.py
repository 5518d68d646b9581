"""Findings that a person has read: `wild` (of lists nobody tuned on, each with a verdict) and `cases` (small files).

DIR of `wild` holds `lists.jsonl` and `judged.jsonl`: a finding by list, line and code that was `true`, `false` or
`debatable`. DIR of `cases` holds `cases.jsonl`: the lines of a file on which something of some codes must be told, and
those on which no error or warning of them may be.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bot.lint.engine import run
from bot.lint.finding import SEVERITIES, Finding
from bot.lint.page_context import page_context

VERDICTS = ("true", "debatable", "false")
LEVELS = (*SEVERITIES, "gone")
GRAVE = LEVELS[:2]
ALLOWED: Mapping[str, tuple[str, ...]] = {"true": GRAVE, "debatable": LEVELS[1:], "false": LEVELS[2:]}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def wild(folder: Path, *, listed: bool) -> int:
    """The table of `wild`, by rule; the number of findings that are not told as they should be."""
    by_list: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(folder / "judged.jsonl"):
        by_list[row["list"]].append(row)
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    wrong, told = [], Counter[str]()
    for one in rows(folder / "lists.jsonl"):
        text = gzip.decompress((folder / one["file"]).read_bytes()).decode("utf-8", "replace")
        findings = run(page_context(text, one["path"], date.max))
        told.update(str(finding.severity) for finding in findings)
        for row in by_list[one["list"]]:
            level = _level(row, findings)
            counts[row["code"]][row["verdict"], level] += 1
            if level not in ALLOWED[row["verdict"]]:
                wrong.append(f"{one['list']}:{row['line']} {row['code']} {row['verdict']}: {level}")
    _table(counts)
    print("\n".join(wrong) if listed else f"{len(wrong)} 个没有照判断报告；--missed 逐个列出")
    print("这些列表的全部结果：" + "，".join(f"{level} {told[level]}" for level in LEVELS[:3]))
    return len(wrong)


def _level(row: Mapping[str, Any], findings: Iterable[Finding]) -> str:
    """The gravest finding of that code on that line, its own or a related one."""
    lines = (f for f in findings if f.code == row["code"] and row["line"] in _lines(f))
    hits = {finding.severity for finding in lines}
    return next((level for level in LEVELS[:3] if level in hits), "gone")


def _lines(finding: Finding) -> set[int]:
    return {finding.place.line, *(there.line for there in finding.related)}


def _table(counts: Mapping[str, Counter[tuple[str, str]]]) -> None:
    columns = [(verdict, level) for verdict in VERDICTS for level in LEVELS]
    print(f"{'':8}" + "".join(f"{verdict:^28}" for verdict in VERDICTS) + "precision (errors, warnings)")
    print(f"{'':8}" + "".join(f"{level:>7}" for _, level in columns))
    total = sum(counts.values(), Counter())
    for code, found in [*sorted(counts.items()), ("all", total)]:
        precision = "  ".join(_precision(found, level) for level in GRAVE)
        print(f"{code:8}" + "".join(f"{found[column] or '·':>7}" for column in columns) + f"   {precision}")


def _precision(found: Counter[tuple[str, str]], level: str) -> str:
    """The share of the findings read that are true, of those told at one level."""
    read = sum(found[verdict, level] for verdict in VERDICTS)
    return f"{found['true', level] / read:.2f} of {read}" if read else "-"


def cases(folder: Path, *, listed: bool) -> int:
    """Every line of `cases.jsonl` that does not hold; their number."""
    broken = [problem for row in rows(folder / "cases.jsonl") for problem in _case(folder, row)]
    if listed or broken:
        print("\n".join(broken))
    print(f"{len(broken)} 处不成立")
    return len(broken)


def _case(folder: Path, row: Mapping[str, Any]) -> Iterator[str]:
    data = (folder / row["file"]).read_bytes().decode()
    findings = run(page_context(data, row["file"], date.max))
    for codes, lines in row["told"].items():
        for line in lines:
            if not any(re.match(codes, f.code) and line in _lines(f) for f in findings):
                yield f"{row['file']}:{line} 应有 {codes}"
    for codes, lines in row["silent"].items():
        grave = ("error",) if codes == "!error" else GRAVE
        pattern = "" if codes == "!error" else codes
        for line in lines:
            for f in findings:
                if f.severity in grave and re.match(pattern, f.code) and line in _lines(f):
                    yield f"{row['file']}:{line} 不应有 {f.code} {f.severity}"
