"""The lines that facts.py writes, read back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.catalog.model import SIZE, License, Record, Relation, Use
from bot.catalog.words import USES, Words
from bot.markdown.escape import unescape
from bot.readme.styles import headings, parts
from bot.readme.styles.parts import Targets

_USES: Mapping[str, Use] = {word: use for use, word in USES.items()}
_SIZES = re.compile(rf"{SIZE.pattern}(?: / {SIZE.pattern})*")
_DAYS = {"发布于 ": "released", "收录于 ": "added", "更新于 ": "updated"}
_SMALL = re.compile(r"<sub>(.+)</sub>")
_TERMS = {"代码": "code", "权重": "weights", "数据": "data"}
_TERM = re.compile(r"([^、]+?)（(代码|权重|数据)）")
_BASE, _OWN = "底座 ", "自研"


def read_first_line(line: str, targets: Targets, words: Words) -> Record | None:
    """Kind, sizes, terms, makers, base, relations and days; None where it says something else.

    Raises ValueError for a day there is not.
    """
    begun = headings.read_kind(parts.split(line), words)
    if begun is None:
        return None
    record, others = Record("", "", "", kind=begun[0]), begun[1]
    for part in others:
        read = _fact(record, part, targets)
        if read is None:
            return None
        record = read
    return record


def _fact(record: Record, part: str, targets: Targets) -> Record | None:
    if _SIZES.fullmatch(part):
        return replace(record, sizes=tuple(part.split(" / ")))
    if part in _USES:
        return replace(record, use=_USES[part])
    if key := next((key for word, key in _DAYS.items() if part.startswith(word)), ""):
        day = parts.read_day(part.partition(" ")[2])
        return {
            "released": lambda: replace(record, released=day),
            "added": lambda: replace(record, added=day),
            "updated": lambda: replace(record, updated=day),
        }[key]()
    if told := read_told([part], targets):
        base, relations = told
        return replace(record, base=base or record.base, relations=(*record.relations, *relations))
    if not record.organisations and (makers := headings.read_makers(part, alone=not record.kind)):
        return replace(record, organisations=makers)
    return None


def read_told(shown: Sequence[str], targets: Targets) -> tuple[tuple[str, ...], tuple[Relation, ...]] | None:
    """Base and relations as a page tells them; None where a part is neither."""
    base: tuple[str, ...] = ()
    relations: list[Relation] = []
    for part in shown:
        if part.startswith((_BASE, _OWN)):
            named = [parts.read_name(one, targets) for one in parts.names(part.removeprefix(_BASE))]
            if not all(named):
                return None
            base = tuple(named)
        elif read := parts.read_relations(part, targets):
            relations += read
        else:
            return None
    return base, tuple(relations)


def read_tail(line: str, targets: Targets, words: Words) -> Record | None:
    """A line of links, base and relations, and nothing else."""
    shown = parts.split(line)
    links = [link for part in shown if (link := parts.read_link(part, words))]
    told = read_told([part for part in shown if not parts.read_link(part)], targets)
    if not shown or told is None or parts.BETWEEN.join(shown) != line:
        return None
    return Record("", "", "", links=tuple(links), base=told[0], relations=told[1])


def read_blocks(record: Record, blocks: list[str]) -> Record:
    """The record with the small print at the end of its blocks and the reason at their start; both are taken out."""
    if blocks and (small := _SMALL.fullmatch(blocks[-1].rstrip())):
        for part in parts.split(small[1]):
            word, _, said = part.partition(" ")
            names = tuple(unescape(name) for name in said.split("、"))
            if word == "又名":
                record = replace(record, aliases=names)
            elif word == "包含":
                record = replace(record, includes=names)
            elif word == "许可":
                record = replace(record, license=_license(unescape(said)))
        del blocks[-1]
    return parts.read_reason(record, blocks)


def _license(said: str) -> License:
    """`Apache-2.0（代码）、…`; one name alone is taken for that of the code."""
    found = {_TERMS[part]: name for name, part in _TERM.findall(said)}
    whole = "、".join(f"{name}（{part}）" for name, part in _TERM.findall(said)) == said
    return License(**found) if found and whole else License(code=said)
