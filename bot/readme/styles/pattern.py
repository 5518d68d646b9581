"""A shape written out in list.yml: `- [{name}]({url}) - {description}`, one line per record.

`{url}` is the record's first link; further links follow the description. A pattern that ends in a line end has a
blank line between two records.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from bot.catalog.model import Link, Record
from bot.markdown.escape import escape, link

NAMES = ("name", "url", "description")
_FIELD = rf"\{{({'|'.join(NAMES)})\}}"
_WORD = re.compile(r"\{([A-Za-z]+)\}")
_LINK = "[{name}]({url})"
_TRAILING = r"[\s\-–—:：,，]+$"


class Pattern(NamedTuple):
    text: str

    @property
    def BETWEEN(self) -> str:  # noqa: N802 - as the shapes that are modules have it
        return "\n\n" if self.text.endswith("\n") else "\n"

    def render(self, record: Record, told: str, level: int) -> str:
        del told, level
        return self.line(record)

    def line(self, record: Record) -> str:
        """The record's line. A line break in its description would end a list item or a table row: it is a blank."""
        url = record.links[0].url if record.links else ""
        more = "、".join(link(one.label or one.url, one.url) for one in record.links[1:])
        said = " ".join(record.description.split("\n")).strip()
        told = said + (f"（{more}）" if more and said else more)
        whole = link(record.name, url) if url else escape(record.name)
        outline = self.text.strip("\n").replace(_LINK, "\0")
        named = {"name": escape(record.name) if "{name}" in outline else "", "url": url, "description": told}
        shown = re.sub(_FIELD, lambda field: _value(field, named), outline)
        return (shown if told else re.sub(_TRAILING, "", shown)).replace("\0", whole)


def _value(field: re.Match[str], named: Mapping[str, str]) -> str:
    return named[field[1]].replace("\0", "")


def is_pattern(show: str) -> bool:
    return "{name}" in show


def strangers(show: str) -> list[tuple[str, str]]:
    """Placeholders that nobody fills: each with the one that is meant, or an empty string for another field's name.

    Other words in braces are the list's own, and are printed.
    """
    words = [word for word in _WORD.findall(show) if word not in NAMES]
    if not words:
        return []
    fields = {field.name for cls in (Record, Link) for field in dataclasses.fields(cls)}
    found = [(word, _meant(word.lower(), fields)) for word in words]
    return [(word, meant) for word, meant in found if meant is not None]


def _meant(word: str, fields: AbstractSet[str]) -> str | None:
    """The placeholder of another name, or of one or two letters less, more or exchanged; None for any other word."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only needed for a mistake

    from bot.catalog.values import SYNONYMS  # noqa: PLC0415 - likewise

    field = word if word in NAMES else SYNONYMS.get(word, word)
    if field in NAMES:
        return field
    if {field, f"{field}s"} & fields:
        return ""
    near = {name: OSA.distance(word, name) for name in NAMES}
    likely = min(near, key=near.__getitem__)
    return likely if near[likely] <= min(2, len(likely) // 2) else None
