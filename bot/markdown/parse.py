"""One parse of a piece of Markdown, by pulldown-cmark in GitHub's dialect: what stands where, in characters."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

from pyromark import Options, events_with_range, reference_definitions

from bot.markdown.visible import folded

_DIALECT = Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS | Options.ENABLE_FOOTNOTES
_BEGINS = bytes(not 0x80 <= byte < 0xC0 for byte in range(256))  # whether a byte of UTF-8 begins a character
_LONE = re.compile("[\ud800-\udfff]")  # halves of a character: what some JSON holds, and UTF-8 does not


@dataclass(frozen=True, slots=True)
class Node:
    """Characters `start` to `end` (not included) that are one thing; `kind` is pulldown-cmark's name for it.

    `data` is what else pulldown-cmark says of it; `inner` the end of the last thing in it, `start` where there is none.
    """

    kind: str
    start: int
    end: int
    inner: int
    data: Any


def nodes(text: str, refs: Mapping[str, str] | None = None) -> Iterator[Node]:
    """Every node of `text`, after those in it; `refs` maps labels that are defined elsewhere, folded, to URLs."""
    return _parsed(text, refs) if refs else iter(_last(text))


@lru_cache(maxsize=1)
def _last(text: str) -> tuple[Node, ...]:
    """A page is asked for its links, its headings and its anchors one after the other."""
    return tuple(_parsed(text, None))


def _parsed(text: str, refs: Mapping[str, str] | None) -> Iterator[Node]:
    text = _LONE.sub("\ufffd", text)
    offsets = _offsets(text)
    around: list[tuple[str, Any]] = []
    inner: list[int] = [0]

    def defined(link: Any) -> tuple[str, str] | None:
        url = refs.get(folded(link["reference"])) if refs else None
        return None if url is None else (url, "")

    for event, place in events_with_range(text, options=_DIALECT, broken_link_callback=defined if refs else None):
        start, end = offsets[place["start"]], offsets[place["end"]]
        name, data = _named(event)
        if name == "Start":
            around.append(_named(data))
            inner.append(start)
            continue
        last = end
        if name == "End":
            (name, data), last = around.pop(), inner.pop()
        inner[-1] = end
        yield Node(name, start, end, last, data)


def _named(event: Any) -> tuple[str, Any]:
    return (event, None) if isinstance(event, str) else next(iter(event.items()))


@lru_cache(maxsize=1)
def _offsets(text: str) -> Sequence[int]:
    """For each byte of the text in UTF-8, and for its end, the offset of the character it belongs to or follows."""
    if text.isascii():
        return range(len(text) + 1)
    return array("I", accumulate(text.encode().translate(_BEGINS), initial=0))


def definitions(text: str) -> Iterator[tuple[str, str, int, int]]:
    """The label, folded, and the URL of each `[label]: url`, with its place; of two with one label the first holds."""
    if "]:" not in text:
        return
    text = _LONE.sub("\ufffd", text)
    offsets = _offsets(text)
    for label, link in reference_definitions(text, options=_DIALECT).items():
        yield folded(label), link["dest"], offsets[link["span"]["start"]], offsets[link["span"]["end"]]


def references(text: str) -> dict[str, str]:
    """Folded label → URL, of all that `text` defines."""
    return {label: url for label, url, _, _ in definitions(text)}
