"""A paragraph about another thing than the heading above: under “RockLM”, “PebbleChat是一个…模型。”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.markdown.page import Page, Span
from bot.readme.importer.told.names import NAME, THING
from bot.readme.importer.told.sentences import sentences, span

_IS = re.compile(
    rf"({NAME})\s*(?:[（(][^（()）]*[）)])?\s*是(?:一[个款种套份]|首个)(?:[^，。；]*的)?[^，。；的]*{THING}。?$"
)


def find(page: Page, whole: Span) -> Iterator[Span]:
    for said in sentences(page, whole) if whole.shape == "headings" else ():
        if said.first and (told := _IS.match(said.text)):
            yield span(whole, told[1], said)
