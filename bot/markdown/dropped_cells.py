"""What GitHub leaves out of a table: the cells of a row that has more of them than the head of the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.markdown.link_scan import Scan
from bot.markdown.parse import nodes

_URL = re.compile(r"\]\(<?(https?://[^\s()<>]+)|<?(https?://[^\s()<>|]+)", re.IGNORECASE)


class Dropped(NamedTuple):
    """The 1-based line of a row, the text of the cells that are not shown, and the first address in it."""

    line: int
    text: str
    url: str


def dropped(text: str) -> Iterator[Dropped]:
    """The rows of which an address is lost."""
    if "|" not in text:
        return
    scan = Scan(text, 1)
    for node in nodes(text):
        if node.kind == "TableRow" and (url := _URL.search(text, node.inner, node.end)):
            yield Dropped(scan.line(node.start), text[node.inner : node.end].strip(" |\n"), url[1] or url[2])
