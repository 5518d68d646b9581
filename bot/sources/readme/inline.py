"""Finds the links in a piece of Markdown as GitHub sees them, and those it fails to see. One pass, a bracket stack."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from bot.sources.readme.page import Found
from bot.sources.readme.urls import bare_end, shown_end

_TOKEN = re.compile(
    r"\\(?P<escape>.)|(?P<code>`+)|(?P<open>!?\[)|(?P<close>\])|(?P<tag><)"
    r"|(?<![A-Za-z0-9])(?P<bare>https?://|www\.(?=[A-Za-z0-9-]+\.))",
    re.IGNORECASE | re.DOTALL,
)
_PARENS = r"(?:[^\s()<\\]|\\.|<)*"
_TARGET = re.compile(
    rf"\([ \t]*\n?[ \t]*(?:<((?:[^<>\n\\]|\\.)*)>|({_PARENS}(?:\({_PARENS}(?:\({_PARENS}\){_PARENS})*\){_PARENS})*))"
    r"(?:[ \t\n]+(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?[ \t\n]*\)"
)
_BROKEN = re.compile(r"[ \t]?[(（][ \t]*((?:https?|htt?p?s?|www)[:.：][^()（）\n]{0,500})[)）]", re.IGNORECASE)
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[\s/][^<>]*)?)>")
_HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE)
_UNESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SAID = re.compile(
    r"(?:^|(?<=[\s，。；,;|（）()>]))([^\s，。；,;|（）()<>：:]{1,24}(?: [^\s，。；,;|（）()<>：:]{1,24})?)"
    r"[ \t]*[：:][ \t]*$"
)
_IMAGE = re.compile(r"!\[((?:[^\[\]\\]|\\.)*)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s[^()]*)?\)|\[[^\]]*\])?")
_LINKED = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s[^()]*)?\)|\[[^\]]*\])")
_TAGS = re.compile(r"<!--(?:(?!-->).){0,300}-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_MARKS = re.compile(r"(?<!\\)(?:\*{1,3}|~~|`+)|(?<![\w\\])_{1,3}(?=\S)|(?<=\S)(?<!\\)_{1,3}(?!\w)")
_BLANKS = re.compile(r"[ \t\n\u00a0]+")


@dataclass
class _Scan:
    text: str
    line: int
    refs: Mapping[str, str]
    found: list[Found] = field(default_factory=list)
    brackets: list[tuple[int, bool, int]] = field(default_factory=list)
    anchors: list[tuple[int, int, str]] = field(default_factory=list)
    counted: tuple[int, int] = (0, 0)
    comments: bool = True

    def line_at(self, offset: int) -> int:
        """Lines are counted on from the last place asked for, so that a long text is read once."""
        at, line = self.counted
        if offset < at:
            return self.line + self.text.count("\n", 0, offset)
        line += self.text.count("\n", at, offset)
        self.counted = (offset, line)
        return self.line + line


def links(text: str, line: int = 0, refs: Mapping[str, str] | None = None) -> tuple[Found, ...]:
    """Every link of `text`, in order of where it starts; `line` is the number of its first line."""
    if not ("[" in text or "://" in text or "<" in text or "www." in text):
        return ()
    scan = _Scan(text, line, refs or {})
    ticks = _runs_of_ticks(text) if "`" in text else {}
    at = 0
    while token := _TOKEN.search(text, at):
        at = _step(scan, token, ticks)
    return tuple(sorted(scan.found, key=lambda link: link.start))


def _step(scan: _Scan, token: re.Match[str], ticks: Mapping[int, int]) -> int:
    start = token.start()
    if token["code"]:
        return ticks.get(start, token.end())
    if token["open"]:
        scan.brackets.append((start, token["open"] == "![", len(scan.found)))
        return token.end()
    if token["close"]:
        return _close(scan, start)
    if token["tag"]:
        return _tag(scan, start)
    if token["bare"]:
        return _bare(scan, start)
    return start + 1 if token["escape"].isalnum() else token.end()


def _runs_of_ticks(text: str) -> dict[int, int]:
    """Offset of a run of backticks that opens code → offset after the run that closes it."""
    runs = [(match.start(), match.end()) for match in re.finditer(r"`+", text)]
    last: dict[int, tuple[int, int]] = {}
    following: dict[int, int] = {}
    for start, end in reversed(runs):
        if closing := last.get(end - start):
            following[start] = closing[1]
        last[end - start] = (start, end)
    return following


def _close(scan: _Scan, at: int) -> int:
    if not scan.brackets:
        return at + 1
    start, image, before = scan.brackets.pop()
    inner = scan.text[start + (2 if image else 1) : at]
    url, end, kind = _target(scan, at + 1, inner)
    if not kind:
        return at + 1
    if image:
        return end
    del scan.found[before:]
    label, badge = visible(inner), inner.lstrip().startswith("![") and not visible(_IMAGE.sub("", inner))
    scan.found.append(Found(url, label, scan.line_at(at), kind, start, end, badge))
    return end


def _target(scan: _Scan, at: int, inner: str) -> tuple[str, int, str]:
    text = scan.text
    if text.startswith("(", at) and (target := _TARGET.match(text, at)):
        return plain_url(target[1] if target[1] is not None else target[2]), target.end(), "inline"
    if text.startswith(("(", "（", " (", "\t("), at) and (broken := _BROKEN.match(text, at)):
        return broken[1].strip(), broken.end(), "broken"
    if not scan.refs:
        return "", at, ""
    if label := _LABEL.match(text, at) if text.startswith("[", at) else None:
        url = scan.refs.get(folded(label[1] or inner))
        return (url, label.end(), "reference") if url is not None else ("", at, "")
    url = scan.refs.get(folded(inner)) if len(inner) < 1000 else None
    return (url, at, "reference") if url is not None else ("", at, "")


def _tag(scan: _Scan, at: int) -> int:
    if auto := _AUTOLINK.match(scan.text, at):
        if auto[1].lower().startswith(("http", "ftp")):
            scan.found.append(Found(auto[1], _said_before(scan.text, at), scan.line_at(at), "bare", at, auto.end()))
        return auto.end()
    if scan.text.startswith("<!--", at):
        closing = scan.text.find("-->", at) if scan.comments else -1
        scan.comments = closing >= 0
        return closing + 3 if closing >= 0 else at + 4
    tag = _TAG.match(scan.text, at)
    if not tag:
        return at + 1
    if (tag[2] or "").lower() == "a":
        _anchor(scan, tag)
    return tag.end()


def _anchor(scan: _Scan, tag: re.Match[str]) -> None:
    if not tag[1]:
        href = _HREF.search(tag[3])
        scan.anchors.append((tag.start(), len(scan.found), html.unescape(_first(href)) if href else ""))
        return
    if not scan.anchors:
        return
    start, before, url = scan.anchors.pop()
    if not url:
        return
    inner = scan.text[scan.text.index(">", start) + 1 : tag.start()]
    del scan.found[before:]
    badge = "<img" in inner.lower() and not visible(inner)
    scan.found.append(Found(url, visible(inner), scan.line_at(start), "html", start, tag.end(), badge))


def _first(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group is not None), "").strip()


def _bare(scan: _Scan, at: int) -> int:
    text = scan.text
    end = bare_end(text, at)
    if end - at < 11:
        return at + 4
    url = plain_url(text[at:end])
    shown = shown_end(text, at)
    address = url if "://" in url else f"http://{url}"
    swallowed = text[at:shown] if shown > end else ""
    scan.found.append(Found(address, _said_before(text, at), scan.line_at(at), "bare", at, end, False, swallowed))
    return end


def _said_before(text: str, at: int) -> str:
    """The words before a bare URL that say what it is: `Demo 地址：` → `Demo 地址`."""
    said = _SAID.search(text[max(0, text.rfind("\n", max(0, at - 60), at) + 1, at - 60) : at])
    return visible(said[1]) if said else ""


def plain_url(url: str) -> str:
    """A link's target with Markdown's escapes and HTML's entities resolved."""
    if "\\" in url:
        url = _UNESCAPE.sub(r"\1", url)
    return html.unescape(url) if "&" in url else url


@lru_cache(maxsize=4096)
def folded(label: str) -> str:
    return " ".join(label.split()).casefold()


def visible(text: str) -> str:
    """What a reader sees of `text`: no marks, no tags, images gone, links as their text, blanks folded."""
    if "[" in text:
        text = _LINKED.sub(r"\1", _IMAGE.sub(r"\1" if text.lstrip().startswith("![") else "", text))
    if "<" in text:
        text = _TAGS.sub("", text)
    text = _MARKS.sub("", text)
    if "\\" in text:
        text = _UNESCAPE.sub(r"\1", text)
    if "&" in text:
        text = html.unescape(text)
    return _BLANKS.sub(" ", text).strip()
