"""A name to unfold per entry, with an anchor of its own before it: below a table that holds the facts."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from bot.catalog.model import Record, Status
from bot.catalog.words import PLAIN, Words
from bot.markdown.escape import escape, escape_html
from bot.readme.styles import facts, parts
from bot.readme.styles.parts import Targets

BETWEEN = "\n\n"
BEGINS = re.compile(r'<a id="entry-')
_ENTRY = re.compile(
    r'<a id="entry-[a-z0-9-]+"></a>\n<details>\n<summary>(?P<gone><del>)?<b>(?P<name>.+?)</b>(?:</del>)?'
    r"(?P<marked>（已撤下）)?</summary>\n\n(?P<rest>.*)\n\n</details>",
    re.DOTALL,
)


def render(record: Record, told: str, level: int, words: Words = PLAIN) -> str:
    del level
    blocks = [
        f'<a id="{anchor(record)}"></a>\n<details>\n<summary>{_summary(record)}</summary>',
        f"**已撤下**：{escape(record.reason)}" if record.reason else "",
        record.description.strip("\n"),
        " · ".join([*parts.links(record, words), *filter(None, [told])]),
        facts.last_line(record),
        "</details>",
    ]
    return "\n\n".join(block for block in blocks if block)


def parse(text: str, targets: Targets, words: Words = PLAIN) -> Record | None:
    """The record that is shown as `text`, as far as it is shown; None for another shape."""
    found = _ENTRY.fullmatch(text.strip("\n"))
    if not found:
        return None
    name = html.unescape(re.sub(r"</?code>", "", found["name"]))
    status: Status = "withdrawn" if found["gone"] or found["marked"] else "active"
    rest = found["rest"].strip("\n").split("\n\n")
    record = facts.read_blocks(Record("", "", name, status=status), rest)
    if rest and (tail := facts.read_tail(rest[-1].rstrip(), targets, words)):
        record = replace(record, links=tail.links, base=tail.base, relations=tail.relations)
        del rest[-1]
    return replace(record, description="\n\n".join(rest).strip("\n"))


def anchor(record: Record) -> str:
    """An id no other entry has, and seldom a heading: GitHub gives a heading no hyphen but for a blank or its own."""
    return f"entry-{record.slug}"


def _summary(record: Record) -> str:
    name = f"<b>{escape_html(record.name)}</b>"
    return f"<del>{name}</del>（已撤下）" if record.status == "withdrawn" else name
