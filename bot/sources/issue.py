"""What someone answered in an issue form: the issue's body, read by the form file it was made with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot import zh
from bot.sources.fences import after_line
from bot.sources.form import Form, FormField, plain
from bot.sources.headings import outline

LONGEST_LABEL = 500
BODY_LIMIT = 65_536  # characters GitHub keeps of an issue's body (measured by others, not documented)
Answer = str | tuple[str, ...] | None
Trouble = Literal[
    "not-a-form", "truncated", "ambiguous", "unknown-option", "required", "unticked", "refused", "section"
]
_TICK = re.compile(r"[-*+] \[([ xX]?)\](?: +(.*))?$")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a body cannot be taken as it is. `field` is a field's id, or "" for the whole body."""

    field: str
    kind: Trouble
    message: str


@dataclass(frozen=True, slots=True)
class Answers:
    """`fields` has every id of the form: text or a choice as str, several or ticks as a tuple, or None.

    `recognised` is how many of the form's labels were found.
    """

    fields: Mapping[str, Answer]
    problems: tuple[Problem, ...]
    recognised: int

    def text(self, field: str) -> str:
        """The answer where it is one text, else ""."""
        answer = self.fields.get(field)
        return answer if isinstance(answer, str) else ""


def normal_lines(body: str) -> list[str]:
    """The body's lines without BOM, whichever line ends the browser or an API client sent."""
    return body.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def parse(body: str, form: Form) -> Answers:
    """Never raises: whatever the body holds, what cannot be read is a problem."""
    lines = normal_lines(body)
    plan = outline(lines, form)
    fields: dict[str, Answer] = {field.id: None for field in form.fields}
    if not plan.starts:
        problem = Problem("", "not-a-form", "这个议题里没有表单的任何一项，看起来不是用表单填写的")
        return Answers(fields, (problem,), 0)
    problems = []
    if len(body) >= BODY_LIMIT:
        problems.append(Problem("", "truncated", f"正文达到了 GitHub 的上限 {BODY_LIMIT} 个字符，末尾可能已被截断"))
    segments = _segments(lines, plan.starts)
    for index, field in enumerate(form.fields):
        if index in plan.repeated:
            problems.append(_repeated(field))
        if index in plan.unclear:
            continue
        segment = segments.get(index)
        fields[field.id], found = _read(field, segment) if segment is not None else (None, _missing(field))
        problems += found
    return Answers(fields, tuple(problems), len(plan.starts))


def _repeated(field: FormField) -> Problem:
    message = f"“### {field.label}”出现了不止一次，无法确定哪一个才是这一项；"
    return Problem(field.id, "ambiguous", message + "请删去多余的，或给内容里的那一行加上缩进")


def _segments(lines: Sequence[str], starts: Mapping[int, int]) -> dict[int, list[str]]:
    order = sorted(starts)
    ends = [*order[1:], len(lines)]
    return {starts[begin]: list(lines[begin + 1 : end]) for begin, end in zip(order, ends, strict=True)}


def _read(field: FormField, lines: list[str]) -> tuple[Answer, list[Problem]]:
    if field.type != "textarea" or field.render:
        lines = _before_unknown_heading(lines)
    if field.type == "checkboxes":
        return _ticks(field, lines)
    text = "\n".join(lines).strip()
    if field.render:
        text = _inside_fence(text)
    if text.lower() == "_no response_":
        text = ""
    if field.type == "dropdown":
        return _choice(field, "" if text == "None" and text not in field.options else text)
    return (text, []) if text else (None, _missing(field))


def _missing(field: FormField) -> list[Problem]:
    if field.ticks:
        return [_unticked(field, option) for option in field.options if option in field.ticks]
    return [Problem(field.id, "required", f"“{field.label}”是必填项，还没有填")] if field.required else []


def _before_unknown_heading(lines: list[str]) -> list[str]:
    """These answers hold no heading of their own: one that is not ours begins something else."""
    fence = ""
    for number, line in enumerate(lines):
        if not fence and line.startswith("### "):
            return lines[:number]
        fence = after_line(line, fence)
    return lines


def _inside_fence(text: str) -> str:
    """What stands in the fence that GitHub puts round the answer when the form says `render:`."""
    first, _, rest = text.partition("\n")
    body, _, last = rest.rpartition("\n")
    mark = after_line(first, "")
    if mark and after_line(last, mark) == "":
        return body.strip("\n")
    return text


def _choice(field: FormField, text: str) -> tuple[Answer, list[Problem]]:
    text = plain(text)
    if not text:
        return None, _missing(field)
    if text in field.options:
        return ((text,) if field.multiple else text), []
    if field.multiple and (several := _several(text, field.options)):
        return several, []
    known = tuple(option for option in _pieces(text) if option in field.options) if field.multiple else ()
    unknown = text if not known else "、".join(piece for piece in _pieces(text) if piece not in field.options)
    message = f"“{field.label}”里没有{zh.quote(unknown)}这个选项，请从下拉列表里选"
    return known or None, [Problem(field.id, "unknown-option", message)]


def _pieces(text: str) -> list[str]:
    return [piece.strip() for piece in text.split(",")]


def _several(text: str, options: Sequence[str]) -> tuple[str, ...]:
    """`text` as options (which may hold commas) joined by ", ", longer ones first; () when it is not that."""
    longest_first = sorted(set(options), key=len, reverse=True)
    dead: set[int] = set()

    def from_(start: int) -> list[str] | None:
        if start in dead:
            return None
        for option in longest_first:
            end = start + len(option)
            if not text.startswith(option, start):
                continue
            if end == len(text):
                return [option]
            if text.startswith(", ", end) and (rest := from_(end + 2)) is not None:
                return [option, *rest]
        dead.add(start)
        return None

    if len(text) > sum(len(option) + 2 for option in longest_first):  # each can be chosen once: also bounds the depth
        return ()
    return tuple(dict.fromkeys(from_(0) or ()))


def _ticks(field: FormField, lines: Sequence[str]) -> tuple[Answer, list[Problem]]:
    items = [line.strip() for line in lines if line.strip()]
    ticks = [(at, match[2] or "") for at, item in enumerate(items) if (match := _TICK.match(item)) and match[1].strip()]
    ticked = [_label(first, items[at + 1 : at + 9], field.options) for at, first in ticks]
    known = tuple(dict.fromkeys(label for label in ticked if label in field.options))
    strange = [zh.quote(label) for label in dict.fromkeys(ticked) if label not in field.options]
    problems = [Problem(field.id, "unknown-option", f"“{field.label}”里没有{label}这个选项") for label in strange]
    lacking = [_unticked(field, option) for option in field.options if option in field.ticks - set(known)]
    return known, problems + lacking


def _label(first: str, followers: Sequence[str], options: Sequence[str]) -> str:
    """A tick box's label; the form may have it over several lines, which GitHub then writes so."""
    whole = first = plain(first)
    for follower in followers:
        if whole in options or _TICK.match(follower) or len(whole) > LONGEST_LABEL:
            break
        whole = plain(f"{whole} {follower}")
    return whole if whole in options else first


def _unticked(field: FormField, option: str) -> Problem:
    return Problem(field.id, "unticked", f"“{field.label}”中的“{option}”需要勾选")
