"""Finds the links in a piece of Markdown as GitHub sees them, and those it fails to see. One pass, a bracket stack."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.markdown.bare_urls import autolink, bare, odd
from bot.markdown.broken_links import reversed_link, unopened, unparted
from bot.markdown.fences import after_line
from bot.markdown.html_links import tag
from bot.markdown.link_scan import Scan
from bot.markdown.page import Found
from bot.markdown.visible import IMAGE, folded, plain_url, visible

_TOKEN = re.compile(
    r"\\(?P<escape>.)|(?P<code>`+)|(?P<open>!?\[)|(?P<close>\])|(?P<tag><)"
    r"|(?<![A-Za-z0-9])(?:(?P<bare>https?://|www\.(?=[A-Za-z0-9-]+\.))"
    r"|(?P<odd>[A-Za-z]{1,3}https?://|(?:ttps?|htps?|htt)://|https?:/?(?=[A-Za-z0-9])|https?：?//(?=[A-Za-z0-9-]+\.)))",
    re.IGNORECASE | re.DOTALL,
)
_PARENS = r"(?:[^\s()<\\]|\\.|<)*"
_TARGET = re.compile(
    rf"\([ \t]*\n?[ \t]*(?:<((?:[^<>\n\\]|\\.)*)>|({_PARENS}(?:\({_PARENS}(?:\({_PARENS}\){_PARENS})*\){_PARENS})*))"
    r"(?:[ \t\n]+(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?[ \t\n]*\)"
)
_BROKEN = re.compile(r"\(([^()\[\]\n]{1,300}(?:\([^()\[\]\n]{0,100}\)[^()\[\]\n]{0,100}){0,3})\)")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]")


def links(text: str, line: int = 0, refs: Mapping[str, str] | None = None) -> tuple[Found, ...]:
    """Every link of `text`, in order of where it starts; `line` is the number of its first line."""
    if not ("[" in text or ":" in text or "//" in text or "<" in text or "www." in text):
        return ()
    scan = Scan(_without_fences(text), line, refs or {})
    text = scan.text
    ticks = _runs_of_ticks(text) if "`" in text else {}
    at = 0
    while token := _TOKEN.search(text, at):
        at = _step(scan, token, ticks)
    return tuple(sorted(scan.found, key=lambda link: link.start))


def _without_fences(text: str) -> str:
    """`text` with fenced code blanked out, every other character where it was."""
    if "```" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
    fence = ""
    for at, line in enumerate(lines):
        before, fence = fence, after_line(line.strip(), fence)
        if before or fence:
            lines[at] = " " * len(line)
    return "\n".join(lines)


def _step(scan: Scan, token: re.Match[str], ticks: Mapping[int, int]) -> int:
    """Take one token; the offset to go on from."""
    start = token.start()
    match token.lastgroup:
        case "code":
            return ticks.get(start, token.end())
        case "open":
            scan.brackets.append((start, token["open"] == "![", len(scan.found)))
            return token.end()
        case "close":
            return _close(scan, start)
        case "tag":
            return autolink(scan, start) or tag(scan, start)
        case "bare":
            return bare(scan, start)
        case "odd":
            return odd(scan, start)
    return start + 1 if token["escape"].isalnum() else token.end()


def _runs_of_ticks(text: str) -> dict[int, int]:
    """Offset of a run of backticks that opens code → offset after the run that closes it."""
    runs = [(match.start(), match.end()) for match in re.finditer(r"`+", text)]
    last: dict[int, int] = {}
    following: dict[int, int] = {}
    for start, end in reversed(runs):
        if closing := last.get(end - start):
            following[start] = closing
        last[end - start] = end
    return following


def _close(scan: Scan, at: int) -> int:
    if not scan.brackets:
        return unopened(scan, at) or at + 1
    start, image, before = scan.brackets.pop()
    inner = scan.text[start + (2 if image else 1) : at]
    url, end, kind = _target(scan, at + 1, inner)
    if not kind:
        scan.closed = (start, at + 1)
        if not image:
            reversed_link(scan, start, at, before)
        return at + 1
    if image:
        return end
    if kind == "inline" and not url and (apart := unparted(scan.text, end)):
        url, end, kind = *apart, "broken"
    nested = any(link.kind in {"inline", "reference"} for link in scan.found[before:])
    kind = "broken" if nested else kind
    del scan.found[before:]
    shown = visible(inner)
    badge = inner.lstrip().startswith("![") and not visible(IMAGE.sub("", inner))
    written = scan.text[start:end] if kind == "broken" else ""
    scan.found.append(Found(url, shown, scan.line_at(at), kind, start, end, badge, written))
    return end


def _target(scan: Scan, at: int, inner: str) -> tuple[str, int, str]:
    """Where a pair of brackets leads: URL, offset after it, and kind; an empty kind when it is no link."""
    text = scan.text
    if text.startswith("(", at):
        if target := _TARGET.match(text, at):
            return plain_url(target[1] if target[1] is not None else target[2]), target.end(), "inline"
        if broken := _BROKEN.match(text, at):
            return broken[1].strip(), broken.end(), "broken"
    if not scan.refs:
        return "", at, ""
    if label := _LABEL.match(text, at) if text.startswith("[", at) else None:
        url = scan.refs.get(folded(label[1] or inner))
        return (url, label.end(), "reference") if url is not None else ("", at, "")
    url = scan.refs.get(folded(inner)) if len(inner) < 1000 else None
    return (url, at, "reference") if url is not None else ("", at, "")
