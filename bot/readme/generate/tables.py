"""A table of a section's entries: a row each, a column for each field asked for, a dash for what nobody has said."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from bot.catalog.model import Link, Record
from bot.catalog.words import USES
from bot.errors import BadTemplate
from bot.markdown.escape import escape, link
from bot.readme.generate.bases import named
from bot.readme.generate.contents import Page
from bot.readme.styles import facts
from bot.text.zh import join, quote

EMPTY = "—"
_SHORT: Mapping[str, str] = {
    "repository": "代码", "directory": "代码", "file": "文件", "model": "权重", "dataset": "数据", "space": "体验",
    "demo": "体验", "paper": "论文", "homepage": "主页", "organisation": "主页", "blog": "博客", "docs": "文档",
    "other": "链接",
}  # fmt: skip
# Half the blanks that a heading gets beyond its words: on a phone Chinese cells else shrink to a character a line.
_ROOM = {
    "languages": 1, "context": 1, "use": 4, "links": 5, "data": 9, "license": 5, "hardware": 7,
    "released": 4, "added": 4,
}  # fmt: skip
_Cell = Callable[[Page, Record], str]
_COLUMNS: Mapping[str, tuple[str, _Cell]] = {
    "name": ("名称", lambda page, record: page.link(record)),
    "kind": ("类别", lambda page, record: page.words.kind(record)),
    "organisations": ("机构", lambda _, record: escape(join(record.organisations))),
    "sizes": ("规模", lambda _, record: facts.sizes(record)),
    "base": ("底座", lambda page, record: join(named(page, record))),
    "languages": ("语言", lambda _, record: escape(facts.languages(record).replace("文", ""))),
    "context": ("上下文", lambda _, record: facts.context(record)),
    "data": ("数据", lambda _, record: escape(record.data)),
    "license": ("许可", lambda _, record: escape(facts.licenses(record.license))),
    "use": ("商用", lambda _, record: USES[record.use] if record.use and record.use != "unknown" else ""),
    "hardware": ("硬件", lambda _, record: escape(record.hardware)),
    "released": ("发布", lambda _, record: str(record.released or "")),
    "added": ("收录", lambda _, record: str(record.added or "")),
    "links": ("链接", lambda page, record: " · ".join(_links(page, record))),
}


def table(page: Page, path: str, *columns: str, kinds: Collection[str] = (), **titles: str) -> str:
    """A row per active entry of the section, of these kinds if any are given; empty where there are none.

    Another title for a column is given by its name: `table(path, 'name', 'data', name='数据集')`.
    """
    for column in (*columns, *titles):
        if column not in _COLUMNS:
            raise BadTemplate(f"table 没有{quote(str(column))}这一列", "", f"可用：{join(_COLUMNS)}")
    if path not in page.rows:
        raise BadTemplate(f"模板里的小节“{path}”不存在", "", "请写 catalog/list.yml 里有的小节路径")
    records = [one for one, _ in page.rows[path] if one.status == "active" and (not kinds or one.kind in kinds)]
    if not records or not columns:
        return ""
    rows = [[_title(column, titles.get(column, _COLUMNS[column][0])) for column in columns], ["---"] * len(columns)]
    rows += [[_COLUMNS[column][1](page, record) or EMPTY for column in columns] for record in records]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _title(column: str, title: str) -> str:
    """The words of a heading, in a room that does not break."""
    room = "&nbsp;" * _ROOM.get(column, 0)
    return f"{room}{'&nbsp;'.join(title) if room and title.isalnum() else escape(title)}{room}"


def _links(page: Page, record: Record) -> list[str]:
    """The first link of each sort, under a word of two characters."""
    first: dict[str, str] = {}
    for one in record.links:
        first.setdefault(_short(page, one), one.url)
    return [link(word, url) for word, url in first.items()]


def _short(page: Page, one: Link) -> str:
    """The list's own word where it has one."""
    own = page.catalog.list.link_types.get(one.type)
    return own or _SHORT.get(one.type, one.type)
