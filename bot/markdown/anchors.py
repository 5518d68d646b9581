"""The places of a Markdown page that a link can lead to, and the links that want to lead there, as GitHub has them."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from urllib.parse import unquote

from bot.markdown.escape import slug as slug_of
from bot.markdown.found import Found
from bot.markdown.headings import headings
from bot.markdown.link_scan import Scan
from bot.markdown.links import links
from bot.markdown.parse import nodes
from bot.markdown.visible import visible

_HTML_HEADING = re.compile(r"<h([1-6])(?:\s[^<>]*)?>(.{0,2000}?)</h\1>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_ID = re.compile(r"(?i)<[a-z][^<>]*?\s(?:id|name)\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|([^\"'\s>]+))")
_UP = re.compile(r"(?i)\b(?:top|up|back|home)\b|顶|返回|回到|目录|[↑⬆🔝▲△]")
_SHORTCODE = re.compile(r":[a-z0-9_+-]+:")
# What GitHub's own page offers besides the headings.
OFFERED = frozenset({"", "top", "readme", "start-of-content", "readme-ov-file", "contents", "toc"})


@dataclass(frozen=True, slots=True)
class Jump:
    """A link within the page: its 1-based line, the text shown, the target without `#`."""

    line: int
    label: str
    target: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place with a name: its 1-based line, the heading as a reader sees it (or the id), the slug without number.

    `base` is empty where the name was given in HTML.
    """

    line: int
    name: str
    title: str
    base: str = ""


def jumps(text: str) -> tuple[Jump, ...]:
    """Every link to a place of the same page; one whose brackets went astray is none, see `torn`."""
    found = (link for link in links(text, 1) if link.url.startswith("#") and link.kind != "broken")
    return tuple(Jump(link.line, link.label, link.url[1:]) for link in found)


def torn(text: str) -> tuple[Found, ...]:
    """What was meant for a link to a place of the same page, and is text to a reader."""
    return tuple(link for link in links(text, 1) if link.url.startswith("#") and link.kind == "broken")


def blanks(text: str) -> tuple[Jump, ...]:
    """Every link that leads nowhere at all: `[name]()` and `[name](#)`, but for those that want the top of the page."""
    empty = (link for link in links(text, 1) if link.kind == "inline" and link.url in {"", "#"} and not link.badge)
    return tuple(Jump(link.line, link.label, link.url) for link in empty if link.label and not _UP.search(link.label))


def places(text: str) -> dict[str, str]:
    """Anchor in lower case → the heading or the id it stands for."""
    found: dict[str, str] = {}
    for anchor in anchors(text):
        found.setdefault(anchor.name, anchor.title)
    return found


def anchors(text: str) -> tuple[Anchor, ...]:
    """Every anchor in lower case, in order; of several that a heading may have the first is GitHub's."""
    scan = Scan(text, 1)
    scan.hide((node.start, node.end) for node in nodes(text) if node.kind in {"Code", "CodeBlock"})
    found = [Anchor(scan.line(match.start()), *_given(match)) for match in _ID.finditer(scan.rest)]
    seen: Counter[str] = Counter()
    for start, title, shown in sorted([*_headings(text), *_html_headings(scan.rest)]):
        base = slug_of(shown)
        found += (Anchor(scan.line(start), name, title, base) for name in _names(shown, base, seen))
    return tuple(sorted(found, key=attrgetter("line")))


def _given(match: re.Match[str]) -> tuple[str, str]:
    name = next(filter(None, match.groups()))
    return unquote(name).lower().removeprefix("user-content-"), name


def _headings(text: str) -> Iterator[tuple[int, str, str]]:
    return ((heading.start, visible(heading.markdown), heading.text) for heading in headings(text))


def _html_headings(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _HTML_HEADING.finditer(text):
        yield match.start(), visible(match[2]), html.unescape(_TAG.sub("", match[2])).replace("\n", "")


def slug(title: str) -> str:
    """The anchor GitHub gives a heading that is written so: lower case, marks dropped, every space a hyphen.

    https://github.com/gjtorikian/html-pipeline, filter `TableOfContents`; checked against GitHub's renderer.

    >>> slug("Bookmarks & Link Sharing"), slug("C++ 语言"), slug("Tools ![new](new.svg)")
    ('bookmarks--link-sharing', 'c-语言', 'tools-')
    """
    heading = next(headings(f"# {title.strip()}"), None)
    return slug_of(heading.text) if heading else ""


def _names(text: str, plain: str, seen: Counter[str]) -> list[str]:
    if not text:
        return []
    names = [plain] if not seen[plain] else [f"{plain}-{seen[plain]}"]
    seen[plain] += 1
    if ":" in text:  # some of GitHub's pages keep an emoji's name, others have the emoji, which is dropped
        names += [slug_of(_SHORTCODE.sub("", text)), slug_of(_SHORTCODE.sub("", text).strip())]
    if text[:1] == " ":  # only in HTML, where some of GitHub's pages cut it off
        names.append(slug_of(text.strip()))
    return names
