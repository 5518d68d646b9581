"""A finding about one link of a page → the characters to change, found by reading the line as GitHub does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.lint.finding import Finding
from bot.lint.fix.model import Edit
from bot.lint.fix.page_text import Text
from bot.markdown.anchors import slug
from bot.markdown.blocks import REFERENCE
from bot.markdown.found import Found
from bot.markdown.links import links
from bot.markdown.visible import plain_url
from bot.urls.safe_repair import is_safe, same_letters

# `[name] (https://…)`, `[name][https://…]`, `[name]((https://…)`, `[name]（https://…）`: brackets put wrong.
_BROKEN = re.compile(
    r"(?P<label>\[(?!\^|[ xX\d]\]|\d+\])[^\[\]]+\])[ \t]*[(\[\uff08]{1,2}[ \t]*(?P<url>https?://[^\s()\[\]\uff08\uff09]+)"
    r"[ \t]*[)\]\uff09]{1,2}"
)
# `[name(https://…)`, `(name](https://…)`, `(name)[https://…]`, `[name]()https://…)`: a bracket missing or swapped.
_ASTRAY = re.compile(
    r"\[(?P<a>[^\[\]()!]+)\((?P<a_url>URL)[ \t]*\)\]?|\((?P<b>[^\[\]()]+)\]\((?P<b_url>URL)\)"
    r"|\((?P<c>[^\[\]()]+)\)\[(?P<c_url>URL)\]|\[(?P<d>[^\[\]()!]+)\]\(\)(?P<d_url>URL)\)".replace(
        "URL", r"https?://[^\s()\[\]\uff08\uff09]+"
    )
)
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$")
_PLAIN = re.compile(r"(?!.*  )[^\[\]<>!`*_:\\\t\u200b-\u27bf\ufe00-\ufe0f\U00010000-\U0010ffff]+")
# A stop or a closing bracket in Chinese ends the address before it: `https://github.com/a/b，…`.
_CLOSES = "，。；、！？）】》」』”"


def edits(text: Text, finding: Finding, refs: Mapping[str, str]) -> Iterator[Edit]:
    """The edits that mend a finding about a link for certain; none where nobody can be sure."""
    if finding.fix == "anchor":
        target, nearest = (str(finding.evidence.get(key, "")) for key in ("target", "nearest"))
        if same_letters(target, nearest) and _plain_heading(text, nearest):
            for line in (finding.place.line, *(place.line for place in finding.related)):
                yield from _anchors(text, finding, target, nearest, line)
        return
    url, repaired = (str(finding.evidence.get(key, "")) for key in ("url", "repaired"))
    for found, start in _links(text, finding.place.line, refs):
        if found.url != url:
            continue
        if repaired and repaired != url and is_safe(url, repaired):
            yield from _address(text, finding, found, start, repaired)
        elif found.written and found.written != url:
            yield from _markup(text, finding, found, start)


def _links(text: Text, line: int, refs: Mapping[str, str]) -> Iterator[tuple[Found, int]]:
    """The links of one line, each with the offset of its first character in the whole text."""
    start = text.start(line)
    for found in links(text.line(line), 0, refs):
        yield found, start + found.start


def _address(text: Text, finding: Finding, found: Found, start: int, repaired: str) -> Iterator[Edit]:
    """The target exchanged; where the reader sees the very same address, that too."""
    what = f"网址改为 {repaired}"
    if found.kind == "reference":
        for begin, end in _definitions(text, found.url):
            yield Edit(begin, end, repaired, finding, what, (found.url, repaired))
        return
    written = text.raw[start : start + found.end - found.start]
    places = [match.start() for match in re.finditer(re.escape(found.url), written)]
    if found.label != found.url:
        places = places[:1] if found.kind == "html" else places[-1:]
    for at in places:
        yield Edit(start + at, start + at + len(found.url), repaired, finding, what, (found.url, repaired))


def _markup(text: Text, finding: Finding, found: Found, start: int) -> Iterator[Edit]:
    """A sound address in broken Markdown: the brackets put right, or angle brackets where a stop follows."""
    end = start + len(found.written)
    if text.raw[start:end] != found.written:
        return
    if broken := _BROKEN.fullmatch(found.written):
        new = f"{broken['label']}({broken['url']})"
        yield Edit(start, end, new, finding, f"写成 {new}", (found.url, found.url))
    elif astray := _ASTRAY.fullmatch(found.written):
        label, url = (group for group in astray.groups() if group is not None)
        yield Edit(start, end, f"[{label}]({url})", finding, f"写成 [{label}]({url})", (found.url, found.url))
    elif found.kind == "bare" and found.written.startswith(found.url) and found.url.isascii():
        after = found.written[len(found.url) :]
        if after[:1] in _CLOSES and "://" in found.url:
            new = f"<{found.url}>"
            yield Edit(start, start + len(found.url), new, finding, f"写成 {new}", (found.url, found.url))


def _definitions(text: Text, url: str) -> Iterator[tuple[int, int]]:
    """Where the page says what a reference stands for: offsets of the target."""
    for line in range(1, text.lines + 1):
        row = text.line(line)
        if "]:" in row and (match := REFERENCE.match(row)):
            group = 2 if match[2] is not None else 3
            if match[group] == url == plain_url(match[group]):
                yield text.start(line) + match.start(group), text.start(line) + match.end(group)


def _plain_heading(text: Text, anchor: str) -> bool:
    """Whether one heading surely has that anchor: pictures, emoji and double blanks leave hyphens of their own."""
    rows = (_HEADING.match(text.line(line)) for line in range(1, text.lines + 1))
    titles = [row[1] for row in rows if row and slug(row[1]) == anchor]
    return len(titles) == 1 and _PLAIN.fullmatch(titles[0]) is not None


def _anchors(text: Text, finding: Finding, target: str, nearest: str, line: int) -> Iterator[Edit]:
    """`#target` where it is the whole target of a link on that line."""
    row, start = text.line(line), text.start(line)
    mark = "" if row.find(f"#{target}") < 0 else "#"
    pattern = rf"(?<=\]\(){mark}{re.escape(target)}(?=[)\s])|(?<=href=[\"']){mark}{re.escape(target)}(?=[\"'])"
    for match in re.finditer(pattern, row):
        new = f"#{nearest}"
        what = f"页内链接改为 {new}"
        yield Edit(start + match.start(), start + match.end(), new, finding, what, (match[0], new))
