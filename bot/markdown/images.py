"""The pictures of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.markdown.link_scan import Scan
from bot.markdown.parse import nodes

_SRC = re.compile(r"<img\b[^<>]*?\ssrc\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|([^\s\"'<>]+))", re.IGNORECASE)


def images(text: str) -> Iterator[tuple[str, int]]:
    """Each address with its 1-based line, in Markdown or HTML."""
    scan = Scan(text, 1)
    for node in nodes(text):
        if node.kind == "Image":
            yield node.data["dest_url"], scan.line(node.start)
        elif node.kind in {"HtmlBlock", "InlineHtml"}:
            for match in _SRC.finditer(text, node.start, node.end):
                yield next(filter(None, match.groups())), scan.line(match.start())
