"""A heading per entry: name and date, a line of facts, the links, the description."""

from __future__ import annotations

from bot.catalog.model import Record
from bot.catalog.words import KINDS, LINKS
from bot.markdown.escape import escape, link
from bot.text import zh

BETWEEN = "\n\n"


def render(record: Record, told: str, level: int) -> str:
    blocks = [f"{'#' * min(level, 6)} {heading(record, escape(record.name))}", facts(record, told)]
    if record.links:
        blocks.append(" · ".join(links(record)))
    if record.reason:
        blocks.append(f"**已撤下**：{escape(record.reason)}")
    blocks.append(record.description.strip("\n"))
    return "\n\n".join(block for block in blocks if block)


def heading(record: Record, name: str) -> str:
    """The text of the heading; the date stands in it, as readers of the list are used to."""
    if record.status == "withdrawn":
        return f"~~{name}~~（已撤下）"
    return f"{name}（{record.added}）" if record.added else name


def facts(record: Record, told: str) -> str:
    """Kind, makers, other names, later update and relations in one line."""
    parts = [f"**{KINDS[record.kind]}**", escape(zh.join(record.organisations))]
    if names := aliases(record):
        parts.append(f"又名 {escape(zh.join(names))}")
    if record.updated and record.updated != record.added:
        parts.append(f"更新于 {record.updated}")
    return " · ".join(filter(None, [*parts, told]))


def aliases(record: Record) -> list[str]:
    """Other names worth showing: not those that differ from the name in case or spaces alone."""
    if not record.aliases:
        return []
    shown = {_squeezed(name): name for name in reversed((record.name, *record.aliases))}
    return [name for name in record.aliases if shown[_squeezed(name)] is name]


def _squeezed(name: str) -> str:
    return "".join(name.split()).casefold()


def links(record: Record) -> list[str]:
    """Each link under its label, or under what kind of page it is."""
    return [link(one.label or LINKS[one.type], one.url) for one in record.links]
