"""A withdrawn entry whose text is kept to the letter: its name struck out in that text, with the reason behind it."""

from __future__ import annotations

import html
import re

from bot.catalog.model import Record, is_url
from bot.markdown.escape import escape, escape_html, unescape
from bot.markdown.links import links
from bot.markdown.visible import visible

_GONE = re.compile(r"(?:~~|<del>)(?P<name>[^\n]+?)(?:~~|</del>)（已撤下(?:：(?P<reason>[^\n]*?))?）")
_WORDS = re.compile(r"^[\s>#*+|-]*(?:\d+[.)]\s+)?(?P<words>[^\s|][^\n|]*)", re.MULTILINE)


def struck(record: Record) -> str:
    """The text as the page shows it; a link that the record has no more is left out of the name."""
    body = record.body
    start, end, name = _name(record)
    is_html = body.lstrip().startswith("<")
    reason = f"：{(escape_html if is_html else escape)(record.reason)}" if record.reason else ""
    shown = f"<del>{name}</del>" if is_html else f"~~{name}~~"
    return f"{body[:start]}{shown}（已撤下{reason}）{body[end:]}"


def unstruck(text: str) -> tuple[str, str] | None:
    """The text and the reason of what `struck` made; None of other text."""
    found = _GONE.search(text)
    if not found:
        return None
    reason = found["reason"] or ""
    said = html.unescape(reason) if text.lstrip().startswith("<") else unescape(reason)
    return text[: found.start()] + found["name"] + text[found.end() :], said


def _name(record: Record) -> tuple[int, int, str]:
    """Where the name stands, and how it is shown: in its link, alone, or else the words of the first line."""
    body, urls = record.body, {link.url for link in record.links}
    for link in links(body):
        written = body[link.start : link.end]
        if link.kind != "bare" and visible(link.label) == record.name and "\n" not in written:
            bare = link.kind == "inline" and is_url(link.url) and link.url not in urls
            return link.start, link.end, written[1 : written.rindex("](")] if bare else written
    for name in (escape(record.name), record.name):
        if name and (at := body.find(name)) >= 0:
            return at, at + len(name), name
    line = _WORDS.search(body)
    start, end = line.span("words") if line else (0, len(body))
    words = body[start:end].rstrip()
    return start, start + len(words), words
