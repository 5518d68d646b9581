"""Entries picked by what their fields say, as a line of links: for a reader who comes with a use, not with a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bot.catalog.model import Record
from bot.errors import BadTemplate
from bot.markdown.escape import escape
from bot.readme.generate.contents import Page
from bot.text.zh import join, quote

_BETWEEN = " · "
_FIELDS: Mapping[str, Callable[[Record], tuple[str, ...]]] = {
    "section": lambda record: (record.section, *_above(record.section)),
    "kind": lambda record: (record.kind,),
    "use": lambda record: (record.use or "",),
    "base": lambda record: tuple(base.partition("（")[0] for base in record.base),
    "languages": lambda record: record.languages,
    "sizes": lambda record: record.sizes,
    "organisations": lambda record: record.organisations,
    "slug": lambda record: (record.slug,),
}
_WORDS: Mapping[str, Callable[[Record], str]] = {
    "hardware": lambda record: record.hardware,
    "data": lambda record: record.data,
    "text": lambda record: f"{record.name}\n{record.description}",
}


def which(page: Page, **wanted: object) -> str:
    """The entries for which every condition holds: one value or several, of which one is enough.

    `hardware`, `data` and `text` are looked through for words; of the others a value must be just that.
    """
    for field in wanted:
        if field not in {*_FIELDS, *_WORDS}:
            raise BadTemplate(f"which 没有{quote(field)}这个条件", "", f"可用：{join([*_FIELDS, *_WORDS])}")
    return _BETWEEN.join(
        page.link(record)
        for record in _active(page)
        if all(_holds(record, field, _several(value)) for field, value in wanted.items())
    )


def latest(page: Page, number: object) -> str:
    """The entries added last, newest first, with their day."""
    if not isinstance(number, int):
        raise BadTemplate("latest 的括号里不是整数", "", "请写成 latest(5)")
    dated = sorted((one for one in _active(page) if one.added), key=lambda one: str(one.added), reverse=True)
    return _BETWEEN.join(f"{page.link(record)}（{record.added}）" for record in dated[: max(number, 0)])


def gone(page: Page) -> str:
    """A line for each entry that was withdrawn: what it was, where it stood, when it was last looked at, and why."""
    records = (record for record in _shown(page) if record.status == "withdrawn")
    return "\n".join(f"- {page.link(record)}（{_what(page, record)}）：{escape(record.reason)}" for record in records)


def _what(page: Page, record: Record) -> str:
    day = f"{record.updated} 撤下" if record.updated else ""
    title = escape(page.catalog.titles.get(record.section, ""))
    return " · ".join(filter(None, [page.words.kind(record), title, day]))


def _shown(page: Page) -> Iterator[Record]:
    return (record for section in page.catalog.sections for record, _ in page.rows[section.path])


def _active(page: Page) -> Iterator[Record]:
    return (record for record in _shown(page) if record.status == "active")


def _holds(record: Record, field: str, values: tuple[str, ...]) -> bool:
    if field in _WORDS:
        return any(value in _WORDS[field](record) for value in values)
    return any(value in values for value in _FIELDS[field](record))


def _several(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)


def _above(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path
