"""A style written out in list.yml: `- [{name}]({url}){ - description}{ (links, ...)}`.

`{url}` is the record's first link, `{links}` are the others. What stands in the braces beside a slot's name is
printed only where there is something to print: `{ - description}`. `{number}` counts, `{extra:星}` is the text kept in
`extra` under that name. A pattern that ends in a line end has a blank line between two records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from bot.catalog.model import Link, Record
from bot.catalog.show import SLOT
from bot.catalog.words import PLAIN, Words
from bot.markdown.escape import escape, link, unescape, unescape_url
from bot.markdown.visible import visible
from bot.readme.styles import parts
from bot.readme.styles.link_types import link_type
from bot.readme.styles.parts import Targets

_LINK = "[{name}]({url})"
_TRAILING = r"[\s\-–—:：,，]+$"
_GONE = "（已撤下"
_LABEL = r"(?:[^\[\]\\]|\\.|!?\[(?:[^\[\]\\]|\\.)*\](?:\([^()\s]*\))?)*?"
_TARGET = r"<[^<>\n]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*"
_VALUES = {
    "linked": rf"(?P<gone>~~)?(?:\[(?P<name>{_LABEL})\]\((?P<url>{_TARGET})\)|(?P<bare>[^\[\]()]+?))"
    r"(?(gone)~~（已撤下(?:：(?P<reason>[^\n]*?))?）)",
    "name": r"(?P<gone>~~)?(?P<name>\S[^\n]*?)(?(gone)~~（已撤下(?:：(?P<reason>[^\n]*?))?）)",
    "url": rf"(?P<url>{_TARGET})",
    "number": r"\d+",
}
_LINKS = rf"{parts.LINK}(?:、{parts.LINK})*+"
_MORE = re.compile(rf"(?P<said>.*?)（(?P<links>{_LINKS})）|(?P<alone>{_LINKS})", re.DOTALL)
_KEPT = ("name", "before", "after")  # of `extra`: the name as written, and what stands around all the pattern shows


class Slot(NamedTuple):
    """`name` is the slot's, `before` and `after` stand around its value, `between` the values of several."""

    name: str
    before: str = ""
    between: str = ""
    after: str = ""


