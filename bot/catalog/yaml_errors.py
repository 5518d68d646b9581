"""Where a slip stands that a YAML parser noticed only later, and what it is.

A parser tells where it could not go on, which is often the line below, or the end of the file.
"""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import takewhile
from typing import Any, NamedTuple

import yaml

from bot.catalog.yaml_messages import COLON, NO_COLON, OPEN_QUOTE, SET_IN, TIGHT_DASH, explain
from bot.catalog.yaml_tree import FORBIDDEN, after

_CONFLICT = re.compile(r"<{7}(?: |$)")
_TAB = re.compile(r"[ -]*\t")
_BLANK = re.compile(r"[ -]*[\u3000\xa0]")
_WIDE = re.compile(r"[ -]*[a-z]+(?=：)")
_TIGHT = re.compile(r"[ -]*[a-z]+:(?!//)(?=\S)")
_DASH = re.compile(r" *-[a-z]")
_KEY = re.compile(r" *(?:- +)*[A-Za-z_-]+")
_INDENT = re.compile(r" *")
_BEFORE = {  # seen long after the place where it began
    NO_COLON,
    OPEN_QUOTE,
    "found unexpected document indicator",
    "expected ',' or ']'",
    "expected ',' or '}'",
}


class Slip(NamedTuple):
    """Line and column are 1-based."""

    line: int
    column: int
    message: str
    fix: str


def explained(error: Exception, text: str) -> Slip:
    """What PyYAML raised on this text."""
    if isinstance(error, yaml.MarkedYAMLError):
        return slip(error, text, _last_event(text))
    if isinstance(error, yaml.reader.ReaderError):
        bad = re.search(FORBIDDEN, text)
        code = f" U+{ord(bad[0]):04X}" if bad else ""
        place = after(text[: bad.start()] if bad else "")
        return Slip(*place, f"含有 YAML 不允许的控制字符{code}", "请删除这个看不见的字符")
    escape = re.search(r"\\U(?!000|0010)", text)  # PyYAML without libyaml: a ValueError
    return Slip(*after(text[: escape.start()] if escape else ""), *explain("invalid Unicode character escape"))


def _last_event(text: str) -> Any:
    """The last thing the parser understood."""
    last: Any = None
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            last = event
    return last


def slip(error: Any, text: str, last: Any) -> Slip:
    """`error` is a MarkedYAMLError of this text, `last` the event before it, if there is any."""
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    for number, line in enumerate(lines, 1):
        if _CONFLICT.match(line):
            return Slip(number, 1, "有没有解决的合并冲突", "请留下其中一份，删去“<<<<<<<”“=======”“>>>>>>>”这几行")
    problem = str(error.problem or error.context)
    mark = error.problem_mark or error.context_mark
    at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if COLON in problem:
        problem, at = _colon(lines, *at)
    elif _ends_quote(last, mark):
        problem, at = OPEN_QUOTE, (last.start_mark.line + 1, last.start_mark.column + 1)
    elif error.context_mark and any(part in problem for part in _BEFORE):
        at = (error.context_mark.line + 1, error.context_mark.column + 1)
    return _told(problem, lines, *_within(lines, *at))


def _told(problem: str, lines: list[str], line: int, column: int) -> Slip:
    here = lines[line - 1]
    if (tab := _TAB.match(here)) or "'\\t'" in problem or "tab character" in problem:
        at = tab.end() if tab else column
        return Slip(line, at, "缩进用了制表符（Tab）", "YAML 只能用空格缩进，请把 Tab 换成空格")
    if blank := _BLANK.match(here):
        return Slip(line, blank.end(), "缩进用了全角空格或不换行空格", "YAML 只能用普通空格缩进，请换成普通空格")
    if NO_COLON in problem and (found := wide(here, line)):
        return found
    if NO_COLON in problem and (tight := _TIGHT.match(here)):
        return Slip(line, tight.end() + 1, "冒号后面少了一个空格", "请写成“字段: 值”，冒号后面空一格")
    return Slip(line, column, *explain(problem))


def wide(text: str, line: int) -> Slip | None:
    """A field's colon that is a full-width one, in the text of that line."""
    if (found := _WIDE.match(text)) is None:
        return None
    fix = "字段名后面请用英文冒号加一个空格，如“name: 项目名”"
    return Slip(line, found.end() + 1, f"第 {line} 行的冒号是全角的", fix)


def _colon(lines: list[str], line: int, column: int) -> tuple[str, tuple[int, int]]:
    """A colon where none may be: in a value; or after a key, and then its indent or the line above is what is wrong."""
    if not _KEY.fullmatch(lines[line - 1][: column - 1]):
        return COLON, (line, column)
    told = [n for n in range(line - 1, 0, -1) if lines[n - 1].strip() and lines[n - 1].lstrip()[0] != "#"]
    above = told[0] if told else 0
    if without := list(takewhile(lambda n: not re.search(r":(?:\s|$)", lines[n - 1]), told)):
        return NO_COLON, (without[-1], _indent(lines[without[-1] - 1]))
    if above and _DASH.match(lines[above - 1]):
        return TIGHT_DASH, (above, _indent(lines[above - 1]))
    return (SET_IN, (line, _indent(lines[line - 1]))) if above else (COLON, (line, column))


def _indent(line: str) -> int:
    """The column of the first character that is no blank."""
    found = _INDENT.match(line)
    return found.end() + 1 if found else 1


def _ends_quote(last: Any, mark: Any) -> bool:
    """Whether a quotation over several lines ends where nothing fits any more: it was meant to end in its first."""
    quoted = getattr(last, "style", None) in {"'", '"'}
    return bool(quoted and mark and last.start_mark.line < last.end_mark.line == mark.line)


def _within(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """A place no further than the end of the last line that has text."""
    end = max((n for n, text in enumerate(lines, 1) if text.strip()), default=1)
    return (line, min(column, len(lines[line - 1]) + 1)) if line <= end else (end, len(lines[end - 1].rstrip()) + 1)
