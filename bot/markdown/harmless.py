"""Markdown that others wrote, as it may stand in an issue: it calls nobody, closes nothing and loads no picture."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.markdown.parse import Node, nodes

# What GitHub would make something of: a mention, a reference, a commit.
_WORD = (
    r"(?<![0-9A-Za-z_])(?:@[0-9A-Za-z][0-9A-Za-z_/-]*|gh-[0-9]+"
    r"|(?:[0-9a-z_.-]{1,140}(?:/[0-9a-z_.-]{1,140})?)?#[0-9]+"
    r"|(?=[0-9a-f]{0,39}[a-f])(?=[0-9a-f]{0,39}[0-9])[0-9a-f]{7,40}(?![0-9A-Za-z]))[0-9A-Za-z_@#/-]*"
)
_HTML_CALL = re.compile(_WORD, re.IGNORECASE)
# An address of its own is a link, in which GitHub looks for nothing.
_CALL = re.compile(
    r"(?<![0-9A-Za-z])(?:https?://|ftp://)[0-9A-Za-z][!-;=-~]*|(?<=[ \t\n*_~(])www\.[0-9A-Za-z-]+\.[!-;=-~]*"
    rf"|(?P<call>{_WORD})",
    re.IGNORECASE,
)
_SUSPECT = re.compile(r"[@#&<]|!\[|gh-[0-9]|[0-9a-f]{7}", re.IGNORECASE)
_PIECE = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>|[^<]+|<", re.DOTALL)
_PICTURE = re.compile(r"<(?:img|source|video|audio|image|input|embed|iframe)\b", re.IGNORECASE)
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_MARKUP = re.compile(r"[\\`*_\[\]<>~|$&!#]")
_QUIET = ("Link", "CodeBlock")  # what stands in them calls nobody


class Edit(NamedTuple):
    start: int
    end: int
    new: str


def harmless(text: str) -> str:
    """The same to read: mentions, references and hashes as code, pictures as the words that stand for them."""
    if not _SUSPECT.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    parts, done = [], 0
    for edit in sorted(_edits(text, list(nodes(text)))):
        if edit.start >= done:
            parts += [text[done : edit.start], edit.new]
            done = edit.end
    return "".join([*parts, text[done:]])


def _edits(text: str, found: list[Node]) -> Iterator[Edit]:
    quiet = [node for node in found if node.kind in _QUIET]
    inside = bytearray(max((node.end for node in found), default=0) + 1)
    for node in quiet:
        inside[node.start : node.end] = b"\1" * (node.end - node.start)
    for node in found:
        if node.kind == "Image":
            said = "".join(one.data for one in found if one.kind == "Text" and node.start < one.start < node.end)
            yield Edit(node.start, node.end, _plain(said) or "<b></b>")
        elif node.kind == "InlineHtml" and _PICTURE.match(node.data):
            yield Edit(node.start, node.end, _plain(_alt(node.data)) or "<b></b>")
        elif node.kind == "HtmlBlock" and (new := _in_html(text[node.start : node.end])) != text[node.start : node.end]:
            yield Edit(node.start, node.end, new)
    for run in _runs(text, [node for node in found if node.kind == "Text" and not inside[node.start]]):
        yield from _calls(text, run)


def _runs(text: str, texts: list[Node]) -> Iterator[list[Node]]:
    """Texts that a reader sees as one: nothing between them, or the backslash of an escape."""
    run: list[Node] = []
    for node in texts:
        if run and text[run[-1].end : node.start] not in {"", "\\"}:
            yield run
            run = []
        run.append(node)
    if run:
        yield run


def _calls(text: str, run: list[Node]) -> Iterator[Edit]:
    """Found in what a reader sees; an escape or a character reference is replaced with what it is part of."""
    begin = run[0].start
    shown, starts, ends = text[begin - 1 : begin].strip("_*~") or "\n", [begin], [begin]  # what stands before it counts
    for before, node in zip([None, *run], run, strict=False):
        escaped = node.start > 0 and text[node.start - 1] == "\\"
        first = before.end if before else node.start - escaped
        if len(node.data) == node.end - node.start:
            starts += [first, *range(node.start + 1, node.end)]
            ends += range(node.start + 1, node.end + 1)
        else:
            starts += [first] * len(node.data)
            ends += [node.end] * len(node.data)
        shown += node.data
    for call in _CALL.finditer(shown):
        if call["call"]:
            start = starts[call.start()]
            loose = (start - len(text[:start].rstrip("\\"))) % 2  # a backslash that is shown, until a tag follows it
            yield Edit(start - loose, ends[call.end() - 1], "\\\\" * loose + _code(call[0]))
        elif text[(end := ends[call.end() - 1]) : end + 1].strip(" \t\n<*_~)|]"):
            yield Edit(end, end, " ")  # GitHub would take what follows for a part of the address


def _in_html(raw: str) -> str:
    """A block of HTML, in which Markdown's marks mean nothing."""
    pieces = _PIECE.findall(raw)
    if pieces and _PICTURE.match(pieces[0]):  # what follows is HTML because of the tag it begins with
        pieces[0] = f"<div>{_quiet(_alt(pieces[0]))}</div>"
    return "".join(map(_piece, pieces))


def _piece(piece: str) -> str:
    if piece.startswith("<!--") and not piece.endswith("-->"):
        return f"{piece}-->"  # or it would hide what follows
    if piece.startswith("<"):
        return _quiet(_alt(piece)) if _PICTURE.match(piece) else piece
    shown = html.unescape(piece)
    return _quiet(shown) if _HTML_CALL.search(shown) else piece


def _quiet(shown: str) -> str:
    """HTML of words that a reader sees."""
    parts, done = [], 0
    for call in _HTML_CALL.finditer(shown):
        parts += [html.escape(shown[done : call.start()], quote=False), _code(call[0])]
        done = call.end()
    return "".join([*parts, html.escape(shown[done:], quote=False)])


def _alt(tag: str) -> str:
    found = _ALT.search(tag)
    return html.unescape(found[1] or found[2] or found[3] or "") if found else ""


def _plain(words: str) -> str:
    """Markdown of words that stood for a picture."""
    parts, done = [], 0
    for call in _CALL.finditer(words):
        if call["call"]:
            parts += [_MARKUP.sub(r"\\\g<0>", words[done : call.start()]), _code(call[0])]
            done = call.end()
    return " ".join("".join([*parts, _MARKUP.sub(r"\\\g<0>", words[done:])]).split())


def _code(words: str) -> str:
    """As a tag: a backtick near it would end or begin a span of code of Markdown's own."""
    return f"<code>{html.escape(words, quote=False)}</code>"
