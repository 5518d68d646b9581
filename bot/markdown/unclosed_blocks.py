"""What has to be closed at the end of a page so that text may follow it."""

from __future__ import annotations

import re
from functools import reduce

from bot.markdown.blocks import RAW_TAGS, blocks
from bot.markdown.fences import after_line

_CLOSING = (
    (re.compile(r" {0,3}<!--"), "-->"),
    (re.compile(r" {0,3}<\?"), "?>"),
    (re.compile(r" {0,3}<!\[CDATA\["), "]]>"),
    (re.compile(r" {0,3}<![A-Za-z]"), ">"),
    (re.compile(rf" {{0,3}}<(?:{RAW_TAGS})(?=[\s>]|$)", re.IGNORECASE), ""),
)


def closed(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The page's lines, and one that closes what they leave open: nothing put after the page is part of that."""
    closing = unclosed(lines)
    return (*lines[:-1], closing, "") if closing else lines


def unclosed(lines: tuple[str, ...]) -> str:
    """The line that closes a fence, comment or raw HTML left open at the end of the page; empty when none is."""
    last = next(iter(reversed(blocks(lines))), None)
    if last is None or last.end < len(lines):
        return ""
    first, inner = lines[last.start], lines[last.start + 1 : last.end]
    if last.kind == "fence":
        return reduce(lambda fence, line: after_line(line, fence), [first, *inner], "")
    for opening, closer in _CLOSING if last.kind == "html" else ():
        if found := opening.match(first):
            ends = closer or f"</{found[0].strip()[1:].lower()}>"
            told = "\n".join([first[found.end() :], *inner]).lower()
            return "" if ends in told or (not closer and "</" in told and _closes_raw(told)) else ends
    return ""


def _closes_raw(text: str) -> bool:
    """CommonMark lets any of the four end tags end such a block."""
    return any(f"</{tag}>" in text for tag in RAW_TAGS.split("|"))
