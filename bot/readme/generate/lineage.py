"""Which model was built on which: a line per base that names what stands on it, a nested one where that goes on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bot.catalog.model import Record
from bot.markdown.escape import escape
from bot.readme.generate.contents import Page
from bot.readme.styles.facts import OWN


def lineage(page: Page) -> str:
    """From `base` of the active records, in the order of the page; bases of one's own making are no base.

    What is no entry and has but one thing built on it goes into a line at the end.
    """
    built: dict[str, list[Record]] = defaultdict(list)
    for section in page.catalog.sections:
        for record, _ in page.rows[section.path]:
            for base in record.base if record.status == "active" else ():
                if not base.startswith(OWN):
                    built[base].append(record)
    stands = {record.slug for records in built.values() for record in records}
    roots = [base for base in built if base not in stands]
    single = [base for base in roots if len(built[base]) == 1 and base not in page.catalog.by_slug]
    lines = [line for base in roots if base not in single for line in _lines(page, built, base)]
    rest = "；".join(f"{escape(base)} → {page.link(built[base][0])}" for base in single)
    return "\n".join([*lines, f"- 其他：{rest}"] if rest else lines)


def _lines(page: Page, built: dict[str, list[Record]], root: str) -> Iterator[str]:
    """Each base once: what stands on two is named under both, what stands on it under the first."""
    waiting, seen = [(root, 0)], {root}
    while waiting:
        base, depth = waiting.pop()
        record = page.catalog.by_slug.get(base)
        name = page.link(record) if record else escape(base)
        bases = [one.slug for one in built[base] if one.slug in built and one.slug not in seen]
        leaves = [page.link(one) for one in built[base] if one.slug not in bases]
        yield f"{'  ' * depth}- **{name}**{' → ' if leaves else ''}{' · '.join(leaves)}"
        seen.update(bases)
        waiting += [(slug, depth + 1) for slug in reversed(bases)]
