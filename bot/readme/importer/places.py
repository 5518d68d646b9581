"""Where the name and the link of an entry stand in its text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

from bot.catalog.model import Link, Record
from bot.markdown.escape import escape, escape_html
from bot.markdown.visible import visible
from bot.readme.importer.words import clean_name

_TARGET_ENDS = re.compile(r">?(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*\)")
_TARGET_BEGINS = re.compile(r"\]\([ \t]*<?$")
_ANCHOR = re.compile(r"<a\b[^<>]*\bhref\s*=\s*(['\"])$", re.IGNORECASE)
_ANCHOR_ENDS = re.compile(r"</a\s*>", re.IGNORECASE)
_TARGET = re.compile(r"\]\([^\s()]*$")  # of an image in a label, say
_GOES_ON = re.compile(r"[\w/#?=&%~-]")
_MARKS = re.compile(r"\*\*|__|[*_~]")
_LONGEST_LABEL = 600
_LONGEST_NAME = 260
_NEAR = 200
_FIRST = 20

Kind = Literal["inline", "html", "angled", "bare", "reference"]


class Place(NamedTuple):
    """Offsets of a link, of its label (empty where it has none), and of its target as written."""

    kind: Kind
    start: int
    end: int
    label: tuple[int, int]
    target: tuple[int, int]


def main_link(text: str, record: Record, start: int) -> tuple[Link, Place] | None:
    """The link behind `start` that has the record's name, else the first one."""
    places = [(link, place) for link in record.links[:_FIRST] if (place := link_place(text, link))]
    places = [pair for pair in places if pair[1].start >= start]
    own = [pair for pair in places if record.name in {pair[0].label, clean_name(pair[0].label)}]
    return next(iter(own or places), None)


def name_by_link(text: str, name: str, place: Place | None, start: int) -> tuple[int, int] | None:
    """Where the name stands: in the link's label, before the link, or behind it."""
    if place is None:
        return name_place(text, name, start, len(text))
    in_label = name_place(text, name, *place.label) if place.label[0] < place.label[1] else None
    return in_label or name_place(text, name, start, place.start) or name_place(text, name, place.end, len(text))


def link_place(text: str, link: Link) -> Place | None:
    """The first place of the link, that under its label before others."""
    found = list(islice(_places(text, link.url), _FIRST))
    if not found and link.label:
        found = list(_references(text, link.label))
    labelled = [place for place in found if link.label and visible(text[slice(*place.label)]) == link.label]
    return next(iter(labelled or found), None)


def _places(text: str, url: str) -> Iterator[Place]:
    for raw in dict.fromkeys((url, html.escape(url, quote=False))):
        at = text.find(raw)
        while at >= 0 and raw:
            if place := _place(text, at, at + len(raw)):
                yield place
            at = text.find(raw, at + len(raw))


def _place(text: str, start: int, end: int) -> Place | None:
    before = text[max(0, start - _NEAR) : start]
    if (begins := _TARGET_BEGINS.search(before)) and (ends := _TARGET_ENDS.match(text, end)):
        closes = start - len(before) + begins.start()
        opens = _opening(text, closes)
        if opens < 0:
            return None
        return Place("inline", opens, ends.end(), (opens + 1, closes), (closes + 2, ends.end() - 1))
    if (anchor := _ANCHOR.search(before)) and text[end : end + 1] == anchor[1]:
        opened = text.find(">", end) + 1
        closed = _ANCHOR_ENDS.search(text, opened) if opened else None
        begin = start - len(before) + anchor.start()
        return Place("html", begin, closed.end(), (opened, closed.start()), (start, end)) if closed else None
    if before.endswith(("](", '"', "'", "=")) or _GOES_ON.match(text, end):
        return None
    if before.endswith("<") and text[end : end + 1] == ">":
        return Place("angled", start - 1, end + 1, (start, start), (start, end))
    return Place("bare", start, end, (start, start), (start, end))


def _opening(text: str, closes: int) -> int:
    """The bracket that the one at `closes` closes; -1 where there is none."""
    depth = 0
    for at in range(closes, max(-1, closes - _LONGEST_LABEL), -1):
        if text[at] in "[]" and not (at and text[at - 1] == "\\"):
            depth += 1 if text[at] == "]" else -1
            if not depth:
                return at
    return -1


def _references(text: str, label: str) -> Iterator[Place]:
    """`[label][id]`, `[label][]` or `[label]`: the address stands elsewhere on the page."""
    at = text.find(f"[{label}]")
    if at >= 0:
        closes = at + len(label) + 1
        given = re.compile(r"\[([^\[\]\n]*)\]").match(text, closes + 1)
        target = given.span(1) if given else (closes, closes)
        yield Place("reference", at, given.end() if given else closes + 1, (at + 1, closes), target)


def name_place(text: str, name: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the name is written between two offsets: letter for letter, or with marks inside."""
    for raw in dict.fromkeys((name, escape(name), escape_html(name))):
        at = text.find(raw, start, end)
        while at >= 0:
            if _is_whole(text, at, at + len(raw)) and not _TARGET.search(text, max(start, at - _NEAR), at):
                return at, at + len(raw)
            at = text.find(raw, at + 1, end)
    return _with_marks(text, name, start, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter goes on before or behind: `Go` is not named by `Google`."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and before.isascii() and text[start].isascii()) and not (
        behind.isalnum() and behind.isascii() and text[end - 1].isascii()
    )


def _with_marks(text: str, name: str, start: int, end: int) -> tuple[int, int] | None:
    first = text.find(name[:1], start, end)
    if first < 0:
        return None
    while (mark := _MARKS.match(text, max(start, first - 2))) and mark.end() == first:
        first = mark.start()
    for last in range(first + len(name), min(end, first + _LONGEST_NAME) + 1):
        if clean_name(text[first:last]) == name and not _MARKS.match(text, last):
            return first, last
    return None
