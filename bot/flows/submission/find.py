"""Which record a person means by a title or a link."""

from __future__ import annotations

from bot import zh
from bot.flows.submission.clean import Reader
from bot.identity import link_key, name_key
from bot.model import Catalog, Record


def find_record(reader: Reader, field: str, catalog: Catalog) -> Record | None:
    """The one record the answer names; otherwise None, with the problem noted."""
    wanted = reader.text(field)
    if not wanted:
        return None
    found = candidates(wanted, catalog)
    if len(found) == 1:
        return found[0]
    if found:
        names = zh.join(f"{one.name}（{one.slug}）" for one in found[:5])
        reader.refuse(field, f"可以指好几个条目：{names}；请改写其中一个括号里的名称")
    else:
        near = _near(wanted, catalog)
        hint = f"是不是{zh.join(zh.quote(name) for name in near)}？" if near else ""
        reader.refuse(field, f"在列表里找不到{zh.quote(wanted)}。{hint}请照抄条目的标题，或写它的一个链接")
    return None


def candidates(wanted: str, catalog: Catalog) -> list[Record]:
    """By slug, then by link, then by name; all of the first kind that gives any."""
    if record := catalog.by_slug.get(wanted.strip().lower()):
        return [record]
    key = link_key(wanted)
    if key.host:
        pages = [r for r in catalog.records if any(link_key(link.url).page == key.page for link in r.links)]
        return pages or [
            r for r in catalog.records if any(link_key(link.url).project == key.project for link in r.links)
        ]
    exact = [record for record in catalog.records if record.name == wanted]
    return exact or [record for record in catalog.records if _forms(record) & name_key(wanted).forms]


def _forms(record: Record) -> frozenset[str]:
    return frozenset().union(*(name_key(name).forms for name in (record.name, *record.aliases)))


def _near(wanted: str, catalog: Catalog) -> list[str]:
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    return get_close_matches(wanted, [record.name for record in catalog.records], 3, 0.5)