@cache
def slots(text: str) -> tuple[str | Slot, ...]:
    """The pattern as what is printed and what is filled in; a linked name is one slot."""
    made: list[str | Slot] = []
    at = 0
    for found in re.finditer(rf"{re.escape(_LINK)}|{SLOT}", text):
        made.append(text[at : found.start()])
        linked = found[0] == _LINK
        made.append(
            Slot("linked") if linked else Slot(found["slot"], found["before"], found["between"] or "、", found["after"])
        )
        at = found.end()
    return tuple(part for part in (*made, text[at:]) if part)


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
        del told, level, words
        return self.line(record, number)

    def line(self, record: Record, number: int = 1) -> str:
        """The record's text. A line break in a description would end a table row: there it is a blank."""
        shown: list[str] = []
        filled = dict(self._filled(record, number))
        for part in slots(self.text.strip("\n")):
            if isinstance(part, str):
                shown.append(part)
            elif value := filled.get(part.name, ""):
                shown.append(part.before + value + part.after)
            elif part.name == "description" and not part.before and not record.extra.get("after"):
                shown = [re.sub(_TRAILING, "", "".join(shown))]
        return record.extra.get("before", "") + "".join(shown) + record.extra.get("after", "")

    def _filled(self, record: Record, number: int) -> Iterator[tuple[str, str]]:
        written = record.extra.get("name", "")
        name = written if written and visible(written) == record.name else escape(record.name)
        url = record.links[0].url if record.links else ""
        whole = f"[{name}]{link('', url).removeprefix('[]')}" if url else name
        gone = f"{_GONE}：{escape(record.reason)}）" if record.reason else f"{_GONE}）"
        if record.status == "withdrawn":
            name, whole = f"~~{name}~~{gone}", f"~~{whole}~~{gone}"
        yield from (("name", name), ("linked", whole), ("url", url), ("number", str(number)))
        yield from ((f"extra:{key}", value) for key, value in record.extra.items() if key not in _KEPT)
        named = self._slot("links")
        rest = record.links[1:] if self._slot("linked") or self._slot("url") else record.links
        more = (named.between if named else "、").join(link(one.label or one.url, one.url) for one in rest)
        yield "links", more
        said = self._said(record.description)
        yield "description", said if named or not more else (said + f"（{more}）" if said else more)

    def _said(self, description: str) -> str:
        text = description.strip("\n")
        if "\n" not in text:
            return text
        width = self._width()
        return " ".join(text.split("\n")) if width < 0 else re.sub(r"\n(?=[^\n])", "\n" + " " * width, text)

    def _width(self) -> int:
        """How far in the further lines of a description stand; -1 where there may be none."""
        head = self.text.split("{")[0]
        return -1 if "|" in head or head.lstrip().startswith("<") else 0 if head.startswith("#") else 2

    def _slot(self, name: str) -> Slot | None:
        return next((part for part in slots(self.text) if isinstance(part, Slot) and part.name == name), None)

    def parse(self, text: str, targets: Targets, words: Words = PLAIN, *, beyond: bool = False) -> Record | None:
        """The record that is shown as `text`, as far as it is shown; None for another shape.

        With `beyond`, what the text has before and after what the pattern shows is taken as `extra`.
        """
        del targets, words
        outline = self.text.strip("\n")
        found = _reading(outline).fullmatch(text) or (
            _reading(outline, beyond=True).fullmatch(text) if beyond else None
        )
        if not found and outline.endswith("{description}"):
            found = _reading(re.sub(_TRAILING, "", outline.removesuffix("{description}"))).fullmatch(text)
        if not found:
            return None
        return self._record(found.groupdict(""))

    def _record(self, found: Mapping[str, str]) -> Record | None:
        raw = found.get("name") or found.get("bare", "")
        name = unescape(raw) if escape(unescape(raw)) == raw else visible(raw)
        if not name:
            return None
        said, more = found.get("description", ""), found.get("links", "")
        if not self._slot("links") and (mentioned := _MORE.fullmatch(said)):
            said, more = mentioned["said"] or "", mentioned["links"] or mentioned["alone"]
        url = unescape_url(found.get("url", "").removeprefix("<").removesuffix(">"))
        own = [one for one in map(parts.read_link, re.findall(parts.LINK, more)) if one]
        extra = {key: found[f"x{at}"] for at, key in enumerate(self._extras()) if found.get(f"x{at}")}
        if escape(name) != raw:
            extra["name"] = raw
        extra |= {key: found[key] for key in ("before", "after") if found.get(key)}
        if (width := self._width()) > 0:
            said = re.sub(rf"\n {{{width}}}", "\n", said)
        return Record(
            "",
            "",
            name,
            status="withdrawn" if found.get("gone") else "active",
            reason=unescape(found.get("reason", "")),
            links=(*([Link(url, link_type(url))] if url else []), *own),
            description=said,
            extra=extra,
        )

    def _extras(self) -> list[str]:
        return _extras(self.text)


def _extras(text: str) -> list[str]:
    named = (part.name for part in slots(text) if isinstance(part, Slot))
    return [name.removeprefix("extra:") for name in named if name.startswith("extra:")]


@cache
def _reading(text: str, *, beyond: bool = False) -> re.Pattern[str]:
    made, seen, extra = "", set[str](), 0
    for part in slots(text):
        if isinstance(part, str):
            made += re.escape(part)
            continue
        if part.name.startswith("extra:"):
            value, extra = rf"(?P<x{extra}>.+?)", extra + 1
        elif part.name in seen:
            value = r".*?"
        elif part.name == "links":
            between = re.escape(part.between)
            value = rf"(?P<links>{parts.LINK}(?:{between}{parts.LINK})*+)"
        else:
            value = _VALUES.get(part.name, rf"(?P<{part.name}>\S.*?)")
        seen.add(part.name)
        optional = part.name not in {"linked", "name", "number"} and part.name != "url"
        whole = f"{re.escape(part.before)}{value}{re.escape(part.after)}"
        made += f"(?:{whole})?" if optional else whole
    around = (r"(?P<before>[ \t]*)", r"(?P<after>.*?)") if beyond else ("", "")
    return re.compile(made.join(around), re.DOTALL)
