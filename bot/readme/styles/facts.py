"""What the fields of a record say, in the words that a page, its tables and its cards share."""

from __future__ import annotations

from bot.catalog.model import License, Record
from bot.catalog.words import LANGUAGES, USES, Words
from bot.markdown.escape import escape
from bot.readme.styles import headings
from bot.text import zh

_PARTS = {"code": "代码", "weights": "权重", "data": "数据"}
_KIBI = 1024


def first_line(record: Record, told: str, words: Words) -> str:
    """Kind, sizes, terms and makers; then what is told of base and relations, and the days."""
    parts = [
        headings.kind(record, words),
        sizes(record),
        USES[record.use] if record.use and record.use != "unknown" else "",
        headings.makers(record, words),
        told,
        f"发布于 {record.released}" if record.released else "",
        f"收录于 {record.added}" if record.added else "",
        f"更新于 {record.updated}" if record.updated and record.updated != record.added else "",
    ]
    return " · ".join(filter(None, parts))


def last_line(record: Record) -> str:
    """Other names, what it includes, and its licences, in small print."""
    names = headings.aliases(record)
    parts = [
        f"又名 {escape(zh.join(names))}" if names else "",
        f"包含 {escape(zh.join(record.includes))}" if record.includes else "",
        f"许可 {escape(licenses(record.license))}" if record.license != License() else "",
    ]
    told = " · ".join(filter(None, parts))
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
