"""Finds the links in a piece of Markdown as GitHub sees them, and those it fails to see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import accumulate

from bot.markdown import broken_local, html_links
from bot.markdown.bare_urls import bare, odd, said
from bot.markdown.broken_links import misplaced, reversed_link, unopened, unparted
from bot.markdown.found import Found
from bot.markdown.link_scan import HIDDEN, Scan
from bot.markdown.parse import Node, definitions, nodes
from bot.markdown.visible import IMAGE, visible

_MARKS = ("[", "](", "【", ":", "//", "<", "www.")
_INDENTED = re.compile(r"^[ \t]+", re.MULTILINE)
_TOKEN = re.compile(
    r"\\(?P<escape>.)|(?P<open>!?\[)|(?P<close>\])|(?P<edge>\n(?=[ \t>]*(?:\n|[-+*|#]|\d{1,9}[.)])))"
    r"|(?<![A-Za-z0-9])(?:(?P<bare>https?://|www\.(?=[A-Za-z0-9-]+\.))"
    r"|(?P<odd>[A-Za-z]{1,3}https?://|(?:ttps?|htps?|htt)://|https?:/?(?=[A-Za-z0-9])|https?：?//(?=[A-Za-z0-9-]+\.)))",
    re.IGNORECASE | re.DOTALL,
)


def links(text: str, line: int = 0, refs: Mapping[str, str] | None = None) -> tuple[Found, ...]:
    """Every link of `text`, in order of where it starts; `line` is the number of its first line.

    `text` may be a part of a page, further in than at its margin; `refs` are the labels that the page defines.
    """
    if not any(mark in text for mark in _MARKS):
        return ()
    if not text.startswith(("    ", "\t")):
        return tuple(_outermost(_scanned(text, line, refs or {}).found))
    width = len(text) - len(text.lstrip(" \t"))
    lines = text.split("\n")
    cuts = [min(width, len(each) - len(each.lstrip(" \t"))) for each in lines]
    moved = list(accumulate(cuts))
    scan = _scanned("\n".join(each[cut:] for each, cut in zip(lines, cuts, strict=True)), line, refs or {})
    return tuple(
        replace(link, start=link.start + moved[scan.row(link.start)], end=link.end + moved[scan.row(link.end)])
        for link in _outermost(scan.found)
    )


def _outermost(found: Iterable[Found]) -> Iterator[Found]:
    """In order, without those inside of what is broken or HTML."""
    end = 0
    for link in sorted(found, key=lambda link: (link.start, -link.end)):
        if link.end > end:
            yield link
            end = link.end if link.kind in {"broken", "html"} else end


def _scanned(text: str, line: int, refs: Mapping[str, str]) -> Scan:
    scan = Scan(text, line)
    own = list(definitions(text))
    read = list(_without_short_items(text, nodes(text, refs)))  # it knows the labels that the text itself defines
    refs = {**refs, **{label: url for label, url, _, _ in own}}
    scan.hide([*((start, end) for *_, start, end in own), *_take(scan, read)])
    meant = [(node.start, node.end) for node in read if node.kind in {"HtmlBlock", "ShortItem"}]
    html_links.take(scan, meant, [(node.start, node.end) for node in read if node.kind == "InlineHtml"])
    hidden = []
    for start, end in meant:  # GitHub shows what is in them as it stands; what it was meant for is read
        inner = _INDENTED.sub(lambda blanks: HIDDEN * len(blanks[0]), scan.rest[start:end])
        hidden += _take(scan, nodes(inner, refs), start)
    scan.hide(hidden)
    broken_local.take(scan)
    at = 0
    while token := _TOKEN.search(scan.rest, at):
        at = _step(scan, token)
    return scan


def _without_short_items(text: str, read: Iterable[Node]) -> Iterator[Node]:
    """As given, but `ShortItem` for code that is none to its writer: an item's lines that lack a blank before them."""
    end = -1
    for node in read:
        code = node.kind == "CodeBlock" and node.data == "Indented"
        yield replace(node, kind="ShortItem") if code and end >= 0 and not text[end : node.start].strip() else node
        if node.kind != "Text":
            end = node.end if node.kind == "List" else -1


def _take(scan: Scan, read: Iterable[Node], shift: int = 0) -> list[tuple[int, int]]:
    """The links of GitHub's Markdown, and the places of all that holds no other link; `shift` is added to offsets."""
    hidden: list[tuple[int, int]] = []
    for node in read:
        start, end = node.start + shift, node.end + shift
        match node.kind:
            case "Link":
                end = _link(scan, node, start, end, node.inner + shift)
            case "TableRow" | "TableHead":
                start = node.inner + shift  # cells too many are not shown
            case "Image" | "Code" | "CodeBlock":
                pass
            case _:
                continue
        hidden.append((start, end))
    return hidden


def _link(scan: Scan, node: Node, start: int, end: int, inner: int) -> int:
    """Take a link whose text ends at `inner`; the offset after it."""
    url = node.data["dest_url"]
    if node.data["link_type"] in {"Autolink", "Email"}:
        if url.lower().startswith(("http", "ftp")):
            scan.add(url, said(scan.text, start), "bare", start, end)
        return end
    if node.data["link_type"] == "Inline" and not url and (apart := unparted(scan.text, end)):
        scan.add(apart[0], visible(scan.text[start + 1 : inner]), "broken", start, apart[1])
        return apart[1]
    written = scan.text[start + 1 : inner]
    kind = "inline" if node.data["link_type"] == "Inline" else "reference"
    badge = written.lstrip().startswith("![") and not visible(IMAGE.sub("", written))
    scan.found.append(Found(url, visible(written), scan.line(inner), kind, start, end, badge))
    return end


def _step(scan: Scan, token: re.Match[str]) -> int:
    """Take one token; the offset to go on from."""
    start = token.start()
    match token.lastgroup:
        case "edge":
            scan.brackets.clear()
        case "open":
            scan.brackets.append((start, len(scan.found)))
        case "close":
            return _close(scan, start)
        case "bare":
            return bare(scan, start)
        case "odd":
            return odd(scan, start)
        case _:
            return start + 1 if token["escape"].isalnum() else token.end()
    return token.end()


def _close(scan: Scan, at: int) -> int:
    if not scan.brackets:
        return unopened(scan, at) or at + 1
    start, _ = scan.brackets.pop()
    if end := misplaced(scan, start, at):
        return end
    scan.closed = (start, at + 1)
    reversed_link(scan, start, at)
    return at + 1
