"""Which record a person means by a title or a link."""

from __future__ import annotations

from collections.abc import Iterable

from bot.catalog.model import Record
from bot.edge.index import Index
from bot.names.normalise import name_key
from bot.submissions.read_answers import Reader
from bot.text import zh
from bot.urls.normalise import link_key


def find_record(reader: Reader, field: str, index: Index) -> Record | None:
    """The one record the answer names; otherwise None, with the problem noted."""
    wanted = reader.text(field)
    if not wanted:
        return None
    found = candidates(wanted, index)
    if len(found) == 1:
        return found[0]
    if found:
        names = zh.join(f"{one.name}（{one.slug}）" for one in found[:5])
        reader.refuse(field, f"可以指好几个条目：{names}；请改写其中一个括号里的名称")
    else:
        near = _near(wanted, index)
        hint = f"是不是{zh.join(zh.quote(name) for name in near)}？" if near else ""
        reader.refuse(field, f"在列表里找不到{zh.quote(wanted)}。{hint}请照抄条目的标题，或写它的一个链接")
    return None


def candidates(wanted: str, index: Index) -> list[Record]:
    """By slug, then by link, then by name; all of the first kind that gives any."""
    if found := index.named(wanted.strip().lower()):
        return list(found.values())
    key = link_key(wanted)
    if key.host:
        return _all(index, [f"page {key.page}"]) or _all(index, [f"within {key.project}"])
    called = _all(index, (f"called {form}" for form in name_key(wanted).forms or {wanted}))
    return [record for record in called if record.name == wanted] or called


def _all(index: Index, words: Iterable[str]) -> list[Record]:
    """In the order of the list."""
    found = {at: record for word in words for at, record in index.find(word).items()}
    return [found[at] for at in sorted(found)]


def _near(wanted: str, index: Index) -> list[str]:
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    from rapidfuzz import fuzz, process  # noqa: PLC0415 - likewise; against all names difflib would take minutes

    likely = process.extract(wanted, index.names(), scorer=fuzz.ratio, score_cutoff=50.0, limit=50)
    return get_close_matches(wanted, [name for name, *_ in likely], 3, 0.5)
