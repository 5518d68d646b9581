"""The edited page of a section in one of our styles → the text of each of its entries, and of new sections."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.catalog.model import Section, SectionEntry
from bot.catalog.words import PLAIN, Words
from bot.markdown.escape import unescape
from bot.readme.absorb.list_file import TITLE, Added
from bot.readme.absorb.match import Chunk
from bot.readme.importer.single_entry import read_entry
from bot.readme.importer.slugs import free
from bot.readme.styles import style
from bot.readme.styles.parts import Targets, cut
from bot.text.slugs import title_slug

_LIKE_OURS = re.compile(r"#{3,6} .+\n+\*\*|- (?:~~)?\*\*|<a id=")


@dataclass
class Cut:
    """The entries in edited lines `start` to `end` in order, the sections that begin there, and what is neither.

    `called` says that the template is to call for the entries just here.
    """

    section: str
    start: int
    end: int
    chunks: list[Chunk] = field(default_factory=list)
    added: list[Added] = field(default_factory=list)
    left: list[tuple[int, int]] = field(default_factory=list)
    called: bool = False


@dataclass(frozen=True)
class Reading:
    """`targets` are the records by name and anchor, `ids` those of sections given out so far, `shows` the style that
    sections of each level have.
    """

    targets: Targets
    ids: dict[str, int]
    shows: Mapping[int, str]
    words: Words = PLAIN


def cut_by_style(section: Section, found: Cut, lines: Sequence[str], reading: Reading) -> Cut:
    """`found` with the entries and new sections in its lines."""
    path, show, start = section.path, section.entry.show, found.start
    deepest = min(section.level + (2 if section.entry.sections else 1), 6)
    begins = re.compile(rf"#{{1,{deepest}}} |{style(show).BEGINS.pattern}|<a id=\"entry-|#{{3,6}} ")
    for first, last in cut(lines[start : found.end], begins):
        text = "\n".join(lines[start + first : start + last])
        title = TITLE.fullmatch(text.split("\n", 1)[0])
        if title and 1 < len(title[1]) <= deepest:
            show = reading.shows.get(len(title[1]) - 1, section.entry.show)
            added = _added(section, title, text, show, reading.ids)
            found.added.append(added)
            path, deepest = path_of(section.path, added), len(title[1])
        elif not begins.match(text):
            if text.strip():
                found.left.append((start + first, start + last))
        elif read := style(show).parse(text, reading.targets, reading.words):
            found.chunks.append(Chunk(path, start + first, start + last, text, read))
        elif _LIKE_OURS.match(text):
            found.left.append((start + first, start + last))
        else:
            read = replace(read_entry(text), section=path)
            found.chunks.append(Chunk(path, start + first, start + last, text, read))
    return found


def _added(section: Section, title: re.Match[str], text: str, show: str, ids: dict[str, int]) -> Added:
    level = len(title[1]) - 1
    name, said = unescape(title[2]), text.partition("\n")[2].strip("\n")
    own = free(title_slug(name) or "section", ids)
    entry = SectionEntry(own, name, show, introduction=f"{said}\n" if said else "")
    return Added(section.path, entry, level)


def path_of(after: str, added: Added) -> str:
    return "/".join([*after.split("/")[: added.level - 1], added.entry.id])
