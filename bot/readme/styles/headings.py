"""A heading per entry: name and date, a line of facts, the links, the description."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.catalog.model import Kind, Record
from bot.catalog.words import KINDS
from bot.markdown.escape import escape, unescape
from bot.readme.styles import parts
from bot.readme.styles.parts import Targets
from bot.text import zh

BETWEEN = "\n\n"
BEGINS = re.compile(r"#{3,6} ")
_HEADING = re.compile(r"#{1,6} (?P<name>.+?)(?:（(?P<added>\d{4}-\d\d-\d\d)）)?(?P<gone>（已撤下）)?\s*")
_GONE = re.compile(r"\*\*已撤下\*\*：(?P<reason>[^\n]+)")
_KINDS: Mapping[str, Kind] = {f"**{word}**": kind for kind, word in KINDS.items()}
_ALSO, _LATER = "又名 ", "更新于 "


def render(record: Record, told: str, level: int) -> str:
    blocks = [f"{'#' * min(level, 6)} {heading(record, escape(record.name))}", facts(record, told)]
    if record.links:
        blocks.append(parts.BETWEEN.join(parts.links(record)))
    if record.reason:
        blocks.append(f"**已撤下**：{escape(record.reason)}")
    blocks.append(record.description.strip("\n"))
    return "\n\n".join(block for block in blocks if block)


def parse(text: str, targets: Targets) -> Record | None:
    """The record that is shown as `text`, as far as it is shown; None for another shape.

    `（已撤下）` may stand there without the name struck through.
    """
    blocks = text.strip("\n").split("\n\n")
    title = _HEADING.fullmatch(blocks[0])
    if not title or len(blocks) < 2:
        return None
    try:
        added = parts.read_day(title["added"])
        record = _facts(blocks[1].rstrip(), targets)
    except ValueError:
        return None
    rest = blocks[2:]
    if rest and (tail := parts.read_tail(rest[0].rstrip(), {})):
        record = record and replace(record, links=tail[0])
        del rest[0]
    if rest and (gone := _GONE.fullmatch(rest[0].rstrip())):
        record = record and replace(record, reason=unescape(gone["reason"]))
        del rest[0]
    struck = title["gone"] and title["name"].startswith("~~") and title["name"].endswith("~~")
    name = unescape(title["name"].removeprefix("~~").removesuffix("~~") if struck else title["name"])
    return record and replace(
        record,
        name=name,
        added=None if title["gone"] else added,
        status="withdrawn" if title["gone"] else "active",
        description="\n\n".join(rest).strip("\n"),
    )


def _facts(line: str, targets: Targets) -> Record | None:
    """What the line of facts says; None where it says something else. Raises ValueError for a day there is not."""
    kind, *others = parts.split(line)
    if kind not in _KINDS:
        return None
    record = Record("", "", "", kind=_KINDS[kind])
    for place, part in enumerate(others):
        if part.startswith(_ALSO):
            record = replace(record, aliases=_names(part.removeprefix(_ALSO)))
        elif part.startswith(_LATER):
            record = replace(record, updated=parts.read_day(part.removeprefix(_LATER)))
        elif relations := parts.read_relations(part, targets):
            record = replace(record, relations=(*record.relations, *relations))
        elif not place and "](" not in part:
            record = replace(record, organisations=_names(part))
        else:
            return None
    return record


def _names(text: str) -> tuple[str, ...]:
    return tuple(unescape(name) for name in text.split("、"))


def heading(record: Record, name: str) -> str:
    """The text of the heading; the date stands in it, as readers of the list are used to."""
    if record.status == "withdrawn":
        return f"~~{name}~~（已撤下）"
    return f"{name}（{record.added}）" if record.added else name


def facts(record: Record, told: str) -> str:
    """Kind, makers, other names, later update and relations in one line."""
    shown = [f"**{KINDS[record.kind]}**", escape(zh.join(record.organisations))]
    if names := aliases(record):
        shown.append(_ALSO + escape(zh.join(names)))
    if record.updated and record.updated != record.added:
        shown.append(f"{_LATER}{record.updated}")
    return parts.BETWEEN.join(filter(None, [*shown, told]))


def aliases(record: Record) -> list[str]:
    """Other names worth showing: not those that differ from the name in case or spaces alone."""
    if not record.aliases:
        return []
    shown = {_squeezed(name): name for name in reversed((record.name, *record.aliases))}
    return [name for name in record.aliases if shown[_squeezed(name)] is name]


def _squeezed(name: str) -> str:
    return "".join(name.split()).casefold()
