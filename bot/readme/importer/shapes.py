"""The text of an entry → the pattern it is written in, and the fields and `extra` that fill it.

Its name and first link are found in the text; what stands before, between and after them are slots where they say
something, and part of the pattern where they are mere marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from bot.catalog.model import Link, Record, is_url
from bot.markdown.escape import escape, escape_html, link
from bot.markdown.visible import visible
from bot.readme.importer.places import Place, main_link, name_by_link
from bot.readme.importer.shape_rows import Row
from bot.readme.importer.shape_texts import Texts
from bot.readme.styles.link_types import url_name
from bot.readme.styles.pattern_slots import outdented

_LONGEST = 1 << 16
_WORDS = re.compile(r"[\s\[*_]*(.*?)[\s\]*_]*", re.DOTALL)  # of a label
_MARKER = re.compile(r"(?:[-+*]|(?P<number>\d+)(?=[.)]))[.)]?[ \t]+(?:\[[ xX]\][ \t]+)?|#{1,6}[ \t]+|")


class Elsewhere(Exception):
    """An address is given by reference, or is broken: no field would reach it."""


class Shape(NamedTuple):
    """`record` has what fills `show`, without the record's other fields."""

    show: str
    record: Record


def shape(record: Record, number: int, columns: Sequence[str] = ()) -> Shape | None:
    """Of a record with a body; None where its name or its link does not stand there. `columns` are a table's headings.

    `number` is the record's place in its section.
    """
    inner = record.body.lstrip(" \t")
    core = inner.rstrip()
    if len(core) > _LONGEST:
        return None
    texts = (Row if core.startswith("|") else Texts)(number, record.updated, columns)
    made = _Making(core, record, texts)
    try:
        if not made.put_all():
            return None
    except Elsewhere:
        return None
    around = {"before": record.body.removesuffix(inner), "after": made.after + inner[len(core) :]}
    extra = {**{key: text for key, text in around.items() if text}, **made.extra, **texts.extra}
    said = outdented(texts.description, made.show)
    filled = replace(record, links=made.links, description=said, extra=extra, body="", updated=texts.updated)
    return Shape(made.show, filled)


@dataclass
class _Making:
    core: str
    record: Record
    texts: Texts
    after: str = ""
    links: tuple[Link, ...] = ()
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def show(self) -> str:
        return "".join(self.texts.parts)

    def put_all(self) -> bool:
        start = 0
        if not self.core.startswith("|") and (marker := _MARKER.match(self.core)):
            start, number = marker.end(), str(self.texts.number)
            self.texts.literal(marker[0].replace(number, "{number}", 1) if marker["number"] == number else marker[0])
        place = self._link(start)
        named = name_by_link(self.core, self.record.name, place, start)
        if not named:
            return bool(place and self._unnamed(place, start))
        if place and place.label[0] <= named[0] and named[1] <= place.label[1]:
            return self._linked(place, named, start)
        return self._apart(named, place, start)

    def _link(self, start: int) -> Place | None:
        """Raises Elsewhere where no field would reach the address."""
        chosen = main_link(self.core, self.record, start)
        if chosen is None and self.record.links:
            raise Elsewhere
        if chosen and chosen[1].kind == "reference":
            raise Elsewhere
        if chosen and is_url(chosen[0].url):
            self.links = (replace(chosen[0], label="", line=0, written=""),)
        return chosen[1] if chosen else None

    def _linked(self, place: Place, named: tuple[int, int], start: int) -> bool:
        core = self.core
        self.texts.lead(core[start : place.start])
        self.texts.literal(core[place.start : named[0]])
        self._put_name(core[slice(*named)])
        self.texts.literal(core[named[1] : place.target[0]]) if place.kind != "html" else None
        if place.kind == "html":
            shown = "".join(self.texts.parts)
            at = shown.rindex(core[slice(*place.target)]) if core[slice(*place.target)] in shown else -1
            if at < 0:
                return False
            size = place.target[1] - place.target[0]
            self.texts.parts = [f"{shown[:at]}{{url}}{shown[at + size :]}", core[named[1] : place.end]]
            self._keep_url(core[slice(*place.target)])
        else:
            self._put_target(place)
        return self._tail(place.end)

    def _unnamed(self, place: Place, start: int) -> bool:
        """An address whose end is the name: alone, or under a label that names nothing."""
        if not self.links or url_name(self.links[0].url) != self.record.name:
            return False
        self.texts.lead(self.core[start : place.start])
        if place.kind == "inline":
            self._put_link(place)
        elif place.kind in {"bare", "angled"}:
            self.texts.literal("<{url}>" if place.kind == "angled" else "{url}")
            self._keep_url(self.core[slice(*place.target)])
        else:
            return False
        return self._tail(place.end)

    def _apart(self, named: tuple[int, int], place: Place | None, start: int) -> bool:
        core = self.core
        first_is_name = place is None or named[0] < place.start
        self.texts.lead(core[start : named[0] if first_is_name or not place else place.start])
        if not first_is_name and place:
            self._put_link(place)
            self.texts.middle(core[place.end : named[0]])
        self._put_name(core[slice(*named)])
        if first_is_name and place:
            self.texts.middle(core[named[1] : place.start])
            self._put_link(place)
        return self._tail(max(named[1], place.end if place else 0))

    def _tail(self, start: int) -> bool:
        self.links += self.texts.tail(self.core[start:])
        self.after = self.texts.finish()
        return True

    def _put_name(self, written: str) -> None:
        self.texts.literal("{name}")
        plain = escape_html(self.record.name) if self.core.startswith("<") else escape(self.record.name)
        if written != plain:
            self.extra["name"] = written

    def _put_target(self, place: Place) -> None:
        written = self.core[slice(*place.target)]
        if self.links and place.kind == "inline":
            self.texts.literal("{url}")
            self._keep_url(written)
        else:
            self.texts.slot("引用" if place.kind == "reference" else "网址", written)
        self.texts.literal(self.core[place.target[1] : place.end])

    def _put_link(self, place: Place) -> None:
        """A link that does not have the name."""
        core, label = self.core, self.core[slice(*place.label)]
        if place.kind in {"bare", "angled"} or not self.links:
            self.texts.literal(core[place.start : place.target[0]])
            self._put_target(place._replace(kind="inline") if self.links else place)
            return
        inner = _WORDS.fullmatch(label)
        span, shown = place.label, label
        if inner and visible(inner[1]) and "![" not in label and "<" not in label:
            span, shown = (span[0] + inner.start(1), span[0] + inner.end(1)), "{label}"
            self.links = (replace(self.links[0], label=visible(inner[1])),)
            if escape(visible(inner[1])) != inner[1]:
                self.extra["label"] = inner[1]
        pieces = sorted([(span, shown), (place.target, "{url}")])
        at = place.start
        for (first, last), text in pieces:
            self.texts.literal(core[at:first] + text)
            at = last
        self.texts.literal(core[at : place.end])
        self._keep_url(core[slice(*place.target)])

    def _keep_url(self, written: str) -> None:
        if self.links and f"[]({written})" != link("", self.links[0].url):
            self.extra["url"] = written
