"""The sentences of an entry's text, each with its place: told things are found in one, and quoted by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.markdown.page import Found, Page, Span

_SENTENCE = re.compile(r"[^。！？!?\n]+(?:\n[^。！？!?\n]+)*[。！？!?]*")
_BLANK = " \t\u00a0\u3000\n"
_HEADINGS = ("#", "|", ">", "```", "~~~")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Lines `start` to `end` (not included) of the page; `first` says that a paragraph begins with it."""

    text: str
    start: int
    end: int
    first: bool


def sentences(page: Page, whole: Span) -> Iterator[Sentence]:
    """In order; what is a heading, a table, a quote or code is passed over."""
    text = page.text(whole.start, whole.end)
    line, at, after = whole.start, 0, -1
    for found in _SENTENCE.finditer(text):
        said = found[0].strip(_BLANK)
        line += text.count("\n", at, found.start())
        at = found.start()
        if said and not said.startswith(_HEADINGS):
            yield Sentence(said, line, line + found[0].count("\n") + 1, found.start() != after)
        after = found.end()


def span(whole: Span, name: str, said: Sentence, links: tuple[Found, ...] = ()) -> Span:
    """The entry `name` that a sentence of `whole` tells of."""
    return Span(said.start, said.end, "told", name, links, whole.start, said.text)
