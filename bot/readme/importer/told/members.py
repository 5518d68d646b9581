"""Things that a heading names in its brackets: “动物园（长颈鹿Giraffe和Zebra）” is a place, and they are in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.markdown.page import Page, Span
from bot.readme.importer.told.names import NAME, RELEASED
from bot.readme.importer.told.sentences import Sentence, sentences, span

_BRACKETS = re.compile(r"[（(]([^（()）]{1,60}(?:和|与|、|及)[^（()）]{1,60})[）)]")
_NAME = re.compile(NAME)


def find(page: Page, whole: Span) -> Iterator[Span]:
    inside = _BRACKETS.search(whole.heading)
    members = _NAME.findall(inside[1]) if inside else []
    if len(members) < 2:
        return
    joined = r"\s*(?:[（(][^（()）]*[）)])?\s*(?:和|与|、|及)\s*".join(map(re.escape, members))
    named = re.compile(rf"{RELEASED}[的了]?[^，。；A-Za-z]{{0,12}}?({joined})")
    for said in sentences(page, whole):
        if told := named.search(said.text):
            yield span(whole, told[1], _with_more(page, whole, said, members))
            return


def _with_more(page: Page, whole: Span, said: Sentence, members: list[str]) -> Sentence:
    """The sentence, and the paragraphs after it that begin with one of the names."""
    end = said.end
    for later in sentences(page, whole):
        if later.first and later.start > end and later.text.startswith(tuple(members)):
            end = later.end
    if end == said.end:
        return said
    return Sentence(page.text(said.start, end).strip(), said.start, end, said.first)
