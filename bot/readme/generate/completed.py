"""A template that names its sections one by one, as an import writes it, with those that list.yml has beyond these."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.catalog.model import Catalog, Section
from bot.markdown.escape import escape
from bot.markdown.visible import visible
from bot.readme.generate.template import CALL, call, escaped

TITLE = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*")  # of a section, as an import leaves it


def completed(template: str, catalog: Catalog) -> str:
    """With a title like its neighbours' and a call for each section with records that the template does not name.

    One that walks through the sections, calls for entries in some other way, or has the title of none of them, prints
    what it means to.
    """
    lines = template.split("\n")
    named = [path for path, _ in _calls(lines)]
    titles = {visible(found[2]) for line in lines if (found := TITLE.fullmatch(line))}
    titled = any(section.path in named and section.entry.title in titles for section in catalog.sections)
    if not titled or template.count("entries(") != len(named):
        return template
    missing = [one for one in catalog.sections if one.path not in named and one.path in catalog.by_section]
    for section in missing:
        lines = _with(lines, section, catalog)
    return "\n".join(lines) if missing else template


def _with(lines: list[str], section: Section, catalog: Catalog) -> list[str]:
    own_call = call(section.path)
    titles = [
        (at, len(found[1]), visible(found[2])) for at, line in enumerate(lines) if (found := TITLE.fullmatch(line))
    ]
    own = next((at for at, _, title in titles if title == section.entry.title), None)
    if own is not None:
        return [*lines[: own + 1], "", own_call, *lines[own + 1 :]]
    calls = dict(_calls(lines))
    marks = _marks(section, catalog, calls, titles)
    at = _place(section, catalog, calls, [(line, depth) for line, depth, _ in titles if depth <= marks], len(lines))
    said = section.entry.introduction.strip("\n")
    text = [f"{'#' * marks} {escape(section.entry.title)}", "", *([*said.split("\n"), ""] if said else [])]
    shown = [*map(escaped, text), own_call, ""]
    blank = [] if at == 0 or not lines[at - 1].strip() else [""]
    return [*lines[:at], *blank, *shown, *lines[at:]]


def _calls(lines: Sequence[str]) -> list[tuple[str, int]]:
    """Section path and line of each line that is a call for entries, and nothing else."""
    found = ((CALL.fullmatch(line.strip(" \t")), at) for at, line in enumerate(lines))
    return [(call["path"], at) for call, at in found if call]


def _marks(section: Section, catalog: Catalog, calls: dict[str, int], titles: Sequence[tuple[int, int, str]]) -> int:
    """How deep the titles of the sections beside it are."""
    above = section.path.rpartition("/")[0]
    for other in catalog.sections:
        if other.path in calls and other.path.rpartition("/")[0] == above:
            found = [depth for at, depth, title in titles if at < calls[other.path] and title == other.entry.title]
            if found:
                return found[-1]
    return min(section.level + 1, 6)


def _place(
    section: Section, catalog: Catalog, calls: dict[str, int], titles: Sequence[tuple[int, int]], end: int
) -> int:
    """Before the title that ends the section before it; before the first title of all where it comes first."""
    before = [one.path for one in catalog.sections[: catalog.sections.index(section)] if one.path in calls]
    first = calls[before[-1]] if before else max((at for at, _ in titles if at < min(calls.values())), default=0) - 1
    return next((at for at, _ in titles if at > first), end)
