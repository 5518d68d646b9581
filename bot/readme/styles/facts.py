"""What the fields of a record say in the words that page, tables and cards share, and read back from them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.catalog.model import SIZE, License, Record, Relation, Use
from bot.catalog.words import LANGUAGES, USES, Words
from bot.markdown.escape import escape, unescape
from bot.readme.styles import headings, parts
from bot.readme.styles.parts import Targets
from bot.text import zh

BASE = "底座 "
OWN = "自研"  # as a base: trained from nothing, perhaps with the name of its architecture in brackets
_PARTS = {"code": "代码", "weights": "权重", "data": "数据"}
_TERMS = {word: part for part, word in _PARTS.items()}
_KIBI = 1024
_USES: Mapping[str, Use] = {word: use for use, word in USES.items()}
_SIZES = re.compile(rf"{SIZE.pattern}(?: / {SIZE.pattern})*")
_DAYS = {"发布于 ": "released", "收录于 ": "added", "更新于 ": "updated"}
_SMALL = re.compile(r"<sub>(.+)</sub>")
_TERM = re.compile(rf"([^、]+?)（({'|'.join(_TERMS)})）")


def first_line(record: Record, told: str, words: Words) -> str:
    """Kind, sizes, terms and makers; then what is told of base and relations, and the days."""
    said = [
        headings.kind(record, words),
        sizes(record),
        USES[record.use] if record.use and record.use != "unknown" else "",
        headings.makers(record, words),
        told,
        f"发布于 {record.released}" if record.released else "",
        f"收录于 {record.added}" if record.added else "",
        f"更新于 {record.updated}" if record.updated and record.updated != record.added else "",
    ]
    return parts.BETWEEN.join(filter(None, said))


def last_line(record: Record) -> str:
    """Other names, what it includes, and its licences, in small print."""
    names = headings.aliases(record)
    small = [
        f"又名 {escape(zh.join(names))}" if names else "",
        f"包含 {escape(zh.join(record.includes))}" if record.includes else "",
        f"许可 {escape(licenses(record.license))}" if record.license != License() else "",
    ]
    told = parts.BETWEEN.join(filter(None, small))
    return f"<sub>{told}</sub>" if told else ""


def sizes(record: Record) -> str:
    return " / ".join(record.sizes)


def languages(record: Record) -> str:
    return zh.join(LANGUAGES.get(code, code) for code in record.languages)


def context(record: Record) -> str:
    """`32K` where that is just it: the way models are spoken of."""
    if record.context is None:
        return ""
    return f"{record.context // _KIBI}K" if record.context % _KIBI == 0 else str(record.context)


def licenses(terms: License) -> str:
    """`Apache-2.0（代码）、…`; the name alone where there is but one licence."""
    given: dict[str, str] = {part: name for part in _PARTS if (name := getattr(terms, part))}
    names = set(given.values())
    if len(names) == 1:
        return next(iter(names))
    return zh.join(f"{name}（{_PARTS[part]}）" for part, name in given.items())


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
        if part.startswith((BASE, OWN)):
            named = [parts.read_name(name, targets) for name in parts.names(part.removeprefix(BASE))]
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
                record = replace(record, license=_read_license(unescape(said)))
        del blocks[-1]
    return parts.read_reason(record, blocks)


def _read_license(said: str) -> License:
    """`Apache-2.0（代码）、…`; one name alone is taken for that of the code."""
    found = {_TERMS[part]: name for name, part in _TERM.findall(said)}
    whole = "、".join(f"{name}（{part}）" for name, part in _TERM.findall(said)) == said
    return License(**found) if found and whole else License(code=said)
