"""Which record a person means by a title or a link."""

from __future__ import annotations

from bot.catalog.model import Catalog, Record
from bot.names.normalise import name_key
from bot.submissions.read_answers import Reader
from bot.text import zh
from bot.urls.normalise import link_key

MOST = 4  # names that a question offers


def find_record(reader: Reader, field: str, catalog: Catalog) -> Record | None:
    """The one record the answer names; otherwise None, with the problem noted."""
    wanted = reader.text(field)
    if not wanted:
        return None
    records = candidates(wanted, catalog)
    if len(records) == 1:
        return records[0]
    if records:
        names = zh.join(f"{record.name}（{record.slug}）" for record in records[:5])
        reader.refuse(field, f"可以指好几个条目：{names}；请改写其中一个括号里的名称")
    else:
        near = _near(wanted, catalog)
        hint = f"是不是{zh.join(zh.quote(name) for name in near)}？" if near else ""
        other = "列表里还没有的项目请用“收录新项目”表单"
        reader.refuse(field, f"在列表里找不到{zh.quote(wanted)}。{hint}请写条目的标题或它的一个链接；{other}")
    return None


def named(reader: Reader, field: str, catalog: Catalog) -> Record | None:
    """The one record the answer names, None for several or for none: it may be about the whole list."""
    records = candidates(reader.text(field), catalog)
    return records[0] if len(records) == 1 else None


def candidates(wanted: str, catalog: Catalog) -> list[Record]:
    """By slug, then by link, then by name; all of the first kind that gives any."""
    if record := catalog.by_slug.get(wanted.strip().lower()):
        return [record]
    key = link_key(wanted)
    if key.host:
        keys = [(record, link_key(link.url)) for record in catalog.records for link in record.links]
        same = [record for record, other in keys if other.page == key.page]
        return _distinct(same or [record for record, other in keys if other.project == key.project])
    named = _named(wanted, catalog)
    return [record for record in named if record.name == wanted] or named


def _named(wanted: str, catalog: Catalog) -> list[Record]:
    """The records with a name or another name that is spelt in one of the same ways."""
    spellings = _spellings(wanted)
    return [
        record for record in catalog.records if any(not spellings.isdisjoint(_spellings(name)) for name in record.names)
    ]


def _spellings(name: str) -> set[str]:
    return set(name_key(name).forms) or {name}


def _distinct(records: list[Record]) -> list[Record]:
    return list({record.slug: record for record in records}.values())


def _near(wanted: str, catalog: Catalog) -> list[str]:
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    from rapidfuzz import fuzz, process  # noqa: PLC0415 - likewise; against all names difflib would take minutes

    called = {name: record.name for record in catalog.records for name in (record.name, *record.aliases)}
    folded = wanted.casefold()
    within = [name for name in called if len(wanted) > 1 and folded in name.casefold()]
    likely = process.extract(wanted, list(called), scorer=fuzz.ratio, score_cutoff=50.0, limit=50)
    near = get_close_matches(wanted, [name for name, *_ in likely], 3, 0.5)
    return list(dict.fromkeys(called[name] for name in (*near, *within)))[:MOST]
