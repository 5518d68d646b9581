"""What someone answered in an issue form: the issue's body, read by the form file it was made with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.markdown.fences import after_line
from bot.submissions.checkboxes import read_ticks
from bot.submissions.dropdown import chosen, how_to_choose
from bot.submissions.form import Form, FormField, plain
from bot.submissions.question_headings import outline
from bot.text import zh

BODY_LIMIT = 65_536  # characters GitHub keeps of an issue's body (measured by others, not documented)
Answer = str | tuple[str, ...] | None
Trouble = Literal[
    "not-a-form", "truncated", "ambiguous", "unknown-option", "required", "unticked", "refused", "section", "gone"
]
_ONE_LINE = {"input", "dropdown"}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a body cannot be taken as it is. `field` is a field's id, or "" for the whole body."""

    field: str
    kind: Trouble
    message: str


@dataclass(frozen=True, slots=True)
class Answers:
    """`fields` has every id of the form: text or a choice as str, several or ticks as a tuple, or None.

    `recognised` is how many of the form's labels were found; `unread` has what was written where an option was to be
    chosen and none was.
    """

    fields: Mapping[str, Answer]
    problems: tuple[Problem, ...]
    recognised: int
    unread: Mapping[str, str] = field(default_factory=dict)

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
        problem = Problem("", "not-a-form", "本 issue 里没有表单的任何一项，看起来不是用表单填写的")
        return Answers(fields, (problem,), 0)
    problems = []
    if len(body) >= BODY_LIMIT:
        problems.append(Problem("", "truncated", f"正文达到了 GitHub 的上限 {BODY_LIMIT} 个字符，末尾可能已被截断"))
    segments = _segments(lines, plan.starts)
    unread = {}
    for index, one in enumerate(form.fields):
        if index in plan.repeated:
            problems.append(_repeated(one))
        if index in plan.unclear:
            continue
        if index not in segments:
            problems += _lost(form, index, segments)
            continue
        text = _text(one, _own(form, index, segments))
        fields[one.id], found = _read(one, text)
        problems += found
        if one.type == "dropdown" and text and fields[one.id] is None:
            unread[one.id] = text
    return Answers(fields, tuple(problems), len(plan.starts), unread)


def _own(form: Form, index: int, segments: Mapping[int, list[str]]) -> list[str]:
    """The lines of an answer without those of the next question, where that one's heading is lost."""
    lines, one, after = segments[index], form.fields[index], form.fields[index + 1 : index + 2]
    if one.type != "textarea" or one.render:
        lines = _before_unknown_heading(lines)
    if not after or index + 1 in segments:
        return lines
    if one.type in _ONE_LINE:
        return _first_paragraph(lines)
    return _before_unknown_heading(lines) if after[0].required else lines


def _first_paragraph(lines: list[str]) -> list[str]:
    first = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    end = next((at for at in range(first, len(lines)) if not lines[at].strip()), len(lines))
    return lines[:end]


def _lost(form: Form, index: int, segments: Mapping[int, list[str]]) -> list[Problem]:
    """A heading that is not there; nobody misses that of an optional question, unless its answer is still there."""
    field, before = form.fields[index], max((at for at in segments if at < index), default=-1)
    if not field.required and not field.ticks:
        if before < 0 or form.fields[before].type not in _ONE_LINE:
            return []
        lines = segments[before]
        if not "".join(lines[len(_first_paragraph(lines)) :]).strip():
            return []
    below = "、".join(f"“- [x] {option}”" for option in field.options if option in field.ticks)
    what = f"和它下面要勾选的{below}" if below else "，并把内容写在它下面"
    return [
        Problem(field.id, "unticked" if below else "required", f"找不到“### {field.label}”这一行，请补上这一行{what}")
    ]


def _repeated(field: FormField) -> Problem:
    message = f"“### {field.label}”出现了不止一次，无法确定哪一个才是这一项；"
    return Problem(field.id, "ambiguous", message + "请删去多余的，或给内容里的那一行加上缩进")


def _segments(lines: Sequence[str], starts: Mapping[int, int]) -> dict[int, list[str]]:
    order = sorted(starts)
    ends = [*order[1:], len(lines)]
    return {starts[begin]: list(lines[begin + 1 : end]) for begin, end in zip(order, ends, strict=True)}


def _text(field: FormField, lines: Sequence[str]) -> str:
    text = "\n".join(lines).strip()
    if field.render:
        text = _inside_fence(text)
    if field.type == "dropdown":
        text = "" if text == "None" and text not in field.options else plain(text)
    return "" if text.lower() in {"_no response_", "*no response*"} else text


def _read(field: FormField, text: str) -> tuple[Answer, list[Problem]]:
    if field.type == "checkboxes":
        return _ticks(field, text)
    if not text:
        return None, _missing(field)
    return _choice(field, text) if field.type == "dropdown" else (text, [])


def _missing(field: FormField) -> list[Problem]:
    if field.ticks:
        return [_unticked(field, option) for option in field.options if option in field.ticks]
    if not field.required:
        return []
    how = how_to_choose(field) if field.type == "dropdown" else f"请写在“### {field.label}”下面"
    return [Problem(field.id, "required", f"“{field.label}”是必填项，还没有填；{how}")]


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
    answer, fault = chosen(field, text)
    return answer, [Problem(field.id, "unknown-option", fault)] if fault else []


def _ticks(field: FormField, text: str) -> tuple[Answer, list[Problem]]:
    ticked = read_ticks(text, field.options)
    known = tuple(label for label in ticked if label in field.options)
    strange = [zh.quote(label) for label in ticked if label not in field.options]
    problems = [Problem(field.id, "unknown-option", f"“{field.label}”里没有{label}这个选项") for label in strange]
    lacking = [_unticked(field, option) for option in field.options if option in field.ticks - set(known)]
    return known, problems + lacking


def _unticked(field: FormField, option: str) -> Problem:
    return Problem(field.id, "unticked", f"“{field.label}”中的“{option}”需要勾选")
