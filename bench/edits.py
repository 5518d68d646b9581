"""`python -m bench.edits FILE …`: does an edit of an imported record reach the page, and a new one break nothing?

For each README (plain or gzip): import it, edit the fields of some records at random, look for the new value on the
page, undo, compare the bytes; then add a record to every section, and compare what GitHub's renderer makes of the page
before and after: links, tables, lists. Prints a Markdown table, and with --show what failed. Nothing is written.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from cmarkgfm import cmark, github_flavored_markdown_to_html

from bot.catalog.model import Catalog, Link, Record
from bot.flows.import_ import plain
from bot.readme.generate.page import readme
from bot.readme.importer.read import read_readme
from bot.readme.importer.restructure import fitted

NEW = "https://new.example.org/edited"
WORD = "全新的改动"
_COUNTED = re.compile(r'href="([^"]*)"|<(table|ul|ol|tr|h[1-6])\b')


def edits(record: Record) -> Iterator[tuple[str, Record, str]]:
    """Field, the record with another value there, and what the page must show then."""
    yield "name", replace(record, name=WORD), WORD
    if record.description:
        yield "description", replace(record, description=f"{WORD}。"), WORD
    if record.updated:
        yield "date", replace(record, updated=date(2031, 12, 30)), "2031"
    for at, link in enumerate(record.links):
        changed = [*record.links]
        changed[at] = replace(link, url=NEW)
        yield "link", replace(record, links=tuple(changed)), NEW
        if link.label:
            changed[at] = replace(link, label=WORD)
            yield "label", replace(record, links=tuple(changed)), WORD


def told(text: str) -> Counter[str]:
    """Links and elements that GitHub's renderer makes of a page."""
    html = github_flavored_markdown_to_html(text, cmark.Options.CMARK_OPT_UNSAFE)
    return Counter(href or tag for href, tag in _COUNTED.findall(html))


def edited(catalog: Catalog, template: str, page: str, sample: Sequence[Record]) -> Iterator[tuple[str, bool, Record]]:
    for record in sample:
        for field, other, shown in edits(record):
            records = tuple(other if one is record else one for one in catalog.records)
            now = readme(Catalog(catalog.list, records), template)
            yield field, shown in now and now != page, record


def added(catalog: Catalog, template: str, page: str) -> Iterator[tuple[str, bool]]:
    """For each section whether a new record there adds its link, at most a row, an item or a heading, and no more."""
    before = told(page)
    for section in catalog.by_section:
        one = Record("a-new-record", section, WORD, links=(Link(NEW),), description="一句说明。")
        now = told(readme(Catalog(catalog.list, (*catalog.records, one)), template))
        extra, gone = now - before, before - now
        fine = extra.pop(NEW, 0) == 1 and not gone and not extra.pop("table", 0) and sum(extra.values()) <= 1
        yield section, fine


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("files", nargs="+", type=Path)
    words.add_argument("--records", type=int, default=12)
    words.add_argument("--show", action="store_true")
    asked = words.parse_args()
    print("| 列表 | 条目 | body | 改动 | 到页面 | 小节 | 新条目无碍 |\n|---|---|---|---|---|---|---|")
    for file in asked.files:
        _one(file, asked.records, show=asked.show)


def _one(file: Path, size: int, *, show: bool) -> None:
    data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    text = data.decode("utf-8-sig", "replace")
    read = read_readme(text, "README.md")
    catalog = fitted(read.catalog, read.columns)
    page = readme(catalog, read.template)
    assert plain(page).startswith(plain(text)), file
    free = [record for record in catalog.records if not record.body]
    sample = random.Random(file.name).sample(free, min(size, len(free)))
    changes = list(edited(catalog, read.template, page, sample))
    assert readme(catalog, read.template) == page, file
    new = list(added(catalog, read.template, page))
    kept = len(catalog.records) - len(free)
    figures = (len(changes), sum(fine for _, fine, _ in changes), len(new), sum(fine for _, fine in new))
    print(f"| {file.name[:40]} | {len(catalog.records)} | {kept} | {' | '.join(map(str, figures))} |", flush=True)
    if show:
        for field, fine, record in changes:
            if not fine:
                print(f"  {field}: {record.section}/{record.slug} {dict(record.extra)}")
        for section, fine in new:
            if not fine:
                print(f"  新条目：{section}")


if __name__ == "__main__":
    main()
