"""What in a piece of Markdown reaches beyond its own place on the page.

Line by line after CommonMark 0.31 (spec.commonmark.org) as far as headings, code and raw HTML need it; the tests
compare with GitHub's own renderer. Where a line could be read two ways inside a list, it counts as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TELLING = re.compile(r"[#<]|^[ >\t*+0-9.)-]*(?:=+|-+)[ \t]*$|```|~~~|\]:", re.MULTILINE)
_CONTAINER = re.compile(r" {0,3}(?:>[ ]?|[-*+](?:[ ]{1,4}(?=\S)|[ ]*$)|\d{1,9}[.)](?:[ ]{1,4}(?=\S)|[ ]*$))")
_FENCE = re.compile(r"[ ]{0,3}(?P<mark>`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}(?:[ \t]|$)")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-+)[ \t]*$")
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:.*?[^`])??\1(?!`)", re.DOTALL)
_TAG = re.compile(
    r"<!--(?P<comment>)|</?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*(?P<self>/)?>"
    r"|<(?:\?|![A-Za-z]|!\[CDATA\[)"
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
    """In order of kind, then of row."""
    if not _TELLING.search(markdown):
        return
    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    live, open_fence = _without_code(lines)
    yield from _lines(live)
    yield from _html("\n".join(live))
    if open_fence is not None:
        fix = "请在代码结束处另起一行，补上同样的符号"
        yield Fault(open_fence, "里的代码块没有闭合，后面的条目都会变成代码", fix, lines[open_fence])


def _without_code(lines: list[str]) -> tuple[list[str], int | None]:
    """The lines with code blocks blanked and containers kept, and the row of a fence that is never closed."""
    live: list[str] = []
    fence, opened = "", None
    in_list = False
    for row, line in enumerate(lines):
        inner = _inside(line)
        match = _FENCE.match(inner if not fence else inner.lstrip())
        if fence:
            closes = match and match["mark"].startswith(fence) and not inner.strip().strip(fence[0])
            fence, opened = ("", None) if closes else (fence, opened)
            live.append("")
        elif match:
            fence, opened = match["mark"], row
            live.append("")
        else:
            in_list = bool(_CONTAINER.match(line)) or (in_list and (not line.strip() or line[:1] in " \t"))
            before = live[-1] if live else ""
            code = line.startswith(("    ", "\t")) and not in_list and not before.strip()
            live.append("" if code else line)
    return live, opened


def _inside(line: str) -> str:
    """The line without the quote and list marks before it."""
    while match := _CONTAINER.match(line):
        line = line[match.end() :]
    return line


def _lines(live: list[str]) -> Iterator[Fault]:
    for row, line in enumerate(live):
        inner = _inside(line)
        if _HEADING.match(inner):
            yield Fault(row, f"里有标题“{inner.strip()[:40]}”", "请改成加粗的文字（**…**），不要用“#”开头", inner)
        elif row and _UNDERLINE.match(line) and _is_paragraph(live[row - 1]):
            what = f"里的“{live[row - 1].strip()[:40]}”被下面的“{line.strip()[:5]}”变成了标题"
            yield Fault(row, what, "请在两行之间空一行，或删去这一行符号", line)
        elif _DEFINITION.match(inner):
            what = f"里有编号链接的定义“{inner.strip()[:40]}”，会和别的条目串起来"
            yield Fault(row, what, "请把网址直接写进链接：[文字](网址)", inner)


def _is_paragraph(line: str) -> bool:
    """Whether a line of `-` below this one makes it a heading: not below an item of a list, a table or a blank."""
    return bool(line.strip()) and not _CONTAINER.match(line) and not line.startswith("    ") and "|" not in line


def _html(text: str) -> Iterator[Fault]:
    if "<" not in text:
        return
    shown = _CODE.sub(_blank, re.sub(r"\\[\\`<]", "  ", text))
    opened: list[tuple[str, int]] = []
    at = 0
    while match := _TAG.search(shown, at):
        at, row = match.end(), shown.count("\n", 0, match.start())
        name = (match["name"] or "").lower()
        if match["comment"] is not None:
            end = shown.find("-->", at)
            if end < 0:
                fix = "请补上“-->”，或删去这段注释"
                yield Fault(row, "里的注释“<!--”没有闭合，后面的条目都会消失", fix, match[0])
                return
            at = end + 3
        elif name in _INLINE and not match["self"]:
            if not match[0].startswith("</"):
                opened.append((name, row))
            elif opened and opened[-1][0] == name:
                opened.pop()
            else:
                yield Fault(row, f"里的“{match[0]}”没有对应的开头", "请删去它，或补上开头", match[0])
        elif name not in _EMPTY:
            fix = "请改用 Markdown；要照原样显示，请放进一对反引号里"
            yield Fault(row, f"里有 HTML 标签“{match[0][:40]}”，读者看不到它", fix, match[0])
    for name, row in opened:
        yield Fault(row, f"里的“<{name}>”没有闭合", f"请补上“</{name}>”，或改用 Markdown", f"<{name}>")


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
