"""Cuts a page into its outermost blocks, line by line and in one pass, after CommonMark's rules for what starts one.

https://spec.commonmark.org/0.31.2/#blocks-and-inlines and GitHub's tables. Where a list author's intention and
the rule differ (a heading without its space), the intention is taken: the text itself is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.markdown.fences import after_line, opened
from bot.markdown.page import Block

HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)|(#{2,6})[^#\s]")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
MARKER = re.compile(r"([ \t]*)([-+*]|\d{1,9}[.)])([ \t]+|$)")
UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
DELIMITERS = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
REFERENCE = re.compile(r" {0,3}\[((?:[^\[\]\\]|\\.){1,999})\]:[ \t]*(?:<([^<>]*)>|(\S+))")
BLOCK_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt"
    "|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main"
    "|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead"
    "|title|tr|track|ul"
)
RAW_TAGS = "script|pre|style|textarea"  # what stands in them is no Markdown at all
# What may start HTML within a paragraph, and what may only do so after a blank line: a tag alone on its line.
_HTML_ANYWHERE = (
    rf" {{0,3}}(?:<!--|<\?|<![A-Za-z]|<!\[CDATA\[|</?(?:{BLOCK_TAGS})(?=[\s/>]|$)"
    rf"|<(?:{RAW_TAGS})(?=[\s>]|$))"
)
INNER_HTML = re.compile(_HTML_ANYWHERE, re.IGNORECASE)
HTML = re.compile(rf"{_HTML_ANYWHERE}| {{0,3}}</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>[ \t]*$", re.IGNORECASE)
_CLOSERS = (
    (re.compile(r" {0,3}<!--"), re.compile("-->")),
    (re.compile(r" {0,3}<\?"), re.compile(r"\?>")),
    (re.compile(r" {0,3}<!\[CDATA\["), re.compile(r"\]\]>")),
    (
        re.compile(rf" {{0,3}}<(?:{RAW_TAGS})(?=[\s>]|$)", re.IGNORECASE),
        re.compile(rf"</(?:{RAW_TAGS})>", re.IGNORECASE),
    ),
)
_DETAILS = re.compile(r"[ \t]*<details", re.IGNORECASE)  # no block to CommonMark, and one entry each in many lists
_FRONT = re.compile(r"[\w-]+[ \t]*:|[ \t]|#|-|$")


def blocks(lines: tuple[str, ...]) -> list[Block]:
    found: list[Block] = []
    at = _front_matter(lines, found)
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        block = _block(lines, at)
        found.append(block)
        at = block.end
    return found


def starts_block(line: str) -> bool:
    """Whether `line` ends a paragraph without a blank line before it."""
    return bool(HEADING.match(line) or opened(line) or RULE.match(line) or _starts_list(line)) or bool(
        "<" in line and INNER_HTML.match(line)
    )


def _starts_list(line: str) -> bool:
    marker = MARKER.match(line)
    return bool(marker and len(marker[1]) < 4 and marker[3] and (marker[2] in "-+*" or marker[2][:-1] == "1"))


def _front_matter(lines: tuple[str, ...], found: list[Block]) -> int:
    if lines[0].rstrip() != "---":
        return 0
    for at in range(1, min(len(lines), 200)):
        if lines[at].rstrip() in {"---", "..."}:
            found.append(Block("front", 0, at + 1))
            return at + 1
        if not _FRONT.match(lines[at]):
            return 0
    return 0


def _block(lines: tuple[str, ...], at: int) -> Block:
    line = lines[at]
    if fence := opened(line):
        return Block("fence", at, _fence_end(lines, at, fence))
    if heading := HEADING.match(line):
        return Block("heading", at, at + 1, len(heading[1] or heading[2]))
    if RULE.match(line):
        return Block("rule", at, at + 1)
    if (marker := MARKER.match(line)) and len(marker[1].expandtabs(4)) < 4:
        return Block("list", at, _list_end(lines, at))
    if HTML.match(line):
        return Block("html", at, _html_end(lines, at))
    if REFERENCE.match(line):
        return Block("reference", at, at + 1)
    if line.startswith(("    ", "\t")):
        return Block("code", at, _until(lines, at + 1, lambda text: not text.startswith(("    ", "\t"))))
    return _paragraph(lines, at)


def _fence_end(lines: tuple[str, ...], at: int, fence: str) -> int:
    return next((end + 1 for end in range(at + 1, len(lines)) if not after_line(lines[end], fence)), len(lines))


def _html_end(lines: tuple[str, ...], at: int) -> int:
    for opening, closing in _CLOSERS:
        if opening.match(lines[at]):
            return next((end + 1 for end in range(at, len(lines)) if closing.search(lines[end])), len(lines))
    return _until(lines, at + 1, _DETAILS.match)


def _until(lines: tuple[str, ...], at: int, stops: Callable[[str], object]) -> int:
    while at < len(lines) and lines[at].strip() and not stops(lines[at]):
        at += 1
    return at


def _list_end(lines: tuple[str, ...], at: int) -> int:
    """A list goes on over blank lines as long as what follows is indented or starts another item."""
    fence = ""
    blank = False
    for end in range(at + 1, len(lines)):
        line = lines[end]
        if fence:
            fence = after_line(line.strip(), fence)
            continue
        if not line.strip():
            blank = True
            continue
        inner = line.startswith(("  ", "\t"))
        if inner:
            fence = opened(line.lstrip())
        elif _ends_list(line) or (blank and not MARKER.match(line)):
            return end
        blank = False
    return len(lines)


def _ends_list(line: str) -> bool:
    return bool(HEADING.match(line) or opened(line) or RULE.match(line) or INNER_HTML.match(line))


def _paragraph(lines: tuple[str, ...], at: int) -> Block:
    for end in range(at + 1, len(lines)):
        line = lines[end]
        if not line.strip():
            return Block("quote" if lines[at].lstrip().startswith(">") else "paragraph", at, end)
        if (underline := UNDERLINE.match(line)) and (line.lstrip()[0] == "=" or "|" not in lines[end - 1]):
            return Block("heading", at, end + 1, 1 if underline[1][0] == "=" else 2)
        if end == at + 1 and _is_table(lines[at], line):
            return Block("table", at, _until(lines, end + 1, starts_block))
        if end > at + 1 and _is_table(lines[end - 1], line):
            return Block("paragraph", at, end - 1)
        if starts_block(line):
            return Block("paragraph", at, end)
    return Block("paragraph", at, len(lines))


def _is_table(header: str, delimiters: str) -> bool:
    return "|" in delimiters and "|" in header and bool(DELIMITERS.match(delimiters))
