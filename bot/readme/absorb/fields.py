"""The edited text of a record → the record: field by field where that gives the text again, else kept as a body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.catalog.model import License, Link, Record
from bot.markdown.escape import escape
from bot.markdown.visible import plain_url, visible
from bot.readme.importer.records import storable
from bot.readme.importer.restructure import fit
from bot.readme.importer.single_entry import read_entry
from bot.readme.importer.words import updated

Render = Callable[[Record], str]


@dataclass(frozen=True, slots=True)
class _Hole:
    """Where a field's value stands in a record's text, and how to put another in its place."""

    start: int
    end: int
    put: Callable[[Record, str], Record]


def revised(record: Record, old: str, new: str, render: Render) -> Record:
    """The record such that it is shown as `new`. Without a body if its fields alone can do that."""
    if not record.body:
        by_fields = _refilled(record, old, new)
        if by_fields and render(by_fields) == new:
            return by_fields
    read, was = storable(read_entry(new)), read_entry(old).name
    known = {link.url: link for link in record.links}
    return replace(
        record,
        name=record.name if was != record.name and record.name in visible(new) else read.name,
        links=tuple(known.get(link.url, link) for link in read.links),
        updated=_later(record.updated, old, new),
        description="",
        body=new,
    )


def changed(record: Record, old: Record, new: Record) -> Record:
    """The record with what its text says otherwise now; `old` and `new` are the texts, read by the section's style.

    What the style does not show stays.
    """
    back = old.status == "withdrawn" != new.status
    values: dict[str, Any] = {
        key: getattr(new, key)
        for key in (
            "name",
            "kind",
            "organisations",
            "added",
            "updated",
            "status",
            "reason",
            "sizes",
            "use",
            "released",
            "includes",
            "base",
        )
        if getattr(old, key) != getattr(new, key)
    }
    if new.status == "withdrawn" or (back and not new.added):
        values.pop("added", None)  # its heading shows no date
    if old.aliases != new.aliases:
        values["aliases"] = (*new.aliases, *(name for name in record.aliases if name not in old.aliases))
    if old.extra != new.extra:
        values["extra"] = {key: text for key, text in record.extra.items() if key not in old.extra} | dict(new.extra)
    if old.license != new.license:
        values["license"] = _license(record.license, new.license)
    if old.links != new.links:
        values["links"] = _links(record, old, new)
    if old.relations != new.relations:
        values["relations"] = (
            *(relation for relation in record.relations if relation not in old.relations),
            *new.relations,
        )
    if old.description.strip() != new.description.strip():
        values["description"] = new.description.strip("\n") + ("\n" if record.description.endswith("\n") else "")
    return replace(record, **values)


def _license(known: License, now: License) -> License:
    """One name alone is that of all parts there are."""
    given = [part for part in ("code", "weights", "data") if getattr(known, part)]
    alone = now == License(code=now.code)
    return License(**dict.fromkeys(given, now.code)) if alone and given else now


def _links(record: Record, old: Record, new: Record) -> tuple[Link, ...]:
    """The links as they are shown now; one of which only the address or only the label is new stays of its kind."""
    shown = list(zip(old.links, record.links, strict=False))
    made: list[Link] = []
    for at, link in enumerate(new.links):
        same = next((pair for pair in shown if pair[0].url == link.url), None)
        if same is None and len(new.links) == len(old.links):
            same = shown[at] if shown[at][0].label == link.label and link.label != "" else None
            same = same or (shown[at] if shown[at][0].url not in {one.url for one in new.links} else None)
        made.append(_link_now(same, link) if same else link)
    return tuple(made)


def _link_now(before: tuple[Link, Link], now: Link) -> Link:
    read, own = before
    if (read.label, read.type if not read.label else "") == (now.label, now.type if not now.label else ""):
        return replace(own, url=now.url) if own.url != now.url else own
    return replace(own, url=now.url, label=now.label, type=own.type if now.label else now.type)


def created(text: str, show: str, section: str) -> Record:
    """A record for text that is new in a section, without a slug; its fields alone if the section's pattern allows."""
    return fit(replace(read_entry(text), slug="", section=section, order=None, relations=()), show)


def _later(known: date | None, old: str, new: str) -> date | None:
    told = updated(new.split("\n", maxsplit=1)[0])
    return told if told and told != updated(old.split("\n", maxsplit=1)[0]) else known


def _refilled(record: Record, old: str, new: str) -> Record | None:
    """The record with the values that stand in `new` where its own stand in `old`; None where the rest differs."""
    holes = sorted(_holes(record, old), key=lambda hole: hole.start)
    at = before = 0
    result = record
    pending: _Hole | None = None
    for hole in [*holes, None]:
        fixed = old[before : hole.start] if hole else old[before:]
        place = new.find(fixed, at) if hole else len(new) - len(fixed)
        if place < at or not new.startswith(fixed, place) or (pending is None and place != 0):
            return None
        if pending:
            try:
                result = pending.put(result, new[at:place])
            except ValueError:
                return None
        at, before, pending = place + len(fixed), hole.end if hole else 0, hole
    return result


def _holes(record: Record, text: str) -> Iterator[_Hole]:
    taken: list[tuple[int, int]] = []
    for value, put in _values(record):
        at = text.find(value) if value else -1
        while at >= 0 and any(start < at + len(value) and at < end for start, end in taken):
            at = text.find(value, at + 1)
        if at >= 0:
            taken.append((at, at + len(value)))
            yield _Hole(at, at + len(value), put)


def _values(record: Record) -> Iterator[tuple[str, Callable[[Record, str], Record]]]:
    yield record.description.strip(), _description
    for index, link in enumerate(record.links):
        yield link.url, _link_value(index, "url", plain_url)
        yield escape(link.label), _link_value(index, "label", visible)
    yield escape(record.name), _name
    yield (record.added.isoformat() if record.added else ""), _date("added")
    yield (record.updated.isoformat() if record.updated else ""), _date("updated")


def _description(record: Record, value: str) -> Record:
    if not value.strip():
        raise ValueError(value)
    end = "\n" if record.description.endswith("\n") else ""
    return replace(record, description=value + end)


def _name(record: Record, value: str) -> Record:
    if not visible(value) or "\n" in value:
        raise ValueError(value)
    return replace(record, name=visible(value))


def _date(key: str) -> Callable[[Record, str], Record]:
    changes: dict[str, Callable[[Record, date], Record]] = {
        "added": lambda record, day: replace(record, added=day),
        "updated": lambda record, day: replace(record, updated=day),
    }
    return lambda record, value: changes[key](record, date.fromisoformat(value))


def _link_value(index: int, key: str, read: Callable[[str], str]) -> Callable[[Record, str], Record]:
    def put(record: Record, value: str) -> Record:
        if "\n" in value or not value.strip():
            raise ValueError(value)
        link = record.links[index]
        changed = replace(link, url=read(value)) if key == "url" else replace(link, label=read(value))
        return replace(record, links=(*record.links[:index], changed, *record.links[index + 1 :]))

    return put
