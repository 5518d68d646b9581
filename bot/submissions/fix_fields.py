"""What a correction writes of an entry's other fields, one a line (“开发机构：智谱 AI”) → the record, changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.catalog.limits import LONGEST
from bot.catalog.model import Catalog, Record
from bot.submissions.plain_text import inline
from bot.submissions.read_answers import Reader, says_nothing
from bot.submissions.write_forms import kind_options, section_options
from bot.text import zh

FIELD = "changes"
_CALLED: Mapping[str, str] = {
    **dict.fromkeys(("名称", "项目名称", "标题"), "name"),
    **dict.fromkeys(("其他名称", "别名", "又名"), "aliases"),
    **dict.fromkeys(("开发机构", "机构", "组织"), "organisations"),
    **dict.fromkeys(("类别", "类型"), "kind"),
    **dict.fromkeys(("所属栏目", "栏目", "小节"), "section"),
    **dict.fromkeys(("收录日期", "日期"), "added"),
    "更新日期": "updated",
    "Name": "name",
    "Aliases": "aliases",
    "Other names": "aliases",
    "Makers": "organisations",
    "Kind": "kind",
    "Section": "section",
    "Added": "added",
    "Updated": "updated",
}
_KNOWN = "名称、其他名称、开发机构、类别、栏目、收录日期、更新日期"
_LINE = re.compile(r"\s*(?:[-*•]\s+)?([^:：]{1,20}?)\s*[:：]\s*(.*?)\s*")
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


def fields_changed(reader: Reader, before: Record, catalog: Catalog) -> Record | None:
    """None, with the problem noted, where a line cannot be understood."""
    lines = [line for line in reader.text(FIELD, "prose").split("\n") if line.strip()]
    if not lines:
        reader.refuse(FIELD, f"还没有填；请每行写一项，如“开发机构：清华大学”，可写{_KNOWN}")
        return None
    new: dict[str, Any] = {}
    for line in lines:
        found = _LINE.fullmatch(line)
        if not found or found[1] not in _CALLED:
            reader.refuse(FIELD, f"里的{zh.quote(line.strip())}无法识别；请写成“开发机构：清华大学”，可写{_KNOWN}")
            return None
        name = _CALLED[found[1]]
        value = _value(reader, name, inline(found[2]).text.strip(), catalog)
        if value is None:
            return None
        new[name] = value
    return replace(before, **new)


def _value(reader: Reader, name: str, text: str, catalog: Catalog) -> Any:
    if name in {"aliases", "organisations"}:
        items = (" ".join(item.split()) for item in re.split("[、,，;；]", text))
        kept = tuple(dict.fromkeys(item for item in items if item and not says_nothing(item)))
        return kept if all(_fits(reader, "名称", item, LONGEST[name]) for item in kept) else None
    if name in {"kind", "section"}:
        options: Mapping[str, str] = kind_options(catalog) if name == "kind" else section_options(catalog)
        if not options:
            reader.refuse(FIELD, "里写了类别，但这个列表的条目没有类别；请删去这一行")
        elif text not in options:
            reader.refuse(FIELD, f"里的{zh.quote(text)}不是已有的选项；请改成其中之一：{zh.join(options)}")
        return options.get(text)
    if name in {"added", "updated"}:
        return _day(reader, text)
    if not any(char.isalnum() for char in text):
        reader.refuse(FIELD, "里的名称是空的；请写项目的名称")
        return None
    return text if _fits(reader, "名称", text, LONGEST["name"]) else None


def _fits(reader: Reader, what: str, text: str, most: int) -> bool:
    if len(text) > most:
        reader.refuse(FIELD, f"里的{what}太长了（{len(text)} 个字符），请压缩到 {most} 个字符以内")
    return len(text) <= most


def _day(reader: Reader, text: str) -> date | None:
    found = _DATE.fullmatch(text)
    try:
        if found:
            return date(*map(int, found.groups()))
    except ValueError:
        pass
    reader.refuse(FIELD, f"里的{zh.quote(text)}不是日期；请写成 2023-08-14 的样子")
    return None
