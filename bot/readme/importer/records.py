"""An entry's lines → a record: its links with their lines, names, dates, description."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.catalog.model import Link, Record, Relation
from bot.markdown.found import Found
from bot.markdown.page import Span
from bot.markdown.visible import visible
from bot.readme.importer.entry_name import aliases
from bot.readme.importer.slugs import best_slug, free
from bot.readme.importer.words import updated, updated_line
from bot.readme.styles.link_types import link_type

NAMELESS = "（无名）"
_WEB = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)


class Names:
    """Slugs given out so far, and the slug of the record that starts on each line."""

    def __init__(self) -> None:
        self.used: dict[str, int] = {}
        self.by_line: dict[int, str] = {}

    def slug(self, span: Span) -> str:
        outward = next((link.url for link in span.links if link.outward and not link.badge), "")
        slug = free(best_slug(span.name, outward), self.used)
        self.by_line[span.start] = slug
        return slug


def new_slug(record: Record, used: dict[str, int]) -> str:
    """A slug for a record that has none; it is put into `used`."""
    return free(best_slug(record.name, record.links[0].url if record.links else ""), used)


def record(span: Span, section: str, order: int, file: str, names: Names, *, body: str = "") -> Record:
    """The record of one entry; `lines` holds its first and last line as `name` and `end`, 1-based.

    `body` is its text in the page, marker and all, where that is not the span's own.
    """
    whole = names.by_line.get(span.parent, "")
    return Record(
        slug=names.slug(span),
        section=section,
        name=span.name or NAMELESS,
        aliases=aliases(span.name),
        order=order,
        updated=(updated(span.heading) or updated_line(span.text)) if span.heading else updated(span.text),
        links=tuple(_link(link) for link in span.links if link.outward),
        relations=(Relation("part-of", whole, span.start + 1),) if whole else (),
        description=description(span),
        body=body or span.text,
        file=file,
        lines={"name": span.start + 1, "end": span.end},
    )


def storable(record: Record) -> Record:
    """The record as a catalog can hold it: web addresses only, and no description beside a body that holds it."""
    links = tuple(Link(link.url, link.type, link.label) for link in record.links if _WEB.fullmatch(link.url))
    return replace(record, links=links, description="", lines={}, file=f"catalog/{record.section}/{record.slug}.yml")


def description(span: Span) -> str:
    """What is said of the entry beyond its name, as a reader sees it."""
    text = span.text
    if span.shape in {"headings", "items"} and "\n" in text and span.heading:
        text = text.split("\n", 1)[1]
    shown = visible(text).lstrip("-*+ ")
    return shown.removeprefix(span.name).lstrip(" :：-–—|,，*").strip()


def _link(link: Found) -> Link:
    return Link(link.url, link_type(link.url), link.label, link.line + 1, link.written)
