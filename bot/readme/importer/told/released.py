"""Another thing released along with the entry: “此外还发布了OwlCode-7B模型”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.markdown.page import Page, Span
from bot.readme.importer.told.names import NAME, RELEASED, THING
from bot.readme.importer.told.sentences import sentences, span

ALONG = r"(?:同时|此外|另外|随后|又|还|并)"
_ALSO = re.compile(
    rf"{ALONG}[^，。；]{{0,30}}?{RELEASED}了?[^，。；A-Za-z]{{0,16}}?"
    rf"(?:{THING}[ \u00a0—“《]*(?P<after>{NAME})|(?P<before>{NAME})[^，。；、A-Za-z]{{0,8}}?{THING})"
)


def find(page: Page, whole: Span) -> Iterator[Span]:
    for said in sentences(page, whole):
        if told := _ALSO.search(said.text):
            yield span(whole, told["after"] or told["before"], said)
