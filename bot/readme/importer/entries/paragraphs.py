"""Entries as paragraphs or lines of one: `**[Name](url)**（text）`, `**Name**：text https://…`, `Name - https://…`.

Those that begin with a link are told by that. A label says less: it may as well be a word in bold before prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.markdown.found import Found
from bot.markdown.page import Block, Page, Span
from bot.markdown.visible import visible
from bot.readme.importer.entry_name import entry_name
from bot.readme.importer.words import clean_name, is_field_label

_BOLD = re.compile(r" {0,3}(?:\d{1,3}\\?[.、)）][ \t]*)?(\*\*|__)(?=\S)(.{1,60}?)(?<=\S)\1[ \t]*[:：]?[ \t]*")
_NAMED = re.compile(
    r" {0,3}([^\s：:|\[\]()<>*#][^：:|\[\]<>*]{1,40}?)(?:[：:]|[ \t][-–—]{1,2}|——)[ \t]*(?=<?https?://)"
)
_NUMBER = re.compile(r"\s*(?:\*\*|__)?\d{1,3}\\?[.、)）]")
_LETTER = re.compile(r"[^\W\d_]")
_NEAR = 12
_ROW = 5  # numbers from which they count entries, whatever stands between them


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


def labelled(page: Page, blocks: Sequence[Block], *, sure: bool) -> list[Span]:
    """The entries of one part whose paragraphs begin with a name: `sure` where there are three and no other prose."""
    paragraphs = [block for block in blocks if block.kind == "paragraph"]
    found = [_labelled(page, block) for block in paragraphs]
    entries = [span for spans in found for span in spans]
    if len({span.name for span in entries}) * 2 <= len(entries):  # a word such as 【论文】 that many begin with
        return []
    if sure:
        return entries if len(entries) >= 3 and all(found) else []
    numbered = sum(bool(_NUMBER.match(page.lines[span.start])) for span in entries) >= _ROW
    return entries if len(entries) >= 2 and (numbered or sum(map(bool, found)) * 2 >= len(paragraphs)) else []


def _labelled(page: Page, block: Block) -> list[Span]:
    names = [(at, name) for at in range(block.start, block.end) if (name := _label(page, at))]
    if not names or names[0][0] != block.start:
        return []
    bounds = [at for at, _name in names[1:]] + [block.end]
    found = [_of(page, at, bound, name) for (at, name), bound in zip(names, bounds, strict=True)]
    return found if all(any(link.outward and not link.badge for link in span.links) for span in found) else []


def _label(page: Page, at: int) -> str:
    """The name that a line begins with: in bold, or all there is before an address."""
    line = page.lines[at]
    bold = _BOLD.match(line)
    if not bold:
        named = _NAMED.match(line)
        return clean_name(named[1]) if named and not is_field_label(clean_name(named[1])) else ""
    name = clean_name(bold[2])
    if not _LETTER.search(name) or is_field_label(name):
        return ""
    linked = [link for link in page.links(at, at + 1) if link.start == bold.end() and link.outward]
    return (entry_name("", linked) if linked and not is_field_label(linked[0].label) else "") or name


def _leading(page: Page, at: int) -> Found | None:
    line = page.lines[at]
    if "](" not in line and "][" not in line and "<a" not in line.lower():
        return None
    found = [link for link in page.links(at, at + 1) if link.outward]
    first = found[0] if found else None
    if not first or first.kind == "bare" or first.badge or is_field_label(first.label):
        return None
    named = bool(_LETTER.search(first.label)) and len(visible(line[: first.start])) <= _NEAR
    return first if named else None


def _span(page: Page, start: int, end: int, link: Found) -> Span:
    return _of(page, start, end, clean_name(link.label))


def _of(page: Page, start: int, end: int, name: str) -> Span:
    text = page.text(start, end)
    return Span(start, end, "paragraphs", name, page.links(start, end), text=text)
