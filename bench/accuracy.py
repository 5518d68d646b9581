"""How many real mistakes the rules find, and how often they cry wolf: `python -m bench.accuracy DIR`.

DIR holds `positives.jsonl`, `negatives.jsonl` and the pages they point at, gzipped, below `files/`: pairs of entries
(`a`, `b`: a duplicate one of which was removed later) or single links (`line_no`: a link that was corrected later).
A finding counts for a pair when its lines cover both entries, for a link when one of its lines is the link's line;
its code must be of the family (DUP or LNK). On a negative an error or a warning is a false alarm, a note is none.
A DIR with `judged.jsonl` or `cases.jsonl` is read as bench/judged.py says.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench import judged
from bench.awesome_lint import double_links
from bot.lint.engine import run
from bot.lint.finding import Finding
from bot.lint.page_context import page_context

# Nothing in the page says so: a renamed repository, a dead or moved address, a scheme.
UNDECIDABLE = {"renamed-repo", "7", "8", "9"}
LEVELS = ("error", "warning", "info", "missed")


@dataclass(frozen=True)
class Case:
    """One line of the corpus: spans of lines that a finding must cover, the kind, the page, the list it is from."""

    id: str
    kind: str
    page: str
    name: str
    repo: str
    spans: tuple[tuple[int, int], ...]

    def covered(self, lines: Iterable[int]) -> bool:
        at = set(lines)
        return all(any(first <= line <= last for line in at) for first, last in self.spans)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--missed", action="store_true", help="list what was missed and what was accused wrongly")
    parser.add_argument("--no-awesome-lint", action="store_true")
    parser.add_argument("--lists", choices=["tuning", "held"], help="two lists in three, or every third one")
    asked = parser.parse_args(argv)
    for name, measure in (("judged.jsonl", judged.wild), ("cases.jsonl", judged.cases)):
        if (asked.folder / name).is_file():
            return int(measure(asked.folder, listed=asked.missed) > 0)
    sets = {name: cases(asked.folder, name, asked.lists) for name in ("positives", "negatives")}
    family = "DUP" if any(len(case.spans) == 2 for case in sets["positives"]) else "LNK"
    wanted = {case.page: case.name for found in sets.values() for case in found}
    texts = {page: read(asked.folder, page) for page in sorted(wanted)}
    found = {page: judge(text, wanted[page], family) for page, text in texts.items()}
    for name, rows in sets.items():
        report(name, rows, found, listed=asked.missed)
    entries = sum(counts for _, counts in found.values())
    said = Counter(f.severity for findings, _ in found.values() for f in findings)
    shown = "，".join(f"{level} {said[level]}" for level in LEVELS[:3])
    print(f"\n这些页面共 {entries} 条，{family} 规则的全部结果：{shown}")
    if not asked.no_awesome_lint:
        compare(sets, texts)
    return 0


def cases(folder: Path, name: str, lists: str | None) -> list[Case]:
    rows = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [case for row in rows if lists in (None, half((case := _case(row)).repo))]


def half(repo: str) -> str:
    """Lists, not cases, are dealt out: what was seen of a list while tuning says nothing about another one."""
    return "tuning" if zlib.crc32(repo.encode()) % 3 else "held"


def _case(row: Mapping[str, Any]) -> Case:
    page = row.get("data_file") or row.get("parent_file") or row["head_file"]
    if "a" in row:
        spans = tuple((row[side]["line_no"], row[side].get("end_line", row[side]["line_no"])) for side in "ab")
    else:
        spans = ((row["line_no"], row["line_no"]),)
    kind = str(row.get("kind") or row.get("mismatch", ""))
    return Case(row["id"], kind, page, row.get("file") or page, row.get("repo", page), spans)


def read(folder: Path, page: str) -> str:
    path = next(p for p in (folder / page, folder / "files" / page) if p.exists())
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return data.decode("utf-8", "replace")


def judge(text: str, name: str, family: str) -> tuple[list[Finding], int]:
    """The family's findings on one page, and how many entries the page has."""
    seen = page_context(text, name, date.max)
    return [f for f in run(seen) if f.code.startswith(family)], len(seen.catalog.records)


def level(case: Case, findings: Iterable[Finding]) -> str:
    """The gravest finding that covers the case."""
    hits = {f.severity for f in findings if case.covered([f.place.line, *(p.line for p in f.related)])}
    return next((severity for severity in LEVELS[:3] if severity in hits), "missed")


def report(name: str, rows: list[Case], found: Mapping[str, tuple[list[Finding], int]], *, listed: bool) -> None:
    levels = {case.id: level(case, found[case.page][0]) for case in rows}
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for case in rows:
        by_kind[case.kind][levels[case.id]] += 1
    print(f"\n{name}: {len(rows)}\n{'kind':32}{'all':>6}" + "".join(f"{word:>9}" for word in LEVELS))
    for kind, counts in sorted(by_kind.items()):
        print(f"{kind:32}{counts.total():>6}" + "".join(f"{counts[word]:>9}" for word in LEVELS))
    if name == "positives":
        able = [case for case in rows if case.kind not in UNDECIDABLE]
        seen = sum(levels[case.id] != "missed" for case in able)
        sure = sum(levels[case.id] in LEVELS[:2] for case in able)
        shares = seen / len(able), sure / len(able)
        print("recall of the {} decidable: {:.3f} (errors and warnings alone {:.3f})".format(len(able), *shares))
    else:
        wolf = sum(levels[case.id] in LEVELS[:2] for case in rows)
        print(f"false alarms: {wolf} of {len(rows)}, {200 * wolf / len(rows):.2f} in 200")
    for case in rows if listed else ():
        if (levels[case.id] == "missed") == (name == "positives") and levels[case.id] != "info":
            print(f"  {case.id} {case.kind} {levels[case.id]} {case.repo} {case.spans}")


def compare(sets: Mapping[str, list[Case]], texts: Mapping[str, str]) -> None:
    pages = {f"{at}.md": page for at, page in enumerate(texts)}
    lines, why = double_links({name: texts[page] for name, page in pages.items()})
    if why:
        print(f"\nawesome-lint double-link: 略过，{why}")
        return
    marked = {pages[name]: found for name, found in lines.items()}
    able = [case for case in sets["positives"] if case.kind not in UNDECIDABLE]
    hit = sum(case.covered(marked.get(case.page, ())) for case in able)
    wolf = sum(case.covered(marked.get(case.page, ())) for case in sets["negatives"])
    total = len(sets["negatives"])
    print(f"\nawesome-lint double-link: recall {hit / len(able):.3f}, false alarms {wolf} of {total}, "
          f"{200 * wolf / total:.2f} in 200; {sum(map(len, marked.values()))} lines marked in all")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
