"""Entries as HTML: `<tr>` and `<li>` elements, lines that begin with `<a href>`, `<details>` named by a link."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.markdown.found import Found
from bot.markdown.page import Block, Page, Span
from bot.markdown.visible import visible
from bot.readme.importer.entry_name import entry_name
from bot.readme.importer.words import clean_name, is_field_label

_OPENS = re.compile(r"[ \t]*<(tr|li)(?:\s[^<>]*)?>", re.IGNORECASE)
_DETAILS = re.compile(r"[ \t]*<details(?:\s[^<>]*)?>", re.IGNORECASE)
_CLOSES = {
    "tr": re.compile(r"</tr>[ \t]*$", re.IGNORECASE),
    "li": re.compile(r"</li>[ \t]*$", re.IGNORECASE),
    "details": re.compile(r"</details>[ \t]*(?:<br\s*/?>)?[ \t]*$", re.IGNORECASE),
}
_SAID = re.compile(r"(?:[ \t]|&nbsp;|</\w+>)*(?:[-–—:：，,]|<br)")
_WORD = re.compile(r"\w")
_SUMMARY = re.compile(r"<summary[^<>]*>(.*?)</summary>", re.IGNORECASE | re.DOTALL)
_TOLD = 6  # letters of a description; navigation has none


def find(page: Page, block: Block) -> list[Span]:
    """Elements that fill their lines: one that shares a line with something else stays prose."""
    found: list[Span] = []
    at = block.start
    while at < block.end:
        opened = _OPENS.match(page.lines[at])
        end = _closed(page, at, block.end, opened[1].lower()) if opened else 0
        if end and (span := _span(page, at, end)):
            found.append(span)
        at = end or at + 1
    return found or _lines(page, block)


def _lines(page: Page, block: Block) -> list[Span]:
    """Lines like `<a href="…"><b>Name</b></a> - text<br>`; what follows is part of one, up to a line of tags only."""
    found: list[Span] = []
    for at in range(block.start, block.end):
        if name := _leading(page, at):
            found.append(_line(page, at, at + 1, name))
        elif found and found[-1].end == at and visible(page.lines[at]):
            found[-1] = _line(page, found[-1].start, at + 1, found[-1].name)
    return found


def _leading(page: Page, at: int) -> str:
    """The name that an anchor at the start of the line gives, where something is said of it behind."""
    line = page.lines[at]
    if "<a" not in line.lower():
        return ""
    found = [link for link in page.links(at, at + 1) if link.outward]
    first = found[0] if found else None
    if not first or first.kind != "html" or first.badge or is_field_label(first.label):
        return ""
    said = line[first.end : found[1].start] if len(found) > 1 else line[first.end :]
    told = _SAID.match(said) and len(visible(said)) >= _TOLD
    return clean_name(first.label) if told and not _WORD.search(visible(line[: first.start])) else ""


def _line(page: Page, start: int, end: int, name: str) -> Span:
    text = page.text(start, end)
    return Span(start, end, "html", name, page.links(start, end), text=text)


def _closed(page: Page, start: int, bound: int, tag: str) -> int:
    """The line after the closing tag; 0 when there is none, or when another element of its kind starts before."""
    for at in range(start, bound):
        if at > start and (opened := _OPENS.match(page.lines[at])) and opened[1].lower() == tag:
            return 0
        if _CLOSES[tag].search(page.lines[at]):
            return at + 1
    return 0


def _span(page: Page, start: int, end: int) -> Span | None:
    text = page.text(start, end)
    found = page.links(start, end)
    outward = [link for link in found if link.outward]
    return Span(start, end, "html", entry_name("", outward), found, text=text) if outward else None


def joined(page: Page, blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with every `<details>` that is an entry as one block of kind `details`, up to its closing tag."""
    result: list[Block] = []
    at = 0
    while at < len(blocks):
        last = _details_end(page, blocks, at) if blocks[at].kind == "html" else at
        opens = last > at or (blocks[at].kind == "html" and _summary(page, blocks[at]) and _ends(page, blocks[at]))
        result.append(Block("details", blocks[at].start, blocks[last].end) if opens else blocks[at])
        at = last + 1
    return result


def details(page: Page, block: Block) -> list[Span]:
    """The entry that a joined `<details>` block is."""
    text = page.text(block.start, block.end)
    summary = _SUMMARY.search(text)
    found = page.links(block.start, block.end)
    named = _named(summary, found) if summary else []
    return [Span(block.start, block.end, "html", entry_name("", named), found, text=text)]


def _summary(page: Page, block: Block) -> bool:
    """Whether the block opens one `<details>` and its summary has a link out of the page."""
    if not _DETAILS.match(page.lines[block.start]):
        return False
    text = page.text(block.start, block.end)
    summary = _SUMMARY.search(text)
    single = summary and text.lower().count("<details") == 1
    return bool(summary and single and _named(summary, page.links(block.start, block.end)))


def _named(summary: re.Match[str], found: Sequence[Found]) -> list[Found]:
    """The links out of the page in a summary."""
    return [link for link in found if link.outward and summary.start(1) <= link.start < summary.end(1)]


def _ends(page: Page, block: Block) -> bool:
    return bool(_CLOSES["details"].search(page.lines[block.end - 1]))


def _details_end(page: Page, blocks: Sequence[Block], at: int) -> int:
    if not _summary(page, blocks[at]) or _ends(page, blocks[at]):
        return at
    for last in range(at + 1, min(len(blocks), at + 40)):
        if blocks[last].kind == "heading" or _DETAILS.match(page.lines[blocks[last].start]):
            return at
        if blocks[last].kind == "html" and _ends(page, blocks[last]):
            return last
    return at
