"""URLs without Markdown around them, and what was meant to be Markdown around them."""

from __future__ import annotations

import re

from bot.markdown.broken_links import unclosed
from bot.markdown.link_scan import Scan
from bot.markdown.url_ends import bare_end, shown_end
from bot.markdown.visible import plain_url, visible

_SAID = re.compile(
    r"(?:^|(?<=[\s，。；,;|（）()>]))([^\s，。；,;|（）()<>：:]{1,24}(?: [^\s，。；,;|（）()<>：:]{1,24})?)"
    r"[ \t]*[：:][ \t]*$"
)
_BETWEEN = re.compile(r"[ \t\-(（\[<]{1,4}")
_MARKER = re.compile(r"^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_NEAR = 60
_SHORTEST = 11


def bare(scan: Scan, at: int) -> int:
    """Take the bare URL at `at`, with the name that broken brackets before it gave it."""
    text = scan.rest
    end = bare_end(text, at)
    if end - at < _SHORTEST:
        return at + 4
    if after := unclosed(scan, at, end):
        return after
    url = plain_url(text[at:end])
    address = url if "://" in url else f"http://{url}"
    opened, closed = scan.closed
    if 0 < closed < at and _BETWEEN.fullmatch(text, closed, at):
        label = visible(scan.text[opened + 1 : closed - 1])
        scan.add(address, label, "broken", opened, end, written=scan.text[opened : end + 1].strip())
        return end
    written = scan.text[at : shown_end(scan.text, at)] if text[end : end + 1] > "\x7f" else ""
    if text[max(0, at - 2) : at] == ")(":
        written = scan.text[at - 2 : end + 1]
    written = written if len(written) > end - at else ""
    scan.add(address, said(scan.text, at), "bare", at, end, written=written)
    return end


def odd(scan: Scan, at: int) -> int:
    """Take a URL whose scheme is mistyped, as it is written."""
    end = shown_end(scan.rest, at)
    if scan.brackets and (closing := scan.rest.find("]", at, end)) > 0:
        end = closing  # the words of a link, whose target tells more
    written = scan.text[at:end].rstrip(")]）】")
    if len(written) >= _SHORTEST and "." in written:
        scan.add(written, said(scan.text, at), "broken", at, end, written=written)
    return end


def said(text: str, at: int) -> str:
    """The words before a bare URL that say what it is: `- Demo 地址：` → `Demo 地址`."""
    start = max(0, at - _NEAR, text.rfind("\n", max(0, at - _NEAR), at) + 1)
    label = _SAID.search(_MARKER.sub("", text[start:at]))
    return visible(label[1]) if label else ""
