"""What in a piece of Markdown reaches beyond its own place on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.markdown.parse import Node, definitions, nodes
from bot.markdown.unclosed_blocks import open_block

_TELLING = re.compile(r"[#<]|```|~~~|\]:|\n[ >\t*+0-9.)-]*(?:=+|-+)[ \t]*(?:\n|$)")
_TAG = re.compile(
    r"(?P<comment><!--).*?(?:-->|\Z)|</?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>?|<[?!][^<>]*>?",
    re.DOTALL,
)
_EMPTY = {"br", "wbr"}
_INLINE = {"sub", "sup", "kbd", "b", "i", "em", "strong", "code", "del", "s", "ins"}


class Fault(NamedTuple):
    """`start` is an offset; `what` goes after the text's name; `text` is the offending piece."""

    start: int
    what: str
    fix: str
    text: str


def faults(markdown: str) -> Iterator[Fault]:
    """In the order of the text."""
    if not _TELLING.search(markdown):
        return
    text = markdown.replace("\r\n", "\n").replace("\r", "\n")
    inside = list(nodes(text))
    found = [*_headings(text, inside), *_definitions(text, inside), *_html(text, inside), *_left_open(text)]
    yield from sorted(found, key=lambda fault: fault.start)


def _line(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start:] if end < 0 else text[start:end]


def _headings(text: str, inside: list[Node]) -> Iterator[Fault]:
    for node in inside:
        if node.kind != "Heading":
            continue
        source = text[node.start : node.end].strip()
        if source.startswith("#"):
            what = f"里有标题“{source[:40]}”"
            yield Fault(node.start, what, "请改成加粗的文字（**…**），不要用“#”开头", source)
        else:
            above, _, line = source.rpartition("\n")
            mark = line.strip(" \t>")
            what = f"里的“{above.rpartition(chr(10))[2].strip()[:40]}”被下面的“{mark[:5]}”变成了标题"
            yield Fault(node.start + len(above) + 1, what, "请在两行之间空一行，或删去这一行符号", mark)


def _definitions(text: str, inside: list[Node]) -> Iterator[Fault]:
    starts = [start for _, _, start, _ in definitions(text)]
    starts += [node.start for node in inside if node.kind == "FootnoteDefinition"]
    for start in starts:
        line = _line(text, start).strip()
        what = f"里有编号链接的定义“{line[:40]}”，会和别的条目串起来"
        yield Fault(start, what, "请把网址直接写进链接：[文字](网址)", line)


def _html(text: str, inside: list[Node]) -> Iterator[Fault]:
    opened: list[tuple[str, int]] = []
    for node in inside:
        if node.kind == "Text" and node.data.startswith("!--") and text[node.start - 1] == "<":
            yield Fault(node.start, "里的注释“<!--”没有闭合", "请补上“-->”，或删去这段注释", "<!--")
        if node.kind in {"HtmlBlock", "InlineHtml"}:
            yield from _tags(text[node.start : node.end], node.start, opened)
    for name, start in opened:
        yield Fault(start, f"里的“<{name}>”没有闭合", f"请补上“</{name}>”，或改用 Markdown", f"<{name}>")


def _tags(html: str, first: int, opened: list[tuple[str, int]]) -> Iterator[Fault]:
    """The tags of `html`, which starts at `first`; `opened` are the inline ones that wait for their end."""
    for tag in _TAG.finditer(html):
        start, name = first + tag.start(), (tag["name"] or "").lower()
        if name in _INLINE:
            yield from _inline(name, start, tag[0], opened)
        elif name not in _EMPTY and not tag["comment"]:
            fix = "请改用 Markdown；要照原样显示，请放进一对反引号里"
            yield Fault(start, f"里有 HTML 标签“{tag[0][:40]}”，读者看不到它", fix, tag[0])


def _inline(name: str, start: int, tag: str, opened: list[tuple[str, int]]) -> Iterator[Fault]:
    if not tag.startswith("</"):
        opened.append((name, start))
    elif opened and opened[-1][0] == name:
        opened.pop()
    else:
        yield Fault(start, f"里的“{tag}”没有对应的开头", "请删去它，或补上开头", tag)


def _left_open(text: str) -> Iterator[Fault]:
    """What swallows the rest of the page: a block of code or a comment; of HTML its tag has been named."""
    node = open_block(text)
    line = _line(text, node.start) if node else ""
    if node and node.kind == "CodeBlock":
        fix = "请在代码结束处另起一行，补上同样的符号"
        yield Fault(node.start, "里的代码块没有闭合，后面的条目都会变成代码", fix, line)
    elif node and line.startswith("<!--"):
        fix = "请补上“-->”，或删去这段注释"
        yield Fault(node.start, "里的注释“<!--”没有闭合，后面的条目都会消失", fix, line)
