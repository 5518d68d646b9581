"""Entries as list items: `- [Name](url) - text`, nested, ordered, or a name with `地址：…` items below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.markdown.found import Found
from bot.markdown.list_items import Item, items
from bot.markdown.page import Block, Page, Span
from bot.markdown.visible import visible
from bot.readme.importer.entry_name import entry_name
from bot.readme.importer.words import clean_name, is_field, is_titled

SERIES = 3  # titles in one list from which they are no accident


@dataclass
class _List:
    """The items of one list with what each holds; `owner` maps an item to the one whose entry takes its lines."""

    items: Sequence[Item]
    links: Sequence[tuple[Found, ...]]
    linked: Sequence[bool]
    fields: Sequence[bool]
    full: Sequence[bool]
    sound: Sequence[bool]
    starts: list[bool] = field(default_factory=list)


def find(page: Page, block: Block) -> list[Span]:
    """The entries of one list block, in order."""
    listed = _read(page, block)
    for index in range(len(listed.items)):
        listed.starts.append(_starts(listed, index))
    return _spans(page, listed)


def only_fields(page: Page, block: Block) -> bool:
    """Whether each outermost item of the list is a property of what stands above the list."""
    outer = [item for item in items(page, block.start, block.end) if item.parent < 0]
    bounds = [item.start for item in outer[1:]] + [block.end]
    fields = _fields(outer, [page.links(item.start, item.end, item.column) for item in outer])
    for item, end, field_of_it in zip(outer, bounds, fields, strict=True):
        found = page.links(item.start, end)
        if any(link.outward for link in found) and not field_of_it:
            return False
    return True


def is_led_by_link(span: Span) -> bool:
    """Whether the item begins with its name as a link."""
    first = next((link for link in span.links if link.outward), None)
    return bool(
        first and not first.badge and clean_name(first.label) == span.name and not visible(span.text[: first.start])
    )


def _fields(found: Sequence[Item], linked_by: Sequence[tuple[Found, ...]]) -> list[bool]:
    """Whether each item is a property; not so where item after item is a title with its `[paper]` and `[code]`."""
    titled = [is_titled(item.text, each) for item, each in zip(found, linked_by, strict=True)]
    titles = sum(titled)
    if titles < SERIES or titles * 2 < sum(map(bool, linked_by)):
        titled = [False] * len(found)
    return [not title and is_field(item.text, each) for item, each, title in zip(found, linked_by, titled, strict=True)]


def _read(page: Page, block: Block) -> _List:
    found = items(page, block.start, block.end)
    linked_by = [page.links(item.start, item.end, item.column) for item in found]
    linked = [any(link.outward for link in each) for each in linked_by]
    fields = _fields(found, linked_by)
    own: Counter[int] = Counter()
    below: Counter[int] = Counter()
    full = list(linked)
    for index in range(len(found) - 1, -1, -1):
        parent = found[index].parent
        if parent >= 0 and full[index]:
            full[parent] = True
            below[parent] += 1
            own[parent] += fields[index] and linked[index]
    stands = [linked[index] or (own[index] > 0 and own[index] * 2 >= below[index]) for index in range(len(found))]
    siblings = Counter(item.parent for item in found)
    standing = Counter(item.parent for item, stood in zip(found, stands, strict=True) if stood)
    sound = [
        stood or (not full[index] and standing[item.parent] * 2 > siblings[item.parent])
        for index, (item, stood) in enumerate(zip(found, stands, strict=True))
    ]
    return _List(found, linked_by, linked, fields, full, sound)


def _starts(listed: _List, index: int) -> bool:
    """Whether this item is an entry: not when it is a field of one, or plain text below one."""
    parent = listed.items[index].parent
    inside = parent >= 0 and _taken(listed, parent)
    if inside and (listed.fields[index] or not listed.full[index]):
        return False
    return listed.sound[index]


def _taken(listed: _List, index: int) -> bool:
    """Whether the item is an entry, or its lines belong to the entry around it."""
    while index >= 0:
        if listed.starts[index]:
            return True
        if listed.full[index] and not listed.fields[index]:
            return False
        index = listed.items[index].parent
    return False


def _spans(page: Page, listed: _List) -> list[Span]:
    found: list[Span] = []
    holder: list[int] = []
    for index, item in enumerate(listed.items):
        above = holder[item.parent] if item.parent >= 0 else -1
        if listed.starts[index]:
            name = entry_name(item.text, [link for link in listed.links[index] if link.outward])
            holder.append(item.start)
            found.append(Span(item.start, item.end, "items", name, listed.links[index], above, item.text))
            continue
        holder.append(above)
        if above >= 0:
            last = found.pop()
            text = page.text(last.start, item.end)
            found.append(
                Span(last.start, item.end, last.shape, last.name, last.links + listed.links[index], last.parent, text)
            )
    return found
