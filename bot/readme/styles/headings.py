"""A heading per entry: name and date, a line of facts, the links, the description."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.catalog.model import Record
from bot.catalog.words import PLAIN, Words
from bot.markdown.escape import escape, unescape
from bot.readme.styles import parts
from bot.readme.styles.parts import Targets
from bot.text import zh
from bot.text.squeezed import squeezed

BETWEEN = "\n\n"
BEGINS = re.compile(r"#{3,6} ")
_HEADING = re.compile(r"#{1,6} (?P<name>.+?)(?:（(?P<added>\d{4}-\d\d-\d\d)）)?(?P<gone>（已撤下）)?\s*")
_ALSO, _LATER, _MAKERS = "又名 ", "更新于 ", "机构 "


def render(record: Record, told: str, level: int, words: Words = PLAIN) -> str:
    blocks = [f"{'#' * min(level, 6)} {heading(record, escape(record.name))}", facts(record, told, words)]
    if record.links:
        blocks.append(parts.BETWEEN.join(parts.links(record, words)))
    if record.reason:
        blocks.append(f"**已撤下**：{escape(record.reason)}")
    blocks.append(record.description.strip("\n"))
    return "\n\n".join(block for block in blocks if block)


def parse(text: str, targets: Targets, words: Words = PLAIN) -> Record | None:
    """The record that is shown as `text`, as far as it is shown; None for another shape.

    `（已撤下）` may stand there without the name struck through.
    """
    blocks = text.strip("\n").split("\n\n")
    title = _HEADING.fullmatch(blocks[0])
    if not title or (len(blocks) < 2 and words.kinds):
        return None
    try:
        added = parts.read_day(title["added"])
        record = _facts("".join(blocks[1:2]).rstrip(), targets, words)
    except ValueError:
        return None
    if record is None and words.kinds:
        return None
    rest = blocks[2:] if record else blocks[1:]
    record = parts.read_links(record or Record("", "", ""), rest, words)
    record = parts.read_reason(record, rest)
    struck = title["name"].startswith("~~") and title["name"].endswith("~~")
    name = unescape(title["name"].removeprefix("~~").removesuffix("~~") if struck else title["name"])
    return replace(
        record,
        name=name,
        added=None if title["gone"] else added,
        status="withdrawn" if title["gone"] else "active",
        description="\n\n".join(rest).strip("\n"),
    )


def _facts(line: str, targets: Targets, words: Words) -> Record | None:
    """What the line of facts says; None where it says something else. Raises ValueError for a day there is not."""
    read = read_kind(parts.split(line), words)
    if read is None:
        return None
    record, others = Record("", "", "", kind=read[0]), read[1]
    for place, part in enumerate(others):
        if part.startswith(_ALSO):
            record = replace(record, aliases=_names(part.removeprefix(_ALSO)))
        elif part.startswith(_LATER):
            record = replace(record, updated=parts.read_day(part.removeprefix(_LATER)))
        elif relations := parts.read_relations(part, targets):
            record = replace(record, relations=(*record.relations, *relations))
        elif not place and (makers := read_makers(part, alone=not record.kind)):
            record = replace(record, organisations=makers)
        else:
            return None
    return record


def read_kind(shown: list[str], words: Words) -> tuple[str, list[str]] | None:
    """The kind in the first part of a line of facts, and the parts after it; "" in a list without kinds."""
    if not words.kinds:
        return ("", shown) if shown else None
    word = shown[0] if shown else ""
    kind = words.kind_called(word[2:-2]) if word.startswith("**") and word.endswith("**") else None
    return (kind, shown[1:]) if kind else None


def read_makers(part: str, *, alone: bool) -> tuple[str, ...]:
    """The makers that a part names. Where no kind stands before them, a word says that it is them (`alone`)."""
    if "](" in part or (alone and not part.startswith(_MAKERS)):
        return ()
    return _names(part.removeprefix(_MAKERS) if alone else part)


def _names(text: str) -> tuple[str, ...]:
    return tuple(unescape(name) for name in text.split("、"))


def heading(record: Record, name: str) -> str:
    """The text of the heading; the date stands in it, as readers of the list are used to."""
    if record.status == "withdrawn":
        return f"~~{name}~~（已撤下）"
    return f"{name}（{record.added}）" if record.added else name


def kind(record: Record, words: Words) -> str:
    word = words.kind(record)
    return f"**{word}**" if word else ""


def makers(record: Record, words: Words) -> str:
    """Who made it: after the kind, or after a word that says so."""
    names = escape(zh.join(record.organisations))
    return names if words.kind(record) or not names else _MAKERS + names


def facts(record: Record, told: str, words: Words) -> str:
    """Kind, makers, other names, later update and relations in one line."""
    shown = [kind(record, words), makers(record, words)]
    if names := aliases(record):
        shown.append(_ALSO + escape(zh.join(names)))
    if record.updated and record.updated != record.added:
        shown.append(f"{_LATER}{record.updated}")
    return parts.BETWEEN.join(filter(None, [*shown, told]))


def aliases(record: Record) -> list[str]:
    """Other names worth showing: not those that differ from the name in case or spaces alone."""
    if not record.aliases:
        return []
    shown = {squeezed(name): name for name in reversed((record.name, *record.aliases))}
    return [name for name in record.aliases if shown[squeezed(name)] is name]
