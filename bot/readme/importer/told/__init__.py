"""Entries told within another's text: they have no heading, item or line of their own, only words that announce them.

One file per clue, each with `find(page, whole)`: the stretches of `whole` that tell of another thing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.markdown.page import Page, Span
from bot.readme.importer.told import labelled, members, released, subject
from bot.readme.importer.told.names import akin, folded_name, is_name, names_of

_CLUES = (members, subject, released, labelled)
_SURE = (members, labelled)  # a name in the heading, or an address of its own, says that it is another thing
_SHAPES = {"headings", "items", "prose"}


def told(page: Page, whole: Span, known: Collection[str]) -> list[Span]:
    """The entries within `whole`; `known` are the folded names of the list's entries, which are not told once more."""
    if whole.shape not in _SHAPES or whole.text.isascii():
        return []
    own = names_of(whole)
    found: dict[str, Span] = {}
    for clue in _CLUES:
        for span in clue.find(page, whole):
            name = folded_name(span.name)
            another = clue in _SURE or not akin(name, own)
            if another and is_name(span.name) and name not in known and name not in found:
                found[name] = span
    return sorted(found.values(), key=lambda span: (span.start, span.end))


def without(whole: Span, parts: list[Span]) -> Span:
    """`whole` less the links that are its parts'."""
    theirs = {link.start for part in parts for link in part.links}
    return replace(whole, links=tuple(link for link in whole.links if link.start not in theirs)) if theirs else whole
