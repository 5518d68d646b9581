"""The text that a pattern shows, read back as the record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from bot.catalog.model import Record
from bot.catalog.words import Words
from bot.markdown.escape import escape, link, unescape, unescape_url
from bot.markdown.visible import visible
from bot.readme.styles import dates, parts
from bot.readme.styles.link_types import url_name
from bot.readme.styles.pattern_slots import extras, outdented, slots

TRAILING = r"[\s\-–—:：,，]+$"
_LABEL = r"(?:[^\[\]\\]|\\.|!?\[(?:[^\[\]\\]|\\.)*\](?:\([^()\s]*\))?)*?"
_TARGET = r"<[^<>\n]*>|[^\s<>()]*(?:\([^\s()<>]*\)[^\s()<>]*)*"
_WRITTEN = rf"[ \t]*(?:{_TARGET})(?:[ \t]+\"[^\"\n]*\")?[ \t]*"
_GONE = r"(?(gone)~~（已撤下(?:：(?P<reason>[^\n]*?))?）)"
_VALUES = {
    "name": rf"(?P<gone>~~)?(?P<name>\S[^\n]*?){_GONE}",
    "url": rf"(?P<url>{_TARGET})",
    "number": r"\d+",
}
_LINKS = rf"{parts.LINK}(?:、{parts.LINK})*+"
_MORE = re.compile(rf"(?P<said>.*?)（(?P<links>{_LINKS})）|(?P<alone>{_LINKS})", re.DOTALL)


def read(pattern: str, text: str, words: Words) -> Record | None:
    """The record that is shown as `text`, as far as it is shown; None for another shape."""
    found = _reading(pattern).fullmatch(text)
    if not found and pattern.endswith("{description}"):
        found = _reading(re.sub(TRAILING, "", pattern.removesuffix("{description}"))).fullmatch(text)
    return _record(pattern, found.groupdict(""), words) if found else None


def _record(pattern: str, found: Mapping[str, str], words: Words) -> Record | None:
    written = found.get("url") or found.get("address", "")
    url = unescape_url(written.strip().split(' "')[0].strip().removeprefix("<").removesuffix(">"))
    raw = found.get("name") or found.get("unlinked", "")
    name = unescape(raw) if escape(unescape(raw)) == raw else visible(raw)
    extra = {key: found[f"x{at}"] for at, key in enumerate(extras(pattern)) if found.get(f"x{at}")}
    if not name and not raw:
        name = url_name(url)
    elif escape(name) != raw:
        extra["name"] = raw
    if not name:
        return None
    label = unescape(found.get("label", ""))
    if url and f"[]({written})" != link("", url):
        extra["url"] = written
    said, more = found.get("description", ""), found.get("links", "")
    if "links" not in found and (mentioned := _MORE.fullmatch(said)):
        said, more = mentioned["said"] or "", mentioned["links"] or mentioned["alone"]
    own = [one for text in re.findall(parts.LINK, more) if (one := parts.read_link(text, words))]
    return Record(
        "",
        "",
        name,
        status="withdrawn" if found.get("gone") else "active",
        reason=unescape(found.get("reason", "")),
        links=(*([parts.labelled(url, label, words)] if url else []), *own),
        description=outdented(said, pattern),
        extra=extra,
        updated=dates.read(found["updated"]) if found.get("updated") else None,
    )


@cache
def _reading(pattern: str) -> re.Pattern[str]:
    made, seen, extra = "", set[str](), 0
    for part in slots(pattern):
        if isinstance(part, str):
            made += re.escape(part)
            continue
        before, after = re.escape(part.before), re.escape(part.after)
        if part.name in {"linked", "labelled", "bare"}:
            made += _link(part.name, before, after)
            continue
        if part.name.startswith("extra:"):
            value, extra = rf"(?P<x{extra}>.+?)", extra + 1
        elif part.name.startswith("updated"):
            value = f"(?P<updated>{dates.reading(part.name.partition(':')[2])})"
        elif part.name in seen:
            value = r".*?"
        elif part.name == "links":
            value = rf"(?P<links>{parts.LINK}(?:{re.escape(part.between)}{parts.LINK})*+)"
        else:
            value = _VALUES.get(part.name, rf"(?P<{part.name}>\S.*?)")
        seen.add(part.name)
        needed = part.name in {"name", "number", "url"}
        made += f"{before}{value}{after}" if needed else f"(?:{before}{value}{after})?"
    return re.compile(made, re.DOTALL)


def _link(kind: str, before: str, after: str) -> str:
    if kind == "labelled":
        return rf"(?:\[{before}(?P<label>{_LABEL}){after}\]\((?P<url>{_WRITTEN})\))?"
    shown = (
        rf"\[{before}(?P<name>{_LABEL}){after}\]\((?P<url>{_WRITTEN})\)|{before}(?P<unlinked>[^\[\]()]+?){after}"
        if kind == "linked"
        else rf"\[(?P<name>{_LABEL})\]\((?P<url>{_WRITTEN})\)|{before}(?P<address>https?://[^\s<>]+){after}"
    )
    return rf"(?P<gone>~~)?(?:{shown}){_GONE}"
