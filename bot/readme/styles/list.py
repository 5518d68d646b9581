"""A list item per entry: name, date and description; the links on a line of their own."""

from __future__ import annotations

import re

from bot.catalog.model import Record
from bot.markdown.escape import escape, indent
from bot.readme.styles import headings
from bot.text import zh

BETWEEN = "\n"
# What begins a block only at the start of a line: a list, a fence, a quotation, a heading, a table, an HTML block.
_BLOCK = re.compile(r"(?:[-+*]|\d+[.)])\s|```|~~~|[>|<]|#{1,6}\s")


def render(record: Record, told: str, level: int) -> str:
    del level
    name = escape(record.name)
    if record.status == "withdrawn":
        head = f"~~**{name}**~~（已撤下：{escape(record.reason)}）"
    else:
        head = f"**{name}**（{record.added}）" if record.added else f"**{name}**"
    names = headings.aliases(record)
    also = f"又名 {escape(zh.join(names))}。" if names else ""
    tail = [*headings.links(record), *filter(None, [told])]
    said = record.description.strip()
    text = f"{head}：{also}\n\n{said}" if _BLOCK.match(said) else f"{head}：{also}{said}"
    between = "\n\n" if "\n" in text else "\\\n"
    return "- " + indent(between.join([text, " · ".join(tail)] if tail else [text]), "  ")
