"""Entries as paragraphs, or lines of a paragraph, that begin with a link: `**[Name](url)**（text）`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.sources.readme.inline import links
from bot.sources.readme.page import Block, Found, Page, Span
from bot.sources.readme.visible import visible
from bot.sources.readme.words import clean_name, is_field_label

_LETTER = re.compile(r"[^\W\d_]")
_NEAR = 12


def find(page: Page, block: Block) -> list[Span]:
    """The entries of one paragraph: each line that begins with a named link starts one."""
    starts = [(at, link) for at in range(block.start, block.end) if (link := _leading(page, at))]
    if not starts or starts[0][0] != block.start:
        return []
    bounds = [at for at, _link in starts[1:]] + [block.end]
    return [_span(page, at, bound, link) for (at, link), bound in zip(starts, bounds, strict=True)]


def accepted(page: Page, blocks: Sequence[Block]) -> list[Span]:
    """Paragraph entries of one part of the page: at least two, and at least half of its paragraphs, or none."""
    paragraphs = [block for block in blocks if block.kind == "paragraph"]
    found = [spans for block in paragraphs if (spans := find(page, block))]
    entries = [span for spans in found for span in spans]
    worded = [block for block in paragraphs if visible(page.text(block.start, min(block.end, block.start + 3)))]
    return entries if len(entries) >= 2 and len(found) * 2 >= len(worded) else []


def _leading(page: Page, at: int) -> Found | None:
    line = page.lines[at]
    if "](" not in line and "][" not in line and "<a" not in line.lower():
        return None
    found = [link for link in links(line, at, page.refs) if link.outward]
    first = found[0] if found else None
    if not first or first.kind == "bare" or first.badge or is_field_label(first.label):
        return None
    named = bool(_LETTER.search(first.label)) and len(visible(line[: first.start])) <= _NEAR
    return first if named else None


def _span(page: Page, start: int, end: int, link: Found) -> Span:
    text = page.text(start, end)
    return Span(start, end, "paragraphs", clean_name(link.label), links(text, start, page.refs), text=text)
