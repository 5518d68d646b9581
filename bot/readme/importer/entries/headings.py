"""Entries as headings with prose below them, and the further entries that such prose names on the way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.markdown.found import Found
from bot.markdown.page import Block, Page, Span
from bot.markdown.visible import visible
from bot.readme.importer.entries.announced import announced
from bot.readme.importer.entry_name import named_by_url
from bot.readme.importer.words import clean_name, dates, without_date

_SUBJECT = re.compile(
    r"(?:[（(][^）)]{0,40}[）)])?\s*"
    r"([A-Z][A-Za-z0-9.+-]*(?: [A-Z0-9][\w.+-]*)?)\s*(?:（[^）]*）)?(?:是|更新|为)"
)
_IN_BRACKETS = re.compile(r"[（(][^（()）]*[日\d]\s*[，,、]\s*([^（()）]+)[)）]")
_DATED = re.compile(r"[（(][^（()）]{0,10}\d{4}\s?[年/.-][^（()）]{0,10}[）)]")
_LABEL = 60
_SENTENCE = 20


def title(page: Page, block: Block) -> str:
    """The text of a heading, Markdown and all."""
    if page.lines[block.start].lstrip().startswith("#") and block.end == block.start + 1:
        return page.lines[block.start].strip().strip("#").strip()
    return page.text(block.start, block.end - 1).strip()


def entry(page: Page, heading: Block, blocks: Sequence[Block], end: int) -> list[Span]:
    """The entry that a heading starts, and those that its prose introduces by a name and date or a link."""
    text = title(page, heading)
    cuts = _cuts(page, [block for block in blocks if block.kind in {"paragraph", "code"}])
    bounds = [*(start for start, _name in cuts), end]
    found = [_span(page, heading.start, bounds[0], clean_name(text), heading=text)]
    for (start, name), bound in zip(cuts, bounds[1:], strict=True):
        span = _span(page, start, bound, name, parent=heading.start)
        found.append(span)
    return [_named(span) for span in found]


def within(page: Page, blocks: Sequence[Block]) -> list[Span]:
    """The entries told in a section's introduction: each ends with the paragraph that holds its link.

    A paragraph that begins with a date begins an entry.
    """
    found: list[Span] = []
    start = -1
    for block in (block for block in blocks if block.kind == "paragraph"):
        if start >= 0 and _DATED.match(visible(page.text(block.start, block.end))):
            _before(page, found, start, block.start)
            start = -1
        start = block.start if start < 0 else start
        if any(link.outward for link in _links(page, block)):
            found.append(_named(_span(page, start, block.end, "", shape="prose")))
            start = -1
    return found


def _before(page: Page, found: list[Span], start: int, end: int) -> None:
    """What stood without a link before a dated entry: an entry where it says of what, else more of the last one."""
    span = _span(page, start, end, "", shape="prose")
    if _SUBJECT.match(visible(without_date(span.text))):
        found.append(_named(span))
    elif found:
        last = found[-1]
        found[-1] = _named(_span(page, last.start, end, "", shape="prose"))


def _span(
    page: Page, start: int, end: int, name: str, *, parent: int = -1, shape: str = "headings", heading: str = ""
) -> Span:
    while end > start + 1 and not page.lines[end - 1].strip():
        end -= 1
    text = page.text(start, end)
    return Span(start, end, shape, name, page.links(start, end), parent, text, heading)


def _named(span: Span) -> Span:
    if span.name:
        return span
    outward = [link for link in span.links if link.outward]
    subject = _SUBJECT.match(visible(without_date(span.text)))
    name = (subject[1] if subject else announced(span.text)) or named_by_url(outward) or visible(span.text)[:20]
    return Span(span.start, span.end, span.shape, name, span.links, span.parent, span.text, span.heading)


def _cuts(page: Page, paragraphs: Sequence[Block]) -> list[tuple[int, str]]:
    """Where a further entry starts below a heading, with its name as far as a label gives one."""
    found: list[tuple[int, str]] = []
    closed = False  # the entry so far has its link
    since = -1  # first paragraph after that link
    for index, block in enumerate(paragraphs):
        if index and (name := _label(page, block)) is not None and _followed(page, paragraphs[index + 1 :]):
            found.append((block.start, name))
            closed, since = False, -1
            continue
        linked = any(link.outward for link in _links(page, block))
        told = len(_unlinked(page, block))
        if closed and since < 0 and not linked and told > _SENTENCE:
            since = block.start
        elif closed and since >= 0 and linked and told <= _LABEL:
            found.append((since, ""))
            since = -1
        elif linked:
            closed, since = True, -1
    return found


def _links(page: Page, block: Block) -> tuple[Found, ...]:
    return page.links(block.start, block.end)


def _unlinked(page: Page, block: Block) -> str:
    text = page.text(block.start, block.end)
    for link in reversed(_links(page, block)):
        text = text[: link.start] + text[link.end :]
    return visible(text)


def _label(page: Page, block: Block) -> str | None:
    """The name on a line that holds nothing but a name and a date; None when it is no such line."""
    text = page.text(block.start, block.end).strip()
    if len(text) > _LABEL or not dates(text) or _links(page, block):
        return None
    rest = visible(without_date(text))
    if not rest:
        inner = _IN_BRACKETS.fullmatch(text)
        return inner[1].strip() if inner else ""
    return None if re.search(r"[，。；,;]", rest) or dates(rest) else clean_name(rest)


def _followed(page: Page, paragraphs: Sequence[Block]) -> bool:
    return any(any(link.outward for link in _links(page, block)) for block in paragraphs)
