"""The page as parts, each a heading with what stands below it, and the entries found in each part."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.markdown.blocks import blocks
from bot.markdown.page import Block, Page, Span
from bot.readme.importer.entries import headings, html, items, paragraphs, table
from bot.readme.importer.own_contents import is_contents

_FINDERS = {"list": items.find, "table": table.find, "html": html.find, "details": html.details}
_ENTRIES = 2  # items below a heading that is an entry from which they are entries too


@dataclass(frozen=True, slots=True)
class Part:
    """A heading (None before the first one), the blocks up to the next heading, and the index of the part around it."""

    heading: Block | None
    blocks: tuple[Block, ...]
    parent: int
    level: int
    end: int


def parts(page: Page) -> list[Part]:
    """The page's parts in order; the first is what stands before any heading."""
    found = html.joined(page, blocks(page.lines))
    cuts = [0, *(index for index, block in enumerate(found) if block.kind == "heading")]
    result: list[Part] = []
    around: list[int] = []
    for number, (first, last) in enumerate(zip(cuts, [*cuts[1:], len(found)], strict=True)):
        heading = found[first] if number else None
        while around and heading and result[around[-1]].level >= heading.level:
            around.pop()
        own = tuple(found[first + (number > 0) : last])
        end = found[last].start if last < len(found) else len(page.lines)
        result.append(Part(heading, own, around[-1] if around else -1, heading.level if heading else 0, end))
        if heading:
            around.append(number)
    return result


def entries(page: Page, outline: Sequence[Part]) -> list[list[Span]]:
    """The entries of each part, in the order of their lines."""
    listed = [_listed(page, part) for part in outline]
    accepted = _heading_entries(page, outline, listed)
    introduced = {part.parent for index, part in enumerate(outline) if index in accepted}
    for index, part in enumerate(outline):
        if index in accepted and part.heading:
            below = _own_entries(listed[index])
            end = below[0].start if below else part.end
            blocks = [block for block in part.blocks if block.end <= end]
            listed[index] = [*headings.entry(page, part.heading, blocks, end), *below]
        elif index in introduced and not listed[index]:
            listed[index] = headings.within(page, part.blocks)
        elif not listed[index]:
            listed[index] = paragraphs.labelled(page, part.blocks, sure=False)
    return listed


def _listed(page: Page, part: Part) -> list[Span]:
    blocks = [block for block in part.blocks if block.kind in _FINDERS and not is_contents(page, block)]
    found = [span for block in blocks for span in _FINDERS[block.kind](page, block)]
    found += paragraphs.accepted(page, part.blocks) or paragraphs.labelled(page, part.blocks, sure=True)
    return sorted(found, key=lambda span: span.start)


def _own_entries(listed: Sequence[Span]) -> list[Span]:
    """Those below a heading that is an entry: from two items that begin with a name as a link they are entries too."""
    named = [span for span in listed if span.shape == "items" and span.parent < 0 and items.is_led_by_link(span)]
    return list(listed) if len(named) >= _ENTRIES and listed and listed[0].start == named[0].start else []


def _heading_entries(page: Page, outline: Sequence[Part], listed: Sequence[Sequence[Span]]) -> set[int]:
    """Parts whose heading is an entry: leaves with links in their prose, when most of their neighbours are such too."""
    with_children = {part.parent for part in outline}
    leaves = [index for index, part in enumerate(outline) if part.heading and index not in with_children]
    able = {index for index in leaves if _can_be_entry(page, outline[index], listed[index])}
    around = Counter((outline[index].parent, outline[index].level) for index in leaves)
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index in able:
        groups[outline[index].parent, outline[index].level].append(index)
    named = {index for index in leaves if _heading_links(page, outline[index])}
    accepted = able & named
    linked = Counter((outline[index].parent, outline[index].level) for index in named)
    accepted.update(index for index in named if _mostly(linked, around, outline[index]))
    for key, group in groups.items():
        if len(group) >= 2 and len(group) * 5 >= around[key] * 2:
            accepted.update(group)
    return accepted


def _mostly(linked: Counter[tuple[int, int]], around: Counter[tuple[int, int]], part: Part) -> bool:
    """Whether headings with links are the rule here: then what stands below one belongs to its entry."""
    key = (part.parent, part.level)
    return part.level > 1 and linked[key] >= 3 and linked[key] * 5 >= around[key] * 3


def _can_be_entry(page: Page, part: Part, listed: Sequence[Span]) -> bool:
    if part.level < 2:
        return False
    lists = [block for block in part.blocks if block.kind == "list"]
    if listed and not (
        all(span.shape == "items" for span in listed) and all(items.only_fields(page, block) for block in lists)
    ):
        return False
    return (
        _heading_links(page, part)
        or bool(listed)
        or any(
            link.outward
            for block in part.blocks
            if block.kind in {"paragraph", "quote"}
            for link in page.links(block.start, block.end)
            if not link.badge
        )
    )


def _heading_links(page: Page, part: Part) -> bool:
    if not part.heading:
        return False
    return any(link.outward and link.label for link in page.links(part.heading.start, part.heading.end))
