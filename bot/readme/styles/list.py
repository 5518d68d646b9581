"""A list item per entry, with an anchor: name, date and description; the links on a line of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.catalog.model import Link, Record, Relation
from bot.catalog.words import PLAIN, Words
from bot.markdown.escape import escape, indent, unescape
from bot.readme.styles import folded, headings, parts
from bot.readme.styles.parts import Targets
from bot.text import zh

BETWEEN = "\n"
BEGINS = re.compile(r"- ")
_ANCHOR = re.compile(r'- <a id="entry-[a-z0-9-]+"></a>')
# What begins a block only at the start of a line: a list, a fence, a quotation, a heading, a table, an HTML block.
_BLOCK = re.compile(r"(?:[-+*]|\d+[.)])\s|```|~~~|[>|<]|#{1,6}\s")
_ITEM = re.compile(
    r"- (?:\*\*(?P<name>.+?)\*\*(?:（(?P<added>\d{4}-\d\d-\d\d)）)?"
    r"|~~\*\*(?P<gone>.+?)\*\*~~)(?:（已撤下(?:：(?P<reason>[^\n]+?))?(?P<end>）))?"
    r"(?:：(?:又名 (?P<also>[^\n]+?)。)?|(?=\\\n|\n\n|$))(?P<rest>.*)",
    re.DOTALL,
)


def render(record: Record, told: str, level: int, words: Words = PLAIN) -> str:
    del level
    name = escape(record.name)
    if record.status == "withdrawn":
        head = f"~~**{name}**~~（已撤下：{escape(record.reason)}）"
    else:
        head = f"**{name}**（{record.added}）" if record.added else f"**{name}**"
    names = headings.aliases(record)
    also = f"又名 {escape(zh.join(names))}。" if names else ""
    tail = [*parts.links(record, words), *filter(None, [told])]
    said = record.description.strip()
    head += f"：{also}" if also or said else ""
    text = f"{head}\n\n{said}" if _BLOCK.match(said) else f"{head}{said}"
    between = "\n\n" if "\n" in text else "\\\n"
    item = between.join([text, parts.BETWEEN.join(tail)] if tail else [text])
    mark = f'<a id="{anchor(record)}"></a>' if record.slug else ""
    return f"- {mark}{indent(item, '  ')}"


def parse(text: str, targets: Targets, words: Words = PLAIN) -> Record | None:
    """The record that is shown as `text`, as far as it is shown; None for another shape."""
    item = _ITEM.fullmatch(re.sub(r"\n {2}", "\n", _ANCHOR.sub("- ", text.strip("\n"), count=1)))
    if not item:
        return None
    said: str = item["rest"]
    links: tuple[Link, ...] = ()
    relations: tuple[Relation, ...] = ()
    for start, end in _ends(said):
        if tail := parts.read_tail(said[end:].rstrip(), targets, words):
            said, (links, relations) = said[:start], tail
            break
    try:
        added = parts.read_day(item["added"])
    except ValueError:
        return None
    return Record(
        "",
        "",
        unescape(item["name"] or item["gone"]),
        aliases=tuple(unescape(name) for name in item["also"].split("、")) if item["also"] else (),
        added=None if item["end"] else added,
        status="withdrawn" if item["end"] else "active",
        reason=unescape(item["reason"] or ""),
        links=links,
        relations=relations,
        description=said.strip(),
    )


def anchor(record: Record) -> str:
    return folded.anchor(record)


def _ends(said: str) -> Iterator[tuple[int, int]]:
    """Where a last line of links may begin: after a hard break or a blank line, or at once."""
    for mark in ("\\\n", "\n\n"):
        if (at := said.rfind(mark)) >= 0:
            yield at, at + len(mark)
    yield 0, 0
