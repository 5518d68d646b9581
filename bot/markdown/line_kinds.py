"""What each line of a piece of Markdown is: code, a heading, a definition or text. After CommonMark 0.31, section 4-5.

Only as much of the block structure is followed as tells these apart: quotes, list items, fences, indented code and
comments. Tests compare with GitHub's own renderer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from bot.markdown.blocks import RULE, UNDERLINE
from bot.markdown.fences import after_line, opened

Kind = Literal["blank", "code", "comment", "heading", "underline", "definition", "start", "text"]

DEEPEST = 50  # containers opened by one line: nobody means more, and each costs a look at the rest
_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r"( {0,3}(?:[-*+]|(\d{1,9})[.)]))( +|$)")
_HEADING = re.compile(r" {0,3}#{1,6}(?: |$)")
_DEFINITION = re.compile(r" {0,3}\[[^\]]{1,200}\]: *\S")
_COMMENT = re.compile(r" {0,3}<!--")


class Line(NamedTuple):
    """`text` is the line inside its containers; "start" is text that begins a paragraph, "text" goes on with it."""

    kind: Kind
    text: str


@dataclass
class _State:
    """`containers`: 0 for a quote, else the columns a list item is indented. `fence`: its mark and its depth.

    `comment`: the depth of one that goes on; `hollow`: the last item began empty, and a blank line would end it.
    """

    containers: list[int] = field(default_factory=list)
    paragraph: bool = False
    fence: tuple[str, int] | None = None
    comment: int | None = None
    hollow: bool = False


def lines(markdown: str) -> tuple[list[Line], int | None]:
    """Every line, and the row of a fence that is still open where the text ends and in no container."""
    state = _State()
    found: list[Line] = []
    opened = 0
    for row, raw in enumerate(_rows(markdown)):
        before = state.fence
        found.append(_line(state, raw.expandtabs(4)))
        opened = row if state.fence and state.fence is not before else opened
    return found, opened if state.fence and state.fence[1] == 0 else None


def _rows(markdown: str) -> Iterator[str]:
    yield from markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _line(state: _State, raw: str) -> Line:
    depth, rest = _enter(state.containers, raw)
    if state.fence and depth >= state.fence[1]:
        return _in_fence(state, rest)
    state.fence = None
    if state.comment is not None and depth >= state.comment:
        state.comment = None if "-->" in rest else state.comment
        return Line("comment", rest)
    state.comment = None
    if not rest.strip():
        state.paragraph = False
        del state.containers[_kept(state.containers, depth) :]
        if state.hollow and depth and depth == len(state.containers):
            state.containers.pop()
        state.hollow = False
        return Line("blank", "")
    lazy = state.paragraph and depth < len(state.containers)
    inner = _open(state, depth, rest, lazy=lazy)
    if inner is None:
        return Line("text", rest.strip())
    return _leaf(state, inner, lazy=lazy and inner == rest)


def _enter(containers: list[int], rest: str) -> tuple[int, str]:
    """How many of the open containers the line goes on with, and what is left of it inside them."""
    depth = 0
    for width in containers:
        if width == 0:
            if not (match := _QUOTE.match(rest)):
                break
            rest = rest[match.end() :]
        elif rest.strip():
            if len(rest) - len(rest.lstrip(" ")) < width:
                break
            rest = rest[width:]
        depth += 1
    return depth, rest


def _kept(containers: list[int], depth: int) -> int:
    """A blank line ends a quote it does not carry on, and what is inside."""
    return next((at for at in range(depth, len(containers)) if containers[at] == 0), len(containers))


def _in_fence(state: _State, rest: str) -> Line:
    if state.fence and not after_line(rest, state.fence[0]):
        state.fence = None
    return Line("code", rest)


def _open(state: _State, depth: int, rest: str, *, lazy: bool) -> str | None:
    """Open the containers that begin on this line. None where the line lazily goes on with a paragraph above."""
    beside = state.paragraph and depth == len(state.containers)
    started: list[int] = []
    while len(started) < DEEPEST and not (rest.startswith("    ") and rest.strip()):
        if match := _QUOTE.match(rest):
            started.append(0)
            rest = rest[match.end() :]
        elif (match := _ITEM.match(rest)) and not RULE.match(rest) and _may_start(match, beside and not started):
            spaces = len(match[3]) if match.end() < len(rest) else 1
            width = len(match[1]) + (spaces if spaces <= 4 else 1)
            started.append(width)
            rest = rest[width:]
        else:
            break
    state.hollow = bool(started) and started[-1] > 0 and not rest.strip()
    if started:
        state.paragraph = False
    elif lazy and not _interrupts(rest):
        return None
    elif lazy or depth < len(state.containers):
        state.paragraph = False
    state.containers[depth:] = started
    return rest


def _may_start(match: re.Match[str], in_paragraph: bool) -> bool:
    """An item that interrupts a paragraph must hold something, and must be the first where it has a number."""
    if not in_paragraph:
        return True
    return match.end() < len(match.string) and match[2] in {None, "1"}


def _interrupts(rest: str) -> bool:
    return bool(_HEADING.match(rest) or RULE.match(rest) or _COMMENT.match(rest) or opened(rest))


def _leaf(state: _State, rest: str, *, lazy: bool) -> Line:
    """`lazy` is whether the line might go on with a paragraph in a container it is not in."""
    paragraph, state.paragraph = state.paragraph, False
    if not rest.strip():
        return Line("blank", "")
    if rest.startswith("    ") and not paragraph:
        return Line("code", rest)
    if mark := opened(rest):
        state.fence = (mark, len(state.containers))
        return Line("code", rest)
    if _COMMENT.match(rest):
        state.comment = None if "-->" in rest else len(state.containers)
        return Line("comment", rest)
    if _HEADING.match(rest):
        return Line("heading", rest.strip())
    if paragraph and not lazy and UNDERLINE.match(rest):
        return Line("underline", rest.strip())
    if RULE.match(rest):
        return Line("blank", "")
    if not paragraph and _DEFINITION.match(rest):
        return Line("definition", rest.strip())
    state.paragraph = True
    return Line("text" if paragraph else "start", rest.strip())
