"""Parts that their whole's text tells of: they are on no line of their own, and follow what becomes of that text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.catalog.model import Catalog, Link, Record, leads, prose, retells
from bot.catalog.write import record_path
from bot.markdown.visible import visible


def followed(old: Catalog, records: Iterable[Record]) -> list[Record]:
    """`records` with the told parts of `old` as they are now: kept, quoted anew, moved along, or gone."""
    now = {record.slug: record for record in records}
    for part, whole in _told(old):
        now.pop(part.slug, None)
        if (text := now.get(whole.slug)) and (kept := _kept(part, whole, text)):
            now[part.slug] = kept
            theirs = {link.url for link in kept.links} - {link.url for link in whole.links}
            now[whole.slug] = replace(text, links=tuple(link for link in text.links if link.url not in theirs))
    return list(now.values())


def _told(catalog: Catalog) -> Iterator[tuple[Record, Record]]:
    for record in catalog.records:
        whole = catalog.by_slug.get(record.whole) if record.relations else None
        if whole and whole.section == record.section and retells(whole, record):
            yield record, whole


def _kept(part: Record, before: Record, now: Record) -> Record | None:
    """The part as the new text of its whole tells it; None where that speaks of it no more."""
    said = _said(part.description.strip(), prose(before), prose(now))
    links = tuple(link if leads(prose(now), link.url) else _instead(link, part, before, now) for link in part.links)
    moved = replace(part, section=now.section, description=said, links=tuple(link for link in links if link))
    if not retells(now, moved) or not (part.name in visible(said) or moved.links):
        return None
    return replace(moved, file=record_path(moved))


def _said(said: str, before: str, now: str) -> str:
    """What stands where `said` stood; empty where more than that was edited."""
    if said in now:
        return said
    head, _, tail = before.partition(said)
    edited = len(head) + len(tail) < len(now) and now.startswith(head) and now.endswith(tail)
    return now[len(head) : len(now) - len(tail)].strip() if edited else ""


def _instead(link: Link, part: Record, before: Record, now: Record) -> Link | None:
    """The one link that is new in the whole's text, where one of the part's is missing there."""
    known = {one.url for one in (*before.links, *part.links)}
    new = [one.url for one in now.links if one.url not in known]
    return replace(link, url=new[0]) if len(new) == 1 else None
