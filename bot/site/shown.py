"""A record → what the site shows of it: one `Entry` per record, the same for every page and file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.catalog.model import Record
from bot.catalog.words import LANGUAGES, USES
from bot.site import prose
from bot.site.link_facts import ShownLink

SUMMARY = 110  # characters


@dataclass(frozen=True, eq=False)
class Entry:
    """A record, the file of its page, and what the catalog knows of it beside the record's own fields.

    `base` are names, each with the slug of its entry or nothing; `related` are the relations in both directions, under
    the words for them; `successor` is the slug of the entry that took its place.
    """

    record: Record
    file: str
    sections: tuple[str, ...]
    kind: str = ""
    links: tuple[ShownLink, ...] = ()
    correction: str = ""
    base: tuple[tuple[str, str], ...] = ()
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    successor: str = ""

    @property
    def page(self) -> str:
        """Its address below the site."""
        return f"entries/{self.file}"

    @property
    def use(self) -> str:
        return USES[self.record.use] if self.record.use else ""

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(LANGUAGES.get(code, code) for code in self.record.languages)

    @property
    def withdrawn(self) -> bool:
        return self.record.status == "withdrawn"

    @property
    def year(self) -> str:
        day = self.record.released or self.record.added
        return f"{day.year:04d}" if day else ""

    @property
    def changed(self) -> str:
        """The last day on which something was done to it, or an empty string."""
        return max((day.isoformat() for day in (self.record.added, self.record.updated) if day), default="")

    @cached_property
    def html(self) -> str:
        return prose.html(self._text)

    @cached_property
    def plain(self) -> str:
        return prose.plain(self.html)

    @property
    def summary(self) -> str:
        return prose.shortened(self.plain, SUMMARY)

    @property
    def _text(self) -> str:
        return self.record.description or self.record.body
