"""The places of a Markdown page that a link can lead to, and the links that want to lead there, as GitHub has them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from bot.markdown.fences import after_line
from bot.markdown.heading_text import heading_text
from bot.markdown.visible import visible

_OUTER = re.compile(r"[\s>]*")
_HEADING = re.compile(r"(?:\s{0,3}(?:>\s*)*|[\s>]*(?:[-*+]|\d+[.)])\s+)(#{1,6})[ \t]*(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{2,})\s*$")
_HTML_HEADING = re.compile(r"(?i)<h[1-6](?:\s[^>]*)?>(.{0,400}?)</h[1-6]>")
_LONG_HEADING = re.compile(r"<h([1-6])(?:\s[^>]*)?>([^<\n]*\n.{0,2000}?)</h\1>", re.IGNORECASE | re.DOTALL)
_ID = re.compile(r"(?i)<[a-z][^<>]*?\s(?:id|name)\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|([^\"'\s>]+))")
_LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(#[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?>?\s*\)"
    r"|(?i:href)\s*=\s*[\"'](#[^\"']*)[\"']"
)
_BLANK = re.compile(r"(?<!!)\[(?!\s*!\[)((?:[^\[\]]|\[[^\[\]]*\])+)\]\([ \t]*(#?)[ \t]*\)(?!https?://)")
_UP = re.compile(r"(?i)\b(?:top|up|back|home)\b|顶|返回|回到|目录|[↑⬆🔝▲△]")
_CODE = re.compile(r"(`+)(?:(?!\1).)+?\1(?!`)")
_DEFINED = re.compile(r"\s{0,3}\[([^\[\]^][^\[\]]*)\]:")
_SHORTCODE = re.compile(r":[a-z0-9_+-]+:")
# Letters in circles and squares count as letters; see "Alphabetic" in the Unicode Character Database.
_DROPPED = re.compile(r"[^a-z0-9_\- ]")
_CIRCLED = re.compile("[\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]")
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
    """Every link to a place of the same page; code is no link."""
    found = []
    for number, line in _lines(text):
        if "#" not in line:
            continue
        for match in _LINK.finditer(_without_code(line)):
            target = (match[2] or match[3])[1:]
            found.append(Jump(number, visible(match[1] or ""), target))
    return tuple(found)


def blanks(text: str) -> tuple[Jump, ...]:
    """Every link that leads nowhere at all: `[name]()` and `[name](#)`, but for those that want the top of the page."""
    found = []
    for number, line in _lines(text):
        if "](" in line:
            labels = ((visible(match[1]), match[2]) for match in _BLANK.finditer(_without_code(line)))
            found += [Jump(number, label, to) for label, to in labels if label and not _UP.search(label)]
    return tuple(found)


def places(text: str) -> dict[str, str]:
    """Anchor in lower case → the heading or the id it stands for."""
    found: dict[str, str] = {}
    for anchor in anchors(text):
        found.setdefault(anchor.name, anchor.title)
    return found


def anchors(text: str) -> tuple[Anchor, ...]:
    """Every anchor in lower case, in order; of several that a heading may have the first is GitHub's."""
    found: list[Anchor] = []
    seen: Counter[str] = Counter()
    rows = _lines(text)
    refs = frozenset(" ".join(m[1].split()).lower() for _, line in rows if (m := _DEFINED.match(line)))
    before = ""
    for number, line in rows:
        for match in _ID.findall(line) if "<" in line else ():
            name = next(filter(None, match))
            found.append(Anchor(number, unquote(name).lower().removeprefix("user-content-"), name))
        for title, rendered in _headings(line, before, refs):
            found += (Anchor(number, name, visible(title), slug_of(rendered)) for name in _names(rendered, seen))
        before = line
    for heading in _LONG_HEADING.finditer(text):
        number = text.count("\n", 0, heading.start()) + 1
        rendered = heading_text(heading[2], refs).replace("\n", "")
        found += (Anchor(number, name, visible(heading[2])) for name in (slug_of(rendered), slug_of(rendered.strip())))
    return tuple(found)


def _headings(line: str, before: str, refs: Container[str]) -> Iterator[tuple[str, str]]:
    """The headings of one line, as written and as text."""
    if heading := _HEADING.match(line):
        yield heading[2], heading_text(heading[2], refs)
    elif before.strip() and _UNDERLINE.match(line):
        yield before.strip(), heading_text(before.strip(" \t"), refs)
    elif "<h" in line or "<H" in line:
        for inner in _HTML_HEADING.findall(line):
            yield inner, heading_text(inner, refs)


def slug(title: str) -> str:
    """The anchor GitHub gives a heading that is written so: lower case, marks dropped, every space a hyphen.

    https://github.com/gjtorikian/html-pipeline, filter `TableOfContents`; checked against GitHub's renderer.

    >>> slug("Bookmarks & Link Sharing"), slug("C++ 语言"), slug("Tools ![new](new.svg)")
    ('bookmarks--link-sharing', 'c-语言', 'tools-')
    """
    return slug_of(heading_text(title.strip(" \t")))


@lru_cache(maxsize=1 << 12)
def slug_of(text: str) -> str:
    """The anchor of a heading's text: what no word holds is dropped, blanks other than the space with it."""
    low = text.lower()
    if low.isascii():
        return _DROPPED.sub("", low).replace(" ", "-")
    return "".join("-" if char == " " else char for char in low if char in " -_" or _is_letter(char))


def _is_letter(char: str) -> bool:
    """Whether Ruby's `\\p{Word}` holds the character: alphabetic, mark, decimal number or connector punctuation."""
    kind = unicodedata.category(char)
    return kind[0] in "LM" or kind in {"Nd", "Nl", "Pc"} or bool(_CIRCLED.match(char))


def _names(text: str, seen: Counter[str]) -> list[str]:
    if not text:
        return []
    plain = slug_of(text)
    names = [plain] if not seen[plain] else [f"{plain}-{seen[plain]}"]
    seen[plain] += 1
    if ":" in text:  # some of GitHub's pages keep an emoji's name, others have the emoji, which is dropped
        names += [slug_of(_SHORTCODE.sub("", text)), slug_of(_SHORTCODE.sub("", text).strip())]
    if text[:1] == " ":  # only in HTML, where some of GitHub's pages cut it off
        names.append(slug_of(text.strip()))
    return names


def _without_code(line: str) -> str:
    return _CODE.sub(lambda m: " " * len(m[0]), line)


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines outside fenced code, with their numbers."""
    kept, fence = [], ""
    for number, line in enumerate(text.splitlines(), 1):
        before, fence = fence, after_line(_OUTER.sub("", line, count=1), fence)
        if not before and not fence:
            kept.append((number, line))
    return kept
