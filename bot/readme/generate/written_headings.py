"""Templates that hold their headings themselves, as an imported page does: which heading each section stands under."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.catalog.model import Catalog
from bot.markdown.escape import unique
from bot.readme.generate.template import CALL

_TITLE = re.compile(r"\{\{-?\s*list\.title\s*-?\}\}")
_OTHER = re.compile(r"[^\w\u3400-\u9fff]+")
_OWN = re.compile(r"\bheading\(|entries\(\s*[^\s\"']")  # the template makes its headings of the sections


def is_written(template: str) -> bool:
    """Whether each section is called by its path, below headings that stand in the template."""
    return bool(CALL.search(template)) and not _OWN.search(template)


def section_anchors(
    catalog: Catalog, template: str, used: dict[str, int], fill: Callable[[str], None]
) -> dict[str, str]:
    """The anchor of each section: of the heading with its title, else of the last one above it.

    `fill` is called for each section where its entries stand, whose headings count in `used` too.
    """
    titles = {section.path: _plain(section.entry.title) for section in catalog.sections}
    seen: list[tuple[str, str]] = []  # title and anchor of the headings so far
    found: dict[str, str] = {}
    for text, path in _pieces(_TITLE.sub(lambda _: catalog.list.title, template)):
        seen += ((title, unique(base, used)) for title, base in _headings(text))
        if path not in titles:
            continue
        found[path] = _under(titles[path], seen)
        fill(path)
    for path, title in titles.items():  # those that only hold others
        if path not in found:
            named = [anchor for text, anchor in seen if text == title]
            found[path] = named[0] if named else next((found[one] for one in found if one.startswith(f"{path}/")), "")
    return found


def _under(title: str, seen: list[tuple[str, str]]) -> str:
    named = [anchor for text, anchor in reversed(seen) if text == title]
    return named[0] if named else seen[-1][1] if seen else ""


def _pieces(template: str) -> Iterator[tuple[str, str]]:
    """Text, and the section whose entries follow it; empty behind the last one."""
    at = 0
    for call in CALL.finditer(template):
        yield template[at : call.start()], call["path"]
        at = call.end()
    yield template[at:], ""


def _headings(text: str) -> Iterator[tuple[str, str]]:
    from bot.markdown.anchors import anchors  # noqa: PLC0415 - few templates hold headings of their own

    lines: set[int] = set()
    for anchor in anchors(text):
        if anchor.base and anchor.line not in lines:  # one that has several names is one heading
            lines.add(anchor.line)
            yield _plain(anchor.title), anchor.base


def _plain(title: str) -> str:
    """Letters and digits: a section's title has neither the number nor the marks of its heading."""
    return re.sub(r"^[\d一二三四五六七八九十]+(?=\D)", "", _OTHER.sub("", title)).casefold()
