"""Markdown someone wrote → the visible text of its headings: they take their anchors from the same page as ours.

Lines are looked at, not parsed: enough for headings as people write them, and no Markdown library is loaded for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.markdown.fences import after_line

# Not compiled on import: most pages have no heading of a person's own.
_ATX = r" {0,3}#{1,6}(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*"
_UNDERLINE = r" {0,3}(?:=+|-+)[ \t]*"
_NO_TITLE = r"\s*(?:[-+*>|]|\d+[.)])(?:\s|$)|\s*$| {4}"
_SHOWN = (
    (r"(`+) ?(.+?) ?\1", r"\2"),
    (r"!\[[^\]]*\]\([^)]*\)", ""),
    (r"\[((?:\\.|[^\]\\])*)\](?:\([^)]*\)|\[[^\]]*\])", r"\1"),
    (r"<[A-Za-z/!][^>]*>", ""),
    (r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2"),
    (r"\\(?=[!-/:-@\[-`{-~])", ""),
)


def heading_texts(text: str) -> Iterator[str]:
    """The visible text of each heading, in order."""
    if "#" not in text and "\n=" not in text and "\n-" not in text:
        return
    fence, before = "", ""
    for line in text.split("\n"):
        inside, fence = fence, after_line(line, fence)
        title = None
        if not inside and (atx := re.fullmatch(_ATX, line)):
            title = atx[1] or ""
        elif not inside and re.fullmatch(_UNDERLINE, line) and not re.match(_NO_TITLE, before):
            title = before
        if title is not None:
            yield shown(title)
        before = "" if inside or fence or title is not None else line


def shown(inline: str) -> str:
    """What a reader sees of one line of Markdown, marks that leave no trace in an anchor aside."""
    for pattern, kept in _SHOWN:
        inline = re.sub(pattern, kept, inline)
    if "&" in inline:
        from html import unescape  # noqa: PLC0415 - two thousand names, for the few headings people write

        inline = unescape(inline)
    return inline.strip()
