"""What a reader sees of a piece of Markdown: no marks, no tags, escapes and entities resolved."""

from __future__ import annotations

import html
import re
from functools import lru_cache

_UNESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
IMAGE = re.compile(r"!\[((?:[^\[\]\\]|\\.)*)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s[^()]*)?\)|\[[^\]]*\])?")
_LINKED = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s[^()]*)?\)|\[[^\]]*\])")
_TAGS = re.compile(r"<!--(?:(?!-->).){0,300}-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_MARKS = re.compile(r"(?<!\\)(?:\*{1,3}|~~|`+)|(?<![\w\\])_{1,3}(?=\S)|(?<=\S)(?<!\\)_{1,3}(?!\w)")
_MARK = re.compile(r"[*~`_]")
EMOJI = re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])")
_BLANKS = re.compile(r"[ \t\n\u00a0]+")


def plain_url(url: str) -> str:
    """A link's target with Markdown's escapes and HTML's entities resolved."""
    if "\\" in url:
        url = _UNESCAPE.sub(r"\1", url)
    return html.unescape(url) if "&" in url else url


@lru_cache(maxsize=4096)
def folded(label: str) -> str:
    return " ".join(label.split()).casefold()


def visible(text: str) -> str:
    """What a reader sees of `text`: no marks, no tags, images gone, links as their text, blanks folded."""
    if "[" in text:
        text = _LINKED.sub(r"\1", IMAGE.sub(r"\1" if text.lstrip().startswith("![") else "", text))
    if "<" in text:
        text = _TAGS.sub("", text)
    if ":" in text:
        text = EMOJI.sub("", text)
    if _MARK.search(text):
        text = _MARKS.sub("", text)
    if "\\" in text:
        text = _UNESCAPE.sub(r"\1", text)
    if "&" in text:
        text = html.unescape(text)
    return _BLANKS.sub(" ", text).strip()
