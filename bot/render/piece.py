"""What a page shows of one record, found without a look at any other: it can be kept from one run to the next."""

from __future__ import annotations

from typing import Any, NamedTuple

from bot.record import Record
from bot.render import outline
from bot.render.markdown import escape, flat, slug
from bot.render.pattern import Pattern, is_pattern
from bot.render.shapes import headings, is_shape, shape


class Piece(NamedTuple):
    """`text` is the record's Markdown as `show` has it at heading level `level`; `name` is for the table of contents.

    `slugs` are the fragments of its headings, before those that come twice are told apart; the record's own first.
    `told` is what the text says of the record's relations, in which other records take part; None before one asked.
    """

    show: str
    level: int
    text: str
    name: str
    slugs: tuple[str, ...]
    told: tuple[str, ...] | None


def form_of(show: str) -> Any:
    return Pattern(show) if is_pattern(show) else shape(show)


def is_form(show: str) -> bool:
    return is_pattern(show) or is_shape(show)


def piece(record: Record, show: str, level: int, told: tuple[str, ...] | None = None) -> Piece:
    """Without `told`, the text of a record that has relations stays empty."""
    headed = show == "headings" and not record.body
    titles = [headings.heading(record, flat(record.name))] if headed else []
    titles += outline.headings(record.body or record.description)
    if record.body or not record.relations:
        told = ()
    text = record.body or ("" if told is None else form_of(show).render(record, told, level))
    return Piece(show, level, text, escape(record.name), tuple(map(slug, titles)), told)
