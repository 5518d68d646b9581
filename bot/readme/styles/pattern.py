"""A style written out in list.yml: `- [{name}]({url}) - {description}`, one line per record.

`{url}` is the record's first link; further links follow the description. A pattern that ends in a line end has a
blank line between two records.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from bot.catalog.model import Record
from bot.catalog.show import PLACEHOLDERS
from bot.markdown.escape import escape, link

_FIELD = rf"\{{({'|'.join(PLACEHOLDERS)})\}}"
_LINK = "[{name}]({url})"
_TRAILING = r"[\s\-–—:：,，]+$"


class Pattern(NamedTuple):
    text: str

    @property
    def BETWEEN(self) -> str:  # noqa: N802 - as the styles that are modules have it
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
