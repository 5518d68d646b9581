"""A text kept from an imported page follows what a correction changes in its record, for it is what the page shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.catalog.model import Link, Record, leads
from bot.catalog.words import Words
from bot.markdown.escape import escape, link


def followed(before: Record, after: Record, words: Words) -> Record:
    """`after` with its name, its new links and the day it was updated in its text, where these stood there before."""
    if not after.body:
        return after
    body = after.body
    if after.name != before.name:
        written = escape(before.name)
        body = body.replace(written if written in body else before.name, escape(after.name), 1)
    if before.updated and after.updated:
        for old, new in zip(_written(before.updated), _written(after.updated), strict=True):
            body = body.replace(old, new)
    for one in after.links:
        if not leads(body, one.url):
            body = _with(body, one, words)
    return replace(after, body=body)


def _written(day: date) -> tuple[str, ...]:
    short = f"{day.year}年{day.month}月{day.day}日"
    return day.isoformat(), f"{day:%Y/%m/%d}", f"{day:%Y.%m.%d}", f"{day:%Y年%m月%d日}", short


def _with(body: str, one: Link, words: Words) -> str:
    """A link at the end of a line of text, inside of the last cell of a table row, below the rest of longer text."""
    shown = link(words.link(one), one.url)
    if "\n" in body:
        return f"{body}\n\n{shown}"
    if body.rstrip().endswith("|"):
        return f"{body.rstrip()[:-1].rstrip()} {shown} |"
    return f"{body} {shown}"
