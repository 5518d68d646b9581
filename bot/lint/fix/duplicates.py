"""Two entries that say the same in the same place: the later one can go, its date stays.

Only within one section: across sections a list may show an entry twice on purpose. Nothing may be lost with the one
that goes, so all it holds but the date must stand in the one that stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date

from bot.catalog.model import Link, Record
from bot.lint.finding import Finding
from bot.readme.importer.words import updated
from bot.urls.normalise import link_key

LISTS = ("aliases", "includes", "search_names", "organisations", "sizes", "base", "languages", "allow")
FACTS = ("released", "context", "data", "license", "use", "hardware")
_EMPTY = {field.name: field.default for field in fields(Record)}


def pairs(finding: Finding, records: Mapping[str, Record]) -> Iterator[tuple[Record, Record]]:
    """(kept, gone) for the entries a finding names, the one to keep being named first in it."""
    if finding.fix == "merge" and finding.related:
        keep, *others = (records.get(place.record) for place in (*finding.related, finding.place))
        yield from ((keep, gone) for gone in others if keep and gone and gone is not keep)


def adds_nothing(gone: Record, keep: Record) -> bool:
    """Whether all that `gone` says is said by `keep`, dates aside."""
    same = all(getattr(gone, key) == getattr(keep, key) for key in ("section", "kind", "status", "reason"))
    held = all(set(getattr(gone, key)) <= set(getattr(keep, key)) for key in LISTS) and {
        (r.type, r.record) for r in gone.relations
    } <= {(r.type, r.record) for r in keep.relations}
    known = all(getattr(gone, key) in (_EMPTY[key], getattr(keep, key)) for key in FACTS)
    links = {_link(link) for link in gone.links} <= {_link(link) for link in keep.links}
    return same and held and known and links and _words(gone) == _words(keep)


def merged(keep: Record, gone: Record) -> Record:
    """The record that stays: added on the earliest day of both, updated on the latest where that is another one."""
    days = [day for one in (keep, gone) for day in (one.added, one.updated) if day]
    added = min((one.added for one in (keep, gone) if one.added), default=None)
    last = max(days, default=None)
    new = last if last and last != added else keep.updated
    later = (gone.updated or gone.added or date.min) > (keep.updated or keep.added or date.min)
    return replace(keep, added=added, updated=new, body=gone.body if later and gone.body else keep.body)


def dated(text: str) -> tuple[date, int, int] | None:
    """The date an entry's text gives as its own, and where it is printed: offsets of year to day."""
    if not (day := updated(text)):
        return None
    printed = re.search(rf"{day.year}\s*[年/.-]\s*0?{day.month}\s*[月/.-]\s*0?{day.day}(?!\d)", text)
    return (day, *printed.span()) if printed else None


def _words(record: Record) -> tuple[str, ...]:
    return (record.name, *(_undated(text) for text in (record.description, record.body)))


def _undated(text: str) -> str:
    """The text with blanks folded and its own date blanked out; other dates are part of what it says."""
    found = dated(text)
    return " ".join((f"{text[: found[1]]}*{text[found[2] :]}" if found else text).split())


def _link(link: Link) -> tuple[str, str, str]:
    return link_key(link.url).page, link.type, link.label
