"""A new entry in the shape that the catalog's own headings have → its fields."""

from __future__ import annotations

import re
from datetime import date

from bot.catalog.model import Link, Record
from bot.catalog.words import KINDS
from bot.markdown.links import links
from bot.markdown.visible import visible
from bot.readme.importer.records import link_type

_HEADING = re.compile(r"#{2,6} (.+?)(?:（(\d{4}-\d\d-\d\d)）)?")
_KINDS = {word: kind for kind, word in KINDS.items()}


def headed(text: str, section: str) -> Record | None:
    """Heading, facts, links, description; None for another shape. The caller sees whether it shows as `text`."""
    blocks = text.split("\n\n", 3)
    heading = _HEADING.fullmatch(blocks[0])
    if not heading or len(blocks) < 3:
        return None
    kind, *makers = visible(blocks[1]).split(" · ")
    if kind not in _KINDS or len(makers) > 1:
        return None
    found = links(blocks[2]) if len(blocks) == 4 else ()
    try:
        added = date.fromisoformat(heading[2]) if heading[2] else None
    except ValueError:
        return None
    return Record(
        slug="",
        section=section,
        name=visible(heading[1]),
        kind=_KINDS[kind],
        organisations=tuple(makers[0].split("、")) if makers else (),
        added=added,
        links=tuple(Link(one.url, link_type(one.url), one.label) for one in found),
        description="\n\n".join(blocks[3 if found else 2 :]) + "\n",
    )
