"""The headings of a page as GitHub reads them, and the text that their anchors are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HASHES = re.compile(r"#{1,6}[ \t]*")
_SHOWN = {"Text", "Code"}
_INSIDE = {"Emphasis", "Strong", "Strikethrough", "Link", "InlineHtml", "SoftBreak", "HardBreak"}


@dataclass(frozen=True, slots=True)
class Heading:
    """`start` is its offset; `markdown` what is written between the marks, `text` what is left of it in HTML.

    No blank is cut off from `text`: a picture at the end of a heading leaves the blank before it.
    """

    start: int
    markdown: str
    text: str


def headings(markdown: str) -> Iterator[Heading]:
    """Every heading, in order; those in HTML are none of Markdown's."""
    if "#" not in markdown and "\n=" not in markdown and "\n-" not in markdown:
        return
    from bot.markdown.parse import nodes  # noqa: PLC0415 - few texts have a heading

    shown: list[tuple[int, str]] = []
    for node in nodes(markdown):
        if node.kind in _SHOWN:
            shown.append((node.start, node.data))
        elif node.kind == "Image":
            shown = [(start, text) for start, text in shown if start < node.start]
        elif node.kind == "Heading":
            source = _HASHES.sub("", markdown[node.start : node.inner], count=1)
            yield Heading(node.start, source, "".join(text for _, text in shown))
            shown = []
        elif node.kind not in _INSIDE:
            shown = []


def heading_texts(markdown: str) -> Iterator[str]:
    """The visible text of each heading, in order."""
    return (heading.text.strip() for heading in headings(markdown))
