"""A list item per entry: name (the link), date, description; further links as a nested list."""

from __future__ import annotations

from bot.model import Record
from bot.render.markdown import escape, indent, link
from bot.render.shapes import Page, headings

BETWEEN = "\n"


def render(record: Record, page: Page, level: int) -> str:
    del level
    name = escape(record.name)
    only = record.links[0] if len(record.links) == 1 else None
    title = f"**{link(record.name, only.url) if only else name}**"
    if record.status == "withdrawn":
        title = f"~~**{name}**~~（已撤下：{record.reason}）"
    date = f"（{record.added:%Y-%m-%d}）" if record.added else ""
    aliases = f"又名 {escape('、'.join(record.aliases))}。" if record.aliases else ""
    related = "".join(f"（{one}）" for one in headings.relations(record, page))
    text = f"{title}{date}：{aliases}{record.description.strip()}{related}"
    if only:
        text += f" — {link(headings.label(only), only.url)}"
    more = [f"- {link(headings.label(one), one.url)}" for one in record.links] if not only else []
    return "- " + indent("\n".join([text, *more]), "  ")
