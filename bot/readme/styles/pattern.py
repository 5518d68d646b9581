"""A style written out in list.yml: `- [{name}]({url}){ - description}{ (links, ...)}`.

`{url}` is the record's first link and `{label}` its label, `{links}` are the others;
`{updated:YYYY年M月D日}` is the date of the last update. What stands in the braces beside
a slot's name is printed only where there is something to print: `{ - description}`. `{number}` counts, `{extra:星}` is
the text kept in `extra` under that name. A pattern without `{name}` shows a bare address, and a link where the name is
not what the address says. A pattern that ends in a line end has a blank line between two records.

A record may have a pattern of its own: `show` of its `extra`. There too is what was written otherwise than we would:
`name`, `label` and `url` as they stood, while they say the same; and the text `before` and `after` the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.catalog.model import Record
from bot.catalog.words import PLAIN, Words
from bot.markdown.escape import escape, escape_html, link
from bot.markdown.visible import plain_url, visible
from bot.readme.styles import dates, pattern_reading
from bot.readme.styles.link_types import url_name
from bot.readme.styles.parts import Targets
from bot.readme.styles.pattern_slots import Slot, slots, width

ADDRESS = "网址"  # in `extra`, of a file of the repository: where a record has none, its link stands there
_GONE = "（已撤下"
_BAR = re.compile(r"(\\.|`[^`]*`)|\|")
_BLANKS = re.compile(r"\n\s*\n")


class Pattern(NamedTuple):
    text: str

    @property
    def BETWEEN(self) -> str:  # noqa: N802 - as the styles that are modules have it
        return "\n\n" if self.text.endswith("\n") else "\n"

    @property
    def BEGINS(self) -> re.Pattern[str]:  # noqa: N802 - likewise
        first = slots(self.text)[0]
        return re.compile(re.escape(first) if isinstance(first, str) else r"\S")

    def render(self, record: Record, told: str, level: int, words: Words = PLAIN, number: int = 1) -> str:
        del told, level
        return self.line(record, number, words)

    def line(self, record: Record, number: int = 1, words: Words = PLAIN) -> str:
        """The record's text. A line break in a description would end a table row: there it is a blank."""
        shown: list[str] = []
        filled = dict(self._filled(record, number, words))
        for part in slots(self.text.strip("\n")):
            if isinstance(part, str):
                shown.append(part)
            elif part.name in {"linked", "labelled", "bare"}:
                shown.append(self._link(part, record, words))
            elif value := filled.get(part.name, "") or _day(part.name, record):
                shown.append(part.before + value + part.after)
            elif part.name == "description" and not part.before and not record.extra.get("after"):
                shown = [re.sub(pattern_reading.TRAILING, "", "".join(shown))]
        return record.extra.get("before", "") + "".join(shown) + record.extra.get("after", "")

    def parse(self, text: str, targets: Targets, words: Words = PLAIN) -> Record | None:
        """The record that is shown as `text`, as far as it is shown; None for another shape."""
        del targets
        return pattern_reading.read(self.text.strip("\n"), text, words)

    @property
    def _html(self) -> bool:
        return self.text.lstrip().startswith("<")

    def _filled(self, record: Record, number: int, words: Words) -> Iterator[tuple[str, str]]:
        yield f"extra:{ADDRESS}", _url(record)
        yield from ((f"extra:{key}", value) for key, value in record.extra.items())
        yield from (("name", self._name(record)), ("number", str(number)))
        yield from (("url", _url(record)), ("label", self._label(record, words)))
        named = next((part for part in slots(self.text) if isinstance(part, Slot) and part.name == "links"), None)
        first = any(isinstance(part, Slot) and part.name in _FIRST for part in slots(self.text)) and (
            ADDRESS not in record.extra
        )
        rest = record.links[1:] if first else record.links
        more = (named.between if named else "、").join(link(one.label or one.url, one.url) for one in rest)
        yield "links", more
        said = self._said(record.description)
        yield "description", said if named or not more else (said + f"（{more}）" if said else more)

    def _name(self, record: Record) -> str:
        written = record.extra.get("name", "")
        name = written if _says(written, record.name) else self._escaped(record.name)
        return _struck(name, record)

    def _label(self, record: Record, words: Words) -> str:
        if not record.links:
            return ""
        label, written = record.links[0].label, record.extra.get("label", "")
        return written if _says(written, label) else self._escaped(words.link(record.links[0]))

    def _link(self, slot: Slot, record: Record, words: Words) -> str:
        """The first link under its label or the name; the name alone without one."""
        url = _url(record)
        if slot.name == "labelled":
            named = "{name}" in self.text or url_name(record.links[0].url if record.links else "") == record.name
            label = self._label(record, words) if named else self._name(record)
            return f"[{slot.before}{label}{slot.after}]({url})" if url else "" if named else label
        if slot.name == "bare" and record.links and url_name(record.links[0].url) == record.name:
            return _struck(slot.before + url + slot.after, record)
        around = ("", "") if slot.name == "bare" else (slot.before, slot.after)
        active = Record("", "", record.name, extra=record.extra)
        name = self._name(active).join(around)
        return _struck(f"[{name}]({url})" if url else name, record)

    def _escaped(self, text: str) -> str:
        return escape_html(text) if self._html else escape(text)

    def _said(self, description: str) -> str:
        text = description.strip("\n")
        inner = width(self.text)
        if inner < 0:
            text = _BAR.sub(lambda found: found[1] or r"\|", text) if "|" in text else text
            return " ".join(text.split("\n"))
        if self._html and "<details" not in self.text:
            text = _BLANKS.sub("\n", text)
        return re.sub(r"\n(?=[^\n])", "\n" + " " * inner, text) if inner else text


_FIRST = {"linked", "labelled", "bare", "url", f"extra:{ADDRESS}"}


def _day(slot: str, record: Record) -> str:
    name, _, form = slot.partition(":")
    return dates.shown(record.updated, form) if name == "updated" and record.updated else ""


def _says(written: str, text: str) -> bool:
    return bool(written) and text in {written, visible(written)}


def _struck(text: str, record: Record) -> str:
    if record.status != "withdrawn":
        return text
    return f"~~{text}~~{_GONE}：{escape(record.reason)}）" if record.reason else f"~~{text}~~{_GONE}）"


def _url(record: Record) -> str:
    """The first link's target, as it was written if it still says the same."""
    if not record.links:
        return ""
    url, written = record.links[0].url, record.extra.get("url", "")
    return written if written and target(written) == url else link("", url).removeprefix("[](").removesuffix(")")


def target(written: str) -> str:
    """The address in what stands between the brackets of a link: `<…>`, blanks and a title aside."""
    inner = written.strip()
    first = inner[1:].partition(">")[0] if inner.startswith("<") else inner.split(maxsplit=1)[0] if inner else ""
    return plain_url(first)
