"""Titles and introductions of the edited page → list.yml, where the template prints them from there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.catalog.model import Catalog, ListFile, Section, SectionEntry
from bot.markdown.escape import escape, unescape
from bot.readme.absorb.diff import Hunk, counterpart, moved
from bot.readme.absorb.source_map import Line

TITLE = re.compile(r"(#{1,6}) (.+?)\s*")


@dataclass(frozen=True, slots=True)
class Zone:
    """What stands between a title and the next thing that is no introduction: lines in the old page and in the new.

    `path` is the section's, empty for the list; `title` its new title, None where that line is gone;
    `introduced` whether its introduction is printed there.
    """

    path: str
    title: str | None
    old: tuple[int, int]
    new: tuple[int, int]
    introduced: bool


def zones(catalog: Catalog, old: Sequence[Line], new: Sequence[str], hunks: Sequence[Hunk]) -> list[Zone]:
    """Those of the titles that the template prints from list.yml."""
    return [_zone(path, at, _after(old, at, said), (old, new, hunks)) for path, at, said in _titles(catalog, old)]


def _titles(catalog: Catalog, old: Sequence[Line]) -> Iterator[tuple[str, int, str]]:
    """Section path (empty for the list), line of its title, and its introduction."""
    wanted = [("", f"# {catalog.list.title}", catalog.list.introduction)]
    wanted += [
        (section.path, heading(section, section.entry.title), section.entry.introduction)
        for section in catalog.sections
    ]
    at = 0
    for path, text, said in wanted:
        found = next((place for place in range(at, len(old)) if old[place].computed and old[place].text == text), -1)
        if found >= 0:
            at = found + 1
            yield path, found, said


def heading(section: Section, title: str) -> str:
    return f"{'#' * min(section.level + 1, 6)} {escape(title)}"


def _zone(path: str, at: int, end: int, pages: tuple[Sequence[Line], Sequence[str], Sequence[Hunk]]) -> Zone:
    old, new, hunks = pages
    place = _place(at, old, new, hunks)
    introduced = end >= 0
    end = end if introduced else at + 1
    start = moved(at + 1, hunks, after=False) if place < 0 else place + 1
    until = moved(end, hunks, after=True)
    if until < 0:  # the lines after were edited as well: up to the next title
        until = next((line for line in range(start, len(new)) if TITLE.fullmatch(new[line])), start)
    title = TITLE.fullmatch(new[place]) if place >= 0 else None
    shown = (title[2] if not path else unescape(title[2])) if title else None
    return Zone(path, shown, (at + 1, end), (start, max(until, start)), introduced)


def _after(old: Sequence[Line], at: int, said: str) -> int:
    """The line after the introduction and the blank ones around it; -1 where it is not printed there."""
    lines = said.strip("\n").split("\n") if said.strip() else []
    start = _nonblank(old, at + 1)
    if not lines:
        return start
    there = [line.text for line in old[start : start + len(lines)]] == lines
    return _nonblank(old, start + len(lines)) if there else -1


def _nonblank(old: Sequence[Line], at: int) -> int:
    while at < len(old) and not old[at].text.strip():
        at += 1
    return at


def _place(at: int, old: Sequence[Line], new: Sequence[str], hunks: Sequence[Hunk]) -> int:
    """Where a title is in the new page; -1 where it is gone."""
    marks = _marks(old[at].text)
    return counterpart(at, hunks, lambda line: _marks(old[line].text) == marks, lambda line: _marks(new[line]) == marks)


def _marks(line: str) -> str:
    found = TITLE.fullmatch(line)
    return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Added:
    """A section that is new, after the section `after`, before all where that is empty.

    A `level` of one more makes it that one's child.
    """

    after: str
    entry: SectionEntry
    level: int


def rewritten(catalog: Catalog, titles: Mapping[str, str], texts: Mapping[str, str], gone: set[str]) -> ListFile:
    """list.yml with other titles and introductions by section path, without those `gone`."""

    def entries(found: Sequence[SectionEntry], above: str) -> tuple[SectionEntry, ...]:
        made = []
        for entry in found:
            path = f"{above}{entry.id}"
            if path not in gone:
                inner = entries(entry.sections, f"{path}/")
                said = _said(entry.introduction, texts.get(path))
                made.append(replace(entry, title=titles.get(path, entry.title), introduction=said, sections=inner))
        return tuple(made)

    list_file = replace(catalog.list, sections=entries(catalog.list.sections, ""))
    said = _said(list_file.introduction, texts.get(""))
    return replace(list_file, title=titles.get("", list_file.title), introduction=said)


def _said(before: str, text: str | None) -> str:
    """The introduction as edited; one that only lost or won blanks at its ends stays."""
    if text is None or text.strip() == before.strip():
        return before
    return f"{text.strip(chr(10))}\n" if text.strip() else ""


def with_sections(list_file: ListFile, added: Sequence[Added]) -> ListFile:
    """list.yml with further sections, each after the one it follows on the page."""

    def entries(found: Sequence[SectionEntry], above: str) -> tuple[SectionEntry, ...]:
        made: list[SectionEntry] = []
        for entry in found:
            path = f"{above}{entry.id}"
            own = entries(entry.sections, f"{path}/")
            first = tuple(one.entry for one in added if one.after == path and one.level > path.count("/") + 1)
            made.append(replace(entry, sections=first + own))
            made += [one.entry for one in added if _beside(one, path)]
        return tuple(made)

    front = tuple(one.entry for one in added if not one.after)
    return replace(list_file, sections=front + entries(list_file.sections, ""))


def _beside(one: Added, path: str) -> bool:
    """Whether a new section stands right after the section of this path: that, or the one around what it follows."""
    level = path.count("/") + 1
    return one.level == level and (one.after == path or one.after.startswith(f"{path}/"))
