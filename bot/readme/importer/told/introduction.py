"""The thing that a section is about, told in its introduction: “三、Rock-2篇”, then “某公司正式发布…Rock2…”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.markdown.links import links
from bot.markdown.page import Block, Page, Span
from bot.markdown.visible import visible
from bot.readme.importer.told.names import NAME, RELEASED, folded_name, is_name
from bot.readme.importer.words import clean_name

_TITLE = re.compile(rf"({NAME}(?: [0-9A-Z][\w.-]*)?)\s*(?:篇|系列|家族|专区|专题|相关)?")
_RELEASED = re.compile(rf"(?:正式|重磅|官宣|全新)?{RELEASED}")


def introduction(page: Page, title: str, blocks: Sequence[Block]) -> list[Span]:
    """The one entry that the paragraphs are; none where they do not tell that what the title names was released."""
    named = _TITLE.fullmatch(clean_name(title))
    told = [block for block in blocks if block.kind == "paragraph"]
    if not named or not told or not is_name(named[1]):
        return []
    start, end = told[0].start, told[-1].end
    text = page.text(start, end)
    shown = visible(text)
    if folded_name(named[1]) not in folded_name(shown) or not _RELEASED.search(shown):
        return []
    return [Span(start, end, "prose", named[1], links(text, start, page.refs), text=text)]
