"""The places of a Markdown page that a link can lead to, and the links that want to lead there, as GitHub has them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import unquote

from bot.sources.readme.visible import visible

_FENCE = re.compile(r"\s{0,3}(?:>\s*)*(`{3,}|~{3,})")
_HEADING = re.compile(r"\s{0,3}(?:>\s*)*(?:[-*+]\s+)?#{1,6}\s*(.+?)\s*#*\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{2,})\s*$")
_HTML_HEADING = re.compile(r"(?i)<h[1-6][^>]*>(.*?)</h[1-6]>")
_ID = re.compile(r"(?i)<[a-z][^<>]*?\s(?:id|name)\s*=\s*[\"']?([^\"'\s>]+)")
_LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(#[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?>?\s*\)"
    r"|(?i:href)\s*=\s*[\"'](#[^\"']*)[\"']"
)
_CODE = re.compile(r"(`+)(?:(?!\1).)+?\1(?!`)")
_DROPPED = re.compile(r"[^\w\- ]")
_SHORTCODE = re.compile(r":[a-z0-9_+-]+:")
# What GitHub's own page offers besides the headings.
OFFERED = frozenset({"", "top", "readme", "start-of-content", "readme-ov-file", "contents", "toc"})


@dataclass(frozen=True, slots=True)
class Jump:
    """A link within the page: its 1-based line, the text shown, the target without `#`."""

    line: int
    label: str
    target: str


def jumps(text: str) -> tuple[Jump, ...]:
    """Every link to a place of the same page; code is no link."""
    found = []
    for number, line in _lines(text):
        if "#" not in line:
            continue
        for match in _LINK.finditer(_CODE.sub(lambda m: " " * len(m[0]), line)):
            target = (match[2] or match[3])[1:]
            found.append(Jump(number, visible(match[1] or ""), target))
    return tuple(found)


def places(text: str) -> dict[str, str]:
    """Anchor in lower case → the heading or the id it stands for."""
    found: dict[str, str] = {}
    seen: Counter[str] = Counter()
    before = ""
    for _, line in _lines(text):
        found.update((unquote(match).lower().removeprefix("user-content-"), match) for match in _ID.findall(line))
        heading = _HEADING.match(line)
        title = heading[1] if heading else (before if _UNDERLINE.match(line) and before.strip() else "")
        for shown in [title, *_HTML_HEADING.findall(line)]:
            for name in _names(shown, seen):
                found.setdefault(name, visible(shown))
        before = line
    return found


def slug(title: str) -> str:
    """The anchor GitHub gives a heading: lower case, marks dropped, every space a hyphen.

    https://github.com/gjtorikian/html-pipeline, filter `TableOfContents`; checked against real lists.

    >>> slug("Bookmarks & Link Sharing"), slug("C++ 语言")
    ('bookmarks--link-sharing', 'c-语言')
    """
    return _DROPPED.sub("", visible(title).strip().lower()).replace(" ", "-")


def _names(title: str, seen: Counter[str]) -> list[str]:
    if not title:
        return []
    plain = slug(title)
    names = [plain] if not seen[plain] else [f"{plain}-{seen[plain]}"]
    seen[plain] += 1
    return [*names, slug(_SHORTCODE.sub("", title)), slug(_SHORTCODE.sub(lambda m: m[0].strip(":"), title))]


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines outside fenced code, with their numbers."""
    kept, fence = [], ""
    for number, line in enumerate(text.splitlines(), 1):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif not fence:
            kept.append((number, line))
    return kept
