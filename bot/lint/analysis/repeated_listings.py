"""What a hand-kept page lists without making it an entry of its own: lines of a longer entry, and prose around them.

A maker with several products, a grid of cells, a line that lost its bullet, a list that GitHub takes for HTML: a
reader sees one thing listed twice there, though the page gives no two entries to compare.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from bot.catalog.model import Record
from bot.lint.analysis.same_page import LICENCE, Entry, listed
from bot.lint.context import LintContext
from bot.lint.finding import Place
from bot.markdown.blocks import REFERENCE
from bot.markdown.found import Found
from bot.markdown.links import links
from bot.markdown.parse import references
from bot.markdown.visible import visible
from bot.names.compare import kinship
from bot.names.normalise import name_key
from bot.readme.importer.words import clean_name, is_field_label
from bot.urls.normalise import LinkKey, link_key

OFTEN = 4  # listings of one thing from which it is a resource that many entries mention
WIDE = 2000  # letters beside a link that are looked at
SAID = 6  # letters of a description
_CELL = re.compile(r"\||<t[dh]\b[^<>]*>|<br\s*/?>", re.IGNORECASE)
_LINKED = re.compile(r"\s*(?:[*_]{1,2})?\[|\s*<a\s")
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d+[.)])[ \t]")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]")
_SAID = re.compile(r"(?:[ \t*_]|&nbsp;|</\w+>)*[-–—:：，,|]")
_SEE = re.compile(r"^[\W_]*(?:see(?: also)?|also|cf|more|参[见看考]|详?见|另见|推荐)[\W_]*$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Listing:
    """A named link that leads its line or cell, or comes close to it; `entry` when it stands for a whole entry.

    `said` is what follows it there; `sure` says that it is listed, and not mentioned in prose; `item` that it is a
    bullet below the entry it belongs to.
    """

    record: Record
    name: str
    key: LinkKey
    line: int
    said: str
    entry: bool = False
    sure: bool = True
    item: bool = False

    @property
    def place(self) -> Place:
        return Place(self.record.slug, self.record.file, self.line)


def relisted(ctx: LintContext) -> Iterator[tuple[Listing, ...]]:
    """Groups of listings with one name and page on different lines, of which at least one is no entry of its own."""
    if not ctx.pages:
        return
    groups: dict[str, list[Listing]] = defaultdict(list)
    for one in _inner(ctx):
        groups[one.key.page].append(one)
    for entry in listed(ctx):
        if entry.key.page in groups and not is_field_label(entry.link.label):
            groups[entry.key.page].append(_of(entry))
    for group in groups.values():
        yield from _named_alike(sorted(group, key=lambda one: one.line))


def _named_alike(group: list[Listing]) -> Iterator[tuple[Listing, ...]]:
    while group:
        first, *rest = group
        same = [first]
        for one in rest:
            if kinship(first.name, one.name) == "same" and _apart(same, one):
                same.append(one)
        group = [one for one in rest if one not in same and kinship(first.name, one.name) != "same"]
        if 1 < len(same) < OFTEN and not all(one.entry for one in same):
            yield tuple(same)


def _apart(kept: list[Listing], one: Listing) -> bool:
    """Whether it is another place: not the line of another one, nor within the entry that the other stands for."""
    return all(one.line != other.line and (one.record is not other.record or not one.record.section) for other in kept)


def _of(entry: Entry) -> Listing:
    return Listing(entry.record, entry.record.name, entry.key, entry.place.line, entry.record.description, entry=True)


def _inner(ctx: LintContext) -> Iterator[Listing]:
    refs = references(ctx.pages[0].text)
    own = {entry.record.slug: entry.place.line for entry in listed(ctx)}
    for record in ctx.subjects:
        if "\n" in record.body or not record.section or len(record.links) > 1:
            for one in _of_record(record, refs):
                if one.line != own.get(record.slug) or kinship(one.name, record.name) != "same":
                    yield one


def _of_record(record: Record, refs: Mapping[str, str]) -> Iterator[Listing]:
    text, first = record.body, record.line()
    found = [link for link in links(text, first, refs) if link.outward]
    for link, after in zip_longest(found, found[1:]):
        name, start = _name(link), text.rfind("\n", 0, link.start) + 1
        if not name or link.start - start > WIDE or _HEADING.match(text, start):
            continue
        end = text.find("\n", link.end, link.end + WIDE)
        end = min(len(text), link.end + WIDE) if end < 0 else end
        if REFERENCE.match(text[start:end]) or not _stands(text[start:end]):
            continue
        before = _CELL.split(text[start : link.start])[-1]
        pointed = not record.section and _SEE.search(before)
        if not _LETTER.search(visible(before)) or pointed:
            item = bool(_ITEM.match(before))
            said = text[link.end : min(end, after.start) if after else end]
            sure = not pointed and (item or bool(_SAID.match(said)))
            told = visible(said).strip(" -–—:：|，,")
            below = item and bool(record.section)
            yield Listing(record, name, link_key(link.url), link.line, told, sure=sure, item=below)


def _stands(line: str) -> bool:
    """Whether a link may stand for itself: in a table only where each cell is one, for else it is a fact of the row."""
    if "|" not in line:
        return True
    cells = [cell for cell in line.strip(" |").split("|") if cell.strip()]
    return not line.lstrip(" >").startswith("|") or all(_LINKED.match(cell) for cell in cells)


def _name(link: Found) -> str:
    """What the link names; empty for pictures, addresses, accounts, licences, words such as “paper” or “PyPi”."""
    if link.badge or link.kind == "bare" or "//" in link.label or "//" not in link.url or LICENCE.search(link.url):
        return ""
    key, name = link_key(link.url), clean_name(link.label)
    if is_field_label(name) or key.kind == "organisation" or not key.host:
        return ""
    site = "/" in key.page and name_key(name).full in key.host.replace("-", "").split(".")
    return "" if site or not _LETTER.search(name) else name


def told_twice(group: tuple[Listing, ...]) -> bool:
    """Whether it is listed twice, each time for its own sake; what an entry says of another one is a mention."""
    inner = [one for one in group if not one.entry]
    mentioned = len(inner) < len(group) and any(one.item for one in inner)
    return not mentioned and all(one.sure and len(one.said) >= SAID for one in inner)
