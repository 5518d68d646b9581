"""What a page shows of one record, found without a look at any other: it can be kept from one run to the next."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from bot.catalog.model import Record
from bot.markdown.escape import escape, flat, slug
from bot.markdown.headings import heading_texts
from bot.readme.styles import headings, is_shape, shape
from bot.readme.styles.pattern import Pattern, is_pattern

_HOLE = "\0told\0"


class Piece(NamedTuple):
    """`text` is the record's Markdown as `show` has it at heading level `level`; `name` is for the table of contents.

    `slugs` are the fragments of its headings, before those that come twice are told apart; the record's own first.
    `tied` is the text with a hole for what is said of its relations, in which other records take part.
    """

    show: str
    level: int
    text: str
    name: str
    slugs: tuple[str, ...]
    tied: str

    def telling(self, told: str) -> str:
        """The text with `told` of the record's relations; without, where there is nothing to tell."""
        return self.tied.replace(_HOLE, told) if told and self.tied else self.text


@cache
def form_of(show: str) -> Any:
    return Pattern(show) if is_pattern(show) else shape(show)


@cache
def is_form(show: str) -> bool:
    return is_pattern(show) or is_shape(show)


def piece(record: Record, show: str, level: int) -> Piece:
    headed = show == "headings" and not record.body
    titles = [headings.heading(record, flat(record.name))] if headed else []
    titles += heading_texts(record.body or record.description)
    text = record.body or form_of(show).render(record, "", level)
    open_to = record.relations and not record.body and "\0" not in text  # nobody's text shall pass for a hole
    tied = form_of(show).render(record, _HOLE, level) if open_to else ""
    return Piece(show, level, text, escape(record.name), tuple(map(slug, titles)), tied)
