"""Every text a reader sees, with what it is called and the line of its file on which a given part stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.catalog.model import ListFile, Record, SectionEntry
from bot.lint.context import LintContext
from bot.lint.finding import Place, place

LIST_FILE = "catalog/list.yml"


@dataclass(frozen=True, slots=True)
class Text:
    """`field` as in the record's or the list's file, "label" for a link's; `name` is what a reader calls it.

    `first` is the line of the file on which the text begins.
    """

    field: str
    name: str
    value: str
    at: Place
    first: int

    def place(self, row: int) -> Place:
        """Where row `row` of the text stands, counted from 0."""
        return Place(self.at.record, self.at.file, self.first + row)


LISTS = {"aliases": "别名", "includes": "包含", "search_names": "查找用的名称", "organisations": "机构", "base": "底座"}


def has_own_file(record: Record) -> bool:
    """Whether the record stands in a file of its own; else it was read from a page such as README.md."""
    return record.file.endswith(f"/{record.slug}.yml")


def texts(ctx: LintContext) -> Iterator[Text]:
    """Of the records judged, then of the list itself when all of it is judged."""
    yield from ctx.once("texts", lambda ctx: [text for record in ctx.subjects for text in of_record(record)])
    if len(ctx.subjects) == len(ctx.catalog.records) and all(map(has_own_file, ctx.subjects[:1])):
        yield from of_list(ctx.catalog.list)


def of_record(record: Record) -> Iterator[Text]:
    yield _text(record, "name", "名称", record.name)
    for key, name in LISTS.items():
        values = getattr(record, key)
        for row, value in enumerate(values, 1):
            at = place(record, key)
            yield Text(key, name, value, at, at.line + row if _is_block(record, key, len(values)) else at.line)
    for link in record.links:
        if link.label not in {"", record.name}:
            at = place(record, "links", link.line)
            yield Text("label", "链接文字", link.label, at, at.line)
    yield _text(record, "data", "训练数据", record.data)
    yield _text(record, "hardware", "硬件", record.hardware)
    for key, value in record.extra.items():
        at = place(record, "extra")
        yield Text("extra", f"“{key}”", value, at, at.line)
    yield reason(record)
    yield description(record)


def description(record: Record) -> Text:
    return _text(record, "description", "介绍", record.description)


def reason(record: Record) -> Text:
    return _text(record, "reason", "撤下原因", record.reason)


def of_list(listed: ListFile) -> Iterator[Text]:
    """What stands at the top of the list file keeps no lines."""
    at = Place("", LIST_FILE, 1)
    yield Text("title", "列表标题", listed.title, at, 1)
    yield Text("introduction", "列表导语", listed.introduction, at, 1)
    yield from _of_sections(listed.sections)


def _of_sections(entries: tuple[SectionEntry, ...]) -> Iterator[Text]:
    for entry in entries:
        for key, name, value in (("title", "标题", entry.title), ("introduction", "导语", entry.introduction)):
            line, _ = entry.place(key)
            below = value.endswith("\n")  # of a block, which begins below its mark
            yield Text(key, f"小节 {entry.id} 的{name}", value, Place("", LIST_FILE, line), line + below)
        yield from _of_sections(entry.sections)


def _text(record: Record, key: str, name: str, value: str) -> Text:
    at = place(record, key)
    rows = value.rstrip("\n").count("\n") + 1
    below = value.endswith("\n") or rows > 1
    return Text(key, name, value, at, at.line + 1 if below and _is_block(record, key, rows) else at.line)


def _is_block(record: Record, key: str, rows: int) -> bool:
    """Whether the value starts on the line below its key: there must be room before the next key."""
    own = record.lines.get(key)
    if own is None:
        return False
    following = min((line for line in record.lines.values() if line > own), default=None)
    return following is None or following - own > rows
