"""A list item per entry: name, date and description; the links on a line of their own."""

from __future__ import annotations

from bot import zh
from bot.model import Record
from bot.render.markdown import escape, indent
from bot.render.shapes import Page, headings

BETWEEN = "\n"


def render(record: Record, page: Page, level: int) -> str:
    del level
    name = escape(record.name)
    if record.status == "withdrawn":
        head = f"~~**{name}**~~（已撤下：{record.reason}）"
    else:
        head = f"**{name}**（{record.added:%Y-%m-%d}）" if record.added else f"**{name}**"
    names = headings.aliases(record)
    also = f"又名 {escape(zh.join(names))}。" if names else ""
    tail = [*headings.links(record), *headings.relations(record, page)]
    text = f"{head}：{also}{record.description.strip()}"
    return "- " + indent("\\\n".join([text, " · ".join(tail)]) if tail else text, "  ")
