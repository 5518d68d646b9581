"""A bare heading per entry, whose anchor outlives dates and a withdrawal; facts, links and names in lines below it."""

from __future__ import annotations

from bot.catalog.model import Record
from bot.markdown.escape import escape
from bot.readme.styles import facts, parts

BETWEEN = "\n\n"


def render(record: Record, told: str, level: int) -> str:
    blocks = [
        f"{'#' * min(level, 6)} {heading(record, escape(record.name))}",
        facts.first_line(record, told),
        " · ".join(parts.links(record)),
        f"**已撤下**：{escape(record.reason)}" if record.reason else "",
        record.description.strip("\n"),
        facts.last_line(record),
    ]
    return "\n\n".join(block for block in blocks if block)


def heading(record: Record, name: str) -> str:
    """The name alone: struck through or not, GitHub gives it the same anchor."""
    return f"~~{name}~~" if record.status == "withdrawn" else name
