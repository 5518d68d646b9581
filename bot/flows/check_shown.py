"""What only the page shows: its own rules on the page that an imported catalog makes, each told where it is mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.catalog.model import Catalog, Record
from bot.catalog.show import is_pattern
from bot.lint.context import LintContext
from bot.lint.engine import run
from bot.lint.finding import Finding, Place
from bot.lint.page_context import page_context
from bot.readme.generate.page import README
from bot.readme.generate.template import TEMPLATE, unescaped
from bot.text.line_ends import plain_ends

_JUDGED = ("LNK", "DUP", "TXT")  # rules about links and texts, not about files


def is_imported(catalog: Catalog) -> bool:
    """Whether sections are written as the list had them: there the page holds more than the fields of its records."""
    return any(is_pattern(section.entry.show) for section in catalog.sections) or any(
        record.body for record in catalog.records
    )


def as_shown(seen: LintContext, text: str, template: str, findings: Sequence[Finding]) -> Iterator[Finding]:
    """`findings`, and those on the page `text` that are not among them; of records that stood so on a page, what
    the page alone would be told.
    """
    kept = [finding for finding in findings if not _stood_so(seen, finding)]
    told = {(finding.code, slug) for finding in kept for slug in finding.records if slug}
    yield from kept
    for finding in _on_page(seen, text, template):
        slugs = [slug for slug in finding.records if slug]
        waived = any(finding.code in map(str.upper, seen.catalog.by_slug[slug].allow) for slug in slugs)
        if not waived and not any((finding.code, slug) in told for slug in slugs):
            yield finding


def _stood_so(seen: LintContext, finding: Finding) -> bool:
    """Whether it is about nothing but texts and links taken over from a page, which are judged as that page's."""
    records = [seen.catalog.by_slug.get(slug) for slug in finding.records]
    if not finding.code.startswith(_JUDGED):
        return False
    return finding.place.file in {README, TEMPLATE} or all(record and seen.stood_so(record) for record in records)


def _on_page(seen: LintContext, text: str, template: str) -> Iterator[Finding]:
    page = replace(page_context(text, README, seen.today, seen.checkout), facts=seen.facts)
    places = _Places(seen.catalog, page.subjects, text, template)
    for finding in run(page):
        if finding.code.startswith(_JUDGED):
            url = str(finding.evidence.get("url", ""))
            related = tuple(places.of(other) for other in finding.related)
            yield replace(finding, place=places.of(finding.place, url), related=related)


class _Places:
    """From a place on the page to the record or to the line of the template that makes it."""

    def __init__(self, catalog: Catalog, read: Sequence[Record], page: str, template: str) -> None:
        waiting: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for record in catalog.records:
            waiting[_key(record)].append(record)
        named = {record.name: record for record in reversed(catalog.records)}
        self.records: dict[str, Record] = {}
        for record in (one for one in read if one.section):
            twins = waiting.get(_key(record))
            if own := twins.pop(0) if twins else named.get(record.name):  # twins stand in one order here and there
                self.records[record.slug] = own
        self.page = plain_ends(page).split("\n")
        lines = enumerate(map(unescaped, plain_ends(template).split("\n")), 1)
        self.template: Mapping[str, int] = {line: number for number, line in reversed([*lines]) if line.strip()}

    def of(self, place: Place, url: str = "") -> Place:
        if record := self.records.get(place.record):
            own = next((link.line for link in record.links if link.url == url), 0)
            return Place(record.slug, record.file, own or record.line())
        line = self.page[place.line - 1] if 0 < place.line <= len(self.page) else ""
        if number := self.template.get(line):
            return Place("", TEMPLATE, number, place.column)
        return Place("", README, place.line, place.column)


def _key(record: Record) -> tuple[str, str]:
    return record.name, record.links[0].url if record.links else ""
