"""A text kept from an imported page, beside the fields of its record: what the two say differently."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.catalog.model import Link, Record, is_url, leads
from bot.markdown.found import Found
from bot.markdown.links import links
from bot.markdown.visible import visible
from bot.readme.importer.records import NAMELESS
from bot.readme.importer.words import dates, updated
from bot.text.squeezed import squeezed

# A link whose address stands elsewhere on the page: `[name][1]`, `[name]`.
_REFERENCE = re.compile(r"\[([^\[\]\n]+)\](?![(:\]])")
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)


@dataclass(frozen=True)
class BodyText:
    """What a record's text says, looked at no closer than need be: most say what their record says."""

    record: Record

    @cached_property
    def visible(self) -> str:
        return visible(self.record.body)

    @cached_property
    def shown(self) -> str:
        """The text as a reader sees it, without blanks and capitals."""
        return squeezed(self.visible)

    @cached_property
    def links(self) -> list[Found]:
        """The links in the text that lead out of the page."""
        return [link for link in links(self.record.body) if link.outward]

    def other_name(self) -> str:
        """What the text calls the entry, where that is not the record's name."""
        name, written = squeezed(self.record.name), squeezed(html.unescape(self.record.body))
        if name in self.shown or all(squeezed(word) in written for word in _WORD.findall(self.record.name)):
            return ""
        from bot.readme.importer.single_entry import read_entry  # noqa: PLC0415 - only for a text that seems to differ

        other = read_entry(self.record.body).name
        return "" if squeezed(other) == name or self.record.name == NAMELESS else other

    def unprinted(self) -> list[Link]:
        """Links of the record that the text does not have."""
        body = self.record.body
        missing = [link for link in self.record.links if not leads(body, link.url.removeprefix("http://"))]
        if not missing:
            return []
        named = {squeezed(words) for words in _REFERENCE.findall(body)}
        return [one for one in missing if not named & {squeezed(one.label), squeezed(self.record.name)}]

    def unlisted(self) -> list[str]:
        """Addresses in the text that the record does not have."""
        known = {_plain(link.url) for link in self.record.links}
        rest = _plain(self.record.body)
        for url in sorted(known, key=len, reverse=True):
            rest = rest.replace(url, "")
        if not _ADDRESS.search(rest):
            return []
        urls = dict.fromkeys(link.url for link in self.links if is_url(link.url))
        return [url for url in urls if _plain(url) not in known]

    def other_labels(self) -> Iterator[tuple[Link, str]]:
        """Links that the text has under other words than the record, with the first of these words."""
        for link in self.record.links:
            if link.label and squeezed(link.label) not in self.shown:
                labels = [found.label for found in self.links if _plain(found.url) == _plain(link.url)]
                if labels and squeezed(link.label) not in map(squeezed, labels):
                    yield link, labels[0]

    def hides_description(self) -> bool:
        said = squeezed(visible(self.record.description))
        return bool(said) and said not in self.shown

    def other_day(self) -> date | None:
        """When the text says the entry was updated, where the record gives a day that is not in it."""
        told, body = self.record.updated, self.record.body
        return None if told is None or told in dates(body) else updated(body)


def _plain(url: str) -> str:
    return html.unescape(url.replace("\\", ""))
