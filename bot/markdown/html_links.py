"""Links given as HTML: `<a href="…">text</a>`; comments hide what they hold."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.markdown.link_scan import Scan
from bot.markdown.visible import visible

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][A-Za-z0-9-]*(?:[\s/][^<>]*)?>", re.DOTALL)
_ANCHOR = re.compile(r"<(/?)a(?=[\s/>])", re.IGNORECASE)
# What was to be `<a href="https://…">`: the blank or a quote missing, the attribute misspelt.
_SLIP = re.compile(
    r"<a(?:href\s*=\s*|\s+(?:herf|hfer|hre|rhef|hef|hrf|herd|hrfe|link|url|src)\s*=\s*|\s*=\s*|\s+)[\"']?(https?://[^\s\"'<>]+)[\"']?"
    r"\s*>(?:(.{1,200}?)</a>)?"
    r"|<a\s+href\s*=\s*[\"'](https?://[^\s\"'<>]+)>(?:([^\"'<>]{1,200})</a>)?",
    re.IGNORECASE | re.DOTALL,
)
_HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE)


def take(scan: Scan, blocks: Iterable[tuple[int, int]], tags: Iterable[tuple[int, int]]) -> None:
    """Take the links of all HTML, and hide it; `blocks` are the places that are HTML, `tags` those in Markdown."""
    inner = [match.span() for start, end in blocks for match in _TAG.finditer(scan.rest, start, end)]
    scan.hide([slip.span() for slip in _slips(scan)])
    outer = [(start, end) for start, end in sorted([*tags, *inner]) if scan.rest[start] == "<"]
    _anchors(scan, outer)
    scan.hide(outer)


def _slips(scan: Scan) -> Iterator[re.Match[str]]:
    for slip in _SLIP.finditer(scan.rest) if "<a" in scan.rest.lower() else ():
        inner = slip.start(2) if slip[1] else slip.start(4)
        label = scan.text[inner : slip.end() - len("</a>")] if inner >= 0 else ""
        scan.add(slip[1] or slip[3], visible(label), "broken", *slip.span())
        yield slip


def _anchors(scan: Scan, tags: Iterable[tuple[int, int]]) -> None:
    """Every pair of tags that holds a paragraph or less: a page has anchors that are never closed."""
    opened: tuple[int, int] | None = None
    for start, end in tags:
        anchor = _ANCHOR.match(scan.text, start)
        if anchor and not anchor[1]:
            opened = start, end
        elif anchor and opened:
            _anchor(scan, opened, start, end)
            opened = None


def _anchor(scan: Scan, opened: tuple[int, int], start: int, end: int) -> None:
    href = _HREF.search(scan.text, *opened)
    url = next((group for group in href.groups() if group is not None), "") if href else ""
    inner = scan.text[opened[1] : start]
    if url and "\n\n" not in inner:
        shown = visible(inner)
        scan.add(html.unescape(url.strip()), shown, "html", opened[0], end)
        scan.found[-1] = replace(scan.found[-1], badge="<img" in inner.lower() and not shown)
