"""A name to unfold per entry, with an anchor of its own before it: below a table that holds the facts."""

from __future__ import annotations

from bot.catalog.model import Record
from bot.markdown.escape import escape, escape_html
from bot.readme.styles import facts, parts

BETWEEN = "\n\n"


def render(record: Record, told: str, level: int) -> str:
    del level
    blocks = [
        f'<a id="{anchor(record)}"></a>\n<details>\n<summary>{_summary(record)}</summary>',
        f"**已撤下**：{escape(record.reason)}" if record.reason else "",
        record.description.strip("\n"),
        " · ".join([*parts.links(record), *filter(None, [told])]),
        facts.last_line(record),
        "</details>",
    ]
    return "\n\n".join(block for block in blocks if block)


def anchor(record: Record) -> str:
    """An id no other entry has, and seldom a heading: GitHub gives a heading no hyphen but for a blank or its own."""
    return f"entry-{record.slug}"


def _summary(record: Record) -> str:
    name = f"<b>{escape_html(record.name)}</b>"
    return f"<del>{name}</del>（已撤下）" if record.status == "withdrawn" else name
