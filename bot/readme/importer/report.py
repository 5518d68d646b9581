"""What an import understood, and what it did not, for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.catalog.model import Link, Record
from bot.readme.importer.read import Imported
from bot.readme.styles.pattern_slots import BEYOND
from bot.text import zh

_MOST = 20


def report(read: Imported, records: Sequence[Record], file: str) -> str:
    """Lines in Chinese, ending in a newline. `records` are those of the page as their files will hold them."""
    return "".join(f"{line}\n" for line in _lines(read, records, file))


def merged(added: Sequence[Record], known: Sequence[tuple[Record, Record]], file: str) -> str:
    """What a merge adds, and which entries were there already, in Chinese, ending in a newline."""
    lines = [f"{file}：新增 {len(added)} 个条目，已有的 {len(known)} 个不再添加；条目以外的文字没有并入。"]
    lines += [f"  {zh.quote(one.name, 40)}即 {other.file or other.slug}" for one, other in known[:_MOST]]
    if len(known) > _MOST:
        lines.append(f"  ……其余 {len(known) - _MOST} 个从略。")
    return "".join(f"{line}\n" for line in lines)


def _lines(read: Imported, made: Sequence[Record], file: str) -> Iterator[str]:
    records = read.catalog.records
    if not records:
        yield f"{file}：没有读到条目，全文留在模板里。"
        return
    links = sum(len(record.links) for record in records)
    dated = sum(record.updated is not None for record in records)
    yield f"{file}：{len(records)} 个条目，{len(read.catalog.sections)} 个小节，{links} 个链接，{dated} 个日期。"
    kept = sum(bool(record.body) for record in made)
    beyond = sum(not BEYOND.isdisjoint(record.extra) for record in made)
    plain = len(made) - kept - beyond
    yield f"其中 {plain} 个条目完全由字段生成，{beyond} 个另有 extra，{kept} 个逐字保留原文（body）。"
    if read.prose:
        yield f"不属于任何条目、留在模板里的行：{_cut([_span(*place) for place in read.prose])}。"
    yield from _broken(records, file)


def _broken(records: Sequence[Record], file: str) -> Iterator[str]:
    broken = [(record, link) for record in records for link in record.links if link.written]
    if broken:
        yield f"有 {len(broken)} 个链接，GitHub 的显示与本意不同："
    for record, link in broken[:_MOST]:
        yield f"  {file}:{link.line}：{zh.quote(record.name, 30)}写的是 {zh.quote(link.written)}，{_meant(link)}"
    if len(broken) > _MOST:
        yield f"  ……其余 {len(broken) - _MOST} 个请运行 curate check {file} 查看。"


def _meant(link: Link) -> str:
    return f"链接应到 {link.url} 为止。" if link.written != link.url else "不是完整的网址。"


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _cut(places: Sequence[str]) -> str:
    return "、".join(places[:_MOST]) + (f" 等 {len(places)} 处" if len(places) > _MOST else "")
