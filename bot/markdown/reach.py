"""What in a piece of Markdown reaches beyond its own place on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.markdown.blocks import BLOCK_TAGS, RAW_TAGS
from bot.markdown.line_kinds import Line, lines

_UNDERLINE = re.compile(r"\n[ >\t*+0-9.)-]*(?:=+|-+)[ \t]*(?:\n|$)")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:.*?[^`])??\1(?!`)", re.DOTALL)
_TAG = re.compile(
    r"(?P<comment><!--)|</?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*(?P<closed>/)?>"
    rf"|^</?(?:{BLOCK_TAGS}|{RAW_TAGS})(?=[\s/>]|$)|<(?:\?|![A-Za-z]|!\[CDATA\[)",
    re.IGNORECASE,
)
_EMPTY = {"br", "wbr"}
_INLINE = {"sub", "sup", "kbd", "b", "i", "em", "strong", "code", "del", "s", "ins"}


class Fault(NamedTuple):
    """`row` counts lines from 0; `what` goes after the text's name; `text` is the offending piece."""

    row: int
    what: str
    fix: str
    text: str


def faults(markdown: str) -> Iterator[Fault]:
    """Headings and definitions, then HTML, then what is never closed."""
    telling = any(mark in markdown for mark in ("#", "<", "```", "~~~", "]:"))
    if not telling and not ("\n" in markdown and _UNDERLINE.search(markdown)):
        return
    found, fence = lines(markdown)
    for row, line in enumerate(found):
        yield from _of_line(row, line, found[row - 1].text if row else "")
    yield from _html(found)
    if fence is not None:
        fix = "请在代码结束处另起一行，补上同样的符号"
        yield Fault(fence, "里的代码块没有闭合，后面的条目都会变成代码", fix, found[fence].text)


def _of_line(row: int, line: Line, above: str) -> Iterator[Fault]:
    shown = line.text[:40]
    if line.kind == "heading":
        yield Fault(row, f"里有标题“{shown}”", "请改成加粗的文字（**…**），不要用“#”开头", line.text)
    elif line.kind == "underline":
        what = f"里的“{above[:40]}”被下面的“{line.text[:5]}”变成了标题"
        yield Fault(row, what, "请在两行之间空一行，或删去这一行符号", line.text)
    elif line.kind == "definition" or (line.text.startswith("[^") and "]:" in line.text):
        what = f"里有编号链接的定义“{shown}”，会和别的条目串起来"
        yield Fault(row, what, "请把网址直接写进链接：[文字](网址)", line.text)


def _html(found: list[Line]) -> Iterator[Fault]:
    opened: list[tuple[str, int]] = []
    for row, text in _paragraphs(found):
        yield from _of_paragraph(row, text, opened)
    for row, line in enumerate(found):
        if line.kind == "comment" and not any("-->" in later.text for later in found[row:]):
            fix = "请补上“-->”，或删去这段注释"
            yield Fault(row, "里的注释“<!--”没有闭合，后面的条目都会消失", fix, line.text)
            break
    for name, row in opened:
        yield Fault(row, f"里的“<{name}>”没有闭合", f"请补上“</{name}>”，或改用 Markdown", f"<{name}>")


def _paragraphs(found: list[Line]) -> Iterator[tuple[int, str]]:
    """Each run of text with its first row: code spans and tags do not reach out of it."""
    first, held = 0, list[str]()
    for row, line in enumerate(found):
        if line.kind != "text" and held:
            yield first, "\n".join(held)
            held = []
        if line.kind in {"start", "text", "heading", "definition"}:
            first = first if held else row
            held.append(line.text)
    if held:
        yield first, "\n".join(held)


def _of_paragraph(row: int, text: str, opened: list[tuple[str, int]]) -> Iterator[Fault]:
    shown = _CODE.sub(_blank, re.sub(r"\\[\\`<]", "  ", text))
    at = 0
    while match := _TAG.search(shown, at):
        at = match.end()
        here = row + shown.count("\n", 0, match.start())
        name = (match["name"] or "").lower()
        if match["comment"]:
            end = shown.find("-->", at)
            at = end if end >= 0 else at
            if end < 0:
                yield Fault(here, "里的注释“<!--”没有闭合", "请补上“-->”，或删去这段注释", match[0])
        elif name in _INLINE and not match["closed"]:
            yield from _inline(name, here, match[0], opened)
        elif name not in _EMPTY:
            fix = "请改用 Markdown；要照原样显示，请放进一对反引号里"
            yield Fault(here, f"里有 HTML 标签“{match[0][:40]}”，读者看不到它", fix, match[0])


def _inline(name: str, row: int, tag: str, opened: list[tuple[str, int]]) -> Iterator[Fault]:
    if not tag.startswith("</"):
        opened.append((name, row))
    elif opened and opened[-1][0] == name:
        opened.pop()
    else:
        yield Fault(row, f"里的“{tag}”没有对应的开头", "请删去它，或补上开头", tag)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
