"""A bare heading per entry, whose anchor outlives dates and a withdrawal; facts, links and names in lines below it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.catalog.model import Record, Status
from bot.catalog.words import PLAIN, Words
from bot.markdown.escape import escape, unescape
from bot.readme.styles import facts, parts
from bot.readme.styles.parts import Targets

BETWEEN = "\n\n"
BEGINS = re.compile(r"#{3,6} ")
_HEADING = re.compile(r"#{1,6} (?:~~(?P<gone>.+)~~|(?P<name>.+?))(?P<marked>（已撤下）)?\s*")


def render(record: Record, told: str, level: int, words: Words = PLAIN) -> str:
    blocks = [
        f"{'#' * min(level, 6)} {heading(record, escape(record.name))}",
        facts.first_line(record, told, words),
        " · ".join(parts.links(record, words)),
        f"**已撤下**：{escape(record.reason)}" if record.reason else "",
        record.description.strip("\n"),
        facts.last_line(record),
    ]
    return "\n\n".join(block for block in blocks if block)


def parse(text: str, targets: Targets, words: Words = PLAIN) -> Record | None:
    """The record that is shown as `text`, as far as it is shown; None for another shape."""
    blocks = text.strip("\n").split("\n\n")
    title = _HEADING.fullmatch(blocks[0])
    if not title or (len(blocks) < 2 and words.kinds):
        return None
    try:
        record = facts.read_first_line("".join(blocks[1:2]).rstrip(), targets, words)
    except ValueError:
        return None
    if record is None and words.kinds:
        return None
    rest = blocks[2:] if record else blocks[1:]
    record = parts.read_links(record or Record("", "", ""), rest, words)
    record = facts.read_blocks(record, rest)
    name = title["gone"] or title["name"]
    status: Status = "withdrawn" if title["gone"] or title["marked"] else "active"
    return replace(record, name=unescape(name), status=status, description="\n\n".join(rest).strip("\n"))


def heading(record: Record, name: str) -> str:
    """The name alone: struck through or not, GitHub gives it the same anchor."""
    return f"~~{name}~~" if record.status == "withdrawn" else name
