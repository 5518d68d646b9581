"""Markdown someone wrote → the visible text of its headings: they take their anchors from the same page as ours.

Lines are looked at, not parsed: enough for headings as people write them, and no Markdown library is loaded for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.sources.fences import after_line

_ATX = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_NO_TITLE = re.compile(r"\s*(?:[-+*>|]|\d+[.)])(?:\s|$)|\s*$| {4}")
_SHOWN = (
    (re.compile(r"(`+) ?(.+?) ?\1"), r"\2"),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[((?:\\.|[^\]\\])*)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"<[A-Za-z/!][^>]*>"), ""),
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"\\(?=[!-/:-@\[-`{-~])"), ""),
)


def headings(text: str) -> Iterator[str]:
    """The visible text of each heading, in order."""
    if "#" not in text and "\n=" not in text and "\n-" not in text:
        return
    fence, before = "", ""
    for line in text.split("\n"):
        inside, fence = fence, after_line(line, fence)
        title = None
        if not inside and (atx := _ATX.fullmatch(line)):
            title = atx[1] or ""
        elif not inside and _UNDERLINE.fullmatch(line) and not _NO_TITLE.match(before):
            title = before
        if title is not None:
            yield shown(title)
        before = "" if inside or fence or title is not None else line


def shown(inline: str) -> str:
    """What a reader sees of one line of Markdown, marks that leave no trace in an anchor aside."""
    for pattern, kept in _SHOWN:
        inline = pattern.sub(kept, inline)
    if "&" in inline:
        from html import unescape  # noqa: PLC0415 - two thousand names, for the few headings people write

        inline = unescape(inline)
    return inline.strip()
