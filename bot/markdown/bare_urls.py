"""URLs without Markdown around them, in angle brackets or none, and what was meant to be Markdown around them."""

from __future__ import annotations

import re

from bot.markdown.broken_links import unclosed
from bot.markdown.link_scan import Scan
from bot.markdown.page import Found
from bot.markdown.url_ends import bare_end, shown_end
from bot.markdown.visible import plain_url, visible

_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_SAID = re.compile(
    r"(?:^|(?<=[\s，。；,;|（）()>]))([^\s，。；,;|（）()<>：:]{1,24}(?: [^\s，。；,;|（）()<>：:]{1,24})?)"
    r"[ \t]*[：:][ \t]*$"
)
_BETWEEN = re.compile(r"[ \t\-(（\[<]{1,4}")
_SHORTEST = 11


def autolink(scan: Scan, at: int) -> int:
    """Take `<https://…>`; the offset after it, 0 when it is none."""
    if not (auto := _AUTOLINK.match(scan.text, at)):
        return 0
    if auto[1].lower().startswith(("http", "ftp")):
        scan.found.append(Found(auto[1], _said(scan.text, at), scan.line_at(at), "bare", at, auto.end()))
    return auto.end()


def bare(scan: Scan, at: int) -> int:
    """Take the bare URL at `at`, with the name that broken brackets before it gave it."""
    text = scan.text
    end = bare_end(text, at)
    if end - at < _SHORTEST:
        return at + 4
    if after := unclosed(scan, at, end):
        return after
    url = plain_url(text[at:end])
    address = url if "://" in url else f"http://{url}"
    opened, closed = scan.closed
    if 0 < closed < at and _BETWEEN.fullmatch(text, closed, at):
        label = visible(text[opened + 1 : closed - 1])
        written = text[opened : end + 1].strip()
        scan.found.append(Found(address, label, scan.line_at(at), "broken", opened, end, False, written))
        return end
    written = text[at : shown_end(text, at)] if text[end : end + 1] > "\x7f" else ""
    if text[max(0, at - 2) : at] == ")(":
        written = text[at - 2 : end + 1]
    written = written if len(written) > end - at else ""
    scan.found.append(Found(address, _said(text, at), scan.line_at(at), "bare", at, end, False, written))
    return end


def odd(scan: Scan, at: int) -> int:
    """Take a URL whose scheme is mistyped, as it is written."""
    end = shown_end(scan.text, at)
    if scan.brackets and (closing := scan.text.find("]", at, end)) > 0:
        end = closing  # the words of a link, whose target tells more
    written = scan.text[at:end].rstrip(")]）】")
    if len(written) >= _SHORTEST and "." in written:
        scan.found.append(Found(written, _said(scan.text, at), scan.line_at(at), "broken", at, end, False, written))
    return end


def _said(text: str, at: int) -> str:
    """The words before a bare URL that say what it is: `Demo 地址：` → `Demo 地址`."""
    said = _SAID.search(text[max(0, text.rfind("\n", max(0, at - 60), at) + 1, at - 60) : at])
    return visible(said[1]) if said else ""
