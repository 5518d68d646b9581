"""Links given as HTML: `<a href="…">text</a>`; comments hide what they hold."""

from __future__ import annotations

import html
import re

from bot.markdown.link_scan import Scan
from bot.markdown.page import Found
from bot.markdown.visible import visible

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[\s/][^<>]*)?)>")
# What was to be `<a href="https://…">`: the blank or a quote missing, the attribute misspelt.
_SLIP = re.compile(
    r"<a(?:href\s*=\s*|\s+(?:herf|hfer|hre|rhef|hef|hrf|herd|hrfe|link|url|src)\s*=\s*|\s*=\s*|\s+)[\"']?(https?://[^\s\"'<>]+)[\"']?"
    r"\s*>(?:(.{1,200}?)</a>)?"
    r"|<a\s+href\s*=\s*[\"'](https?://[^\s\"'<>]+)>(?:([^\"'<>]{1,200})</a>)?",
    re.IGNORECASE | re.DOTALL,
)
_HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE)


def tag(scan: Scan, at: int) -> int:
    """Take the tag or comment at `at`; the offset after it, or after its `<` when it is neither."""
    if scan.text.startswith("<!--", at):
        closing = scan.text.find("-->", at) if scan.comments else -1
        scan.comments = closing >= 0
        return closing + 3 if closing >= 0 else at + 4
    if slip := _SLIP.match(scan.text, at):
        url, inner = slip[1] or slip[3], slip[2] or slip[4] or ""
        line = scan.line_at(at)
        scan.found.append(Found(url, visible(inner), line, "broken", at, slip.end(), False, slip[0]))
        return slip.end()
    found = _TAG.match(scan.text, at)
    if not found:
        return at + 1
    if found[2].lower() == "a":
        _anchor(scan, found)
    return found.end()


def _anchor(scan: Scan, found: re.Match[str]) -> None:
    if not found[1]:
        href = _HREF.search(found[3])
        url = next((group for group in href.groups() if group is not None), "") if href else ""
        scan.anchors.append((found.start(), len(scan.found), html.unescape(url.strip())))
    elif scan.anchors:
        start, before, url = scan.anchors.pop()
        if url:
            inner = scan.text[scan.text.index(">", start) + 1 : found.start()]
            shown = visible(inner)
            badge = "<img" in inner.lower() and not shown
            del scan.found[before:]
            scan.found.append(Found(url, shown, scan.line_at(start), "html", start, found.end(), badge))
